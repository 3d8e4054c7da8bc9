//! Subjects of all pages to one model, for services without OData: links and anchors are trusted.
//!
//! In: [`PageSubjects`] and a dialect. Out: an [`ir::Model`]. No path is walked, no kind and no base is inferred: what
//! a page links to is what it means, and an example shows a type where no page describes one.

mod doc;
mod examples;
mod exprs;
mod index;
mod names;
mod operations;
mod parameters;
mod responses;
mod shapes;
mod types;

use crate::diagnostic::Diagnostics;
use crate::dialect::Dialect;
use crate::ir::{self, Api, Model, Type, TypeId};
use crate::subject::{PageSubjects, Subject};
use index::Index;
use std::collections::{BTreeMap, HashMap};

/// What pages cannot say about a version.
#[derive(Clone, Debug, Default)]
pub struct VersionFacts {
    /// Where requests go, without a trailing slash.
    pub base_url: Option<String>,
    /// Where the pages are published.
    pub docs_url: Option<String>,
}

/// What pages cannot say.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The version of pages outside of version folders.
    pub default_version: String,
    /// By version name.
    pub versions: BTreeMap<String, VersionFacts>,
}

/// Resolves all pages.
pub fn resolve(
    pages: &[PageSubjects],
    dialect: &Dialect,
    settings: &Settings,
) -> (Model, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut groups: BTreeMap<String, Vec<&PageSubjects>> = BTreeMap::new();
    for page in pages {
        let version = page.version.clone().unwrap_or_else(|| settings.default_version.clone());
        groups.entry(version).or_default().push(page);
    }
    let mut model = Model::default();
    for (version, pages) in groups {
        let facts = settings.versions.get(&version).cloned().unwrap_or_default();
        model.versions.push(version_of(version, &pages, dialect, facts, &mut diagnostics));
    }
    (model, diagnostics)
}

fn version_of(
    version: String,
    pages: &[&PageSubjects],
    dialect: &Dialect,
    facts: VersionFacts,
    diagnostics: &mut Diagnostics,
) -> Api {
    let subjects: Vec<&Subject> = pages.iter().flat_map(|page| &page.subjects).collect();
    let mut builder = Builder {
        dialect,
        index: Index::new(&subjects, dialect),
        subjects: &subjects,
        types: Vec::new(),
        of_subject: HashMap::new(),
        by_name: HashMap::new(),
        shapes: HashMap::new(),
        diagnostics,
    };
    types::declare(&mut builder);
    types::fill(&mut builder);
    let operations = operations::resolve(&mut builder);
    let (operations, examples, exchanges) = examples::resolve(&mut builder, operations);
    let mut api = Api {
        version,
        base_url: facts.base_url.unwrap_or_else(|| dialect.base_url.clone()),
        docs_url: facts.docs_url,
        namespace: dialect.namespace.clone(),
        plain: true,
        evidence: Vec::new(),
        types: builder.types,
        operations,
        examples,
        exchanges,
    };
    sort(&mut api);
    api
}

/// A version while it is being put together.
struct Builder<'a, 'd> {
    dialect: &'a Dialect,
    subjects: &'a [&'a Subject],
    index: Index,
    types: Vec<Type>,
    /// The type of a subject, by its number.
    of_subject: HashMap<usize, TypeId>,
    /// By name in lower case.
    by_name: HashMap<String, TypeId>,
    /// Types made from JSON, by their properties.
    shapes: HashMap<String, TypeId>,
    diagnostics: &'d mut Diagnostics,
}

impl Builder<'_, '_> {
    fn get(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// Adds a type; its name gets a number if it is taken.
    fn add(&mut self, name: &str, ty: impl FnOnce(ir::QualifiedName) -> Type) -> TypeId {
        let mut free = name.to_owned();
        let mut number = 2;
        while self.by_name.contains_key(&free.to_lowercase()) {
            free = format!("{name}{number}");
            number += 1;
        }
        let id = TypeId(self.types.len() as u32);
        self.by_name.insert(free.to_lowercase(), id);
        self.types.push(ty(ir::QualifiedName::new(&self.dialect.namespace, &free)));
        id
    }
}

/// Types by name, and every id renumbered.
fn sort(api: &mut Api) {
    let mut order: Vec<usize> = (0..api.types.len()).collect();
    order.sort_by(|&a, &b| api.types[a].name.cmp(&api.types[b].name));
    let mut new = vec![TypeId(0); order.len()];
    for (to, &from) in order.iter().enumerate() {
        new[from] = TypeId(to as u32);
    }
    let mut types: Vec<Option<Type>> =
        std::mem::take(&mut api.types).into_iter().map(Some).collect();
    api.types = order.into_iter().filter_map(|at| types[at].take()).collect();
    api.renumber(&|id: TypeId| new[id.0 as usize]);
}
