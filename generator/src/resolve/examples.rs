//! Examples: which operation each one shows, and what its body is.
//!
//! In: pages, operations, types. Out: [`Example`]s with their payload; `check` judges them later.

use super::draft::{Types, odata_type};
use super::link::Linker;
use super::primitive::primitive;
use super::template;
use crate::ir::{
    Body, Edm, Example, Exchange, Operation, OperationId, Outcome, Payload, PayloadType, Response,
    Role, TypeExpr, TypeId, TypeRef,
};
use crate::json::{Json, Kind};
use crate::page::{self, BodyContent, Page};
use crate::span::Spanned;

/// Every JSON body of the pages, in page order, and the HTTP side of every block.
pub(super) fn resolve(
    linker: &Linker<'_, '_>,
    pages: &[&Page],
    operations: &[Operation],
) -> (Vec<Example>, Vec<Exchange>) {
    let mut out = (Vec::new(), Vec::new());
    let mut first = 0;
    for page in pages {
        // Operations and pages are in the same order, so each page's operations are a run.
        let run =
            operations[first..].iter().take_while(|operation| operation.page == page.path).count();
        examples_of(linker, page, (first, &operations[first..first + run]), &mut out);
        first += run;
    }
    out
}

fn examples_of(
    linker: &Linker<'_, '_>,
    page: &Page,
    operations: (usize, &[Operation]),
    out: &mut (Vec<Example>, Vec<Exchange>),
) {
    let (out, exchanges) = out;
    let mut last_request: Option<(String, String)> = None;
    let mut last_operation: Option<OperationId> = None;
    for example in &page.examples {
        let role = match example.role {
            page::Role::Request => Role::Request,
            page::Role::Response => Role::Response,
            page::Role::Resource => Role::Resource,
        };
        if let Some(request) = &example.request {
            last_request = Some((request.method.value.clone(), request.url.value.clone()));
            last_operation = operation_of(operations, &request.method.value, &request.url.value);
        }
        if role != Role::Resource {
            let is_json = |body: &page::Body| !matches!(body.content, BodyContent::Other);
            let index = example.body.as_ref().filter(|body| is_json(body)).map(|_| out.len());
            exchanges.push(exchange(linker, page, example, last_operation, index));
        }
        let Some(body) = &example.body else { continue };
        let json = match &body.content {
            BodyContent::Json(json) => Some(json.clone()),
            BodyContent::BrokenJson => None,
            BodyContent::Other => continue,
        };
        let operation = last_operation.filter(|_| role != Role::Resource);
        let shown = operation.map(|id| &operations.1[id.0 as usize - operations.0]);
        // An example that fits no request line still shows what its page is about.
        let shown = shown.or_else(|| operations.1.first().filter(|_| role != Role::Resource));
        let payload = payload(
            linker,
            page,
            example,
            role,
            shown.map(|shown| {
                let index =
                    operations.1.iter().position(|known| std::ptr::eq(known, shown)).unwrap_or(0);
                (OperationId((operations.0 + index) as u32), shown)
            }),
            json.as_ref(),
        );
        let annotation = example.annotation.as_ref();
        out.push(Example {
            page: page.path.clone(),
            origin: body.span,
            role,
            name: annotation.and_then(|annotation| annotation.str("name")).map(|name| name.value),
            operation,
            request: last_request.clone().filter(|_| role != Role::Resource),
            status: example.status.as_ref().map(|status| status.value),
            payload,
            truncated: annotation
                .and_then(|annotation| annotation.bool("truncated"))
                .unwrap_or(false),
            outcome: Outcome::Unresolved,
            codes: Vec::new(),
            json,
        });
    }
}

