//! Bases that no sentence states but the pages show.
//!
//! In: types with their tables resolved. Out: more bases. The sign is an example that shows one type where
//! another is declared. It is guarded: only a type that states no base is given one, and only one whose
//! properties it has, or that is abstract. (Restated properties alone prove nothing: tried, a third were wrong;
//! they do where the base is known to be one and the names agree.)

use super::claims;
use super::draft::Types;
use super::link::Linker;
use crate::ir::{Claim, Evidence, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::page::{BodyContent, Page, Role};
use crate::span::Span;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Objects nested deeper than this teach nothing new.
const MAX_DEPTH: usize = 32;

/// Finds bases and removes the properties that are now inherited.
pub(in crate::resolve) fn infer<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    let shown: Vec<Vec<Shown>> = pages.par_iter().map(|page| shown_on(linker, page)).collect();
    let mut seen: BTreeMap<TypeId, BTreeMap<TypeId, Vec<Span>>> = BTreeMap::new();
    for Shown { actual, declared, at } in shown.into_iter().flatten() {
        seen.entry(actual).or_default().entry(declared).or_default().push(at);
    }
    for (derived, bases) in seen {
        let best = bases.iter().max_by_key(|(base, places)| (places.len(), Reverse(**base)));
        let best = best.filter(|(base, _)| restates(&linker.types, derived, **base));
        if let Some((&says, places)) = best
            && let Some(&at) = places.first()
        {
            adopt(&mut linker.types, derived, Claim { says, by: Evidence::Example, at });
        }
    }
    adopt_siblings(&mut linker.types);
    drop_restated(&mut linker.types);
}

/// A type that an example shows where another is declared.
struct Shown {
    actual: TypeId,
    declared: TypeId,
    at: Span,
}

/// The types that a page shows where others are declared.
fn shown_on(linker: &Linker<'_, '_>, page: &Page) -> Vec<Shown> {
    let mut seen = Vec::new();
    for example in page.examples.iter().filter(|example| example.role != Role::Resource) {
        let Some(BodyContent::Json(json)) = example.body.as_ref().map(|body| &body.content) else {
            continue;
        };
        let statement = match example.role {
            Role::Request => &page.request_body,
            Role::Response | Role::Resource => &page.response,
        };
        let mention = statement.as_ref().and_then(|statement| statement.types.first());
        let declared =
            mention.and_then(|mention| linker.find(&mention.name, mention.link.as_deref(), page));
        let Some(declared) = declared else { continue };
        match json.get("value").map(|value| &value.kind) {
            Some(Kind::Array(elements)) => {
                elements
                    .iter()
                    .for_each(|element| observe(linker, page, declared, element, 0, &mut seen));
            }
            _ => observe(linker, page, declared, json, 0, &mut seen),
        }
    }
    seen
}

/// Fewer properties than these are in common by chance.
const TELLING: usize = 3;

/// What is called like a proven base and restates all that it declares, type for type, is another kind of it:
/// `recordOperation` beside the operations that are said to derive from `operation`.
fn adopt_siblings(types: &mut Types<'_>) {
    let bases: BTreeSet<TypeId> =
        types.ids().filter_map(|id| types.get(id).structure()?.base).collect();
    let mut by_word: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for base in bases {
        let word = last_word(types.get(base).name.name()).to_ascii_lowercase();
        by_word.entry(word).or_default().push(base);
    }
    let families = families_with_inherited_rows(types);
    let mut found: Vec<(TypeId, TypeId)> = Vec::new();
    for id in types.ids() {
        // Where rows say what they are inherited from, one that does not is not inherited.
        if types.get(id).pages.iter().any(|(page, _)| families.contains(family(page))) {
            continue;
        }
        let Some(structure) = types.get(id).structure() else { continue };
        let word = last_word(types.get(id).name.name()).to_ascii_lowercase();
        let alike = by_word.get(&word).into_iter().flatten().filter(|base| **base != id);
        let restated = |base: TypeId| -> Option<usize> {
            let mut count = 0;
            for holder in types.lineage(base) {
                for wanted in &types.get(holder).structure()?.properties {
                    let same = structure
                        .properties
                        .iter()
                        .any(|own| own.name == wanted.name && own.ty == wanted.ty);
                    if !same {
                        return None;
                    }
                    count += 1;
                }
            }
            (count >= TELLING).then_some(count)
        };
        let nearest = alike.filter_map(|base| Some((restated(*base)?, Reverse(*base)))).max();
        found.extend(nearest.map(|(_, Reverse(base))| (id, base)));
    }
    for (id, says) in found {
        let at = types.get(id).origin.span();
        adopt(types, id, Claim { says, by: Evidence::Likeness, at });
    }
}

/// The families of pages, by the first word of their names, whose rows say what they are inherited from.
fn families_with_inherited_rows<'a>(types: &Types<'a>) -> HashSet<&'a str> {
    let claims = types.list.iter().flat_map(|draft| &draft.rows);
    let inherited = claims.filter(|claim| claim.row.inherited_from.is_some());
    inherited.map(|claim| family(claim.page)).filter(|family| !family.is_empty()).collect()
}

