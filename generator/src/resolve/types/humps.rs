//! The true case of property names whose row lost it.
//!
//! In: settled types, request lines, the keys that example bodies show, and the names of types. Out: names with their humps.
//! Lower-casing loses humps and nothing invents them, so a path or body that has them is right.

use super::claims::Spelling;
use super::link::Linker;
use crate::ir::{TypeId, TypeRef};
use crate::page::{Page, PageKind};
use crate::resolve::facts::template;
use std::collections::BTreeMap;

/// Spellings with humps, by the property whose row has none.
pub(in crate::resolve) type Spelled = BTreeMap<(TypeId, String), String>;

/// Gives every property the humps that bodies (`seen`) or request lines show.
pub(in crate::resolve) fn restore(linker: &mut Linker<'_, '_>, pages: &[&Page], mut seen: Spelled) {
    for page in pages.iter().filter(|page| page.kind == PageKind::Operation) {
        for line in &page.request_lines {
            from_path(linker, &line.path, &mut seen);
        }
    }
    for id in linker.types.ids() {
        from_type(linker, id, &mut seen);
    }
    for ((id, flat), humped) in seen {
        if !linker.types.declares(id, &humped) {
            let draft = linker.types.get_mut(id);
            if let Some(at) = draft.position(&flat) {
                draft.respell(at, &humped, Spelling::Humps);
            }
        }
    }
}

/// A property that is called like its type has the humps of the type's name: `timeslots` holds `timeSlot`s.
fn from_type(linker: &Linker<'_, '_>, id: TypeId, seen: &mut Spelled) {
    let structure = linker.types.get(id).structure();
    for property in structure.map_or(&[][..], |structure| &structure.properties) {
        let TypeRef::Named(target) = property.ty.ty else { continue };
        let name = linker.types.get(target).name.name();
        let plural = format!("{name}s");
        for spelling in [name, plural.as_str()] {
            if property.name == spelling.to_lowercase() {
                note(linker, id, spelling, seen);
            }
        }
    }
}

/// `/schedule/openShifts` spells a property of the type `schedule`.
fn from_path(linker: &Linker<'_, '_>, path: &str, seen: &mut Spelled) {
    let names: Vec<&str> = template::segments(path)
        .into_iter()
        .filter(|segment| !segment.placeholder)
        .map(|segment| segment.name)
        .collect();
    for pair in names.windows(2) {
        let [owner, name] = pair else { continue };
        if !is_humped(name) {
            continue;
        }
        let singular = owner.strip_suffix('s').unwrap_or(owner);
        for id in linker.types.named(owner).iter().chain(linker.types.named(singular)) {
            note(linker, *id, name, seen);
        }
    }
}

/// Notes `name` if it is the humped spelling of a flat property of `id`.
pub(in crate::resolve) fn note(
    linker: &Linker<'_, '_>,
    id: TypeId,
    name: &str,
    seen: &mut Spelled,
) {
    let flat = name.to_lowercase();
    let draft = linker.types.get(id);
    if is_humped(name) && draft.declares(&flat) && !draft.declares(name) {
        seen.entry((id, flat)).or_insert_with(|| name.to_owned());
    }
}

fn is_humped(name: &str) -> bool {
    name.starts_with(char::is_lowercase) && name.chars().any(char::is_uppercase)
}
