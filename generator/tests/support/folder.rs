//! Output folders and what is written to them.
#![allow(dead_code, reason = "not every test file needs all of it")]

use generator::file_tree::FileTree;
use generator::write::{CommitError, Drift, Step, Verdict, Written, commit, plan};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const MANIFEST: &str = "[package]\nname = \"generated\"\n";

pub(crate) fn tree(files: &[(&str, &str)]) -> FileTree {
    files.iter().copied().collect()
}

pub(crate) fn first_tree() -> FileTree {
    tree(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub mod v1_0;\n"),
        ("src/v1_0/mod.rs", "pub mod user;\n"),
        ("src/v1_0/user.rs", "pub struct User;\n"),
        ("src/v1_0/old/gone.rs", "pub struct Gone;\n"),
        ("tests/examples.rs", "// tests\n"),
    ])
}

/// One file changed, one added in a new folder, one removed with its folder.
pub(crate) fn second_tree() -> FileTree {
    tree(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub mod v1_0;\n"),
        ("src/v1_0/mod.rs", "pub mod new;\npub mod user;\n"),
        ("src/v1_0/new/deep/group.rs", "pub struct Group;\n"),
        ("src/v1_0/user.rs", "pub struct User { pub id: u8 }\n"),
        ("tests/examples.rs", "// tests\n"),
    ])
}

pub(crate) fn go_on(_: &Step<'_>) -> Verdict {
    Verdict::Continue
}

pub(crate) fn write(
    out: &Path,
    tree: &FileTree,
    overwrite_edited: bool,
) -> Result<Written, CommitError> {
    let plan = plan(out, tree).expect("the folder can be compared");
    commit(out, tree, &plan, overwrite_edited, &go_on)
}

/// A folder that holds `first_tree()`.
pub(crate) fn written() -> (TempDir, PathBuf) {
    let temp = TempDir::new().unwrap();
    let out = temp.path().join("deep/generated");
    write(&out, &first_tree(), false).unwrap();
    (temp, out)
}

pub(crate) fn put(out: &Path, path: &str, text: &str) {
    let full = out.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// All files and folders below `out`, with contents; folders end in `/`.
pub(crate) fn snapshot(out: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(out).min_depth(1).into_iter().map(Result::unwrap);
    let named = entries.map(|entry| {
        let path = entry.path().strip_prefix(out).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            (path + "/", String::new())
        } else {
            (path, fs::read_to_string(entry.path()).unwrap())
        }
    });
    named.collect()
}

pub(crate) fn drifts(out: &Path, tree: &FileTree) -> Vec<(String, Drift)> {
    let plan = plan(out, tree).unwrap();
    plan.findings.into_iter().map(|finding| (finding.path, finding.drift)).collect()
}