/// `garden` of `garden-tools-rake.md`; nothing of a page whose name is one word.
fn family(page: &Page) -> &str {
    let file = page.path.rsplit('/').next().unwrap_or_default();
    file.split_once('-').map_or("", |(first, _)| first)
}

/// Walks an object beside its declared type and notes the types that stand in for others.
fn observe(
    linker: &Linker<'_, '_>,
    page: &Page,
    declared: TypeId,
    json: &Json,
    depth: usize,
    seen: &mut Vec<Shown>,
) {
    if depth > MAX_DEPTH || json.members().is_empty() {
        return;
    }
    // Some examples lose the sign.
    let stated = json.get("@odata.type").or_else(|| json.get("odata.type"));
    let own = stated.and_then(Json::as_str).and_then(|name| linker.find(name, None, page));
    let actual = own.filter(|id| linker.types.get(*id).structure().is_some()).unwrap_or(declared);
    let unrelated = !linker.types.lineage(actual).contains(&declared)
        && !linker.types.lineage(declared).contains(&actual);
    if unrelated && linker.types.get(declared).structure().is_some() {
        seen.push(Shown { actual, declared, at: json.span.head() });
    }
    let lineage = linker.types.lineage(actual);
    for member in json.members() {
        let found = lineage.iter().find_map(|id| {
            let properties = &linker.types.get(*id).structure()?.properties;
            properties.iter().find(|property| property.name == member.key)
        });
        let Some(TypeRef::Named(target)) = found.map(|property| property.ty.ty) else { continue };
        match &member.value.kind {
            Kind::Array(elements) => {
                elements
                    .iter()
                    .for_each(|element| observe(linker, page, target, element, depth + 1, seen));
            }
            _ => observe(linker, page, target, &member.value, depth + 1, seen),
        }
    }
}

/// Names of a type's own properties.
fn own_names<'t>(types: &'t Types<'_>, id: TypeId) -> Vec<&'t str> {
    let structure = types.get(id).structure();
    structure.map_or(Vec::new(), |structure| {
        structure.properties.iter().map(|property| property.name.as_str()).collect()
    })
}

fn all_names<'t>(types: &'t Types<'_>, id: TypeId) -> Vec<&'t str> {
    types.lineage(id).into_iter().flat_map(|id| own_names(types, id)).collect()
}

/// Whether `derived` could be a kind of `base`: it restates every property, or `base` is abstract, or it
/// restates none and is called like it (`educationLinkResource`, `educationResource`).
/// What holds the other in a property is a container, not its base.
fn restates(types: &Types<'_>, derived: TypeId, base: TypeId) -> bool {
    let names = all_names(types, derived);
    let wanted: Vec<&str> =
        all_names(types, base).into_iter().filter(|name| *name != "id").collect();
    let restated = wanted.iter().filter(|name| names.contains(name)).count();
    let is_abstract = types.get(base).structure().is_some_and(|structure| structure.is_abstract);
    let namesake =
        last_word(types.get(derived).name.name()) == last_word(types.get(base).name.name());
    (restated == wanted.len() || is_abstract || (restated == 0 && namesake))
        && !holds(types, base, derived)
}

/// Whether a property of `owner` holds `part`: an example that leaves the wrapper out shows the part, and a
/// part is no kind of its whole.
fn holds(types: &Types<'_>, owner: TypeId, part: TypeId) -> bool {
    let part = types.lineage(part);
    types.lineage(owner).into_iter().filter_map(|id| types.get(id).structure()).any(|structure| {
        structure.properties.iter().any(
            |property| matches!(property.ty.ty, TypeRef::Named(target) if part.contains(&target)),
        )
    })
}

fn last_word(name: &str) -> &str {
    &name[name.rfind(char::is_uppercase).unwrap_or(0)..]
}

/// Hears that `derived` has a base, which counts if it states none and no circle comes of it.
pub(super) fn adopt(types: &mut Types<'_>, derived: TypeId, claim: Claim<TypeId>) {
    if types.lineage(claim.says).contains(&derived) {
        return;
    }
    let only_entity = |id: TypeId| types.get(id).name.as_str() == "microsoft.graph.entity";
    let free = types
        .get(derived)
        .structure()
        .is_some_and(|structure| structure.base.is_none_or(only_entity));
    let draft = types.get_mut(derived);
    draft.bases.push(claim);
    if free {
        let base = claims::weak_base(&draft.bases);
        if let Some(structure) = draft.structure_mut() {
            structure.base = base;
        }
    }
}

/// Own properties that a base declares are the base's.
pub(super) fn drop_restated(types: &mut Types<'_>) {
    for id in types.ids() {
        let Some(base) = types.get(id).structure().and_then(|structure| structure.base) else {
            continue;
        };
        let inherited: HashSet<String> =
            all_names(types, base).into_iter().map(str::to_owned).collect();
        types.get_mut(id).retain(|property| !inherited.contains(&property.name));
    }
}
