//! Types and enumerations: first their names, then what they hold.

use super::{Builder, doc, names};
use crate::ir::{
    DocText, Enumeration, Member, Origin, Property, Structure, Told, Type, TypeExpr, TypeId,
    TypeKind, TypeRef,
};
use crate::span::Span;
use crate::subject::{EnumFacts, Row, Subject, What};
use std::collections::HashMap;

/// Gives every described type its name.
pub(super) fn declare(builder: &mut Builder<'_, '_>) {
    let subjects = builder.subjects;
    let wanted: Vec<String> = subjects
        .iter()
        .map(|subject| match subject.what {
            What::Operation(_) => String::new(),
            _ => names::of_heading(&subject.title.value, builder.dialect),
        })
        .collect();
    let mut count: HashMap<String, usize> = HashMap::new();
    for name in wanted.iter().filter(|name| !name.is_empty()) {
        *count.entry(name.to_lowercase()).or_default() += 1;
    }
    for (number, subject) in subjects.iter().enumerate() {
        let name = &wanted[number];
        if name.is_empty() {
            continue;
        }
        // A name that two headings share says too little: what it is below tells it apart, unless it is
        // called like that.
        let shared = count.get(&name.to_lowercase()).is_some_and(|count| *count > 1);
        let owner = names::of_heading(&subject.owner, builder.dialect);
        let name = match shared && !subject.owner.is_empty() && owner != *name {
            true => format!("{owner}{name}"),
            false => name.clone(),
        };
        let kind = match &subject.what {
            What::Enum(facts) => TypeKind::Enumeration(Enumeration {
                flags: facts.flags,
                numeric: facts.numbers,
                members: Vec::new(),
            }),
            _ => TypeKind::Structure(Structure::default()),
        };
        let origin = Origin::Described(subject.title.span);
        let deprecated = subject.deprecated.then(DocText::default);
        let id = builder.add(&name, |name| Type {
            name,
            origin,
            other_pages: Vec::new(),
            methods: Vec::new(),
            doc: DocText::default(),
            deprecated,
            kind,
        });
        builder.of_subject.insert(number, id);
    }
}

/// Fills the described types. Enumerations and ids come first: rows ask for them.
pub(super) fn fill(builder: &mut Builder<'_, '_>) {
    let subjects = builder.subjects;
    let all: Vec<(usize, TypeId)> = {
        let mut all: Vec<_> = builder.of_subject.iter().map(|(at, id)| (*at, *id)).collect();
        all.sort_unstable();
        all
    };
    for &(number, id) in &all {
        if let What::Enum(facts) = &subjects[number].what {
            let members = members(builder, subjects[number], facts);
            if let TypeKind::Enumeration(enumeration) = &mut builder.types[id.0 as usize].kind {
                enumeration.members = members;
            }
        }
    }
    // Twice: what identifies a type is known only when its rows have been read.
    for _ in 0..2 {
        for &(number, id) in &all {
            let subject = subjects[number];
            if let What::Type(facts) = &subject.what {
                let owner = builder.get(id).name.name().to_owned();
                let properties = properties(builder, &subject.page, &owner, &facts.rows);
                if let TypeKind::Structure(structure) = &mut builder.types[id.0 as usize].kind {
                    structure.properties = properties;
                }
            }
        }
    }
    for &(number, id) in &all {
        let subject = subjects[number];
        builder.types[id.0 as usize].doc = doc::paragraphs(builder, &subject.page, &subject.doc);
    }
}

fn members(builder: &Builder<'_, '_>, subject: &Subject, facts: &EnumFacts) -> Vec<Member> {
    let member = |member: &crate::subject::MemberFacts| Member {
        name: member.text.clone().unwrap_or_else(|| member.name.value.clone()),
        value: member.number,
        doc: doc::paragraphs(builder, &subject.page, std::slice::from_ref(&member.doc)),
        origin: member.name.span,
    };
    facts.members.iter().map(member).collect()
}

/// Rows as properties: parts of one object become an object of their own.
pub(super) fn properties(
    builder: &mut Builder<'_, '_>,
    page: &str,
    owner: &str,
    rows: &[Row],
) -> Vec<Property> {
    let all: Vec<(&Row, &[String])> = rows.iter().map(|row| (row, row.owners.as_slice())).collect();
    level(builder, page, owner, &all)
}

fn level(
    builder: &mut Builder<'_, '_>,
    page: &str,
    owner: &str,
    rows: &[(&Row, &[String])],
) -> Vec<Property> {
    let mut order: Vec<&str> = Vec::new();
    for (row, owners) in rows {
        let name = owners.first().map_or(row.name.value.as_str(), String::as_str);
        if !order.contains(&name) {
            order.push(name);
        }
    }
    let mut properties = Vec::with_capacity(order.len());
    for name in order {
        let own = rows.iter().find(|(row, owners)| owners.is_empty() && row.name.value == name);
        let parts: Vec<(&Row, &[String])> = rows
            .iter()
            .filter(|(_, owners)| owners.first().is_some_and(|first| first == name))
            .map(|(row, owners)| (*row, &owners[1..]))
            .collect();
        let (mut ty, mut told, text, deprecated, origin) = match own {
            Some((row, _)) => {
                let (ty, told) = builder.row(page, row);
                let text = std::slice::from_ref(&row.doc);
                (ty, told, doc::paragraphs(builder, page, text), row.deprecated, row.name.span)
            }
            None => {
                // A name comes from a row, its own or that of a part.
                let Some(span) = parts.first().map(|(row, _)| row.name.span) else { continue };
                let mut told = Told::default();
                // An object is there as soon as one of its parts must be.
                let mut stated = parts.iter().filter_map(|(row, _)| row.required).peekable();
                told.required = stated.peek().is_some().then(|| stated.any(|required| required));
                (TypeExpr::UNTYPED, told, DocText::default(), false, span)
            }
        };
        let is_open = !matches!(ty.ty, TypeRef::Named(_)) && told.map.is_none();
        if !parts.is_empty() && is_open {
            let name = format!("{owner}{}", names::humps(name));
            let inner = level(builder, page, &name, &parts);
            let id = object(builder, &name, origin, inner);
            ty = TypeExpr { ty: TypeRef::Named(id), collection: ty.collection };
            told.one_of.clear();
        }
        defaults(builder, &mut told);
        properties.push(Property {
            name: name.to_owned(),
            ty,
            navigation: false,
            doc: text,
            deprecated,
            origin,
            told,
        });
    }
    properties
}

/// What holds where the page says nothing.
fn defaults(builder: &Builder<'_, '_>, told: &mut Told) {
    let optional = &builder.dialect.optional;
    told.required = told.required.or(optional.present);
    told.nullable = told.nullable.or(optional.nullable);
}

/// An object that no page describes: of parts of names, or of JSON.
pub(super) fn object(
    builder: &mut Builder<'_, '_>,
    name: &str,
    origin: Span,
    properties: Vec<Property>,
) -> TypeId {
    // The same parts read twice are one type.
    if let Some(&id) = builder.by_name.get(&name.to_lowercase()) {
        let known = builder.get(id);
        if known.origin == Origin::Synthetic(origin) {
            if let TypeKind::Structure(structure) = &mut builder.types[id.0 as usize].kind {
                structure.properties = properties;
            }
            return id;
        }
    }
    builder.add(name, |name| Type {
        name,
        origin: Origin::Synthetic(origin),
        other_pages: Vec::new(),
        methods: Vec::new(),
        doc: DocText::default(),
        deprecated: None,
        kind: TypeKind::Structure(Structure { properties, ..Structure::default() }),
    })
}