/// The HTTP side of a block.
fn exchange(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operation: Option<OperationId>,
    index: Option<usize>,
) -> Exchange {
    let annotated =
        example.annotation.as_ref().and_then(|annotation| annotation.str("@odata.type"));
    let annotation = annotated.map(|name| {
        let (bare, _) = odata_type(&name.value);
        let ty = primitive(bare)
            .map(TypeRef::Edm)
            .or_else(|| linker.find(bare, None, page).map(TypeRef::Named));
        (name, ty)
    });
    let header =
        example.headers.iter().find(|(name, _)| name.value.eq_ignore_ascii_case("content-length"));
    let length = header
        .and_then(|(_, value)| Some(Spanned::new(value.value.trim().parse().ok()?, value.span)));
    Exchange {
        request: example
            .request
            .as_ref()
            .map(|request| (request.method.clone(), request.url.clone())),
        status: example.status.clone(),
        stated: page
            .response
            .as_ref()
            .map(|response| response.statuses.clone())
            .unwrap_or_default(),
        operation,
        documented: !page.request_lines.is_empty(),
        annotation,
        content_length: length,
        body: example.body.as_ref().map(|body| body.span),
        example: index,
    }
}

/// The operation whose method and path the request fits best.
fn operation_of(
    (first, operations): (usize, &[Operation]),
    method: &str,
    url: &str,
) -> Option<OperationId> {
    let path = example_path(url);
    let segments = template::segments(&path);
    let mut best: Option<(usize, usize)> = None;
    for (index, operation) in operations.iter().enumerate() {
        let template = template::segments(&operation.path.text);
        if operation.method != method || !template::fits(&template, &segments) {
            continue;
        }
        let score = template::literal_matches(&template, &segments);
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| OperationId((first + index) as u32))
}

/// The path of an example's URL below host and version.
pub fn example_path(url: &str) -> String {
    let url = url.trim();
    let after_scheme = url.split_once("://").map(|(_, rest)| rest);
    let path = match after_scheme {
        Some(rest) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url.trim_start_matches('/'),
    };
    let below = path.split_once('/');
    match below {
        Some((first, rest)) if after_scheme.is_some() || is_version(first) => format!("/{rest}"),
        _ if after_scheme.is_some() => "/".to_owned(),
        _ => format!("/{path}"),
    }
}

