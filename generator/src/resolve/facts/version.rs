//! Which API version each page belongs to.
//!
//! In: pages, most of which know it from their folder or example URL. Out: the pages of each version.
//! A page of a flat folder that does not know it itself belongs where the other pages that speak of
//! the same resource belong, else to the default version.

use crate::page::Page;
use std::collections::BTreeMap;

/// Pages by version, in page order.
pub(in crate::resolve) fn group<'a>(
    pages: &'a [Page],
    default: &str,
) -> BTreeMap<String, Vec<&'a Page>> {
    let mut subjects: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    // Below version folders every page knows it, and the others need not be asked.
    let asked = if pages.iter().all(|page| page.version.is_some()) { &[] } else { pages };
    for page in asked {
        let Some(version) = page.version.as_deref() else { continue };
        for subject in subjects_of(page) {
            *subjects.entry(subject).or_default().entry(version).or_default() += 1;
        }
    }
    let mut versions: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    for page in pages {
        let version = match page.version.as_deref() {
            Some(version) => version,
            None => {
                let known =
                    subjects_of(page).into_iter().find_map(|subject| subjects.get(&subject));
                known.and_then(|votes| most_votes(votes, default)).unwrap_or(default)
            }
        };
        versions.entry(version.to_owned()).or_default().push(page);
    }
    versions
}

/// Lower-case names of the types that a page is about, strongest first.
fn subjects_of(page: &Page) -> Vec<String> {
    let mut subjects = Vec::new();
    for block in &page.resources {
        subjects.extend(block.annotation.str("@odata.type").map(|name| name.value));
    }
    for statement in [&page.response, &page.request_body].into_iter().flatten() {
        subjects.extend(statement.types.iter().map(|mention| mention.name.clone()));
    }
    subjects.extend(
        page.title
            .iter()
            .filter_map(|title| title.value.split_whitespace().next().map(str::to_owned)),
    );
    let simple = |name: &String| name.rsplit('.').next().unwrap_or(name).to_lowercase();
    subjects.iter().map(simple).collect()
}

fn most_votes<'a>(votes: &BTreeMap<&'a str, usize>, default: &str) -> Option<&'a str> {
    let most = *votes.values().max()?;
    let mut best = votes.iter().filter(|(_, count)| **count == most).map(|(version, _)| *version);
    let first = best.clone().next()?;
    Some(best.find(|version| *version == default).unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Mention, Statement};
    use crate::span::{FileId, Span};

    fn page(path: &str, version: Option<&str>, returns: &str) -> Page {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let mention = Mention { name: returns.to_owned(), link: None, span };
        Page {
            path: path.to_owned(),
            version: version.map(str::to_owned),
            response: Some(Statement { types: vec![mention], ..Statement::default() }),
            ..Page::default()
        }
    }

    #[test]
    fn a_page_follows_the_others_that_speak_of_its_resource() {
        let pages = [
            page("a", None, "device"),
            page("b", Some("beta"), "Device"),
            page("c", None, "other"),
        ];
        let grouped = group(&pages, "v1.0");
        let paths = |version: &str| -> Vec<&str> {
            grouped[version].iter().map(|page| page.path.as_str()).collect()
        };
        assert_eq!(paths("beta"), ["a", "b"]);
        assert_eq!(paths("v1.0"), ["c"]);
    }
}
