//! Types, properties and members.

use super::{DocText, Edm, QualifiedName, TypeId};
use crate::span::Span;

/// A structured type or an enumeration.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its qualified name in true case.
    pub name: QualifiedName,
    /// Where it comes from.
    pub origin: Origin,
    /// Further pages that describe the same type, in path order.
    pub other_pages: Vec<Span>,
    /// Its description.
    pub doc: DocText,
    /// What the page says about its deprecation.
    pub deprecated: Option<DocText>,
    /// Pages of requests that its own pages list in their `Methods` tables, in order.
    pub methods: Vec<String>,
    /// Structure or enumeration.
    pub kind: TypeKind,
}

/// Where a type comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A page or heading describes it; the span is its heading or annotation.
    Described(Span),
    /// Nothing describes it: it is only named, listed inline or shown in JSON; the span is the first such place.
    Synthetic(Span),
}

impl Origin {
    /// The place.
    pub fn span(self) -> Span {
        match self {
            Self::Described(span) | Self::Synthetic(span) => span,
        }
    }

    /// Whether no page describes the type.
    pub fn is_synthetic(self) -> bool {
        matches!(self, Self::Synthetic(_))
    }
}

/// The two kinds of type.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An entity or complex type.
    Structure(Structure),
    /// An enumeration.
    Enumeration(Enumeration),
}

/// An entity or complex type.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    /// Has a key or derives from a type that has one.
    pub entity: bool,
    /// The key property that its page's annotation names.
    pub key: Option<String>,
    /// The base type.
    pub base: Option<TypeId>,
    /// Cannot be instantiated.
    pub is_abstract: bool,
    /// Accepts undeclared properties.
    pub open: bool,
    /// Its own properties in page order; inherited ones are on the base.
    pub properties: Vec<Property>,
}

/// A property.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its name in JSON.
    pub name: String,
    /// Its type.
    pub ty: TypeExpr,
    /// Leads to another entity instead of holding a value.
    pub navigation: bool,
    /// Its description.
    pub doc: DocText,
    /// The pages call it deprecated.
    pub deprecated: bool,
    /// Where it is stated: the name cell.
    pub origin: Span,
    /// What else the page tells.
    pub told: Told,
}

/// What pages of other families tell of a value beside its type; `None` and empty where they are silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// It is always there; of a parameter: it must be given.
    pub required: Option<bool>,
    /// It may be null.
    pub nullable: Option<bool>,
    /// The format of a text, such as `date-time`, `uuid` or a word of the API.
    pub format: Option<String>,
    /// It is a map from the first to the second.
    pub map: Option<(TypeExpr, TypeExpr)>,
    /// It is one of these.
    pub one_of: Vec<TypeExpr>,
    /// Every property of the object may be missing.
    pub partial: bool,
    /// The texts that it may be.
    pub values: Vec<String>,
    /// What holds if it is not given.
    pub default: Option<String>,
}

/// A type or a collection of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeExpr {
    /// The (element) type.
    pub ty: TypeRef,
    /// A collection of it.
    pub collection: bool,
}

/// A resolved type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypeRef {
    /// An EDM primitive.
    Edm(Edm),
    /// A type of the same version.
    Named(TypeId),
}

/// An enumeration.
#[derive(Clone, Debug, Default)]
pub struct Enumeration {
    /// Several members can be set at once; the JSON form is comma-separated.
    pub flags: bool,
    /// The JSON form is the member's number.
    pub numeric: bool,
    /// In page order.
    pub members: Vec<Member>,
}

/// A member of an enumeration.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name in JSON.
    pub name: String,
    /// Its numeric value, where stated.
    pub value: Option<i64>,
    /// Its description.
    pub doc: DocText,
    /// Where it is stated.
    pub origin: Span,
}

impl TypeExpr {
    /// A single value of `ty`.
    pub fn single(ty: TypeRef) -> Self {
        Self { ty, collection: false }
    }

    /// A collection of `ty`.
    pub fn collection(ty: TypeRef) -> Self {
        Self { ty, collection: true }
    }

    /// Any JSON.
    pub const UNTYPED: Self = Self { ty: TypeRef::Edm(Edm::Untyped), collection: false };
}

impl Type {
    /// The structure, unless it is an enumeration.
    pub fn structure(&self) -> Option<&Structure> {
        match &self.kind {
            TypeKind::Structure(structure) => Some(structure),
            TypeKind::Enumeration(_) => None,
        }
    }

    /// The enumeration, unless it is a structure.
    pub fn enumeration(&self) -> Option<&Enumeration> {
        match &self.kind {
            TypeKind::Structure(_) => None,
            TypeKind::Enumeration(enumeration) => Some(enumeration),
        }
    }

    /// The base type.
    pub fn base(&self) -> Option<TypeId> {
        self.structure()?.base
    }

    /// Its own properties; none for an enumeration.
    pub fn properties(&self) -> &[Property] {
        self.structure().map_or(&[], |structure| &structure.properties)
    }

    /// Its own property called exactly `name`.
    pub fn own_property(&self, name: &str) -> Option<&Property> {
        self.properties().iter().find(|property| property.name == name)
    }
}

impl TypeExpr {
    pub(super) fn renumber(&mut self, new: &dyn Fn(TypeId) -> TypeId) {
        if let TypeRef::Named(id) = &mut self.ty {
            *id = new(*id);
        }
    }
}

impl Told {
    pub(super) fn renumber(&mut self, new: &dyn Fn(TypeId) -> TypeId) {
        if let Some((key, value)) = &mut self.map {
            key.renumber(new);
            value.renumber(new);
        }
        self.one_of.iter_mut().for_each(|one| one.renumber(new));
    }
}
