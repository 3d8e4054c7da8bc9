//! The classes of changes, proved by the compiler: for each breaking change a program that the former crate compiles and
//! the new one does not; for additive ones a program that uses all of the former crate, as its README asks for, and
//! compiles against both.

#[path = "../../generator/tests/diff/mod.rs"]
mod trees;

use generator::config::Config;
use generator::diff::{self, Class, Diff, Snapshot};
use generator::source::DocSet;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use trees::{Edit, Tree, edits, pages};

fn snapshot(tree: &Tree) -> Snapshot {
    let docs = DocSet::from_texts(tree.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    generator::pipeline::snapshot(&docs, &Config::default()).snapshot
}

/// Edits that can be made together without hiding one another.
struct Group {
    tree: Tree,
    expected: Vec<[String; 3]>,
}

fn holds(old: &Snapshot, tree: &Tree, expected: &[[String; 3]]) -> bool {
    let diff = Diff::new(old, &snapshot(tree), &[]);
    let found: BTreeSet<(&str, &str)> =
        diff.changes.iter().map(|change| (change.kind.as_str(), change.item.as_str())).collect();
    expected.iter().all(|[kind, _, item]| found.contains(&(kind.as_str(), item.as_str())))
}

fn groups(old: &Tree, edits: Vec<Edit>) -> Vec<Group> {
    let before = snapshot(old);
    let mut groups: Vec<Group> = Vec::new();
    for edit in edits {
        let fits = groups.iter_mut().find_map(|group| {
            let tree = edit.try_apply(&group.tree)?;
            let expected = [group.expected.as_slice(), &edit.expect].concat();
            holds(&before, &tree, &expected).then_some((group, tree, expected))
        });
        match fits {
            Some((group, tree, expected)) => (group.tree, group.expected) = (tree, expected),
            None => {
                let tree = edit.try_apply(old).expect("the edit applies to the pages");
                assert!(holds(&before, &tree, &edit.expect), "{}", edit.name);
                groups.push(Group { tree, expected: edit.expect });
            }
        }
    }
    groups
}

static BUILD: Mutex<()> = Mutex::new(());

/// A crate emitted for `tree`, with `programs` as its examples; returns those that do not compile.
fn failing(tree: &Tree, programs: &[String]) -> BTreeSet<usize> {
    // Cargo knows crates by their path within a workspace, so all these are one to it: each is written and built alone.
    let _alone = BUILD.lock().unwrap_or_else(PoisonError::into_inner);
    let temp = tempfile::tempdir().expect("a folder");
    for (path, text) in tree {
        let full = temp.path().join("docs").join(path);
        fs::create_dir_all(full.parent().expect("a folder")).expect("a folder");
        fs::write(full, text).expect("a page");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--no-cache", "--quiet", "--docs", "docs", "--out", "generated"])
        .current_dir(temp.path())
        .output()
        .expect("xtask runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let examples = temp.path().join("generated/examples");
    fs::create_dir(&examples).expect("a folder");
    for (number, program) in programs.iter().enumerate() {
        let text = format!("#![allow(dead_code, deprecated)]\n{program}\nfn main() {{}}\n");
        fs::write(examples.join(format!("w{number:03}.rs")), text).expect("a program");
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("witness");
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--examples",
            "--keep-going",
            "--message-format",
            "short",
            "--manifest-path",
        ])
        .arg(temp.path().join("generated/Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("could not compile `generated` (lib)"), "{said}");
    let failed: BTreeSet<usize> = (0..programs.len())
        .filter(|number| said.contains(&format!("(example \"w{number:03}\")")))
        .collect();
    assert_eq!(failed.is_empty(), output.status.success(), "{said}");
    if !failed.is_empty() {
        eprintln!("{said}");
    }
    failed
}

fn breaks(edit: &Edit) -> bool {
    edit.expect.iter().any(|[_, class, _]| class == "breaking")
}

#[test]
fn a_witness_compiles_before_a_breaking_change_and_not_after() {
    let pages = pages();
    let breaking: Vec<Edit> = edits().into_iter().filter(breaks).collect();
    let count: usize = breaking.iter().map(|edit| edit.expect.len()).sum();
    assert!(count > 20);
    let (backwards, forwards): (Vec<Edit>, Vec<Edit>) =
        breaking.into_iter().partition(|edit| edit.backwards);
    let mut seen = BTreeSet::new();
    prove(&pages, &groups(&pages, forwards), &mut seen);
    // A loss is a gain undone: the pages begin with that.
    for edit in backwards {
        let (old, new) = edit.apply(&pages);
        prove(&old, &[Group { tree: new, expected: edit.expect }], &mut seen);
    }
    // Every kind that can break, but for a renamed function: that takes another generator.
    for kind in diff::Kind::ALL {
        let breaks = diff::default_class(*kind) == Class::Breaking;
        assert!(
            !breaks || seen.contains(kind) || *kind == diff::Kind::OperationRenamed,
            "{kind:?}"
        );
    }
}

fn prove(pages: &Tree, groups: &[Group], seen: &mut BTreeSet<diff::Kind>) {
    let old = snapshot(pages);
    let mut all = Vec::new();
    for group in groups {
        let diff = Diff::new(&old, &snapshot(&group.tree), &[]);
        let mut programs = Vec::new();
        for change in diff.changes.iter().filter(|change| change.class == Class::Breaking) {
            let program = diff::witness(change, "generated").unwrap_or_else(|| {
                panic!("no program for {} {}", change.kind.as_str(), change.item)
            });
            seen.insert(change.kind);
            programs.push(program);
        }
        let failed = failing(&group.tree, &programs);
        for (number, program) in programs.iter().enumerate() {
            assert!(failed.contains(&number), "it still compiles:\n{program}");
        }
        all.extend(programs);
    }
    let failed = failing(pages, &all);
    let wrong: Vec<&String> = failed.iter().map(|&number| &all[number]).collect();
    assert!(wrong.is_empty(), "these never compiled:\n{wrong:#?}");
}

#[test]
fn code_written_as_the_readme_asks_compiles_after_additions() {
    let pages = pages();
    let additive: Vec<Edit> =
        edits().into_iter().filter(|edit| !breaks(edit) && !edit.backwards).collect();
    let program = user(&snapshot(&pages));
    let groups = groups(&pages, additive);
    assert!(groups.len() <= 3, "{}", groups.len());
    assert!(failing(&pages, std::slice::from_ref(&program)).is_empty(), "{program}");
    for group in groups {
        let failed = failing(&group.tree, std::slice::from_ref(&program));
        assert!(failed.is_empty(), "{:?} break\n{program}", group.expected);
    }
}

/// A program that names everything a crate offers.
fn user(snapshot: &Snapshot) -> String {
    let mut out = String::new();
    let full = |path: &str| format!("generated::{path}");
    let last = |path: &str| path.rsplit("::").next().unwrap_or(path).to_owned();
    for (number, version) in snapshot.versions.values().enumerate() {
        for (at, ty) in version.types.values().enumerate() {
            let Some(rust) = &ty.rust else { continue };
            let path = full(&rust.path);
            if ty.is_enumeration() {
                let arms = ty.members.values().filter_map(|member| member.rust.as_ref());
                let arms: String = arms.map(|arm| format!("{} => 1, ", full(&arm.path))).collect();
                writeln!(
                    out,
                    "fn e{number}_{at}(value: {path}) -> i32 {{ match value {{ {arms}_ => 0 }} }}"
                )
                .unwrap();
            } else {
                let fields = ty.properties.values().filter_map(|property| property.rust.as_ref());
                let fields: String =
                    fields.map(|field| format!("{}, ", last(&field.path))).collect();
                writeln!(
                    out,
                    "fn s{number}_{at}(value: {path}) -> {path} {{ let {path} {{ {fields}.. }} = value; \
                     {path} {{ {fields}..Default::default() }} }}"
                )
                .unwrap();
            }
        }
        for (at, operation) in version.operations.values().enumerate() {
            let Some(rust) = &operation.rust else { continue };
            let form = rust.form.as_ref().expect("a signature").replace("crate::", "generated::");
            writeln!(out, "fn o{number}_{at}() {{ let _call: {form} = {}; }}", full(&rust.path))
                .unwrap();
        }
    }
    out
}
