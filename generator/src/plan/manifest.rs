//! The files around the sources: manifest, readme, crate root, test root, and the runtime that is carried.
//!
//! In: the options and the versions. Out: texts. Dependencies and features are those of the runtime's own
//! manifest, word for word, so that the two cannot drift apart.

use super::Options;
use super::carried;
use super::fixtures;
use super::items::{Plan, TextFile};
use super::markup::{self, Markup, markup};
use super::names::RustIdent;
use super::tour::Tour;
use super::written::Written;
use crate::ir::Model;

/// A feature of the runtime's manifest that only its own tests use.
const TEST_FEATURE: &str = "serde-json-features";

/// All files that are not made of items, but for the example bodies.
pub(super) fn texts(
    model: &Model,
    modules: &[RustIdent],
    plan: &Plan,
    options: &Options,
) -> Vec<TextFile> {
    let versions: Vec<Version<'_>> = model
        .versions
        .iter()
        .zip(modules)
        .map(|(api, module)| Version { name: &api.version, module })
        .collect();
    // The newest version comes last, and is what newcomers use, unless another one has more to show.
    let tours = versions.iter().map(|version| Tour::new(&plan.sources, version.module, options));
    let tour = tours.max_by_key(Tour::len);
    let tour = tour.as_ref();
    let text = |path: &str, text: Written| TextFile { path: path.to_owned(), text };
    let mut texts = vec![
        text("Cargo.toml", manifest(&versions, options)),
        text("README.md", readme(&versions, options, tour)),
        text("AGENTS.md", agents(&versions, options, tour)),
        text(".gitattributes", Written::template(GITATTRIBUTES, &[])),
        text("rustfmt.toml", Written::template(carried::RUSTFMT, &[])),
        text("src/lib.rs", root(&versions, options, tour)),
        text("src/conventions.rs", options.conventions.text()),
    ];
    let license = options.license_text.iter();
    texts.extend(license.map(|license| text("LICENSE", Written::file(license))));
    let runtime = carried::RUNTIME.iter().chain(options.conventions.runtime());
    texts.extend(runtime.map(|(path, source)| {
        text(&format!("src/runtime/{path}"), Written::template(source, &[]))
    }));
    if options.tests && !versions.is_empty() {
        texts.push(text("tests/examples.rs", test_root(&versions)));
        texts.push(text("src/examples.rs", fixtures::text(&versions, &plan.texts)));
        texts.extend(tour.map(|tour| text("tests/tour.rs", tour.test())));
        let harness = Written::template(carried::HARNESS, &[("crate_name", &module(options))]);
        texts.push(text("tests/examples/harness.rs", harness));
        let wire = Written::template(carried::WIRE, &[("crate_name", &module(options))]);
        texts.push(text("tests/examples/wire.rs", wire));
    }
    texts
}

/// A version of the API as the crate has it.
pub(super) struct Version<'a> {
    pub(super) name: &'a str,
    /// Its module and its feature.
    pub(super) module: &'a RustIdent,
}

impl Version<'_> {
    pub(super) fn module(&self) -> Written {
        let mut out = Written::default();
        out.ident(self.module);
        out
    }
}

/// The crate's name as Rust code spells it.
pub(super) fn module(options: &Options) -> Written {
    let mut out = Written::default();
    out.package(&options.name.replace('-', "_"));
    out
}

/// The sources hold no tests: building them once more for none, twice, is the longest part of `cargo test`.
const LIB: &str = "
# Tests are in tests/; building the library again to find none in it would take most of the time.
[lib]
test = false
doctest = false
";

/// What counts as a break is stated in the README and in `diff`'s classes.
const SEMVER: &str = "
# Structs get fields as the API gets properties: literals and patterns end with `..`, see README.md.
[package.metadata.cargo-semver-checks.lints]
constructible_struct_adds_field = \"allow\"
";

