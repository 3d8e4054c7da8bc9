//! Examples: what the pages show, and what came of checking it.

use super::{OperationId, TypeId, TypeRef};
use crate::diagnostic::Code;
use crate::json::Json;
use crate::span::{Span, Spanned};

/// A JSON body that a page shows.
#[derive(Clone, Debug)]
pub struct Example {
    /// The page, relative to the docs root.
    pub page: String,
    /// The body.
    pub origin: Span,
    /// Request, response or representation.
    pub role: Role,
    /// The annotation's `name`.
    pub name: Option<String>,
    /// The operation that it shows; `None` for representations, and where no request line fits.
    pub operation: Option<OperationId>,
    /// Method and URL of the request, as typed; for a response, those of the request before it.
    pub request: Option<(String, String)>,
    /// Status of a response.
    pub status: Option<u16>,
    /// What it is an example of; `None` if no rule finds out.
    pub payload: Option<Payload>,
    /// Properties may be missing.
    pub truncated: bool,
    /// The verdict.
    pub outcome: Outcome,
    /// Why: defects and notes, sorted, each once.
    pub codes: Vec<Code>,
    /// The body, unless it does not parse.
    pub json: Option<Json>,
}

/// Request, response or representation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Sent.
    Request,
    /// Received.
    Response,
    /// A shape on a resource page, not data.
    Resource,
}

impl Role {
    /// The name in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Resource => "resource",
        }
    }
}

/// What a body is an example of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The type of the object, of the collection's elements, or of the scalar.
    pub ty: PayloadType,
    /// A collection (in `value`).
    pub collection: bool,
    /// A single value that is in `value`.
    pub enveloped: bool,
}

/// The type of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadType {
    /// A type of the model or a primitive.
    Ref(TypeRef),
    /// The operation's body parameters.
    Parameters(OperationId),
    /// A reference object, `{"@odata.id": …}`.
    Reference,
    /// An OData error response.
    Error,
}

impl Payload {
    /// The model's type, if it has one.
    pub fn type_id(self) -> Option<TypeId> {
        match self.ty {
            PayloadType::Ref(TypeRef::Named(id)) => Some(id),
            _ => None,
        }
    }
}

/// The verdict on an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Agrees with the model.
    Ok,
    /// The page contradicts itself.
    Defective,
    /// No rule finds its type.
    Unresolved,
}

impl Outcome {
    /// The name in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Defective => "defective",
            Self::Unresolved => "unresolved",
        }
    }
}

/// A request or response block of a page, with or without a JSON body: its HTTP side.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Method and URL as typed; `None` for a response.
    pub request: Option<(Spanned<String>, Spanned<String>)>,
    /// Status of a response.
    pub status: Option<Spanned<u16>>,
    /// Success codes that the page's response section states for this call; empty if the section is about
    /// another one: a call of another service, or what a redirection leads to.
    pub stated: Vec<Spanned<u16>>,
    /// The operation that it shows.
    pub operation: Option<OperationId>,
    /// It is a request, the page documents request lines, and this is not among them.
    pub undocumented: bool,
    /// `@odata.type` of the annotation, as typed, and the type it names.
    pub annotation: Option<(Spanned<String>, Option<TypeRef>)>,
    /// The headers in order: names and values.
    pub headers: Vec<(String, String)>,
    /// The Content-Length header.
    pub content_length: Option<Spanned<u64>>,
    /// The annotation, or the words above the example, say that the body is shortened.
    pub truncated: bool,
    /// Length of the body in bytes as typed, if there is one.
    pub body: Option<Span>,
    /// Index of its body in `Api::examples`.
    pub example: Option<usize>,
}
