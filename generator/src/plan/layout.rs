//! Where each type lies: version, namespace and name make the module and the file, nothing else does.
//!
//! In: one version of the model. Out: names and module paths of its types, and diagnostics for two that
//! would get one.

use super::alike::{self, Named};
use super::docs::Links;
use super::lock::Locked;
use super::markup::{Markup, markup};
use super::names::{self, RustIdent, own};
use super::requests::Requests;
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, QualifiedName, TypeId};
use std::collections::{BTreeMap, BTreeSet};

/// The places of one version's types.
#[derive(Debug)]
pub(super) struct Layout {
    /// The version's module, which is its feature too.
    pub version: RustIdent,
    places: Vec<Place>,
    namespaces: Vec<Vec<RustIdent>>,
    /// Paths of the functions that pages document, by page.
    functions: BTreeMap<String, Markup>,
    docs_url: Option<String>,
    locked: Locked,
}

#[derive(Debug)]
struct Place {
    name: RustIdent,
    /// Index into `namespaces`.
    namespace: usize,
    /// The private module that the type's file is.
    file: RustIdent,
}

impl Layout {
    pub(super) fn new(
        api: &Api,
        version: RustIdent,
        locked: Locked,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut namespaces: Vec<Vec<RustIdent>> = vec![types_module(&version)];
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        let mut namespace_of = Vec::with_capacity(api.types.len());
        for ty in &api.types {
            let namespace = ty.name.namespace();
            let index = *by_name.entry(namespace).or_insert_with(|| {
                let path = namespace_path(&version, &api.namespace, namespace);
                namespaces.iter().position(|known| *known == path).unwrap_or_else(|| {
                    namespaces.push(path);
                    namespaces.len() - 1
                })
            });
            namespace_of.push(index);
        }
        let modules: BTreeSet<Vec<RustIdent>> = namespaces
            .iter()
            .flat_map(|path| (1..=path.len()).map(|end| path[..end].to_vec()))
            .collect();
        let mut places: Vec<Place> = api
            .types
            .iter()
            .zip(namespace_of)
            .map(|(ty, namespace)| {
                let mut file = names::module_name(ty.name.name());
                let mut path = namespaces[namespace].clone();
                path.push(file.clone());
                if modules.contains(&path) {
                    file = file.evade();
                }
                Place { name: names::type_name(ty.name.name()), namespace, file }
            })
            .collect();
        tell_apart(api, &locked, &mut places, namespaces.len(), diagnostics);
        part_files(&mut places);
        let functions = BTreeMap::new();
        let docs_url = api.docs_url.clone();
        Self { version, places, namespaces, functions, docs_url, locked }
    }

    /// Lets links of docs lead to the functions of `requests`.
    pub(super) fn link_functions(&mut self, api: &Api, requests: &Requests) {
        for id in api.operation_ids() {
            let Some((module, request)) = requests.of(id) else { continue };
            let path = self.function_link(module, &request.name);
            for shown in &api[id].pages {
                self.functions.entry(shown.page.clone()).or_insert_with(|| path.clone());
            }
        }
    }

    /// The destination of an intra-doc link to a function. Rustdoc finds no function whose name has to be raw; its
    /// module is next.
    pub(super) fn function_link(&self, module: &[RustIdent], name: &RustIdent) -> Markup {
        let root = [own("crate"), self.version.clone(), own("requests")];
        let path = Markup::join(root.iter().chain(module), "::");
        if name.is_raw() {
            return markup!("mod@", path);
        }
        markup!("fn@", path, "::", name)
    }

    /// The type's name.
    pub(super) fn name(&self, id: TypeId) -> &RustIdent {
        &self.places[id.0 as usize].name
    }

    /// The names of the run before.
    pub(super) fn locked(&self) -> &Locked {
        &self.locked
    }

    /// The module that it is public in, from `crate` on.
    pub(super) fn module(&self, id: TypeId) -> &[RustIdent] {
        &self.namespaces[self.places[id.0 as usize].namespace]
    }

    /// The private module that is its file.
    pub(super) fn file(&self, id: TypeId) -> &RustIdent {
        &self.places[id.0 as usize].file
    }

    /// Every module that holds types, from `crate` on; `types` itself first.
    pub(super) fn namespaces(&self) -> &[Vec<RustIdent>] {
        &self.namespaces
    }

