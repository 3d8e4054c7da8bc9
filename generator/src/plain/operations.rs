//! Request lines to operations.
//!
//! In: subjects that hold request lines. Out: [`Operation`]s with parameters, body and response; one for each method
//! and path, the first page that says most of it leading.

use super::{Builder, doc, parameters, responses, types};
use crate::ir::{
    Body, DocText, Operation, OperationKind, OperationPage, OperationTold, Parameter,
    ParameterPlace, PathPart, PathTemplate, Property, Response, TypeExpr, TypeRef,
};
use crate::subject::{Line, OperationFacts, What};
use crate::words::fold;
use std::collections::HashMap;

/// An operation and the subject that it comes from.
pub(super) struct Resolved {
    pub(super) operation: Operation,
    pub(super) subject: usize,
}

/// All operations, by path and method.
pub(super) fn resolve(builder: &mut Builder<'_, '_>) -> Vec<Resolved> {
    let subjects = builder.subjects;
    let mut all: Vec<Resolved> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for (number, subject) in subjects.iter().enumerate() {
        let What::Operation(facts) = &subject.what else { continue };
        for line in &facts.lines {
            let key = (line.method.clone(), shape(line));
            let weight = weight(facts);
            // One operation for each method and path: the page that says most of it.
            if let Some(&index) = known.get(&key) {
                let other: usize = match &subjects[all[index].subject].what {
                    What::Operation(other) => self::weight(other),
                    _ => 0,
                };
                if weight > other {
                    all[index] = Resolved {
                        operation: operation(builder, number, line, facts),
                        subject: number,
                    };
                }
                continue;
            }
            known.insert(key, all.len());
            let operation = operation(builder, number, line, facts);
            all.push(Resolved { operation, subject: number });
        }
    }
    let key = |resolved: &Resolved| {
        (resolved.operation.path.text.clone(), resolved.operation.method.clone())
    };
    all.sort_by_cached_key(key);
    same_as(builder, &mut all);
    all
}

/// How much is said.
fn weight(facts: &OperationFacts) -> usize {
    let rows: usize = facts.parameters.iter().map(|table| table.rows.len()).sum();
    rows + facts.response.len() + facts.shown.len()
}

/// The path without the names of its placeholders.
fn shape(line: &Line) -> String {
    let mut out = String::new();
    let mut at = 0;
    for placeholder in &line.placeholders {
        out.push_str(line.path.get(at..placeholder.place.start).unwrap_or_default());
        out.push_str("{}");
        at = placeholder.place.end;
    }
    out.push_str(line.path.get(at..).unwrap_or_default());
    out
}

fn operation(
    builder: &mut Builder<'_, '_>,
    number: usize,
    line: &Line,
    facts: &OperationFacts,
) -> Operation {
    let subject = builder.subjects[number];
    let page = &subject.page;
    let name = responses::name_of_path(&line.path, &subject.title.value);
    let verb = super::names::humps(&line.method.to_ascii_lowercase());
    let owner = format!("{verb}{name}Parameters");
    let mut parameters = parameters::of(builder, page, &owner, line, facts);
    let answer = responses::answer(builder, page, &name, facts);
    let sends = |place| parameters.iter().any(|parameter| parameter.place == place);
    let takes_list = facts.said.list && sends(ParameterPlace::Body);
    let list = takes_list.then(|| {
        let (body, others): (Vec<Parameter>, Vec<Parameter>) =
            parameters.drain(..).partition(|one| one.place == ParameterPlace::Body);
        parameters = others;
        element(builder, &format!("{verb}{name}Element"), line, body)
    });
    let sends = |place| parameters.iter().any(|parameter| parameter.place == place);
    let request = if list.is_some() {
        Body::Json
    } else if sends(ParameterPlace::Form) && !sends(ParameterPlace::Body) {
        Body::Bytes
    } else if sends(ParameterPlace::Body) || sends(ParameterPlace::Form) {
        Body::Parameters
    } else if facts.shown.iter().any(sends_body) && !matches!(line.method.as_str(), "GET" | "HEAD")
    {
        Body::Json
    } else {
        Body::Nothing
    };
    let collection = matches!(answer.response, Response::Value(expr) if expr.collection);
    let keyed = line.placeholders.last().is_some_and(|last| last.place.end == line.path.len());
    let creates = builder.dialect.sections.creates.fits(&fold(&subject.title.value));
    Operation {
        method: line.method.clone(),
        path: template(line),
        page: page.clone(),
        origin: line.span,
        title: subject.title.value.clone(),
        doc: doc::paragraphs(builder, page, &subject.doc),
        deprecated: subject.deprecated.then(DocText::default),
        kind: kind(&line.method, keyed, collection, creates),
        parameters,
        request,
        response: answer.response,
        status: answer.status,
        permissions: Vec::new(),
        pages: vec![OperationPage {
            page: page.clone(),
            origin: line.span,
            title: subject.title.value.clone(),
            status: answer.status,
            permissions: Vec::new(),
            permissions_in_words: !facts.said.permissions.is_empty(),
        }],
        more: OperationTold {
            response_keys: answer.keys,
            scopes: facts.said.permissions.clone(),
            envelope: answer.envelope,
            list,
            headers: facts.said.headers.clone(),
            statuses: answer.statuses,
        },
    }
}

