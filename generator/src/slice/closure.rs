//! What needs which types, and what is reached from the selected things.
//!
//! In: one version, and which of its types are excluded. Out: [`Needs`], and [`Reached`]: for each type the
//! nearest thing that brings it in.

use crate::ir::{Api, Body, Operation, OperationId, Property, TypeId, TypeRef};
use std::collections::VecDeque;

/// Why one thing needs a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why<'a> {
    Request,
    Response,
    Parameter(&'a str),
    Base,
    Property(&'a str),
}

/// What brings a type in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source<'a> {
    /// A pattern names it.
    Selected,
    /// A selected operation needs it.
    Operation(OperationId, Why<'a>),
    /// A type that is reached needs it.
    Type(TypeId, Why<'a>),
}

/// For each type, what brings it in; `None` for what is left out.
pub(super) struct Reached<'a>(Vec<Option<Source<'a>>>);

impl<'a> Reached<'a> {
    pub(super) fn source(&self, id: TypeId) -> Option<Source<'a>> {
        self.0[id.0 as usize]
    }

    pub(super) fn has(&self, id: TypeId) -> bool {
        self.source(id).is_some()
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().filter(|source| source.is_some()).count()
    }
}

/// The types that each operation and each type of a version needs.
pub(super) struct Needs<'a> {
    operations: Vec<Vec<(TypeId, Why<'a>)>>,
    types: Vec<Vec<(TypeId, Why<'a>)>>,
}

impl<'a> Needs<'a> {
    /// The needs within `api`; nothing needs an excluded type.
    pub(super) fn of(api: &'a Api, excluded: &[bool]) -> Self {
        let wanted = |needs: Vec<(TypeId, Why<'a>)>| {
            needs.into_iter().filter(|(id, _)| !excluded[id.0 as usize]).collect::<Vec<_>>()
        };
        Self {
            operations: api
                .operations
                .iter()
                .map(|operation| wanted(operation_needs(operation)))
                .collect(),
            types: api.type_ids().map(|id| wanted(type_needs(api, id, excluded))).collect(),
        }
    }

    /// Everything reached from the selected things in the fewest steps, as if `without` did not exist.
    pub(super) fn reach(
        &self,
        has_operation: impl Fn(OperationId) -> bool,
        has_type: impl Fn(TypeId) -> bool,
        without: Option<TypeId>,
    ) -> Reached<'a> {
        let mut reached: Vec<Option<Source<'a>>> = vec![None; self.types.len()];
        let mut queue = VecDeque::new();
        let mut visit = |id: TypeId, source: Source<'a>, queue: &mut VecDeque<TypeId>| {
            let place = &mut reached[id.0 as usize];
            if place.is_none() && without != Some(id) {
                *place = Some(source);
                queue.push_back(id);
            }
        };
        for id in (0..self.types.len() as u32).map(TypeId).filter(|&id| has_type(id)) {
            visit(id, Source::Selected, &mut queue);
        }
        for (at, needs) in self.operations.iter().enumerate() {
            let operation = OperationId(at as u32);
            if has_operation(operation) {
                needs.iter().for_each(|&(id, why)| {
                    visit(id, Source::Operation(operation, why), &mut queue)
                });
            }
        }
        while let Some(from) = queue.pop_front() {
            for &(id, why) in &self.types[from.0 as usize] {
                visit(id, Source::Type(from, why), &mut queue);
            }
        }
        Reached(reached)
    }

    /// Whether the operation needs any type.
    pub(super) fn has_needs(&self, id: OperationId) -> bool {
        !self.operations[id.0 as usize].is_empty()
    }
}

fn operation_needs(operation: &Operation) -> Vec<(TypeId, Why<'_>)> {
    let mut needs = Vec::new();
    if let Some(expr) = operation.response.result() {
        needs.extend(named(expr.ty).map(|id| (id, Why::Response)));
    }
    if let Body::Type(id) = operation.request {
        needs.push((id, Why::Request));
    }
    for parameter in &operation.parameters {
        needs.extend(named(parameter.ty.ty).map(|id| (id, Why::Parameter(&parameter.name))));
    }
    needs
}

fn type_needs<'a>(api: &'a Api, id: TypeId, excluded: &[bool]) -> Vec<(TypeId, Why<'a>)> {
    let shape = Shape::of(api, id, excluded);
    let mut needs: Vec<_> = shape.base.map(|base| (base, Why::Base)).into_iter().collect();
    for property in shape.properties.into_iter().filter(|property| !property.navigation) {
        needs.extend(named(property.ty.ty).map(|id| (id, Why::Property(&property.name))));
    }
    needs
}

fn named(ty: TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Named(id) => Some(id),
        TypeRef::Edm(_) => None,
    }
}

/// Base and own properties of a structure in the slice.
pub(super) struct Shape<'a> {
    /// The nearest base that is not excluded.
    pub base: Option<TypeId>,
    /// The properties of the excluded bases below that one, furthest first, then its own.
    pub properties: Vec<&'a Property>,
}

impl<'a> Shape<'a> {
    pub(super) fn of(api: &'a Api, id: TypeId, excluded: &[bool]) -> Self {
        let mut bases = api.lineage(id).skip(1);
        let mut holders = vec![id];
        // A circle ends where it began.
        let base = bases.by_ref().take_while(|&base| base != id).find(|base| {
            let stays = !excluded[base.0 as usize];
            if !stays {
                holders.push(*base);
            }
            stays
        });
        let properties =
            holders.iter().rev().flat_map(|&holder| api[holder].properties()).collect();
        Self { base, properties }
    }
}
