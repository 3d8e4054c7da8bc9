//! One operation for each method and path, whatever number of pages document it.
//!
//! In: what each page says of each of its request lines. Out: the operations, sorted by path and method, and which
//! of them every statement went into. The leading page ([`super::leader`]) gives words, names and order; what comes
//! back and what is sent is what all pages agree on.

use super::leader::Evidence;
use super::walk::{Paths, Target};
use super::{query, spelling};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Body, Operation, OperationId, OperationKind, OperationPage, ParameterPlace, PathPart,
    PathTemplate, Response, TypeExpr, TypeId, TypeRef,
};
use crate::page::Page;
use crate::resolve::types::draft::Types;
use crate::resolve::types::link::Linker;
use std::collections::{BTreeMap, HashMap};

/// The operations of a version, and the place of each statement among them.
pub(in crate::resolve) struct United {
    pub(in crate::resolve) operations: Vec<Operation>,
    /// For each statement, the operation that it is about.
    pub(in crate::resolve) ids: Vec<OperationId>,
}

/// Unites `statements`, which are in the order of `pages`.
pub(in crate::resolve) fn unite(
    linker: &mut Linker<'_, '_>,
    paths: &Paths,
    pages: &[&Page],
    statements: &[Operation],
) -> United {
    let by_path: HashMap<&str, &Page> =
        pages.iter().map(|page| (page.path.as_str(), *page)).collect();
    let mut groups: BTreeMap<(String, &str), Vec<usize>> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        let key = (shape(&statement.path).to_lowercase(), statement.method.as_str());
        groups.entry(key).or_default().push(at);
    }
    let mut united = United {
        operations: Vec::with_capacity(groups.len()),
        ids: vec![OperationId(0); statements.len()],
    };
    let mut found = Vec::new();
    let evidence = Evidence::collect(&linker.types, paths);
    for group in groups.into_values() {
        let id = OperationId(united.operations.len() as u32);
        group.iter().for_each(|&at| united.ids[at] = id);
        let mut group: Vec<&Operation> = group.into_iter().map(|at| &statements[at]).collect();
        if group.len() > 1 {
            group.sort_by_cached_key(|statement| {
                by_path.get(statement.page.as_str()).map(|page| evidence.rank(page, statement))
            });
        }
        united.operations.extend(one(&linker.types, paths, &group, &mut found));
    }
    spelling::settle(&mut united.operations, linker.diagnostics);
    found.into_iter().for_each(|diagnostic| linker.diagnostics.push(diagnostic));
    united
}

/// A path as far as it tells requests apart: every key is like any other.
pub(in crate::resolve) fn shape(path: &PathTemplate) -> String {
    let mut text = String::with_capacity(path.text.len());
    for part in &path.parts {
        match part {
            PathPart::Literal(literal) if literal.starts_with('?') => break,
            PathPart::Literal(literal) => text.push_str(literal),
            PathPart::Placeholder { .. } => text.push_str("{}"),
        }
    }
    text.truncate(text.trim_end_matches('/').len());
    text
}

/// The operation of `group`, whose leading statement comes first.
fn one(
    types: &Types<'_>,
    paths: &Paths,
    group: &[&Operation],
    found: &mut Vec<Diagnostic>,
) -> Option<Operation> {
    let (leading, others) = group.split_first()?;
    let mut operation = (*leading).clone();
    for other in others.iter().flat_map(|other| &other.pages) {
        if operation.pages.iter().all(|known| known.page != other.page) {
            operation.pages.push(other.clone());
        }
    }
    let held = match paths.walk_text(types, &leading.path.text) {
        Target::One(id) | Target::Many(id) => Some(id),
        _ => None,
    };
    if others.is_empty() {
        operation.request = declared_body(types, held, &operation);
        return Some(operation);
    }
    // What one page's line can do without is not required.
    if group.iter().any(|statement| !query::is_in(&statement.path)) {
        query::remove(&mut operation.path);
    }
    let responses: Vec<Response> = group.iter().map(|statement| statement.response).collect();
    operation.response = match common_response(types, held, &responses) {
        Some(response) => response,
        None => {
            found.push(disagreement(group, "returns"));
            Response::Unknown
        }
    };
    let bodies: Vec<Body> = group.iter().map(|statement| statement.request).collect();
    operation.request = match common_body(types, held, &bodies) {
        Some(body) => body,
        None => {
            found.push(disagreement(group, "takes"));
            Body::Json
        }
    };
    operation.request = declared_body(types, held, &operation);
    for parameter in others.iter().flat_map(|other| &other.parameters) {
        let known = operation.parameters.iter().any(|known| known.name == parameter.name);
        let wanted =
            parameter.place != ParameterPlace::Body || operation.request == Body::Parameters;
        if !known && wanted {
            operation.parameters.push(parameter.clone());
        }
    }
    operation.status = group.iter().find_map(|statement| statement.status);
    Some(operation)
}

