//! `codegen.toml`: what it may say, and how its mistakes, corrections and severities are reported.

use generator::config::{Config, ConfigError, apply_severity};
use generator::corrections;
use generator::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use generator::source::DocSet;
use generator::span::{FileId, Span};
use std::path::Path;

fn parse(text: &str) -> Result<Config, ConfigError> {
    Config::parse(Path::new("codegen.toml"), text)
}

#[test]
fn everything_that_can_be_said() {
    let config = parse(
        r#"
default-version = "beta"
[crate]
name = "graph-devices"
version = "1.2.0-rc.1"
license = "MIT"
repository = "https://example.org/x"
publish = true
[versions."v1.0"]
base-url = "https://graph.example/v1.0/"
docs-url = "https://docs.example/v1.0"
[severity]
type-case = "allow"
enum-value = [{ level = "note", paths = ["beta/**"] }, { level = "error" }]
[slice]
include = ["/users/**"]
exclude = ["microsoft.graph.site"]
[[correction]]
page = "v1.0/api/x.md"
find = "a"
replace = "b"
reason = "a typo"
"#,
    )
    .unwrap();
    assert_eq!(config.package.name, "graph-devices");
    assert_eq!(config.package.version, "1.2.0-rc.1");
    assert!(config.package.publish);
    assert_eq!(config.default_version, "beta");
    assert_eq!(config.base_url("v1.0"), Some("https://graph.example/v1.0"));
    assert_eq!(config.docs_url("v1.0"), Some("https://docs.example/v1.0"));
    assert_eq!(config.base_url("beta"), None);
    assert_eq!(config.severity.len(), 3);
    assert_eq!(config.slice.include, ["/users/**"]);
    assert_eq!(config.corrections[0].line, 18);
}

#[test]
fn nothing_need_be_said() {
    let config = parse("").unwrap();
    assert_eq!(config.package.name, "generated");
    assert_eq!(config.package.version, "0.1.0");
    assert!(!config.package.publish);
    assert_eq!(config.default_version, "v1.0");
}

/// `(text, part of the message, what the caret is under)`.
#[test]
fn mistakes_are_placed() {
    let cases = [
        ("default-versoin = \"v1.0\"", "unknown field `default-versoin`", "default-versoin"),
        ("[crate]\nnmae = \"x\"", "unknown field `nmae`", "nmae"),
        ("[crate]\nname = \"1x\"", "must begin with an ASCII letter", "\"1x\""),
        ("[crate]\nversion = \"1.0\"", "not a semantic version", "\"1.0\""),
        ("[crate]\npublish = \"no\"", "invalid type", "\"no\""),
        ("[crate\nname = 1", "", ""),
        ("[versions.\"v/1\"]", "cannot name a version", "\"v/1\""),
        ("default-version = \"..\"", "cannot name a version", "\"..\""),
        ("[versions.beta]\nbase_url = \"x\"", "unknown field `base_url`", "base_url"),
        ("[versions.beta]\nbase-url = \"graph.example\"", "not a base URL", "\"graph.example\""),
        (
            "[severity]\nunknown-propertie = \"error\"",
            "no diagnostic `unknown-propertie`",
            "unknown-propertie",
        ),
        ("[severity]\ntype-case = \"fatal\"", "unknown variant `fatal`", "\"fatal\""),
        ("[severity]\ntype-case = 3", "invalid type: integer", "3"),
        ("[severity]\ntype-case = { lvl = \"note\" }", "unknown field `lvl`", "lvl"),
        (
            "[severity]\ntype-case = { level = \"note\", paths = [\"a[\"] }",
            "not a path pattern",
            "\"a[\"",
        ),
        ("[severity]\nempty-slice = \"warning\"", "always an error", "empty-slice"),
        (
            "[[correction]]\npage = \"a\"\nfind = \"x\"\nreplace = \"y\"",
            "missing field `reason`",
            "",
        ),
        (
            "[[correction]]\npage = \"a\"\nfind = \"x\"\nreplace = \"y\"\nreason = \" \"",
            "empty",
            "\" \"",
        ),
        (
            "[[correction]]\npage = \"a\"\nfind = \"\"\nreplace = \"y\"\nreason = \"r\"",
            "`find` is empty",
            "\"\"",
        ),
        (
            "[[correction]]\npage = \"a\"\nfind = \"x\\ny\"\nreplace = \"y\"\nreason = \"r\"",
            "within one line",
            "\"x\\ny\"",
        ),
        (
            "[[correction]]\npage = \"a\"\nfind = \"x\"\nreplace = \"x\"\nreason = \"r\"",
            "no effect",
            "\"x\"",
        ),
        ("[slice]\ninclude = [\"\"]", "empty", "\"\""),
    ];
    for (text, message, caret) in cases {
        let error = parse(text).expect_err(text);
        let problem = &error.problems[0];
        assert!(problem.message.contains(message), "{text}: {}", problem.message);
        let span = problem.span.clone().unwrap_or_else(|| panic!("{text}: no place"));
        if !caret.is_empty() {
            assert_eq!(&error.text[span], caret, "{text}");
        }
    }
}

