//! Page tests: each `tests/pages/*.md` is a list of small pages with what is to be made of them.
//!
//! A heading names a test. A four-backtick `markdown` fence is an input page (`markdown path=v1.0/api/x.md`
//! gives it a place in the docs tree; several make one docs tree); every other four-backtick fence is an
//! expectation whose info word is looked up in [`KINDS`]:
//!
//! - `facts`: what reading the pages yields, page by page; `diagnostics`: what it found.
//! - `ir`: the resolved and checked model; `only=types,operations,permissions,examples` keeps some of it.
//! - `findings`: everything found by reading, resolving and checking; `only=code,code` keeps some of it.
//! - `rust file=src/v1_0/types/x.rs`: the text of an emitted file.
//!
//! `UPDATE=1 cargo test -p generator --test pages` rewrites expectations and fails, so that the new ones are
//! read before they are believed. `ONLY=word` runs the tests whose name holds that word.

#[path = "support/facts.rs"]
mod facts;
#[path = "support/literate.rs"]
mod literate;
#[path = "support/model.rs"]
mod model;

use generator::config::Config;
use generator::diagnostic::Diagnostics;
use generator::source::DocSet;
use generator::{page, pipeline};
use literate::Options;

/// Expectation fences: info word and what produces their content.
const KINDS: &[literate::Kind] = &[
    ("facts", facts),
    ("diagnostics", diagnostics),
    ("ir", ir),
    ("findings", findings),
    ("rust", rust),
];

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

/// The survey of the pages lists thirty hazards by how often they hurt; each has a test.
#[test]
fn every_hazard_has_a_heading() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let headings = literate::headings(std::path::Path::new(folder));
    for number in 1..=30 {
        let prefix = format!("{number}. ");
        assert!(
            headings.iter().any(|name| name.starts_with(&prefix)),
            "no test of hazard {number}"
        );
    }
}

fn facts(docs: &DocSet, _: &Options) -> String {
    let (pages, _) = page::read_all(docs);
    pages.iter().map(|page| facts::dump(docs, page)).collect::<Vec<_>>().join("\n")
}

fn diagnostics(docs: &DocSet, options: &Options) -> String {
    list(docs, page::read_all(docs).1, options)
}

fn ir(docs: &DocSet, options: &Options) -> String {
    model::dump(docs, &pipeline::understand(docs, &Config::default()).model, options)
}

fn findings(docs: &DocSet, options: &Options) -> String {
    list(docs, pipeline::understand(docs, &Config::default()).diagnostics, options)
}

fn rust(docs: &DocSet, options: &Options) -> String {
    let generated = pipeline::generate(docs, &Config::default(), None);
    let path = options.value("file").expect("`rust` needs `file=`");
    let bytes = generated.files.get(path).unwrap_or_else(|| {
        let paths: Vec<&str> = generated.files.iter().map(|(path, _)| path).collect();
        panic!("no `{path}` among {}", paths.join(" "))
    });
    String::from_utf8_lossy(bytes).into_owned()
}

fn list(docs: &DocSet, diagnostics: Diagnostics, options: &Options) -> String {
    let several = docs.files.len() > 1;
    let mut out = String::new();
    for diagnostic in diagnostics.into_sorted() {
        if !options.wants(diagnostic.code.as_str()) {
            continue;
        }
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
