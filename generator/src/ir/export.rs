//! The model as `docs-ir/1` JSON, for scripts and scorers.
//!
//! In: a [`Model`] and the docs it came from (for line numbers). Out: one JSON object, stable order.

use super::{
    Api, Body, Example, Model, Operation, PayloadType, Response, Type, TypeExpr, TypeKind, TypeRef,
};
use crate::source::DocSet;
use serde_json::{Map, Value, json};

/// The whole model as `docs-ir/1`.
pub fn export(docs: &DocSet, model: &Model) -> Value {
    let mut versions = Map::new();
    for api in &model.versions {
        let types: Vec<Value> = api.types.iter().map(|ty| type_json(docs, api, ty)).collect();
        let operations: Vec<Value> =
            api.operations.iter().map(|operation| operation_json(docs, api, operation)).collect();
        let examples: Vec<Value> =
            api.examples.iter().map(|example| example_json(docs, api, example)).collect();
        versions.insert(
            api.version.clone(),
            json!({"types": types, "operations": operations, "examples": examples}),
        );
    }
    json!({"format": "docs-ir/1", "versions": versions})
}

fn type_name(api: &Api, ty: TypeRef) -> &str {
    match ty {
        TypeRef::Edm(edm) => edm.as_str(),
        TypeRef::Named(id) => api[id].name.as_str(),
    }
}

fn type_json(docs: &DocSet, api: &Api, ty: &Type) -> Value {
    let span = ty.origin.span();
    let (kind, base) = match &ty.kind {
        TypeKind::Enumeration(_) => ("enum", None),
        TypeKind::Structure(structure) => {
            let kind = if structure.entity { "entity" } else { "complex" };
            (kind, structure.base.map(|base| api[base].name.as_str()))
        }
    };
    let structure = ty.structure();
    let enumeration = ty.enumeration();
    let properties: Vec<Value> = ty
        .properties()
        .iter()
        .map(|property| {
            json!({
                "name": property.name,
                "type": type_name(api, property.ty.ty),
                "collection": property.ty.collection,
                "navigation": property.navigation,
                "deprecated": property.deprecated,
                "page": docs.file(property.origin.file).path,
                "line": docs.line(property.origin),
            })
        })
        .collect();
    let members: Vec<Value> = enumeration
        .map_or(&[][..], |enumeration| &enumeration.members)
        .iter()
        .map(|member| json!({"name": member.name, "value": member.value, "line": docs.line(member.origin)}))
        .collect();
    json!({
        "name": ty.name.as_str(),
        "kind": kind,
        "base": base,
        "abstract": structure.is_some_and(|structure| structure.is_abstract),
        "open": structure.is_some_and(|structure| structure.open),
        "flags": enumeration.is_some_and(|enumeration| enumeration.flags),
        "deprecated": ty.deprecated.is_some(),
        "page": docs.file(span.file).path,
        "line": docs.line(span),
        "synthetic": ty.origin.is_synthetic(),
        "properties": properties,
        "members": members,
    })
}

fn expr_json(api: &Api, expr: TypeExpr) -> Value {
    json!({"type": type_name(api, expr.ty), "collection": expr.collection})
}

fn operation_json(docs: &DocSet, api: &Api, operation: &Operation) -> Value {
    let request = match operation.request {
        Body::Type(id) => Some(api[id].name.as_str()),
        Body::Nothing | Body::Parameters | Body::Reference | Body::Json | Body::Bytes => None,
    };
    let response = match (operation.response, operation.response.result()) {
        (_, Some(expr)) => expr_json(api, expr),
        (Response::Bytes, None) => json!({"type": "Edm.Stream", "collection": false}),
        (_, None) => Value::Null,
    };
    let params: Vec<Value> = operation
        .parameters
        .iter()
        .map(|parameter| {
            json!({
                "name": parameter.name,
                "type": type_name(api, parameter.ty.ty),
                "collection": parameter.ty.collection,
            })
        })
        .collect();
    let permissions: Vec<Value> = operation
        .permissions
        .iter()
        .filter(|permission| !permission.scopes.is_empty())
        .map(|permission| {
            let scopes = permission.scopes.iter().flat_map(|scope| scope.split('+'));
            let mut value = json!({
                "account": permission.account.as_str(),
                "scopes": scopes.collect::<Vec<_>>(),
            });
            if let Some(scenario) = &permission.scenario {
                value["scenario"] = json!(scenario);
            }
            value
        })
        .collect();
    json!({
        "method": operation.method,
        "path": operation.path.text,
        "page": operation.page,
        "pagesOfDocs": operation.pages.iter().map(|page| &page.page).collect::<Vec<_>>(),
        "line": docs.line(operation.origin),
        "request": request,
        "response": response,
        "status": operation.status,
        "params": params,
        "permissions": permissions,
        "deprecated": operation.deprecated.is_some(),
    })
}

fn example_json(docs: &DocSet, api: &Api, example: &Example) -> Value {
    let ty = example.payload.and_then(|payload| match payload.ty {
        PayloadType::Ref(ty) => Some(type_name(api, ty)),
        PayloadType::Parameters(_) | PayloadType::Reference | PayloadType::Error => None,
    });
    let codes: Vec<&str> = example.codes.iter().map(|code| code.as_str()).collect();
    json!({
        "page": example.page,
        "line": docs.line(example.origin),
        "role": example.role.as_str(),
        "name": example.name,
        "type": ty,
        "collection": example.payload.is_some_and(|payload| payload.collection),
        "truncated": example.truncated,
        "outcome": example.outcome.as_str(),
        "codes": codes,
    })
}
