//! What one page says, in its own spelling.
//!
//! In: a page's text. Out: a [`Page`] of facts, each with its span. This room knows one page at a
//! time: it never asks whether a type exists, and it knows no Rust.

mod columns;
mod examples;
mod finish;
mod http;
pub(crate) mod json_reader;
mod json_repair;
mod lost_tables;
mod members;
mod methods;
mod passages;
mod permissions;
mod phrases;
mod plain_table;
mod plain_text;
mod prose;
mod read;
mod reader;
mod rows;
mod sections;
mod statements;
mod type_spelling;
mod values;

pub use crate::markdown::{Piece, Style, Text};
pub use read::{read, read_all};

use crate::json;
use crate::words;

use crate::span::{FileId, Span, Spanned};

/// Everything one page states.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The API version the page belongs to; `None` in a flat folder until resolved.
    pub version: Option<String>,
    /// The file; `None` only in `Page::default()`.
    pub file: Option<FileId>,
    /// Path relative to the docs root, `/`-separated.
    pub path: String,
    /// What the page is about, from `doc_type`, folder and content together.
    pub kind: PageKind,
    /// The first real heading, e.g. `user resource type`.
    pub title: Option<Spanned<String>>,
    /// `Namespace: microsoft.graph.x`.
    pub namespace: Option<Spanned<String>>,
    /// Paragraphs and list items between the title and the first section (alerts and includes left out).
    pub summary: Vec<Passage>,
    /// A sentence or front-matter key that says that the subject is deprecated.
    pub deprecated: Option<Text>,
    /// Text of every paragraph outside tables, code and alerts, with the heading it is under;
    /// for sentences such as `Inherits from [x](x.md)`.
    pub prose: Vec<Prose>,
    /// `"blockType": "resource"` annotations, normally one.
    pub resources: Vec<ResourceBlock>,
    /// Rows of the `Properties` tables.
    pub properties: Vec<Row>,
    /// Rows of the `Relationships` tables.
    pub relationships: Vec<Row>,
    /// Whether a `Properties` table (even an empty one) is on the page.
    pub has_property_table: bool,
    /// Rows of the `Methods` table.
    pub methods: Vec<MethodRow>,
    /// `Inherits from …`, `derived from …` sentences and links of a `Derived types` section.
    pub inheritance: Vec<Inheritance>,
    /// A sentence says `abstract`.
    pub says_abstract: Option<Span>,
    /// A sentence says that the type is open (`open type`, accepts additional properties).
    pub says_open: Option<Span>,
    /// Member tables and lists: `## Members`, `### x values`.
    pub enums: Vec<MemberTable>,
    /// Permission tables in page order.
    pub permissions: Vec<PermissionTable>,
    /// Lines of the HTTP request section.
    pub request_lines: Vec<RequestLine>,
    /// Parameter and body tables of an operation page.
    pub parameters: Vec<ParameterTable>,
    /// The `Request body` section's words; `None` if there is no such section.
    pub request_body: Option<Statement>,
    /// The `Response` section's words (the h2, not an example's).
    pub response: Option<Statement>,
    /// Blocks of the example section, and resource representations, in page order.
    pub examples: Vec<Example>,
}

impl Page {
    /// Whether an example shows what comes back, which says it as well as a `Response` section does.
    pub fn shows_response(&self) -> bool {
        self.examples.iter().any(|example| {
            example.role == Role::Response && (example.status.is_some() || example.body.is_some())
        })
    }
}

/// What a page is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// One structured type.
    Resource,
    /// One operation with all its request lines.
    Operation,
    /// One or several enumerations and nothing else.
    Enumeration,
    /// Prose.
    #[default]
    Conceptual,
}

/// A paragraph or list item and the headings it is under.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Case-folded text of the nearest h2-or-deeper heading; empty before the first.
    pub section: String,
    /// The words.
    pub text: Text,
}

