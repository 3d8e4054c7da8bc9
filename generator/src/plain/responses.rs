//! What comes back: tables, sentences with a link, another operation's, or what an example shows.
//!
//! In: an operation's facts. Out: a [`Response`], a status, and the keys that an example shows. The rules are in
//! their order; the first that knows an answer gives it.

use super::{Builder, names, types};
use crate::ir::{Edm, Response, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::markdown::Text;
use crate::subject::{OperationFacts, Shows};
use crate::words::fold;

/// What comes back of an operation.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) response: Response,
    pub(super) status: Option<u16>,
    pub(super) keys: Vec<String>,
    pub(super) envelope: Option<String>,
    /// Successful answers that examples show.
    pub(super) statuses: Vec<(u16, bool)>,
}

/// The answer of an operation called `name` in types.
pub(super) fn answer(
    builder: &mut Builder<'_, '_>,
    page: &str,
    name: &str,
    facts: &OperationFacts,
) -> Answer {
    let shown = facts.shown.iter().filter(|shown| shown.shows == Shows::Response);
    let mut bodies = shown.clone().filter_map(|shown| shown.body.as_ref()?.1.as_ref());
    let status = facts.said.status.or_else(|| shown.clone().find_map(|shown| shown.status));
    let example = bodies.next();
    let (element, envelope) = match example {
        Some(json) => unwrapped(builder, json),
        None => (None, None),
    };
    let keys = element.map_or_else(Vec::new, keys);
    let collection =
        envelope.is_some() || example.is_some_and(|json| matches!(json.kind, Kind::Array(_)));
    let expr = |id: TypeId, collection| TypeExpr { ty: TypeRef::Named(id), collection };
    let statuses = statuses(facts);
    let finish = |response, keys| Answer {
        response,
        status,
        keys,
        envelope: envelope.clone(),
        statuses: statuses.clone(),
    };

    // A table says it best; what the example shows beside it is there, too.
    if !facts.response.is_empty() {
        let mut properties = types::properties(builder, page, name, &facts.response);
        let shown = element.map(|json| builder.shape(json, name, 0));
        if let Some(TypeRef::Named(id)) = shown.map(|shown| shown.ty) {
            let more = builder.get(id).properties().to_vec();
            for property in more {
                if !properties.iter().any(|known| known.name == property.name) {
                    properties.push(property);
                }
            }
        }
        if let Some(first) = properties.first() {
            let origin = first.origin;
            let id = types::object(builder, name, origin, properties);
            return finish(Response::Value(expr(id, collection)), keys);
        }
    }
    if let Some((id, many)) = sentence(builder, page, &facts.said.returns) {
        let keyed = |id: TypeId| element.is_none_or(|json| fits(builder, id, json));
        // A sentence may speak of something else than the example shows.
        if keyed(id) || builder.dialect.responses.sentences.is_empty() {
            let collection = many || collection && element.is_some();
            return finish(Response::Value(expr(id, collection)), keys);
        }
    }
    if facts.said.empty && example.is_none() {
        return finish(Response::Nothing, keys);
    }
    if builder.dialect.responses.from_example
        && let Some(json) = element
    {
        let ty = builder.shape(json, name, 0);
        return finish(
            Response::Value(TypeExpr { collection: collection || ty.collection, ..ty }),
            keys,
        );
    }
    if example.is_some() {
        let ty = TypeExpr { ty: TypeRef::Edm(Edm::Untyped), collection };
        return finish(Response::Value(ty), keys);
    }
    let nothing = matches!(status, Some(204 | 205));
    finish(if nothing { Response::Nothing } else { Response::Unknown }, keys)
}

/// The successful answers that examples show, each once: its status, and whether it has a body.
fn statuses(facts: &OperationFacts) -> Vec<(u16, bool)> {
    let mut all: Vec<(u16, bool)> = Vec::new();
    for shown in &facts.shown {
        let Some(status) = shown.status.filter(|status| (200..300).contains(status)) else {
            continue;
        };
        match all.iter_mut().find(|(known, _)| *known == status) {
            Some((_, body)) => *body |= shown.body.is_some(),
            None => all.push((status, shown.body.is_some())),
        }
    }
    all.sort_unstable();
    all
}

/// The element of a page of a collection, and the member that holds it; else the object itself.
fn unwrapped<'j>(builder: &Builder<'_, '_>, json: &'j Json) -> (Option<&'j Json>, Option<String>) {
    let envelope = &builder.dialect.responses.envelope;
    if !envelope.is_empty()
        && let Some(Kind::Array(elements)) = json.get(envelope).map(|json| &json.kind)
    {
        return (richest(elements), Some(envelope.clone()));
    }
    match &json.kind {
        Kind::Array(elements) => (richest(elements), None),
        _ => (Some(json), None),
    }
}

/// The element that shows most.
fn richest(elements: &[Json]) -> Option<&Json> {
    elements.iter().rev().max_by_key(|json| json.members().len())
}

fn keys(json: &Json) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for member in json.members() {
        if !keys.contains(&member.key) {
            keys.push(member.key.clone());
        }
    }
    keys
}

/// Whether the object may be of the type: half of its keys are the type's.
fn fits(builder: &Builder<'_, '_>, id: TypeId, json: &Json) -> bool {
    let ty = builder.get(id);
    if ty.structure().is_none() || json.members().is_empty() {
        return true;
    }
    let known = json.members().iter().filter(|member| ty.own_property(&member.key).is_some());
    known.count() * 2 >= json.members().len()
}

/// The type that sentences say comes back, and whether in a collection.
fn sentence(builder: &Builder<'_, '_>, page: &str, sentences: &[Text]) -> Option<(TypeId, bool)> {
    for sentence in sentences {
        let mut before = String::new();
        for piece in &sentence.pieces {
            let words = fold(&before);
            let told = builder.dialect.responses.sentences.fits(&format!("{words} "));
            if let Some(href) = &piece.href
                && told
            {
                let subject = builder.index.link(page, href);
                let linked = subject.and_then(|number| builder.of_subject.get(&number).copied());
                if let Some(id) = linked.or_else(|| builder.named(&piece.text))
                    && builder.get(id).structure().is_some()
                {
                    return Some((
                        id,
                        builder.dialect.responses.collection.fits(&format!("{words} ")),
                    ));
                }
            }
            before.push_str(&piece.text);
        }
        // Without a link, the words may name a type.
        let words = fold(&sentence.plain());
        let found = builder.dialect.responses.sentences.fit(&words);
        if let Some(range) = found.and_then(|found| found.get("type")) {
            let named = words.get(range.clone()).unwrap_or_default();
            let named = named.trim_end_matches(" on success").trim_end_matches('.');
            let tail = named.rsplit(' ');
            // The last words are the name: `the updated member object`.
            let count = tail.count();
            let parts: Vec<&str> = named.split(' ').collect();
            for start in 0..count.min(6) {
                let name = parts[start..].join(" ");
                if let Some(id) = builder.named(&name)
                    && builder.get(id).structure().is_some()
                {
                    let head = words.get(..range.start).unwrap_or_default();
                    let head = format!("{head}{} ", parts[..start].join(" "));
                    return Some((id, builder.dialect.responses.collection.fits(&head)));
                }
            }
        }
    }
    None
}

/// The name of what a path gives, in types: its literal segments in the singular.
pub(super) fn name_of_path(path: &str, title: &str) -> String {
    let literal = path.split('/').filter(|part| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
    });
    let name: String = literal.map(|part| names::humps(&names::singular(part))).collect();
    if name.is_empty() { names::humps(title) } else { name }
}
