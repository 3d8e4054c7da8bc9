//! What the report's script needs to list and search everything.
//!
//! In: the model, the plan and the findings. Out: one JSON object, safe inside a script element. Texts that
//! repeat are once in a table; the lists hold their indices. Thousands of rows are made on demand in the
//! browser, which is why they are data and not markup.

use super::Inputs;
use super::escape::{script_data, visible};
use super::findings::Group;
use super::items::{Emitted, Items};
use super::snippet::Snippet;
use super::stats;
use crate::diagnostic::{Diagnostic, Label};
use crate::ir::{
    Account, Api, Body, Operation, OperationKind, Property, Response, Type, TypeExpr, TypeKind,
    TypeRef,
};
use crate::source::DocSet;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Data {
    crate_name: String,
    strings: Vec<String>,
    versions: Vec<String>,
    types: Vec<TypeRow>,
    operations: Vec<OperationRow>,
    findings: Vec<FindingRow>,
}

/// An index into `strings`.
type Text = usize;

#[derive(Serialize)]
struct TypeRow {
    name: String,
    version: usize,
    kind: Text,
    synthetic: bool,
    base: Option<Text>,
    page: Text,
    line: u32,
    others: Vec<Text>,
    rust: Option<String>,
    file: Option<String>,
    /// Name, type (or value) and marks; of an enumeration its members.
    parts: Vec<(Text, Text, u8)>,
}

#[derive(Serialize)]
struct OperationRow {
    method: Text,
    path: String,
    title: Text,
    version: usize,
    page: Text,
    line: u32,
    kind: Text,
    sends: Text,
    returns: Text,
    unknown: bool,
    /// Account and scopes.
    scopes: Vec<(Text, Text)>,
    rust: Option<String>,
    file: Option<Text>,
}

#[derive(Serialize)]
struct FindingRow {
    code: Text,
    severity: Text,
    version: Option<usize>,
    message: String,
    help: Option<Text>,
    places: Vec<PlaceRow>,
}

/// Page, line, column; the line in three pieces; indent and length of the marker; what is said there.
type PlaceRow = (Text, u32, u32, String, String, String, usize, usize, Text);

/// Marks of a property or member.
const NAVIGATION: u8 = 1;
const UNDOCUMENTED: u8 = 2;
const UNTYPED: u8 = 4;
const DEPRECATED: u8 = 8;

/// Texts that are written once.
#[derive(Default)]
struct Strings {
    index: BTreeMap<String, Text>,
    list: Vec<String>,
}

impl Strings {
    fn add(&mut self, text: &str) -> Text {
        let text = visible(text);
        if let Some(&known) = self.index.get(text.as_ref()) {
            return known;
        }
        self.list.push(text.clone().into_owned());
        self.index.insert(text.into_owned(), self.list.len() - 1);
        self.list.len() - 1
    }
}

/// The data as JSON for a script element.
pub(super) fn json(inputs: &Inputs<'_>, groups: &[Group<'_>]) -> String {
    let items = Items::new(inputs.plan);
    let mut strings = Strings::default();
    let mut types = Vec::new();
    let mut operations = Vec::new();
    for (version, api) in inputs.model.versions.iter().enumerate() {
        let row = |ty| {
            type_row(inputs.docs, &mut strings, api, version, ty, items.of_type(inputs.docs, ty))
        };
        types.extend(api.types.iter().map(row));
        let row = |found| {
            operation_row(inputs.docs, &mut strings, api, version, found, items.of_operation(found))
        };
        operations.extend(api.operations.iter().map(row));
    }
    let versions: Vec<String> =
        inputs.model.versions.iter().map(|api| api.version.clone()).collect();
    let findings = groups.iter().flat_map(|group| &group.findings);
    let findings =
        findings.map(|found| finding_row(inputs.docs, &mut strings, &versions, found)).collect();
    let crate_name = inputs.crate_name.to_owned();
    let data = Data { crate_name, versions, types, operations, findings, strings: strings.list };
    // Plain data without maps cannot fail to serialise; an empty page of lists is what would be left.
    script_data(&serde_json::to_string(&data).unwrap_or_default())
}

fn type_row(
    docs: &DocSet,
    strings: &mut Strings,
    api: &Api,
    version: usize,
    ty: &Type,
    emitted: Option<Emitted<'_>>,
) -> TypeRow {
    let span = ty.origin.span();
    let page = docs.file(span.file).path.as_str();
    let kind = match &ty.kind {
        TypeKind::Enumeration(_) => "enum",
        TypeKind::Structure(structure) if structure.entity => "entity",
        TypeKind::Structure(_) => "complex",
    };
    let others = ty.other_pages.iter().map(|span| docs.file(span.file).path.as_str());
    let others = others.filter(|other| *other != page).map(|other| strings.add(other)).collect();
    let mut parts: Vec<(Text, Text, u8)> = Vec::new();
    for property in ty.properties() {
        parts.push((
            strings.add(&property.name),
            strings.add(&type_text(api, property.ty)),
            marks(property),
        ));
    }
    for member in ty.enumeration().map_or(&[][..], |found| &found.members) {
        let value = member.value.map_or_else(String::new, |value| value.to_string());
        let marks = if stats::is_documented(&member.doc) { 0 } else { UNDOCUMENTED };
        parts.push((strings.add(&member.name), strings.add(&value), marks));
    }
    let (rust, file) = emitted.map(|emitted| (emitted.rust, emitted.file.to_owned())).unzip();
    TypeRow {
        name: visible(ty.name.as_str()).into_owned(),
        version,
        kind: strings.add(kind),
        synthetic: ty.origin.is_synthetic(),
        base: ty.base().map(|base| strings.add(api[base].name.as_str())),
        page: strings.add(page),
        line: docs.line(span),
        others,
        rust,
        file,
        parts,
    }
}

