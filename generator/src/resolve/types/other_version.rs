//! What the docs of another version of the API say of the same types.
//!
//! Versions differ by what was added, seldom by what a thing is. So where one version's docs call a property a text
//! and the other's name its type, or one leaves a base out, the more specific statement counts for both.

use super::draft::Types;
use super::link::Linker;
use super::{lineage, parameters};
use crate::ir::{Claim, Edm, Evidence, TypeClaim, TypeExpr, TypeId, TypeRef};
use crate::page::Page;
use crate::span::Span;
use std::collections::HashMap;

/// What a version states of its types, by qualified name in lower case. Names stand for ids, which each version has
/// its own of.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Stated {
    types: HashMap<String, StatedType>,
    /// By page without its version, and name.
    parameters: HashMap<(String, String), Fact<StatedProperty>>,
}

#[derive(Debug)]
struct StatedType {
    base: Option<Fact<String>>,
    open: bool,
    properties: HashMap<String, Fact<StatedProperty>>,
}

#[derive(Debug)]
struct Fact<T> {
    says: T,
    at: Span,
}

#[derive(Debug)]
struct StatedProperty {
    ty: StatedRef,
    collection: bool,
}

#[derive(Debug)]
enum StatedRef {
    Edm(Edm),
    Named(String),
}

/// What the types and parameters of a version state.
pub(super) fn stated(linker: &Linker<'_, '_>, pages: &[&Page]) -> Stated {
    let types = &linker.types;
    let name = |id: TypeId| types.get(id).name.as_str().to_owned();
    let typed = |ty: TypeExpr| StatedProperty {
        ty: match ty.ty {
            TypeRef::Edm(edm) => StatedRef::Edm(edm),
            TypeRef::Named(id) => StatedRef::Named(name(id)),
        },
        collection: ty.collection,
    };
    let described = types.ids().filter(|id| !types.get(*id).origin.is_synthetic());
    let stated = described.filter_map(|id| {
        let draft = types.get(id);
        let structure = draft.structure()?;
        let properties = structure.properties.iter().map(|property| {
            (property.name.to_lowercase(), Fact { says: typed(property.ty), at: property.origin })
        });
        // A row or an example tells an ancestor; what the base is, the docs of the version say themselves.
        let says_base =
            |claim: &&Claim<TypeId>| Some(claim.says) == structure.base && claim.by > Evidence::Row;
        let base = draft.bases.iter().find(says_base);
        let base = base.map(|claim| Fact { says: name(claim.says), at: claim.at });
        let stated = StatedType { base, open: structure.open, properties: properties.collect() };
        Some((draft.name.as_str().to_lowercase(), stated))
    });
    let rows = pages.iter().flat_map(|page| {
        parameters::rows(page).into_iter().filter_map(|row| {
            let fact = Fact { says: typed(linker.parameters.of(row)?), at: row.name.span };
            Some((parameter_key(page, &row.name.value), fact))
        })
    });
    Stated { types: stated.collect(), parameters: rows.collect() }
}

/// A parameter as both versions call it.
fn parameter_key(page: &Page, name: &str) -> (String, String) {
    let version = page.version.as_deref().unwrap_or_default();
    let path = page.path.strip_prefix(version).unwrap_or(&page.path);
    (path.to_lowercase(), name.to_lowercase())
}

/// Hears `other` where `linker`'s types and parameters say less.
pub(super) fn hear(linker: &mut Linker<'_, '_>, other: &Stated, pages: &[&Page]) {
    for id in linker.types.ids() {
        let key = linker.types.get(id).name.as_str().to_lowercase();
        let Some(stated) = other.types.get(&key) else { continue };
        if let Some(claim) = base(&linker.types, id, stated) {
            lineage::adopt(&mut linker.types, id, claim);
        }
        if stated.open
            && let Some(structure) = linker.types.get_mut(id).structure_mut()
        {
            structure.open = true;
        }
    }
    lineage::drop_restated(&mut linker.types);
    for id in linker.types.ids() {
        for (at, claim) in properties(&linker.types, id, other) {
            linker.types.get_mut(id).claim(at, claim);
        }
    }
    for page in pages {
        for row in parameters::rows(page) {
            let Some(fact) = other.parameters.get(&parameter_key(page, &row.name.value)) else {
                continue;
            };
            let known = linker.parameters.of(row).unwrap_or(TypeExpr::UNTYPED);
            if let Some(claim) = claim(&linker.types, known, fact, &row.name.value) {
                linker.parameters.claim(row, claim);
            }
        }
    }
}

/// The base that the other version states, where this one has the type too.
fn base(types: &Types<'_>, id: TypeId, stated: &StatedType) -> Option<Claim<TypeId>> {
    let fact = stated.base.as_ref()?;
    let says = types.qualified(&fact.says)?;
    types.get(says).structure()?;
    (says != id).then_some(Claim { says, by: Evidence::OtherVersion, at: fact.at })
}

/// The claims about the properties of `id` that say more than is known.
fn properties(types: &Types<'_>, id: TypeId, other: &Stated) -> Vec<(usize, Claim<TypeClaim>)> {
    let draft = types.get(id);
    let Some(structure) = draft.structure() else { return Vec::new() };
    let lineage: Vec<&StatedType> = types
        .lineage(id)
        .into_iter()
        .filter_map(|id| other.types.get(&types.get(id).name.as_str().to_lowercase()))
        .collect();
    let claims = structure.properties.iter().enumerate().filter_map(|(at, property)| {
        let name = property.name.to_lowercase();
        let fact = lineage.iter().find_map(|stated| stated.properties.get(&name))?;
        Some((at, claim(types, property.ty, fact, &property.name)?))
    });
    claims.collect()
}

/// What `fact` adds to something called `name` that is of type `known`.
fn claim(
    types: &Types<'_>,
    known: TypeExpr,
    fact: &Fact<StatedProperty>,
    name: &str,
) -> Option<Claim<TypeClaim>> {
    let other = match &fact.says.ty {
        StatedRef::Edm(edm) => TypeRef::Edm(*edm),
        StatedRef::Named(name) => TypeRef::Named(types.qualified(name)?),
    };
    let says = more_specific(types, known, other, name)?;
    let agree = fact.says.collection == known.collection;
    agree.then_some(Claim { says, by: Evidence::OtherVersion, at: fact.at })
}

/// What `other` adds to a property that is of type `known`.
fn more_specific(
    types: &Types<'_>,
    known: TypeExpr,
    other: TypeRef,
    name: &str,
) -> Option<TypeClaim> {
    let untyped = known.ty == TypeRef::Edm(Edm::Untyped);
    let says = match other {
        TypeRef::Edm(Edm::Untyped | Edm::String) => return None,
        // A GUID in one version does not make a text of the other one: services send other texts too.
        TypeRef::Edm(Edm::Guid) if !untyped => return None,
        TypeRef::Named(id) => {
            let draft = types.get(id);
            // An enumeration that only one version's cells name after their property is often a text.
            let doubtful = draft.origin.is_synthetic()
                && draft.enumeration().is_some()
                && draft.name.name().eq_ignore_ascii_case(name);
            if doubtful {
                return None;
            }
            TypeClaim::Element(other)
        }
        TypeRef::Edm(_) => TypeClaim::Element(other),
    };
    (untyped || known.ty == TypeRef::Edm(Edm::String)).then_some(says)
}
