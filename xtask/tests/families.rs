//! A second docs folder, of another family: its crate is emitted, built, linted and tested, and an application uses it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::cargo;

#[test]
fn a_crate_of_another_family_serves_an_application() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("families");
    // What an earlier run left would not be what this one writes.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("app/src")).expect("a folder");
    let out = folder.join("crate");
    let written = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--no-cache", "--docs"])
        .arg(root.join("../generator/tests/families/kiosk"))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("codegen runs");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    for file in ["Cargo.toml", "src/main.rs"] {
        let from = root.join("tests/kiosk-app").join(file);
        fs::copy(from, folder.join("app").join(file)).expect("the application");
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("families-target");
    cargo(&out, &target, &["test", "--quiet"]);
    cargo(&out, &target, &["clippy", "--all-targets", "--", "-D", "warnings"]);
    cargo(&out, &target, &["doc", "--no-deps"]);
    cargo(&folder.join("app"), &target, &["run"]);
}
