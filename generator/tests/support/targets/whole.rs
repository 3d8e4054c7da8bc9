//! The whole pipeline: any tree becomes files that parse, the same in each run, and messages of one line each.

use generator::config::Config;
use generator::diagnostic::{Code, Diagnostic, Severity};
use generator::messages::{self, Format, Shown};
use generator::pipeline;
use generator::source::{DocSet, Selection};
use std::path::Path;

/// Before each file of a tree: the separator, its path, a line end.
const SEPARATOR: &str = "\n=== ";
/// Larger trees are for the benchmark of shapes.
const MOST_FILES: usize = 8;

/// Files after lines `=== path`; the one called `codegen.toml` is the configuration.
pub fn pipeline(data: &[u8]) {
    let text = format!("\n{}", String::from_utf8_lossy(data));
    let mut config = Config::default();
    let mut pages = Vec::new();
    let mut parts = text.split(SEPARATOR);
    if let Some(first) = parts.next().filter(|first| !first.trim().is_empty()) {
        pages.push(("v1.0/api/first.md", first));
    }
    for part in parts.take(MOST_FILES) {
        let (path, text) = part.split_once('\n').unwrap_or((part, ""));
        if path == "codegen.toml" {
            config = Config::parse(Path::new(path), text).unwrap_or_default();
        } else {
            pages.push((path, text));
        }
    }
    check_tree("fuzzed", &pages, &config);
}

/// Fails, naming `seed`, if the tree `pages` breaks a promise.
pub fn check_tree(seed: &str, pages: &[(&str, &str)], config: &Config) {
    let is_page = |name: &str| config.dialect.is_page(name);
    let is_page =
        (!config.dialect.files.is_empty()).then_some(&is_page as &(dyn Fn(&str) -> bool + Sync));
    let docs = || DocSet::from_texts_selected(pages.iter().copied(), Selection { is_page });
    let set = docs();
    let made = pipeline::generate(&set, config, None);
    let again = pipeline::generate(&docs(), config, None);
    assert!(made.files == again.files, "{seed}: two runs differ");
    for (path, bytes) in made.files.iter() {
        let fits = path.len() < 1000
            && path.split('/').all(|part| part.len() < 200 && !matches!(part, "" | "." | ".."));
        assert!(fits, "{seed}: {path}");
        if path.starts_with("src/runtime/") {
            continue;
        }
        let text =
            std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{seed}: {path}: {error}"));
        let hidden = |c: char| !matches!(c, '\n' | '\t') && generator::visible::is_hidden(c);
        assert!(!text.contains(hidden), "{seed}: {path}");
        if path.ends_with(".rs") {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{seed}: {path}: {error}"));
        }
        if path.ends_with(".toml") {
            text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{seed}: {path}: {error}"));
        }
    }
    let diagnostics = made.diagnostics.into_sorted();
    // What the configuration asks for, and a folder in which nothing is left to recognise, are the caller's matter; no
    // other finding in a page is an error.
    let is_plain = config.corrections.is_empty()
        && config.slice.include.is_empty()
        && config.slice.exclude.is_empty()
        && config.pins.is_empty();
    let stops = |found: &&Diagnostic| {
        let code = found.code;
        found.severity == Severity::Error
            && !matches!(code, Code::NothingRecognised | Code::NoPages)
            && (is_plain || code == Code::InternalError)
    };
    if let Some(error) = diagnostics.iter().find(stops) {
        panic!("{seed}: an error: {error:?}");
    }
    let rows = messages::rows(&set, &Shown::new(Path::new("docs")), &diagnostics);
    for format in [Format::Short, Format::Github, Format::Json] {
        let mut out = Vec::new();
        messages::write(&mut out, format, &rows).expect("memory");
        let out = String::from_utf8(out).expect("text");
        assert!(!out.contains(|c| c != '\n' && generator::visible::is_hidden(c)), "{seed}");
        assert_eq!(out.lines().count(), rows.len(), "{seed}: a line for each");
    }
}
