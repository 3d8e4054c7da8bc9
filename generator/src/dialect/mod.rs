//! The words and conventions of a docs family, as data.
//!
//! In: a dialect in TOML, which may extend another one. Out: a [`Dialect`] with compiled patterns. A rule of reading
//! is code; which words it looks for, and whether it is at work at all, is here.

mod load;
mod pattern;
mod tally;
mod words;

pub use load::{DialectProblem, builtin_names};
pub use pattern::{Captures, Lexicon, Pattern};
pub use tally::{Fired, tally};
pub use words::{Marks, WordList};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How pages of one family say things.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Dialect {
    /// Its name: of the built-in dialect, or of the file.
    pub name: String,
    /// The dialect that it builds on. Resolved when it is loaded.
    pub extends: String,
    /// What a page is.
    pub unit: Unit,
    /// Endings of pages, as patterns of file names; empty for markdown and text.
    pub files: Lexicon,
    /// File names that are no pages.
    pub skip: Lexicon,
    /// The namespace of types in exports.
    pub namespace: String,
    /// The version of a folder without version folders.
    pub default_version: String,
    /// Where requests go unless the configuration says otherwise.
    pub base_url: String,
    /// Marks of the documentation tool chain.
    pub markup: Markup,
    /// Words of headings.
    pub sections: Sections,
    /// Words of table headers.
    pub columns: Columns,
    /// Words of the column that tells where a parameter goes.
    pub places: Places,
    /// Properties and parameters in lists.
    pub lists: Lists,
    /// Spellings of names.
    pub names: Names,
    /// Spellings of types.
    pub types: Types,
    /// Request lines.
    pub requests: Requests,
    /// What must be given and what may be absent.
    pub optional: Optional,
    /// What comes back.
    pub responses: Responses,
    /// Enumerations.
    pub enums: Enums,
    /// Examples.
    pub examples: Examples,
    /// Words that call something deprecated.
    pub deprecated: Lexicon,
    /// Sentences that name a permission: `{scope}`.
    pub permissions: Lexicon,
    /// Sentences that name a header that may be sent: `{name}`.
    pub headers: Lexicon,
    /// The service on the wire.
    pub wire: Wire,
}

/// What a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// One type or one operation of an OData service; paths are walked through the model.
    #[default]
    Page,
    /// Many subjects, each below a heading of its own; links are trusted.
    Section,
}

/// Marks of the documentation tool chain.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Markup {
    /// Tags of components (`<Note>`, `<Tabs>`) and `import` lines are no text.
    pub components: bool,
    /// `{{< shortcode >}}` is no text.
    pub shortcodes: bool,
    /// A component that names the heading that follows: `<Anchor id="{anchor}" />`.
    pub anchors: Lexicon,
    /// Links that begin so are relative to the docs root.
    pub site: String,
    /// A link that holds nothing but an anchor leads to that anchor on any page.
    pub anchors_anywhere: bool,
    /// Paragraphs that begin so are beside the text.
    pub asides: Lexicon,
    /// Names, types and members carry marks that a paragraph below explains.
    pub footnotes: bool,
}

/// Words of headings. A heading without any of these words belongs to what it stands below.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Sections {
    /// Words around the name of a type: `{name} object`.
    pub names: Lexicon,
    /// Holds the request line of what it is below.
    pub request_line: Lexicon,
    /// Parameters of the path.
    pub path: Lexicon,
    /// Parameters of the query.
    pub query: Lexicon,
    /// Headers.
    pub header: Lexicon,
    /// Members of the body.
    pub body: Lexicon,
    /// Parts of a form.
    pub form: Lexicon,
    /// Parameters that go where path and method send them.
    pub parameters: Lexicon,
    /// What comes back.
    pub response: Lexicon,
    /// Parameters in a section of these words are required.
    pub required: Lexicon,
    /// Parameters in a section of these words are not.
    pub optional: Lexicon,
    /// Examples.
    pub example: Lexicon,
    /// Errors.
    pub errors: Lexicon,
    /// Permissions.
    pub permissions: Lexicon,
    /// Titles of requests that create something.
    pub creates: Lexicon,
    /// Of no concern.
    pub ignore: Lexicon,
}

