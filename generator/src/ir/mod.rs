//! The API model: what all pages together say, resolved.
//!
//! Pure data. `resolve` builds it, `check` judges the examples against it, `plan` turns it into Rust.
//! An unresolved name cannot be written down here: a [`TypeRef`] is an EDM primitive or an id.

mod doc;
mod edm;
mod evidence;
mod example;
mod export;
mod name;
mod operation;
mod types;

pub use doc::{DocText, Inline, LinkTarget, Paragraph};
pub use edm::Edm;
pub use evidence::{Claim, Evidence, TypeClaim, TypeEvidence};
pub use example::{Example, Exchange, Outcome, Payload, PayloadType, Role};
pub use export::export;
pub use name::QualifiedName;
pub use operation::{
    Account, Body, Operation, OperationKind, OperationPage, OperationTold, Parameter,
    ParameterPlace, PathPart, PathTemplate, Permission, Response,
};
pub use types::{
    Enumeration, Member, Origin, Property, Structure, Told, Type, TypeExpr, TypeKind, TypeRef,
};

use std::ops::Index;

/// The whole model: one [`Api`] for each version, in version order.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Sorted by version name.
    pub versions: Vec<Api>,
}

/// One version of the API.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// `v1.0`, `beta`, …
    pub version: String,
    /// Where requests go, without a trailing slash.
    pub base_url: String,
    /// Where the pages are published, if configured.
    pub docs_url: Option<String>,
    /// The namespace whose types are called by their simple names.
    pub namespace: String,
    /// It is no OData service: types are objects, paths are not walked.
    pub plain: bool,
    /// Sorted by qualified name.
    pub types: Vec<Type>,
    /// Sorted by path, then by method.
    pub operations: Vec<Operation>,
    /// Sorted by page, then in page order.
    pub examples: Vec<Example>,
    /// Request and response blocks, in the same order.
    pub exchanges: Vec<Exchange>,
    /// What was said about each type, in the order of [`Self::types`]; empty in a slice.
    pub evidence: Vec<TypeEvidence>,
}

/// A type of one version; an index into its [`Api::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// An operation of one version; an index into its [`Api::operations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub u32);

impl Index<TypeId> for Api {
    type Output = Type;

    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }
}

impl Index<OperationId> for Api {
    type Output = Operation;

    fn index(&self, id: OperationId) -> &Operation {
        &self.operations[id.0 as usize]
    }
}

impl Api {
    /// All type ids in order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len() as u32).map(TypeId)
    }

    /// All operation ids in order.
    pub fn operation_ids(&self) -> impl Iterator<Item = OperationId> + use<> {
        (0..self.operations.len() as u32).map(OperationId)
    }

    /// The type called exactly `name`, qualified.
    pub fn type_named(&self, name: &str) -> Option<TypeId> {
        let found = self.types.binary_search_by(|ty| ty.name.as_str().cmp(name)).ok()?;
        Some(TypeId(found as u32))
    }

    /// `id` and its bases, nearest first. Ends at a circle instead of turning in it.
    pub fn lineage(&self, id: TypeId) -> impl Iterator<Item = TypeId> + '_ {
        let mut next = Some(id);
        let mut steps = 0;
        std::iter::from_fn(move || {
            let current = next?;
            steps += 1;
            next = self[current].base().filter(|_| steps <= self.types.len());
            Some(current)
        })
    }

    /// Whether `id` is `ancestor` or derives from it.
    pub fn derives_from(&self, id: TypeId, ancestor: TypeId) -> bool {
        self.lineage(id).any(|ty| ty == ancestor)
    }

    /// Whether nothing is said about the type but its name: no property, no base, nothing derived from
    /// it. Its values are any JSON (`microsoft.graph.Json` is one whose values are not even objects).
    pub fn is_opaque(&self, id: TypeId) -> bool {
        let ty = &self[id];
        let blank = ty.structure().is_some_and(|structure| {
            structure.properties.is_empty()
                && structure.base.is_none()
                && !structure.is_abstract
                && !structure.entity
        });
        blank && self.types.iter().all(|other| other.base() != Some(id))
    }

    /// The property of `id` or of its nearest base that has it.
    pub fn property(&self, id: TypeId, name: &str) -> Option<&Property> {
        self.lineage(id).find_map(|ty| self[ty].own_property(name))
    }

    /// What the pages say of the type of `id`'s own property `name`, what counts and what does not.
    pub fn claims_about(&self, id: TypeId, name: &str) -> &[Claim<TypeClaim>] {
        let at = self[id].properties().iter().position(|property| property.name == name);
        let evidence = self.evidence.get(id.0 as usize);
        at.zip(evidence)
            .and_then(|(at, evidence)| evidence.properties.get(at))
            .map_or(&[], Vec::as_slice)
    }

    /// All properties of `id`: those of the furthest base first, each type's in page order.
    pub fn all_properties(&self, id: TypeId) -> Vec<&Property> {
        let mut lineage: Vec<TypeId> = self.lineage(id).collect();
        lineage.reverse();
        lineage.into_iter().flat_map(|ty| self[ty].properties()).collect()
    }
}

impl Api {
    /// Gives every mention of a type another number; the types themselves stay where they are.
    pub(crate) fn renumber(&mut self, new: &dyn Fn(TypeId) -> TypeId) {
        for ty in &mut self.types {
            renumber_doc(&mut ty.doc, new);
            ty.deprecated.iter_mut().for_each(|doc| renumber_doc(doc, new));
            match &mut ty.kind {
                TypeKind::Structure(structure) => {
                    structure.base.iter_mut().for_each(|base| *base = new(*base));
                    for property in &mut structure.properties {
                        property.ty.renumber(new);
                        property.told.renumber(new);
                        renumber_doc(&mut property.doc, new);
                    }
                }
                TypeKind::Enumeration(enumeration) => {
                    for member in &mut enumeration.members {
                        renumber_doc(&mut member.doc, new);
                    }
                }
            }
        }
        for operation in &mut self.operations {
            renumber_doc(&mut operation.doc, new);
            operation.deprecated.iter_mut().for_each(|doc| renumber_doc(doc, new));
            for parameter in &mut operation.parameters {
                parameter.ty.renumber(new);
                parameter.told.renumber(new);
                renumber_doc(&mut parameter.doc, new);
            }
            if let Body::Type(id) = &mut operation.request {
                *id = new(*id);
            }
            operation.more.list.iter_mut().for_each(|expr| expr.renumber(new));
            match &mut operation.response {
                Response::Value(expr)
                | Response::Optional(expr)
                | Response::Redirect(Some(expr))
                | Response::Accepted(Some(expr)) => expr.renumber(new),
                Response::Nothing
                | Response::Redirect(None)
                | Response::Accepted(None)
                | Response::Bytes
                | Response::Unknown => {}
            }
        }
        for example in &mut self.examples {
            if let Some(Payload { ty: PayloadType::Ref(TypeRef::Named(id)), .. }) =
                &mut example.payload
            {
                *id = new(*id);
            }
        }
    }
}

fn renumber_doc(doc: &mut DocText, new: &dyn Fn(TypeId) -> TypeId) {
    for inline in doc.paragraphs.iter_mut().flatten() {
        if let Inline::Link { target: LinkTarget::Type(id), .. } = inline {
            *id = new(*id);
        }
    }
}
