//! Examples: which operation each one shows, and what its body is.
//!
//! In: subjects and operations. Out: [`Example`]s with their payload, and the HTTP side of each; `check` judges them.

use super::Builder;
use super::operations::Resolved;
use crate::ir::{
    Body, Example, Exchange, Operation, OperationId, Outcome, Payload, PayloadType, Response, Role,
    TypeExpr, TypeId, TypeRef,
};
use crate::json::{Json, Kind};
use crate::subject::{Shown, Shows, What};

/// All examples, with the operations.
pub(super) fn resolve(
    builder: &mut Builder<'_, '_>,
    resolved: Vec<Resolved>,
) -> (Vec<Operation>, Vec<Example>, Vec<Exchange>) {
    let mut all = Collector { resolved: &resolved, examples: Vec::new(), exchanges: Vec::new() };
    for (number, subject) in builder.subjects.iter().enumerate() {
        match &subject.what {
            What::Operation(facts) => {
                let own: Vec<OperationId> = resolved
                    .iter()
                    .enumerate()
                    .filter(|(_, resolved)| resolved.subject == number)
                    .map(|(at, _)| OperationId(at as u32))
                    .collect();
                let mut current = None;
                for shown in &facts.shown {
                    if let Some((method, url)) = &shown.call {
                        current = called(&resolved, &own, &method.value, &url.value);
                    }
                    let operation = current.or(own.first().copied());
                    let payload = operation
                        .and_then(|id| payload(id, &resolved[id.0 as usize].operation, shown));
                    all.add(&subject.page, shown, operation, payload);
                }
            }
            What::Type(facts) => {
                let id = builder.of_subject.get(&number).copied();
                for shown in &facts.shown {
                    let payload = id.map(|id| object(builder, id, shown));
                    all.add(&subject.page, shown, None, payload);
                }
            }
            What::Enum(_) => {}
        }
    }
    let Collector { examples, exchanges, .. } = all;
    let operations = resolved.into_iter().map(|resolved| resolved.operation).collect();
    (operations, examples, exchanges)
}

/// The operation of `own` that a call is of.
fn called(
    resolved: &[Resolved],
    own: &[OperationId],
    method: &str,
    url: &str,
) -> Option<OperationId> {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let path = path
        .split_once("://")
        .map_or(path, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    own.iter().copied().find(|id| {
        let operation = &resolved[id.0 as usize].operation;
        let template: Vec<&str> = operation.path.text.trim_matches('/').split('/').collect();
        // What the base URL adds is before the path.
        let Some(extra) = segments.len().checked_sub(template.len()) else { return false };
        let is_placeholder = |part: &str| part.contains([':', '{', '<']);
        operation.method.eq_ignore_ascii_case(method)
            && template
                .iter()
                .zip(&segments[extra..])
                .all(|(part, shown)| is_placeholder(part) || part == shown)
    })
}

struct Collector<'a> {
    resolved: &'a [Resolved],
    examples: Vec<Example>,
    exchanges: Vec<Exchange>,
}

impl Collector<'_> {
    fn add(
        &mut self,
        page: &str,
        shown: &Shown,
        operation: Option<OperationId>,
        payload: Option<Payload>,
    ) {
        let body = shown.body.as_ref().map(|(span, _)| *span);
        let request = shown.call.clone();
        if request.is_some() || shown.status.is_some() {
            let status = shown.status.zip(body);
            let shown_operation = operation.filter(|id| {
                let known = &self.resolved[id.0 as usize].operation;
                request.as_ref().is_none_or(|(method, _)| method.value == known.method)
            });
            self.exchanges.push(Exchange {
                request,
                status: status.map(|(code, span)| crate::span::Spanned::new(code, span)),
                stated: Vec::new(),
                operation: shown_operation,
                undocumented: false,
                annotation: None,
                content_length: None,
                headers: Vec::new(),
                truncated: true,
                body,
                example: body.map(|_| self.examples.len()),
            });
        }
        let Some((origin, json)) = &shown.body else { return };
        self.examples.push(Example {
            page: page.to_owned(),
            origin: *origin,
            role: match shown.shows {
                Shows::Request => Role::Request,
                Shows::Response | Shows::Object => Role::Response,
            },
            name: None,
            operation,
            request: shown
                .call
                .as_ref()
                .map(|(method, url)| (method.value.clone(), url.value.clone())),
            status: shown.status,
            payload,
            truncated: true,
            outcome: Outcome::Unresolved,
            codes: Vec::new(),
            json: json.clone(),
        });
    }
}

/// What an example of an operation is of.
fn payload(id: OperationId, operation: &Operation, shown: &Shown) -> Option<Payload> {
    let json = shown.body.as_ref().and_then(|(_, json)| json.as_ref());
    match shown.shows {
        Shows::Request => sent(id, operation),
        Shows::Response => received(operation, json),
        Shows::Object => None,
    }
}

/// An example below a type's heading: of that type, or of the type that its label names.
fn object(builder: &Builder<'_, '_>, id: TypeId, shown: &Shown) -> Payload {
    let json = shown.body.as_ref().and_then(|(_, json)| json.as_ref());
    let found = builder.dialect.examples.object.fit(&shown.label);
    let named = found.and_then(|found| found.get("type"));
    let named = named.and_then(|range| builder.named(shown.label.get(range)?));
    let id = named.filter(|id| builder.get(*id).structure().is_some()).unwrap_or(id);
    let collection = json.is_some_and(|json| matches!(json.kind, Kind::Array(_)));
    Payload { ty: PayloadType::Ref(TypeRef::Named(id)), collection, enveloped: false }
}

fn sent(id: OperationId, operation: &Operation) -> Option<Payload> {
    let single = |ty| Payload { ty, collection: false, enveloped: false };
    match operation.request {
        Body::Parameters => Some(single(PayloadType::Parameters(id))),
        Body::Type(id) => Some(single(PayloadType::Ref(TypeRef::Named(id)))),
        Body::Json => Some(single(PayloadType::Ref(TypeExpr::UNTYPED.ty))),
        Body::Nothing | Body::Reference | Body::Bytes => None,
    }
}

fn received(operation: &Operation, json: Option<&Json>) -> Option<Payload> {
    let Response::Value(expr) = operation.response else { return None };
    let is_array = json.is_some_and(|json| matches!(json.kind, Kind::Array(_)));
    let in_envelope = operation
        .more
        .envelope
        .as_deref()
        .is_some_and(|name| json.and_then(|json| json.get(name)).is_some());
    let collection = expr.collection && (is_array || in_envelope);
    Some(Payload { ty: PayloadType::Ref(expr.ty), collection, enveloped: false })
}
