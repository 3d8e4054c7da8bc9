//! Bases that no sentence states but the pages show.
//!
//! In: types with their tables resolved. Out: more bases. The sign is an example that shows one type where
//! another is declared. It is guarded: only a type that states no base is given one, and only one whose
//! properties it has, or that is abstract. (Restated properties alone prove nothing: tried, a third were wrong;
//! they do where the base is known to be one and the names agree.)

use super::draft::Types;
use super::link::Linker;
use crate::ir::{TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::page::{BodyContent, Page, Role};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Objects nested deeper than this teach nothing new.
const MAX_DEPTH: usize = 32;

/// Finds bases and removes the properties that are now inherited.
pub(in crate::resolve) fn infer<'a>(linker: &mut Linker<'a, '_>, pages: &[&'a Page]) {
    let shown: Vec<Vec<(TypeId, TypeId)>> =
        pages.par_iter().map(|page| shown_on(linker, page)).collect();
    let mut seen: BTreeMap<TypeId, BTreeMap<TypeId, u32>> = BTreeMap::new();
    for (actual, declared) in shown.into_iter().flatten() {
        *seen.entry(actual).or_default().entry(declared).or_default() += 1;
    }
    for (derived, bases) in seen {
        let best = bases.iter().max_by_key(|(base, count)| (**count, std::cmp::Reverse(**base)));
        if let Some((base, _)) = best.filter(|(base, _)| restates(&linker.types, derived, **base)) {
            adopt(&mut linker.types, derived, *base);
        }
    }
    adopt_siblings(&mut linker.types);
    drop_restated(&mut linker.types);
}

/// The types that a page shows where others are declared, each with the other.
fn shown_on(linker: &Linker<'_, '_>, page: &Page) -> Vec<(TypeId, TypeId)> {
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
    let mut found: Vec<(TypeId, TypeId)> = Vec::new();
    for id in types.ids() {
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
    for (id, base) in found {
        adopt(types, id, base);
    }
}

/// Walks an object beside its declared type and notes the types that stand in for others.
fn observe(
    linker: &Linker<'_, '_>,
    page: &Page,
    declared: TypeId,
    json: &Json,
    depth: usize,
    seen: &mut Vec<(TypeId, TypeId)>,
) {
    if depth > MAX_DEPTH || json.members().is_empty() {
        return;
    }
    let own = json
        .get("@odata.type")
        .and_then(Json::as_str)
        .and_then(|name| linker.find(name, None, page));
    let actual = own.filter(|id| linker.types.get(*id).structure().is_some()).unwrap_or(declared);
    let unrelated = !linker.types.lineage(actual).contains(&declared)
        && !linker.types.lineage(declared).contains(&actual);
    if unrelated && linker.types.get(declared).structure().is_some() {
        seen.push((actual, declared));
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

/// Gives `derived` a base if it states none and no circle comes of it.
fn adopt(types: &mut Types<'_>, derived: TypeId, base: TypeId) {
    if types.lineage(base).contains(&derived) {
        return;
    }
    let only_entity = |id: TypeId| types.get(id).name.as_str() == "microsoft.graph.entity";
    let free = types
        .get(derived)
        .structure()
        .is_some_and(|structure| structure.base.is_none_or(only_entity));
    if free && let Some(structure) = types.get_mut(derived).structure_mut() {
        structure.base = Some(base);
    }
}

/// Own properties that a base declares are the base's.
fn drop_restated(types: &mut Types<'_>) {
    for id in types.ids() {
        let Some(base) = types.get(id).structure().and_then(|structure| structure.base) else {
            continue;
        };
        let inherited: HashSet<String> =
            all_names(types, base).into_iter().map(str::to_owned).collect();
        if let Some(structure) = types.get_mut(id).structure_mut() {
            structure.properties.retain(|property| !inherited.contains(&property.name));
        }
    }
}
