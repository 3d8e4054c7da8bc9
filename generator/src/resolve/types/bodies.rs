//! Types that only operation pages describe, and what their body tables add to types that have a page.
//!
//! "Supply a JSON representation of a `device` object" followed by a property table describes `device`.

use super::declare::qualify;
use super::draft::{self, RowClaim};
use super::link::{Linker, is_identifier};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Edm, Origin, TypeId, TypeRef};
use crate::page::{Mention, Page, PageKind, ParameterPlace, Row};
use crate::resolve::facts::primitive::is_enumeration_word;

/// The type that a page's body table describes, if the page says that the body is one object of it.
pub(in crate::resolve) fn body_subject(page: &Page) -> Option<&Mention> {
    if page.kind != PageKind::Operation || body_rows(page).next().is_none() {
        return None;
    }
    // What an action's table calls parameters are parameters, whatever the sentence above it says.
    let acts = page.title.as_ref().is_some_and(|title| title.value.contains(": "));
    let body = page.parameters.iter().filter(|table| table.place == ParameterPlace::Body);
    if acts && body.clone().all(|table| table.says_parameter) {
        return None;
    }
    let statement = page.request_body.as_ref()?;
    let represents = statement.text.iter().any(|text| {
        let plain = text.plain().to_lowercase();
        plain.contains("representation") && !plain.contains("parameter")
    });
    statement.types.first().filter(|mention| represents && is_identifier(&mention.name))
}

/// Rows of the body tables.
pub(in crate::resolve) fn body_rows(page: &Page) -> impl Iterator<Item = &Row> {
    page.parameters
        .iter()
        .filter(|table| table.place == ParameterPlace::Body)
        .flat_map(|table| &table.rows)
}

/// Declares the types that no resource page describes but an operation page's body table does.
pub(in crate::resolve) fn declare<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    for page in pages {
        let Some(subject) = body_subject(page) else { continue };
        let known = linker.find(&subject.name, subject.link.as_deref(), page);
        let described = known.is_some_and(|id| {
            linker.types.get(id).pages.iter().any(|(page, _)| page.kind != PageKind::Operation)
        });
        if described {
            continue;
        }
        let name = qualify(&subject.name, page, linker.spellings);
        let id = linker.types.declare(name, Origin::Described(subject.span), draft::structure());
        linker.types.describe(id, page, subject.span);
        let rows = body_rows(page).map(|row| RowClaim { page, row, relationship: false });
        linker.types.get_mut(id).rows.extend(rows);
    }
}

/// Compares body tables with the types that have a page of their own: value lists of unnamed enumerations
/// are united, contradictions reported.
pub(in crate::resolve) fn compare<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    for page in pages {
        let Some(subject) = body_subject(page) else { continue };
        let Some(id) = linker.find(&subject.name, subject.link.as_deref(), page) else { continue };
        if linker.types.get(id).pages.iter().any(|(known, _)| std::ptr::eq(*known, *page)) {
            continue;
        }
        for row in body_rows(page) {
            compare_row(linker, page, id, row);
        }
    }
}

fn compare_row<'a>(linker: &mut Linker<'a, '_>, page: &'a Page, id: TypeId, row: &Row) {
    let found = linker.types.lineage(id).into_iter().find_map(|holder| {
        let properties = &linker.types.get(holder).structure()?.properties;
        let property = properties.iter().find(|property| property.name == row.name.value)?;
        Some((property.ty, property.origin))
    });
    let (Some((known, origin)), Some(spelling)) = (found, &row.ty) else { return };
    if let TypeRef::Named(target) = known.ty
        && linker.types.get(target).origin.is_synthetic()
    {
        let linker = &mut *linker;
        super::enums::unite_values(&mut linker.types, target, &row.values, linker.diagnostics);
    }
    if is_enumeration_word(&spelling.name) {
        return;
    }
    let stated = match crate::resolve::facts::primitive::primitive(&spelling.name) {
        Some(edm) => TypeRef::Edm(edm),
        None => match linker.find(&spelling.name, spelling.link.as_deref(), page) {
            Some(id) => TypeRef::Named(id),
            None => return,
        },
    };
    let related = match (known.ty, stated) {
        (TypeRef::Named(a), TypeRef::Named(b)) => {
            linker.types.lineage(a).contains(&b) || linker.types.lineage(b).contains(&a)
        }
        // Text with a list of values is how pages write an enumeration.
        (TypeRef::Named(a), TypeRef::Edm(Edm::String)) => {
            !row.values.is_empty() && linker.types.get(a).enumeration().is_some()
        }
        (a, b) => a == b,
    };
    if related && known.collection == spelling.collection {
        return;
    }
    let spell = |ty: TypeRef, collection: bool| {
        let name = match ty {
            TypeRef::Edm(edm) => edm.as_str().to_owned(),
            TypeRef::Named(id) => linker.types.get(id).name.name().to_owned(),
        };
        if collection { format!("{name} collection") } else { name }
    };
    let message = format!(
        "`{}.{}` is documented as {} here, but as {} on its own page",
        linker.types.get(id).name.name(),
        row.name.value,
        spell(stated, spelling.collection),
        spell(known.ty, known.collection),
    );
    linker.diagnostics.push(
        Diagnostic::new(Code::ConflictingType, spelling.span, message)
            .also(origin, "this one is used"),
    );
}