/// A type as a cell spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeSpelling {
    /// The cell as typed, markup removed.
    pub raw: String,
    /// The whole cell.
    pub span: Span,
    /// What it names; empty if nothing could be understood.
    pub name: String,
    /// Span of just the name.
    pub name_span: Span,
    /// Destination of the link on the name.
    pub link: Option<String>,
    /// Any spelling of `collection`.
    pub collection: bool,
    /// Further types in an `A or B` cell.
    pub alternatives: Vec<String>,
}

/// A row of a property, relationship or parameter table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The name cell, markup removed.
    pub name: Spanned<String>,
    /// The type cell; `None` if the table has no such column or the cell is empty.
    pub ty: Option<TypeSpelling>,
    /// The description cell.
    pub doc: Text,
    /// `Inherited from [x](x.md)`.
    pub inherited_from: Option<Mention>,
    /// The value list of the description (`Possible values are: …`), `$filter` operators excluded.
    pub values: Vec<Spanned<String>>,
    /// The description calls the property deprecated.
    pub deprecated: bool,
    /// The description or a `Required` column states it.
    pub required: Option<bool>,
    /// The whole row.
    pub span: Span,
}

/// A type named in prose, a link or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The word or link text.
    pub name: String,
    /// The link's destination.
    pub link: Option<String>,
    /// Where.
    pub span: Span,
}

/// A row of a `Methods` table.
#[derive(Clone, Debug)]
pub struct MethodRow {
    /// The method's name and the page it links to.
    pub method: Mention,
    /// The return type cell.
    pub returns: Option<TypeSpelling>,
}

/// How a page relates two types.
#[derive(Clone, Debug)]
pub struct Inheritance {
    /// The other type.
    pub other: Mention,
    /// Which of the two is the base.
    pub direction: Direction,
}

/// Direction of an [`Inheritance`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// This page's type derives from the other.
    Base,
    /// The other derives from this page's type.
    Derived,
}

/// An HTML comment that holds an annotation object.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// `blockType`, lower-cased.
    pub block_type: String,
    /// The object as read; recognised keys are also available through the accessors.
    pub value: json::Json,
    /// The comment.
    pub span: Span,
}

impl Annotation {
    /// A string-valued key. `@type`, which OData 4.01 allows, stands for `@odata.type`.
    pub fn str(&self, key: &str) -> Option<Spanned<String>> {
        let shorter = || self.value.get("@type").filter(|_| key == "@odata.type");
        let member = self.value.get(key).or_else(shorter)?;
        Some(Spanned::new(member.as_str()?.to_owned(), member.span))
    }

    /// A boolean key; the strings `"true"` and `"false"` count.
    pub fn bool(&self, key: &str) -> Option<bool> {
        let value = self.value.get(key)?;
        match (&value.kind, value.as_str()) {
            (json::Kind::Bool(flag), _) => Some(*flag),
            (_, Some(text)) => text.trim().to_ascii_lowercase().parse().ok(),
            _ => None,
        }
    }
}

/// A `"blockType": "resource"` annotation with the block that follows it.
#[derive(Clone, Debug)]
pub struct ResourceBlock {
    /// The annotation.
    pub annotation: Annotation,
    /// The JSON representation, if a code block follows.
    pub body: Option<Body>,
}

/// A table or list of enumeration members.
#[derive(Clone, Debug)]
pub struct MemberTable {
    /// The heading that names the enumeration: page title for `## Members`, else `### x values`.
    pub heading: Spanned<String>,
    /// The name that the heading gives, e.g. `riskLevel` of `### riskLevel values`; as typed.
    pub name: Option<Spanned<String>>,
    /// The heading or page calls it flags, or multi-valued.
    pub says_flags: bool,
    /// The members.
    pub members: Vec<MemberRow>,
}

/// One member.
#[derive(Clone, Debug)]
pub struct MemberRow {
    /// As typed, markup removed.
    pub name: Spanned<String>,
    /// The numeric value.
    pub value: Option<Spanned<i64>>,
    /// Description.
    pub doc: Text,
}

