//! Examples: which operation each one shows, and what its body is.
//!
//! In: pages, operations, types. Out: [`Example`]s with their payload; `check` judges them later.

mod exchanges;

use crate::ir::{
    Body, Edm, Example, Exchange, Operation, OperationId, Outcome, Payload, PayloadType, Role,
    TypeExpr, TypeId, TypeRef,
};
use crate::json::{Json, Kind};
use crate::page::{self, BodyContent, Page};
use crate::resolve::facts::primitive::primitive;
use crate::resolve::requests::fit::{
    enveloped_primitive, is_envelope, narrow, own_type, payload_misfits, undeclared,
};
use crate::resolve::requests::walk::Paths;
use crate::resolve::types::draft::odata_type;
use crate::resolve::types::link::Linker;
use exchanges::{Call, Scope, exchange};
use rayon::prelude::*;

/// What one page shows, or all of them.
type Shown = (Vec<Example>, Vec<Exchange>);

/// Every JSON body of the pages, in page order, and the HTTP side of every block.
pub(in crate::resolve) fn resolve(
    linker: &Linker<'_, '_>,
    pages: &[&Page],
    operations: &[Operation],
    (paths, base_url): (&Paths, &str),
) -> Shown {
    let scope = Scope { types: &linker.types, paths, base_url };
    let mut first = 0;
    let mut runs = Vec::with_capacity(pages.len());
    for page in pages {
        // Operations and pages are in the same order, so each page's operations are a run.
        let run =
            operations[first..].iter().take_while(|operation| operation.page == page.path).count();
        runs.push((*page, (first, &operations[first..first + run])));
        first += run;
    }
    runs.sort_by_key(|(page, _)| &page.path);
    let of_page = |(page, operations): (_, _)| examples_of(linker, page, operations, scope);
    let shown: Vec<Shown> = runs.into_par_iter().map(of_page).collect();
    let mut all: Shown = (Vec::new(), Vec::new());
    for (examples, exchanges) in shown {
        let before = all.0.len();
        all.0.extend(examples);
        all.1.extend(exchanges.into_iter().map(|exchange| Exchange {
            example: exchange.example.map(|index| before + index),
            ..exchange
        }));
    }
    all
}

/// Ties examples to the operations that the statements of pages, whose ids they have, went into.
pub(in crate::resolve) fn assign(
    examples: &mut [Example],
    exchanges: &mut [Exchange],
    operations: &[Operation],
    ids: &[OperationId],
) {
    let assigned = |id: OperationId| ids.get(id.0 as usize).copied();
    for example in examples.iter_mut() {
        example.operation = example.operation.and_then(assigned);
        let Some(payload) = &mut example.payload else { continue };
        let PayloadType::Parameters(id) = payload.ty else { continue };
        let Some(id) = assigned(id) else { continue };
        // Where the pages together know an object, what one of them lists are its properties.
        payload.ty = match operations.get(id.0 as usize).map(|operation| operation.request) {
            Some(Body::Type(object)) => PayloadType::Ref(TypeRef::Named(object)),
            _ => PayloadType::Parameters(id),
        };
    }
    for exchange in exchanges.iter_mut() {
        exchange.operation = exchange.operation.and_then(assigned);
    }
}

