//! The files around the sources: manifest, readme, crate root, test root, and the runtime that is carried.
//!
//! In: the options and the versions. Out: texts. Dependencies and features are those of the runtime's own
//! manifest, word for word, so that the two cannot drift apart.

use super::Options;
use super::carried;
use super::items::TextFile;
use super::names;
use crate::ir::Model;

/// A feature of the runtime's manifest that only its own tests use.
const TEST_FEATURE: &str = "serde-json-features";

/// All files that are not made of items, but for the example bodies.
pub(super) fn texts(model: &Model, options: &Options) -> Vec<TextFile> {
    let versions: Vec<Version<'_>> = model
        .versions
        .iter()
        .map(|api| Version {
            name: &api.version,
            module: names::module_name(&api.version).to_string(),
        })
        .collect();
    let text = |path: &str, text: String| TextFile { path: path.to_owned(), text };
    let mut texts = vec![
        text("Cargo.toml", manifest(&versions, options)),
        text("README.md", readme(&versions, options)),
        text(".gitattributes", GITATTRIBUTES.to_owned()),
        text("rustfmt.toml", carried::RUSTFMT.to_owned()),
        text("src/lib.rs", root(&versions, options)),
        text("src/conventions.rs", options.conventions.text()),
    ];
    texts.extend(options.license_text.iter().map(|license| text("LICENSE", license.clone())));
    texts.extend(
        carried::RUNTIME
            .iter()
            .chain(options.conventions.runtime())
            .map(|(path, source)| text(&format!("src/runtime/{path}"), (*source).to_owned())),
    );
    if options.tests && !versions.is_empty() {
        texts.push(text("tests/examples.rs", test_root(&versions)));
        texts.push(text(
            "tests/examples/harness.rs",
            carried::HARNESS.replace("crate_name", &options.name.replace('-', "_")),
        ));
    }
    texts
}

struct Version<'a> {
    name: &'a str,
    /// Its module and its feature.
    module: String,
}

/// The sources hold no tests: building them once more for none, twice, is the longest part of `cargo test`.
const LIB: &str = "
# Tests are in tests/; building the library again to find none in it would take most of the time.
[lib]
test = false
doctest = false
";

const GITATTRIBUTES: &str = "\
* text=auto eol=lf
Cargo.toml linguist-generated=true
src/** linguist-generated=true
tests/** linguist-generated=true
";

fn manifest(versions: &[Version<'_>], options: &Options) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let runtime = |section| section_of(carried::MANIFEST, section);
    let mut out = format!(
        "[package]\nname = {}\nversion = {}\n",
        quoted(&options.name),
        quoted(&options.version)
    );
    for line in runtime("package")
        .filter(|line| line.starts_with("edition") || line.starts_with("rust-version"))
    {
        out.push_str(&format!("{line}\n"));
    }
    let names: Vec<&str> = versions.iter().map(|version| version.name).collect();
    let description = match names.as_slice() {
        [] => "Types and requests, generated from API reference pages.".to_owned(),
        names => format!(
            "Types and requests of the API ({}), generated from its reference pages.",
            names.join(", ")
        ),
    };
    out.push_str(&format!("description = {}\nreadme = \"README.md\"\n", quoted(&description)));
    for (key, value) in [("license", &options.license), ("repository", &options.repository)] {
        if let Some(value) = value {
            out.push_str(&format!("{key} = {}\n", quoted(value)));
        }
    }
    if options.license.is_none() && options.license_text.is_some() {
        out.push_str("license-file = \"LICENSE\"\n");
    }
    if !options.publish {
        out.push_str("publish = false\n");
    }
    let defaults: Vec<String> = std::iter::once("serde")
        .chain(versions.iter().map(|v| v.module.as_str()))
        .map(quoted)
        .collect();
    out.push_str(LIB);
    out.push_str(&format!("\n[features]\ndefault = [{}]\n", defaults.join(", ")));
    for line in runtime("features")
        .filter(|line| !line.starts_with("default ") && !line.starts_with(TEST_FEATURE))
    {
        out.push_str(&format!("{line}\n"));
    }
    for version in versions {
        out.push_str(&format!("{} = []\n", version.module));
    }
    out.push_str("\n[dependencies]\n");
    for line in runtime("dependencies") {
        out.push_str(&format!("{line}\n"));
    }
    out
}

/// The settings of one section of a manifest, line by line, without comments.
fn section_of<'a>(manifest: &'a str, section: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let header = format!("[{section}]");
    manifest
        .lines()
        .map(str::trim_end)
        .skip_while(move |line| *line != header)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn root(versions: &[Version<'_>], options: &Options) -> String {
    let mut out = String::from(
        "\
//! Types and requests of an HTTP API, generated from its reference pages.
//!
//! Each version of the API is a module behind a feature of the same name. In it, `types` holds a struct or
//! enum for each type, and `requests` a function for each documented request: the path of the URL is the
//! path of the module.
//!
//! A function of `requests` sends nothing. It returns a [`Request`](runtime::Request), which becomes an
//! `http::Request` for any HTTP client and decodes the client's response.
//!
",
    );
    for version in versions {
        out.push_str(&format!("//! - `{}`: version {}\n", version.module, version.name));
    }
    out.push_str(
        "\
#![forbid(unsafe_code)]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = \"whether a page's words are a name in scope changes with every import\"
)]

pub mod conventions;
pub mod runtime;
",
    );
    let _ = options;
    for version in versions {
        out.push_str(&format!(
            "\n#[cfg(feature = \"{0}\")]\n#[rustfmt::skip]\npub mod {0};\n",
            version.module
        ));
    }
    out
}

fn test_root(versions: &[Version<'_>]) -> String {
    let features: Vec<String> =
        versions.iter().map(|version| format!("feature = \"{}\"", version.module)).collect();
    let condition = match features.as_slice() {
        [one] => one.clone(),
        all => format!("any({})", all.join(", ")),
    };
    let mut out = format!(
        "//! Every JSON example of the pages, through the compiled types.\n#![cfg({condition})]\n\n\
         #[path = \"examples/harness.rs\"]\nmod harness;\n"
    );
    for Version { module, .. } in versions {
        out.push_str(&format!(
            "
#[cfg(feature = \"{module}\")]
#[rustfmt::skip]
#[path = \"examples/{module}/mod.rs\"]
#[allow(deprecated, reason = \"what is deprecated is tested, too\")]
#[allow(clippy::approx_constant, reason = \"numbers are those of the pages\")]
mod {module};

#[cfg(feature = \"{module}\")]
#[test]
fn {module}_responses() {{
    harness::check_responses(\"{module}\", {module}::RESPONSES, {module}::ANSWERS);
}}

#[cfg(feature = \"{module}\")]
#[test]
fn {module}_requests() {{
    harness::check_requests(\"{module}\", {module}::REQUESTS, {module}::REBUILT);
}}
"
        ));
    }
    out
}

fn readme(versions: &[Version<'_>], options: &Options) -> String {
    let name = &options.name;
    let module = name.replace('-', "_");
    let mut features = String::new();
    for version in versions {
        features.push_str(&format!(
            "| `{}` | on | version {} of the API |\n",
            version.module, version.name
        ));
    }
    carried::README
        .replace("{name}", name)
        .replace("{module}", &module)
        .replace("{version}", versions.last().map_or("v1_0", |version| &version.module))
        .replace("{features}\n", &features)
}
