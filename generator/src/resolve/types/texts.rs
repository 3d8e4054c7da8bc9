//! Texts that the representation shows to be something else.
//!
//! In: properties that a row calls `String`, and the JSON representation beside the table. Out: the same
//! properties with the type that the representation names. A text is no object, and who writes `"Guid"` where
//! `"String"` would do means it; the row's word is what tables are filled with first.

use super::draft::odata_type;
use super::link::{Linker, is_identifier};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Claim, Edm, Evidence, TypeClaim, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind, Member};
use crate::page::{Mention, Page};
use crate::resolve::facts::primitive::primitive;

/// Corrects the texts among the properties of `id`.
pub(super) fn correct<'a>(linker: &mut Linker<'a, '_>, page: &'a Page, id: TypeId, json: &Json) {
    for member in json.members() {
        single_text(linker, id, member);
        let loose = |linker: &Linker<'_, '_>| {
            let properties = &linker.types.get(id).structure()?.properties;
            let at = properties.iter().position(|property| property.name == member.key)?;
            let TypeRef::Edm(edm) = properties[at].ty.ty else { return None };
            matches!(edm, Edm::String | Edm::Double).then_some((at, edm))
        };
        let Some((at, edm)) = loose(linker) else { continue };
        let shown = match edm {
            Edm::String => shown(linker, page, member, json),
            // `Numeric` is any number; the representation may say which.
            _ => says_decimal(member).then_some(TypeRef::Edm(Edm::Decimal)),
        };
        let Some(shown) = shown else { continue };
        let place = member.value.span.head();
        let claim =
            Claim { says: TypeClaim::Element(shown), by: Evidence::Representation, at: place };
        let draft = linker.types.get_mut(id);
        draft.claim(at, claim);
        let Some(origin) = draft.structure().map(|structure| structure.properties[at].origin)
        else {
            continue;
        };
        let message = format!(
            "the table says that `{}` is `{}`, but the representation shows `{}`",
            member.key,
            edm.as_str(),
            linker.shown_name(shown)
        );
        linker
            .diagnostics
            .push(Diagnostic::new(Code::ConflictingType, place, message).also(origin, "the row"));
    }
}

/// A row may say `collection` by habit: where the representation shows a lone text, there is one.
fn single_text(linker: &mut Linker<'_, '_>, id: TypeId, member: &Member) {
    let Some(text) = member.value.as_str() else { return };
    let draft = linker.types.get_mut(id);
    let properties = draft.structure().map_or(&[][..], |structure| &structure.properties);
    let texts = TypeExpr::collection(TypeRef::Edm(Edm::String));
    let at = properties.iter().position(|known| known.name == member.key && known.ty == texts);
    let Some(at) = at.filter(|_| primitive(text) == Some(Edm::String)) else { return };
    let origin = properties[at].origin;
    let place = member.value.span;
    let says = TypeClaim::Collection(false);
    draft.claim(at, Claim { says, by: Evidence::Representation, at: place });
    let message = format!(
        "the table says that `{}` is a collection, but the representation shows a single value",
        member.key
    );
    let diagnostic = Diagnostic::new(Code::ConflictingType, place, message);
    linker.diagnostics.push(diagnostic.also(origin, "the row"));
}

/// The type that a value names, other than a text.
fn shown<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    member: &Member,
    json: &Json,
) -> Option<TypeRef> {
    let annotation = json.get(&format!("{}@odata.type", member.key));
    if let Some(id) = annotation.and_then(|stated| named(linker, page, stated)) {
        return Some(TypeRef::Named(id));
    }
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
    match &value.kind {
        Kind::Bool(_) => return Some(TypeRef::Edm(Edm::Boolean)),
        Kind::Number(text) if text.contains('.') => return Some(TypeRef::Edm(Edm::Double)),
        _ => {}
    }
    let stated = value.get("@odata.type")?;
    named(linker, page, stated).map(TypeRef::Named)
}

/// The type that an `@odata.type` names, declared if no page describes it.
fn named<'a>(linker: &mut Linker<'a, '_>, page: &'a Page, stated: &Json) -> Option<TypeId> {
    let (name, _) = odata_type(stated.as_str()?);
    if !is_identifier(name) || primitive(name).is_some() {
        return None;
    }
    let known = linker.find(name, None, page);
    let mention = Mention { name: name.to_owned(), link: None, span: stated.span.head() };
    known.or_else(|| name.contains('.').then(|| linker.mentioned(page, &mention)).flatten())
}

/// Whether the value is the word `decimal`.
fn says_decimal(member: &Member) -> bool {
    member.value.as_str().and_then(primitive) == Some(Edm::Decimal)
}
