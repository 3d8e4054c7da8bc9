//! Every Rust decision: names, places, types, order, docs, tests.
//!
//! In: the model. Out: a [`Plan`], which emission only has to write down, and diagnostics about names that are alike.
//! What a thing is called and where it lies depends on that thing alone, so that adding another one never
//! renames it.

mod alike;
mod arguments;
mod carried;
mod conventions;
mod docs;
mod enums;
mod examples;
mod fixtures;
mod items;
mod layout;
mod lock;
mod manifest;
mod markup;
mod names;
mod operations;
mod payload;
mod requests;
mod route;
mod scope;
mod structs;
mod stubs;
mod template;
mod tour;
mod type_links;
mod types;
mod versions;
mod words;
mod written;

pub use conventions::{Conventions, NextPage, PlainConventions};
pub use docs::Docs;
pub use items::{
    Answers, Arg, Bodies, CallExpr, Enum, EnumRuntime, ExampleCalls, ExampleRef, ExampleTables,
    Expr, Field, Item, Module, ObjectExpr, Plan, Rebuilt, RustType, Source, Struct, StructRuntime,
    Stub, StubBody, TextFile, ThenCall, Use, Variant, VersionItems,
};
pub use lock::{LOCK_FILE, NameLock};
pub use markup::Markup;
pub use names::RustIdent;
pub use written::{Comment, Written};

use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Model, TypeId, TypeKind};
use crate::source::DocSet;
use layout::Layout;
use lock::{Lines, Locked};
use markup::markup;
use names::own;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use type_links::TypeLinks;

/// What the model cannot say about the crate.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The license's text, if it is to be carried.
    pub license_text: Option<String>,
    /// Where its sources live.
    pub repository: Option<String>,
    /// Whether it may be published.
    pub publish: bool,
    /// Whether the example tests are emitted.
    pub tests: bool,
    /// How the service says what HTTP leaves open.
    pub conventions: Conventions,
    /// The names of the run before.
    pub lock: Option<NameLock>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            name: "generated".to_owned(),
            version: "0.1.0".to_owned(),
            license: None,
            license_text: None,
            repository: None,
            publish: false,
            tests: true,
            conventions: Conventions::default(),
            lock: None,
        }
    }
}

/// Plans the crate.
pub fn plan(model: &Model, docs: &DocSet, options: &Options) -> (Plan, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let modules = versions::modules(model, options, &mut diagnostics);
    let mut plan = Plan::default();
    let mut lines = Lines::default();
    for (api, module) in model.versions.iter().zip(&modules) {
        version(api, module.clone(), docs, options, (&mut plan, &mut lines), &mut diagnostics);
    }
    plan.sources.sort_by(|a, b| a.path.cmp(&b.path));
    let texts = manifest::texts(model, &modules, &plan, options);
    plan.texts.extend(texts);
    plan.texts.push(TextFile { path: LOCK_FILE.to_owned(), text: lines.text() });
    plan.texts.sort_by(|a, b| a.path.cmp(&b.path));
    (plan, diagnostics)
}

fn version(
    api: &Api,
    module: RustIdent,
    docs: &DocSet,
    options: &Options,
    (plan, lines): (&mut Plan, &mut Lines),
    diagnostics: &mut Diagnostics,
) {
    let locked = Locked::new(options.lock.as_ref(), &api.version);
    let (mut layout, requests) = {
        let mut found = Diagnostics::new();
        let (layout, requests) = rayon::join(
            || Layout::new(api, module, locked.clone(), diagnostics),
            || requests::Requests::new(api, &locked, &mut found),
        );
        diagnostics.extend(found);
        (layout, requests)
    };
    layout.link_functions(api, &requests);
    let links = TypeLinks::new(api, &layout, &requests);
    plan.modules.insert(api.version.clone(), layout.version.to_string());
    let (types, made) = rayon::join(
        || type_sources(api, &layout, docs, &links),
        || {
            let module = options.name.replace('-', "_");
            let tests =
                || options.tests.then(|| examples::plan(api, &layout, &requests, docs, &module));
            let ((stubs, table), tests) = rayon::join(
                || {
                    let stubs = || stubs::sources(api, &layout, &requests);
                    rayon::join(stubs, || operations::table(api, &layout, &requests))
                },
                tests,
            );
            (stubs, tests, table)
        },
    );
    let (stubs, tests, operations) = made;
    plan.texts.push(operations);
    lock(api, &layout, &requests, lines);
    for (source, found) in types.into_iter().chain(stubs) {
        plan.sources.push(source);
        diagnostics.extend(found);
    }
    plan.sources.push(version_module(api, &layout));
    plan.sources.extend(type_modules(api, &layout));
    if let Some((sources, files)) = tests {
        plan.sources.extend(sources);
        plan.texts.extend(files);
    }
}

