//! What only JSON shows: properties of types that no page describes, and types of cells left empty.
//!
//! In: drafts with their tables resolved, and every example. Out: the same drafts with synthetic types
//! filled. A described type gains a property only from a representation that no table is beside: an
//! undeclared one in an example is a finding.

use super::claims::Spelling;
use super::declare::qualify;
use super::draft::{self, odata_type};
use super::humps::{self, Spelled};
use super::link::Linker;
use super::texts;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Claim, DocText, Edm, Evidence, Origin, Property, QualifiedName, Told, TypeClaim, TypeExpr,
    TypeId, TypeKind, TypeRef,
};
use crate::json::{Json, Kind, Member};
use crate::page::{BodyContent, Example, Page, Role};
use crate::span::{Span, Spanned};
use std::collections::HashMap;

/// Objects nested deeper than this teach nothing new.
const MAX_DEPTH: usize = 32;

/// Visits every body of every page.
/// The spellings are those of keys that differ from a declared property only in humps.
pub(in crate::resolve) fn resolve<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) -> Spelled {
    let mut spelled = Spelled::new();
    for page in pages {
        for block in &page.resources {
            let Some(BodyContent::Json(json)) = block.body.as_ref().map(|body| &body.content)
            else {
                continue;
            };
            let name = block.annotation.str("@odata.type");
            let id = name.and_then(|name| linker.find(&name.value, None, page));
            if let Some(id) = id {
                represent(linker, page, id, json, &mut spelled);
            }
        }
        for example in &page.examples {
            let Some(BodyContent::Json(json)) = example.body.as_ref().map(|body| &body.content)
            else {
                continue;
            };
            if example.role == Role::Resource {
                let id = linker.types.only_structure_on(page);
                if let Some(id) = id.filter(|_| example.annotation.is_none()) {
                    represent(linker, page, id, json, &mut spelled);
                }
                continue;
            }
            for object in payload_objects(json) {
                if let Some(id) = subject(linker, page, example, object) {
                    observe(linker, page, id, object, 0, &mut spelled);
                }
            }
        }
    }
    report(linker);
    spelled
}

/// The objects of a body: itself, or what is in `value`.
fn payload_objects(json: &Json) -> Vec<&Json> {
    match json.get("value").map(|value| (&value.kind, value)) {
        Some((Kind::Array(elements), _)) => elements.iter().collect(),
        Some((Kind::Object(_), value)) => vec![value],
        _ => vec![json],
    }
}

/// The type of an object: what it says itself, else what its annotation or the page says.
fn subject<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    example: &Example,
    json: &Json,
) -> Option<TypeId> {
    if let Some(name) = json.get("@odata.type").and_then(Json::as_str)
        && let Some(id) = linker.find(name, None, page)
    {
        return Some(id);
    }
    let annotated =
        example.annotation.as_ref().and_then(|annotation| annotation.str("@odata.type"));
    if let Some(id) = annotated.and_then(|name| linker.find(&name.value, None, page)) {
        return Some(id);
    }
    let statement = match example.role {
        Role::Request => page.request_body.as_ref(),
        Role::Response => page.response.as_ref(),
        Role::Resource => None,
    }?;
    let mention = statement.types.first()?;
    linker.find(&mention.name, mention.link.as_deref(), page)
}

/// Lets a representation teach. Where it is all that describes the type, it declares the properties.
fn represent<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    id: TypeId,
    json: &Json,
    spelled: &mut Spelled,
) {
    let draft = linker.types.get(id);
    let about_other = page.resources.len() > 1;
    // What an open type shows is a sample of what it may hold.
    let open = draft.structure().is_none_or(|structure| structure.open);
    let alone = !open && draft.rows.is_empty() && (about_other || !page.has_property_table);
    if alone {
        let lineage = linker.types.lineage(id);
        for member in json.members().iter().filter(|member| !member.key.contains('@')) {
            let known = lineage.iter().any(|&id| linker.types.get(id).declares(&member.key));
            if !known && super::link::is_identifier(&member.key) {
                declare(linker, page, id, member);
            }
        }
    }
    fewer_capitals(linker, id, json);
    texts::correct(linker, page, id, json);
    observe(linker, page, id, json, 0, spelled);
}

/// Hears how a representation spells the properties that rows spell with more capitals.
fn fewer_capitals(linker: &mut Linker<'_, '_>, id: TypeId, json: &Json) {
    let shown: HashMap<String, &Member> =
        json.members().iter().map(|member| (member.key.to_lowercase(), member)).collect();
    let draft = linker.types.get_mut(id);
    let properties = draft.structure().map_or(&[][..], |structure| &structure.properties);
    let rows: Vec<(String, Span)> =
        properties.iter().map(|property| (property.name.clone(), property.origin)).collect();
    for (at, (name, origin)) in rows.into_iter().enumerate() {
        let Some(member) = shown.get(&name.to_lowercase()) else { continue };
        if draft.respell(at, &member.key, Spelling::Representation) {
            let message = format!("the table spells `{}` as `{name}`", member.key);
            let diagnostic =
                Diagnostic::new(Code::RepresentationMismatch, member.key_span, message);
            linker.diagnostics.push(diagnostic.also(origin, "the row"));
        }
    }
}

