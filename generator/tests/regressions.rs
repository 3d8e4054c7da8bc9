//! Every input that a fuzz target once failed on, reduced to words of our own.
//!
//! `regressions/TARGET/` holds them, one in a file; a target without one still has to be a target.

#[path = "../runtime/tests/model/mod.rs"]
#[allow(
    unreachable_pub,
    unexpected_cfgs,
    reason = "it is the runtime tests’ own, with its features"
)]
mod model;
#[path = "support/targets/mod.rs"]
#[allow(unreachable_pub, dead_code, reason = "the fuzzers' crate shows it")]
mod targets;

use std::path::{Path, PathBuf};

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

#[test]
fn what_once_failed_holds() {
    let mut inputs = 0;
    for folder in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions")) {
        let name = folder.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        for input in entries(&folder) {
            let data = std::fs::read(&input).expect("a file");
            println!("{}", input.display());
            targets::run(&name, &data);
            inputs += 1;
        }
    }
    assert!(inputs >= 14, "each target has an input: {inputs}");
}

#[test]
fn every_target_has_its_program_and_an_input() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read_to_string(root.join("fuzz/Cargo.toml")).expect("the manifest");
    for (name, _) in targets::ALL {
        assert!(root.join(format!("fuzz/fuzz_targets/{name}.rs")).is_file(), "{name}");
        assert!(manifest.contains(&format!("name = \"{name}\"\n")), "{name}");
        assert!(root.join("tests/regressions").join(name).is_dir(), "{name}");
    }
}
