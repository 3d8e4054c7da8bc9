//! What each page says of its request lines: with body, parameters, response and permissions.
//!
//! In: operation pages and the settled types. Out: [`Operation`]s. What a page says wins where it makes
//! sense; where it is silent, the path tells through the model ([`walk`]).

mod answers;
pub(in crate::resolve) mod collections;
pub(in crate::resolve) mod fit;
mod leader;
pub(in crate::resolve) mod learn;
mod mentioned;
mod parameters;
mod permissions;
mod query;
mod responses;
mod spelling;
mod unite;
pub(in crate::resolve) mod walk;

use crate::diagnostic::Diagnostics;
use crate::ir::{
    Body, Operation, OperationKind, OperationTold, Parameter, ParameterPlace, PathTemplate,
    TypeExpr, TypeId,
};
use crate::page::{self, Page, PageKind, RequestLine, Statement};
pub(in crate::resolve) use unite::{United, unite};

use crate::resolve::facts::template;
use crate::resolve::types::bodies;
use crate::resolve::types::doc;
use crate::resolve::types::draft::Types;
use crate::resolve::types::link::Linker;
use answers::Answers;
use rayon::prelude::*;
use responses::{Question, response_of};
use std::borrow::Cow;
use walk::{Paths, Target};

/// So many rows of a table are asked whether the object has such a property: one is enough.
const TELLING_ROWS: usize = 100;

/// What every page of a version says of its request lines, in page order. What declares types goes from page to page, the rest by all pages
/// at once.
pub(in crate::resolve) fn resolve<'a>(
    linker: &mut Linker<'a, '_>,
    paths: &Paths,
    pages: &[&'a Page],
) -> Vec<Operation> {
    let promised = responses::promised(linker, pages);
    let pages = pages.iter().filter(|page| page.kind == PageKind::Operation);
    let tabled: Vec<(&Page, Vec<Parameter>)> =
        pages.map(|page| (*page, parameters::from_tables(linker, page))).collect();
    let read = |(page, tables): (_, Vec<Parameter>)| {
        let calls = calls_of(linker, paths, page, &tables);
        (page, tables, calls)
    };
    let mut called: Vec<(&Page, Vec<Parameter>, Vec<Call>)> =
        tabled.into_par_iter().map(read).collect();
    for (page, tables, calls) in &mut called {
        for (call, line) in calls.iter_mut().zip(&page.request_lines) {
            complete_body(linker, paths, page, (call, line), tables);
        }
    }
    let answer = |(page, _, calls): (&Page, _, _)| {
        operations_of(linker, page, promised.get(&*page_stem(page)).copied(), calls)
    };
    let answered: Vec<(Vec<Operation>, Diagnostics)> = called.into_par_iter().map(answer).collect();
    let mut out = Vec::new();
    for (operations, found) in answered {
        out.extend(operations);
        linker.diagnostics.extend(found);
    }
    out
}

/// What a request line asks for.
struct Call {
    target: Target,
    kind: OperationKind,
    path: PathTemplate,
    parameters: Vec<Parameter>,
    request: Body,
}

/// The calls of a page, one for each request line; `tables` are the parameters that its tables list.
fn calls_of(
    linker: &Linker<'_, '_>,
    paths: &Paths,
    page: &Page,
    tables: &[Parameter],
) -> Vec<Call> {
    let calls = page.request_lines.iter().map(|line| {
        let target = paths.walk_text(&linker.types, &line.path);
        let mut kind = kind_of(page, line, &target);
        if kind == OperationKind::Create && parameters::are_no_properties(linker, &target, tables) {
            kind = OperationKind::Action;
        }
        let parameters = parameters::in_url(page, line, kind, tables);
        let path = template::parse(&line.path);
        let path = parameters::complete(path, page, &target, linker, &parameters);
        let path = query::added(path, line);
        let request = request_of(linker, page, line, kind, &target, tables);
        Call { target, kind, path, parameters, request }
    });
    calls.collect()
}

