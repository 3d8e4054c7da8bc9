//! From a model made by hand to the text of the crate: golden files for one item of each kind, and the promises
//! that hold for the crate as a whole.
//!
//! `UPDATE=1 cargo test -p generator --test emit` rewrites the golden files; read the diff.

mod model;

use generator::diagnostic::{Code, Diagnostic};
use generator::emit;
use generator::file_tree::FileTree;
use generator::ir::{Model, TypeKind};
use generator::plan::{self, Options};
use generator::render;
use model::{autopilot, docs, member, operation, property, string, structure};
use std::path::Path;

fn emitted(model: &Model) -> (FileTree, Vec<Diagnostic>) {
    emitted_with(model, &Options::default())
}

fn emitted_with(model: &Model, options: &Options) -> (FileTree, Vec<Diagnostic>) {
    let (plan, diagnostics) = plan::plan(model, &docs(), options);
    let rendered = render::render(&emit::emit(&plan), None);
    let tree = rendered.unwrap_or_else(|error| panic!("{error}")).files;
    (tree, diagnostics.into_sorted())
}

#[track_caller]
fn text<'a>(tree: &'a FileTree, path: &str) -> &'a str {
    let paths = || tree.iter().map(|(path, _)| path).collect::<Vec<_>>().join("\n");
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no `{path}` among\n{}", paths()));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn golden(actual: &str, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emit").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, actual).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; run with UPDATE=1", path.display()));
    assert!(expected == actual, "{name} differs; run with UPDATE=1 and read the diff\n{actual}");
}

#[test]
fn a_struct() {
    let (tree, diagnostics) = emitted(&autopilot());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    golden(text(&tree, "src/v1_0/types/device.rs"), "struct.rs.txt");
}

#[test]
fn an_enum() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "src/v1_0/types/state.rs"), "enum.rs.txt");
}

#[test]
fn an_enum_without_members() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "src/v1_0/types/empty_state.rs"), "empty-enum.rs.txt");
}

#[test]
fn stubs() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "src/v1_0/requests/devices.rs"), "stubs.rs.txt");
}

#[test]
fn the_table_of_operations() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "src/v1_0/operations.tsv"), "operations.tsv");
}

#[test]
fn example_tables() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "tests/examples/v1_0/mod.rs"), "examples.rs.txt");
    golden(text(&tree, "tests/examples/v1_0/devices.rs"), "example-calls.rs.txt");
    golden(text(&tree, "tests/examples/v1_0/exceptions.tsv"), "exceptions.tsv");
    golden(text(&tree, "tests/examples/v1_0/api/device-assign.json"), "examples.json");
}

#[test]
fn the_surface() {
    let (tree, _) = emitted(&autopilot());
    golden(text(&tree, "api.txt"), "api.txt");
}

#[test]
fn the_manifest_has_the_runtimes_dependencies_and_no_workspace() {
    let options = Options { license: Some("MIT".to_owned()), publish: true, ..Options::default() };
    let (tree, _) = emitted_with(&autopilot(), &options);
    let manifest: toml::Table =
        text(&tree, "Cargo.toml").parse().unwrap_or_else(|error| panic!("{error}"));
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/Cargo.toml");
    let runtime = std::fs::read_to_string(runtime).unwrap_or_default();
    let runtime: toml::Table = runtime.parse().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(manifest["dependencies"], runtime["dependencies"]);
    assert!(!manifest.contains_key("workspace"));
    assert!(!manifest["package"].as_table().is_some_and(|package| package.contains_key("publish")));
    let mut features = runtime["features"].as_table().cloned().unwrap_or_default();
    features.remove("serde-json-features");
    features.insert("v1_0".to_owned(), toml::Value::Array(Vec::new()));
    features.insert("default".to_owned(), toml::Value::from(vec!["serde", "v1_0"]));
    assert_eq!(manifest["features"].as_table(), Some(&features));
}