/// The type of the elements of a body that is a collection.
fn element(
    builder: &mut Builder<'_, '_>,
    name: &str,
    line: &Line,
    members: Vec<Parameter>,
) -> TypeExpr {
    let property = |parameter: Parameter| Property {
        name: parameter.name,
        ty: parameter.ty,
        navigation: false,
        doc: parameter.doc,
        deprecated: false,
        origin: parameter.origin,
        told: parameter.told,
    };
    let properties = members.into_iter().map(property).collect();
    let id = types::object(builder, name, line.span, properties);
    TypeExpr::collection(TypeRef::Named(id))
}

fn sends_body(shown: &crate::subject::Shown) -> bool {
    shown.shows == crate::subject::Shows::Request && shown.body.is_some()
}

fn kind(method: &str, keyed: bool, collection: bool, creates: bool) -> OperationKind {
    match method {
        "GET" | "HEAD" if collection && !keyed => OperationKind::List,
        "GET" | "HEAD" => OperationKind::Get,
        "DELETE" => OperationKind::Delete,
        "PATCH" | "PUT" => OperationKind::Update,
        _ if keyed || creates => OperationKind::Create,
        _ => OperationKind::Action,
    }
}

fn template(line: &Line) -> PathTemplate {
    let mut parts = Vec::new();
    let mut at = 0;
    for placeholder in &line.placeholders {
        let literal = line.path.get(at..placeholder.place.start).unwrap_or_default();
        if !literal.is_empty() {
            parts.push(PathPart::Literal(literal.to_owned()));
        }
        let before = line.path.get(..placeholder.place.start).unwrap_or_default();
        let segment = before.trim_end_matches('/').rsplit('/').next();
        parts.push(PathPart::Placeholder {
            text: placeholder.name.clone(),
            segment: segment.filter(|text| !text.is_empty()).map(str::to_owned),
            argument: None,
            quoted: false,
            spans_segments: false,
        });
        at = placeholder.place.end;
    }
    let rest = line.path.get(at..).unwrap_or_default();
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    PathTemplate { text: line.path.clone(), parts }
}

/// Operations that answer as another one does.
fn same_as(builder: &Builder<'_, '_>, all: &mut [Resolved]) {
    let mut copies = Vec::new();
    for (at, resolved) in all.iter().enumerate() {
        let subject = builder.subjects[resolved.subject];
        let What::Operation(facts) = &subject.what else { continue };
        let Some((words, href)) = &facts.said.same_as else { continue };
        if resolved.operation.response != Response::Unknown {
            continue;
        }
        let target = href.as_deref().and_then(|href| builder.index.link(&subject.page, href));
        let target = target.or_else(|| builder.index.titled(words));
        let found = all.iter().find(|other| Some(other.subject) == target);
        copies.extend(found.map(|other| (at, other.operation.response, other.operation.status)));
    }
    for (at, response, status) in copies {
        all[at].operation.response = response;
        all[at].operation.status = all[at].operation.status.or(status);
    }
}
