//! Page tests: each `tests/pages/*.md` is a list of small pages with what is to be made of them.
//!
//! A heading names a test. A four-backtick `markdown` fence is an input page (`markdown path=v1.0/api/x.md`
//! gives it a place in the docs tree); every other four-backtick fence is an expectation whose info word is
//! looked up in [`KINDS`].
//! `UPDATE=1 cargo test -p generator --test pages` rewrites expectations and fails, so that the new ones are
//! read before they are believed. `ONLY=word` runs the tests whose name holds that word.

#[path = "support/facts.rs"]
mod facts;
#[path = "support/literate.rs"]
mod literate;

use generator::page;
use generator::source::DocSet;

/// Expectation fences: info word and what produces their content.
const KINDS: &[literate::Kind] = &[("facts", facts), ("diagnostics", diagnostics)];

#[test]
fn pages() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    literate::run(std::path::Path::new(folder), KINDS);
}

/// A page cut off anywhere, at either end, is still a page.
#[test]
fn every_prefix_and_suffix_of_every_page_is_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    for (path, text) in literate::inputs(std::path::Path::new(folder)) {
        for (at, _) in text.char_indices() {
            for part in [&text[..at], &text[at..]] {
                let docs = DocSet::from_texts([(&*path, part)]);
                let (pages, _) = page::read_all(&docs);
                assert_eq!(pages.len(), 1, "{path}");
            }
        }
    }
}

fn facts(docs: &DocSet) -> String {
    let (pages, _) = page::read_all(docs);
    pages.iter().map(|page| facts::dump(docs, page)).collect::<Vec<_>>().join("\n")
}

fn diagnostics(docs: &DocSet) -> String {
    let (_, diagnostics) = page::read_all(docs);
    let several = docs.files.len() > 1;
    let mut out = String::new();
    for diagnostic in diagnostics.into_sorted() {
        if let Some(label) = &diagnostic.primary {
            if several {
                out.push_str(&format!("{}:", docs.file(label.span.file).path));
            }
            let ((line, column), _) = docs.positions(label.span);
            out.push_str(&format!("{line}:{column} "));
        }
        out.push_str(&format!("{} {}\n", diagnostic.code.as_str(), diagnostic.message));
    }
    out
}
