//! All pages of a version to one model: the only room that sees every page.
//!
//! In: [`Page`]s with names as spelled. Out: an [`ir::Model`] in which every name is an id. The passes run
//! in the order of the calls in [`resolve`]; each leaves a hole where a page is wrong and says so.

mod doc;
mod examples;
mod facts;
mod finish;
mod requests;
mod types;

pub use examples::example_path;

use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Model};
use crate::page::Page;
use facts::spelling::Spellings;
use facts::{order, primitive, version};
use std::collections::BTreeMap;
use types::link::Linker;
use types::{bodies, declare, draft, infer, link};

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

/// Resolves all pages.
pub fn resolve(pages: &[Page], settings: &Settings) -> (Model, Diagnostics) {
    use rayon::prelude::*;
    let groups: Vec<(String, Vec<&Page>)> =
        version::group(pages, &settings.default_version).into_iter().collect();
    let resolved: Vec<(Api, Diagnostics)> = groups
        .into_par_iter()
        .map(|(version, pages)| {
            let facts = settings.versions.get(&version).cloned().unwrap_or_default();
            resolve_version(version, &pages, facts)
        })
        .collect();
    let mut model = Model::default();
    let mut diagnostics = Diagnostics::new();
    for (api, found) in resolved {
        model.versions.push(api);
        diagnostics.extend(found);
    }
    (model, diagnostics)
}

fn resolve_version(version: String, pages: &[&Page], facts: VersionFacts) -> (Api, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let pages = &order::by_content(pages)[..];
    let spellings = Spellings::collect(pages);
    let types = declare::declare(pages, &spellings, &mut diagnostics);
    let mut linker = Linker::new(types, &spellings, &mut diagnostics);
    types::resolve(&mut linker, pages);
    let paths = requests::learn::learn(&linker, pages);
    types::collections::correct(&mut linker, &paths, pages);
    let statements = requests::resolve(&mut linker, &paths, pages);
    let base_url = facts.base_url.unwrap_or_else(|| format!("{DEFAULT_HOST}/{version}"));
    let (mut examples, mut exchanges) =
        examples::resolve(&linker, pages, &statements, (&paths, &base_url));
    let requests::United { mut operations, ids } =
        requests::unite(&mut linker, &paths, pages, &statements);
    examples::assign(&mut examples, &mut exchanges, &operations, &ids);
    let types = finish::finish(&linker.types, &mut operations, &mut examples, &mut exchanges);
    let api =
        Api { version, base_url, docs_url: facts.docs_url, types, operations, examples, exchanges };
    (api, diagnostics)
}
