//! Which of the pages that document one request leads: whose words, names and order count.
//!
//! In: the pages and the path. Out: the pages in order of evidence. The page that the path's own type lists among its
//! methods comes before others, so does a page whose title names what the path ends in; of pages that say as much, the
//! one with fewer request lines is more about this one. What a file is called is no evidence.

use crate::ir::{Operation, TypeId};
use crate::page::Page;
use crate::resolve::facts::template;
use crate::resolve::requests::walk::{Paths, Target};
use crate::resolve::types::draft::{Types, link_stem};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// What pages say about which page documents what.
pub(super) struct Evidence<'a, 'r> {
    types: &'r Types<'a>,
    paths: &'r Paths,
    /// Types whose leading page links to a page from its `Methods` table, by that page's name.
    listed: HashMap<String, BTreeSet<TypeId>>,
}

/// How well a page's claim to lead is supported; the smallest leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    signs: Reverse<u8>,
    listed: Reverse<bool>,
    /// The title says what the method does, as `Update user` says of PATCH.
    verb: Reverse<bool>,
    lines: usize,
}

impl<'a, 'r> Evidence<'a, 'r> {
    pub(super) fn collect(types: &'r Types<'a>, paths: &'r Paths) -> Self {
        let mut listed: HashMap<String, BTreeSet<TypeId>> = HashMap::new();
        for id in types.ids() {
            let Some((page, _)) = types.get(id).pages.first() else { continue };
            for row in &page.methods {
                let stem = row.method.link.as_deref().and_then(link_stem);
                if let Some(stem) = stem {
                    listed.entry(stem.into_owned()).or_default().insert(id);
                }
            }
        }
        Self { types, paths, listed }
    }

    /// How well `page` is supported as the one that leads for `operation`.
    pub(super) fn rank(&self, page: &Page, operation: &Operation) -> Rank {
        let along = self.types_along(&operation.path.text);
        let listed = link_stem(&page.path)
            .and_then(|stem| self.listed.get(&*stem))
            .is_some_and(|by| along.iter().any(|id| by.contains(id)));
        let titled = self.is_titled_after(page, &operation.path.text, along.last().copied());
        Rank {
            signs: Reverse(u8::from(listed) + u8::from(titled)),
            listed: Reverse(listed),
            verb: Reverse(says_method(page, &operation.method)),
            lines: page.request_lines.len(),
        }
    }

    /// The types that the path leads through, in order.
    fn types_along(&self, path: &str) -> Vec<TypeId> {
        let mut walk = self.paths.start(self.types);
        let mut along = Vec::new();
        for segment in template::segments(path).iter().take(super::walk::MAX_SEGMENTS) {
            walk.step(segment);
            if let Target::One(id) | Target::Many(id) = walk.target {
                along.push(id);
            }
        }
        along
    }

    /// Whether the page's title names the path's last word or the type that it leads to.
    fn is_titled_after(&self, page: &Page, path: &str, target: Option<TypeId>) -> bool {
        let Some(title) = &page.title else { return false };
        let segments = template::segments(path);
        let word = segments.iter().rev().find(|segment| !is_key_or_option(segment));
        let mut names: Vec<String> =
            word.map(|segment| singular(segment.name)).into_iter().collect();
        names.extend(target.map(|id| singular(self.types.get(id).name.name())));
        let words = title.value.split(|c: char| !c.is_alphanumeric());
        words.map(singular).any(|word| !word.is_empty() && names.contains(&word))
    }
}

fn says_method(page: &Page, method: &str) -> bool {
    let first = page.title.as_ref().and_then(|title| title.value.split_whitespace().next());
    let verbs: &[&str] = match method {
        "GET" => &["get", "list"],
        "POST" => &["create", "add"],
        "PATCH" => &["update"],
        "PUT" => &["update", "replace", "set"],
        "DELETE" => &["delete", "remove"],
        _ => &[],
    };
    first.is_some_and(|first| verbs.iter().any(|verb| first.eq_ignore_ascii_case(verb)))
}

fn is_key_or_option(segment: &template::Segment<'_>) -> bool {
    segment.placeholder || segment.name.starts_with('$')
}

/// A name as a title may write it: without namespace, in lower case, of one thing.
fn singular(name: &str) -> String {
    let name = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match name.strip_suffix("ies") {
        Some(head) => format!("{head}y"),
        None => name.strip_suffix('s').map(str::to_owned).unwrap_or(name),
    }
}
