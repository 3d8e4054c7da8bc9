//! The model as `docs-ir/1` JSON, for scripts and scorers.
//!
//! In: a [`Model`] and the docs it came from (for line numbers). Out: one JSON object, stable order.

use super::{
    Api, Body, Edm, Example, Model, Operation, OperationTold, ParameterPlace, PayloadType,
    Response, Told, Type, TypeExpr, TypeKind, TypeRef,
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
            let kind = match (api.plain, structure.entity) {
                (true, _) => "object",
                (false, true) => "entity",
                (false, false) => "complex",
            };
            (kind, structure.base.map(|base| api[base].name.as_str()))
        }
    };
    let structure = ty.structure();
    let enumeration = ty.enumeration();
    let properties: Vec<Value> = ty
        .properties()
        .iter()
        .map(|property| {
            let mut object = json!({
                "name": property.name,
                "type": type_name(api, property.ty.ty),
                "collection": property.ty.collection,
                "navigation": property.navigation,
                "deprecated": property.deprecated,
                "page": docs.file(property.origin.file).path,
                "line": docs.line(property.origin),
            });
            tell(api, &property.told, &mut object);
            object
        })
        .collect();
    let members: Vec<Value> = enumeration
        .map_or(&[][..], |enumeration| &enumeration.members)
        .iter()
        .map(|member| json!({"name": member.name, "value": member.value, "line": docs.line(member.origin)}))
        .collect();
    let mut object = json!({
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
    });
    if let Some(enumeration) = enumeration.filter(|_| api.plain) {
        object["valueType"] = Value::from(if enumeration.numeric { "integer" } else { "string" });
    }
    object
}

/// Adds what pages of other families tell of a value.
fn tell(api: &Api, told: &Told, object: &mut Value) {
    let Told { required, nullable, format, map, one_of, partial, values, default } = told;
    let mut add = |name: &str, value: Value| object[name] = value;
    if let Some(required) = required {
        add("required", Value::from(*required));
    }
    if let Some(nullable) = nullable {
        add("nullable", Value::from(*nullable));
    }
    if let Some(format) = format {
        add("format", Value::from(format.as_str()));
    }
    if let Some((key, value)) = map {
        add("map", json!({"key": expr_json(api, *key), "value": expr_json(api, *value)}));
    }
    if !one_of.is_empty() {
        add("oneOf", one_of.iter().map(|one| expr_json(api, *one)).collect());
    }
    if *partial {
        add("partial", Value::from(true));
    }
    if !values.is_empty() {
        add("values", values.iter().map(|text| Value::from(text.as_str())).collect());
    }
    if let Some(default) = default {
        add("default", Value::from(default.as_str()));
    }
}

fn place(place: ParameterPlace) -> Option<&'static str> {
    Some(match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Body => "body",
        ParameterPlace::Form => "form",
        ParameterPlace::Url => return None,
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
            let mut object = json!({
                "name": parameter.name,
                "type": type_name(api, parameter.ty.ty),
                "collection": parameter.ty.collection,
            });
            if let Some(place) = place(parameter.place).filter(|_| api.plain) {
                object["in"] = Value::from(place);
            }
            tell(api, &parameter.told, &mut object);
            object
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
    let mut object = json!({
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
    });
    if api.plain {
        let OperationTold { response_keys, scopes, envelope, list, headers, statuses } =
            &operation.more;
        object["title"] = Value::from(operation.title.as_str());
        if !response_keys.is_empty() {
            object["responseKeys"] = response_keys.iter().map(String::as_str).collect();
        }
        if !scopes.is_empty() {
            object["permissions"] = json!([{"account": null, "scopes": scopes}]);
        }
        if let Some(body) = body(api, operation, *list) {
            object["body"] = body;
        }
        if statuses.len() > 1 {
            let first = operation.status;
            let each = statuses.iter().map(|(status, has_body)| {
                let mut one = json!({"status": status});
                // The type is that of the leading answer; of another it is known only that it has a body.
                if Some(*status) == first && *has_body {
                    one["type"] = object["response"]["type"].clone();
                    one["collection"] = object["response"]["collection"].clone();
                } else if *has_body {
                    one["type"] = Value::from(Edm::Untyped.as_str());
                }
                one
            });
            object["responses"] = each.collect();
        }
        if !headers.is_empty() {
            object["headers"] =
                headers.iter().map(|name| json!({"name": name, "required": false})).collect();
        }
        if let Some(envelope) = envelope {
            object["pages"] = json!({"items": envelope});
        }
    }
    object
}

/// What is sent, where anything is.
fn body(api: &Api, operation: &Operation, list: Option<TypeExpr>) -> Option<Value> {
    let sent = |place| operation.parameters.iter().filter(move |one| one.place == place);
    let names = |place| sent(place).map(|one| one.name.as_str()).collect::<Vec<_>>();
    let required = |place| sent(place).any(|one| one.told.required == Some(true));
    let (json, form) = ("application/json", "multipart/form-data");
    Some(match (operation.request, list) {
        (_, Some(expr)) => {
            let mut body = expr_json(api, expr);
            body["contentType"] = Value::from(json);
            body["required"] = Value::from(true);
            body
        }
        (Body::Type(id), None) => {
            json!({"type": api[id].name.as_str(), "contentType": json, "required": true})
        }
        (Body::Json, None) => json!({"type": Edm::Untyped.as_str(), "contentType": json}),
        (Body::Parameters, None) if !names(ParameterPlace::Body).is_empty() => json!({
            "params": names(ParameterPlace::Body),
            "contentType": json,
            "required": required(ParameterPlace::Body),
        }),
        (Body::Parameters | Body::Bytes, None) => {
            let params = names(ParameterPlace::Form);
            if params.is_empty() {
                return None;
            }
            json!({"params": params, "contentType": form, "required": required(ParameterPlace::Form)})
        }
        (Body::Nothing | Body::Reference, None) => return None,
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