    /// The name with its namespace's last part before it, for files that import two of one name.
    pub(super) fn alias(&self, id: TypeId) -> RustIdent {
        let module = self.module(id).last().map_or("", RustIdent::as_str);
        own(&format!(
            "{}{}",
            names::type_name(module).as_str().trim_end_matches('_'),
            self.name(id).as_str()
        ))
    }

    /// Links of docs in the module `from`.
    pub(super) fn links<'a>(&'a self, from: &'a [RustIdent]) -> LayoutLinks<'a> {
        LayoutLinks { layout: self, from }
    }

    /// Where the pages are published.
    pub(super) fn docs_url(&self) -> Option<&str> {
        self.docs_url.as_deref()
    }
}

/// Links as seen from one module.
pub(super) struct LayoutLinks<'a> {
    layout: &'a Layout,
    from: &'a [RustIdent],
}

impl Links for LayoutLinks<'_> {
    fn type_path(&self, id: TypeId) -> Markup {
        if self.layout.module(id) == self.from {
            return markup!("super::", self.layout.name(id));
        }
        Markup::join(self.layout.module(id), "::").with("::").with(self.layout.name(id))
    }

    fn function_path(&self, page: &str) -> Option<&Markup> {
        self.layout.functions.get(page)
    }

    fn docs_url(&self) -> Option<&str> {
        self.layout.docs_url()
    }
}

/// `a::b::c`
pub(super) fn path_text(path: &[RustIdent]) -> String {
    path.iter().map(RustIdent::to_string).collect::<Vec<_>>().join("::")
}

/// `src/a/b/c` for `crate::a::b::c`.
pub(super) fn folder(path: &[RustIdent]) -> String {
    let mut out = "src".to_owned();
    for part in path.iter().skip(1) {
        out.push('/');
        out.push_str(part.as_str());
    }
    out
}

/// Types of one namespace whose names differ in signs alone.
fn tell_apart(
    api: &Api,
    locked: &Locked,
    places: &mut [Place],
    namespaces: usize,
    diagnostics: &mut Diagnostics,
) {
    for namespace in 0..namespaces {
        let here: Vec<usize> =
            (0..places.len()).filter(|&at| places[at].namespace == namespace).collect();
        let named: Vec<Named<'_>> = here
            .iter()
            .map(|&at| Named {
                spelling: api.types[at].name.as_str(),
                origin: api.types[at].origin.span(),
                name: places[at].name.clone(),
                held: locked.held(
                    (api.types[at].name.as_str(), ""),
                    spelling(api, &api.types[at].name),
                    &places[at].name,
                ),
            })
            .collect();
        for (at, underscores) in
            here.into_iter().zip(alike::tell_apart("type", &named, diagnostics))
        {
            let Place { name, file, .. } = &mut places[at];
            *name = name.evade_by(underscores);
            *file = file.evade_by(underscores);
        }
    }
}

/// What a type's name is read off. Names of foreign namespaces may share a module, so none of them is spelled like it.
pub(super) fn spelling<'a>(api: &Api, name: &'a QualifiedName) -> &'a str {
    if name.namespace() == api.namespace { name.name() } else { name.as_str() }
}

/// A file is a module, and a module is in the way of a type of its name and of another file. Which file a type lies in
/// shows nowhere in the crate's interface.
fn part_files(places: &mut [Place]) {
    let mut taken: BTreeSet<(usize, RustIdent)> =
        places.iter().map(|place| (place.namespace, place.name.clone())).collect();
    for place in places {
        while !taken.insert((place.namespace, place.file.clone())) {
            place.file = place.file.evade();
        }
    }
}

fn types_module(version: &RustIdent) -> Vec<RustIdent> {
    vec![own("crate"), version.clone(), own("types")]
}

/// `microsoft.graph.callRecords` to `crate::v1_0::types::call_records`.
/// Types of the API's own namespace lie in `types` itself; any other name of a namespace is a path below it.
fn namespace_path(version: &RustIdent, own: &str, namespace: &str) -> Vec<RustIdent> {
    let rest = match namespace.strip_prefix(own) {
        Some(rest) if rest.is_empty() || rest.starts_with('.') => rest,
        _ => namespace,
    };
    let mut path = types_module(version);
    path.extend(names::module_path(rest.split('.').filter(|part| !part.is_empty())));
    path
}
