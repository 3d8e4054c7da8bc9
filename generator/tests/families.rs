//! Small families of our own, each with its dialect: what comes of their pages stands beside them.
//!
//! `UPDATE=1 cargo test -p generator --test families` rewrites what is expected and fails; read the diff, then run again
//! without it.

use generator::config::Config;
use generator::dialect::Dialect;
use generator::pipeline;
use generator::source::{DocSet, Selection};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(family: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/families").join(family)
}

fn config(family: &str) -> Config {
    let text = fs::read_to_string(folder(family).join("dialect.toml")).expect("a dialect");
    let dialect = Dialect::parse(family, &text).expect("a sound dialect");
    Config { default_version: dialect.default_version.clone(), dialect, ..Config::default() }
}

fn load(family: &str, config: &Config) -> DocSet {
    let is_page = |name: &str| config.dialect.is_page(name);
    let selection = Selection { is_page: Some(&is_page) };
    DocSet::load_selected(&folder(family), selection).expect("the pages can be read")
}

/// What the pages say, without places, and what was found.
fn understood(family: &str) -> String {
    let config = config(family);
    let docs = load(family, &config);
    let exported = pipeline::export(&docs, &config);
    let mut value: serde_json::Value = serde_json::from_str(&exported.json).expect("JSON");
    without_places(&mut value);
    let mut text = serde_json::to_string_pretty(&value["versions"]["v1"]).expect("JSON");
    text.push('\n');
    for diagnostic in exported.diagnostics.into_sorted() {
        let line = diagnostic.primary.as_ref().map_or(0, |label| docs.line(label.span));
        text.push_str(&format!("{line} {}: {}\n", diagnostic.code.as_str(), diagnostic.message));
    }
    text
}

/// What says nothing here would only make the text longer.
fn without_places(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(object) => {
            object.retain(|name, value| {
                let silent = value.is_null()
                    || value == &serde_json::Value::Bool(false)
                    || value.as_array().is_some_and(Vec::is_empty);
                !silent && !matches!(name.as_str(), "line" | "page")
            });
            object.values_mut().for_each(without_places);
        }
        serde_json::Value::Array(elements) => elements.iter_mut().for_each(without_places),
        _ => {}
    }
}

fn check(family: &str) {
    let found = understood(family);
    let path = folder(family).join("expected");
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("UPDATE").is_some() && found != expected {
        fs::write(&path, &found).expect("the expectation can be written");
    }
    assert_eq!(found, expected, "{family}");
}

#[test]
fn lanterns() {
    check("lanterns");
}

#[test]
fn harbour() {
    check("harbour");
}

#[test]
fn orchard() {
    check("orchard");
}

#[test]
fn kiosk() {
    check("kiosk");
}

#[test]
fn the_crates_are_whole_and_know_nothing_of_odata() {
    for family in ["lanterns", "harbour", "orchard", "kiosk"] {
        let config = config(family);
        let generated = pipeline::generate(&load(family, &config), &config, None);
        let errors = generated.diagnostics.as_slice().iter();
        assert!(
            !errors.clone().any(|found| found.severity == generator::diagnostic::Severity::Error)
        );
        let files: Vec<(&str, &[u8])> = generated.files.iter().collect();
        assert!(files.len() > 20, "{family}");
        for (path, bytes) in files {
            let text = String::from_utf8_lossy(bytes);
            let emitted = path.starts_with("src/v1") || path == "src/conventions.rs";
            let foreign = ["odata", "microsoft", "graph"]
                .iter()
                .find(|word| text.to_lowercase().contains(**word));
            assert!(!(emitted && foreign.is_some()), "{family}: {path} speaks of {foreign:?}");
        }
    }
}

/// Without a dialect, foreign pages are an error that names what to try, and never an empty crate.
#[test]
fn foreign_pages_are_not_met_with_silence() {
    for (family, code, words) in [
        (
            "orchard",
            "nothing-recognised",
            "tables look like one of a type: `Name | Type | Description`",
        ),
        ("harbour", "no-pages", "it holds 2 `.mdx` files"),
    ] {
        let docs = DocSet::load(&folder(family)).expect("the pages can be read");
        let exported = pipeline::export(&docs, &Config::default());
        let found = exported.diagnostics.into_sorted();
        let told = found.iter().find(|found| found.code.as_str() == code);
        let told = told.unwrap_or_else(|| panic!("{family} is silent: {found:#?}"));
        assert!(told.message.contains(words), "{}", told.message);
        assert!(told.help.as_deref().is_some_and(|help| help.contains("plain-rest")), "{told:?}");
    }
}