/// Words of table headers.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Columns {
    /// Names of properties and parameters.
    pub name: Lexicon,
    /// Types.
    pub r#type: Lexicon,
    /// Descriptions.
    pub description: Lexicon,
    /// Whether something must be given.
    pub required: Lexicon,
    /// What holds if nothing is given.
    pub default: Lexicon,
    /// Where a parameter goes.
    pub place: Lexicon,
    /// Wire values of members.
    pub value: Lexicon,
    /// Methods of request lines.
    pub method: Lexicon,
    /// Paths of request lines.
    pub path: Lexicon,
}

/// Words of the column that tells where a parameter goes.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Places {
    /// Into the path.
    pub path: Lexicon,
    /// Behind the question mark.
    pub query: Lexicon,
    /// Into a header.
    pub header: Lexicon,
    /// Into the JSON body.
    pub body: Lexicon,
    /// Into a form.
    pub form: Lexicon,
}

/// Properties and parameters in lists.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Lists {
    /// A paragraph or list item that describes one, code between backquotes: `` `{name}` ({type}): {description} ``.
    /// `{required}` captures words of its presence, `{default}` what holds if it is not given.
    pub forms: Lexicon,
}

/// Spellings of names.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Names {
    /// A name whose property may be absent: `{name}?`.
    pub optional: Lexicon,
    /// A name that must be given: `{name}*`.
    pub required: Lexicon,
    /// A part of an object: `{owner}.{name}`.
    pub nested: Lexicon,
    /// What stands between several names of one row.
    pub several: Marks,
}

/// Spellings of types.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Types {
    /// `{type} or null`.
    pub nullable: Lexicon,
    /// `array of {type}`.
    pub collection: Lexicon,
    /// `map of {key} to {type}`.
    pub map: Lexicon,
    /// `partial {type}`.
    pub partial: Lexicon,
    /// A type of which only the id is meant: `{type} ids`.
    pub identifier: Lexicon,
    /// Names of the property that identifies an object, the first that it has.
    pub keys: Marks,
    /// What stands between alternatives.
    pub alternatives: Marks,
    /// Words that mean nothing: `{type} object`.
    pub noise: Lexicon,
    /// Words of types.
    pub words: WordList,
}

/// What a word of a type means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Word {
    /// A primitive.
    Kind(Primitive),
    /// A primitive with more to say.
    Formatted(Formatted),
}

/// A primitive and the format of its values.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Formatted {
    /// The primitive.
    pub kind: Primitive,
    /// The format.
    pub format: Option<String>,
    /// The value is a collection.
    #[serde(default)]
    pub collection: bool,
}

/// The primitives that a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Primitive {
    /// Text.
    String,
    /// 32 bits.
    Int32,
    /// 64 bits.
    Int64,
    /// A floating-point number.
    Double,
    /// A decimal number.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// A point in time.
    DateTime,
    /// A day.
    Date,
    /// A UUID that always has its 8-4-4-4-12 form.
    Uuid,
    /// A file.
    File,
    /// An object of which nothing is said.
    Object,
    /// A collection of anything.
    Array,
    /// Any JSON.
    Any,
    /// Nothing.
    Null,
}

/// Request lines.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Requests {
    /// Words after the fence of a block of request lines; the empty word for none.
    pub fences: Marks,
    /// A component that holds one: `<Route method="{method}">{path}</Route>`.
    pub components: Lexicon,
    /// A code span that holds a method and a path is one.
    pub code_spans: bool,
    /// A heading that is one opens an operation: `### GET /users`.
    pub headings: bool,
    /// A paragraph that is nothing else is one.
    pub paragraphs: bool,
    /// Marks that stand around a request line in a heading or paragraph.
    pub decoration: Marks,
    /// A table with a column of paths holds them.
    pub tables: bool,
    /// Sentences that say that the body is a collection of what the parameters describe.
    pub list_body: Lexicon,
    /// How placeholders are marked: `{*}`, `:*`, `<*>`.
    pub placeholders: Marks,
    /// What request lines begin with that the base URL holds already.
    pub strip: Marks,
    /// Methods beside those of HTTP, and what they are: `LIST = "GET"`.
    pub methods: BTreeMap<String, String>,
}

