//! All pages of a version to one model: the only room that sees every page.
//!
//! In: [`Page`]s with names as spelled. Out: an [`Model`] in which every name is an id. The passes run
//! in the order of the calls in [`resolve`]; each leaves a hole where a page is wrong and says so.

mod examples;
mod facts;
mod finish;
mod requests;
mod types;

pub use facts::example_url::example_path;

use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Model};
use crate::page::Page;
use facts::spelling::Spellings;
use facts::{names, order, version};
use std::collections::BTreeMap;
use types::{Declared, Settled, Typed};

/// What pages cannot say about a version.
#[derive(Clone, Debug, Default)]
pub struct VersionFacts {
    /// Where requests go, without a trailing slash.
    pub base_url: Option<String>,
    /// Where the pages are published.
    pub docs_url: Option<String>,
}

/// What pages cannot say.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Version of pages in a flat folder that nothing else assigns.
    pub default_version: String,
    /// By version name.
    pub versions: BTreeMap<String, VersionFacts>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { default_version: "v1.0".to_owned(), versions: BTreeMap::new() }
    }
}

/// Where requests go unless the configuration says otherwise.
const DEFAULT_HOST: &str = "https://graph.microsoft.com";

/// A version while it is being resolved.
struct Version<'a, 'p> {
    pages: &'p [&'a Page],
    spellings: Spellings,
    diagnostics: Diagnostics,
}

/// Resolves all pages. Versions are resolved side by side, and hear of each other once their types are known.
pub fn resolve(pages: &[Page], settings: &Settings) -> (Model, Diagnostics) {
    use rayon::prelude::*;
    let groups: Vec<(String, Vec<&Page>)> = version::group(pages, &settings.default_version)
        .into_iter()
        .map(|(version, pages)| (version, order::by_content(&pages)))
        .collect();
    let mut versions: Vec<Version<'_, '_>> = groups
        .par_iter()
        .map(|(_, pages)| Version {
            pages,
            spellings: Spellings::collect(pages),
            diagnostics: Diagnostics::new(),
        })
        .collect();
    let types: Vec<Typed<'_, '_>> = versions
        .par_iter_mut()
        .map(|Version { pages, spellings, diagnostics, .. }| {
            Declared::new(pages, spellings, diagnostics).based().typed()
        })
        .collect();
    let types = types::hear_each_other(types);
    let facts = |(name, _): &(String, _)| settings.versions.get(name).cloned().unwrap_or_default();
    let apis: Vec<Api> = groups
        .par_iter()
        .zip(types)
        .map(|(group, types)| resolve_version(&group.0, &group.1, types, facts(group)))
        .collect();
    let mut diagnostics = Diagnostics::new();
    for version in versions {
        diagnostics.extend(version.diagnostics);
    }
    (Model { versions: apis }, diagnostics)
}

fn resolve_version<'a>(
    version: &str,
    pages: &[&'a Page],
    settled: Settled<'a, '_>,
    facts: VersionFacts,
) -> Api {
    let paths = requests::learn::learn(settled.linker(), pages);
    let many = requests::collections::claims(settled.linker(), &paths, pages);
    let mut linker = settled.addressed(many);
    let statements = requests::resolve(&mut linker, &paths, pages);
    let base_url = facts.base_url.unwrap_or_else(|| format!("{DEFAULT_HOST}/{version}"));
    let (mut examples, mut exchanges) =
        examples::resolve(&linker, pages, &statements, (&paths, &base_url));
    let requests::United { mut operations, ids } =
        requests::unite(&mut linker, &paths, pages, &statements);
    examples::assign(&mut examples, &mut exchanges, &operations, &ids);
    let (types, evidence) =
        finish::finish(&linker.types, &mut operations, &mut examples, &mut exchanges);
    Api {
        version: version.to_owned(),
        base_url,
        docs_url: facts.docs_url,
        namespace: names::DEFAULT_NAMESPACE.to_owned(),
        plain: false,
        types,
        operations,
        examples,
        exchanges,
        evidence,
    }
}
