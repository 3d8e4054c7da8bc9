//! What an operation returns: what its page says, put right where path and examples prove it wrong.

use super::draft::link_stem;
use super::examples::{enveloped_primitive, payload_misfits};
use super::link::Linker;
use super::operations::{names_several, related};
use super::parameters::TELLING_LINES;
use super::primitive::primitive;
use super::template;
use super::walk::Target;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Edm, OperationKind, Response, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::page::{self, BodyContent, Page, RequestLine, Statement};
use std::borrow::Cow;
use std::collections::HashMap;

pub(super) fn response_of(
    linker: &Linker<'_, '_>,
    page: &Page,
    (line, promised): (&RequestLine, Option<TypeExpr>),
    (kind, target): (OperationKind, &Target),
    diagnostics: &mut Diagnostics,
) -> Response {
    let silent = Statement::default();
    let statement = page.response.as_ref().unwrap_or(&silent);
    let status = statement.statuses.first().map(|status| status.value);
    if *target == Target::Media && line.method == "GET" {
        return Response::Bytes;
    }
    if *target == Target::Count && line.method == "GET" {
        return from_target(kind, target);
    }
    // A path that ends in a property that holds a value is answered with that value, whose object the page names.
    if let Target::Scalar(value) = target
        && line.method == "GET"
        && value.ty != TypeRef::Edm(Edm::Untyped)
    {
        return from_target(kind, target);
    }
    if kind == OperationKind::Delete
        || (kind == OperationKind::Reference && line.method != "GET" && status != Some(201))
    {
        return Response::Nothing;
    }
    let shown = shown_response(page);
    if status == Some(204) || (statement.no_body && statement.types.is_empty() && shown.is_none()) {
        return Response::Nothing;
    }
    let stated = statement.types.iter().find_map(|mention| {
        if let Some(edm) = primitive(&mention.name) {
            return Some(TypeRef::Edm(edm));
        }
        linker.find(&mention.name, mention.link.as_deref(), page).map(TypeRef::Named)
    });
    let annotated = annotated(linker, page);
    let collection = match stated {
        Some(_) => statement.collection,
        None => annotated.is_some_and(|expr| expr.collection),
    };
    if status == Some(202) && shown.is_none() && points_elsewhere(statement) {
        return Response::Nothing;
    }
    let Some(stated) = stated.or(annotated.map(|expr| expr.ty)) else {
        let inferred = match from_target(kind, target) {
            Response::Unknown => {
                let known = shown.and_then(enveloped).or(promised);
                known.map_or(Response::Unknown, Response::Value)
            }
            known => known,
        };
        // Where the section names no type at all, the reader has said so.
        if inferred == Response::Unknown
            && !statement.types.is_empty()
            && !page.shows_response()
            && !matches!(status, Some(202 | 302))
            && let Some(heading) = statement.heading
        {
            let message = "the section does not say what the method returns";
            diagnostics.push(Diagnostic::new(Code::MissingResponse, heading, message));
        }
        return match status {
            Some(202 | 302) => Response::Nothing,
            _ => inferred,
        };
    };
    if stated == TypeRef::Edm(Edm::Stream) {
        return Response::Bytes;
    }
    if let Some(other) = promised.filter(|other| names_other(linker, line, stated, other.ty)) {
        return Response::Value(other);
    }
    // What a kind's own page says it is got by holds that kind.
    let stated = match promised.map(|promised| promised.ty) {
        Some(TypeRef::Named(kind)) if line.method == "GET" && is_kind_of(linker, kind, stated) => {
            TypeRef::Named(kind)
        }
        _ => stated,
    };
    let called = matches!(kind, OperationKind::Action | OperationKind::Function);
    if called
        && let Some(json) = shown
        && let Some(better) = better_shown(linker, page, stated, collection, annotated, json)
    {
        return Response::Value(better);
    }
    let stated = match target {
        Target::One(path) | Target::Many(path) if names_several(linker, page, statement, *path) => {
            TypeRef::Named(*path)
        }
        _ => stated,
    };
    let listed = kind == OperationKind::List && title_begins(page, "list");
    let collection =
        collection || listed || shown.is_some_and(|shown| shows_collection(linker, shown, stated));
    let narrower = shown_kind(linker, page, line, stated)
        .filter(|id| kind != OperationKind::List || is_called_after(linker, line, *id));
    let stated = narrower.map_or(stated, TypeRef::Named);
    Response::Value(reconcile(linker, stated, collection, kind, target))
}

