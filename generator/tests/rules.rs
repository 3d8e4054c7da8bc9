//! Rule tests: each `tests/rules/*.md` is a list of small sets of pages with what is to be made of them
//! together. The format is that of the page tests (`pages.rs`); what is expected is the resolved model.

#[path = "support/literate.rs"]
mod literate;

use generator::ir::{Api, Body, Response, TypeExpr, TypeKind, TypeRef};
use generator::resolve::{self, Settings};
use generator::source::DocSet;
use std::fmt::Write as _;

/// Expectation fences: info word and what produces their content.
const KINDS: &[literate::Kind] = &[("types", types), ("operations", operations)];

#[test]
fn rules() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules");
    assert!(!literate::inputs(std::path::Path::new(folder)).is_empty(), "no rule is tested");
    literate::run(std::path::Path::new(folder), KINDS);
}

fn apis(docs: &DocSet) -> Vec<Api> {
    let (pages, _) = generator::page::read_all(docs);
    resolve::resolve(&pages, &Settings::default()).0.versions
}

/// `a.b`, `a.b[]`, `Edm.X`.
fn spell(api: &Api, expr: TypeExpr) -> String {
    let name = match expr.ty {
        TypeRef::Edm(edm) => edm.as_str().to_owned(),
        TypeRef::Named(id) => {
            let name = api.types[id.0 as usize].name.as_str();
            name.strip_prefix("microsoft.graph.").unwrap_or(name).to_owned()
        }
    };
    if expr.collection { format!("{name}[]") } else { name }
}

fn types(docs: &DocSet) -> String {
    let mut out = String::new();
    for api in apis(docs) {
        for ty in &api.types {
            let name = ty.name.as_str();
            let name = name.strip_prefix("microsoft.graph.").unwrap_or(name);
            match &ty.kind {
                TypeKind::Enumeration(enumeration) => {
                    let members: Vec<&str> =
                        enumeration.members.iter().map(|member| member.name.as_str()).collect();
                    _ = writeln!(out, "enum {name}: {}", members.join(" "));
                }
                TypeKind::Structure(structure) => {
                    let kind = if structure.entity { "entity" } else { "complex" };
                    let open = if structure.open { "open " } else { "" };
                    let base = structure.base.map(|base| {
                        format!(" < {}", spell(&api, TypeExpr::single(TypeRef::Named(base))))
                    });
                    _ = writeln!(out, "{open}{kind} {name}{}", base.unwrap_or_default());
                    for property in &structure.properties {
                        let arrow = if property.navigation { "->" } else { ":" };
                        let ty = spell(&api, property.ty);
                        _ = writeln!(out, "  {}{arrow} {ty}", property.name);
                    }
                }
            }
        }
    }
    out
}

fn operations(docs: &DocSet) -> String {
    let mut out = String::new();
    for api in apis(docs) {
        let single = |id| TypeExpr::single(TypeRef::Named(id));
        for operation in &api.operations {
            let parameters: Vec<String> = operation
                .parameters
                .iter()
                .map(|parameter| format!("{}: {}", parameter.name, spell(&api, parameter.ty)))
                .collect();
            let request = match operation.request {
                Body::Type(id) => spell(&api, single(id)),
                other => format!("{other:?}").to_lowercase(),
            };
            let response = match operation.response {
                Response::Value(expr) => spell(&api, expr),
                other => format!("{other:?}").to_lowercase(),
            };
            _ = writeln!(
                out,
                "{} {} ({}) {request} => {response}",
                operation.method,
                operation.path.text,
                parameters.join(", "),
            );
        }
    }
    out
}