/// The lock's lines about one version: whatever could lose its name to something that comes later.
fn lock(api: &Api, layout: &Layout, requests: &requests::Requests, lines: &mut Lines) {
    let version = api.version.as_str();
    for id in api.type_ids().filter(|&id| !types::is_any_json(api, id)) {
        let ty = &api[id];
        let owner = ty.name.as_str();
        let plain = names::type_name(ty.name.name());
        let spelling = layout::spelling(api, &ty.name);
        lines.part(version, (owner, ""), spelling, (&plain, layout.name(id)));
        if let TypeKind::Enumeration(enumeration) = &ty.kind {
            let named = enums::variant_names(layout.locked(), owner, enumeration);
            for (member, name) in enumeration.members.iter().zip(named) {
                let (spelling, plain) = (&member.name, names::variant_name(&member.name));
                lines.part(version, (owner, spelling), spelling, (&plain, &name));
            }
        } else {
            fields_lock(version, layout, &structs::parts(api, id), lines);
        }
    }
    requests.lock(api, lines);
    for request in requests.modules.values().flat_map(|module| &module.requests) {
        let operation = &api[request.operation];
        fields_lock(version, layout, &stubs::parts(operation), lines);
        fields_lock(version, layout, &stubs::query_parts(operation), lines);
    }
}

fn fields_lock(version: &str, layout: &Layout, parts: &[structs::Part<'_>], lines: &mut Lines) {
    let named = structs::field_names(layout.locked(), parts);
    for (part, name) in parts.iter().zip(named) {
        let plain = names::field_name(part.name);
        lines.part(version, (&part.owner, part.name), part.name, (&plain, &name));
    }
}

/// A file for each type.
fn type_sources(
    api: &Api,
    layout: &Layout,
    docs: &DocSet,
    links: &TypeLinks,
) -> Vec<(Source, Diagnostics)> {
    let types: Vec<TypeId> = api.type_ids().filter(|&id| !types::is_any_json(api, id)).collect();
    types
        .into_par_iter()
        .map(|id| {
            let mut diagnostics = Diagnostics::new();
            let source = match &api[id].kind {
                TypeKind::Structure(structure) => {
                    structs::source(api, layout, (docs, links), (id, structure), &mut diagnostics)
                }
                TypeKind::Enumeration(enumeration) => {
                    enums::source(api, layout, docs, (id, enumeration), &mut diagnostics)
                }
            };
            (source, diagnostics)
        })
        .collect()
}

/// `src/v1_0/mod.rs`
fn version_module(api: &Api, layout: &Layout) -> Source {
    let path = vec![own("crate"), layout.version.clone()];
    let module =
        |name: &str| Item::Module(Module { name: own(name), public: true, inception: false });
    Source {
        path: format!("{}/mod.rs", layout::folder(&path)),
        module: layout::path_text(&path[1..]),
        pages: Vec::new(),
        docs: Docs::sentence(markup!(
            "Version ",
            markup::code(&api.version),
            " of the API: its types, and its requests to ",
            markup::code(&api.base_url),
            ".",
        )),
        uses: vec![Use {
            public: false,
            path: vec![own("crate"), own("runtime")],
            names: vec![(own("Operations"), None), (own("Service"), None)],
        }],
        items: vec![
            module("requests"),
            module("types"),
            Item::Version(VersionItems {
                base_url: api.base_url.clone(),
                operations: operations::FILE,
            }),
        ],
    }
}

/// The `mod.rs` of each namespace.
fn type_modules(api: &Api, layout: &Layout) -> Vec<Source> {
    let mut children: BTreeMap<Vec<RustIdent>, BTreeSet<RustIdent>> = BTreeMap::new();
    for path in layout.namespaces() {
        children.entry(path.clone()).or_default();
        // The namespaces above it, down from `crate::v1_0::types`.
        for end in 3..path.len() {
            children.entry(path[..end].to_vec()).or_default().insert(path[end].clone());
        }
    }
    let mut types: BTreeMap<&[RustIdent], BTreeMap<&RustIdent, &RustIdent>> = BTreeMap::new();
    let mut any_json: BTreeSet<&[RustIdent]> = BTreeSet::new();
    for id in api.type_ids() {
        if types::is_any_json(api, id) {
            any_json.insert(layout.module(id));
        } else {
            types.entry(layout.module(id)).or_default().insert(layout.file(id), layout.name(id));
        }
    }
    children
        .iter()
        .map(|(path, namespaces)| {
            let none = BTreeMap::new();
            let types = types.get(path.as_slice()).unwrap_or(&none);
            type_module(path, namespaces, types, any_json.contains(path.as_slice()))
        })
        .collect()
}

fn type_module(
    path: &[RustIdent],
    namespaces: &BTreeSet<RustIdent>,
    types: &BTreeMap<&RustIdent, &RustIdent>,
    any_json: bool,
) -> Source {
    let module = |name: &RustIdent, public: bool| {
        Item::Module(Module { name: name.clone(), public, inception: path.last() == Some(name) })
    };
    let mut items: Vec<Item> = namespaces.iter().map(|name| module(name, true)).collect();
    items.extend(types.keys().map(|file| module(file, false)));
    items.extend(types.iter().map(|(file, name)| {
        Item::Use(Use {
            public: true,
            path: vec![own("self"), (*file).clone()],
            names: vec![((*name).clone(), None)],
        })
    }));
    if any_json {
        let runtime = vec![own("crate"), own("runtime")];
        items.push(Item::Use(Use {
            public: true,
            path: runtime,
            names: vec![(own("Json"), None)],
        }));
    }
    let docs = match path.len() {
        3 => Docs::sentence("The types."),
        _ => Docs::sentence(markup!(
            "The types of the namespace `",
            Markup::join(&path[3..], "."),
            "`."
        )),
    };
    Source {
        path: format!("{}/mod.rs", layout::folder(path)),
        module: layout::path_text(&path[1..]),
        pages: Vec::new(),
        docs,
        uses: Vec::new(),
        items,
    }
}
