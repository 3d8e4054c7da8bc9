//! Relationships that are called after a kind of what their row says they lead to.
//!
//! In: settled types. Out: the same types, `rooms` leading to `room`s where the row says `place`. Such a row
//! names the base because the base's page describes what is shared.

use super::link::Linker;
use crate::ir::{Claim, Evidence, TypeClaim, TypeId, TypeRef};

/// Narrows relationships to the kind that they are called after.
pub(in crate::resolve) fn narrow(linker: &mut Linker<'_, '_>) {
    for id in linker.types.ids() {
        let properties =
            linker.types.get(id).structure().map_or(0, |structure| structure.properties.len());
        for at in 0..properties {
            if let Some(claim) = kind_called(linker, id, at) {
                linker.types.get_mut(id).claim(at, claim);
            }
        }
    }
}

fn kind_called(linker: &Linker<'_, '_>, id: TypeId, at: usize) -> Option<Claim<TypeClaim>> {
    let property = linker.types.get(id).structure()?.properties.get(at)?;
    let TypeRef::Named(stated) = property.ty.ty else { return None };
    if !property.navigation || !property.ty.collection {
        return None;
    }
    let singular = property.name.strip_suffix('s')?;
    let namespace = linker.types.get(id).name.namespace();
    let (kind, ambiguous) = linker.types.find(singular, namespace)?;
    let derives = kind != stated && linker.types.lineage(kind).contains(&stated);
    let says = TypeClaim::Element(TypeRef::Named(kind));
    (derives && !ambiguous).then_some(Claim { says, by: Evidence::Name, at: property.origin })
}
