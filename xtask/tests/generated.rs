//! The emitted crate, tested from the root: `cargo test` here runs what `cargo test` in `generated/` would.
//!
//! `generated/` is no member of the workspace, because cargo refuses to load one whose member is missing or
//! broken. So these tests call cargo.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs cargo on a manifest, with a target folder of its own below this build's.
#[track_caller]
fn cargo(manifest: &str, arguments: &[&str]) {
    let manifest = root().join(manifest);
    assert!(manifest.is_file(), "`{}` is missing: run `cargo xtask codegen`", manifest.display());
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let output = Command::new(env!("CARGO"))
        .args(&arguments[..1])
        .arg("--manifest-path")
        .arg(&manifest)
        .arg("--target-dir")
        .arg(target)
        .args(&arguments[1..])
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success(),
        "`cargo {}` failed on {}:\n{text}",
        arguments.join(" "),
        manifest.display()
    );
    assert!(!text.contains("\nwarning"), "the emitted crate builds with warnings:\n{text}");
}

#[test]
fn the_emitted_crate_passes_its_own_tests() {
    // With the client, so that the tour of the readme is compiled and run.
    cargo("generated/Cargo.toml", &["test", "--features", "client"]);
}

#[test]
fn each_feature_builds_alone_and_none_builds() {
    cargo("generated/Cargo.toml", &["check", "--no-default-features"]);
    for feature in ["serde", "v1_0", "beta"] {
        cargo("generated/Cargo.toml", &["check", "--no-default-features", "--features", feature]);
    }
    cargo("generated/Cargo.toml", &["check", "--features", "jiff,chrono,time,uuid"]);
    for feature in ["client", "ureq", "stream", "examples"] {
        cargo("generated/Cargo.toml", &["check", "--no-default-features", "--features", feature]);
    }
}

#[test]
fn the_application_of_the_readme_runs() {
    cargo("xtask/tests/first-hour/Cargo.toml", &["run"]);
}

/// A server that is stopped when the test is done with it.
struct Mock(Child);

impl Drop for Mock {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Blocking over ureq and asynchronous over reqwest, against the documented exchanges.
#[test]
fn the_client_serves_an_application() {
    let mut mock = Command::new(env!("CARGO_BIN_EXE_xtask"));
    mock.args(["mock", "--busy-every", "3", "--retry-after", "0"]).stdout(Stdio::piped());
    let mut mock = Mock(mock.spawn().expect("the mock starts"));
    let mut line = String::new();
    let out = mock.0.stdout.take().expect("its output");
    BufReader::new(out).read_line(&mut line).expect("its address");
    let root: Vec<&str> = line.split('/').take(3).collect();
    cargo("xtask/tests/autopilot-app/Cargo.toml", &["run", "--", &root.join("/")]);
}

#[test]
fn the_readme_shows_the_application_that_was_compiled() {
    let source = std::fs::read_to_string(root().join("xtask/tests/first-hour/src/main.rs"))
        .expect("the application");
    let shown = source
        .split("// README: begin\n")
        .nth(1)
        .and_then(|rest| rest.split("// README: end").next());
    let shown = shown.expect("the marks in the application's source");
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(
        readme.contains(shown),
        "README.md does not show `first_hour` as it stands in xtask/tests/first-hour/src/main.rs"
    );
}
