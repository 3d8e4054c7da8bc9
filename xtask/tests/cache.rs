//! What a run leaves behind for the next one never changes what comes out.

mod support;

use std::fs;
use support::{PAGE, PAGE_PATH, Project, Ran};

/// Where the caches of `project` lie.
fn caches(project: &Project) -> Vec<std::path::PathBuf> {
    let folder = project.target.path().join("codegen-cache");
    fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

fn has_stage(ran: &Ran, stage: &str) -> bool {
    let mut lines = ran.stderr.lines();
    lines.any(|line| line.contains(" ms  ") && line.ends_with(stage))
}

#[test]
fn nothing_is_worked_out_twice() {
    let project = Project::new();
    let first = project.codegen(&["--timings"]).expect(0);
    assert!(has_stage(&first, "read"), "{}", first.stderr);
    let second = project.codegen(&["--timings"]).expect(0).says("0 files written");
    assert!(!has_stage(&second, "read"), "{}", second.stderr);
    let anew = project.codegen(&["--timings", "--no-cache"]).expect(0);
    assert!(has_stage(&anew, "read"), "{}", anew.stderr);
    let check = project.codegen(&["--timings", "--check"]).expect(0);
    assert!(has_stage(&check, "read"), "a check does not trust the cache: {}", check.stderr);
}

#[test]
fn a_cached_run_finds_and_writes_the_same() {
    let project = Project::new();
    project.put(
        "docs/v1.0/resources/broken.md",
        "# broken resource type\n\n## Properties\n\n|Property|Description|\n|:--|:--|\n|a|b|\n",
    );
    let first = project.codegen(&["--message-format", "json"]).expect(0);
    let written = project.out();
    fs::remove_dir_all(project.path("out")).unwrap();
    let second = project.codegen(&["--message-format", "json"]).expect(0);
    assert!(!first.stdout.is_empty());
    assert_eq!(first.stdout, second.stdout);
    assert_eq!(project.out(), written);
}

#[test]
fn every_change_is_seen() {
    let project = Project::written();
    let changes: [(&str, String); 4] = [
        (PAGE_PATH, PAGE.replace("The model.", "The model's name.")),
        ("docs/v1.0/resources/more.md", PAGE.replace("device", "gadget")),
        ("docs/codegen.toml", "[crate]\nname = \"other\"\n".to_owned()),
        ("docs/codegen.toml", "[crate]\nname = \"another\"\n".to_owned()),
    ];
    for (path, text) in changes {
        project.put(path, &text);
        project.codegen(&[]).expect(0);
        let cached = project.out();
        project.codegen(&["--no-cache"]).expect(0).says("0 files written");
        assert_eq!(project.out(), cached, "{path}");
        project.codegen(&["--check"]).expect(0);
    }
}

#[test]
fn a_damaged_cache_does_no_harm() {
    let project = Project::written();
    let [cache] = &caches(&project)[..] else { panic!("one folder was written: one cache") };
    for damage in [&b""[..], b"docs-codegen-cache/1 0\n{}\n", b"\xff\xfe", &[b'\n'; 64]] {
        fs::write(cache, damage).unwrap();
        project.codegen(&[]).expect(0).says("0 files written");
    }
    fs::remove_file(cache).unwrap();
    fs::create_dir(cache).unwrap();
    project.codegen(&[]).expect(0).says("0 files written");
    project.codegen(&["--check"]).expect(0);
}
