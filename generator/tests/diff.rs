//! The comparison of two states of an API: each kind of change alone, what is no change, and the ways in which a
//! comparison cannot be made.

#[path = "diff/mod.rs"]
mod trees;

use generator::config::{Accepted, Config};
use generator::diff::{self, Class, Diff, Kind, Snapshot};
use generator::pipeline;
use generator::source::DocSet;
use std::collections::BTreeSet;
use trees::{Tree, edits, pages};

fn snapshot(tree: &Tree) -> Snapshot {
    let docs = DocSet::from_texts(tree.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    pipeline::snapshot(&docs, &Config::default()).snapshot
}

fn export(tree: &Tree) -> Snapshot {
    let docs = DocSet::from_texts(tree.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let text = pipeline::export(&docs, &Config::default()).json;
    Snapshot::of_export(&text).expect("an export")
}

fn found(diff: &Diff) -> Vec<[String; 3]> {
    let changes = diff.changes.iter();
    changes
        .map(|change| {
            [change.kind.as_str(), change.class.as_str(), &change.item].map(str::to_owned)
        })
        .collect()
}

/// Without what comes along with nearly every edit.
fn without_docs(changes: Vec<[String; 3]>, expected: &[[String; 3]]) -> Vec<[String; 3]> {
    let side_effects = ["prose-changed", "example-changed"];
    let is_expected = |kind: &str| expected.iter().any(|change| change[0] == kind);
    let keep = |change: &[String; 3]| {
        !side_effects.contains(&change[0].as_str()) || is_expected(&change[0])
    };
    changes.into_iter().filter(keep).collect()
}

#[test]
fn each_change_is_found_and_classed() {
    let pages = pages();
    let mut failures = Vec::new();
    for edit in edits() {
        let (old, new) = edit.apply(&pages);
        let diff = Diff::new(&snapshot(&old), &snapshot(&new), &[]);
        let mut got = without_docs(found(&diff), &edit.expect);
        let mut expected = edit.expect.clone();
        got.sort();
        expected.sort();
        if got != expected {
            failures.push(format!("{}:\n  got      {got:?}\n  expected {expected:?}", edit.name));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn exports_show_the_same_as_pages() {
    // What an export does not tell: prose, examples, and what only Rust shows.
    let untold = ["prose-changed", "example-changed"];
    let pages = pages();
    for edit in edits() {
        let (old, new) = edit.apply(&pages);
        let diff = Diff::new(&export(&old), &export(&new), &[]);
        let mut got: Vec<[String; 2]> =
            found(&diff).into_iter().map(|[kind, _, item]| [kind, item]).collect();
        let mut expected: Vec<[String; 2]> = edit
            .expect
            .iter()
            .filter(|change| !untold.contains(&change[0].as_str()))
            .map(|[kind, _, item]| [kind.clone(), item.clone()])
            .collect();
        got.sort();
        expected.sort();
        // That a shade is no enumeration any more is a fact of the type, which the property's type hides.
        if edit.name == "an enumeration becomes a structure" {
            expected.retain(|[kind, _]| kind != "property-retyped");
        }
        assert_eq!(got, expected, "{}", edit.name);
    }
}

#[test]
fn every_kind_has_an_edit() {
    let shown: BTreeSet<String> =
        edits().into_iter().flat_map(|edit| edit.expect).map(|[kind, ..]| kind).collect();
    // Only families that state what is required have these; a function's name changes only with the generator.
    let elsewhere = [
        Kind::PropertyRequiredChanged,
        Kind::PropertyNullableChanged,
        Kind::ParameterRequiredChanged,
        Kind::OperationRenamed,
    ];
    for kind in Kind::ALL.iter().filter(|kind| !elsewhere.contains(kind)) {
        assert!(shown.contains(kind.as_str()), "{}", kind.as_str());
    }
}

#[test]
fn what_is_required_is_compared_where_it_is_told() {
    let with = |required: bool, nullable: bool| {
        let property = format!(
            r#"{{"name":"p","type":"Edm.String","required":{required},"nullable":{nullable}}}"#
        );
        let text = format!(
            r#"{{"format":"docs-ir/1","versions":{{"v1":{{"types":[{{"name":"a.t","kind":"object","properties":[{property}]}}],
            "operations":[{{"method":"GET","path":"/t","params":[{property}]}}]}}}}}}"#
        );
        Snapshot::of_export(&text).expect("an export")
    };
    let diff = Diff::new(&with(false, false), &with(true, true), &[]);
    let kinds: Vec<&str> = diff.changes.iter().map(|change| change.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["parameter-required-changed", "property-required-changed", "property-nullable-changed"]
    );
    assert_eq!(diff.bump.as_str(), "patch");
}

