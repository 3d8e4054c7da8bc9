//! Parameters of an operation: what its tables list, where each goes, and whether it must be given.
//!
//! In: one request line and what is said of it. Out: [`Parameter`]s: those of the path in its order, then the others.

use super::{Builder, types};
use crate::ir::{DocText, Edm, Parameter, ParameterPlace, Property, Told, TypeExpr, TypeRef};
use crate::subject::{Line, OperationFacts, ParameterTable, Place, Row};

/// The parameters of `line`.
pub(super) fn of(
    builder: &mut Builder<'_, '_>,
    page: &str,
    owner: &str,
    line: &Line,
    facts: &OperationFacts,
) -> Vec<Parameter> {
    let mut out: Vec<Parameter> = Vec::new();
    for table in &facts.parameters {
        let mut by_place: Vec<(ParameterPlace, Vec<Row>)> = Vec::new();
        for row in &table.rows {
            let Some(place) = place_of(row, table, line, facts) else { continue };
            let mut row = row.clone();
            row.required = presence(builder, &row, table, place, facts);
            if facts.said.all_nullable && place == ParameterPlace::Body {
                row.nullable = row.nullable.or(Some(true));
            }
            match by_place.iter_mut().find(|(known, _)| *known == place) {
                Some((_, rows)) => rows.push(row),
                None => by_place.push((place, vec![row])),
            }
        }
        for (place, rows) in by_place {
            // The same rows may be read for several lines: the parts of a name are one type all the same.
            for property in types::properties(builder, page, owner, &rows) {
                add(&mut out, property, place);
            }
        }
    }
    path(builder, page, line, &mut out);
    out.iter_mut().for_each(as_text);
    out
}

/// In a URL everything is text: what may be a number or a text is a text there.
fn as_text(parameter: &mut Parameter) {
    let scalar = |one: &TypeExpr| matches!(one.ty, TypeRef::Edm(_)) && !one.collection;
    let in_url = matches!(parameter.place, ParameterPlace::Path | ParameterPlace::Query);
    let one_of = &parameter.told.one_of;
    if in_url && !one_of.is_empty() && one_of.iter().all(scalar) {
        parameter.ty = TypeExpr::single(TypeRef::Edm(Edm::String));
    }
}

fn add(out: &mut Vec<Parameter>, property: Property, place: ParameterPlace) {
    let Property { name, ty, doc, origin, told, .. } = property;
    if let Some(known) = out.iter_mut().find(|known| known.name == name) {
        // Tables for several situations: what one of them does not ask for is not required.
        if known.told.required != told.required {
            known.told.required = Some(false);
        }
        return;
    }
    out.push(Parameter { name, ty, place, doc, origin, told });
}

/// Where a row goes; `None` if it is about another line.
fn place_of(
    row: &Row,
    table: &ParameterTable,
    line: &Line,
    facts: &OperationFacts,
) -> Option<ParameterPlace> {
    let name = row.owners.first().unwrap_or(&row.name.value);
    if row.owners.is_empty() && holds(line, name) {
        return Some(ParameterPlace::Path);
    }
    if row.owners.is_empty() && facts.lines.iter().any(|other| holds(other, name)) {
        return None;
    }
    let by_method = match line.method.as_str() {
        "GET" | "HEAD" | "DELETE" => ParameterPlace::Query,
        _ => ParameterPlace::Body,
    };
    Some(match row.place.or(table.place) {
        Some(Place::Path) => ParameterPlace::Path,
        Some(Place::Query) => ParameterPlace::Query,
        Some(Place::Header) => ParameterPlace::Header,
        Some(Place::Form) => ParameterPlace::Form,
        Some(Place::Body) => ParameterPlace::Body,
        None => by_method,
    })
}

/// Whether the path of `line` has a placeholder of this name, however it is written.
fn holds(line: &Line, name: &str) -> bool {
    line.placeholders.iter().any(|placeholder| letters(&placeholder.name) == letters(name))
}

/// A placeholder as a name: `guild.id` is `guild_id`.
fn spelled(name: &str) -> String {
    name.replace(|c: char| !c.is_alphanumeric() && !"_-$".contains(c), "_")
}

fn letters(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

fn presence(
    builder: &Builder<'_, '_>,
    row: &Row,
    table: &ParameterTable,
    place: ParameterPlace,
    facts: &OperationFacts,
) -> Option<bool> {
    let optional = &builder.dialect.optional;
    if place == ParameterPlace::Path {
        return Some(true);
    }
    if let Some(stated) = row.required.or(table.required) {
        return Some(stated);
    }
    if let Some(excepted) = &facts.said.all_optional {
        return Some(excepted.contains(&row.name.value));
    }
    match place {
        ParameterPlace::Query | ParameterPlace::Header => optional.query,
        _ => optional.body,
    }
}

/// Placeholders that no table lists; and all of them in the order of the path, before everything else.
fn path(builder: &Builder<'_, '_>, page: &str, line: &Line, out: &mut Vec<Parameter>) {
    let mut ordered = Vec::new();
    for placeholder in &line.placeholders {
        let known = out.iter().position(|parameter| {
            parameter.place == ParameterPlace::Path
                && letters(&parameter.name) == letters(&placeholder.name)
        });
        if let Some(at) = known {
            ordered.push(out.remove(at));
            continue;
        }
        let linked = placeholder.href.as_deref().and_then(|href| builder.index.link(page, href));
        let linked = linked.and_then(|number| builder.of_subject.get(&number).copied());
        let mut told = Told { required: Some(true), ..Told::default() };
        let text = TypeExpr::single(TypeRef::Edm(Edm::String));
        let ty = linked.map_or(text, |id| builder.identifier(id, &mut told));
        ordered.push(Parameter {
            name: spelled(&placeholder.name),
            ty,
            place: ParameterPlace::Path,
            doc: DocText::default(),
            origin: line.span,
            told,
        });
    }
    ordered.append(out);
    *out = ordered;
}
