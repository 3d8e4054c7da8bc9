//! The order in which pages are heard.
//!
//! In: the pages of a version. Out: the same pages, the one with the most to say first. Where several pages say
//! something about one thing and nothing else decides, the earlier one counts; so the order is by what pages state
//! and never by what their files are called.

use super::names::DEFAULT_NAMESPACE;
use crate::page::Page;
use rayon::prelude::*;
use std::cmp::Reverse;

/// Sorts `pages` by their content.
pub(in crate::resolve) fn by_content<'p>(pages: &[&'p Page]) -> Vec<&'p Page> {
    let mut keyed: Vec<(Key<'p>, &'p Page)> =
        pages.par_iter().map(|page| (Key::of(page), *page)).collect();
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    keyed.into_iter().map(|(_, page)| page).collect()
}

/// What a page states, as far as it takes to tell two pages apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'p> {
    /// The main namespace comes first: what it calls by a simple name is its own, before another namespace has such a name.
    namespace: Option<&'p str>,
    /// A type's own page lists more than a page that repeats some of it.
    rows: Reverse<usize>,
    methods: Reverse<usize>,
    title: &'p str,
    lines: Vec<(&'p str, &'p str, Option<&'p str>)>,
    names: Vec<&'p str>,
    words: Vec<String>,
    urls: Vec<&'p str>,
}

impl<'p> Key<'p> {
    fn of(page: &'p Page) -> Self {
        let rows = || page.properties.iter().chain(&page.relationships);
        let lines = page.request_lines.iter();
        let requests = page.examples.iter().filter_map(|example| example.request.as_ref());
        Self {
            namespace: page.namespace.as_ref().map(|name| &*name.value).filter(is_other),
            rows: Reverse(rows().count()),
            methods: Reverse(page.methods.len()),
            title: page.title.as_ref().map_or("", |title| &title.value),
            lines: lines.map(|line| (&*line.path, &*line.method, line.query.as_deref())).collect(),
            names: rows().map(|row| &*row.name.value).collect(),
            words: page.summary.iter().map(|passage| passage.text.plain()).collect(),
            urls: requests.map(|request| &*request.url.value).collect(),
        }
    }
}

fn is_other(namespace: &&str) -> bool {
    !namespace.eq_ignore_ascii_case(DEFAULT_NAMESPACE)
}