#[test]
fn nothing_changed_is_nothing() {
    let state = snapshot(&pages());
    let diff = Diff::new(&state, &state, &[]);
    assert!(diff.changes.is_empty());
    assert_eq!(diff.bump.as_str(), "none");
    assert!(!diff.fails_on(Class::Additive));
}

#[test]
fn a_record_keeps_what_is_compared() {
    let pages = pages();
    let docs = DocSet::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let full = pipeline::snapshot(&docs, &Config::default()).snapshot;
    let record = full.record();
    let read = Snapshot::of_record(&record).expect("a record");
    assert_eq!(read.record(), record, "it reads back as it was written");
    assert_eq!(Diff::new(&read, &full, &[]).changes, [], "nothing is lost that is compared");
    assert_eq!(Diff::new(&full, &read, &[]).changes, []);
    for edit in edits() {
        let (old, new) = edit.apply(&pages);
        let recorded = |tree| Snapshot::of_record(&snapshot(tree).record()).expect("a record");
        let by_record = Diff::new(&recorded(&old), &recorded(&new), &[]);
        let kinds = |diff: &Diff| -> BTreeSet<String> {
            found(diff).into_iter().map(|[kind, _, item]| format!("{kind} {item}")).collect()
        };
        let mut expected = kinds(&Diff::new(&snapshot(&old), &snapshot(&new), &[]));
        expected.remove("property-retyped microsoft.graph.box.shade");
        assert_eq!(kinds(&by_record), expected, "{}", edit.name);
    }
}

#[test]
fn a_damaged_record_is_none() {
    let record = snapshot(&pages()).record();
    for bad in ["<<<<<<< HEAD", "v1.0\tx", "v1.0\tmicrosoft.graph.none\tmember\ta\t\t\t\t"] {
        assert!(Snapshot::of_record(&format!("{record}{bad}\n")).is_err(), "{bad}");
    }
}

#[test]
fn a_fingerprint_survives_moved_lines_and_not_another_fact() {
    let pages = pages();
    let edit = |find: &str, replace: &str, lines: &str| {
        let mut new = pages.clone();
        let page = new.get_mut("v1.0/resources/part.md").expect("the page");
        *page =
            page.replace(find, replace).replace("## Properties", &format!("{lines}## Properties"));
        Diff::new(&snapshot(&pages), &snapshot(&new), &[])
    };
    let fingerprint = |diff: &Diff| {
        let mut api = diff.of_api();
        let change = api.next().expect("a change");
        assert!(api.next().is_none());
        (change.fingerprint.clone(), change.new.as_ref().and_then(|place| place.line))
    };
    let first = fingerprint(&edit("|Double|", "|Int64|", ""));
    let moved = fingerprint(&edit("|Double|", "|Int64|", "More.\n\n"));
    let other = fingerprint(&edit("|Double|", "|Int32|", ""));
    assert_eq!(first.0, moved.0);
    assert_ne!(first.1, moved.1, "the line did move");
    assert_ne!(first.0, other.0);
    assert_eq!(first.0.len(), 12);
}

#[test]
fn an_accepted_change_fails_nothing_and_a_needless_approval_is_reported() {
    let pages = pages();
    let mut new = pages.clone();
    let page = new.get_mut("v1.0/resources/part.md").expect("the page");
    *page = page.replace("|Double|", "|Int64|");
    let (old, new) = (snapshot(&pages), snapshot(&new));
    let diff = Diff::new(&old, &new, &[]);
    assert!(diff.fails_on(Class::Breaking));
    let entry = |fingerprint: &str| Accepted {
        fingerprint: fingerprint.to_owned(),
        reason: "wanted".to_owned(),
        line: 3,
    };
    let fingerprint = diff.of_api().next().expect("a change").fingerprint.clone();
    let accepted = [entry(&fingerprint), entry("0123456789ab")];
    let diff = Diff::new(&old, &new, &accepted);
    assert!(!diff.fails_on(Class::Breaking));
    assert_eq!(diff.bump.as_str(), "major", "users see it all the same");
    assert_eq!(diff.unused, [entry("0123456789ab")]);
    let json: serde_json::Value = serde_json::from_str(&diff::json(&diff)).expect("JSON");
    assert_eq!(json["unusedAccepted"][0], "0123456789ab");
}

