//! The plan as data: files, and in them items, each with everything that emission has to write down.
//!
//! Nothing here computes. A reader of a plan needs no other room to know what the crate will look like.

use super::docs::Docs;
use super::markup::Markup;
use super::names::{RustIdent, own};
use super::written::{Comment, Written};
use std::collections::{BTreeMap, BTreeSet};
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
    pub text: Written,
}

/// A Rust file.
#[derive(Clone, Debug, Hash)]
pub struct Source {
    /// Relative to the crate.
    pub path: String,
    /// The public path of its items, such as `v1_0::types`.
    pub module: String,
    /// The pages that it comes from, in path order; for the banner.
    pub pages: Vec<Comment>,
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
    /// The tables of the example tests.
    Examples(ExampleTables),
    /// The calls of the example tests.
    ExampleCalls(ExampleCalls),
}

/// `mod name;`
#[derive(Clone, Debug, Hash)]
pub struct Module {
    /// Its name.
    pub name: RustIdent,
    /// `pub`.
    pub public: bool,
    /// It is called like the module it is in.
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
    pub deprecated: Option<Markup>,
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

/// What values of an enum are in JSON, with the local names of what it needs from the runtime.
#[derive(Clone, Debug, Hash)]
#[allow(missing_docs, reason = "each field is the name of the item it is called after")]
pub enum EnumRuntime {
    /// Texts.
    Texts { enumeration: RustIdent, unknown_value: RustIdent },
    /// Numbers.
    Numbers { enumeration: RustIdent },
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
    pub deprecated: Option<Markup>,
    /// Arguments for the path's placeholders, in their order.
    pub path_args: Vec<Arg>,
    /// All of these are texts.
    pub text_args: bool,
    /// The struct of query parameters.
    pub query: Option<Arg>,
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

/// The example tables of one version, and the modules of its calls.
#[derive(Clone, Debug, Hash)]
pub struct ExampleTables {
    /// Bodies of responses that no function returns, by the type that they are decoded into.
    pub responses: Vec<Bodies>,
    /// Bodies of requests, by the type that they are decoded into.
    pub requests: Vec<Bodies>,
    /// The modules that hold the calls.
    pub modules: Vec<RustIdent>,
}

/// Examples of one type.
#[derive(Clone, Debug, Hash)]
pub struct Bodies {
    /// The type.
    pub ty: RustType,
    /// The examples.
    pub examples: Vec<ExampleRef>,
}

/// The examples of one part of the API, as calls of its functions.
#[derive(Clone, Debug, Hash)]
pub struct ExampleCalls {
    /// Requests, each as its example shows it.
    pub rebuilt: Vec<Rebuilt>,
    /// Responses, by the function that decodes them.
    pub answers: Vec<Answers>,
}

/// An example request as a call.
#[derive(Clone, Debug, Hash)]
pub struct Rebuilt {
    /// The name of the function that makes it.
    pub name: RustIdent,
    /// The call.
    pub request: CallExpr,
    /// The example.
    pub example: ExampleRef,
}

/// Example responses of one request.
#[derive(Clone, Debug, Hash)]
pub struct Answers {
    /// The name of the function that decodes them.
    pub name: RustIdent,
    /// The request; its arguments do not matter.
    pub request: CallExpr,
    /// The examples.
    pub examples: Vec<ExampleRef>,
}

/// A call of a request's function, and of methods on what it returns.
#[derive(Clone, Debug, Hash)]
pub struct CallExpr {
    /// The function.
    pub function: Vec<RustIdent>,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// The methods that are called next.
    pub then: Vec<ThenCall>,
}

/// `.method(args)`
#[derive(Clone, Debug, Hash)]
pub struct ThenCall {
    /// A method of the runtime's `Request`.
    pub method: &'static str,
    /// Its arguments.
    pub args: Vec<Expr>,
}

/// An expression of the example tests.
#[derive(Clone, Debug, Hash)]
pub enum Expr {
    /// `"text"`
    Str(String),
    /// `"text".to_owned()`
    Owned(String),
    /// `"text".into()`
    Into(String),
    /// `true`, `false`
    Bool(bool),
    /// A number, as Rust writes it.
    Number(String),
    /// A function of the test harness on a text: `parse("text")`.
    Made(&'static str, String),
    /// A path, such as an enum's member.
    Path(Vec<RustIdent>),
    /// The set of one member.
    Set(Vec<RustIdent>),
    /// A call without arguments.
    Call(Vec<RustIdent>),
    /// A call with a number.
    Numbered(Vec<RustIdent>, String),
    /// A struct literal.
    Object(ObjectExpr),
    /// A vector.
    List(Vec<Expr>),
    /// `&[…]`
    Slice(Vec<Expr>),
    /// `Box::new(…)`
    Boxed(Box<Expr>),
    /// `&…`
    Ref(Box<Expr>),
}

/// A struct literal.
#[derive(Clone, Debug, Hash)]
pub struct ObjectExpr {
    /// The struct.
    pub ty: RustType,
    /// The fields that are set, without their `Some`.
    pub fields: Vec<(RustIdent, Expr)>,
    /// What its `extra` holds: names, and values as JSON text.
    pub extra: Vec<(String, String)>,
    /// Some fields are not set.
    pub rest: bool,
    /// The place is one of a base.
    pub to_base: bool,
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

impl RustType {
    /// Adds the names that a file has to have in scope to spell the type: of a path, its first part.
    pub(super) fn names(&self, names: &mut BTreeSet<RustIdent>) {
        match self {
            Self::Name(name) => drop(names.insert(name.clone())),
            Self::Path(path) => names.extend(path.first().cloned()),
            Self::Generic(name, inner) => {
                names.insert(name.clone());
                inner.names(names);
            }
            Self::Ref(inner) => inner.names(names),
        }
    }
}

impl CallExpr {
    /// The same for the call; functions of the harness apart.
    pub(super) fn names(
        &self,
        names: &mut BTreeSet<RustIdent>,
        harness: &mut BTreeSet<&'static str>,
    ) {
        names.extend(self.function.first().cloned());
        let then = self.then.iter().flat_map(|call| &call.args);
        self.args.iter().chain(then).for_each(|expr| expr.names(names, harness));
    }
}

impl Expr {
    fn names(&self, names: &mut BTreeSet<RustIdent>, harness: &mut BTreeSet<&'static str>) {
        match self {
            Self::Str(_) | Self::Owned(_) | Self::Into(_) | Self::Bool(_) | Self::Number(_) => {}
            Self::Call(_) => {}
            Self::Made(function, _) => drop(harness.insert(function)),
            Self::Path(path) | Self::Numbered(path, _) => names.extend(path.first().cloned()),
            Self::Set(path) => {
                names.extend(path.first().cloned());
                names.insert(own("Flags"));
            }
            Self::List(elements) | Self::Slice(elements) => {
                elements.iter().for_each(|element| element.names(names, harness));
            }
            Self::Boxed(inner) | Self::Ref(inner) => inner.names(names, harness),
            Self::Object(object) => {
                object.ty.names(names);
                if !object.extra.is_empty() {
                    harness.insert("extra");
                }
                if object.to_base {
                    names.insert(own("ObjectExt"));
                }
                object.fields.iter().for_each(|(_, value)| value.names(names, harness));
            }
        }
    }
}
