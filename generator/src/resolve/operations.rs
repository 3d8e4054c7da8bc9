//! Operations: one for each request line, with body, parameters, response and permissions.
//!
//! In: operation pages and the settled types. Out: [`Operation`]s. What a page says wins where it makes
//! sense; where it is silent, the path tells through the model ([`super::walk`]).

use super::bodies;
use super::doc;
use super::draft::Types;
use super::link::Linker;
use super::mentioned;
use super::parameters;
use super::responses::{self, response_of, title_begins};
use super::template;
use super::walk::{Paths, Target};
use crate::ir::{
    Account, Body, Operation, OperationKind, Parameter, ParameterPlace, Permission, TypeExpr,
    TypeId,
};
use crate::page::{self, Page, PageKind, RequestLine, Statement};

/// So many rows of a table are asked whether the object has such a property: one is enough.
const TELLING_ROWS: usize = 100;

/// Learns from every page's own statement what its paths hold.
pub(super) fn learn(linker: &Linker<'_, '_>, pages: &[&Page]) -> Paths {
    let mut paths = Paths::default();
    for page in pages.iter().filter(|page| page.kind == PageKind::Operation) {
        let Some(statement) = &page.response else { continue };
        let Some(mention) = statement.types.first() else { continue };
        let Some(id) = linker.find(&mention.name, mention.link.as_deref(), page) else { continue };
        if linker.types.get(id).structure().is_none() {
            continue;
        }
        for line in &page.request_lines {
            let path = template::segments(&line.path);
            let plain = path
                .iter()
                .all(|segment| segment.arguments.is_none() && !segment.name.starts_with('$'));
            let Some(last) = path.last().filter(|_| plain) else { continue };
            match line.method.as_str() {
                _ if line.query.is_some() => {}
                _ if begins_with_verb(&last.name) || last.name.eq_ignore_ascii_case("delta") => {}
                "GET" if parameters::takes_arguments(page, line) => {}
                "GET" => {
                    let many = statement.collection || responses::is_many(linker, page, line, id);
                    paths.learn(&path, id, many && !last.placeholder);
                }
                "POST" if !last.placeholder && is_create(page) => paths.learn(&path, id, true),
                "PATCH" if !statement.collection => paths.learn(&path, id, false),
                _ => {}
            }
        }
    }
    paths
}

/// `createLink`, `getByPath`: names of operations, where `copies` or `addresses` name what is there.
pub(super) fn begins_with_verb(name: &str) -> bool {
    const VERBS: [&str; 16] = [
        "add",
        "assign",
        "calculate",
        "check",
        "copy",
        "create",
        "find",
        "get",
        "move",
        "remove",
        "reply",
        "send",
        "set",
        "sync",
        "update",
        "validate",
    ];
    VERBS.iter().any(|verb| {
        name.strip_prefix(verb).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// A title such as `Create user` or `Add member`, not `user: revokeSignInSessions`.
fn is_create(page: &Page) -> bool {
    let stated = page
        .response
        .as_ref()
        .and_then(|response| response.statuses.first())
        .map(|status| status.value);
    title_begins(page, "create") && stated == Some(201)
}

/// All operations of a version, in page order.
pub(super) fn resolve<'a>(
    linker: &mut Linker<'a, '_>,
    paths: &Paths,
    pages: &[&'a Page],
) -> Vec<Operation> {
    let mut out = Vec::new();
    let promised = responses::promised(linker, pages);
    for page in pages {
        if page.kind == PageKind::Operation {
            operations_of(linker, paths, (page, promised.get(&page_stem(page)).copied()), &mut out);
        }
    }
    out
}

fn operations_of<'a>(
    linker: &mut Linker<'a, '_>,
    paths: &Paths,
    (page, promised): (&'a Page, Option<TypeExpr>),
    out: &mut Vec<Operation>,
) {
    let doc = doc::paragraphs(&linker.types, page, &page.summary);
    let deprecated = page.deprecated.as_ref().map(|text| doc::text(&linker.types, page, text));
    let permissions = permissions(page);
    let table_parameters = parameters::from_tables(linker, page);
    for line in &page.request_lines {
        let target = paths.walk_text(&linker.types, &line.path);
        let mut kind = kind_of(page, line, &target);
        if kind == OperationKind::Create
            && parameters::are_no_properties(linker, &target, &table_parameters)
        {
            kind = OperationKind::Action;
        }
        let mut parameters = parameters::in_url(page, line, kind, &table_parameters);
        let path = template::parse(&line.path);
        let path = parameters::complete(path, page, &target, linker, &parameters);
        let mut request = request_of(linker, page, line, kind, &target, &table_parameters);
        if kind == OperationKind::Action || request == Body::Parameters {
            let mut body = match request {
                Body::Parameters => table_parameters.clone(),
                _ => Vec::new(),
            };
            let bound = paths.bound(&linker.types, &line.path);
            parameters::from_examples(linker, page, (line, bound), request, &mut body);
            if kind == OperationKind::Action && !matches!(request, Body::Type(_)) {
                mentioned::parameters(linker, page, &mut body);
            }
            if !body.is_empty() {
                request = Body::Parameters;
            }
            body.retain(|body| parameters.iter().all(|url| url.name != body.name));
            parameters.extend(body);
        }
        out.push(Operation {
            method: line.method.clone(),
            path,
            page: page.path.clone(),
            origin: line.span,
            title: page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            doc: doc.clone(),
            deprecated: deprecated.clone(),
            kind,
            parameters,
            request,
            response: response_of(linker, page, (line, promised), kind, &target),
            status: page
                .response
                .as_ref()
                .and_then(|response| response.statuses.first())
                .map(|status| status.value),
            permissions: permissions.clone(),
        });
    }
}

fn page_stem(page: &Page) -> String {
    super::draft::link_stem(&page.path).unwrap_or_default()
}

/// The permission tables of a page united: least-privileged first, accounts in order.
fn permissions(page: &Page) -> Vec<Permission> {
    let mut out: Vec<Permission> = Vec::new();
    for table in &page.permissions {
        for row in &table.rows {
            let account = match row.account {
                page::Account::DelegatedWork => Account::DelegatedWork,
                page::Account::DelegatedPersonal => Account::DelegatedPersonal,
                page::Account::Application => Account::Application,
            };
            let mut scopes: Vec<&String> = row.scopes.iter().map(|scope| &scope.value).collect();
            if table.most_first {
                scopes.reverse();
            }
            let at = out.iter().position(|known| known.account == account).unwrap_or_else(|| {
                out.push(Permission { account, scopes: Vec::new() });
                out.len() - 1
            });
            for scope in scopes {
                if !out[at].scopes.contains(scope) {
                    out[at].scopes.push(scope.clone());
                }
            }
        }
    }
    out.retain(|permission| !permission.scopes.is_empty());
    out.sort_by_key(|permission| permission.account);
    out
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

pub(super) fn related(types: &Types<'_>, a: TypeId, b: TypeId) -> bool {
    types.lineage(a).contains(&b) || types.lineage(b).contains(&a)
}

/// "A collection of users and groups": several kinds of what the path holds, so the path's type is meant.
pub(super) fn names_several(
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