fn marks(property: &Property) -> u8 {
    let mark = |set: bool, mark: u8| if set { mark } else { 0 };
    mark(property.navigation, NAVIGATION)
        | mark(!stats::is_documented(&property.doc), UNDOCUMENTED)
        | mark(stats::is_untyped(property), UNTYPED)
        | mark(property.deprecated, DEPRECATED)
}

fn operation_row(
    docs: &DocSet,
    strings: &mut Strings,
    api: &Api,
    version: usize,
    operation: &Operation,
    emitted: Option<Emitted<'_>>,
) -> OperationRow {
    let (rust, file) = emitted.map(|emitted| (emitted.rust, strings.add(emitted.file))).unzip();
    let permissions = operation.permissions.iter();
    let scopes = permissions
        .map(|found| (strings.add(account(found.account)), strings.add(&found.scopes.join(", "))));
    OperationRow {
        scopes: scopes.collect(),
        method: strings.add(&operation.method),
        path: visible(&operation.path.text).into_owned(),
        title: strings.add(&operation.title),
        version,
        page: strings.add(&operation.page),
        line: docs.line(operation.origin),
        kind: strings.add(kind(operation.kind)),
        sends: strings.add(&sends(api, operation.request)),
        returns: strings.add(&returns(api, operation.response)),
        unknown: stats::is_open(operation),
        rust,
        file,
    }
}

fn finding_row(
    docs: &DocSet,
    strings: &mut Strings,
    versions: &[String],
    found: &Diagnostic,
) -> FindingRow {
    let version =
        found.primary.as_ref().and_then(|label| docs.file(label.span.file).version.as_ref());
    FindingRow {
        code: strings.add(found.code.as_str()),
        severity: strings.add(found.severity.as_str()),
        version: version.and_then(|version| versions.iter().position(|known| known == version)),
        message: visible(&found.message).into_owned(),
        help: found.help.as_ref().map(|help| strings.add(help)),
        places: labels(found).map(|label| place_row(strings, Snippet::new(docs, label))).collect(),
    }
}

fn place_row(strings: &mut Strings, snippet: Snippet<'_>) -> PlaceRow {
    let (page, label) = (strings.add(snippet.page), strings.add(&snippet.label));
    let (indent, length) = (snippet.indent(), snippet.length());
    let Snippet { line, column, before, hit, after, .. } = snippet;
    (page, line, column, before, hit, after, indent, length, label)
}

/// The places of a finding, the main one first.
pub(super) fn labels(found: &Diagnostic) -> impl Iterator<Item = &Label> {
    found.primary.iter().chain(&found.secondary)
}

fn type_text(api: &Api, ty: TypeExpr) -> String {
    let name = match ty.ty {
        TypeRef::Edm(edm) => edm.as_str().trim_start_matches("Edm."),
        TypeRef::Named(id) => api[id].name.name(),
    };
    if ty.collection { format!("{name} collection") } else { name.to_owned() }
}

fn sends(api: &Api, body: Body) -> String {
    match body {
        Body::Nothing => "nothing".to_owned(),
        Body::Type(id) => api[id].name.name().to_owned(),
        Body::Parameters => "parameters".to_owned(),
        Body::Reference => "a reference".to_owned(),
        Body::Json => "JSON of no stated shape".to_owned(),
        Body::Bytes => "bytes".to_owned(),
    }
}

fn returns(api: &Api, response: Response) -> String {
    match response {
        Response::Nothing => "nothing".to_owned(),
        Response::Value(ty) => type_text(api, ty),
        Response::Optional(ty) => format!("{} or nothing", type_text(api, ty)),
        Response::Redirect(None) => "a redirection".to_owned(),
        Response::Redirect(Some(ty)) => format!("a redirection to {}", type_text(api, ty)),
        Response::Accepted(None) => "accepted".to_owned(),
        Response::Accepted(Some(ty)) => format!("accepted, later {}", type_text(api, ty)),
        Response::Bytes => "bytes".to_owned(),
        Response::Unknown => "unknown".to_owned(),
    }
}

fn kind(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Get => "get",
        OperationKind::List => "list",
        OperationKind::Create => "create",
        OperationKind::Update => "update",
        OperationKind::Delete => "delete",
        OperationKind::Action => "action",
        OperationKind::Function => "function",
        OperationKind::Reference => "reference",
    }
}

fn account(account: Account) -> &'static str {
    match account {
        Account::DelegatedWork => "Delegated (work or school)",
        Account::DelegatedPersonal => "Delegated (personal)",
        Account::Application => "Application",
    }
}
