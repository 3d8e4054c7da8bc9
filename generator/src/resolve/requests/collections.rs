//! Relationships that hold many though their row says one.
//!
//! In: settled types and request lines. Out: a claim where the API itself lists the property (`List replies`) or
//! addresses its elements by key (`/replies/{id}`).

use super::walk::{Paths, Target};
use crate::ir::TypeId;
use crate::page::{Page, PageKind};
use crate::resolve::facts::template::{self, Segment};
use crate::resolve::types::ManyClaim;
use crate::resolve::types::draft::Types;
use crate::resolve::types::link::Linker;
use crate::span::Span;
use std::collections::HashSet;

/// What request lines say of single-valued relationships.
pub(in crate::resolve) fn claims(
    settled: &Linker<'_, '_>,
    paths: &Paths,
    pages: &[&Page],
) -> Vec<ManyClaim> {
    let single = single_relationships(&settled.types);
    let mut known = HashSet::new();
    let mut claims = Vec::new();
    for page in pages.iter().filter(|page| page.kind == PageKind::Operation) {
        let lists = page
            .title
            .as_ref()
            .is_some_and(|title| title.value.to_lowercase().starts_with("list "));
        for line in &page.request_lines {
            let path = template::segments(&line.path);
            for at in 1..path.len() {
                let keyed =
                    path.get(at + 1).is_some_and(|next| next.placeholder && next.name != ":");
                // `List manager` is a title by habit; a name in the singular holds one.
                let plural = path[at].name.ends_with(['s', 'S']);
                let listed = lists && plural && line.method == "GET" && at + 1 == path.len();
                if !path[at].placeholder
                    && (keyed || listed)
                    && single.contains(&path[at].name.to_ascii_lowercase())
                {
                    claims.extend(claim(settled, paths, (&path, at), line.span, &mut known));
                }
            }
        }
    }
    claims
}

/// The names of all relationships that hold one, in lower case: most paths need not be followed.
fn single_relationships(types: &Types<'_>) -> HashSet<String> {
    let structures = types.ids().filter_map(|id| types.get(id).structure());
    structures
        .flat_map(|structure| &structure.properties)
        .filter(|property| property.navigation && !property.ty.collection)
        .map(|property| property.name.to_ascii_lowercase())
        .collect()
}

/// What the line says of the relationships of that name, as far as nothing said it before.
fn claim(
    settled: &Linker<'_, '_>,
    paths: &Paths,
    (path, at): (&[Segment<'_>], usize),
    line: Span,
    known: &mut HashSet<(TypeId, usize)>,
) -> Vec<ManyClaim> {
    let types = &settled.types;
    let Target::One(parent) = paths.walk(types, &path[..at]) else { return Vec::new() };
    let single = |id: TypeId| -> Vec<usize> {
        let properties = types.get(id).structure().map_or(&[][..], |it| &it.properties);
        let named = properties.iter().enumerate().filter(|(_, property)| {
            property.navigation
                && !property.ty.collection
                && property.name.eq_ignore_ascii_case(path[at].name)
        });
        named.map(|(at, _)| at).collect()
    };
    let holders = types.lineage(parent).into_iter().map(|id| (id, single(id)));
    let Some((holder, found)) = holders.into_iter().find(|(_, found)| !found.is_empty()) else {
        return Vec::new();
    };
    let fresh = found.into_iter().filter(|property| known.insert((holder, *property)));
    fresh.map(|property| ManyClaim { holder, property, line }).collect()
}