/// Gives an action the parameters of its body, which may have types that only examples show.
fn complete_body<'a>(
    linker: &mut Linker<'a, '_>,
    paths: &Paths,
    page: &'a Page,
    (call, line): (&mut Call, &RequestLine),
    tables: &[Parameter],
) {
    if call.kind != OperationKind::Action && call.request != Body::Parameters {
        return;
    }
    let mut body = match call.request {
        Body::Parameters => tables.to_vec(),
        _ => Vec::new(),
    };
    let bound = paths.bound(&linker.types, &line.path);
    parameters::from_examples(linker, page, (line, bound), call.request, &mut body);
    if call.kind == OperationKind::Action && !matches!(call.request, Body::Type(_)) {
        mentioned::parameters(linker, page, &mut body);
    }
    if !body.is_empty() {
        call.request = Body::Parameters;
    }
    body.retain(|body| call.parameters.iter().all(|url| url.name != body.name));
    call.parameters.extend(body);
}

/// The operations that a page's calls make.
fn operations_of(
    linker: &Linker<'_, '_>,
    page: &Page,
    promised: Option<TypeExpr>,
    calls: Vec<Call>,
) -> (Vec<Operation>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let doc = doc::passages(&linker.types, page, &page.summary);
    let deprecated = page.deprecated.as_ref().map(|text| doc::text(&linker.types, page, text));
    let permissions_in_words = permissions::are_in_words(page);
    let stated = page.response.as_ref().and_then(|response| response.statuses.first());
    let operations = page.request_lines.iter().zip(calls).map(|(line, call)| {
        let answers = Answers::of(page, line);
        let (kind, target) = (call.kind, &call.target);
        let question = Question { linker, page, line, kind, target, promised, answers: &answers };
        let response = response_of(&question, &mut diagnostics);
        let statement = Operation {
            method: line.method.clone(),
            path: call.path,
            page: page.path.clone(),
            origin: line.span,
            title: page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            doc: doc.clone(),
            deprecated: deprecated.clone(),
            kind: call.kind,
            parameters: call.parameters,
            request: call.request,
            response,
            status: stated.map(|status| status.value).or(answers.status()),
            permissions: permissions::of_line(page, &line.path, held_by(linker, &call.target)),
            pages: Vec::new(),
            more: OperationTold::default(),
        };
        Operation { pages: vec![unite::own_page(&statement, permissions_in_words)], ..statement }
    });
    (operations.collect(), diagnostics)
}

fn page_stem(page: &Page) -> Cow<'_, str> {
    crate::resolve::types::draft::link_stem(&page.path).unwrap_or_default()
}

/// The name of what a path leads to.
fn held_by<'l>(linker: &'l Linker<'_, '_>, target: &Target) -> Option<&'l str> {
    match target {
        Target::One(id) | Target::Many(id) => Some(linker.types.get(*id).name.name()),
        _ => None,
    }
}

fn kind_of(page: &Page, line: &RequestLine, target: &Target) -> OperationKind {
    let title = page.title.as_ref().map(|title| title.value.to_lowercase()).unwrap_or_default();
    let called = template::segments(&line.path).last().is_some_and(|last| last.arguments.is_some());
    match (line.method.as_str(), target) {
        (_, Target::Reference) => OperationKind::Reference,
        // A GET has no body: what its body table lists are arguments.
        // Where the model knows the place, a table of keys was taken for one of arguments.
        ("GET", target)
            if !matches!(target, Target::One(_) | Target::Many(_))
                && parameters::takes_arguments(page, line) =>
        {
            OperationKind::Function
        }
        ("GET", Target::Many(_)) => OperationKind::List,
        ("GET", Target::Scalar(expr)) if expr.collection => OperationKind::List,
        ("GET", Target::One(_) | Target::Scalar(_) | Target::Media | Target::Count) => {
            OperationKind::Get
        }
        ("GET", _) if !called && title.starts_with("list ") => OperationKind::List,
        ("GET", _) if called || title.ends_with(" function") || title.contains(": ") => {
            OperationKind::Function
        }
        ("GET", Target::Operation) if !title.starts_with("get ") => OperationKind::Function,
        ("GET", _) if page.response.as_ref().is_some_and(|response| response.collection) => {
            OperationKind::List
        }
        ("GET", _) => OperationKind::Get,
        ("POST", Target::Many(_)) => OperationKind::Create,
        ("POST", Target::One(_) | Target::Scalar(_) | Target::Media)
            if title.starts_with("create ") =>
        {
            OperationKind::Create
        }
        ("POST", _) if title.ends_with(" function") => OperationKind::Function,
        ("POST", _)
            if title.starts_with("create ") && !called && bodies::body_subject(page).is_some() =>
        {
            OperationKind::Create
        }
        ("POST", _) => OperationKind::Action,
        ("DELETE", _) => OperationKind::Delete,
        _ => OperationKind::Update,
    }
}

