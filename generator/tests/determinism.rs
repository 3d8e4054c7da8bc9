//! Same pages, same bytes: in any order, any number of times, on any number of threads, and with lines added
//! that no item concerns.

use generator::config::Config;
use generator::file_tree::FileTree;
use generator::pipeline;
use generator::source::DocSet;
use std::path::{Path, PathBuf};

fn docs_input() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-input")
}

fn config() -> Config {
    Config::load(&docs_input()).expect("docs-input/codegen.toml is right")
}

/// Every file of docs-input with its path, as the loader sees them.
fn texts() -> Vec<(String, String)> {
    let docs = DocSet::load(&docs_input()).expect("docs-input loads");
    docs.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect()
}

fn generate(texts: &[(String, String)]) -> FileTree {
    let pairs = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let mut docs = DocSet::from_texts(pairs);
    let config = config();
    let found = generator::corrections::apply(&mut docs, &config.corrections);
    assert!(found.as_slice().is_empty(), "the corrections of docs-input apply");
    pipeline::generate(&docs, &config, None).files
}

#[track_caller]
fn assert_same(a: &FileTree, b: &FileTree, what: &str) {
    let paths = |tree: &FileTree| tree.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(a), paths(b), "{what}: other files");
    for (path, bytes) in a.iter() {
        let other = b.get(path).expect("the same paths");
        let (text, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(other));
        assert!(text == other, "{what}: `{path}` differs\n--- one\n{text}\n--- other\n{other}");
    }
}

#[test]
fn twice_is_the_same() {
    let texts = texts();
    assert!(texts.len() > 40, "docs-input holds a real corner of an API");
    assert_same(&generate(&texts), &generate(&texts), "a second run");
}

#[test]
fn the_order_of_files_does_not_matter() {
    let texts = texts();
    let mut shuffled = texts.clone();
    // A fixed permutation that leaves nothing in place.
    shuffled.sort_by_key(|(path, _)| path.bytes().rev().collect::<Vec<u8>>());
    shuffled.rotate_left(7);
    assert_ne!(texts, shuffled);
    assert_same(&generate(&texts), &generate(&shuffled), "a shuffled folder");
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let texts = texts();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread pool");
    let alone = pool.install(|| generate(&texts));
    for threads in [2, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let many = pool.expect("a thread pool").install(|| generate(&texts));
        assert_same(&alone, &many, &format!("{threads} threads"));
    }
}

#[test]
fn a_line_added_to_a_page_changes_no_emitted_byte() {
    let texts = texts();
    let moved: Vec<(String, String)> =
        texts.iter().map(|(path, text)| (path.clone(), format!("\n{text}"))).collect();
    assert_same(&generate(&texts), &generate(&moved), "an empty line at the top of each page");
}

#[test]
fn line_ends_do_not_matter() {
    let texts = texts();
    let windows: Vec<(String, String)> =
        texts.iter().map(|(path, text)| (path.clone(), text.replace('\n', "\r\n"))).collect();
    assert_same(&generate(&texts), &generate(&windows), "CRLF");
}