/// What the `Methods` tables of resource pages say that each page's operation returns, by the page's name.
pub(super) fn promised<'p>(
    linker: &Linker<'_, '_>,
    pages: &[&'p Page],
) -> HashMap<Cow<'p, str>, TypeExpr> {
    let mut out = HashMap::new();
    for page in pages {
        for row in &page.methods {
            let (Some(href), Some(returns)) = (&row.method.link, &row.returns) else { continue };
            let ty = match primitive(&returns.name) {
                // `JSON object` names no type, even where a page describes one called so.
                Some(Edm::Untyped) => None,
                None if returns.name.eq_ignore_ascii_case("json") => None,
                Some(edm) => Some(TypeRef::Edm(edm)),
                None => {
                    linker.find(&returns.name, returns.link.as_deref(), page).map(TypeRef::Named)
                }
            };
            if let (Some(stem), Some(ty)) = (link_stem(href), ty) {
                out.entry(stem).or_insert(TypeExpr { ty, collection: returns.collection });
            }
        }
    }
    out
}

/// `joinedTeams` is called after what the resource's page promises and not after what its own page states.
fn names_other(
    linker: &Linker<'_, '_>,
    line: &RequestLine,
    stated: TypeRef,
    promised: TypeRef,
) -> bool {
    let (TypeRef::Named(stated), TypeRef::Named(promised)) = (stated, promised) else {
        return false;
    };
    let last = template::segments(&line.path).pop();
    let last = last.map(|last| last.name.to_lowercase()).unwrap_or_default();
    let called = |id: TypeId| last.contains(&linker.types.get(id).name.name().to_lowercase());
    !related(&linker.types, stated, promised) && called(promised) && !called(stated)
}

fn is_kind_of(linker: &Linker<'_, '_>, kind: TypeId, base: TypeRef) -> bool {
    matches!(base, TypeRef::Named(base) if linker.types.lineage(kind).contains(&base))
}

fn says_body(statement: &Statement) -> bool {
    statement.text.iter().any(|text| text.plain().to_lowercase().contains("response body"))
}

/// What a call returns where its page's own example proves the sentence wrong: the annotated type counts if the
/// body fits it better than the stated one.
fn better_shown(
    linker: &Linker<'_, '_>,
    page: &Page,
    stated: TypeRef,
    collection: bool,
    annotated: Option<TypeExpr>,
    json: &Json,
) -> Option<TypeExpr> {
    let TypeRef::Named(id) = stated else { return None };
    let annotated = annotated?;
    let TypeRef::Named(other) = annotated.ty else { return None };
    if related(&linker.types, id, other) {
        return None;
    }
    let misfits = |ty| payload_misfits(linker, page, TypeExpr { ty, collection }, json);
    let collection = annotated.collection || shows_collection(linker, json, annotated.ty);
    (misfits(annotated.ty) < misfits(stated)).then_some(TypeExpr { collection, ..annotated })
}

/// A `Location` header leads to the object that the section names; nothing is said of a body.
fn points_elsewhere(statement: &Statement) -> bool {
    let says =
        |word: &str| statement.text.iter().any(|text| text.plain().to_lowercase().contains(word));
    says("location") && says("header") && !says_body(statement)
}

/// `{"value": true}`: what an action or function returns if its page shows a value and names no type.
/// A number shows no width, so it teaches nothing.
fn enveloped(json: &Json) -> Option<TypeExpr> {
    let edm = enveloped_primitive(json).filter(|edm| matches!(edm, Edm::Boolean | Edm::String))?;
    Some(TypeExpr::single(TypeRef::Edm(edm)))
}

/// The kind of `stated` that every response to this very line is annotated with.
fn shown_kind(
    linker: &Linker<'_, '_>,
    page: &Page,
    line: &RequestLine,
    stated: TypeRef,
) -> Option<TypeId> {
    let TypeRef::Named(stated) = stated else { return None };
    let wanted = template::segments(&line.path);
    let mut asked = false;
    let mut shown: Vec<TypeId> = Vec::new();
    for example in &page.examples {
        if let Some(request) = &example.request {
            let path = super::exchanges::example_path(&request.url.value);
            let path = template::segments(&path);
            asked = request.method.value == line.method
                && template::fits(&wanted, &path)
                && template::literal_matches(&wanted, &path) > 0;
        }
        if asked && example.role == page::Role::Response && example.body.is_some() {
            let name = example.annotation.as_ref()?.str("@odata.type")?;
            let (name, _) = super::draft::odata_type(&name.value);
            shown.push(linker.find(name, None, page)?);
        }
    }
    let (first, rest) = shown.split_first()?;
    let narrower = *first != stated
        && rest.iter().all(|other| other == first)
        && linker.types.lineage(*first).contains(&stated);
    narrower.then_some(*first)
}

/// `rooms` holds rooms; that an example of `attachments` shows but files proves nothing.
fn is_called_after(linker: &Linker<'_, '_>, line: &RequestLine, id: TypeId) -> bool {
    let name = linker.types.get(id).name.name().to_lowercase();
    let last = template::segments(&line.path).pop();
    last.is_some_and(|last| last.name.to_lowercase().starts_with(&name))
}

