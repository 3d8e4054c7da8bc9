//! `diff` from outside: sides, formats, exit status, and that a comparison that could not be made never looks clean.

mod support;

use std::fs;
use std::process::Command;
use support::{PAGE, PAGE_PATH, Project};

const MODEL: &str = "|model|String|The model.|\n";

fn edited(text: &str) -> String {
    PAGE.replace(MODEL, text)
}

/// A project with pages in `docs` and others in `new`.
fn pair(text: &str) -> Project {
    let project = Project::new();
    project.put("new/v1.0/resources/device.md", &edited(text));
    project
}

#[test]
fn a_change_is_shown_with_both_places_and_the_bump() {
    let project = pair("|model|Int32|The model.|\n");
    let ran = project.run(&["--color", "never", "diff", "docs", "new"]).expect(0);
    for text in [
        "error[property-retyped]: v1.0: `microsoft.graph.device.model` is `Edm.Int32` now, and was `Edm.String`",
        "--> new/v1.0/resources/device.md:18:2",
        "::: docs/v1.0/resources/device.md:18:2",
        "in Rust: v1_0::types::Device::model",
    ] {
        assert!(ran.stdout.contains(text), "`{text}` is missing in:\n{}", ran.stdout);
    }
    ran.says("1 breaking (1 property-retyped)").says("bump: major (0.1.0 → 0.2.0)");
    project.run(&["diff", "docs", "new", "--fail-on", "breaking"]).expect(1);
    project.run(&["diff", "docs", "docs", "--fail-on", "additive"]).expect(0).says("bump: none");
    let more = pair(&format!("{MODEL}|maker|String|Who made it.|\n"));
    more.run(&["diff", "docs", "new", "--fail-on", "breaking"]).expect(0);
    more.run(&["diff", "docs", "new", "--fail-on", "additive"]).expect(1);
}