/// Gives `id` the property that a member of its JSON shows.
fn declare<'a>(linker: &mut Linker<'a, '_>, page: &'a Page, id: TypeId, member: &Member) {
    let owner = linker.types.get(id).name.clone();
    let Some(ty) = shape(linker, page, &owner, &member.key, &member.value) else { return };
    let property = Property {
        name: member.key.clone(),
        ty,
        navigation: false,
        doc: DocText::default(),
        deprecated: false,
        origin: member.key_span,
        told: Told::default(),
    };
    let draft = linker.types.get_mut(id);
    if let Some(at) = draft.add(property) {
        draft.claim(
            at,
            Claim { says: TypeClaim::Whole(ty), by: Evidence::Example, at: member.key_span },
        );
    }
}

fn observe<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    id: TypeId,
    json: &Json,
    depth: usize,
    spelled: &mut Spelled,
) {
    if depth > MAX_DEPTH {
        return;
    }
    let members = json.members();
    if members.is_empty() {
        return;
    }
    let lineage = linker.types.lineage(id);
    let fillable = is_fillable(linker, id);
    for member in members.iter().filter(|member| !member.key.contains('@')) {
        let holder =
            lineage.iter().copied().find(|&holder| linker.types.get(holder).declares(&member.key));
        match holder {
            Some(holder) => {
                refine(linker, page, (holder, &member.key), &member.value, depth, spelled);
            }
            None if fillable && !respells(linker, id, &member.key) => {
                declare(linker, page, id, member);
                refine(linker, page, (id, &member.key), &member.value, depth, spelled);
            }
            None => {
                for holder in &lineage {
                    humps::note(linker, *holder, &member.key, spelled);
                }
            }
        }
    }
}

/// Whether the key is an own property in another case.
fn respells(linker: &mut Linker<'_, '_>, id: TypeId, key: &str) -> bool {
    let draft = linker.types.get_mut(id);
    let Some(at) = draft.position(key) else { return false };
    draft.respell(at, key, Spelling::Example);
    true
}

/// A structure that nothing but JSON describes.
fn is_fillable(linker: &Linker<'_, '_>, id: TypeId) -> bool {
    let draft = linker.types.get(id);
    draft.origin.is_synthetic() && draft.structure().is_some() && draft.rows.is_empty()
}

