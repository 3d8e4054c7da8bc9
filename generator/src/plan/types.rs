//! Which Rust type a type of the API becomes, and which slot of the runtime's tables holds it.

use super::items::RustType;
use super::names::own;
use super::scope::{Naming, Symbol};
use crate::ir::{Api, Edm, TypeId, TypeKind, TypeRef};

/// A type of the API as Rust knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leaf {
    /// A primitive of Rust's, and its slot.
    Primitive(&'static str, &'static str),
    /// `String`
    String,
    /// A type of the runtime whose JSON is a string.
    Text(&'static str),
    /// A type of the runtime with a slot of its own name.
    Own(&'static str),
    /// An emitted enum.
    Enum(TypeId),
    /// A set of members of an emitted enum.
    Flags(TypeId),
    /// An emitted enum of numbers.
    Number(TypeId),
    /// A set of members of an emitted enum of numbers, in the bits of one.
    Bits(TypeId),
    /// An emitted struct.
    Object(TypeId),
}

impl Leaf {
    pub(super) fn new(api: &Api, ty: TypeRef) -> Self {
        match ty {
            TypeRef::Edm(edm) => Self::edm(edm),
            TypeRef::Named(id) => {
                match &api[id].kind {
                    TypeKind::Structure(_) if is_any_json(api, id) => Self::Own("Json"),
                    TypeKind::Structure(_) => Self::Object(id),
                    TypeKind::Enumeration(enumeration) if enumeration.numeric => {
                        if enumeration.flags { Self::Bits(id) } else { Self::Number(id) }
                    }
                    TypeKind::Enumeration(enumeration) if enumeration.flags => Self::Flags(id),
                    TypeKind::Enumeration(_) => Self::Enum(id),
                }
            }
        }
    }

    fn edm(edm: Edm) -> Self {
        match edm {
            Edm::Boolean => Self::Primitive("bool", "Bool"),
            Edm::Byte => Self::Primitive("u8", "U8"),
            Edm::SByte => Self::Primitive("i8", "I8"),
            Edm::Int16 => Self::Primitive("i16", "I16"),
            Edm::Int32 => Self::Primitive("i32", "I32"),
            Edm::Int64 => Self::Primitive("i64", "I64"),
            Edm::Single => Self::Primitive("f32", "F32"),
            Edm::Double => Self::Primitive("f64", "F64"),
            Edm::String => Self::String,
            Edm::Guid => Self::Text("Guid"),
            Edm::Date => Self::Text("Date"),
            Edm::DateTimeOffset => Self::Text("DateTimeOffset"),
            Edm::TimeOfDay => Self::Text("TimeOfDay"),
            Edm::Duration => Self::Text("Duration"),
            Edm::Binary => Self::Text("Binary"),
            Edm::Stream => Self::Text("Stream"),
            Edm::Decimal => Self::Own("Decimal"),
            Edm::Untyped => Self::Own("Json"),
        }
    }

    /// What the file must have in scope for this type.
    pub(super) fn symbols(self) -> Vec<Symbol> {
        match self {
            Self::Primitive(..) | Self::String => Vec::new(),
            Self::Text(name) | Self::Own(name) => vec![Symbol::Runtime(name)],
            Self::Enum(id) | Self::Number(id) | Self::Object(id) => vec![Symbol::Type(id)],
            Self::Bits(id) => vec![Symbol::Type(id), Symbol::Runtime("Bits")],
            Self::Flags(id) => vec![Symbol::Type(id), Symbol::Runtime("Flags")],
        }
    }

    /// The type itself.
    pub(super) fn rust(self, names: &dyn Naming) -> RustType {
        match self {
            Self::Primitive(name, _) => RustType::Name(own(name)),
            Self::String => RustType::Name(own("String")),
            Self::Text(name) | Self::Own(name) => RustType::Name(names.runtime(name)),
            Self::Enum(id) | Self::Number(id) | Self::Object(id) => names.ty(id),
            Self::Bits(id) => RustType::Generic(names.runtime("Bits"), Box::new(names.ty(id))),
            Self::Flags(id) => RustType::Generic(names.runtime("Flags"), Box::new(names.ty(id))),
        }
    }

    /// A field of this type, without its `Option`: single objects are boxed.
    pub(super) fn field(self, collection: bool, names: &dyn Naming) -> RustType {
        let element = self.rust(names);
        match self {
            _ if collection => vec_of(element),
            Self::Object(_) => RustType::Generic(own("Box"), Box::new(element)),
            _ => element,
        }
    }

    /// The slot for such a field.
    pub(super) fn slot(self, collection: bool) -> &'static str {
        match (self, collection) {
            (Self::Object(_), true) => "Objects",
            (Self::String, true) => "Strings",
            (_, true) => "Scalars",
            (Self::Object(_), false) => "Object",
            (Self::String, false) => "String",
            (Self::Primitive(_, slot) | Self::Own(slot), false) => slot,
            (Self::Text(_) | Self::Enum(_) | Self::Flags(_), false) => "Text",
            (Self::Number(_) | Self::Bits(_), false) => "Scalars",
        }
    }
}

/// Whether the API calls any JSON by this type: it is called so, and nothing is said of what it holds.
pub(super) fn is_any_json(api: &Api, id: TypeId) -> bool {
    let ty = &api[id];
    ty.name.name() == "Json" && ty.properties().is_empty() && ty.base().is_none()
}

/// `Vec<T>`
pub(super) fn vec_of(element: RustType) -> RustType {
    RustType::Generic(own("Vec"), Box::new(element))
}
