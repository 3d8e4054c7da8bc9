//! `init` in an empty folder: the project is whole, and what its xtask does passes at once.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use support::Project;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

const EXAMPLE: &str = include_str!("../../generator/examples/codegen.rs");

#[test]
fn the_commands_of_a_new_project_pass_at_once() {
    let project = Project::new();
    project.run(&["init", "mine"]).expect(0).says("cargo xtask codegen --check");
    let mine = project.path("mine");
    assert_eq!(fs::read_to_string(mine.join("xtask/src/main.rs")).unwrap(), EXAMPLE);
    let manifest = fs::read_to_string(mine.join("xtask/Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().expect("a manifest");
    let path = manifest["dependencies"]["generator"]["path"].as_str().expect("a path");
    assert!(Path::new(path).join("Cargo.toml").is_file(), "{path}");
    // Its xtask is the library's example; the same program is run here as this workspace builds it.
    let xtask = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "generator", "--example", "codegen"])
            .arg("--manifest-path")
            .arg(root().join("Cargo.toml"))
            .arg("--")
            .args(arguments)
            .current_dir(&mine)
            .env_remove("CARGO_TARGET_DIR")
            .output()
            .expect("cargo runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    let (status, said) = xtask(&["codegen", "--check"]);
    assert_eq!(status, Some(1), "there is no crate yet: {said}");
    let (status, said) = xtask(&["codegen"]);
    assert_eq!((status, said.as_str()), (Some(0), ""), "the pages are clean");
    assert!(
        mine.join("api/src/v1_0/types/thing.rs").is_file() || mine.join("api/src/v1_0").is_dir()
    );
    let (status, said) = xtask(&["codegen", "--check"]);
    assert_eq!(status, Some(0), "{said}");
    // Cargo takes the workspace as it is.
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(&mine)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn nothing_is_overwritten() {
    let project = Project::new();
    project.put("mine/README.md", "mine");
    project.run(&["init", "mine"]).expect(2).says("is there already");
    assert_eq!(support::files(&project.path("mine")).len(), 1);
}

#[test]
fn the_example_is_short() {
    assert!(EXAMPLE.lines().count() <= 30, "{}", EXAMPLE.lines().count());
}