/// Lets a property's value teach: its type if the cell was empty, its properties if it is an object.
fn refine<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    (id, name): (TypeId, &str),
    value: &Json,
    depth: usize,
    spelled: &mut Spelled,
) {
    let property = |linker: &Linker<'_, '_>| {
        let properties = &linker.types.get(id).structure()?.properties;
        properties
            .iter()
            .position(|property| property.name == name)
            .map(|index| (index, properties[index].ty))
    };
    let Some((index, mut ty)) = property(linker) else { return };
    let untyped = ty == TypeExpr::UNTYPED;
    if untyped && !states_type(linker, id, name) {
        let owner = linker.types.get(id).name.clone();
        let Some(seen) = shape(linker, page, &owner, name, value) else { return };
        let claim =
            Claim { says: TypeClaim::Whole(seen), by: Evidence::Example, at: value.span.head() };
        linker.types.get_mut(id).claim(index, claim);
        ty = seen;
    }
    let TypeRef::Named(target) = ty.ty else { return };
    let values: &[Json] = match &value.kind {
        Kind::Array(elements) => elements,
        _ => std::slice::from_ref(value),
    };
    for value in values {
        match &value.kind {
            Kind::Object(_) => {
                let own = value.get("@odata.type").and_then(Json::as_str);
                let actual = own.and_then(|name| linker.find(name, None, page)).unwrap_or(target);
                observe(linker, page, actual, value, depth + 1, spelled);
            }
            Kind::String(text) => {
                becomes_enumeration(linker, target);
                lists_members(linker, target, text, value.span);
                shows_flags(linker, target, text);
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Array(_) => {}
        }
    }
}

/// The property's own row has a type cell, even if it says `untyped`.
fn states_type(linker: &Linker<'_, '_>, id: TypeId, name: &str) -> bool {
    linker
        .types
        .get(id)
        .rows
        .iter()
        .any(|claim| claim.row.name.value == name && claim.row.ty.is_some())
}

/// A type that is only named, and shown as text, is an enumeration whose members are not listed.
fn becomes_enumeration(linker: &mut Linker<'_, '_>, id: TypeId) {
    let draft = linker.types.get_mut(id);
    let blank = draft.structure().is_some_and(|structure| structure.properties.is_empty());
    if draft.origin.is_synthetic() && blank && draft.bases.is_empty() {
        draft.kind = draft::enumeration();
    }
}

/// `"clean | dirty"` in place of a value lists members, if nothing else does.
fn lists_members(linker: &mut Linker<'_, '_>, id: TypeId, text: &str, span: Span) {
    let draft = linker.types.get(id);
    let unlisted = draft.enumeration().is_some_and(|enumeration| enumeration.members.is_empty());
    let names: Vec<&str> = text.split('|').map(str::trim).collect();
    if !unlisted || names.len() < 2 || !names.iter().all(|name| super::link::is_identifier(name)) {
        return;
    }
    let values: Vec<Spanned<String>> =
        names.iter().map(|name| Spanned::new((*name).to_owned(), span)).collect();
    super::enums::unite_values(&mut linker.types, id, &values, linker.diagnostics);
}

/// `"red,blue"` is of an enumeration whose members can be combined, if both are members.
fn shows_flags(linker: &mut Linker<'_, '_>, id: TypeId, text: &str) {
    let Some(enumeration) = linker.types.get_mut(id).enumeration_mut() else { return };
    let is_member = |part: &str| enumeration.members.iter().any(|member| member.name == part);
    if text.contains(',') && text.split(',').map(str::trim).all(is_member) {
        enumeration.flags = true;
    }
}

/// The type that a value shows. `null` and empty arrays show nothing.
pub(in crate::resolve) fn shape<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    owner: &QualifiedName,
    name: &str,
    value: &Json,
) -> Option<TypeExpr> {
    let single = |edm| Some(TypeExpr::single(TypeRef::Edm(edm)));
    match &value.kind {
        Kind::Null => None,
        Kind::Bool(_) => single(Edm::Boolean),
        Kind::Number(text) if text.contains(['.', 'e', 'E']) => single(Edm::Double),
        Kind::Number(text) if text.parse::<i32>().is_ok() => single(Edm::Int32),
        Kind::Number(_) => single(Edm::Int64),
        Kind::String(text) => single(text_shape(text)),
        Kind::Array(elements) => {
            let element =
                elements.iter().find_map(|element| shape(linker, page, owner, name, element))?;
            Some(TypeExpr::collection(element.ty))
        }
        Kind::Object(_) => {
            let stated = value.get("@odata.type").and_then(Json::as_str).map(odata_type);
            let qualified = match stated.filter(|(name, _)| super::link::is_identifier(name)) {
                Some((name, _)) => qualify(name, page, linker.spellings),
                None => QualifiedName::of_property(owner, name),
            };
            let origin = Origin::Synthetic(value.span.head());
            let id = linker.types.declare(qualified, origin, draft::structure());
            Some(TypeExpr::single(TypeRef::Named(id)))
        }
    }
}

/// What a string shows: a placeholder names its type, a timestamp looks like one.
fn text_shape(text: &str) -> Edm {
    let lower = text.trim().to_ascii_lowercase();
    // What generators write where they know a primitive's name but no value of it.
    let unknown = lower.strip_prefix("<unknown primitive type ");
    let lower = unknown.map_or(lower.as_str(), |rest| rest.trim_end_matches('>'));
    let inner = lower.strip_prefix("string").map(|rest| rest.trim().trim_matches(['(', ')']));
    match inner {
        Some("timestamp") => return Edm::DateTimeOffset,
        Some("iso 8601 duration") => return Edm::Duration,
        Some("time of day") => return Edm::TimeOfDay,
        Some(_) => return Edm::String,
        None => {}
    }
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let date = digits(0..4)
        && digits(5..7)
        && digits(8..10)
        && bytes.get(4) == Some(&b'-')
        && bytes.get(7) == Some(&b'-');
    if date && bytes.len() == 10 {
        return Edm::Date;
    }
    if date && bytes.get(10) == Some(&b'T') {
        return Edm::DateTimeOffset;
    }
    crate::resolve::facts::primitive::primitive(lower)
        .filter(|_| !lower.contains(' '))
        .unwrap_or(Edm::String)
}

/// Tells which types were made from JSON, and which names lead nowhere.
fn report(linker: &mut Linker<'_, '_>) {
    for id in linker.types.ids() {
        let draft = linker.types.get(id);
        let Origin::Synthetic(span) = draft.origin else { continue };
        if draft.name.as_str() == "microsoft.graph.entity" {
            continue;
        }
        let name = &draft.name;
        let diagnostic = match &draft.kind {
            TypeKind::Structure(structure) if !structure.properties.is_empty() => {
                let message =
                    format!("`{name}` is undocumented; its properties are taken from the examples");
                Diagnostic::new(Code::InferredType, span, message)
            }
            TypeKind::Structure(_) => {
                Diagnostic::new(Code::UnknownType, span, format!("no page describes `{name}`"))
                    .help("fix the name, or add a page for the type")
            }
            TypeKind::Enumeration(enumeration) if enumeration.members.is_empty() => {
                let message = format!("`{name}` has string values, but no page lists its members");
                Diagnostic::new(Code::EnumWithoutMembers, span, message)
            }
            TypeKind::Enumeration(_) => continue,
        };
        linker.diagnostics.push(diagnostic);
    }
}
