//! Types from JSON, where no page describes them.
//!
//! In: an example and a name. Out: a type with a property for each key; equal shapes of one name are one type. A
//! documented type that has the keys of an example is what it is of.

use super::{Builder, names, types};
use crate::ir::{DocText, Edm, Property, Told, TypeExpr, TypeId, TypeKind, TypeRef};
use crate::json::{Json, Kind};

/// How much of an object's keys a type must have to be what it is of.
const LEAST: f64 = 0.7;
/// How much of a type an object must show to be of it.
const SHOWN: f64 = 0.3;
const MAX_DEPTH: usize = 16;

impl Builder<'_, '_> {
    /// The documented type that has the keys of `json`, if one has nearly all of them.
    pub(super) fn matching(&self, json: &Json) -> Option<TypeId> {
        let keys: Vec<&str> = json.members().iter().map(|member| member.key.as_str()).collect();
        if keys.len() < 3 {
            return None;
        }
        let mut best: Option<(f64, TypeId)> = None;
        for (at, ty) in self.types.iter().enumerate() {
            let Some(structure) = ty.structure() else { continue };
            if ty.origin.is_synthetic() || structure.properties.is_empty() {
                continue;
            }
            let common = keys.iter().filter(|key| ty.own_property(key).is_some()).count() as f64;
            let recall = common / keys.len() as f64;
            let precision = common / structure.properties.len() as f64;
            if recall < LEAST || precision < SHOWN {
                continue;
            }
            let score = recall + precision;
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, TypeId(at as u32)));
            }
        }
        best.map(|(_, id)| id)
    }

    /// The type of `json`; objects that no type has become types called `name`.
    pub(super) fn shape(&mut self, json: &Json, name: &str, depth: usize) -> TypeExpr {
        let primitive = |edm| TypeExpr::single(TypeRef::Edm(edm));
        match &json.kind {
            Kind::Null => TypeExpr::UNTYPED,
            Kind::Bool(_) => primitive(Edm::Boolean),
            Kind::Number(text) if text.contains(['.', 'e', 'E']) => primitive(Edm::Double),
            Kind::Number(_) => primitive(Edm::Int64),
            Kind::String(text) if is_timestamp(text) => primitive(Edm::DateTimeOffset),
            Kind::String(_) => primitive(Edm::String),
            Kind::Array(elements) => {
                let element = names::singular(name);
                let mut kinds: Vec<TypeExpr> = Vec::new();
                for json in elements {
                    let ty = self.shape(json, &element, depth);
                    if ty != TypeExpr::UNTYPED && !kinds.contains(&ty) {
                        kinds.push(ty);
                    }
                }
                match kinds.as_slice() {
                    [only] if !only.collection => TypeExpr::collection(only.ty),
                    _ => TypeExpr::collection(TypeRef::Edm(Edm::Untyped)),
                }
            }
            Kind::Object(members) if members.is_empty() || depth > MAX_DEPTH => TypeExpr::UNTYPED,
            Kind::Object(members) => {
                if members.iter().any(|member| !is_key(&member.key)) {
                    return TypeExpr::UNTYPED;
                }
                if let Some(id) = self.matching(json) {
                    return TypeExpr::single(TypeRef::Named(id));
                }
                TypeExpr::single(TypeRef::Named(self.object_of(json, name, depth)))
            }
        }
    }

    fn object_of(&mut self, json: &Json, name: &str, depth: usize) -> TypeId {
        let mut keys: Vec<&str> = json.members().iter().map(|member| member.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        let signature = format!("{name}\n{}", keys.join("\n"));
        let mut properties: Vec<Property> = Vec::new();
        for member in json.members() {
            let part = format!("{name}{}", names::humps(&member.key));
            let ty = self.shape(&member.value, &part, depth + 1);
            let nullable = matches!(member.value.kind, Kind::Null).then_some(true);
            let property = Property {
                name: member.key.clone(),
                ty,
                navigation: false,
                doc: DocText::default(),
                deprecated: false,
                origin: member.key_span,
                told: Told { nullable, ..Told::default() },
            };
            match properties.iter_mut().find(|known| known.name == property.name) {
                Some(known) => *known = property,
                None => properties.push(property),
            }
        }
        if let Some(&id) = self.shapes.get(&signature) {
            self.unite(id, properties);
            return id;
        }
        let id = types::object(self, name, json.span, properties);
        self.shapes.insert(signature, id);
        id
    }

    /// What one example shows as null, or not at all, another may show with a value.
    fn unite(&mut self, id: TypeId, properties: Vec<Property>) {
        let TypeKind::Structure(structure) = &mut self.types[id.0 as usize].kind else { return };
        for property in properties {
            match structure.properties.iter_mut().find(|known| known.name == property.name) {
                Some(known) => {
                    if known.ty.ty == TypeRef::Edm(Edm::Untyped) {
                        known.ty = property.ty;
                    }
                    known.told.nullable = known.told.nullable.or(property.told.nullable);
                }
                None => structure.properties.push(property),
            }
        }
    }
}

/// A key that names something; ids as keys are those of a map.
fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$' | '@'))
        && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.$@".contains(c))
        && key.len() <= 64
}

/// `2024-05-01T10:00:00` and what may follow it.
fn is_timestamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shaped = bytes.len() >= 20
        && [4, 7].iter().all(|&at| bytes[at] == b'-')
        && bytes[10] == b'T'
        && [13, 16].iter().all(|&at| bytes[at] == b':');
    shaped
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && text.ends_with(|c: char| c == 'Z' || c.is_ascii_digit())
}
