//! What an operation returns: what its page says, put right where path and examples prove it wrong.

use super::answers::Answers;
use super::fit::{enveloped_primitive, payload_misfits};
use super::parameters::TELLING_LINES;
use super::walk::Target;
use super::{names_several, related};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Edm, OperationKind, Response, TypeExpr, TypeId, TypeRef};
use crate::json::{Json, Kind};
use crate::page::{self, BodyContent, Page, RequestLine, Statement};
use crate::resolve::facts::primitive::primitive;
use crate::resolve::facts::template;
use crate::resolve::types::draft::link_stem;
use crate::resolve::types::link::Linker;
use std::borrow::Cow;
use std::collections::HashMap;

/// What is asked of a page: what this line of it gives back.
pub(super) struct Question<'p, 'q, 'a, 'r> {
    pub(super) linker: &'q Linker<'a, 'r>,
    pub(super) page: &'p Page,
    pub(super) line: &'q RequestLine,
    pub(super) kind: OperationKind,
    pub(super) target: &'q Target,
    /// What the `Methods` table of a resource says that the page's method returns.
    pub(super) promised: Option<TypeExpr>,
    /// How the examples answer the line.
    pub(super) answers: &'q Answers,
}

/// A question with everything that the page says about it in one place.
struct Case<'p, 'q, 'a, 'r> {
    ask: &'q Question<'p, 'q, 'a, 'r>,
    statement: &'q Statement,
    /// The status that the section states first.
    status: Option<u16>,
    /// The body of the first response example that is a success.
    shown: Option<&'p Json>,
    /// What the annotation of a response example names.
    annotated: Option<TypeExpr>,
    /// What the section names, else what the annotation does.
    stated: Option<TypeRef>,
    collection: bool,
}

/// A way to know what a body holds.
type Rule = fn(&Case<'_, '_, '_, '_>) -> Option<Response>;

/// The rules in order; the first that knows an answer counts.
const RULES: [Rule; 11] = [
    content,
    number,
    value,
    nothing_by_method,
    nothing_by_section,
    told_elsewhere,
    by_path_alone,
    stream,
    by_methods_table,
    by_example,
    by_section,
];

/// What a request line of a page gives back.
pub(super) fn response_of(
    ask: &Question<'_, '_, '_, '_>,
    diagnostics: &mut Diagnostics,
) -> Response {
    let silent = Statement::default();
    let statement = ask.page.response.as_ref().unwrap_or(&silent);
    let named = statement.types.iter().find_map(|mention| {
        if let Some(edm) = primitive(&mention.name) {
            return Some(TypeRef::Edm(edm));
        }
        let found = ask.linker.find(&mention.name, mention.link.as_deref(), ask.page);
        found.map(TypeRef::Named)
    });
    let annotated = annotated(ask.linker, ask.page);
    let collection = match named {
        Some(_) => statement.collection,
        None => annotated.is_some_and(|expr| expr.collection),
    };
    let case = Case {
        ask,
        statement,
        status: statement.statuses.first().map(|status| status.value),
        shown: shown_response(ask.page),
        annotated,
        stated: named.or(annotated.map(|expr| expr.ty)),
        collection,
    };
    let held = RULES.iter().find_map(|rule| rule(&case)).unwrap_or(Response::Unknown);
    report_silence(&case, held, diagnostics);
    as_answered(&case, held)
}

/// The content of a file, a photo, a property.
fn content(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let is_content = *case.ask.target == Target::Media && case.ask.line.method == "GET";
    is_content.then_some(Response::Bytes)
}

/// `$count`.
fn number(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let counts = *case.ask.target == Target::Count && case.ask.line.method == "GET";
    counts.then(|| from_target(case.ask.kind, case.ask.target))
}

/// A path that ends in a property that holds a value is answered with it, whose object the page names.
fn value(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let Target::Scalar(value) = case.ask.target else { return None };
    let is_typed = value.ty != TypeRef::Edm(Edm::Untyped);
    (is_typed && case.ask.line.method == "GET").then(|| from_target(case.ask.kind, case.ask.target))
}

fn nothing_by_method(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let links = case.ask.kind == OperationKind::Reference
        && case.ask.line.method != "GET"
        && case.status != Some(201);
    (links || case.ask.kind == OperationKind::Delete).then_some(Response::Nothing)
}

fn nothing_by_section(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let statement = case.statement;
    let denies = statement.no_body && statement.types.is_empty() && case.shown.is_none();
    (denies || case.status == Some(204)).then_some(Response::Nothing)
}

/// The section's type is what the URL in a header leads to.
fn told_elsewhere(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let elsewhere =
        case.status == Some(202) && case.shown.is_none() && points_elsewhere(case.statement);
    elsewhere.then_some(Response::Nothing)
}