/// A placeholder in marks that the dialect does not know is told, since it would be sent as it stands.
#[test]
fn placeholders_in_other_marks_are_told() {
    let text = "extends = \"plain-rest\"\n[requests]\nplaceholders = [\"{*}\"]\n";
    let dialect = Dialect::parse("test", text).expect("a dialect");
    let config = Config { dialect, ..Config::default() };
    let page = "## Get\n\n```http\nGET /streets/:id\n```\n";
    let exported = pipeline::export(&DocSet::from_texts([("a.md", page)]), &config);
    let found = exported.diagnostics.into_sorted();
    assert!(
        found.iter().any(|found| found.message.contains("`:id` looks like a placeholder")),
        "{found:?}"
    );
}

/// Where most paths hold placeholders that nothing fills, the crate would call what the service does not have.
#[test]
fn a_family_of_other_placeholders_is_no_family_of_this_dialect() {
    let page =
        |name: &str| format!("# Get {name}\n\n## HTTP request\n\n```http\nGET /{name}s/:id\n```\n");
    let pages = [page("lamp"), page("pole"), page("street")];
    let named = [("a.md", &*pages[0]), ("b.md", &*pages[1]), ("c.md", &*pages[2])];
    let exported = pipeline::export(&DocSet::from_texts(named), &Config::default());
    let found = exported.diagnostics.into_sorted();
    let told = found.iter().find(|found| found.code.as_str() == "nothing-recognised");
    assert!(told.is_some_and(|told| told.message.contains("3 of 3 paths")), "{found:?}");
}

/// What a first dialect says of pages that no dialect was written for.
#[test]
fn a_first_dialect_is_guessed_from_the_pages() {
    for (family, lines) in [
        (
            "harbour",
            &[
                "files = [\"*.mdx\"]",
                "components = true",
                "site = \"/docs/\"",
                "optional = [\"{name}?\"]",
                "components = [\"<call method=\\\"{method}\\\">{path}</call>\"]",
            ][..],
        ),
        ("orchard", &["placeholders = [\"<*>\"]", "\"{name} give\""]),
        ("lanterns", &["placeholders = [\":*\"]", "base-url = \"https://lanterns.example"]),
        (
            "kiosk",
            &["\"slot\"]", "# forms = [\"{name} <{type}, {required}>", "such as `~ GET /kiosks"],
        ),
    ] {
        let is_page =
            |name: &str| name.ends_with(".md") || name.ends_with(".mdx") || name.ends_with(".txt");
        let selection = Selection { is_page: Some(&is_page) };
        let docs =
            DocSet::load_selected(&folder(family), selection).expect("the pages can be read");
        let guessed = generator::guess::guess(&docs, family);
        Dialect::parse(family, &guessed).expect("a guess is a sound dialect");
        for line in lines {
            assert!(guessed.contains(line), "{family} lacks `{line}`:\n{guessed}");
        }
    }
}

/// Definition lists with shortcodes, and lists of code: without a word of configuration beside the markup.
#[test]
fn lists_of_parameters_are_read() {
    let text = "extends = \"plain-rest\"\n[markup]\nshortcodes = true\n";
    let dialect = Dialect::parse("test", text).expect("a dialect");
    let config = Config { dialect, ..Config::default() };
    let page = "## Light a lamp\n\n```http\nPOST /lamps/:id HTTP/1.1\n```\n\n\
                #### Path parameters\n\n:id\n: {{<required>}} String. The lamp.\n\n\
                #### Body\n\ncolours[]\n: {{<required>}} Array of String. Its colours.\n\n\
                - `ttl` `(string: \"1h\")` – How long.\n- `who` `(string: <required>)` - By whom.\n\
                - `dim` (boolean, optional): Whether it is dim.\n- `aside` is no parameter.\n";
    let exported = pipeline::export(&DocSet::from_texts([("a.md", page)]), &config);
    let value: serde_json::Value = serde_json::from_str(&exported.json).expect("JSON");
    let versions = value["versions"].as_object().expect("versions");
    let operation = &versions.values().next().expect("one")["operations"][0];
    let params = operation["params"].as_array().expect("parameters").iter().map(|one| {
        let text = |name: &str| one[name].to_string().trim_matches('"').to_owned();
        format!("{} {} {} {}", text("in"), text("name"), text("type"), text("required"))
    });
    let expected = [
        "path id Edm.String true",
        "body colours Edm.String true",
        "body ttl Edm.String false",
        "body who Edm.String true",
        "body dim Edm.Boolean false",
    ];
    assert_eq!(params.collect::<Vec<_>>(), expected);
}
