//! Properties: rows united, inherited ones sent to their owners, types resolved.

use super::draft::RowClaim;
use super::link::Linker;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{DocText, Edm, Property, TypeExpr, TypeId, TypeRef};
use crate::page::Page;
use crate::resolve::doc;
use rayon::prelude::*;

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
    for (id, docs) in order.into_iter().zip(docs) {
        for (index, doc) in docs.into_iter().enumerate() {
            let claim = linker.types.get(id).rows[index];
            row(linker, id, claim, doc);
        }
    }
}

fn row<'a>(linker: &mut Linker<'a, '_>, id: TypeId, claim: RowClaim<'a>, doc: DocText) {
    let RowClaim { page, row, relationship } = claim;
    if row.name.value.contains('@') {
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
    let ty = linker.row_type(page, row, &owner_name);
    if let Some(TypeExpr { ty: TypeRef::Named(named), .. }) = ty {
        super::enums::compare_values(&linker.types, named, &row.values, linker.diagnostics);
    }
    let property = Property {
        name: row.name.value.clone(),
        ty: ty.unwrap_or(TypeExpr::UNTYPED),
        navigation: relationship,
        doc,
        deprecated: row.deprecated,
        origin: row.name.span,
    };
    let typed = ty.is_some();
    if let Some(holder) =
        lineage[1..].iter().copied().find(|&base| has(linker, base, &property.name))
    {
        return unite(linker, holder, property, typed, page);
    }
    let place = match owner {
        Some(owner) if is_undescribed(linker, owner) => owner,
        _ => id,
    };
    unite(linker, place, property, typed, page);
}

fn has(linker: &Linker<'_, '_>, id: TypeId, name: &str) -> bool {
    linker.types.get(id).positions.contains_key(&name.to_lowercase())
}

fn is_undescribed(linker: &Linker<'_, '_>, id: TypeId) -> bool {
    linker.types.get(id).pages.iter().all(|(page, _)| !page.has_property_table)
}

/// Adds `property` to `id`, or unites it with the one that is there.
pub(in crate::resolve) fn unite(
    linker: &mut Linker<'_, '_>,
    id: TypeId,
    property: Property,
    typed: bool,
    page: &Page,
) {
    let name = linker.types.get(id).name.clone();
    let here = page.file;
    let draft = linker.types.get_mut(id);
    // No service tells properties apart by case alone: such rows are one property, misspelled once.
    let position = draft.positions.get(&property.name.to_lowercase()).copied();
    let Some(structure) = draft.structure_mut() else { return };
    let Some(known) = position.and_then(|at| structure.properties.get_mut(at)) else {
        let at = structure.properties.len();
        let name = property.name.to_lowercase();
        structure.properties.push(property);
        draft.positions.insert(name, at);
        return;
    };
    let same_page = Some(known.origin.file) == here;
    if same_page && known.origin != property.origin {
        let message = format!("`{}` stands twice in the tables of this page", property.name);
        linker.diagnostics.push(
            Diagnostic::new(Code::DuplicateProperty, property.origin, message)
                .also(known.origin, "the first row"),
        );
    }
    known.deprecated |= property.deprecated;
    if known.doc.is_empty() {
        known.doc = property.doc;
    }
    if !typed || known.ty == property.ty {
        return;
    }
    let vague = |ty: TypeExpr| matches!(ty.ty, TypeRef::Edm(Edm::Untyped));
    if vague(known.ty) {
        known.ty = property.ty;
        return;
    }
    if vague(property.ty) {
        return;
    }
    let (old, new, origin) = (known.ty, property.ty, known.origin);
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
        "`{name}.{}` is {} here and {} elsewhere",
        property.name,
        spell(linker, new),
        spell(linker, old)
    );
    linker.diagnostics.push(
        Diagnostic::new(Code::ConflictingType, property.origin, message)
            .also(origin, "the statement that counts"),
    );
}