/// A permissions table.
#[derive(Clone, Debug)]
pub struct PermissionTable {
    /// `from most to least privileged` is in its header.
    pub most_first: bool,
    /// A heading below `Permissions` that limits the table (`For channel`), if any.
    pub scenario: Option<Spanned<String>>,
    /// One entry for each account kind row.
    pub rows: Vec<PermissionRow>,
}

/// A permissions row.
#[derive(Clone, Debug)]
pub struct PermissionRow {
    /// The account kind.
    pub account: Account,
    /// Scopes as listed; empty for `Not supported.`.
    pub scopes: Vec<Spanned<String>>,
    /// Those of `A and B`: each pair is needed together. Indices of the first of each pair.
    pub joined: Vec<usize>,
    /// The cell.
    pub span: Span,
}

/// Account kinds of Microsoft identity platform permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// Delegated (work or school account).
    DelegatedWork,
    /// Delegated (personal Microsoft account).
    DelegatedPersonal,
    /// Application.
    Application,
}

/// A line of the HTTP request section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLine {
    /// `GET`, `POST`, …
    pub method: String,
    /// The path as documented: version and host removed, leading slash ensured, query removed.
    pub path: String,
    /// The query part, without `?`, if the line shows one.
    pub query: Option<String>,
    /// The line.
    pub span: Span,
}

/// Where a table's parameters belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterPlace {
    /// `Request body`.
    Body,
    /// `Function parameters`.
    Function,
    /// `Path parameters`.
    Path,
    /// `Query parameters`.
    Query,
    /// `Request headers`.
    Header,
}

/// A paragraph, or a paragraph of a list item.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// Its words.
    pub text: Text,
    /// It is of a list item.
    pub item: bool,
}

/// A parameter table and its section.
#[derive(Clone, Debug)]
pub struct ParameterTable {
    /// The section it is in.
    pub place: ParameterPlace,
    /// Its first column is called `Parameter`, not `Property` or `Name`.
    pub says_parameter: bool,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The prose of a `Request body` or `Response` section, digested.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// All paragraphs of the section.
    pub text: Vec<Text>,
    /// Success codes stated, first one first.
    pub statuses: Vec<Spanned<u16>>,
    /// Types linked or named, first one first.
    pub types: Vec<Mention>,
    /// `collection`, `array` or `list` is by the first type.
    pub collection: bool,
    /// Says that there is no body.
    pub no_body: bool,
    /// The section's heading.
    pub heading: Option<Span>,
}

/// What an example block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An HTTP request.
    Request,
    /// An HTTP response.
    Response,
    /// A JSON representation on a resource page: shape, not data.
    Resource,
}

/// An example block.
#[derive(Clone, Debug)]
pub struct Example {
    /// The annotation or the words above say that the body is not whole.
    pub shortened: bool,
    /// Request, response or representation.
    pub role: Role,
    /// The annotation before the block.
    pub annotation: Option<Annotation>,
    /// For a request: method and full URL as typed.
    pub request: Option<ExampleRequest>,
    /// For a response: the status code.
    pub status: Option<Spanned<u16>>,
    /// Header lines.
    pub headers: Vec<(Spanned<String>, Spanned<String>)>,
    /// The body, if any.
    pub body: Option<Body>,
    /// The nearest heading above, other than `Request`/`Response`.
    pub heading: Option<String>,
    /// The code block's content.
    pub span: Span,
}

/// The first line of an example request.
#[derive(Clone, Debug)]
pub struct ExampleRequest {
    /// The method.
    pub method: Spanned<String>,
    /// The URL as typed.
    pub url: Spanned<String>,
}

/// A body as it is in the page.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where.
    pub span: Span,
    /// What it is.
    pub content: BodyContent,
}

/// What a body holds.
#[derive(Clone, Debug)]
pub enum BodyContent {
    /// JSON, leniently read.
    Json(json::Json),
    /// Claims to be JSON but does not parse.
    BrokenJson,
    /// Something else: an image, CSV, text.
    Other,
}
