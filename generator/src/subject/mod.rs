//! What a page of many subjects says: types, enumerations and operations, each below a heading of its own.
//!
//! In: a page's text and a dialect. Out: [`Subject`]s, facts in the page's own spelling with their places. This room
//! knows one page at a time: it never asks whether a type exists.

mod curl;
mod examples;
mod items;
mod lines;
mod lists;
mod members;
mod names;
mod nesting;
mod notes;
mod operation;
mod outline;
mod prepare;
mod read;
mod rows;
mod said;
mod spelling;
mod values;

pub use read::{PageSubjects, read, read_all};

use crate::dialect::Dialect;

/// The methods of HTTP.
pub const METHODS: [&str; 7] = ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"];

/// `text` with blanks where marks of the documentation tool chain stood, byte for byte as long.
pub fn prepared(text: &str, dialect: &Dialect) -> String {
    prepare::prepare(text, dialect).text
}

/// Whether a paragraph describes a property or parameter in a form of the dialect.
pub fn is_listed(text: &Text, dialect: &Dialect) -> bool {
    lists::row(text, false, dialect).is_some()
}

/// Whether a cell names a type in words of the dialect.
pub fn names_type(cell: &Text, dialect: &Dialect) -> bool {
    spelling::read(cell, dialect).is_some_and(|cell| spelling::is_known(&cell.tree))
}

use crate::json::Json;
use crate::markdown::Text;
use crate::span::{FileId, Span, Spanned};

/// Something that a page describes.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The file.
    pub file: FileId,
    /// Its path relative to the docs root.
    pub page: String,
    /// The heading, as typed.
    pub title: Spanned<String>,
    /// The heading that it is below, as typed; empty for none.
    pub owner: String,
    /// What links can call it by.
    pub anchors: Vec<String>,
    /// What links to its owner may mean, too.
    pub owner_anchors: Vec<String>,
    /// Paragraphs.
    pub doc: Vec<Text>,
    /// It is called deprecated.
    pub deprecated: bool,
    /// What it is.
    pub what: What,
}

/// What a subject is.
#[derive(Clone, Debug)]
pub enum What {
    /// An object.
    Type(TypeFacts),
    /// A list of constants.
    Enum(EnumFacts),
    /// One or more request lines.
    Operation(Box<OperationFacts>),
}

/// What is said of an object.
#[derive(Clone, Debug, Default)]
pub struct TypeFacts {
    /// Rows of its tables.
    pub rows: Vec<Row>,
    /// Objects shown below its heading.
    pub shown: Vec<Shown>,
    /// The first table's header.
    pub table: Option<Span>,
}

/// What is said of an enumeration.
#[derive(Clone, Debug)]
pub struct EnumFacts {
    /// Its members.
    pub members: Vec<MemberFacts>,
    /// Values are numbers.
    pub numbers: bool,
    /// Values are combined.
    pub flags: bool,
    /// The table's header.
    pub table: Span,
}

/// A member.
#[derive(Clone, Debug)]
pub struct MemberFacts {
    /// Its name.
    pub name: Spanned<String>,
    /// The number on the wire.
    pub number: Option<i64>,
    /// The text on the wire, if it is not the name.
    pub text: Option<String>,
    /// Its description.
    pub doc: Text,
}

/// A row of a table of properties or parameters.
#[derive(Clone, Debug)]
pub struct Row {
    /// The name: of nested names the innermost.
    pub name: Spanned<String>,
    /// The objects that it is a part of, the outermost first.
    pub owners: Vec<String>,
    /// The type; `None` if the table tells none.
    pub ty: Option<TypeCell>,
    /// The description.
    pub doc: Text,
    /// What the page says of its presence.
    pub required: Option<bool>,
    /// What the page says of null.
    pub nullable: Option<bool>,
    /// What holds if it is not given.
    pub default: Option<String>,
    /// Values that the description lists.
    pub values: Vec<String>,
    /// It is called deprecated.
    pub deprecated: bool,
    /// Where it goes, if the row says so.
    pub place: Option<Place>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A segment of the path.
    Path,
    /// Behind the question mark.
    Query,
    /// A header.
    Header,
    /// A member of the JSON body.
    Body,
    /// A part of a form.
    Form,
}

/// A type as a cell spells it.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeCell {
    /// As typed, without markup.
    pub raw: String,
    /// The cell.
    pub span: Span,
    /// The value may be null.
    pub nullable: bool,
    /// What it says.
    pub tree: Spelling,
}

/// What a type's spelling says.
#[derive(Clone, Debug, PartialEq)]
pub enum Spelling {
    /// A word of the dialect.
    Known(crate::dialect::Formatted),
    /// A link.
    Link {
        /// Its words.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// Words that the dialect does not know, perhaps those of a type.
    Words(String),
    /// A collection.
    Array(Box<Spelling>),
    /// A map.
    Map(Box<Spelling>, Box<Spelling>),
    /// One of several.
    OneOf(Vec<Spelling>),
    /// An object all of whose properties may be missing.
    Partial(Box<Spelling>),
    /// What identifies such an object.
    Identifier(Box<Spelling>),
}

/// A table of parameters.
#[derive(Clone, Debug)]
pub struct ParameterTable {
    /// Where they go, if its section says so.
    pub place: Option<Place>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What the section's words say of their presence.
    pub required: Option<bool>,
}

/// A request line.
#[derive(Clone, Debug)]
pub struct Line {
    /// The method.
    pub method: String,
    /// The path as documented, without host and query.
    pub path: String,
    /// Its placeholders in order.
    pub placeholders: Vec<Placeholder>,
    /// Where it is.
    pub span: Span,
}

/// A placeholder of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Its name, without marks.
    pub name: String,
    /// Its place in the path, with its marks.
    pub place: std::ops::Range<usize>,
    /// What it links to.
    pub href: Option<String>,
}

/// What an operation's text says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// All parameters are optional, but for these.
    pub all_optional: Option<Vec<String>>,
    /// All parameters are nullable, too.
    pub all_nullable: bool,
    /// Sentences that tell what comes back.
    pub returns: Vec<Text>,
    /// The first success status.
    pub status: Option<u16>,
    /// There is no body.
    pub empty: bool,
    /// It returns what another operation does, named so.
    pub same_as: Option<(String, Option<String>)>,
    /// Scopes or permissions.
    pub permissions: Vec<String>,
    /// Headers that may be sent.
    pub headers: Vec<String>,
    /// The body is a collection of what the parameters describe.
    pub list: bool,
}

/// What is said of an operation.
#[derive(Clone, Debug, Default)]
pub struct OperationFacts {
    /// Its request lines.
    pub lines: Vec<Line>,
    /// Tables of parameters.
    pub parameters: Vec<ParameterTable>,
    /// Rows that tell what comes back.
    pub response: Vec<Row>,
    /// What its text says.
    pub said: Said,
    /// Examples.
    pub shown: Vec<Shown>,
}

/// What an example is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// What is sent.
    Request,
    /// What comes back.
    Response,
    /// An object.
    Object,
}

/// An example.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What it is of.
    pub shows: Shows,
    /// The words above it that may name a type.
    pub label: String,
    /// Method and URL of a request.
    pub call: Option<(Spanned<String>, Spanned<String>)>,
    /// Status of a response.
    pub status: Option<u16>,
    /// Where the body is, and the body unless it does not parse.
    pub body: Option<(Span, Option<Json>)>,
}
