//! Each stage on `docs-input/`, or on the docs tree that `DOCS` names.
//!
//! `cargo bench -p generator`; for a larger tree `DOCS=/path/to/docs cargo bench -p generator`. Whole runs and
//! the floor below them are in `runs.rs`.

#[path = "support/docs.rs"]
mod docs;

use divan::Bencher;
use docs::{CONFIG, DOCS, ROOT};
use generator::source::DocSet;
use generator::{check, emit, page, pipeline, plan, render, resolve, write};
use std::sync::LazyLock;

static PAGES: LazyLock<Vec<page::Page>> = LazyLock::new(|| page::read_all(&DOCS).0);
static MODEL: LazyLock<generator::ir::Model> =
    LazyLock::new(|| pipeline::understand(&DOCS, &CONFIG).model);
static PLAN: LazyLock<plan::Plan> =
    LazyLock::new(|| plan::plan(&MODEL, &DOCS, &plan::Options::default()).0);
static FILES: LazyLock<generator::file_tree::FileTree> = LazyLock::new(|| {
    let rendered = render::render(&emit::emit(&PLAN), None);
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
    bencher.bench(|| render::render(&emit::emit(&PLAN), None));
}

#[divan::bench]
fn g_compare_unchanged(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    write_all(&out);
    bencher.bench(|| write::plan(&out, &FILES).expect("the folder can be compared"));
}

fn write_all(out: &std::path::Path) {
    let changes = write::plan(out, &FILES).expect("an empty folder");
    write::commit(out, &FILES, &changes, false, &|_| write::Verdict::Continue)
        .expect("the folder can be written");
}