fn examples_of(
    linker: &Linker<'_, '_>,
    page: &Page,
    operations: (usize, &[Operation]),
    scope: Scope<'_, '_>,
) -> Shown {
    let (mut out, mut exchanges) = (Vec::new(), Vec::new());
    let mut call = Call::default();
    for (at, example) in page.examples.iter().enumerate() {
        let role = match example.role {
            page::Role::Request => Role::Request,
            page::Role::Response => Role::Response,
            page::Role::Resource => Role::Resource,
        };
        if let Some(request) = &example.request {
            call = Call::of(scope, operations, &request.method.value, &request.url.value);
        }
        if role != Role::Resource {
            let is_json = |body: &page::Body| !matches!(body.content, BodyContent::Other);
            let index = example.body.as_ref().filter(|body| is_json(body)).map(|_| out.len());
            exchanges.push(exchange(linker, page, example, operations, &call, index));
            let status = example.status.as_ref().map(|status| status.value);
            call.redirected |= status.is_some_and(|status| (300..400).contains(&status));
        }
        let Some(body) = &example.body else { continue };
        let json = match &body.content {
            BodyContent::Json(json) => Some(json.clone()),
            BodyContent::BrokenJson => None,
            BodyContent::Other => continue,
        };
        let operation = call.operation.filter(|_| role != Role::Resource);
        let shown = operation.or(call.alias.filter(|_| role != Role::Resource));
        let shown = shown.map(|id| &operations.1[id.0 as usize - operations.0]);
        // An example that fits no request line still shows what its page is about.
        let stands_for_page = role != Role::Resource && !call.elsewhere;
        let shown = shown.or_else(|| operations.1.first().filter(|_| stands_for_page));
        let shown = shown.map(|shown| {
            let index =
                operations.1.iter().position(|known| std::ptr::eq(known, shown)).unwrap_or(0);
            (OperationId((operations.0 + index) as u32), shown)
        });
        let payload = match role {
            Role::Resource => resource_payload(linker, page, example),
            Role::Request => {
                match call.sends(scope).or_else(|| answered(linker, page, at, &call)) {
                    Some(id) => Some(single(narrow(
                        &linker.types,
                        id,
                        own_type(linker, page, json.as_ref()),
                    ))),
                    None => request_payload(linker, page, example, shown, json.as_ref()),
                }
            }
            Role::Response => {
                let reached = call.reached(scope);
                response_payload(linker, page, example, (shown, reached), json.as_ref())
            }
        };
        let annotation = example.annotation.as_ref();
        out.push(Example {
            page: page.path.clone(),
            origin: body.span,
            role,
            name: annotation.and_then(|annotation| annotation.str("name")).map(|name| name.value),
            operation,
            request: call.request.clone().filter(|_| role != Role::Resource),
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
    (out, exchanges)
}

/// The type that the answer to an undocumented update is annotated with: what it sends, as a rule.
fn answered(linker: &Linker<'_, '_>, page: &Page, at: usize, call: &Call) -> Option<TypeId> {
    let rest = page.examples.get(at + 1..).filter(|_| call.is_undocumented_update())?;
    let response = rest.first().filter(|example| example.role == page::Role::Response)?;
    match annotated_type(linker, page, response)? {
        TypeExpr { ty: TypeRef::Named(id), collection: false } => Some(id),
        _ => None,
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
    let Some(annotation) = &example.annotation else {
        return linker.types.only_structure_on(page).map(single);
    };
    linker.find(&annotation.str("@odata.type")?.value, None, page).map(single)
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
            // The arguments of a function may be in a body although a GET has none.
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

fn response_payload(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    operation: (Option<(OperationId, &Operation)>, Option<TypeExpr>),
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
    let primitive = || Some(TypeExpr::single(TypeRef::Edm(enveloped_primitive(json?)?)));
    match response_type(linker, page, example, operation, json).or_else(primitive) {
        Some(expr) => Some(shape(linker, page, expr, json)),
        None => empty_object(json?),
    }
}

/// The type of a response: of what the operation returns and what annotation, body, context and path say, the
/// one that the body fits best; in doubt the earlier one.
fn response_type(
    linker: &Linker<'_, '_>,
    page: &Page,
    example: &page::Example,
    (operation, reached): (Option<(OperationId, &Operation)>, Option<TypeExpr>),
    json: Option<&Json>,
) -> Option<TypeExpr> {
    let mut candidates: Vec<TypeExpr> = Vec::new();
    candidates.extend(operation.and_then(|(_, operation)| operation.response.result()));
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
    // Several calls of different objects may share a page; without any statement the path alone says nothing.
    candidates.extend(reached.filter(|_| !candidates.is_empty()));
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
    let expr = linker.annotated(example.annotation.as_ref()?, page)?;
    (expr.ty != TypeRef::Edm(Edm::Stream)).then_some(expr)
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
    let declares_value =
        linker.types.declares(stated, "value") && !holds_whole(linker, page, stated, json);
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

/// Whether `value` holds an object of the type itself although that type has a property called so.
fn holds_whole(linker: &Linker<'_, '_>, page: &Page, id: TypeId, json: &Json) -> bool {
    let Some(inner) = json.get("value").filter(|inner| !inner.members().is_empty()) else {
        return false;
    };
    if !is_envelope(json) || undeclared(linker, page, id, inner) > 0 {
        return false;
    }
    let lineage = linker.types.lineage(id);
    let mut structures = lineage.iter().filter_map(|id| linker.types.get(*id).structure());
    let declared = structures.find_map(|structure| {
        structure.properties.iter().find(|property| property.name == "value")
    });
    match declared.map(|property| property.ty.ty) {
        Some(TypeRef::Named(held)) => undeclared(linker, page, held, inner) > 0,
        Some(TypeRef::Edm(edm)) => edm != Edm::Untyped,
        None => true,
    }
}