fn is_version(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    lower == "beta"
        || lower
            .strip_prefix('v')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn payload(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    role: Role,
    operation: Option<(OperationId, &Operation)>,
    json: Option<&Json>,
) -> Option<Payload> {
    match role {
        Role::Resource => resource_payload(linker, page, example),
        Role::Request => request_payload(linker, page, example, operation, json),
        Role::Response => response_payload(linker, page, example, operation, json),
    }
}

fn single(id: TypeId) -> Payload {
    Payload { ty: PayloadType::Ref(TypeRef::Named(id)), collection: false, enveloped: false }
}

fn plain(ty: PayloadType) -> Payload {
    Payload { ty, collection: false, enveloped: false }
}

fn resource_payload(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
) -> Option<Payload> {
    let name = example.annotation.as_ref()?.str("@odata.type")?;
    linker.find(&name.value, None, page).map(single)
}

/// The type that a body names itself, if the model knows it as a structure.
fn own_type(linker: &Linker<'_, '_>, page: &Page, json: Option<&Json>) -> Option<TypeId> {
    let name = json?.get("@odata.type")?.as_str()?;
    let id = linker.find(name, None, page)?;
    linker.types.get(id).structure().map(|_| id)
}

/// A body's own type counts if it fits the stated one.
fn narrow(types: &Types<'_>, stated: TypeId, own: Option<TypeId>) -> TypeId {
    own.filter(|&own| types.lineage(own).contains(&stated)).unwrap_or(stated)
}

fn request_payload(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operation: Option<(OperationId, &Operation)>,
    json: Option<&Json>,
) -> Option<Payload> {
    let own = own_type(linker, page, json);
    let is_reference = json.is_some_and(|json| {
        let members = json.members();
        !members.is_empty()
            && members
                .iter()
                .all(|member| member.key.starts_with("@odata.id") || member.key == "@odata.context")
    });
    if is_reference {
        return Some(plain(PayloadType::Reference));
    }
    if let Some((id, operation)) = operation {
        match operation.request {
            Body::Type(stated) => return Some(single(narrow(&linker.types, stated, own))),
            Body::Parameters => return Some(plain(PayloadType::Parameters(id))),
            Body::Reference => return Some(own.map_or(plain(PayloadType::Reference), single)),
            // The arguments of a function may stand in a body although a GET has none.
            Body::Nothing if !operation.parameters.is_empty() => {
                return Some(plain(PayloadType::Parameters(id)));
            }
            Body::Nothing | Body::Json | Body::Bytes => {}
        }
    }
    let annotated =
        example.annotation.as_ref().and_then(|annotation| annotation.str("@odata.type"));
    let annotated = annotated.and_then(|name| linker.find(&name.value, None, page));
    own.or(annotated).map(single).or_else(|| empty_object(json?))
}

/// `{}`: an object of nothing, whatever it is called.
fn empty_object(json: &Json) -> Option<Payload> {
    let empty = matches!(&json.kind, Kind::Object(members) if members.is_empty());
    empty.then(|| plain(PayloadType::Ref(TypeRef::Edm(Edm::Untyped))))
}

/// `{"value": true}`: the envelope of a primitive, whose kind it shows.
fn enveloped_primitive(json: &Json) -> Option<Payload> {
    let members = json.members();
    if members.iter().any(|member| member.key != "value" && !member.key.contains('@')) {
        return None;
    }
    let edm = match &json.get("value")?.kind {
        Kind::Bool(_) => Edm::Boolean,
        Kind::String(_) => Edm::String,
        Kind::Number(text) if text.parse::<i64>().is_ok() => Edm::Int64,
        Kind::Number(_) => Edm::Double,
        Kind::Null | Kind::Array(_) | Kind::Object(_) => return None,
    };
    let ty = PayloadType::Ref(TypeRef::Edm(edm));
    Some(Payload { ty, collection: false, enveloped: true })
}

fn response_payload(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operation: Option<(OperationId, &Operation)>,
    json: Option<&Json>,
) -> Option<Payload> {
    let failed = example.status.as_ref().is_some_and(|status| status.value >= 400);
    let is_error = json.is_some_and(|json| {
        let members = json.members();
        members.len() == 1
            && members
                .iter()
                .all(|member| member.key == "error" && !member.value.members().is_empty())
    });
    if failed || is_error {
        return Some(plain(PayloadType::Error));
    }
    match response_type(linker, page, example, operation, json) {
        Some(expr) => Some(shape(linker, page, expr, json)),
        None => enveloped_primitive(json?).or_else(|| empty_object(json?)),
    }
}

/// The type of a response: of what the operation returns and what annotation, body and context say, the
/// one that the body fits best; in doubt the earlier one.
fn response_type(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operation: Option<(OperationId, &Operation)>,
    json: Option<&Json>,
) -> Option<TypeExpr> {
    let mut candidates: Vec<TypeExpr> = Vec::new();
    if let Some((_, Operation { response: Response::Value(expr), .. })) = operation {
        candidates.push(*expr);
    }
    candidates.extend(annotated_type(linker, page, example));
    let own = |json: Option<&Json>| {
        own_type(linker, page, json).map(|id| TypeExpr::single(TypeRef::Named(id)))
    };
    let inner = json.and_then(|json| json.get("value")).and_then(|value| match &value.kind {
        Kind::Array(elements) => elements.iter().find_map(|element| own(Some(element))),
        Kind::Object(_) => own(Some(value)),
        _ => None,
    });
    // Elements of a collection may be of a derived type; only without any statement do they decide.
    candidates.extend(own(json).or(inner.filter(|_| candidates.is_empty())));
    candidates.extend(json.and_then(|json| context_type(linker, page, json)));
    let Some(json) = json else { return candidates.first().copied() };
    let misfits = |expr: &TypeExpr| payload_misfits(linker, page, *expr, json);
    let (_, best) =
        candidates.iter().enumerate().min_by_key(|(index, expr)| (misfits(expr), *index))?;
    Some(*best)
}

/// The type that the annotation names.
fn annotated_type(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
) -> Option<TypeExpr> {
    let annotation = example.annotation.as_ref()?;
    let name = annotation.str("@odata.type")?;
    let (name, collection) = odata_type(&name.value);
    let collection = collection || annotation.bool("isCollection") == Some(true);
    let ty = primitive(name)
        .map(TypeRef::Edm)
        .or_else(|| linker.find(name, None, page).map(TypeRef::Named))?;
    (ty != TypeRef::Edm(Edm::Stream)).then_some(TypeExpr { ty, collection })
}

/// How badly a body fits a type: undeclared keys, or a wrong kind of value, of its first objects.
pub(super) fn payload_misfits(
    linker: &Linker<'_, '_>,
    page: &Page,
    expr: TypeExpr,
    json: &Json,
) -> usize {
    const WRONG_KIND: usize = 1000;
    let value = json.get("value");
    let objects: Vec<&Json> = match value.map(|value| (&value.kind, value)) {
        Some((Kind::Array(elements), _)) => elements.iter().take(4).collect(),
        Some((Kind::Object(_), value))
            if json
                .members()
                .iter()
                .all(|member| member.key == "value" || member.key.contains('@')) =>
        {
            vec![value]
        }
        _ => vec![json],
    };
    let TypeRef::Named(id) = expr.ty else {
        return objects
            .iter()
            .filter(|json| matches!(json.kind, Kind::Object(_)) && json.get("value").is_none())
            .count()
            * WRONG_KIND;
    };
    let undeclared = |json: &&Json| {
        let own = own_type(linker, page, Some(json))
            .filter(|own| linker.types.lineage(*own).contains(&id))
            .unwrap_or(id);
        let lineage = linker.types.lineage(own);
        let declares = |name: &str| {
            lineage.iter().filter_map(|id| linker.types.get(*id).structure()).any(|structure| {
                structure.open
                    || structure
                        .properties
                        .iter()
                        .any(|property| property.name.eq_ignore_ascii_case(name))
            })
        };
        json.members()
            .iter()
            .filter(|member| !member.key.contains('@') && !declares(&member.key))
            .count()
    };
    objects.iter().map(undeclared).sum()
}

/// `…/$metadata#users/$entity`, `…#microsoft.graph.user`, `…#Collection(microsoft.graph.user)`.
fn context_type(linker: &Linker<'_, '_>, page: &Page, json: &Json) -> Option<TypeExpr> {
    let context = json.get("@odata.context")?.as_str()?;
    let fragment = context.split_once("$metadata#").map(|(_, fragment)| fragment)?;
    let (name, collection) = odata_type(fragment.split(['/', '(']).next().unwrap_or(fragment));
    let (name, collection) = match odata_type(fragment) {
        (inner, true) => (inner, true),
        _ => (name, collection),
    };
    let ty = primitive(name).map(TypeRef::Edm).or_else(|| {
        name.contains('.').then(|| linker.find(name, None, page)).flatten().map(TypeRef::Named)
    })?;
    Some(TypeExpr { ty, collection })
}

/// Fits the stated type to the form of the body: a page of a collection, one object, one in `value`.
fn shape(linker: &Linker<'_, '_>, page: &Page, expr: TypeExpr, json: Option<&Json>) -> Payload {
    let plain =
        Payload { ty: PayloadType::Ref(expr.ty), collection: expr.collection, enveloped: false };
    let Some(json) = json else { return plain };
    let TypeRef::Named(stated) = expr.ty else {
        return Payload { enveloped: !expr.collection && json.get("value").is_some(), ..plain };
    };
    let declares_value = linker.types.declares(stated, "value");
    let named = |ty: TypeId| PayloadType::Ref(TypeRef::Named(ty));
    match json
        .get("value")
        .filter(|_| !declares_value || expr.collection)
        .map(|value| (&value.kind, value))
    {
        Some((Kind::Array(_), _)) => {
            Payload { ty: named(stated), collection: true, enveloped: false }
        }
        Some((Kind::Object(_), value)) => {
            let ty = narrow(&linker.types, stated, own_type(linker, page, Some(value)));
            Payload { ty: named(ty), collection: false, enveloped: true }
        }
        Some(_) if linker.types.get(stated).enumeration().is_some() => {
            Payload { ty: named(stated), collection: false, enveloped: true }
        }
        _ if matches!(json.kind, Kind::Array(_)) => plain,
        _ => {
            let ty = narrow(&linker.types, stated, own_type(linker, page, Some(json)));
            Payload { ty: named(ty), collection: false, enveloped: false }
        }
    }
}
