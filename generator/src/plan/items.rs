//! The plan as data: files, and in them items, each with everything that emission has to write down.
//!
//! Nothing here computes. A reader of a plan needs no other room to know what the crate will look like.

use super::docs::Docs;
use super::names::RustIdent;
use std::collections::BTreeMap;
use std::fmt;

/// The whole crate.
#[derive(Clone, Debug, Default, Hash)]
pub struct Plan {
    /// Rust files, in path order.
    pub sources: Vec<Source>,
    /// Files that are not made of items, in path order.
    pub texts: Vec<TextFile>,
    /// The module of each version of the API.
    pub modules: BTreeMap<String, String>,
}

/// A file whose text is settled already.
#[derive(Clone, Debug, Hash)]
pub struct TextFile {
    /// Relative to the crate.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// A Rust file.
#[derive(Clone, Debug, Hash)]
pub struct Source {
    /// Relative to the crate.
    pub path: String,
    /// The public path of its items, such as `v1_0::types`.
    pub module: String,
    /// The pages that it comes from, in path order; for the banner.
    pub pages: Vec<String>,
    /// The module's docs.
    pub docs: Docs,
    /// Imports.
    pub uses: Vec<Use>,
    /// In file order.
    pub items: Vec<Item>,
}

/// `use path::{names};`
#[derive(Clone, Debug, Hash)]
pub struct Use {
    /// Whether it is a re-export.
    pub public: bool,
    /// The module.
    pub path: Vec<RustIdent>,
    /// Sorted; with the local name where that differs. None is all (`*`).
    pub names: Vec<(RustIdent, Option<RustIdent>)>,
}

/// An item.
#[derive(Clone, Debug, Hash)]
pub enum Item {
    /// `mod name;`
    Module(Module),
    /// A re-export.
    Use(Use),
    /// What a version's module offers besides its types and requests.
    Version(VersionItems),
    /// A struct with its impls.
    Struct(Struct),
    /// An enum with its impls.
    Enum(Enum),
    /// A function that makes a request.
    Stub(Stub),
    /// The tables of an example test.
    Examples(ExampleTables),
}

/// `mod name;`
#[derive(Clone, Debug, Hash)]
pub struct Module {
    /// Its name.
    pub name: RustIdent,
    /// `pub`.
    pub public: bool,
    /// It is called like the module it stands in.
    pub inception: bool,
}

/// Where a version of the API is, what makes requests to it, and the table of its operations.
#[derive(Clone, Debug, Hash)]
pub struct VersionItems {
    /// The URL that paths are appended to.
    pub base_url: String,
    /// The file of the table, relative to the module.
    pub operations: &'static str,
}

/// A struct.
#[derive(Clone, Debug, Hash)]
pub struct Struct {
    /// Its name.
    pub name: RustIdent,
    /// Its docs.
    pub docs: Docs,
    /// The qualified name in the API.
    pub api_name: String,
    /// That of its base.
    pub base: Option<String>,
    /// In declaration order: furthest base first, then page order.
    pub fields: Vec<Field>,
    /// Indices into `fields`, sorted bytewise by the name in JSON.
    pub order: Vec<usize>,
    /// All ancestors, nearest first.
    pub ancestors: Vec<RustIdent>,
    /// The names under which the file knows the runtime's items.
    pub runtime: StructRuntime,
}

/// The local names of what a struct needs from the runtime.
#[derive(Clone, Debug, Hash)]
#[allow(missing_docs, reason = "each field is the name of the item it is called after")]
pub struct StructRuntime {
    pub extra: RustIdent,
    pub extends: Option<RustIdent>,
    pub meta: RustIdent,
    pub object: RustIdent,
    pub slot_mut: RustIdent,
    pub slot_ref: RustIdent,
    /// For a type so wide that encoding it should not visit every field.
    pub set_fields: Option<RustIdent>,
}

/// A field.
#[derive(Clone, Debug, Hash)]
pub struct Field {
    /// Its name.
    pub name: RustIdent,
    /// Its name in JSON.
    pub api_name: String,
    /// Its docs.
    pub docs: Docs,
    /// Its type, without `Option`.
    pub ty: RustType,
    /// The variant of the runtime's slots.
    pub slot: &'static str,
    /// Deprecated, and how to say so.
    pub deprecated: Option<String>,
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RustType {
    /// A type in scope.
    Name(RustIdent),
    /// A type below a module in scope.
    Path(Vec<RustIdent>),
    /// `Name<T>`
    Generic(RustIdent, Box<RustType>),
    /// `&T`
    Ref(Box<RustType>),
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => name.fmt(f),
            Self::Path(path) => {
                for (at, name) in path.iter().enumerate() {
                    write!(f, "{}{name}", if at == 0 { "" } else { "::" })?;
                }
                Ok(())
            }
            Self::Generic(name, inner) => write!(f, "{name}<{inner}>"),
            Self::Ref(inner) => write!(f, "&{inner}"),
        }
    }
}