#[test]
fn every_format_is_written() {
    let project = pair("|model|Int32|The model.|\n");
    let run = |format: &str| {
        project.run(&["diff", "docs", "new", "--message-format", format]).expect(0).stdout
    };
    let markdown = run("markdown");
    assert!(
        markdown.contains(
            "- property-retyped `v1.0` `microsoft.graph.device.model`: `Edm.String` → `Edm.Int32`"
        ),
        "{markdown}"
    );
    let json = run("json");
    assert!(json.starts_with(r#"{"format":"api-diff/1","bump":"major","#), "{json}");
    let github = run("github");
    assert!(github.starts_with("::error file=new/v1.0/resources/device.md,line=18,"), "{github}");
    let sarif = run("sarif");
    assert!(sarif.contains(r#""ruleId": "property-retyped""#), "{sarif}");
    let witness = project.run(&["diff", "docs", "new", "--witness"]).expect(0).stdout;
    assert!(
        witness
            .contains("pub fn witness(value: &generated::v1_0::types::Device) -> &Option<String>"),
        "{witness}"
    );
}

#[test]
fn exports_are_compared_like_folders() {
    let project = pair("|model|Int32|The model.|\n");
    for (docs, file) in [("docs", "old.json"), ("new", "new.json")] {
        project.run(&["ir", "--docs", docs, "--output", file]).expect(0);
    }
    let ran = project.run(&["diff", "old.json", "new.json", "--message-format", "json"]).expect(0);
    assert!(ran.stdout.contains("property-retyped"), "{}", ran.stdout);
    project.run(&["diff", "old.json", "docs"]).expect(0).says("bump: none");
}

#[test]
fn what_cannot_be_compared_never_looks_clean() {
    let project = Project::new();
    project.put("empty/v1.0/resources/.keep", "");
    project.put("prose/v1.0/resources/about.md", "# About\n\nNothing.\n");
    project.put("bad.json", "{}");
    project.put("none.json", r#"{"format":"docs-ir/1","versions":{}}"#);
    project.put("broken/v1.0/resources/device.md", PAGE);
    project.put(
        "broken/codegen.toml",
        "[[correction]]\npage = \"v1.0/resources/device.md\"\nfind = \"no such text\"\nreplace = \"x\"\nreason = \"r\"\n",
    );
    project.put("wrong/v1.0/resources/device.md", PAGE);
    project.put("wrong/codegen.toml", "nonsense = 1\n");
    for side in ["missing", "empty", "prose", "bad.json", "none.json", "broken", "wrong"] {
        project.run(&["diff", "docs", side]).expect(2);
        project.run(&["diff", side, "docs"]).expect(2);
    }
    project.run(&["diff", "docs"]).expect(2);
    project.run(&["diff"]).expect(2);
    project.run(&["diff", "--since", "HEAD", "--docs", "docs"]).expect(2).says("git cannot show");
}

#[test]
fn a_revision_is_compared_without_touching_the_checkout() {
    let project = Project::new();
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(["-c", "user.name=n", "-c", "user.email=e@example.com"])
            .args(arguments)
            .current_dir(project.root.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "--quiet", "."]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "pages"]);
    project.put(PAGE_PATH, &edited("|model|Int32|The model.|\n"));
    project.put("staged.txt", "x");
    git(&["add", "staged.txt"]);
    let before = (git(&["status", "--porcelain"]), git(&["ls-files", "--stage"]));
    let ran = project.run(&["diff", "--since", "HEAD", "--docs", "docs"]).expect(0);
    assert!(ran.stdout.contains("HEAD:docs/v1.0/resources/device.md"), "{}", ran.stdout);
    ran.says("1 property-retyped");
    assert_eq!((git(&["status", "--porcelain"]), git(&["ls-files", "--stage"])), before);
    // From within the folder, too.
    let output = project
        .command()
        .args(["diff", "--since", "HEAD", "--docs", "."])
        .current_dir(project.path("docs"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    project.run(&["diff", "--since", "no-such-revision", "--docs", "docs"]).expect(2);
    project.run(&["diff", "--since", "--upload-pack=x", "--docs", "docs"]).expect(2);
}

#[test]
fn an_accepted_change_passes_until_it_no_longer_occurs() {
    let project = pair("|model|Int32|The model.|\n");
    let json = project.run(&["diff", "docs", "new", "--message-format", "json"]).expect(0).stdout;
    let at = json.find("\"kind\":\"property-retyped\"").unwrap();
    let fingerprint = &json[..at].rsplit("\"fingerprint\":\"").next().unwrap()[..12];
    let entry = format!(
        "[[accepted]]\nfingerprint = \"{fingerprint}\"\nreason = \"It was never a text.\"\n"
    );
    project.put("new/codegen.toml", &entry);
    let ran = project.run(&["diff", "docs", "new", "--fail-on", "breaking"]).expect(0);
    assert!(ran.stdout.contains("accepted: It was never a text."), "{}", ran.stdout);
    project.put("docs/codegen.toml", &entry);
    let ran = project.run(&["diff", "docs", "docs"]).expect(0);
    assert!(ran.stdout.contains("an accepted change no longer occurs"), "{}", ran.stdout);
}

#[test]
fn a_pin_keeps_a_type_and_is_reported_when_it_is_needless() {
    let project = pair("|model|Int32|The model.|\n");
    let pin = "[[pin]]\nproperty = \"microsoft.graph.device.model\"\ntype = \"Edm.String\"\nreason = \"Until 2.0.\"\n";
    project.put("new/codegen.toml", pin);
    project.run(&["diff", "docs", "new", "--fail-on", "breaking"]).expect(0).says("0 breaking");
    project.run(&["codegen", "--docs", "new", "--out", "out"]).expect(0);
    let source = fs::read_to_string(project.path("out/src/v1_0/types/device.rs")).unwrap();
    assert!(source.contains("pub model: Option<String>"), "{source}");
    project.put("docs/codegen.toml", pin);
    let ran = project.run(&["codegen", "--docs", "docs", "--out", "other"]).expect(0);
    ran.says("unused-pin").says("the pages say `Edm.String` as well");
}

#[test]
fn codegen_tells_what_it_changed_and_adds_it_to_the_changelog() {
    let project = Project::written();
    project.put(PAGE_PATH, &edited("|model|Int32|The model.|\n|maker|String|Who made it.|\n"));
    project.put("CHANGELOG.md", "# Changelog\n\n## 0.1.0\n\nThe first.\n");
    let ran = project.codegen(&["--changelog", "CHANGELOG.md"]).expect(0);
    ran.says("API: 1 breaking (1 property-retyped); 1 additive (1 property-added)");
    let changelog = fs::read_to_string(project.path("CHANGELOG.md")).unwrap();
    let new = changelog.find("## 0.2.0").unwrap();
    assert!(new < changelog.find("## 0.1.0").unwrap());
    for text in ["### On the wire", "### In Rust", "- `v1_0::types::Device::maker`: property-added"]
    {
        assert!(changelog.contains(text), "`{text}` is missing in:\n{changelog}");
    }
    // Once more there is nothing to tell.
    project.codegen(&["--changelog", "CHANGELOG.md"]).expect(0);
    assert_eq!(fs::read_to_string(project.path("CHANGELOG.md")).unwrap(), changelog);
}

#[test]
fn without_a_record_codegen_says_that_it_cannot_tell() {
    let project = Project::written();
    fs::remove_file(project.path("out/api-record.tsv")).unwrap();
    project.codegen(&[]).expect(0).says("no record (`api-record.tsv`) of the former crate");
}

#[test]
fn a_drifted_file_names_the_edits_behind_it() {
    let project = Project::written();
    project.put(PAGE_PATH, &edited("|model|Int32|The model.|\n"));
    project.codegen(&["--check"]).expect(1).says(
        "because of v1.0/resources/device.md: `microsoft.graph.device.model` is `Edm.Int32` now",
    );
    // Machines are told as well, with the place in the page.
    for format in ["json", "sarif", "cargo"] {
        let ran = project.codegen(&["--check", "--message-format", format]).expect(1);
        assert!(ran.stdout.contains("because of this edit"), "{format}: {}", ran.stdout);
    }
}
