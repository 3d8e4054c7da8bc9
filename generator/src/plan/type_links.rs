//! From a type to the requests that take or return it.
//!
//! In: the requests of a version, and the pages that the types' own pages link in their tables of methods. Out: a
//! list for the docs of each type. What its page lists comes first, in the page's order; then the rest, shortest
//! paths first.

use super::docs::Docs;
use super::layout::{self, Layout};
use super::markup::{self, Markup, markup};
use super::names::RustIdent;
use super::requests::Requests;
use crate::ir::{Api, Body, Operation, OperationId, TypeExpr, TypeId, TypeRef};
use std::collections::{BTreeMap, BTreeSet};

/// The requests of each type.
#[derive(Debug, Default)]
pub(super) struct TypeLinks {
    of: BTreeMap<TypeId, Vec<Entry>>,
}

/// The requests that one page describes.
#[derive(Debug)]
struct Entry {
    title: String,
    /// Links to functions.
    links: Vec<Markup>,
}

/// Only this many pages are listed; types such as `directoryObject` are part of hundreds of requests.
const LISTED: usize = 30;

impl TypeLinks {
    pub(super) fn new(api: &Api, layout: &Layout, requests: &Requests) -> Self {
        let mut found: BTreeMap<TypeId, Vec<OperationId>> = BTreeMap::new();
        for id in api.operation_ids() {
            for ty in types_of(&api[id]) {
                found.entry(ty).or_default().push(id);
            }
        }
        let of = found.into_iter().map(|(ty, ids)| (ty, entries(api, layout, requests, ty, &ids)));
        Self { of: of.collect() }
    }

    /// Adds the list of `ty`.
    pub(super) fn add(&self, docs: &mut Docs, ty: TypeId) {
        let Some(entries) = self.of.get(&ty).filter(|entries| !entries.is_empty()) else { return };
        docs.paragraph("# Requests");
        docs.paragraph("These take or return it:");
        for Entry { title, links } in entries.iter().take(LISTED) {
            let last = links.len().saturating_sub(1);
            let links = links.iter().enumerate();
            let links = links.map(|(at, link)| markup!(link, if at == last { "" } else { "," }));
            docs.labelled_item(title, links);
        }
        if entries.len() > LISTED {
            let rest = markup::inline(&(entries.len() - LISTED).to_string());
            docs.item([markup!("and ", rest, " more")]);
        }
    }
}

/// The types that an operation takes and returns.
fn types_of(operation: &Operation) -> Vec<TypeId> {
    let sent = match operation.request {
        Body::Type(ty) => Some(ty),
        _ => None,
    };
    let returned = match operation.response.value() {
        Some(TypeExpr { ty: TypeRef::Named(ty), .. }) => Some(ty),
        _ => None,
    };
    sent.into_iter().chain(returned.filter(|_| returned != sent)).collect()
}

/// Length of the module's path, the module, and the function's name: shortest paths sort first.
type Function<'r> = (usize, &'r [RustIdent], &'r RustIdent);

fn entries(
    api: &Api,
    layout: &Layout,
    requests: &Requests,
    ty: TypeId,
    operations: &[OperationId],
) -> Vec<Entry> {
    let mut pages: BTreeMap<&str, BTreeSet<Function<'_>>> = BTreeMap::new();
    let mut titles: BTreeMap<&str, &str> = BTreeMap::new();
    for &id in operations {
        let Some((module, request)) = requests.of(id) else { continue };
        let operation = &api[id];
        pages.entry(&operation.page).or_default().insert((module.len(), module, &request.name));
        titles.entry(&operation.page).or_insert(&operation.title);
    }
    let rank = |page: &str| api[ty].methods.iter().position(|listed| listed == page);
    let mut pages: Vec<_> = pages.into_iter().collect();
    pages.sort_by(|(a, first), (b, second)| {
        let key = |page: &str| rank(page).unwrap_or(usize::MAX);
        (key(a), first).cmp(&(key(b), second))
    });
    let link = |(_, module, name): Function<'_>| {
        let path = format!("{}::{name}", layout::path_text(module));
        markup::item_link(&path, true, &layout.function_link(module, name))
    };
    pages
        .into_iter()
        .map(|(page, functions)| Entry {
            title: titles.get(page).copied().unwrap_or_default().to_owned(),
            links: functions.into_iter().map(link).collect(),
        })
        .collect()
}