#[test]
fn the_whole_runtime_is_carried() {
    let (tree, _) = emitted(&autopilot());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src/runtime");
    let mut expected: Vec<String> = walkdir::WalkDir::new(&folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            Some(entry.path().strip_prefix(&folder).ok()?.to_string_lossy().replace('\\', "/"))
        })
        .collect();
    expected.sort();
    let carried: Vec<String> = tree
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("src/runtime/"))
        .map(str::to_owned)
        .collect();
    assert_eq!(carried, expected, "bring the list in generator/src/plan/carried.rs up to date");
}

#[test]
fn another_page_place_changes_no_byte() {
    let (before, _) = emitted(&autopilot());
    let mut model = autopilot();
    model::shift_spans(&mut model, 100);
    let (after, _) = emitted(&model);
    assert!(before == after);
}

#[test]
fn adding_things_changes_no_name() {
    let (before, _) = emitted(&autopilot());
    let mut model = autopilot();
    let api = &mut model.versions[0];
    api.types.push(structure("microsoft.graph.zone", None, vec![property("Id", string())]));
    api.operations.push(operation("GET", "/me/devices", "v1.0/api/device-list-mine.md"));
    api.operations.push(operation("GET", "/devices/{id}/parts/{id}", "v1.0/api/part-get.md"));
    let (after, diagnostics) = emitted(&model);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let after: Vec<&str> = text(&after, "api.txt").lines().collect();
    for line in text(&before, "api.txt").lines() {
        assert!(after.contains(&line), "`{line}` is gone");
    }
}

#[test]
fn names_that_differ_in_case_alone_are_told_apart_and_reported_with_both_places() {
    let mut model = autopilot();
    let api = &mut model.versions[0];
    api.types.push(structure(
        "microsoft.graph.zone",
        None,
        vec![property("groupTag", string()), property("GroupTag", string())],
    ));
    if let TypeKind::Enumeration(state) = &mut api.types[2].kind {
        state.members.push(member("NotContacted", None));
    }
    let (tree, diagnostics) = emitted(&model);
    let zone = text(&tree, "src/v1_0/types/zone.rs");
    assert!(zone.contains("pub group_tag: ") && zone.contains("pub group_tag_: "), "{zone}");
    let messages: Vec<&str> =
        diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the member `NotContacted` is named `NotContacted_` to distinguish it from `notContacted`",
            "the property `GroupTag` is named `group_tag_` to distinguish it from `groupTag`",
        ]
    );
    assert!(
        diagnostics
            .iter()
            .all(|found| found.code == Code::SimilarNames && found.secondary.len() == 1)
    );
}

#[test]
fn one_name_stated_twice_is_a_clash() {
    let mut model = autopilot();
    if let TypeKind::Enumeration(state) = &mut model.versions[0].types[2].kind {
        state.members.push(member("notContacted", None));
    }
    let (_, diagnostics) = emitted(&model);
    let [found] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(
        found.message,
        "the member `notContacted` is named `NotContacted_` to distinguish it from `notContacted`"
    );
    assert!(found.code == Code::NameClash && found.secondary.len() == 1);
}

#[test]
fn names_of_the_runtime_step_aside() {
    let mut model = autopilot();
    let api = &mut model.versions[0];
    api.types.push(structure("microsoft.graph.extra", None, vec![property("extra", string())]));
    let (tree, _) = emitted(&model);
    let text = text(&tree, "src/v1_0/types/extra.rs");
    assert!(text.contains("Extra as RuntimeExtra"), "{text}");
    assert!(
        text.contains("pub extra: RuntimeExtra,") && text.contains("pub extra_: Option<String>,"),
        "{text}"
    );
}

#[test]
fn no_tests_if_none_are_wanted() {
    let options = Options { tests: false, ..Options::default() };
    let (tree, _) = emitted_with(&autopilot(), &options);
    assert!(tree.iter().all(|(path, _)| !path.starts_with("tests/")));
}

#[test]
fn threads_change_no_byte() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap_or_else(|error| panic!("{error}")).install(|| emitted(&autopilot()).0)
    };
    assert!(on(1) == on(4));
}
