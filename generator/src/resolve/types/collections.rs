//! Relationships that hold many though their row says one.
//!
//! In: settled types and request lines. Out: the same types with `collection` corrected where the API itself
//! lists the property (`List replies`) or addresses its elements by key (`/replies/{id}`).

use super::draft::{Draft, Types};
use super::link::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Claim, Evidence, TypeClaim, TypeId};
use crate::page::{Page, PageKind};
use crate::resolve::facts::template::{self, Segment};
use crate::resolve::requests::walk::{Paths, Target};
use crate::span::Span;
use std::collections::HashSet;

/// Corrects single-valued relationships that request lines show to be collections.
pub(in crate::resolve) fn correct(linker: &mut Linker<'_, '_>, paths: &Paths, pages: &[&Page]) {
    let single = single_relationships(&linker.types);
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
                    correct_one(linker, paths, &path, at, line.span);
                }
            }
        }
    }
}

/// The names of all relationships that hold one, in lower case: most paths need not be followed.
fn single_relationships(types: &Types<'_>) -> HashSet<String> {
    let structures = types.list.iter().filter_map(Draft::structure);
    structures
        .flat_map(|structure| &structure.properties)
        .filter(|property| property.navigation && !property.ty.collection)
        .map(|property| property.name.to_ascii_lowercase())
        .collect()
}

fn correct_one(
    linker: &mut Linker<'_, '_>,
    paths: &Paths,
    path: &[Segment<'_>],
    at: usize,
    line: Span,
) {
    let name = path[at].name;
    let Target::One(parent) = paths.walk(&linker.types, &path[..at]) else { return };
    let single = |id: &TypeId| {
        linker.types.get(*id).structure().is_some_and(|structure| {
            structure.properties.iter().any(|property| {
                property.name.eq_ignore_ascii_case(name)
                    && property.navigation
                    && !property.ty.collection
            })
        })
    };
    let Some(holder) = linker.types.lineage(parent).into_iter().find(single) else { return };
    let owner = linker.types.get(holder).name.clone();
    let draft = linker.types.get_mut(holder);
    let properties = draft.structure().map_or(&[][..], |structure| &structure.properties);
    let single: Vec<(usize, String, Span)> = properties
        .iter()
        .enumerate()
        .filter(|(_, property)| property.name.eq_ignore_ascii_case(name))
        .map(|(at, property)| (at, property.name.clone(), property.origin))
        .collect();
    for (at, name, origin) in single {
        let claim =
            Claim { says: TypeClaim::Collection(true), by: Evidence::RequestLine, at: line };
        draft.claim(at, claim);
        let message = format!(
            "`{owner}.{name}` is documented as a single value, but a request line lists a collection"
        );
        let diagnostic = Diagnostic::new(Code::ConflictingType, origin, message);
        linker.diagnostics.push(diagnostic.also(line, "the request line"));
    }
}