const GITATTRIBUTES: &str = "\
* text=auto eol=lf
Cargo.toml linguist-generated=true
src/** linguist-generated=true
tests/** linguist-generated=true
";

fn manifest(versions: &[Version<'_>], options: &Options) -> Written {
    let runtime = |section| carried::section(carried::MANIFEST, section);
    let mut out = Written::default();
    out.own("[package]\nname = ").toml(&options.name);
    out.own("\nversion = ").toml(&options.version).own("\n");
    for line in runtime("package")
        .filter(|line| line.starts_with("edition") || line.starts_with("rust-version"))
    {
        out.own(line).own("\n");
    }
    let names: Vec<&str> = versions.iter().map(|version| version.name).collect();
    let description = match names.as_slice() {
        [] => "Types and requests, generated from API reference pages.".to_owned(),
        names => format!(
            "Types and requests of the API ({}), generated from its reference pages.",
            names.join(", ")
        ),
    };
    out.own("description = ").toml(&description).own("\nreadme = \"README.md\"\n");
    for (key, value) in [("license", &options.license), ("repository", &options.repository)] {
        if let Some(value) = value {
            out.own(key).own(" = ").toml(value).own("\n");
        }
    }
    if options.license.is_none() && options.license_text.is_some() {
        out.own("license-file = \"LICENSE\"\n");
    }
    if !options.publish {
        out.own("publish = false\n");
    }
    out.own(LIB).own(SEMVER).own("\n[features]\ndefault = [\"serde\"");
    for version in versions {
        out.own(", \"").ident(version.module).own("\"");
    }
    out.own("]\n");
    for line in runtime("features")
        .filter(|line| !line.starts_with("default ") && !line.starts_with(TEST_FEATURE))
    {
        out.own(line).own("\n");
    }
    for version in versions {
        out.ident(version.module).own(" = []\n");
    }
    out.own("\n[dependencies]\n");
    for line in runtime("dependencies") {
        out.own(line).own("\n");
    }
    out
}

fn root(versions: &[Version<'_>], options: &Options, tour: Option<&Tour>) -> Written {
    let mut out = Written::default();
    out.own(
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
        let line = markup!("- `", version.module, "`: version ", markup::code(version.name));
        out.own("//! ").markup(&line).own("\n");
    }
    if let Some(tour) = tour {
        let mut tour = tour.markdown("#", true);
        tour.trim_end('\n');
        out.own("//!\n").lines(&tour, "//! ", "//!");
    }
    out.own(
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
    if options.tests && !versions.is_empty() {
        out.own("\n#[cfg(feature = \"examples\")]\n#[rustfmt::skip]\npub mod examples;\n");
    }
    for version in versions {
        out.own("\n#[cfg(feature = \"").ident(version.module);
        out.own("\")]\n#[rustfmt::skip]\npub mod ").ident(version.module).own(";\n");
    }
    out
}

const TESTS_OF_VERSION: &str = "
#[cfg(feature = \"{module}\")]
#[rustfmt::skip]
#[path = \"examples/{module}/mod.rs\"]
#[allow(deprecated, reason = \"what is deprecated is tested, too\")]
#[allow(clippy::approx_constant, reason = \"numbers are those of the pages\")]
mod {module};
";

const RESPONSES_OF_VERSION: &str = "
    #[cfg(feature = \"{module}\")]
    #[test]
    fn {module}() {
        crate::harness::check_responses(
            \"{module}\",
            crate::{module}::RESPONSES,
            crate::{module}::ANSWERS,
        );
    }

    #[cfg(all(feature = \"{module}\", feature = \"ureq\"))]
    #[test]
    fn {module}_on_the_wire() {
        crate::wire::over(\"{module}\", \"responses\", {module});
    }
";

const REQUESTS_OF_VERSION: &str = "
    #[cfg(feature = \"{module}\")]
    #[test]
    fn {module}() {
        crate::harness::check_requests(
            \"{module}\",
            crate::{module}::REQUESTS,
            crate::{module}::REBUILT,
        );
    }

    #[cfg(all(feature = \"{module}\", feature = \"ureq\"))]
    #[test]
    fn {module}_on_the_wire() {
        crate::wire::over(\"{module}\", \"requests\", {module});
    }
";

fn test_root(versions: &[Version<'_>]) -> Written {
    let mut features = Written::default();
    for (at, version) in versions.iter().enumerate() {
        features.own(if at == 0 { "feature = \"" } else { ", feature = \"" });
        features.ident(version.module).own("\"");
    }
    let mut out = Written::default();
    out.own("//! Every JSON example of the pages, through the compiled types.\n#![cfg(");
    match versions.len() {
        1 => out.add(&features),
        _ => out.own("any(").add(&features).own(")"),
    };
    out.own(")]\n\n#[path = \"examples/harness.rs\"]\nmod harness;\n");
    out.own("#[cfg(feature = \"ureq\")]\n#[path = \"examples/wire.rs\"]\nmod wire;\n");
    for version in versions {
        out.add(&Written::template(TESTS_OF_VERSION, &[("{module}", &version.module())]));
    }
    for (module, tests) in [("responses", RESPONSES_OF_VERSION), ("requests", REQUESTS_OF_VERSION)]
    {
        out.own("\n#[rustfmt::skip]\nmod ").own(module).own(" {");
        for version in versions {
            out.add(&Written::template(tests, &[("{module}", &version.module())]));
        }
        out.own("}\n");
    }
    out
}

fn readme(versions: &[Version<'_>], options: &Options, tour: Option<&Tour>) -> Written {
    let mut name = Written::default();
    name.package(&options.name);
    let mut features = Written::default();
    for version in versions {
        let row: Markup = markup!(
            "| `",
            version.module,
            "` | on | version ",
            markup::cell(version.name),
            " of the API |"
        );
        features.markup(&row).own("\n");
    }
    let version = shown_version(versions, tour);
    let places = [
        ("{name}", &name),
        ("{module}", &module(options)),
        ("{version}", &version),
        ("{features}\n", &features),
        ("{tour}\n\n", &tour.map(|tour| tour.markdown("###", false)).unwrap_or_default()),
    ];
    Written::template(carried::README, &places)
}

/// The version that texts take their examples from.
fn shown_version(versions: &[Version<'_>], tour: Option<&Tour>) -> Written {
    let newest = || versions.last().map_or_else(|| Written::template("v1_0", &[]), Version::module);
    tour.map_or_else(newest, |tour| tour.version().clone())
}

fn agents(versions: &[Version<'_>], options: &Options, tour: Option<&Tour>) -> Written {
    let version = shown_version(versions, tour);
    let mut tour = tour.map(|tour| tour.markdown("##", false)).unwrap_or_default();
    tour.trim_end('\n');
    let places = [("{module}", &module(options)), ("{version}", &version), ("{tour}", &tour)];
    Written::template(carried::AGENTS, &places)
}