/// Where neither section nor annotation names a type: path, `Methods` table, or a single value that is shown.
fn by_path_alone(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    if case.stated.is_some() {
        return None;
    }
    if matches!(case.status, Some(202 | 302)) {
        return Some(Response::Nothing);
    }
    Some(match from_target(case.ask.kind, case.ask.target) {
        Response::Unknown => {
            let known = case.shown.and_then(enveloped).or(case.ask.promised);
            known.map_or(Response::Unknown, Response::Value)
        }
        known => known,
    })
}

fn stream(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    (case.stated? == TypeRef::Edm(Edm::Stream)).then_some(Response::Bytes)
}

/// The `Methods` table names a type that the path is called after, the section another one.
fn by_methods_table(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let (promised, stated) = (case.ask.promised?, case.stated?);
    names_other(case.ask.linker, case.ask.line, stated, promised.ty)
        .then_some(Response::Value(promised))
}

/// The example of a call fits its annotation better than the type that the section names.
fn by_example(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let (ask, stated) = (case.ask, case.kind_promised()?);
    let called = matches!(ask.kind, OperationKind::Action | OperationKind::Function);
    let json = case.shown.filter(|_| called)?;
    better_shown(ask.linker, ask.page, stated, case.collection, case.annotated, json)
        .map(Response::Value)
}

/// What the section names, put right by path and example.
fn by_section(case: &Case<'_, '_, '_, '_>) -> Option<Response> {
    let ask = case.ask;
    let (linker, page, line) = (ask.linker, ask.page, ask.line);
    let stated = match (case.kind_promised()?, ask.target) {
        (_, Target::One(path) | Target::Many(path))
            if names_several(linker, page, case.statement, *path) =>
        {
            TypeRef::Named(*path)
        }
        (stated, _) => stated,
    };
    let listed = ask.kind == OperationKind::List && title_begins(page, "list");
    let lists = || case.shown.is_some_and(|shown| shows_collection(linker, shown, stated));
    let collection = case.collection || listed || lists();
    let narrower = shown_kind(linker, page, line, stated)
        .filter(|id| ask.kind != OperationKind::List || is_called_after(linker, line, *id));
    let stated = narrower.map_or(stated, TypeRef::Named);
    Some(Response::Value(reconcile(linker, stated, collection, ask.kind, ask.target)))
}

impl Case<'_, '_, '_, '_> {
    /// The stated type; but what a kind's own page says it is got by holds that kind.
    fn kind_promised(&self) -> Option<TypeRef> {
        let (ask, stated) = (self.ask, self.stated?);
        match ask.promised.map(|promised| promised.ty) {
            Some(TypeRef::Named(kind))
                if ask.line.method == "GET" && is_kind_of(ask.linker, kind, stated) =>
            {
                Some(TypeRef::Named(kind))
            }
            _ => Some(stated),
        }
    }
}

/// Where the section names no type at all, the reader has said so.
fn report_silence(case: &Case<'_, '_, '_, '_>, held: Response, diagnostics: &mut Diagnostics) {
    if held == Response::Unknown
        && !case.statement.types.is_empty()
        && !case.ask.page.shows_response()
        && let Some(heading) = case.statement.heading
    {
        let message = "the section does not say what the method returns";
        diagnostics.push(Diagnostic::new(Code::MissingResponse, heading, message));
    }
}

/// What comes back if a body, where there is one, holds `held`: the examples show whether there is, and the status
/// tells what it means if there is none.
fn as_answered(case: &Case<'_, '_, '_, '_>, held: Response) -> Response {
    let answers = case.ask.answers;
    let bodiless = answers.are_empty() || answers.status().is_none() && case.shown.is_none();
    let result = match held {
        Response::Bytes => Some(TypeExpr::single(TypeRef::Edm(Edm::Stream))),
        held => held.value(),
    };
    match case.status.or(answers.status()) {
        Some(300..400) if bodiless => Response::Redirect(result),
        Some(202) if bodiless && (answers.lead_on() || points_elsewhere(case.statement)) => {
            Response::Accepted(result)
        }
        Some(202) if answers.are_empty() && held != Response::Nothing => Response::Accepted(result),
        Some(204) if answers.are_empty() => Response::Nothing,
        _ => match held {
            Response::Value(expr) if answers.have_empty() => Response::Optional(expr),
            Response::Unknown if answers.are_empty() => Response::Nothing,
            held => held,
        },
    }
}

