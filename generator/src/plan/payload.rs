//! What a request carries and what a response is decoded into, as a shape that any file can spell.
//!
//! In: a body, response or example payload of the model. Out: a [`Shape`].

use super::items::RustType;
use super::names::own;
use super::scope::{Naming, Symbol};
use super::types::{Leaf, vec_of};
use crate::ir::{Api, Edm, Payload, PayloadType, Response, TypeRef};

/// The shape of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// No body.
    NoContent,
    /// Another URL, without a body.
    Redirect,
    /// Perhaps another URL, without a body.
    Accepted,
    /// Content that is not JSON.
    Bytes,
    /// JSON of any shape.
    Json,
    /// `{"@odata.id": …}`
    Reference,
    /// An emitted struct, or a page of them.
    Object(Leaf, bool),
    /// Scalars in `value`.
    Value(Leaf, bool),
    /// An emitted struct, or a page of them, or no body.
    OptionalObject(Leaf, bool),
    /// Scalars in `value`, or no body.
    OptionalValue(Leaf, bool),
}

impl Shape {
    pub(super) fn of_response(api: &Api, response: Response) -> Self {
        match response {
            Response::Nothing => Self::NoContent,
            Response::Redirect(_) => Self::Redirect,
            Response::Accepted(_) => Self::Accepted,
            Response::Bytes => Self::Bytes,
            Response::Unknown => Self::Json,
            Response::Optional(expr) => match Self::of_type(api, expr.ty, expr.collection) {
                Self::Object(leaf, collection) => Self::OptionalObject(leaf, collection),
                Self::Value(leaf, collection) => Self::OptionalValue(leaf, collection),
                other => other,
            },
            Response::Value(expr) => match expr.ty {
                TypeRef::Edm(Edm::Stream) if !expr.collection => Self::Bytes,
                ty => Self::of_type(api, ty, expr.collection),
            },
        }
    }

    fn of_type(api: &Api, ty: TypeRef, collection: bool) -> Self {
        match Leaf::new(api, ty) {
            Leaf::Own("Json") if !collection => Self::Json,
            leaf @ Leaf::Object(_) => Self::Object(leaf, collection),
            // Elsewhere a scalar is the whole body, in no envelope.
            _ if api.plain => Self::Json,
            leaf => Self::Value(leaf, collection),
        }
    }

    /// The shape of an example's body; `None` where only its operation knows.
    pub(super) fn of_payload(api: &Api, payload: Payload) -> Option<Self> {
        match payload.ty {
            PayloadType::Ref(ty) => Some(Self::of_type(api, ty, payload.collection)),
            PayloadType::Reference => Some(Self::Reference),
            PayloadType::Error => Some(Self::Json),
            PayloadType::Parameters(_) => None,
        }
    }

    /// What a file must have in scope to spell it.
    pub(super) fn symbols(self) -> Vec<Symbol> {
        let runtime = |name| vec![Symbol::Runtime(name)];
        match self {
            Self::NoContent => runtime("NoContent"),
            Self::Redirect => runtime("Redirect"),
            Self::Accepted => runtime("Accepted"),
            Self::Bytes => runtime("Bytes"),
            Self::Json => runtime("Json"),
            Self::Reference => runtime("Reference"),
            Self::Object(leaf, collection) | Self::OptionalObject(leaf, collection) => {
                let mut symbols = leaf.symbols();
                symbols.extend(collection.then_some(Symbol::Runtime("Page")));
                symbols
            }
            Self::Value(leaf, _) | Self::OptionalValue(leaf, _) => {
                let mut symbols = leaf.symbols();
                symbols.push(Symbol::Runtime("Value"));
                symbols
            }
        }
    }

    /// Whether a response without a body is of this shape.
    pub(super) fn may_be_empty(self) -> bool {
        matches!(
            self,
            Self::NoContent
                | Self::Redirect
                | Self::Accepted
                | Self::Bytes
                | Self::OptionalObject(..)
                | Self::OptionalValue(..)
        )
    }

    /// The shape of a body that is there.
    pub(super) fn present(self) -> Self {
        match self {
            Self::OptionalObject(leaf, collection) => Self::Object(leaf, collection),
            Self::OptionalValue(leaf, collection) => Self::Value(leaf, collection),
            other => other,
        }
    }

    /// The type, where nothing may come back.
    fn optional(self, names: &dyn Naming) -> RustType {
        RustType::Generic(own("Option"), Box::new(self.rust(names)))
    }

    /// The type.
    pub(super) fn rust(self, names: &dyn Naming) -> RustType {
        let runtime = |name| RustType::Name(names.runtime(name));
        match self {
            Self::NoContent => runtime("NoContent"),
            Self::Redirect => runtime("Redirect"),
            Self::Accepted => runtime("Accepted"),
            Self::Bytes => runtime("Bytes"),
            Self::Json => runtime("Json"),
            Self::Reference => runtime("Reference"),
            Self::OptionalObject(leaf, collection) => {
                Self::Object(leaf, collection).optional(names)
            }
            Self::OptionalValue(leaf, collection) => Self::Value(leaf, collection).optional(names),
            Self::Object(leaf, false) => leaf.rust(names),
            Self::Object(leaf, true) => {
                RustType::Generic(names.runtime("Page"), Box::new(leaf.rust(names)))
            }
            Self::Value(leaf, collection) => {
                let element = leaf.rust(names);
                let inner = if collection { vec_of(element) } else { element };
                RustType::Generic(names.runtime("Value"), Box::new(inner))
            }
        }
    }
}