/// What a request returns by all its pages; `None` if they contradict each other.
///
/// `held` is what the path leads to: a page that speaks of something else is about another use of the same request.
fn common_response(
    types: &Types<'_>,
    held: Option<TypeId>,
    responses: &[Response],
) -> Option<Response> {
    let told: Vec<Response> =
        responses.iter().copied().filter(|response| *response != Response::Unknown).collect();
    let values: Vec<TypeExpr> = told.iter().filter_map(|response| response.value()).collect();
    let about: Vec<TypeExpr> =
        values.iter().copied().filter(|expr| concerns(types, held, expr.ty)).collect();
    let values = if about.is_empty() { values } else { about };
    let Some((first, rest)) = values.split_first() else {
        return Some(told.first().copied().unwrap_or(Response::Unknown));
    };
    let ty = rest.iter().try_fold(first.ty, |ty, other| common(types, ty, other.ty))?;
    // A page that speaks of one where the others list many has the same type in mind.
    let value = TypeExpr { ty, collection: first.collection };
    // What comes back without JSON is what it is on the leading page.
    if let Some(Response::Bytes | Response::Redirect(_) | Response::Accepted(_)) = told.first() {
        return told.first().copied();
    }
    let empty =
        told.iter().any(|response| matches!(response, Response::Nothing | Response::Optional(_)));
    Some(if empty { Response::Optional(value) } else { Response::Value(value) })
}

/// What a request takes by all its pages; `None` if they contradict each other.
fn common_body(types: &Types<'_>, held: Option<TypeId>, bodies: &[Body]) -> Option<Body> {
    let leading = *bodies.first()?;
    let typed = |body: &Body| match body {
        Body::Type(id) => Some(TypeRef::Named(*id)),
        _ => None,
    };
    let objects: Vec<TypeRef> = bodies.iter().filter_map(typed).collect();
    let about: Vec<TypeRef> =
        objects.iter().copied().filter(|ty| concerns(types, held, *ty)).collect();
    let objects = match (leading, about.is_empty()) {
        (Body::Type(_) | Body::Json | Body::Nothing, false) => about,
        (Body::Type(_) | Body::Json, true) => objects,
        _ => return Some(leading),
    };
    let Some((first, rest)) = objects.split_first() else { return Some(leading) };
    match rest.iter().try_fold(*first, |ty, other| common(types, ty, *other))? {
        TypeRef::Named(id) => Some(Body::Type(id)),
        TypeRef::Edm(_) => Some(Body::Json),
    }
}

/// What a request takes: the type that the place declares, where the pages tell of a derived one alone. The service needs
/// to be told of which type such an object is, and an object tells that in the place of its base.
fn declared_body(types: &Types<'_>, held: Option<TypeId>, operation: &Operation) -> Body {
    let stores = matches!(operation.kind, OperationKind::Create | OperationKind::Update);
    match (operation.request, held) {
        (Body::Type(id), Some(held)) if stores && types.common_base(id, held) == Some(held) => {
            Body::Type(held)
        }
        (body, _) => body,
    }
}

/// Whether a type is what the path leads to, or of one kind with it.
fn concerns(types: &Types<'_>, held: Option<TypeId>, ty: TypeRef) -> bool {
    held.is_some_and(|held| common(types, TypeRef::Named(held), ty).is_some())
}

/// The nearest type that both are; the root of all entities says nothing.
fn common(types: &Types<'_>, a: TypeRef, b: TypeRef) -> Option<TypeRef> {
    if a == b {
        return Some(a);
    }
    let (TypeRef::Named(a), TypeRef::Named(b)) = (a, b) else { return None };
    types.common_base(a, b).map(TypeRef::Named)
}

fn disagreement(group: &[&Operation], what: &str) -> Diagnostic {
    let leading = group[0];
    let message = format!(
        "the pages of `{} {}` disagree on what it {what}",
        leading.method, leading.path.text
    );
    let mut diagnostic = Diagnostic::new(Code::ConflictingRequest, leading.origin, message);
    for other in &group[1..] {
        diagnostic = diagnostic.also(other.origin, "and here");
    }
    diagnostic
}

/// A statement's own page, as the first of the pages that document its request.
pub(super) fn own_page(operation: &Operation, permissions_in_words: bool) -> OperationPage {
    OperationPage {
        page: operation.page.clone(),
        origin: operation.origin,
        title: operation.title.clone(),
        status: operation.status,
        permissions: operation.permissions.clone(),
        permissions_in_words,
    }
}