#[test]
fn the_json_has_the_documented_shape() {
    let pages = pages();
    let all: Vec<_> = edits();
    let edit = all.iter().find(|edit| edit.name == "a property is retyped").expect("the edit");
    let (old, new) = edit.apply(&pages);
    let diff = Diff::new(&snapshot(&old), &snapshot(&new), &[]);
    let json: serde_json::Value = serde_json::from_str(&diff::json(&diff)).expect("JSON");
    assert_eq!(json["format"], "api-diff/1");
    assert_eq!(json["bump"], "major");
    let changes = json["changes"].as_array().expect("changes");
    let change = changes.iter().find(|change| change["kind"] == "property-retyped").expect("it");
    let keys: Vec<&str> =
        change.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut expected = vec![
        "fingerprint",
        "kind",
        "class",
        "version",
        "item",
        "was",
        "now",
        "rust",
        "old",
        "new",
        "message",
    ];
    expected.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(change["was"], "Edm.Double");
    assert_eq!(change["now"], "Edm.Int64");
    assert_eq!(change["rust"], serde_json::json!(["v1_0::types::Part::weight"]));
    assert_eq!(
        change["new"],
        serde_json::json!({"file": "v1.0/resources/part.md", "line": 18, "column": 2})
    );
}

#[test]
fn what_is_no_export_is_an_error() {
    for text in
        ["", "{}", "[]", r#"{"format":"docs-ir/2","versions":{}}"#, r#"{"format":"docs-ir/1"}"#]
    {
        assert!(Snapshot::of_export(text).is_err(), "{text}");
    }
    let empty = Snapshot::of_export(r#"{"format":"docs-ir/1","versions":{}}"#).expect("an export");
    assert!(empty.is_empty());
}

#[test]
fn the_next_version_tells_what_breaks() {
    use diff::Bump;
    for (bump, version, expected) in [
        (Bump::Major, "0.1.3", "0.2.0"),
        (Bump::Minor, "0.1.3", "0.1.4"),
        (Bump::Patch, "0.1.3", "0.1.4"),
        (Bump::Major, "1.2.3", "2.0.0"),
        (Bump::Minor, "1.2.3", "1.3.0"),
        (Bump::Patch, "1.2.3", "1.2.4"),
        (Bump::None, "1.2.3", "1.2.3"),
    ] {
        assert_eq!(bump.next(version).as_deref(), Some(expected), "{bump:?} {version}");
    }
}

/// Prose in other lines and with other capitals, rows of tables the other way round.
fn reworded(text: &str) -> String {
    let mut out = String::new();
    let mut rows: Vec<&str> = Vec::new();
    let (mut in_code, mut in_body) = (false, false);
    for line in text.lines() {
        let is_row = line.starts_with('|') && !in_code;
        if is_row && in_body {
            rows.push(line);
            continue;
        }
        rows.drain(..).rev().for_each(|row| out.push_str(&format!("{row}\n")));
        in_body = is_row && line.contains("--");
        in_code ^= line.starts_with("```");
        let is_prose = line.starts_with(|c: char| c.is_ascii_alphabetic()) && !line.contains(": ");
        if !is_prose || in_code {
            out.push_str(&format!("{line}\n"));
            continue;
        }
        for (at, word) in line.split(' ').enumerate() {
            let end = if at % 3 == 2 { '\n' } else { ' ' };
            let is_word = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            let word = if is_word { word.to_ascii_uppercase() } else { word.to_owned() };
            out.push_str(&format!("{word}{end}"));
        }
        out.push('\n');
    }
    rows.drain(..).rev().for_each(|row| out.push_str(&format!("{row}\n")));
    out
}

#[test]
fn other_lines_capitals_and_order_are_no_change_of_the_api() {
    let old = pages();
    let new: Tree = old.iter().map(|(path, text)| (path.clone(), reworded(text))).collect();
    assert!(new.iter().all(|(path, text)| *text != old[path]), "each page is another");
    let changes = found(&Diff::new(&snapshot(&old), &snapshot(&new), &[]));
    assert!(changes.is_empty(), "{changes:#?}");
}