/// An enum.
#[derive(Clone, Debug, Hash)]
pub struct Enum {
    /// Its name.
    pub name: RustIdent,
    /// Its docs.
    pub docs: Docs,
    /// The qualified name in the API.
    pub api_name: String,
    /// In page order.
    pub variants: Vec<Variant>,
    /// Some member has a documented value.
    pub has_values: bool,
    /// The names under which the file knows the runtime's items.
    pub runtime: EnumRuntime,
}

/// The local names of what an enum needs from the runtime.
#[derive(Clone, Debug, Hash)]
#[allow(missing_docs, reason = "each field is the name of the item it is called after")]
pub struct EnumRuntime {
    pub enumeration: RustIdent,
    pub unknown_value: RustIdent,
}

/// A variant.
#[derive(Clone, Debug, Hash)]
pub struct Variant {
    /// Its name.
    pub name: RustIdent,
    /// Its name in JSON.
    pub api_name: String,
    /// Its docs.
    pub docs: Docs,
    /// Its documented value.
    pub value: Option<i64>,
}

/// A function that makes a request.
#[derive(Clone, Debug, Hash)]
pub struct Stub {
    /// Its name.
    pub name: RustIdent,
    /// Its docs.
    pub docs: Docs,
    /// Deprecated, and how to say so.
    pub deprecated: Option<String>,
    /// Arguments for the path's placeholders, in their order.
    pub path_args: Vec<Arg>,
    /// All of these are texts.
    pub text_args: bool,
    /// What is sent.
    pub body: StubBody,
    /// What a response is decoded into.
    pub response: RustType,
    /// Method, and path with `{…}` for each path argument.
    pub line: String,
    /// The page.
    pub page: String,
    /// A documented status beside those of success.
    pub expected: Option<u16>,
    /// The static that makes the request.
    pub service: RustIdent,
    /// The local name of the runtime's `Request`.
    pub request: RustIdent,
}

/// An argument.
#[derive(Clone, Debug, Hash)]
pub struct Arg {
    /// Its name.
    pub name: RustIdent,
    /// Its type.
    pub ty: RustType,
    /// It is no reference to a type of the crate, and has to be borrowed to be passed on.
    pub borrowed: bool,
}

/// What a stub sends.
#[derive(Clone, Debug, Hash)]
pub enum StubBody {
    /// Nothing.
    Nothing,
    /// An object, by reference.
    Object(Arg),
    /// JSON as text.
    Json(Arg),
    /// Other content with its media type.
    Bytes {
        /// The media type.
        content_type: RustIdent,
        /// The content.
        body: RustIdent,
    },
}

/// The example tables of one version.
#[derive(Clone, Debug, Hash)]
pub struct ExampleTables {
    /// Bodies of responses, by the type that they are decoded into.
    pub responses: Vec<Bodies>,
    /// Bodies of requests, by the type that they are decoded into.
    pub requests: Vec<Bodies>,
    /// Requests that are rebuilt, by stub.
    pub rebuilt: Vec<Rebuilt>,
}

/// Examples of one type.
#[derive(Clone, Debug, Hash)]
pub struct Bodies {
    /// The type.
    pub ty: RustType,
    /// The examples.
    pub examples: Vec<ExampleRef>,
}

/// Examples of one stub.
#[derive(Clone, Debug, Hash)]
pub struct Rebuilt {
    /// The function.
    pub stub: Vec<RustIdent>,
    /// How each argument is read, in order.
    pub args: Vec<ArgReading>,
    /// How the body is read.
    pub body: BodyReading,
    /// The examples.
    pub examples: Vec<ExampleRef>,
}

/// How an example's path argument becomes a stub's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArgReading {
    /// As it stands.
    Text,
    /// Parsed.
    Value,
    /// Parsed, passed by reference.
    Reference,
}

/// How an example's body becomes a stub's.
#[derive(Clone, Debug, Hash)]
pub enum BodyReading {
    /// Nothing is sent.
    Nothing,
    /// Decoded; the type follows from the stub.
    Object,
    /// As it stands.
    Json,
}

/// An example in the files beside the test.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExampleRef {
    /// The file, without its ending.
    pub file: String,
    /// The index in the file.
    pub index: usize,
    /// The body must fit its type in every property.
    pub strict: bool,
}
