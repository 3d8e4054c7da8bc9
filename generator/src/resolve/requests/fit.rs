//! How well a body fits a type.
//!
//! In: JSON that an example shows, and a type. Out: how much of it the type does not declare.

use crate::ir::{Edm, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::page::Page;
use crate::resolve::types::draft::Types;
use crate::resolve::types::link::Linker;

/// Whether nothing but annotations is beside `value`.
pub(in crate::resolve) fn is_envelope(json: &Json) -> bool {
    json.members().iter().all(|member| member.key == "value" || member.key.contains('@'))
}

/// `{"value": true}`: the envelope of a primitive, whose kind it shows.
pub(in crate::resolve) fn enveloped_primitive(json: &Json) -> Option<Edm> {
    match &json.get("value").filter(|_| is_envelope(json))?.kind {
        Kind::Bool(_) => Some(Edm::Boolean),
        Kind::String(_) => Some(Edm::String),
        Kind::Number(text) if text.parse::<i64>().is_ok() => Some(Edm::Int64),
        Kind::Number(_) => Some(Edm::Double),
        Kind::Null | Kind::Array(_) | Kind::Object(_) => None,
    }
}

/// How badly a body fits a type: undeclared keys, or a wrong kind of value, of its first objects.
pub(in crate::resolve) fn payload_misfits(
    linker: &Linker<'_, '_>,
    page: &Page,
    expr: TypeExpr,
    json: &Json,
) -> usize {
    const WRONG_KIND: usize = 1000;
    let value = json.get("value");
    let objects: Vec<&Json> = match value.map(|value| (&value.kind, value)) {
        Some((Kind::Array(elements), _)) => elements.iter().take(4).collect(),
        Some((Kind::Object(_), value)) if is_envelope(json) => vec![value],
        _ => vec![json],
    };
    let TypeRef::Named(id) = expr.ty else {
        return objects
            .iter()
            .filter(|json| matches!(json.kind, Kind::Object(_)) && json.get("value").is_none())
            .count()
            * WRONG_KIND;
    };
    objects.iter().map(|json| undeclared(linker, page, id, json)).sum()
}

/// How many keys of an object its type does not declare.
pub(in crate::resolve) fn undeclared(
    linker: &Linker<'_, '_>,
    page: &Page,
    id: TypeId,
    json: &Json,
) -> usize {
    let own = narrow(&linker.types, id, own_type(linker, page, Some(json)));
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
    let members = json.members().iter();
    members.filter(|member| !member.key.contains('@') && !declares(&member.key)).count()
}

/// The type that a body names itself, if the model knows it as a structure.
pub(in crate::resolve) fn own_type(
    linker: &Linker<'_, '_>,
    page: &Page,
    json: Option<&Json>,
) -> Option<TypeId> {
    let name = json?.get("@odata.type")?.as_str()?;
    let id = linker.find(name, None, page)?;
    linker.types.get(id).structure().map(|_| id)
}

/// A body's own type counts if it fits the stated one.
pub(in crate::resolve) fn narrow(types: &Types<'_>, stated: TypeId, own: Option<TypeId>) -> TypeId {
    own.filter(|&own| types.lineage(own).contains(&stated)).unwrap_or(stated)
}
