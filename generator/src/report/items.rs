//! Which Rust item each type and each operation became.
//!
//! In: the plan. Out: lookups by what the pages say. The plan keeps names of the API, pages and paths beside
//! every item; that is enough to find it again.

use crate::ir::{Operation, PathPart, Type};
use crate::plan::{Item, Plan, Source, Stub};
use crate::source::DocSet;
use std::collections::BTreeMap;

/// An item and where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Emitted<'a> {
    /// Its path as Rust code writes it, from the crate's root on.
    pub rust: String,
    /// Its file, relative to the crate.
    pub file: &'a str,
}

/// The items of a plan.
#[derive(Debug, Default)]
pub(super) struct Items<'a> {
    /// By the page where it is stated and the name in the API: a page belongs to one version.
    types: BTreeMap<(&'a str, &'a str), (&'a Source, String)>,
    /// By method and path without the names of placeholders.
    stubs: BTreeMap<(&'a str, String), Vec<(&'a Source, &'a Stub)>>,
}

impl<'a> Items<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        let mut items = Self::default();
        for source in &plan.sources {
            for item in &source.items {
                let (api_name, name) = match item {
                    Item::Struct(found) => (found.api_name.as_str(), found.name.to_string()),
                    Item::Enum(found) => (found.api_name.as_str(), found.name.to_string()),
                    Item::Stub(stub) => {
                        let (method, path) = stub.line.split_once(' ').unwrap_or_default();
                        let key = (method, shape(path));
                        items.stubs.entry(key).or_default().push((source, stub));
                        continue;
                    }
                    _ => continue,
                };
                for page in &source.pages {
                    items
                        .types
                        .entry((page.as_str(), api_name))
                        .or_insert_with(|| (source, name.clone()));
                }
            }
        }
        items
    }

    /// The struct or enum that `ty` became.
    pub(super) fn of_type(&self, docs: &DocSet, ty: &Type) -> Option<Emitted<'a>> {
        let page = docs.file(ty.origin.span().file).path.as_str();
        let (source, name) = self.types.get(&(page, ty.name.as_str()))?;
        Some(emitted(source, name))
    }

    /// The function that `operation` became; one can stand for several pages.
    pub(super) fn of_operation(&self, operation: &Operation) -> Option<Emitted<'a>> {
        let found = self.stubs.get(&(operation.method.as_str(), shape(&path_text(operation))))?;
        let own = found.iter().find(|(_, stub)| stub.page == operation.page);
        let shared = || {
            found
                .iter()
                .find(|(source, _)| source.pages.iter().any(|page| page.as_str() == operation.page))
        };
        let (source, stub) = own.or_else(shared)?;
        Some(emitted(source, &stub.name.to_string()))
    }
}

fn emitted<'a>(source: &'a Source, name: &str) -> Emitted<'a> {
    Emitted { rust: format!("{}::{name}", source.module), file: &source.path }
}

/// The path with braces around every placeholder, however the page marks it.
fn path_text(operation: &Operation) -> String {
    let mut text = String::new();
    for part in &operation.path.parts {
        match part {
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Placeholder { .. } => text.push_str("{}"),
        }
    }
    text
}

/// A path up to its query, without the names of its placeholders.
fn shape(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let mut shape = String::new();
    let mut rest = path;
    while let Some((before, placeholder)) = rest.split_once('{') {
        shape.push_str(before);
        shape.push_str("{}");
        rest = placeholder.split_once('}').map_or("", |(_, after)| after);
    }
    shape.push_str(rest);
    shape.truncate(shape.trim_end_matches('/').len());
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_placeholders_do_not_matter() {
        assert_eq!(shape("/users/{id | upn}/messages/?$top={n}"), "/users/{}/messages");
        assert_eq!(shape("/a(b='{c}')"), "/a(b='{}')");
        assert_eq!(shape("/unclosed/{id"), "/unclosed/{}");
    }
}
