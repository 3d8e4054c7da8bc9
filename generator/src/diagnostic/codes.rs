//! The closed list of diagnostic codes. A code never changes its meaning and is never reused.

use super::Severity;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $severity:ident,)+) => {
        /// What kind of finding this is. The variants' documentation is what `cargo xtask explain` prints.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+ }

        impl Code {
            /// Every code, in order of declaration.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The kebab-case name used on the command line, in the configuration and in exports.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The severity unless `codegen.toml` says otherwise.
            pub fn default_severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What it means and how to fix it, as one or more sentences.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n",)+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// The page holds bytes that are not UTF-8. They are read as U+FFFD, so names near them may be wrong.
    /// Save the page as UTF-8.
    NotUtf8 "not-utf8" Warning,
    /// The page is larger than the reader accepts (64 MiB) and was left out. A reference page of that size
    /// is a mistake; split it, or move it out of `api/` and `resources/`.
    PageTooLarge "page-too-large" Warning,
    /// A symbolic link in the docs folder leads out of it or nowhere, and was not followed: what lies elsewhere on this
    /// machine is no page. Put the file itself into the docs folder, or let the link lead to a file within.
    LinkOut "link-out" Warning,
    /// The docs folder holds no page. Pages are the markdown and text files, or what `files` of the dialect names;
    /// with other endings, name a dialect in `codegen.toml`. Nothing was written.
    NoPages "no-pages" Error,
    /// The pages hold neither a request line nor a type that any rule recognises, or next to none of what they hold.
    /// Most likely they are of another docs family: name its dialect in `codegen.toml`. Nothing was written.
    NothingRecognised "nothing-recognised" Error,
    /// The docs folder has text files whose ending makes no page, so they are not read. Name the endings in
    /// `files` of the dialect, or move the files.
    UnreadFiles "unread-files" Warning,
    /// A path holds what looks like a placeholder, in marks that the dialect does not know. It would be sent as it
    /// is. Add the marks to `placeholders` of the dialect.
    UnreadPlaceholder "unread-placeholder" Warning,
    /// The page has no text besides its front matter. It contributes nothing; delete it or fill it in.
    EmptyPage "empty-page" Warning,
    /// Nothing on the page describes a resource, an enumeration or an operation, so it contributes nothing.
    /// Prose pages are expected here; a reference page that ends up here lacks its section headings.
    UnclassifiedPage "unclassified-page" Note,
    /// The front matter is not valid YAML. Its keys were read line by line instead. Quote a value that
    /// contains a colon.
    FrontMatter "front-matter" Note,
    /// An include that the page needs is not in the docs tree, so what it holds could not be read. Reported
    /// once in a run; check out the include folder too.
    MissingInclude "missing-include" Note,
    /// Includes nest too deeply, include themselves, or bring more text than a page has. The one that goes too far was not
    /// followed.
    IncludeLoop "include-loop" Warning,
    /// A table is not a table for markdown: its delimiter row has the wrong number of columns. It was read
    /// line by line. Write one `---` cell for each column.
    RecoveredTable "recovered-table" Warning,
    /// A table row is broken over several lines. The rest was joined to the description before it. Use
    /// `<br>` for line breaks in a cell.
    WrappedRow "wrapped-row" Warning,
    /// A table row has more cells than its header; the rest is lost in every renderer. Usually a `|` in the
    /// text needs a backslash.
    OverflowingRow "overflowing-row" Warning,
    /// A table row has fewer cells than its header, so at least one cell is missing.
    ShortRow "short-row" Note,
    /// A table is where properties, relationships or methods are expected, but none of its columns holds
    /// their names, nor does another table of the section. It was left out. Call the first column `Property`, `Relationship` or `Method`.
    UnknownTable "unknown-table" Note,
    /// A table is written in HTML. It was left out, with whatever it says of properties, parameters or permissions.
    /// Write it as a markdown table, with a line `|:---|:---|` below its header.
    HtmlTable "html-table" Note,
    /// A property or parameter table has no type column. The types come from the JSON representation or the
    /// examples where these show them, else they are untyped.
    MissingTypeColumn "missing-type-column" Warning,
    /// The type cell of this row is empty. The type comes from the JSON representation or the examples
    /// where these show it, else it is untyped.
    EmptyType "empty-type" Warning,
    /// The type cell holds something that is not a type. What could be understood was used.
    TypeSpelling "type-spelling" Warning,
    /// The type cell names several types. A property cannot be declared as both: it is
    /// untyped JSON unless one of them is the base of the other.
    AlternativeTypes "alternative-types" Warning,
    /// The name cell does not hold a name of the API. The row was left out.
    InvalidName "invalid-name" Warning,
    /// The property is listed twice in the tables of this page. The rows were merged.
    DuplicateProperty "duplicate-property" Note,
    /// The HTML comment before a code block is not a JSON object. The keys that could be recognised were
    /// used.
    AnnotationSyntax "annotation-syntax" Warning,
    /// No code block follows this annotation, so it describes nothing.
    OrphanAnnotation "orphan-annotation" Note,
    /// A code block is not closed, so the page's following sections are inside it. Headings inside it were
    /// read anyway. Close the fence.
    UnclosedFence "unclosed-fence" Warning,
    /// A line in the HTTP request section is not a method and a path. It was left out.
    InvalidRequestLine "invalid-request-line" Warning,
    /// The request line is spelled unusually (no leading slash, an absolute URL, spaces, debris of a
    /// generator). It was read as meant.
    RequestLineSpelling "request-line-spelling" Note,
    /// The same request line is listed twice on this page.
    DuplicateRequestLine "duplicate-request-line" Note,
    /// The page describes an operation but its HTTP request section holds no request line.
    MissingRequestLine "missing-request-line" Warning,
    /// The page neither says nor shows what the method returns; it was inferred or left open.
    MissingResponse "missing-response" Note,
    /// The permissions are still to be determined. The operation is emitted without scopes for that
    /// account.
    TodoPermissions "todo-permissions" Warning,
    /// The permissions cell holds something that is not a permission name. It was left out.
    UnknownScope "unknown-scope" Warning,
    /// The label of a permissions row names no kind of account. Where it is the third row it is read as
    /// `Application`, else the row is left out: its permissions are not assigned to an account.
    UnknownPermissionLabel "unknown-permission-label" Warning,
    /// The request changes something, but the permission that is listed as the least privileged one only allows
    /// reading. An application that asks for it alone is refused.
    ReadScopeFirst "read-scope-first" Warning,
    /// The table lists permissions from most to least privileged. The order is reversed: scopes always run
    /// least-privileged first.
    PermissionOrder "permission-order" Note,
    /// The JSON body cannot be parsed. The example is not checked and no test is made from it.
    JsonSyntax "json-syntax" Warning,
    /// The JSON body is not strict JSON (a trailing comma, a comment). It was read anyway, but
    /// readers who paste it get an error.
    JsonTolerated "json-tolerated" Note,
    /// A JSON object names the same property twice. The last one is used.
    DuplicateKey "duplicate-key" Warning,
    /// No page, heading or annotation describes this type. The property is kept as untyped JSON. Fix the
    /// name, or add the page.
    UnknownType "unknown-type" Warning,
    /// The type is spelled in another case than its own page spells it.
    TypeCase "type-case" Note,
    /// Several namespaces have a type of this name, and nothing says which is meant. The one in the page's
    /// own namespace, else the default namespace, was taken.
    AmbiguousType "ambiguous-type" Warning,
    /// The link leads to no page of this docs tree. The type was found by its name.
    BrokenLink "broken-link" Warning,
    /// Several pages describe one type. Their properties were merged.
    MergedType "merged-type" Note,
    /// A row of a Methods table says that the method returns one object where the page that it links to returns a
    /// collection, or the other way round. The linked page is used.
    MethodsTable "methods-table" Note,
    /// Two statements give one property different types. The stronger one was used: a resource page's table
    /// before an operation page's, a table before an example.
    ConflictingType "conflicting-type" Warning,
    /// The pages disagree about whether this is an entity, a complex type or an enumeration.
    ConflictingKind "conflicting-kind" Warning,
    /// The pages that document one request say that it takes, or returns, types that have nothing in common. Any JSON
    /// is taken.
    ConflictingRequest "conflicting-request" Warning,
    /// Two statements give one type different base types. The nearer one was used.
    ConflictingBase "conflicting-base" Warning,
    /// Two statements of one enumeration disagree: different values for one member, or lists that have
    /// nothing in common.
    ConflictingMembers "conflicting-members" Warning,
    /// Two statements of one enumeration list different members. The lists were merged.
    DifferingMembers "differing-members" Note,
    /// The base types form a cycle. The last link was left out.
    BaseCycle "base-cycle" Warning,
    /// The type derives from more types than any service has, each from the next. The link that goes too deep was left
    /// out.
    DeepBase "deep-base" Warning,
    /// The name of this type or property is spelled in several cases. The one that the JSON shows was used.
    NameCase "name-case" Note,
    /// The type cell says only that this is an enumeration. A type was made from the value list and named
    /// after its owner and the property.
    InferredEnum "inferred-enum" Note,
    /// No page describes this type; it was made from the examples that show it.
    InferredType "inferred-type" Note,
    /// An enumeration whose members no page lists. It is emitted as an open enumeration without
    /// members.
    EnumWithoutMembers "enum-without-members" Warning,
    /// The member is listed twice in the table.
    DuplicateMember "duplicate-member" Note,
    /// The value column of an enumeration member does not hold an integer, or two members have the same
    /// one.
    MemberValue "member-value" Warning,
    /// The example has a property that no page states of the type, nor of any of its bases. Fix the name, or
    /// add the row to the resource page.
    UnknownProperty "unknown-property" Warning,
    /// The example spells a property in another case than the type declares it.
    PropertyCase "property-case" Warning,
    /// The value in the example is of another JSON kind than the property's type, e.g. text where a number
    /// is declared.
    WrongJsonKind "wrong-json-kind" Warning,
    /// The text in the example is not in the form that the property's type requires, e.g. a text that is not a
    /// date.
    WrongFormat "wrong-format" Warning,
    /// The value in the example is not a member of the property's enumeration.
    EnumValue "enum-value" Warning,
    /// The value in the example spells a member of the enumeration in another case.
    EnumCase "enum-case" Note,
    /// The value in the example is a placeholder such as `String`, not data.
    PlaceholderValue "placeholder-value" Note,
    /// The `@odata.type` names a type that does not fit here: not the declared one and not derived from it,
    /// or one that no page describes.
    WrongOdataType "wrong-odata-type" Warning,
    /// The `@odata.type` is spelled in another case, or with or without `#`, or lacks its namespace.
    OdataTypeSpelling "odata-type-spelling" Note,
    /// The annotation of the example names a type that the pages do not describe, or that differs from what
    /// the page says it returns.
    AnnotationType "annotation-type" Warning,
    /// The status of the example response is not one that the response section states.
    StatusMismatch "status-mismatch" Warning,
    /// The request of the example matches none of the page's request lines.
    RequestLineMismatch "request-line-mismatch" Warning,
    /// The example calls a documented operation at another host, or another path on it, than the API's base
    /// URL.
    WrongHost "wrong-host" Note,
    /// The example calls another version of the API than the page belongs to.
    WrongVersion "wrong-version" Note,
    /// The example wraps a single object in `value`. Decoders accept both forms.
    ValueEnvelope "value-envelope" Note,
    /// The Content-Length of the example is not the length of its body, nor that of one that was shortened.
    ContentLength "content-length" Note,
    /// No rule determines the type of this example's body, so it is not checked.
    UnresolvedExample "unresolved-example" Note,
    /// The example has a body although the page says there is none, or although the status does not allow one.
    UnexpectedBody "unexpected-body" Warning,
    /// The JSON representation and the property table of this page differ.
    RepresentationMismatch "representation-mismatch" Note,
    /// A setting in `codegen.toml` changes nothing: no diagnostic of that code was found under that path.
    /// Remove it.
    UnusedSeverity "unused-severity" Warning,
    /// A pattern of the slice matches nothing: no request path, no page or no type, depending on its form.
    /// Patterns that begin with `/` are about request paths, those that end in `.md` about pages, all others
    /// about names of types. Correct the pattern or remove it.
    UnusedPattern "unused-pattern" Warning,
    /// The patterns of the slice together select nothing, or exclude all that they select. Nothing was
    /// written, so that a typo does not empty the crate.
    EmptySlice "empty-slice" Error,
    /// A pin has no effect: the pages give the property the pinned type themselves, or there is no such property or
    /// type any more. Remove it.
    UnusedPin "unused-pin" Warning,
    /// A correction no longer applies: its text is not in the page, or occurs there more than once. The
    /// page was probably fixed; remove the correction, or make its text unique.
    CorrectionUnused "correction-unused" Error,
    /// Two things of the API have names that differ only in punctuation or case, so that both would get one Rust
    /// name. The plainer spelling gets it; the other one gets an underscore. If one of them is a typo, correct
    /// the page.
    SimilarNames "similar-names" Warning,
    /// Two different things of the API would get one Rust name, and nothing that the pages say of them tells them
    /// apart. One of them has it with an underscore. Correct one of the names.
    NameClash "name-clash" Warning,
    /// A name is too long for a file or a line, so that the crate has its beginning and a hash of the rest. Its docs and
    /// its JSON have the whole.
    LongName "long-name" Warning,
    /// A folder is called like something that the crate or cargo already has, or like another version but for case and
    /// signs, so that the version's module and feature have another name.
    RenamedVersion "renamed-version" Warning,
    /// The generator produced something that is not Rust. This is never a page's fault: report it with the message.
    InternalError "internal-error" Error,
}

/// There is no code of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode(pub String);

impl std::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no diagnostic `{}`", self.0)
    }
}

impl std::error::Error for UnknownCode {}

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        let found = Self::ALL.iter().copied().find(|code| code.as_str() == name);
        found.ok_or_else(|| UnknownCode(name.to_owned()))
    }
}
