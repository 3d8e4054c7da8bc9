//! The output folder: how differences are told apart, and that writing is all or nothing.

use generator::file_tree::FileTree;
use generator::write::{
    CommitError, Drift, RECORD, Recovered, Step, TRANSACTION, Verdict, Written, commit, plan,
    recover,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

const MANIFEST: &str = "[package]\nname = \"generated\"\n";

fn tree(files: &[(&str, &str)]) -> FileTree {
    files.iter().copied().collect()
}

fn first_tree() -> FileTree {
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
fn second_tree() -> FileTree {
    tree(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", "pub mod v1_0;\n"),
        ("src/v1_0/mod.rs", "pub mod new;\npub mod user;\n"),
        ("src/v1_0/new/deep/group.rs", "pub struct Group;\n"),
        ("src/v1_0/user.rs", "pub struct User { pub id: u8 }\n"),
        ("tests/examples.rs", "// tests\n"),
    ])
}

fn go_on(_: &Step<'_>) -> Verdict {
    Verdict::Continue
}

fn write(out: &Path, tree: &FileTree, overwrite_edited: bool) -> Result<Written, CommitError> {
    let plan = plan(out, tree).expect("the folder can be compared");
    commit(out, tree, &plan, overwrite_edited, &go_on)
}

/// A folder that holds `first_tree()`.
fn written() -> (TempDir, PathBuf) {
    let temp = TempDir::new().unwrap();
    let out = temp.path().join("deep/generated");
    write(&out, &first_tree(), false).unwrap();
    (temp, out)
}

fn put(out: &Path, path: &str, text: &str) {
    let full = out.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// All files and folders below `out`, with contents; folders end in `/`.
fn snapshot(out: &Path) -> BTreeMap<String, String> {
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

fn drifts(out: &Path, tree: &FileTree) -> Vec<(String, Drift)> {
    let plan = plan(out, tree).unwrap();
    plan.findings.into_iter().map(|finding| (finding.path, finding.drift)).collect()
}

#[test]
fn a_new_folder_is_filled_and_then_left_alone() {
    let (_temp, out) = written();
    let snapshot_before = snapshot(&out);
    assert_eq!(snapshot_before["src/v1_0/user.rs"], "pub struct User;\n");
    assert!(snapshot_before[RECORD].lines().any(|line| line.ends_with("  src/v1_0/user.rs")));
    let modified = |path: &str| fs::metadata(out.join(path)).unwrap().modified().unwrap();
    let before: Vec<_> = ["Cargo.toml", "src/lib.rs", RECORD].map(modified).into();

    let plan = plan(&out, &first_tree()).unwrap();
    assert!(plan.is_clean());
    assert_eq!(plan.unchanged, first_tree().len());
    let nothing = commit(&out, &first_tree(), &plan, false, &|step| panic!("no step: {step:?}"));
    assert_eq!(nothing.unwrap(), Written::default());
    assert_eq!(snapshot(&out), snapshot_before);
    assert_eq!(before, ["Cargo.toml", "src/lib.rs", RECORD].map(modified));
}

#[test]
fn a_change_touches_only_what_differs() {
    let (_temp, out) = written();
    put(&out, "target/debug/x.rs", "foreign");
    put(&out, "Cargo.lock", "foreign");
    put(&out, ".github/ci.yml", "foreign");
    put(&out, "src/notes.txt", "foreign");
    let untouched = fs::metadata(out.join("src/lib.rs")).unwrap().modified().unwrap();
    let result = write(&out, &second_tree(), false).unwrap();
    assert_eq!(result, Written { written: 3, removed: 1 });
    let after = snapshot(&out);
    assert_eq!(after["src/v1_0/new/deep/group.rs"], "pub struct Group;\n");
    assert!(!after.contains_key("src/v1_0/old/"), "emptied folders are removed");
    assert!(!after.contains_key(&format!("{TRANSACTION}/")), "nothing temporary stays");
    for foreign in ["target/debug/x.rs", "Cargo.lock", ".github/ci.yml", "src/notes.txt"] {
        assert_eq!(after[foreign], "foreign");
    }
    assert_eq!(fs::metadata(out.join("src/lib.rs")).unwrap().modified().unwrap(), untouched);
    assert!(plan(&out, &second_tree()).unwrap().is_clean());
}

#[test]
fn differences_are_told_apart() {
    type Case = (&'static str, fn(&Path), &'static [(&'static str, Drift)]);
    let cases: &[Case] = &[
        (
            "a deleted file",
            |out| fs::remove_file(out.join("src/lib.rs")).unwrap(),
            &[("src/lib.rs", Drift::Missing)],
        ),
        (
            "an edited file",
            |out| put(out, "src/lib.rs", "mine"),
            &[("src/lib.rs", Drift::HandEdited)],
        ),
        (
            "an edit that keeps the size",
            |out| put(out, "src/v1_0/user.rs", "pub struct Usex;\n"),
            &[("src/v1_0/user.rs", Drift::HandEdited)],
        ),
        (
            "line ends turned to CRLF",
            |out| put(out, "src/lib.rs", "pub mod v1_0;\r\n"),
            &[("src/lib.rs", Drift::HandEdited)],
        ),
        (
            "unrecorded sources and data",
            |out| {
                put(out, "src/a/mine.rs", "");
                put(out, "tests/data.json", "{}");
            },
            &[("src/a/mine.rs", Drift::Orphan), ("tests/data.json", Drift::Orphan)],
        ),
        (
            "foreign files",
            |out| {
                put(out, "src/readme.txt", "");
                put(out, "src/.hidden/x.rs", "");
                put(out, "build.rs", "");
                put(out, "benches/b.rs", "");
                put(out, "target/x.rs", "");
            },
            &[],
        ),
        (
            "a deleted folder",
            |out| fs::remove_dir_all(out.join("src/v1_0")).unwrap(),
            &[
                ("src/v1_0/mod.rs", Drift::Missing),
                ("src/v1_0/old/gone.rs", Drift::Missing),
                ("src/v1_0/user.rs", Drift::Missing),
            ],
        ),
        (
            "a lost record",
            |out| fs::remove_file(out.join(RECORD)).unwrap(),
            &[(RECORD, Drift::HandEdited)],
        ),
        (
            "a record with a merge conflict",
            |out| {
                let record = fs::read_to_string(out.join(RECORD)).unwrap();
                put(out, RECORD, &format!("<<<<<<< ours\n{record}=======\n>>>>>>> theirs\n"));
            },
            &[(RECORD, Drift::HandEdited)],
        ),
        (
            "a record that merged into another order",
            |out| {
                let record = fs::read_to_string(out.join(RECORD)).unwrap();
                let mut lines: Vec<&str> = record.lines().collect();
                lines.reverse();
                put(out, RECORD, &lines.join("\n"));
            },
            &[(RECORD, Drift::Stale)],
        ),
        (
            "a lost record and an edit",
            |out| {
                fs::remove_file(out.join(RECORD)).unwrap();
                put(out, "Cargo.toml", "mine");
            },
            &[(RECORD, Drift::HandEdited), ("Cargo.toml", Drift::HandEdited)],
        ),
    ];
    for (name, edit, expected) in cases {
        let (_temp, out) = written();
        edit(&out);
        let expected: Vec<_> =
            expected.iter().map(|(path, drift)| ((*path).to_owned(), *drift)).collect();
        assert_eq!(drifts(&out, &first_tree()), expected, "{name}");
        // Whatever it was: with permission to overwrite, the folder is as it should be.
        write(&out, &first_tree(), true).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(plan(&out, &first_tree()).unwrap().is_clean(), "{name}");
    }
}

#[test]
fn against_new_output() {
    let (_temp, out) = written();
    let expected = [
        ("src/v1_0/mod.rs", Drift::Stale),
        ("src/v1_0/new/deep/group.rs", Drift::Missing),
        ("src/v1_0/old/gone.rs", Drift::Orphan),
        ("src/v1_0/user.rs", Drift::Stale),
    ];
    let expected: Vec<_> = expected.map(|(path, drift)| (path.to_owned(), drift)).into();
    assert_eq!(drifts(&out, &second_tree()), expected);
}

#[test]
fn work_of_people_is_never_overwritten_unasked() {
    type Edit = fn(&Path);
    let cases: &[(&str, Edit)] = &[
        ("edited, would be rewritten", |out| put(out, "src/v1_0/user.rs", "mine")),
        ("edited, would be removed", |out| put(out, "src/v1_0/old/gone.rs", "mine")),
        ("unrecorded in an owned folder", |out| put(out, "src/mine.rs", "mine")),
        ("unrecorded where a new file goes", |out| put(out, "src/v1_0/new/deep/group.rs", "mine")),
        ("record lost", |out| fs::remove_file(out.join(RECORD)).unwrap()),
        ("record in conflict", |out| put(out, RECORD, "<<<<<<<\n")),
    ];
    for (name, edit) in cases {
        let (_temp, out) = written();
        edit(&out);
        let before = snapshot(&out);
        let refused = write(&out, &second_tree(), false);
        assert!(matches!(refused, Err(CommitError::Protected)), "{name}: {refused:?}");
        assert_eq!(snapshot(&out), before, "{name}");
        write(&out, &second_tree(), true).unwrap();
        assert!(plan(&out, &second_tree()).unwrap().is_clean(), "{name}");
        assert_eq!(snapshot(&out).into_keys().filter(|path| path.contains("mine")).count(), 0);
    }
}

#[test]
fn an_edit_that_is_already_what_would_be_written_is_no_edit() {
    let (_temp, out) = written();
    for (path, contents) in second_tree().iter() {
        put(&out, path, std::str::from_utf8(contents).unwrap());
    }
    assert_eq!(drifts(&out, &second_tree()), [("src/v1_0/old/gone.rs".to_owned(), Drift::Orphan)]);
    write(&out, &second_tree(), false).unwrap();
}

#[test]
fn folders_of_others_are_refused() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("a text file", &[("notes.txt", "x")]),
        ("somebody's crate", &[("Cargo.toml", "[package]"), ("src/lib.rs", "// other")]),
        ("a dot-file", &[(".profile", "x")]),
    ];
    for (name, files) in cases {
        let out = TempDir::new().unwrap();
        for (path, text) in *files {
            put(out.path(), path, text);
        }
        let before = snapshot(out.path());
        let error = plan(out.path(), &first_tree()).expect_err(name);
        assert!(error.reason.contains("codegen did not make it"), "{name}: {error}");
        assert_eq!(snapshot(out.path()), before);
    }
    let leftovers = TempDir::new().unwrap();
    put(leftovers.path(), "target/x", "x");
    put(leftovers.path(), "Cargo.lock", "x");
    put(leftovers.path(), ".git/HEAD", "x");
    write(leftovers.path(), &first_tree(), false).expect("what cargo and git leave is no obstacle");
}

#[test]
fn what_is_no_folder_is_an_error() {
    let temp = TempDir::new().unwrap();
    put(temp.path(), "file", "x");
    for out in ["file", "file/below"] {
        plan(&temp.path().join(out), &first_tree()).expect_err(out);
    }
    let (_temp, out) = written();
    fs::remove_file(out.join("src/v1_0/user.rs")).unwrap();
    fs::create_dir(out.join("src/v1_0/user.rs")).unwrap();
    plan(&out, &first_tree()).expect_err("a folder where a file belongs");
    for path in ["../x", "/x", "a//b", "a/./b", "a\\b", "c:d", ""] {
        plan(&out, &tree(&[(path, "")])).expect_err(path);
    }
}

#[test]
fn a_file_makes_way_for_a_folder() {
    let temp = TempDir::new().unwrap();
    let (before, after) = (
        tree(&[("src/a.rs", ""), ("src/x", "file")]),
        tree(&[("src/a.rs", ""), ("src/x/y/z.rs", "")]),
    );
    write(temp.path(), &before, false).unwrap();
    let kept = snapshot(temp.path());
    let planned = plan(temp.path(), &after).unwrap();
    let cancel =
        |step: &Step<'_>| if *step == Step::Finish { Verdict::Cancel } else { Verdict::Continue };
    let cancelled = commit(temp.path(), &after, &planned, false, &cancel);
    assert!(matches!(cancelled, Err(CommitError::Cancelled)), "{cancelled:?}");
    assert_eq!(snapshot(temp.path()), kept);
    write(temp.path(), &after, false).unwrap();
    assert!(plan(temp.path(), &after).unwrap().is_clean());
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (temp, out) = written();
    let outside = temp.path().join("outside");
    put(&outside, "mod.rs", "precious");
    put(&outside, "user.rs", "precious");

    fs::remove_dir_all(out.join("src/v1_0")).unwrap();
    symlink(&outside, out.join("src/v1_0")).unwrap();
    let error = plan(&out, &first_tree()).unwrap_err();
    assert!(error.reason.contains("symbolic links"), "{error}");
    fs::remove_file(out.join("src/v1_0")).unwrap();
    write(&out, &first_tree(), false).unwrap();

    fs::remove_file(out.join("src/lib.rs")).unwrap();
    symlink(outside.join("user.rs"), out.join("src/lib.rs")).unwrap();
    symlink(&outside, out.join("src/link")).unwrap();
    symlink(outside.join("mod.rs"), out.join("src/link.rs")).unwrap();
    let expected = [("src/lib.rs", Drift::HandEdited), ("src/link.rs", Drift::Orphan)];
    assert_eq!(drifts(&out, &first_tree()), expected.map(|(path, drift)| (path.to_owned(), drift)));
    write(&out, &first_tree(), true).unwrap();
    assert_eq!(fs::read_to_string(out.join("src/lib.rs")).unwrap(), "pub mod v1_0;\n");
    assert_eq!(fs::read_to_string(outside.join("user.rs")).unwrap(), "precious");
    assert_eq!(fs::read_to_string(outside.join("mod.rs")).unwrap(), "precious");
}

#[test]
fn a_record_cannot_reach_outside() {
    let (temp, out) = written();
    put(temp.path(), "deep/precious.rs", "x");
    let hash = "0".repeat(64);
    let record = fs::read_to_string(out.join(RECORD)).unwrap();
    put(&out, RECORD, &format!("{record}{hash}  ../precious.rs\n"));
    write(&out, &first_tree(), true).unwrap();
    assert!(temp.path().join("deep/precious.rs").exists());
}

/// Every step of one commit, in order, as text.
fn steps(out: &Path, tree: &FileTree) -> usize {
    let count = AtomicUsize::new(0);
    let plan = plan(out, tree).unwrap();
    commit(out, tree, &plan, true, &|_| {
        count.fetch_add(1, Ordering::Relaxed);
        Verdict::Continue
    })
    .unwrap();
    count.into_inner()
}

/// Stops at step `at`; undoing goes on.
fn stop_at(at: usize, verdict: Verdict) -> impl Fn(&Step<'_>) -> Verdict + Sync {
    let count = AtomicUsize::new(0);
    move |_| {
        let here = count.fetch_add(1, Ordering::Relaxed) == at;
        if here { verdict } else { Verdict::Continue }
    }
}

/// Each case begins with this folder and ends with the other.
fn starts() -> [(&'static str, FileTree, FileTree); 3] {
    [
        ("a new folder", FileTree::new(), first_tree()),
        ("a change", first_tree(), second_tree()),
        ("the way back", second_tree(), first_tree()),
    ]
}

fn started(before: &FileTree) -> (TempDir, PathBuf) {
    let temp = TempDir::new().unwrap();
    let out = temp.path().join("new/generated");
    if !before.is_empty() {
        write(&out, before, false).unwrap();
        put(&out, "src/foreign.txt", "foreign");
    }
    (temp, out)
}

#[test]
fn cancelled_at_any_step_nothing_has_changed() {
    for (name, before, after) in starts() {
        let total = steps(&started(&before).1, &after);
        assert!(total > 10);
        for at in 0..total {
            let (temp, out) = started(&before);
            let kept = snapshot(temp.path());
            let planned = plan(&out, &after).unwrap();
            let result = commit(&out, &after, &planned, false, &stop_at(at, Verdict::Cancel));
            if at + 1 == total {
                // Only the backups were left to remove, which the next run does.
                result.expect(name);
                assert_eq!(recover(&out).unwrap(), Some(Recovered::Completed));
                assert!(plan(&out, &after).unwrap().is_clean());
                continue;
            }
            assert!(matches!(result, Err(CommitError::Cancelled)), "{name}, step {at}: {result:?}");
            assert_eq!(snapshot(temp.path()), kept, "{name}, step {at}");
        }
    }
}

#[test]
fn killed_at_any_step_the_next_run_puts_it_right() {
    for (name, before, after) in starts() {
        let total = steps(&started(&before).1, &after);
        let mut seen = BTreeSet::new();
        for at in 0..total {
            let (_temp, out) = started(&before);
            fs::create_dir_all(&out).unwrap();
            let kept = snapshot(&out);
            let planned = plan(&out, &after).unwrap();
            let result = commit(&out, &after, &planned, false, &stop_at(at, Verdict::Abandon));
            let recovered = recover(&out).unwrap();
            match &recovered {
                Some(Recovered::Completed) => {
                    result.expect(name);
                    assert!(plan(&out, &after).unwrap().is_clean(), "{name}, step {at}");
                }
                Some(_) => {
                    assert!(matches!(result, Err(CommitError::Abandoned)), "{name}: {result:?}");
                    assert_eq!(snapshot(&out), kept, "{name}, step {at}");
                }
                None => panic!("{name}, step {at}: the next run must say that something was wrong"),
            }
            seen.insert(format!("{recovered:?}").split(' ').next().unwrap_or_default().to_owned());
            assert_eq!(recover(&out).unwrap(), None);
            write(&out, &after, false).unwrap();
            assert!(plan(&out, &after).unwrap().is_clean(), "{name}, step {at}");
        }
        assert_eq!(seen.len(), 3, "{name}: {seen:?}");
    }
}

#[test]
fn killed_while_undoing_it_is_undone_all_the_same() {
    let total = steps(&started(&first_tree()).1, &second_tree());
    let (_temp, out) = started(&first_tree());
    let kept = snapshot(&out);
    let planned = plan(&out, &second_tree()).unwrap();
    for undone in 0..planned.findings.len() {
        let undos = AtomicUsize::new(0);
        let cancel = stop_at(total - 2, Verdict::Cancel);
        let result = commit(&out, &second_tree(), &planned, false, &|step| match step {
            Step::Undo(_) if undos.fetch_add(1, Ordering::Relaxed) == undone => Verdict::Abandon,
            Step::Undo(_) => Verdict::Continue,
            step => cancel(step),
        });
        assert!(matches!(result, Err(CommitError::Abandoned)), "{undone}: {result:?}");
        assert!(matches!(recover(&out).unwrap(), Some(Recovered::Undone { .. })));
        assert_eq!(snapshot(&out), kept, "killed after undoing {undone}");
    }
}

#[test]
fn what_people_changed_after_a_kill_is_kept() {
    let (_temp, out) = started(&first_tree());
    let planned = plan(&out, &second_tree()).unwrap();
    let kill =
        |step: &Step<'_>| if *step == Step::Finish { Verdict::Abandon } else { Verdict::Continue };
    commit(&out, &second_tree(), &planned, false, &kill).unwrap_err();
    put(&out, "src/v1_0/user.rs", "mine");
    let kept = match recover(&out).unwrap() {
        Some(Recovered::Undone { kept, .. }) => kept,
        other => panic!("{other:?}"),
    };
    assert_eq!(kept, ["src/v1_0/user.rs"]);
    assert_eq!(fs::read_to_string(out.join("src/v1_0/user.rs")).unwrap(), "mine");
    assert_eq!(drifts(&out, &first_tree()), [("src/v1_0/user.rs".to_owned(), Drift::HandEdited)]);
}

#[test]
fn a_failing_file_system_changes_nothing() {
    let (_temp, out) = started(&first_tree());
    let kept = snapshot(&out);
    let planned = plan(&out, &second_tree()).unwrap();
    // Somebody puts a file where codegen is about to put one.
    let intruder = out.join("src/v1_0/new/deep/group.rs");
    let intrude = |step: &Step<'_>| {
        if matches!(step, Step::MoveAside("src/v1_0/mod.rs")) {
            put(&out, "src/v1_0/new/deep/group.rs", "mine");
        }
        Verdict::Continue
    };
    let result = commit(&out, &second_tree(), &planned, false, &intrude);
    assert!(matches!(result, Err(CommitError::Failed(_))), "{result:?}");
    assert_eq!(fs::read_to_string(&intruder).unwrap(), "mine");
    fs::remove_dir_all(out.join("src/v1_0/new")).unwrap();
    assert_eq!(snapshot(&out), kept);
}

#[test]
fn two_runs_do_not_meet() {
    let (_temp, out) = started(&first_tree());
    let planned = plan(&out, &second_tree()).unwrap();
    let meet = |step: &Step<'_>| {
        if *step == Step::Finish {
            assert!(recover(&out).unwrap_err().reason.contains("another codegen"));
            let inner = commit(&out, &second_tree(), &planned, false, &go_on);
            assert!(matches!(inner, Err(CommitError::Failed(_))), "{inner:?}");
        }
        Verdict::Continue
    };
    commit(&out, &second_tree(), &planned, false, &meet).unwrap();
    assert!(plan(&out, &second_tree()).unwrap().is_clean());
}
