//! Operations: one for each method and path, with what all its pages say.

use super::{DocText, Told, TypeExpr, TypeId};
use crate::span::Span;

/// One request of the API: a method and a path. Words, names and order are those of the leading page, what is sent and
/// what comes back is what all pages that document it agree on.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `GET`, `POST`, …
    pub method: String,
    /// The path below the version.
    pub path: PathTemplate,
    /// The leading page, relative to the docs root.
    pub page: String,
    /// Its request line.
    pub origin: Span,
    /// The page's title, e.g. `Create user`.
    pub title: String,
    /// The page's introduction.
    pub doc: DocText,
    /// What the page says about its deprecation.
    pub deprecated: Option<DocText>,
    /// What it does, inferred from title, verb, path and model.
    pub kind: OperationKind,
    /// Parameters of an action or function; not path keys, headers or query options.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub request: Body,
    /// What comes back.
    pub response: Response,
    /// The success status that the page states first.
    pub status: Option<u16>,
    /// Of the leading page. An account without scopes is not supported, one that is absent is not documented.
    pub permissions: Vec<Permission>,
    /// All pages that document it, the leading one first.
    pub pages: Vec<OperationPage>,
    /// What pages of other families tell.
    pub more: OperationTold,
}

/// What pages of other families tell of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationTold {
    /// Names that the example of a response shows.
    pub response_keys: Vec<String>,
    /// Scopes or permissions of no account in particular.
    pub scopes: Vec<String>,
    /// The elements of a page of the response are in this member.
    pub envelope: Option<String>,
    /// The body is a collection of this.
    pub list: Option<TypeExpr>,
    /// Headers that may be sent.
    pub headers: Vec<String>,
    /// Further successful answers that examples show: a status and whether it has a body.
    pub statuses: Vec<(u16, bool)>,
}

/// A page that documents an operation.
#[derive(Clone, Debug)]
pub struct OperationPage {
    /// Relative to the docs root.
    pub page: String,
    /// The request line.
    pub origin: Span,
    /// The page's title.
    pub title: String,
    /// The success status that it states first.
    pub status: Option<u16>,
    /// As it lists them: what other pages say of the same request is about other uses of it.
    pub permissions: Vec<Permission>,
    /// It tells them in sentences or a list, which no account kind can be read from.
    pub permissions_in_words: bool,
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OperationKind {
    /// GET of one thing.
    Get,
    /// GET of a collection.
    List,
    /// POST to a collection.
    Create,
    /// PATCH, or PUT, of one thing.
    Update,
    /// DELETE.
    Delete,
    /// POST that runs an action.
    Action,
    /// GET (or POST) that calls a function.
    Function,
    /// Adds, sets or removes a reference (`$ref`).
    Reference,
}

/// A parameter of an action or function.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name as documented.
    pub name: String,
    /// Its type.
    pub ty: TypeExpr,
    /// In the body or in the URL.
    pub place: ParameterPlace,
    /// Its description.
    pub doc: DocText,
    /// Where it is stated.
    pub origin: Span,
    /// What else the page tells.
    pub told: Told,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterPlace {
    /// A member of the JSON body.
    Body,
    /// An argument in the URL's parentheses.
    Url,
    /// A segment of the path.
    Path,
    /// Behind the question mark.
    Query,
    /// A header.
    Header,
    /// A part of a form.
    Form,
}

/// What is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    Nothing,
    /// One object of a documented type.
    Type(TypeId),
    /// An object of the operation's body parameters.
    Parameters,
    /// A reference object, `{"@odata.id": …}`.
    Reference,
    /// JSON of a shape that the page does not name.
    Json,
    /// Content that is not JSON.
    Bytes,
}

/// What comes back on success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// No body.
    Nothing,
    /// A value; a collection comes page by page in `value`.
    Value(TypeExpr),
    /// A value or no body: pages, or kinds of request, differ.
    Optional(TypeExpr),
    /// A redirection, without a body, to where the value or content lies.
    Redirect(Option<TypeExpr>),
    /// No body yet; a header may say where to ask how far the operation is, and it ends in the value.
    Accepted(Option<TypeExpr>),
    /// Content that is not JSON.
    Bytes,
    /// JSON of a shape that the page does not name.
    Unknown,
}

impl Response {
    /// The type of the value, if one may come back.
    pub fn value(self) -> Option<TypeExpr> {
        match self {
            Self::Value(expr) | Self::Optional(expr) => Some(expr),
            _ => None,
        }
    }

    /// The type of the value that comes back, or that the answer leads to.
    pub fn result(self) -> Option<TypeExpr> {
        match self {
            Self::Value(expr) | Self::Optional(expr) => Some(expr),
            Self::Redirect(result) | Self::Accepted(result) => result,
            Self::Nothing | Self::Bytes | Self::Unknown => None,
        }
    }
}

/// The scopes that let an account of one kind call the operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The kind of account.
    pub account: Account,
    /// Least-privileged first; two that are needed together are one, `A+B`. Empty if the account is not supported.
    pub scopes: Vec<String>,
    /// What the page limits the list to, if several of its lists may be about the request.
    pub scenario: Option<String>,
}

/// Account kinds of the Microsoft identity platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// Delegated (work or school account).
    DelegatedWork,
    /// Delegated (personal Microsoft account).
    DelegatedPersonal,
    /// Application.
    Application,
}

impl Account {
    /// The name in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DelegatedWork => "delegated-work",
            Self::DelegatedPersonal => "delegated-personal",
            Self::Application => "application",
        }
    }
}

/// A path with its placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathTemplate {
    /// As documented, e.g. `/users/{id | userPrincipalName}`.
    pub text: String,
    /// The same in parts, every placeholder named, and behind it the arguments of a call that the page lists
    /// elsewhere than in its request line.
    pub parts: Vec<PathPart>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Sent as it is.
    Literal(String),
    /// Filled in by the caller.
    Placeholder {
        /// What is between the braces (or angle brackets), e.g. `id | userPrincipalName`.
        text: String,
        /// The literal segment before it, e.g. `users`; names the key when the placeholder says only `id`.
        segment: Option<String>,
        /// The name before `=` in a function call or key predicate: `startDateTime` in `(startDateTime={start})`.
        argument: Option<String>,
        /// Stands between single quotes: an OData string literal.
        quoted: bool,
        /// Stands between colons (`root:/{path}:`) and so may hold slashes.
        spans_segments: bool,
    },
}
