//! Texts that the representation shows to be something else.
//!
//! In: properties that a row calls `String`, and the JSON representation beside the table. Out: the same
//! properties with the type that the representation names. A text is no object, and who writes `"Guid"` where
//! `"String"` would do means it; the row's word is what tables are filled with first.

use super::draft::odata_type;
use super::link::{Linker, is_identifier};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Edm, TypeId, TypeRef};
use crate::json::{Json, Kind, Member};
use crate::page::Page;
use crate::resolve::facts::primitive::primitive;

/// Corrects the texts among the properties of `id`.
pub(in crate::resolve) fn correct(
    linker: &mut Linker<'_, '_>,
    page: &Page,
    id: TypeId,
    json: &Json,
) {
    for member in json.members() {
        let text = |linker: &Linker<'_, '_>| {
            let properties = &linker.types.get(id).structure()?.properties;
            properties.iter().position(|property| {
                property.name == member.key && property.ty.ty == TypeRef::Edm(Edm::String)
            })
        };
        let Some(at) = text(linker) else { continue };
        let Some(shown) = shown(linker, page, member) else { continue };
        let Some(structure) = linker.types.get_mut(id).structure_mut() else { continue };
        structure.properties[at].ty.ty = shown;
        let origin = structure.properties[at].origin;
        let message = format!("the row of `{}` calls it a text", member.key);
        linker.diagnostics.push(
            Diagnostic::new(Code::ConflictingType, member.value.span.head(), message)
                .also(origin, "the row"),
        );
    }
}

/// The type that a value names, other than a text.
fn shown(linker: &Linker<'_, '_>, page: &Page, member: &Member) -> Option<TypeRef> {
    let value = match &member.value.kind {
        Kind::Array(elements) => elements.first()?,
        _ => &member.value,
    };
    if let Some(word) = value.as_str() {
        // A sample such as `"date": "date"` repeats the name.
        let edm = primitive(word)
            .filter(|edm| edm.as_str().trim_start_matches("Edm.").eq_ignore_ascii_case(word));
        let names = !word.eq_ignore_ascii_case(&member.key) && edm != Some(Edm::String);
        return edm.filter(|_| names).map(TypeRef::Edm);
    }
    let stated = value.get("@odata.type").and_then(Json::as_str)?;
    let (name, _) = odata_type(stated);
    if !is_identifier(name) || primitive(name).is_some() {
        return None;
    }
    linker.find(name, None, page).map(TypeRef::Named)
}