#[test]
fn all_mistakes_at_once() {
    let error =
        parse("default-version = \"/\"\n[crate]\nname = \"fn\"\nversion = \"x\"").unwrap_err();
    assert_eq!(error.problems.len(), 3);
    let starts: Vec<_> = error.problems.iter().map(|p| p.span.clone().unwrap().start).collect();
    assert!(starts.is_sorted());
}

fn pages() -> DocSet {
    DocSet::from_texts([("beta/api/a.md", "# One\ntwo two\nthree\n"), ("v1.0/api/a.md", "# One\n")])
}

fn with_correction(page: &str, find: &str) -> Config {
    let entry =
        format!("[[correction]]\npage = '{page}'\nfind = '{find}'\nreplace = 'X'\nreason = 'r'\n");
    parse(&entry).unwrap()
}

#[test]
fn a_correction_changes_the_text_that_is_read() {
    let mut docs = pages();
    let found =
        corrections::apply(&mut docs, &with_correction("beta/api/a.md", "three").corrections);
    assert!(found.as_slice().is_empty());
    assert_eq!(docs.files[0].text, "# One\ntwo two\nX\n");
}

#[test]
fn a_correction_that_no_longer_applies_is_an_error() {
    let cases = [
        ("beta/api/a.md", "four", "no longer applies", Some(0)),
        ("beta/api/a.md", "two", "more than once", Some(6)),
        ("beta/api/b.md", "x", "there is no page `beta/api/b.md`", None),
    ];
    for (page, find, message, start) in cases {
        let mut docs = pages();
        let before: Vec<_> = docs.files.iter().map(|file| file.text.clone()).collect();
        let found = corrections::apply(&mut docs, &with_correction(page, find).corrections);
        let [diagnostic] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(diagnostic.severity, Severity::Error);
        assert!(diagnostic.message.contains(message), "{}", diagnostic.message);
        assert_eq!(diagnostic.primary.as_ref().map(|label| label.span.start), start);
        assert!(diagnostic.help.as_ref().unwrap().contains("codegen.toml:1"));
        assert_eq!(docs.files.iter().map(|file| file.text.clone()).collect::<Vec<_>>(), before);
    }
}

#[test]
fn severities_by_code_and_path() {
    let cases: &[(&str, [&str; 2], &[&str])] = &[
        ("", ["warning", "warning"], &[]),
        ("unknown-type = 'error'", ["error", "error"], &[]),
        ("unknown-type = { level = 'allow', paths = ['beta/**'] }", ["allow", "warning"], &[]),
        (
            "unknown-type = [{ level = 'note', paths = ['v1.0/api/*.md'] }, { level = 'error' }]",
            ["error", "note"],
            &[],
        ),
        (
            "unknown-type = { level = 'note', paths = ['*.md'] }",
            ["warning", "warning"],
            &["`*.md`"],
        ),
        (
            "unknown-type = { level = 'note', paths = ['beta/**', 'gamma/**'] }",
            ["note", "warning"],
            &["`gamma/**`"],
        ),
        ("type-case = 'note'", ["warning", "warning"], &["`type-case`"]),
        ("type-case = 'note'\nunused-severity = 'allow'", ["warning", "warning"], &["`type-case`"]),
    ];
    for (settings, expected, unused) in cases {
        let docs = pages();
        let config = parse(&format!("[severity]\n{settings}")).unwrap();
        let mut found = Diagnostics::new();
        for file in [0, 1] {
            found.push(Diagnostic::new(Code::UnknownType, Span::new(FileId(file), 0..1), "x"));
        }
        apply_severity(&docs, &config, &mut found);
        let (found, reports) = found.as_slice().split_at(2);
        assert_eq!(
            [found[0].severity.as_str(), found[1].severity.as_str()],
            *expected,
            "{settings}"
        );
        assert_eq!(reports.len(), unused.len(), "{settings}: {reports:?}");
        for (report, name) in reports.iter().zip(*unused) {
            assert!(report.message.contains(name), "{}", report.message);
            let is_allowed = settings.contains("unused-severity");
            assert_eq!(report.severity == Severity::Allow, is_allowed);
        }
    }
}
