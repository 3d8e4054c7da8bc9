//! What is measured: `docs-input/`, or the docs tree that `DOCS` names, with the allocator of the command line.

use generator::config::Config;
use generator::source::DocSet;
use std::path::PathBuf;
use std::sync::LazyLock;

pub(crate) static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    std::env::var_os("DOCS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs-input"),
        PathBuf::from,
    )
});

pub(crate) static DOCS: LazyLock<DocSet> =
    LazyLock::new(|| DocSet::load(&ROOT).expect("the docs tree loads"));

pub(crate) static CONFIG: LazyLock<Config> =
    LazyLock::new(|| Config::load(&ROOT).expect("codegen.toml is right"));

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