/// What must be given and what may be absent.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Optional {
    /// Whether a property may be null unless the page says otherwise; unset if nothing is known.
    pub nullable: Option<bool>,
    /// Whether a property is always there unless the page says otherwise.
    pub present: Option<bool>,
    /// Whether members of a body are required unless the page says otherwise.
    pub body: Option<bool>,
    /// Whether query parameters are required unless the page says otherwise.
    pub query: Option<bool>,
    /// Words of a column or list that mean yes.
    pub yes: Lexicon,
    /// Words of a list that mean no.
    pub no: Lexicon,
    /// Words of a description before what holds if nothing is given: `defaults to {value}`.
    pub default: Lexicon,
    /// Words of the column that mean yes under a condition.
    pub conditional: Lexicon,
    /// Sentences that make all parameters optional.
    pub all: Lexicon,
    /// Sentences that make all parameters nullable.
    pub all_nullable: Lexicon,
    /// The exceptions in such a sentence: `except for {names}`.
    pub but: Lexicon,
    /// Words of a description that make a parameter required.
    pub description_required: Lexicon,
    /// Words of a description that make a parameter optional.
    pub description_optional: Lexicon,
}

/// What comes back.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Responses {
    /// Sentences that tell what comes back, in which the type is linked or named `{type}`.
    pub sentences: Lexicon,
    /// Words before the type that make it a collection.
    pub collection: Lexicon,
    /// Sentences that say that there is no body.
    pub empty: Lexicon,
    /// Sentences that refer to another operation.
    pub same_as: Lexicon,
    /// Statuses in sentences and lists: `{status}`.
    pub statuses: Lexicon,
    /// Words before a table of what comes back.
    pub tables: Lexicon,
    /// The example tells the type where nothing else does.
    pub from_example: bool,
    /// The member of an example that holds the elements of a page.
    pub envelope: String,
}

/// Enumerations.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Enums {
    /// A table of constants is an enumeration, under any heading.
    pub by_content: bool,
    /// Numbers: `{n}`, `1 << {n}`, `0x{n}`.
    pub numbers: Lexicon,
    /// A link in the description of a number or a text names the enumeration.
    pub by_link: bool,
    /// Words before a list of values: `one of {values}`.
    pub lists: Lexicon,
    /// Code spans with nothing but commas and `or` between them are a list, whatever is before.
    pub bare_lists: bool,
    /// Headings of enumerations whose values are combined.
    pub flags: Lexicon,
    /// Headings of tables of texts that are enumerations.
    pub texts: Lexicon,
}

/// Examples.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Examples {
    /// `curl` commands are requests.
    pub curl: bool,
    /// Words after the fence of JSON.
    pub json: Marks,
    /// Words after the fence of an HTTP message.
    pub http: Marks,
    /// A block, paragraph or heading of these words announces a request.
    pub request: Lexicon,
    /// A block, paragraph or heading of these words announces a response.
    pub response: Lexicon,
    /// A block, paragraph or heading of these words announces an object: `example {type}`.
    pub object: Lexicon,
}

/// The service on the wire.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Wire {
    /// The member of a page of a collection that holds the elements; empty for a bare array.
    pub items: String,
    /// The member of a page that holds the address of the next one, as a path of names; `link-header` for the header.
    pub next: String,
    /// The member of an error body that holds its code, as a path of names.
    pub error_code: String,
    /// The member of an error body that holds its message, as a path of names.
    pub error_message: String,
}

impl Dialect {
    /// Whether a file of this name, in lower case, is a page.
    pub fn is_page(&self, name: &str) -> bool {
        self.files.fits(name) && !self.skip.fits(name)
    }

    /// Whether pages describe an OData service.
    pub fn is_odata(&self) -> bool {
        self.unit == Unit::Page
    }
}
