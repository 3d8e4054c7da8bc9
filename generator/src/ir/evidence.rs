//! What was said about the facts of the model: every statement with its place, those that did not count too.

use super::{TypeExpr, TypeId, TypeRef};
use crate::span::Span;

/// A statement about one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<T> {
    /// The fact as stated.
    pub says: T,
    /// What kind of statement it is, which decides what it weighs.
    pub by: Evidence,
    /// Where it is made.
    pub at: Span,
}

/// What kind of statement a claim is; stronger ones last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The value of a member in an example.
    Example,
    /// The name and the properties of a type, which are those of a kind of another.
    Likeness,
    /// A table row; of a base, one that is `Inherited from` it.
    Row,
    /// A list of derived types, or of an enumeration's values in a description.
    List,
    /// A sentence.
    Sentence,
    /// A table of members, or the annotation of a resource.
    Declaration,
    /// The JSON representation beside a table.
    Representation,
    /// A list of values that are the members of an enumeration.
    Values,
    /// The docs of another version of the API.
    OtherVersion,
    /// The name of a property, which is that of a kind of what its row names.
    Name,
    /// A request line.
    RequestLine,
}

impl Evidence {
    /// As a noun for a reader of the pages.
    pub fn words(self) -> &'static str {
        match self {
            Self::Example => "an example",
            Self::Likeness => "the name and the properties",
            Self::Row => "a table row",
            Self::List => "a list",
            Self::Sentence => "a sentence",
            Self::Declaration => "the declaration",
            Self::Representation => "the JSON representation",
            Self::Values => "the list of values",
            Self::OtherVersion => "the other version of the docs",
            Self::Name => "the property's name",
            Self::RequestLine => "a request line",
        }
    }
}

/// What a claim says of the type of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeClaim {
    /// The whole of it.
    Whole(TypeExpr),
    /// The type of the value, or of each value.
    Element(TypeRef),
    /// Whether there are many.
    Collection(bool),
}

/// The claims about one type.
#[derive(Clone, Debug, Default)]
pub struct TypeEvidence {
    /// About its base.
    pub base: Vec<Claim<TypeId>>,
    /// About the types of its own properties, in their order.
    pub properties: Vec<Vec<Claim<TypeClaim>>>,
    /// About its members and their values, in their order.
    pub members: Vec<Vec<Claim<Option<i64>>>>,
}