fn request_of(
    linker: &Linker<'_, '_>,
    page: &Page,
    line: &RequestLine,
    kind: OperationKind,
    target: &Target,
    tables: &[Parameter],
) -> Body {
    if matches!(line.method.as_str(), "GET" | "DELETE" | "HEAD") {
        return Body::Nothing;
    }
    let statement = page.request_body.as_ref();
    let stated = statement.and_then(|statement| stated_type(linker, page, statement));
    let body_table = tables.iter().any(|parameter| parameter.place == ParameterPlace::Body);
    let silent = statement.is_none_or(|statement| statement.no_body && statement.types.is_empty());
    match kind {
        OperationKind::Reference => match stated {
            // The page asks for a whole object where OData wants a reference: it is taken at its word.
            Some(id) if bodies::body_subject(page).is_some() => Body::Type(id),
            _ => Body::Reference,
        },
        _ if *target == Target::Media => Body::Bytes,
        OperationKind::Create | OperationKind::Update => {
            let path = match target {
                Target::One(id) | Target::Many(id) => Some(*id),
                _ => None,
            };
            let several = statement
                .zip(path)
                .is_some_and(|(statement, path)| names_several(linker, page, statement, path));
            let chosen = match (stated.filter(|_| !several), path) {
                // The page may narrow to a derived type; anything else is about another object.
                (Some(stated), Some(path)) if related(&linker.types, stated, path) => Some(stated),
                (stated, path) => path.or(stated),
            };
            // A table of which the object has no property lists the parameters of an action.
            let described = |id: TypeId| {
                let rows = tables.iter().filter(|row| row.place == ParameterPlace::Body);
                let mut rows = rows.take(TELLING_ROWS);
                !body_table || rows.any(|row| linker.types.declares_in_any_case(id, &row.name))
            };
            match chosen.or_else(|| updated(linker, page, kind)) {
                Some(id) if described(id) => Body::Type(id),
                _ if body_table => Body::Parameters,
                _ => Body::Json,
            }
        }
        _ if body_table && bodies::body_subject(page).is_none() => Body::Parameters,
        _ => match stated {
            Some(id) if bodies::body_subject(page).is_some() || !body_table => Body::Type(id),
            _ if body_table => Body::Parameters,
            _ if silent && !shows_request_body(page) => Body::Nothing,
            _ if shows_request_body(page) => Body::Json,
            _ => Body::Nothing,
        },
    }
}

/// What an update answers is what it was sent, if that declares everything that the body table lists.
fn updated(linker: &Linker<'_, '_>, page: &Page, kind: OperationKind) -> Option<TypeId> {
    let answer = page.response.as_ref().filter(|answer| !answer.collection)?;
    let id = stated_type(linker, page, answer).filter(|_| kind == OperationKind::Update)?;
    let declares = |name: &str| linker.types.declares(id, name);
    let mut rows = bodies::body_rows(page).peekable();
    rows.peek()?;
    rows.all(|row| declares(&row.name.value)).then_some(id)
}

fn shows_request_body(page: &Page) -> bool {
    page.examples
        .iter()
        .any(|example| example.role == page::Role::Request && example.body.is_some())
}

pub(in crate::resolve) fn related(types: &Types<'_>, a: TypeId, b: TypeId) -> bool {
    types.lineage(a).contains(&b) || types.lineage(b).contains(&a)
}

/// "A collection of users and groups": several kinds of what the path holds, so the path's type is meant.
pub(in crate::resolve) fn names_several(
    linker: &Linker<'_, '_>,
    page: &Page,
    statement: &Statement,
    path: TypeId,
) -> bool {
    let mut kinds: Vec<TypeId> = statement
        .types
        .iter()
        .filter_map(|mention| linker.find(&mention.name, mention.link.as_deref(), page))
        .filter(|&id| id != path && linker.types.lineage(id).contains(&path))
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds.len() > 1
}

/// The structured type that a statement names first.
fn stated_type(linker: &Linker<'_, '_>, page: &Page, statement: &Statement) -> Option<TypeId> {
    let found = statement
        .types
        .iter()
        .find_map(|mention| linker.find(&mention.name, mention.link.as_deref(), page))?;
    linker.types.get(found).structure().map(|_| found)
}