/// The body of the first response example that is a success.
pub(super) fn shown_response(page: &Page) -> Option<&Json> {
    page.examples.iter().find_map(|example| {
        let succeeded = example.status.as_ref().is_none_or(|status| status.value < 300);
        match example.body.as_ref().map(|body| &body.content) {
            Some(BodyContent::Json(json)) if example.role == page::Role::Response && succeeded => {
                Some(json)
            }
            _ => None,
        }
    })
}

/// Whether a GET line holds many though its page's sentence speaks of one: the example lists them, or another
/// line of the page has the singular (`/me/photo`, `/me/photos`).
pub(super) fn is_many(
    linker: &Linker<'_, '_>,
    page: &Page,
    line: &RequestLine,
    stated: TypeId,
) -> bool {
    let Some(own) = last_name(line) else { return false };
    let others = page.request_lines.iter().take(TELLING_LINES).filter_map(last_name);
    let others: Vec<&str> = others.collect();
    let plural = others.iter().any(|other| own.strip_suffix('s') == Some(*other));
    let alone = others.iter().all(|other| *other == own);
    let shown = || {
        shown_response(page)
            .is_some_and(|json| shows_collection(linker, json, TypeRef::Named(stated)))
    };
    plural || alone && shown()
}

fn last_name(line: &RequestLine) -> Option<&str> {
    template::segments(&line.path).pop().map(|last| last.name)
}

/// `{"value": [ … ]}` where the type itself declares no `value`.
fn shows_collection(linker: &Linker<'_, '_>, json: &Json, ty: TypeRef) -> bool {
    let array = json.get("value").is_some_and(|value| matches!(value.kind, Kind::Array(_)));
    array && !matches!(ty, TypeRef::Named(id) if linker.types.declares(id, "value"))
}

pub(super) fn title_begins(page: &Page, word: &str) -> bool {
    let first = page.title.as_ref().and_then(|title| title.value.split_whitespace().next());
    first.is_some_and(|first| first.eq_ignore_ascii_case(word))
}

/// What a page says, put right where the path proves it wrong: a list is a list, one entity is one, and of
/// two related types the derived one is meant.
fn reconcile(
    linker: &Linker<'_, '_>,
    stated: TypeRef,
    collection: bool,
    kind: OperationKind,
    target: &Target,
) -> TypeExpr {
    let as_stated = TypeExpr { ty: stated, collection };
    let TypeRef::Named(id) = stated else { return as_stated };
    let (Target::Many(path) | Target::One(path)) = target else { return as_stated };
    if !related(&linker.types, id, *path) {
        // A page may show how to reach its subject through another object's line, `GET /me?$expand=…`.
        return match (kind, target) {
            (OperationKind::Get | OperationKind::Update, Target::One(_))
            | (OperationKind::Create, Target::Many(_)) => TypeExpr::single(TypeRef::Named(*path)),
            (OperationKind::List, Target::Many(_)) => TypeExpr::collection(TypeRef::Named(*path)),
            _ => as_stated,
        };
    }
    let narrower = if linker.types.lineage(*path).contains(&id) { *path } else { id };
    let ty = TypeRef::Named(narrower);
    match (kind, target) {
        (OperationKind::List, Target::Many(_)) => TypeExpr::collection(ty),
        (OperationKind::Get | OperationKind::Update, Target::One(_))
        | (OperationKind::Create, Target::Many(_)) => TypeExpr::single(ty),
        _ => as_stated,
    }
}

/// The type that the annotation of a response example names.
fn annotated(linker: &Linker<'_, '_>, page: &Page) -> Option<TypeExpr> {
    let responses = page.examples.iter().filter(|example| example.role == page::Role::Response);
    let mut annotations = responses.filter_map(|example| example.annotation.as_ref());
    annotations.find_map(|annotation| linker.annotated(annotation, page))
}

/// What the path alone tells.
fn from_target(kind: OperationKind, target: &Target) -> Response {
    match (kind, target) {
        (OperationKind::Get | OperationKind::List, Target::One(id)) => {
            Response::Value(TypeExpr::single(TypeRef::Named(*id)))
        }
        (OperationKind::Get | OperationKind::List, Target::Many(id)) => {
            Response::Value(TypeExpr::collection(TypeRef::Named(*id)))
        }
        (OperationKind::Create, Target::Many(id)) => {
            Response::Value(TypeExpr::single(TypeRef::Named(*id)))
        }
        (OperationKind::Get | OperationKind::List, Target::Scalar(expr)) => Response::Value(*expr),
        (_, Target::Count) => Response::Value(TypeExpr::single(TypeRef::Edm(Edm::Int64))),
        (_, Target::Media) => Response::Bytes,
        (OperationKind::Delete | OperationKind::Reference | OperationKind::Update, _) => {
            Response::Nothing
        }
        _ => Response::Unknown,
    }
}