/// What the `Methods` tables of resource pages say that each page's operation returns, by the page's name.
pub(in crate::resolve) fn promised<'p>(
    linker: &Linker<'_, '_>,
    pages: &[&'p Page],
) -> HashMap<Cow<'p, str>, TypeExpr> {
    let mut out = HashMap::new();
    for page in pages {
        for row in &page.methods {
            let (Some(href), Some(returns)) = (&row.method.link, &row.returns) else { continue };
            let ty = match primitive(&returns.name) {
                // `JSON object` names no type, even where a page describes one called so.
                Some(Edm::Untyped) => None,
                None if returns.name.eq_ignore_ascii_case("json") => None,
                Some(edm) => Some(TypeRef::Edm(edm)),
                None => {
                    linker.find(&returns.name, returns.link.as_deref(), page).map(TypeRef::Named)
                }
            };
            if let (Some(stem), Some(ty)) = (link_stem(href), ty) {
                out.entry(stem).or_insert(TypeExpr { ty, collection: returns.collection });
            }
        }
    }
    out
}

/// `joinedTeams` is called after what the resource's page promises and not after what its own page states.
fn names_other(
    linker: &Linker<'_, '_>,
    line: &RequestLine,
    stated: TypeRef,
    promised: TypeRef,
) -> bool {
    let (TypeRef::Named(stated), TypeRef::Named(promised)) = (stated, promised) else {
        return false;
    };
    let last = template::segments(&line.path).pop();
    let last = last.map(|last| last.name.to_lowercase()).unwrap_or_default();
    let called = |id: TypeId| last.contains(&linker.types.get(id).name.name().to_lowercase());
    !related(&linker.types, stated, promised) && called(promised) && !called(stated)
}

fn is_kind_of(linker: &Linker<'_, '_>, kind: TypeId, base: TypeRef) -> bool {
    matches!(base, TypeRef::Named(base) if linker.types.lineage(kind).contains(&base))
}

fn says_body(statement: &Statement) -> bool {
    statement.text.iter().any(|text| text.plain().to_lowercase().contains("response body"))
}

/// What a call returns where its page's own example proves the sentence wrong: the annotated type counts if the
/// body fits it better than the stated one.
fn better_shown(
    linker: &Linker<'_, '_>,
    page: &Page,
    stated: TypeRef,
    collection: bool,
    annotated: Option<TypeExpr>,
    json: &Json,
) -> Option<TypeExpr> {
    let TypeRef::Named(id) = stated else { return None };
    let annotated = annotated?;
    let TypeRef::Named(other) = annotated.ty else { return None };
    if related(&linker.types, id, other) {
        return None;
    }
    let misfits = |ty| payload_misfits(linker, page, TypeExpr { ty, collection }, json);
    let collection = annotated.collection || shows_collection(linker, json, annotated.ty);
    (misfits(annotated.ty) < misfits(stated)).then_some(TypeExpr { collection, ..annotated })
}

/// A `Location` header leads to the object that the section names; nothing is said of a body.
fn points_elsewhere(statement: &Statement) -> bool {
    let says =
        |word: &str| statement.text.iter().any(|text| text.plain().to_lowercase().contains(word));
    says("location") && says("header") && !says_body(statement)
}

/// `{"value": true}`: what an action or function returns if its page shows a value and names no type.
/// A number shows no width, so it teaches nothing.
fn enveloped(json: &Json) -> Option<TypeExpr> {
    let edm = enveloped_primitive(json).filter(|edm| matches!(edm, Edm::Boolean | Edm::String))?;
    Some(TypeExpr::single(TypeRef::Edm(edm)))
}

/// The kind of `stated` that every response to this very line is annotated with.
fn shown_kind(
    linker: &Linker<'_, '_>,
    page: &Page,
    line: &RequestLine,
    stated: TypeRef,
) -> Option<TypeId> {
    let TypeRef::Named(stated) = stated else { return None };
    let wanted = template::segments(&line.path);
    let mut asked = false;
    let mut shown: Vec<TypeId> = Vec::new();
    for example in &page.examples {
        if let Some(request) = &example.request {
            let path = crate::resolve::facts::example_url::example_path(&request.url.value);
            let path = template::segments(&path);
            asked = request.method.value == line.method
                && template::fits(&wanted, &path)
                && template::literal_matches(&wanted, &path) > 0;
        }
        if asked && example.role == page::Role::Response && example.body.is_some() {
            let name = example.annotation.as_ref()?.str("@odata.type")?;
            let (name, _) = crate::resolve::types::draft::odata_type(&name.value);
            shown.push(linker.find(name, None, page)?);
        }
    }
    let (first, rest) = shown.split_first()?;
    let narrower = *first != stated
        && rest.iter().all(|other| other == first)
        && linker.types.lineage(*first).contains(&stated);
    narrower.then_some(*first)
}

/// `rooms` holds rooms; that an example of `attachments` shows but files proves nothing.
fn is_called_after(linker: &Linker<'_, '_>, line: &RequestLine, id: TypeId) -> bool {
    let name = linker.types.get(id).name.name().to_lowercase();
    let last = template::segments(&line.path).pop();
    last.is_some_and(|last| last.name.to_lowercase().starts_with(&name))
}

