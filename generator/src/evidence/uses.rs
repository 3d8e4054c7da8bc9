//! Where examples show a property, a member or a type.

use crate::ir::{Api, Example, PayloadType, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::span::Span;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted<'a> {
    /// Objects of a type.
    Type(TypeId),
    /// A property, by the type that declares it.
    Property(TypeId, &'a str),
    /// A member of an enumeration.
    Member(TypeId, &'a str),
}

/// The places of `wanted` in the examples of `api`, in page order.
pub(super) fn of(api: &Api, wanted: Wanted<'_>) -> Vec<Span> {
    let mut search = Search { api, wanted, found: Vec::new() };
    for example in &api.examples {
        if let (Some(json), Some(expr)) = (&example.json, shown(example)) {
            let json = match (example.payload, json.get("value")) {
                (Some(payload), Some(value)) if payload.collection || payload.enveloped => value,
                _ => json,
            };
            search.value(expr, json);
        }
    }
    search.found.sort();
    search.found.dedup();
    search.found
}

fn shown(example: &Example) -> Option<TypeExpr> {
    let payload = example.payload?;
    match payload.ty {
        PayloadType::Ref(ty) => Some(TypeExpr { ty, collection: payload.collection }),
        _ => None,
    }
}

struct Search<'a> {
    api: &'a Api,
    wanted: Wanted<'a>,
    found: Vec<Span>,
}

impl Search<'_> {
    fn value(&mut self, expr: TypeExpr, json: &Json) {
        let TypeRef::Named(id) = expr.ty else { return };
        match &json.kind {
            Kind::Array(items) => items.iter().for_each(|item| self.single(id, item)),
            _ => self.single(id, json),
        }
    }

    fn single(&mut self, declared: TypeId, json: &Json) {
        let api = self.api;
        if let Kind::String(text) = &json.kind {
            if let Wanted::Member(id, name) = self.wanted
                && id == declared
                && text.split(',').any(|part| part.trim() == name)
            {
                self.found.push(json.span);
            }
            return;
        }
        let stated = json.get("@odata.type").and_then(Json::as_str);
        let stated = stated.and_then(|name| api.type_named(name.trim_start_matches('#')));
        let actual = stated.filter(|id| api.derives_from(*id, declared)).unwrap_or(declared);
        if let Wanted::Type(id) = self.wanted
            && id == actual
            && matches!(json.kind, Kind::Object(_))
        {
            self.found.push(json.span.head());
        }
        for member in json.members() {
            let owner = api.lineage(actual).find(|id| api[*id].own_property(&member.key).is_some());
            let Some(owner) = owner else { continue };
            if let Wanted::Property(id, name) = self.wanted
                && id == owner
                && name == member.key
            {
                self.found.push(member.key_span);
            }
            if let Some(property) = api[owner].own_property(&member.key) {
                self.value(property.ty, &member.value);
            }
        }
    }
}
