//! The pages and edits beside this file, as docs trees.
#![allow(dead_code, reason = "not every test file needs all of it")]

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Path to text.
pub(crate) type Tree = BTreeMap<String, String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Edits {
    edit: Vec<Edit>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Edit {
    pub(crate) name: String,
    page: Option<String>,
    find: Option<String>,
    replace: Option<String>,
    also_find: Option<String>,
    also_replace: Option<String>,
    other_page: Option<String>,
    other_find: Option<String>,
    other_replace: Option<String>,
    #[serde(default)]
    everywhere: bool,
    #[serde(default)]
    pub(crate) backwards: bool,
    add: Option<String>,
    text: Option<String>,
    remove: Option<String>,
    #[serde(rename = "move")]
    from: Option<String>,
    to: Option<String>,
    pub(crate) expect: Vec<[String; 3]>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/tests/diff")
}

pub(crate) fn pages() -> Tree {
    let root = folder().join("pages");
    let mut tree = Tree::new();
    for area in ["v1.0/api", "v1.0/resources"] {
        for entry in fs::read_dir(root.join(area)).expect("the pages") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            tree.insert(format!("{area}/{name}"), fs::read_to_string(&path).expect("a page"));
        }
    }
    assert!(tree.len() > 8);
    tree
}

pub(crate) fn edits() -> Vec<Edit> {
    let text = fs::read_to_string(folder().join("edits.toml")).expect("the edits");
    let edits: Edits = toml::from_str(&text).expect("edits.toml");
    edits.edit
}

impl Edit {
    /// The trees before and after.
    pub(crate) fn apply(&self, pages: &Tree) -> (Tree, Tree) {
        let mut edited = pages.clone();
        self.edit(&mut edited);
        assert_ne!(&edited, pages, "{} changes nothing", self.name);
        if self.backwards { (edited, pages.clone()) } else { (pages.clone(), edited) }
    }

    /// The pages after this edit; `None` if they no longer hold what it is about.
    pub(crate) fn try_apply(&self, pages: &Tree) -> Option<Tree> {
        let here = |page: &Option<String>, find: &Option<String>| match (page, find) {
            (Some(page), Some(find)) => pages.get(page).is_some_and(|text| text.contains(find)),
            _ => true,
        };
        let (find, also) = if self.backwards {
            (&self.replace, &self.also_replace)
        } else {
            (&self.find, &self.also_find)
        };
        let there =
            |path: &Option<String>| path.as_ref().is_none_or(|path| pages.contains_key(path));
        let fits = here(&self.page, find)
            && here(&self.page, also)
            && here(&self.other_page, &self.other_find)
            && there(&self.remove)
            && there(&self.from);
        if !fits {
            return None;
        }
        let mut tree = pages.clone();
        if self.backwards {
            let text = tree.get_mut(self.page.as_ref()?)?;
            *text = text.replace(self.replace.as_ref()?, self.find.as_ref()?);
        } else {
            self.edit(&mut tree);
        }
        Some(tree)
    }

    fn edit(&self, tree: &mut Tree) {
        let name = &self.name;
        if self.everywhere {
            let (find, replace) = self.pair();
            *tree = std::mem::take(tree)
                .into_iter()
                .map(|(path, text)| (path.replace(find, replace), text.replace(find, replace)))
                .collect();
        } else if let Some(page) = &self.page {
            let text = tree.get_mut(page).unwrap_or_else(|| panic!("{name}: {page}"));
            let (find, replace) = self.pair();
            assert!(text.contains(find), "{name}: {find}");
            *text = text.replace(find, replace);
            if let (Some(find), Some(replace)) = (&self.also_find, &self.also_replace) {
                assert!(text.contains(find), "{name}: {find}");
                *text = text.replace(find, replace);
            }
        }
        if let (Some(page), Some(find), Some(replace)) =
            (&self.other_page, &self.other_find, &self.other_replace)
        {
            let text = tree.get_mut(page).unwrap_or_else(|| panic!("{name}: {page}"));
            *text = text.replace(find, replace);
        }
        if let (Some(path), Some(text)) = (&self.add, &self.text) {
            tree.insert(path.clone(), text.clone());
        }
        if let Some(path) = &self.remove {
            tree.remove(path).unwrap_or_else(|| panic!("{name}: {path}"));
        }
        if let (Some(from), Some(to)) = (&self.from, &self.to) {
            let text = tree.remove(from).unwrap_or_else(|| panic!("{name}: {from}"));
            tree.insert(to.clone(), text);
        }
    }

    fn pair(&self) -> (&str, &str) {
        (self.find.as_deref().expect("find"), self.replace.as_deref().expect("replace"))
    }
}