/// The body of the first response example that is a success.
pub(in crate::resolve) fn shown_response(page: &Page) -> Option<&Json> {
    page.examples.iter().find_map(|example| {
        let succeeded = example.status.as_ref().is_none_or(|status| status.value < 300);
        match example.body.as_ref().map(|body| &body.content) {
            Some(BodyContent::Json(json)) if example.role == page::Role::Response && succeeded => {
                Some(json)
            }
            _ => None,
        }
    })
}

/// Whether a GET line holds many though its page's sentence speaks of one: the example lists them, or another
/// line of the page has the singular (`/me/photo`, `/me/photos`).
pub(in crate::resolve) fn is_many(
    linker: &Linker<'_, '_>,
    page: &Page,
    line: &RequestLine,
    stated: TypeId,
) -> bool {
    let Some(own) = last_name(line) else { return false };
    let others = page.request_lines.iter().take(TELLING_LINES).filter_map(last_name);
    let others: Vec<&str> = others.collect();
    let plural = others.iter().any(|other| own.strip_suffix('s') == Some(*other));
    let alone = others.iter().all(|other| *other == own);
    let shown = || {
        shown_response(page)
            .is_some_and(|json| shows_collection(linker, json, TypeRef::Named(stated)))
    };
    plural || alone && shown()
}

fn last_name(line: &RequestLine) -> Option<&str> {
    template::segments(&line.path).pop().map(|last| last.name)
}

/// `{"value": [ … ]}` where the type itself declares no `value`.
fn shows_collection(linker: &Linker<'_, '_>, json: &Json, ty: TypeRef) -> bool {
    let array = json.get("value").is_some_and(|value| matches!(value.kind, Kind::Array(_)));
    array && !matches!(ty, TypeRef::Named(id) if linker.types.declares(id, "value"))
}

pub(in crate::resolve) fn title_begins(page: &Page, word: &str) -> bool {
    let first = page.title.as_ref().and_then(|title| title.value.split_whitespace().next());
    first.is_some_and(|first| first.eq_ignore_ascii_case(word))
}

/// What a page says, put right where the path proves it wrong: a list is a list, one entity is one, and of
/// two related types the derived one is meant.
fn reconcile(
    linker: &Linker<'_, '_>,
    stated: TypeRef,
    collection: bool,
    kind: OperationKind,
    target: &Target,
) -> TypeExpr {
    let as_stated = TypeExpr { ty: stated, collection };
    let TypeRef::Named(id) = stated else { return as_stated };
    let (Target::Many(path) | Target::One(path)) = target else { return as_stated };
    if !related(&linker.types, id, *path) {
        // A page may show how to reach its subject through another object's line, `GET /me?$expand=…`.
        return match (kind, target) {
            (OperationKind::Get | OperationKind::Update, Target::One(_))
            | (OperationKind::Create, Target::Many(_)) => TypeExpr::single(TypeRef::Named(*path)),
            (OperationKind::List, Target::Many(_)) => TypeExpr::collection(TypeRef::Named(*path)),
            _ => as_stated,
        };
    }
    let narrower = if linker.types.lineage(*path).contains(&id) { *path } else { id };
    let ty = TypeRef::Named(narrower);
    match (kind, target) {
        (OperationKind::List, Target::Many(_)) => TypeExpr::collection(ty),
        (OperationKind::Get | OperationKind::Update, Target::One(_))
        | (OperationKind::Create, Target::Many(_)) => TypeExpr::single(ty),
        _ => as_stated,
    }
}

/// The type that the annotation of a response example names.
fn annotated(linker: &Linker<'_, '_>, page: &Page) -> Option<TypeExpr> {
    let responses = page.examples.iter().filter(|example| example.role == page::Role::Response);
    let mut annotations = responses.filter_map(|example| example.annotation.as_ref());
    annotations.find_map(|annotation| linker.annotated(annotation, page))
}

/// What the path alone tells.
fn from_target(kind: OperationKind, target: &Target) -> Response {
    match (kind, target) {
        (OperationKind::Get | OperationKind::List, Target::One(id)) => {
            Response::Value(TypeExpr::single(TypeRef::Named(*id)))
        }
        (OperationKind::Get | OperationKind::List, Target::Many(id)) => {
            Response::Value(TypeExpr::collection(TypeRef::Named(*id)))
        }
        (OperationKind::Create, Target::Many(id)) => {
            Response::Value(TypeExpr::single(TypeRef::Named(*id)))
        }
        (OperationKind::Get | OperationKind::List, Target::Scalar(expr)) => Response::Value(*expr),
        (_, Target::Count) => Response::Value(TypeExpr::single(TypeRef::Edm(Edm::Int64))),
        (_, Target::Media) => Response::Bytes,
        (OperationKind::Delete | OperationKind::Reference | OperationKind::Update, _) => {
            Response::Nothing
        }
        _ => Response::Unknown,
    }
}
