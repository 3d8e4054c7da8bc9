//! What links and names lead to.
//!
//! In: all subjects of a version. Out: the subject behind an anchor or of a name.

use super::names;
use crate::dialect::Dialect;
use crate::source::join;
use crate::subject::{Subject, What};
use std::collections::HashMap;

pub(super) struct Index {
    /// By page without ending, and anchor.
    anchors: HashMap<(String, String), usize>,
    /// By anchor alone.
    anywhere: HashMap<String, usize>,
    /// Types and enumerations by the letters of their name.
    names: HashMap<String, usize>,
    /// Operations by their title.
    titles: HashMap<String, usize>,
    /// By the last parts of a page's path, the page if it is the only one that ends so: a docs folder is often a part
    /// of the site that its links are absolute on.
    endings: HashMap<String, Option<String>>,
    site: String,
    local_anywhere: bool,
}

impl Index {
    pub(super) fn new(subjects: &[&Subject], dialect: &Dialect) -> Self {
        let mut index = Self {
            anchors: HashMap::new(),
            anywhere: HashMap::new(),
            names: HashMap::new(),
            titles: HashMap::new(),
            endings: HashMap::new(),
            site: dialect.markup.site.clone(),
            local_anywhere: dialect.markup.anchors_anywhere,
        };
        for subject in subjects {
            let page = stem(&subject.page);
            let mut rest = page.as_str();
            while let Some((_, ending)) = rest.split_once('/') {
                rest = ending;
                let known =
                    index.endings.entry(ending.to_owned()).or_insert_with(|| Some(page.clone()));
                if known.as_ref().is_some_and(|known| *known != page) {
                    *known = None;
                }
            }
        }
        // An anchor of its own beats one that a subject has from the heading above it.
        for own in [true, false] {
            for (number, subject) in subjects.iter().enumerate() {
                let page = stem(&subject.page);
                let anchors = if own { &subject.anchors } else { &subject.owner_anchors };
                for anchor in anchors {
                    index.anchors.entry((page.clone(), anchor.clone())).or_insert(number);
                    index.anywhere.entry(anchor.clone()).or_insert(number);
                }
            }
        }
        for (number, subject) in subjects.iter().enumerate() {
            match subject.what {
                What::Operation(_) => {
                    let title = crate::words::fold(&subject.title.value);
                    index.titles.entry(title).or_insert(number);
                }
                What::Type(_) | What::Enum(_) => {
                    let key = names::key(&subject.title.value, dialect);
                    index.names.entry(key).or_insert(number);
                    if !subject.owner_anchors.is_empty() {
                        let key = names::key(&subject.owner, dialect);
                        index.names.entry(key).or_insert(number);
                    }
                }
            }
        }
        index
    }

    /// The subject that a link of `page` leads to.
    pub(super) fn link(&self, page: &str, href: &str) -> Option<usize> {
        let (path, anchor) = href.split_once('#')?;
        if path.is_empty() {
            let own = self.anchors.get(&(stem(page), anchor.to_owned()));
            return own
                .or_else(|| self.anywhere.get(anchor).filter(|_| self.local_anywhere))
                .copied();
        }
        let on_site = path.strip_prefix(self.site.as_str()).filter(|_| !self.site.is_empty());
        let target = match on_site {
            Some(path) => path.to_owned(),
            None if path.contains("://") || path.starts_with('/') => return None,
            None => join(page, path)?,
        };
        let target = stem(&target);
        let found = self.anchors.get(&(target.clone(), anchor.to_owned()));
        let elsewhere = || {
            let page = on_site.and_then(|_| self.endings.get(&target)?.clone())?;
            self.anchors.get(&(page, anchor.to_owned())).copied()
        };
        found.copied().or_else(elsewhere)
    }

    /// The type or enumeration of this name.
    pub(super) fn named(&self, words: &str, dialect: &Dialect) -> Option<usize> {
        let key = names::key(words, dialect);
        let plural = key.strip_suffix('s').and_then(|key| self.names.get(key));
        self.names.get(&key).or(plural).copied()
    }

    /// The operation of this title.
    pub(super) fn titled(&self, words: &str) -> Option<usize> {
        self.titles.get(&crate::words::fold(words)).copied()
    }
}

fn stem(path: &str) -> String {
    let name = path.trim_end_matches('/');
    for ending in [".mdx", ".md", ".markdown", ".txt", ".html"] {
        if let Some(stem) = name.strip_suffix(ending) {
            return stem.to_lowercase();
        }
    }
    name.to_lowercase()
}
