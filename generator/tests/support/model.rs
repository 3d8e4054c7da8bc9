//! A model as text: one line for each thing, in the words of the field. Full names, so that two namespaces differ.

use super::literate::Options;
use generator::ir::{
    Api, Body, Example, Model, Operation, ParameterPlace, PayloadType, Property, Response, Type,
    TypeExpr, TypeKind, TypeRef,
};
use generator::source::DocSet;
use std::fmt::Write as _;

/// The parts of the model that `options` asks for: `only=types,operations,permissions,examples`.
pub(crate) fn dump(docs: &DocSet, model: &Model, options: &Options) -> String {
    let mut out = String::new();
    for api in &model.versions {
        // Sections of one version, the usual case, need no heading.
        if model.versions.len() > 1 {
            _ = writeln!(out, "version {}", api.version);
        }
        if options.wants("types") {
            api.types.iter().for_each(|ty| type_lines(&mut out, api, ty));
        }
        if options.wants("operations") {
            let permissions = options.asks("permissions");
            for operation in &api.operations {
                operation_lines(&mut out, api, operation, permissions);
            }
        }
        if options.wants("examples") {
            api.examples.iter().for_each(|example| example_line(&mut out, docs, api, example));
        }
    }
    out
}

fn type_lines(out: &mut String, api: &Api, ty: &Type) {
    let mut line = match &ty.kind {
        TypeKind::Enumeration(enumeration) => {
            let flags = if enumeration.flags { ", flags" } else { "" };
            format!("enum {}{flags}", ty.name)
        }
        TypeKind::Structure(structure) => {
            let kind = if structure.entity { "entity" } else { "complex" };
            let base = structure.base.map(|base| format!(" : {}", api[base].name));
            let mut line = format!("{kind} {}{}", ty.name, base.unwrap_or_default());
            for (set, word) in [(structure.is_abstract, ", abstract"), (structure.open, ", open")] {
                line.push_str(if set { word } else { "" });
            }
            line
        }
    };
    if ty.deprecated.is_some() {
        line.push_str(", deprecated");
    }
    if ty.origin.is_synthetic() {
        line.push_str(", synthetic");
    }
    _ = writeln!(out, "{line}");
    for Property { name, ty, navigation, deprecated, .. } in ty.properties() {
        let navigation = if *navigation { ", navigation" } else { "" };
        let deprecated = if *deprecated { ", deprecated" } else { "" };
        _ = writeln!(out, "  {name} : {}{navigation}{deprecated}", spell(api, *ty));
    }
    for member in ty.enumeration().map_or(&[][..], |enumeration| &enumeration.members) {
        let value = member.value.map(|value| format!(" = {value}")).unwrap_or_default();
        _ = writeln!(out, "  {}{value}", member.name);
    }
}

fn operation_lines(out: &mut String, api: &Api, operation: &Operation, permissions: bool) {
    let kind = format!("{:?}", operation.kind).to_lowercase();
    let mut line = format!("{} {} : {kind}", operation.method, operation.path.text);
    let sends = match operation.request {
        Body::Nothing => None,
        Body::Type(id) => Some(api[id].name.as_str()),
        Body::Parameters => Some("parameters"),
        Body::Reference => Some("a reference"),
        Body::Json => Some("json"),
        Body::Bytes => Some("bytes"),
    };
    if let Some(sends) = sends {
        _ = write!(line, ", sends {sends}");
    }
    let answer = match operation.response {
        Response::Nothing => "nothing".to_owned(),
        Response::Value(expr) => spell(api, expr),
        Response::Optional(expr) => format!("{} or nothing", spell(api, expr)),
        Response::Redirect(None) => "a redirection".to_owned(),
        Response::Redirect(Some(expr)) => format!("a redirection to {}", spell(api, expr)),
        Response::Accepted(None) => "accepted".to_owned(),
        Response::Accepted(Some(expr)) => format!("accepted, later {}", spell(api, expr)),
        Response::Bytes => "bytes".to_owned(),
        Response::Unknown => "json".to_owned(),
    };
    let status = operation.status.map(|status| format!("{status} ")).unwrap_or_default();
    let deprecated = if operation.deprecated.is_some() { ", deprecated" } else { "" };
    _ = writeln!(out, "{line}, answers {status}{answer}{deprecated}");
    for parameter in &operation.parameters {
        let place = match parameter.place {
            ParameterPlace::Body => "body",
            ParameterPlace::Url => "url",
            ParameterPlace::Path => "path",
            ParameterPlace::Query => "query",
            ParameterPlace::Header => "header",
            ParameterPlace::Form => "form",
        };
        _ = writeln!(out, "  {place} {} : {}", parameter.name, spell(api, parameter.ty));
    }
    for permission in operation.permissions.iter().filter(|_| permissions) {
        let scopes = permission.scopes.join(" ");
        _ = writeln!(out, "  scopes {} {scopes}", permission.account.as_str());
    }
}

fn example_line(out: &mut String, docs: &DocSet, api: &Api, example: &Example) {
    let role = example.role.as_str();
    let mut line = format!("{role} {}:{} ", example.page, docs.line(example.origin));
    match example.payload {
        None => line.push('?'),
        Some(payload) => {
            match payload.ty {
                PayloadType::Ref(ty) => line.push_str(name(api, ty)),
                PayloadType::Parameters(_) => line.push_str("parameters"),
                PayloadType::Reference => line.push_str("a reference"),
                PayloadType::Error => line.push_str("an error"),
            }
            line.push_str(if payload.collection { "[]" } else { "" });
            line.push_str(if payload.enveloped { " in `value`" } else { "" });
        }
    }
    _ = write!(line, " {}", example.outcome.as_str());
    for code in &example.codes {
        _ = write!(line, " {}", code.as_str());
    }
    _ = writeln!(out, "{line}");
}

fn spell(api: &Api, expr: TypeExpr) -> String {
    let collection = if expr.collection { "[]" } else { "" };
    format!("{}{collection}", name(api, expr.ty))
}

fn name(api: &Api, ty: TypeRef) -> &str {
    match ty {
        TypeRef::Edm(edm) => edm.as_str(),
        TypeRef::Named(id) => api[id].name.as_str(),
    }
}
