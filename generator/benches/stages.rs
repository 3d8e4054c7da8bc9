//! Each stage on `docs-input/`, or on the docs tree that `DOCS` names, and the floor below the whole.
//!
//! The floor is what no such program can avoid with the same libraries: reading the files, pulldown-cmark's
//! events, JSON of the fenced blocks; syn and prettyplease over the same output; writing the same files.
//! `cargo bench -p generator`; for a larger tree `DOCS=/path/to/docs cargo bench -p generator`.

use divan::Bencher;
use generator::cache::Cache;
use generator::config::Config;
use generator::source::DocSet;
use generator::{check, emit, page, pipeline, plan, render, resolve, write};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;

static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    std::env::var_os("DOCS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs-input"),
        PathBuf::from,
    )
});

static DOCS: LazyLock<DocSet> = LazyLock::new(|| DocSet::load(&ROOT).expect("the docs tree loads"));
static CONFIG: LazyLock<Config> =
    LazyLock::new(|| Config::load(&ROOT).expect("codegen.toml is right"));
static PAGES: LazyLock<Vec<page::Page>> = LazyLock::new(|| page::read_all(&DOCS).0);
static MODEL: LazyLock<generator::ir::Model> =
    LazyLock::new(|| pipeline::understand(&DOCS, &CONFIG).model);
static PLAN: LazyLock<plan::Plan> =
    LazyLock::new(|| plan::plan(&MODEL, &DOCS, &plan::Options::default()).0);
static FILES: LazyLock<generator::file_tree::FileTree> = LazyLock::new(|| {
    let rendered = render::render(&emit::emit(&PLAN), &Cache::default());
    rendered.expect("emitted code parses").files
});

fn main() {
    divan::main();
}

#[divan::bench]
fn a_load() -> DocSet {
    DocSet::load(&ROOT).expect("the docs tree loads")
}

#[divan::bench]
fn b_read(bencher: Bencher) {
    LazyLock::force(&DOCS);
    bencher.bench(|| page::read_all(&DOCS));
}

#[divan::bench]
fn c_resolve(bencher: Bencher) {
    LazyLock::force(&PAGES);
    bencher.bench(|| resolve::resolve(&PAGES, &resolve::Settings::default()));
}

#[divan::bench]
fn d_check(bencher: Bencher) {
    LazyLock::force(&MODEL);
    bencher.bench(|| check::check(&DOCS, &MODEL, &[]));
}

#[divan::bench]
fn e_plan(bencher: Bencher) {
    LazyLock::force(&MODEL);
    bencher.bench(|| plan::plan(&MODEL, &DOCS, &plan::Options::default()));
}

#[divan::bench]
fn f_emit_and_render(bencher: Bencher) {
    LazyLock::force(&PLAN);
    bencher.bench(|| render::render(&emit::emit(&PLAN), &Cache::default()));
}

#[divan::bench]
fn g_compare_unchanged(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    write_all(&out);
    bencher.bench(|| write::plan(&out, &FILES).expect("the folder can be compared"));
}

#[divan::bench]
fn h_whole_run_to_files() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let docs = DocSet::load(&ROOT).expect("the docs tree loads");
    let generated = pipeline::generate(&docs, &CONFIG, &Cache::default());
    let out = folder.path().join("out");
    let changes = write::plan(&out, &generated.files).expect("an empty folder");
    write::commit(&out, &generated.files, &changes, false, &|_| write::Verdict::Continue)
        .expect("the folder can be written");
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
    bencher.bench(floor_write);
}

#[divan::bench]
fn z_floor_sum(bencher: Bencher) {
    LazyLock::force(&FILES);
    bencher.bench(|| (floor_read(), floor_print(), floor_write()));
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
fn floor_write() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in FILES.iter() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
}

fn write_all(out: &std::path::Path) {
    let changes = write::plan(out, &FILES).expect("an empty folder");
    write::commit(out, &FILES, &changes, false, &|_| write::Verdict::Continue)
        .expect("the folder can be written");
}
