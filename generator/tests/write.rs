//! The output folder: how differences are told apart, and what is left alone.

#[path = "support/folder.rs"]
mod folder;

use folder::{drifts, first_tree, put, second_tree, snapshot, tree, write, written};
use generator::write::{
    CommitError, Drift, RECORD, Step, TRANSACTION, Verdict, Written, commit, plan,
};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

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
