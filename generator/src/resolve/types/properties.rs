//! Properties: rows united, inherited ones sent to their owners, types resolved.

use super::claims;
use super::doc;
use super::draft::RowClaim;
use super::link::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Claim, DocText, Edm, Property, Told, TypeClaim, TypeExpr, TypeId, TypeRef};
use crate::page::Page;
use rayon::prelude::*;
use std::collections::HashMap;

/// Where each type has the properties that its tables gave it, by name in lower case: a page may have very many rows.
type Positions = HashMap<TypeId, HashMap<String, usize>>;

/// Gives every structure its own properties. Bases are settled; bases come first so that restated
/// properties are recognised.
pub(in crate::resolve) fn resolve<'a>(linker: &mut Linker<'a, '_>) {
    let mut order: Vec<TypeId> = linker.types.ids().collect();
    order.sort_by_cached_key(|&id| linker.types.lineage(id).len());
    // Descriptions name pages, which are all known, so that they need not wait for each other.
    let types = &linker.types;
    let text = |claim: &RowClaim<'_>| doc::text(types, claim.page, &claim.row.doc);
    let docs: Vec<Vec<DocText>> =
        order.par_iter().map(|&id| types.get(id).rows.iter().map(text).collect()).collect();
    let mut positions = Positions::new();
    for (id, docs) in order.into_iter().zip(docs) {
        for (index, doc) in docs.into_iter().enumerate() {
            let claim = linker.types.get(id).rows[index];
            row(linker, &mut positions, id, (claim, doc));
        }
    }
}

fn row<'a>(
    linker: &mut Linker<'a, '_>,
    positions: &mut Positions,
    id: TypeId,
    (claim, doc): (RowClaim<'a>, DocText),
) {
    let RowClaim { page, row, relationship } = claim;
    // What an annotation says of an object is not a property; some rows lose the sign.
    if row.name.value.contains('@') || row.name.value == "odata.type" {
        return;
    }
    let owner = match &row.inherited_from {
        Some(mention) => linker.find(&mention.name, mention.link.as_deref(), page),
        None => None,
    };
    let lineage = linker.types.lineage(id);
    // An ancestor's row names the property only if that ancestor really is one.
    let owner = owner.filter(|owner| *owner != id && lineage.contains(owner));
    let owner_name = linker.types.get(owner.unwrap_or(id)).name.clone();
    let claims = linker.row_claims(page, row, &owner_name);
    let ty = claims::judge(&claims);
    if let TypeRef::Named(named) = ty.ty {
        super::enums::compare_values(&linker.types, named, &row.values, linker.diagnostics);
    }
    let property = Property {
        name: row.name.value.clone(),
        ty,
        navigation: relationship,
        doc,
        deprecated: row.deprecated,
        origin: row.name.span,
        told: Told::default(),
    };
    let has = |base: &TypeId| {
        positions.get(base).is_some_and(|names| names.contains_key(&property.name.to_lowercase()))
    };
    let holder = lineage[1..].iter().copied().find(has);
    let place = holder.unwrap_or(match owner {
        Some(owner) if is_undescribed(linker, owner) => owner,
        _ => id,
    });
    unite(linker, positions, place, Stated { property, claims, page });
}

/// What a row says of a property.
struct Stated<'p> {
    property: Property,
    claims: Vec<Claim<TypeClaim>>,
    page: &'p Page,
}

fn is_undescribed(linker: &Linker<'_, '_>, id: TypeId) -> bool {
    linker.types.get(id).pages.iter().all(|(page, _)| !page.has_property_table)
}

/// Adds a property to `id`, or unites it with the one that is there.
fn unite(
    linker: &mut Linker<'_, '_>,
    positions: &mut Positions,
    id: TypeId,
    Stated { property, claims, page }: Stated<'_>,
) {
    let name = linker.types.get(id).name.clone();
    let here = page.file;
    let draft = linker.types.get_mut(id);
    // No service tells properties apart by case alone: such rows are one property, misspelled once.
    let lower = property.name.to_lowercase();
    let position = positions.get(&id).and_then(|names| names.get(&lower)).copied();
    let known = position.and_then(|at| Some((at, draft.structure_mut()?.properties.get_mut(at)?)));
    let Some((at, known)) = known else {
        if let Some(at) = draft.add(property) {
            positions.entry(id).or_default().insert(lower, at);
            claims.into_iter().for_each(|claim| draft.claim(at, claim));
        }
        return;
    };
    let same_page = Some(known.origin.file) == here;
    if same_page && known.origin != property.origin {
        let message = format!("`{}` is listed twice on this page", property.name);
        linker.diagnostics.push(
            Diagnostic::new(Code::DuplicateProperty, property.origin, message)
                .also(known.origin, "the first row"),
        );
    }
    known.deprecated |= property.deprecated;
    if known.doc.is_empty() {
        known.doc = property.doc;
    }
    let (old, new, origin) = (known.ty, property.ty, known.origin);
    let typed = !claims.is_empty();
    claims.into_iter().for_each(|claim| draft.claim(at, claim));
    let vague = |ty: TypeExpr| matches!(ty.ty, TypeRef::Edm(Edm::Untyped));
    if !typed || old == new || vague(old) || vague(new) {
        return;
    }
    // A restated property may be narrowed to a derived type: no contradiction.
    if let (TypeRef::Named(old), TypeRef::Named(new)) = (old.ty, new.ty)
        && (linker.types.lineage(new).contains(&old) || linker.types.lineage(old).contains(&new))
    {
        return;
    }
    let spell = |linker: &Linker<'_, '_>, ty: TypeExpr| {
        let name = match ty.ty {
            TypeRef::Edm(edm) => edm.as_str().to_owned(),
            TypeRef::Named(id) => linker.types.get(id).name.name().to_owned(),
        };
        if ty.collection { format!("{name} collection") } else { name }
    };
    let message = format!(
        "`{name}.{}` is documented as {} here and as {} elsewhere",
        property.name,
        spell(linker, new),
        spell(linker, old)
    );
    linker.diagnostics.push(
        Diagnostic::new(Code::ConflictingType, property.origin, message)
            .also(origin, "this one is used"),
    );
}
