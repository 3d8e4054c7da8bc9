//! Whole runs on `docs-input/`, or on the docs tree that `DOCS` names; the floor below them; how they grow.
//!
//! The floor is what no such program can avoid with the same libraries: reading the files, pulldown-cmark's
//! events, JSON of the fenced blocks; syn and prettyplease over the same output; writing the same files.
//! `cargo bench -p generator --bench runs`; for a larger tree `DOCS=/path/to/docs cargo bench …`. Folders are
//! made and removed outside the measured time.

#[path = "support/docs.rs"]
mod docs;

use divan::Bencher;
use docs::{CONFIG, DOCS, ROOT};
use generator::cache::{Build, Cache, View, key};
use generator::file_tree::FileTree;
use generator::pipeline::{self, Generated, Leftovers};
use generator::source::DocSet;
use generator::write;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

static FILES: LazyLock<FileTree> = LazyLock::new(|| pipeline::generate(&DOCS, &CONFIG, None).files);

fn main() {
    divan::main();
}

/// A run that finds no cache, and leaves one.
#[divan::bench]
fn a_whole_run(bencher: Bencher) {
    bencher.with_inputs(folder).bench_values(|folder| {
        run(&ROOT, folder.path());
        folder
    });
}

/// A page was changed since the last run.
#[divan::bench]
fn b_after_a_change(bencher: Bencher) {
    let changed = folder();
    copy_changed(changed.path());
    let prepared = || {
        let folder = folder();
        run(changed.path(), folder.path());
        std::fs::remove_dir_all(folder.path().join("out")).expect("the crate is there");
        folder
    };
    bencher.with_inputs(prepared).bench_values(|folder| {
        run(&ROOT, folder.path());
        folder
    });
}

/// Nothing was changed since the last run.
#[divan::bench]
fn c_unchanged(bencher: Bencher) {
    let folder = folder();
    run(&ROOT, folder.path());
    bencher.bench(|| run(&ROOT, folder.path()));
}

/// Every fourth page, every second, all, all in two versions, all in four.
#[divan::bench(args = ["1/4", "1/2", "1", "2", "4"])]
fn d_growth(bencher: Bencher, size: &str) {
    let docs = sized(size);
    bencher.bench(|| pipeline::generate(&docs, &CONFIG, None));
}

#[divan::bench]
fn z_floor_read_markdown_json(bencher: Bencher) {
    LazyLock::force(&DOCS);
    bencher.bench(floor_read);
}

#[divan::bench]
fn z_floor_syn_prettyplease(bencher: Bencher) {
    LazyLock::force(&FILES);
    bencher.bench(floor_print);
}

#[divan::bench]
fn z_floor_write(bencher: Bencher) {
    LazyLock::force(&FILES);
    bencher.with_inputs(folder).bench_values(floor_write);
}

#[divan::bench]
fn z_floor_sum(bencher: Bencher) {
    LazyLock::force(&FILES);
    bencher
        .with_inputs(folder)
        .bench_values(|folder| (floor_read(), floor_print(), floor_write(folder)));
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// What the command line does: the crate to `out` below `folder`, the cache beside it. Comes back with what the command
/// line leaves to the end of its process.
fn run(docs: &Path, folder: &Path) -> Option<Leftovers> {
    let (out, cache) = (folder.join("out"), folder.join("cache"));
    let build = Build::of(b"bench");
    let (known, docs) = rayon::join(|| Cache::read(&cache, &build), || DocSet::load(docs));
    let docs = docs.expect("the docs tree loads");
    let key = key(&build, &docs, &CONFIG);
    if let Some(outcome) = known.outcome(&key) {
        store(&outcome.files, &out);
        return None;
    }
    let generated = pipeline::generate(&docs, &CONFIG, Some(&known));
    let Generated { diagnostics, files, fingerprints, summary, slice, leftovers, .. } = generated;
    let diagnostics = diagnostics.into_sorted();
    let view = View {
        diagnostics: &diagnostics,
        files: &files,
        fingerprints: &fingerprints,
        summary: &summary,
        slice: slice.as_ref(),
    };
    let (kept, ()) =
        rayon::join(|| Cache::write(&cache, &build, &key, view), || store(&files, &out));
    kept.expect("the cache can be written");
    Some(leftovers)
}

fn store(files: &FileTree, out: &Path) {
    let changes = write::plan(out, files).expect("the folder can be compared");
    write::commit(out, files, &changes, false, &|_| write::Verdict::Continue)
        .expect("the folder can be written");
}

/// The docs tree with some words more on one page.
fn copy_changed(to: &Path) {
    for (at, file) in DOCS.files.iter().enumerate() {
        let path = to.join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let changed = at == DOCS.files.len() / 2;
        let more = if changed { "\nAnd some words more.\n" } else { "" };
        std::fs::write(path, format!("{}{more}", file.text)).expect("a file");
    }
    std::fs::copy(ROOT.join("codegen.toml"), to.join("codegen.toml")).ok();
}

fn sized(size: &str) -> DocSet {
    let (step, copies) = match size.split_once('/') {
        Some((_, step)) => (step.parse().expect("a number"), 1),
        None => (1, size.parse().expect("a number")),
    };
    let mut texts: Vec<(String, &str)> = Vec::new();
    for copy in 0..copies {
        for file in DOCS.files.iter().step_by(step) {
            let path = if copy == 0 {
                file.path.clone()
            } else {
                format!("v{}/{}", copy + 1, rest(&file.path))
            };
            texts.push((path, &file.text));
        }
    }
    DocSet::from_texts(texts.iter().map(|(path, text)| (path.as_str(), *text)))
}

/// The path below the version's folder.
fn rest(path: &str) -> &str {
    path.split_once('/').map_or(path, |(_, rest)| rest)
}

/// Files, markdown events, JSON of the fenced blocks.
fn floor_read() -> usize {
    let paths: Vec<PathBuf> = DOCS.files.iter().map(|file| ROOT.join(&file.path)).collect();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut events = 0;
        let mut block = None;
        for event in Parser::new_ext(&text, options) {
            events += 1;
            match event {
                Event::Start(Tag::CodeBlock(_)) => block = Some(String::new()),
                Event::Text(text) => {
                    if let Some(block) = &mut block {
                        block.push_str(&text);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    let block = block.take().unwrap_or_default();
                    let json = block.find('{').map(|at| &block[at..]).unwrap_or_default();
                    events += usize::from(serde_json::from_str::<serde_json::Value>(json).is_ok());
                }
                _ => {}
            }
        }
        events
    };
    paths.par_iter().map(read).sum()
}

/// The same output parsed and printed again.
fn floor_print() -> usize {
    let sources: Vec<&[u8]> =
        FILES.iter().filter(|(path, _)| is_printed(path)).map(|(_, text)| text).collect();
    let print = |bytes: &&[u8]| {
        let text = std::str::from_utf8(bytes).expect("emitted text is UTF-8");
        let tokens: proc_macro2::TokenStream = text.parse().expect("emitted code lexes");
        let file = syn::parse2(tokens).expect("emitted code parses");
        prettyplease::unparse(&file).len()
    };
    sources.par_iter().map(print).sum()
}

fn is_printed(path: &str) -> bool {
    path.ends_with(".rs") && !path.starts_with("src/runtime/")
}

/// The same files written plainly.
fn floor_write(folder: TempDir) -> TempDir {
    let files: Vec<(&str, &[u8])> = FILES.iter().collect();
    files.par_iter().for_each(|(path, text)| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    });
    folder
}
