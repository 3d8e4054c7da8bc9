//! Parameters of actions and functions: from tables, from the URL, and from example bodies.

use super::walk::Target;
use crate::ir::{
    Body, Edm, OperationKind, Parameter, ParameterPlace, PathPart, PathTemplate, Told, TypeExpr,
    TypeId, TypeRef,
};
use crate::json::{Json, Kind};
use crate::page::{self, BodyContent, Page, RequestLine};
use crate::resolve::facts::names::begins_with_verb;
use crate::resolve::facts::template;
use crate::resolve::types::bodies;
use crate::resolve::types::doc;
use crate::resolve::types::infer;
use crate::resolve::types::link::{Linker, is_identifier};
use crate::resolve::types::parameters::owner;
use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;

/// So many of a page's request lines are asked what they show. Pages have 30 at most.
pub(in crate::resolve) const TELLING_LINES: usize = 100;

/// Parameters from the tables: body, function and query sections.
pub(in crate::resolve) fn from_tables(linker: &Linker<'_, '_>, page: &Page) -> Vec<Parameter> {
    let body_is_object = bodies::body_subject(page).is_some();
    let mut out: Vec<Parameter> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for table in &page.parameters {
        let place = match table.place {
            // Rows of an object's body are that object's properties.
            page::ParameterPlace::Body if body_is_object => continue,
            page::ParameterPlace::Body => ParameterPlace::Body,
            page::ParameterPlace::Function
            | page::ParameterPlace::Query
            | page::ParameterPlace::Path => ParameterPlace::Url,
            page::ParameterPlace::Header => continue,
        };
        for row in &table.rows {
            if row.name.value.starts_with('$') || !known.insert(&row.name.value) {
                continue;
            }
            let optional_query = table.place == page::ParameterPlace::Query
                || table.place == page::ParameterPlace::Path;
            let ty = linker.parameters.of(row).unwrap_or(match optional_query {
                true => TypeExpr::single(TypeRef::Edm(Edm::String)),
                false => TypeExpr::UNTYPED,
            });
            let doc = doc::text(&linker.types, page, &row.doc);
            out.push(Parameter {
                name: row.name.value.clone(),
                ty,
                place,
                doc,
                origin: row.name.span,
                told: Told::default(),
            });
        }
    }
    out
}

/// Whether a body table is on its own: what would be created has none of the properties it lists, so that
/// `tables/add` is no collection to create in, whatever another page says.
pub(in crate::resolve) fn are_no_properties(
    linker: &Linker<'_, '_>,
    target: &Target,
    tables: &[Parameter],
) -> bool {
    let Target::Many(created) = target else { return false };
    let mut body =
        tables.iter().filter(|parameter| parameter.place == ParameterPlace::Body).peekable();
    body.peek().is_some()
        && body.all(|parameter| {
            let bare = parameter.name.split('@').next().unwrap_or_default();
            !linker.types.declares(*created, bare)
        })
}

/// Arguments in the URL of a function call, typed by the tables where these name them.
pub(in crate::resolve) fn in_url(
    page: &Page,
    line: &RequestLine,
    kind: OperationKind,
    tables: &[Parameter],
) -> Vec<Parameter> {
    if kind != OperationKind::Function {
        return Vec::new();
    }
    let segments = template::segments(&line.path);
    let arguments = segments.last().and_then(|last| last.arguments).unwrap_or_default();
    let mut out: Vec<Parameter> = Vec::new();
    for (name, text) in named_arguments(arguments) {
        let stated = tables.iter().find(|parameter| parameter.name.eq_ignore_ascii_case(name));
        let shown = if text.contains('\'') { Edm::String } else { argument_type(text) };
        out.push(Parameter {
            name: stated.map_or(name, |stated| &stated.name).to_owned(),
            ty: stated
                .map(|stated| stated.ty)
                .filter(|ty| *ty != TypeExpr::UNTYPED)
                .unwrap_or(TypeExpr::single(TypeRef::Edm(shown))),
            place: ParameterPlace::Url,
            doc: stated.map(|stated| stated.doc.clone()).unwrap_or_default(),
            origin: stated.map_or(line.span, |stated| stated.origin),
            told: Told::default(),
        });
    }
    if out.is_empty() {
        // The template shows no parentheses; a section of the page still lists the arguments.
        let names = argument_names(page, line);
        let listed = tables.iter().filter(|parameter| names.contains(&parameter.name.as_str()));
        out.extend(
            listed.map(|parameter| Parameter { place: ParameterPlace::Url, ..parameter.clone() }),
        );
    }
    out
}

/// The path of a call with the arguments that the page lists and its line does not show: `…/find` becomes
/// `…/find(text='{text}')`. Only what an operation's name is at the end of can be called, and what is optional
/// may be left out.
pub(in crate::resolve) fn complete(
    mut path: PathTemplate,
    page: &Page,
    target: &Target,
    linker: &Linker<'_, '_>,
    parameters: &[Parameter],
) -> PathTemplate {
    let segments = template::segments(&path.text);
    let Some(last) = segments.last().filter(|last| !last.placeholder && last.arguments.is_none())
    else {
        return path;
    };
    let says_function =
        || page.title.as_ref().is_some_and(|title| title.value.trim().ends_with(" function"));
    let called = match target {
        Target::Operation => true,
        Target::Unknown => begins_with_verb(last.name) || says_function(),
        _ => false,
    };
    let rows = || page.parameters.iter().flat_map(|table| &table.rows);
    let wanted: Vec<&Parameter> = parameters
        .iter()
        .filter(|parameter| parameter.place == ParameterPlace::Url)
        .filter(|parameter| {
            !rows().any(|row| row.name.value == parameter.name && row.required == Some(false))
        })
        .collect();
    let fits = |parameter: &&Parameter| !parameter.ty.collection && is_scalar(linker, parameter.ty);
    // Where other lines of the page show the arguments, this one shows the call without them.
    let shown = || {
        page.request_lines.iter().take(TELLING_LINES).any(|line| {
            template::segments(&line.path)
                .last()
                .is_some_and(|other| other.name == last.name && other.arguments.is_some())
        })
    };
    if !called
        || wanted.is_empty()
        || shown()
        || path.text.contains('?')
        || !wanted.iter().all(fits)
    {
        return path;
    }
    let mut before = "(";
    for parameter in &wanted {
        let quote = if is_quoted(parameter.ty) { "'" } else { "" };
        path.parts.push(PathPart::Literal(format!("{before}{}={quote}", parameter.name)));
        path.parts.push(PathPart::Placeholder {
            text: parameter.name.clone(),
            segment: Some(last.name.to_owned()),
            argument: Some(parameter.name.clone()),
            quoted: !quote.is_empty(),
            spans_segments: false,
        });
        before = if quote.is_empty() { "," } else { "'," };
    }
    if let Some(last) = wanted.last() {
        let quote = if is_quoted(last.ty) { "'" } else { "" };
        path.parts.push(PathPart::Literal(format!("{quote})")));
    }
    path
}

/// Whether a URL can hold a value of the type.
fn is_scalar(linker: &Linker<'_, '_>, ty: TypeExpr) -> bool {
    match ty.ty {
        TypeRef::Edm(edm) => !matches!(edm, Edm::Stream | Edm::Untyped),
        TypeRef::Named(id) => linker.types.get(id).enumeration().is_some(),
    }
}

/// Text and members of enumerations are in quotes (OData URL conventions 4.01, section 5.1.1.6).
fn is_quoted(ty: TypeExpr) -> bool {
    matches!(ty.ty, TypeRef::Edm(Edm::String) | TypeRef::Named(_))
}

/// Whether a page lists arguments that its GET line does not show.
pub(in crate::resolve) fn takes_arguments(page: &Page, line: &RequestLine) -> bool {
    !argument_names(page, line).is_empty()
}

/// Names that the page's function, path and (for a GET, which has none) body tables list, but no placeholder
/// of the line stands for.
fn argument_names<'p>(page: &'p Page, line: &RequestLine) -> Vec<&'p str> {
    let tables = page.parameters.iter().filter(|table| match table.place {
        page::ParameterPlace::Function | page::ParameterPlace::Path => true,
        page::ParameterPlace::Body => line.method == "GET",
        page::ParameterPlace::Query | page::ParameterPlace::Header => false,
    });
    let mut rows = tables.flat_map(|table| &table.rows).peekable();
    if rows.peek().is_none() {
        return Vec::new();
    }
    let path = line.path.to_lowercase();
    let keys = keys_of(page);
    let rows = rows.filter(|row| {
        let name = row.name.value.to_lowercase();
        // `{site-id}` is listed as `site-id`, `siteId` or `id`: a key, not an argument.
        let key = name.ends_with("id")
            || path.contains(&format!("{{{name}}}"))
            || path.contains(&format!("<{name}>"));
        is_identifier(&row.name.value)
            && !(key && path.contains('{') && row.ty.is_none())
            // What another line of the page has a place for is said about that line.
            && !is_place(&keys, &name)
    });
    rows.map(|row| row.name.value.as_str()).collect()
}

/// Whether one of the places is called so, or so with more words: `{item-id}`, `{itemId}` and `{item name}` are
/// places for `item`.
fn is_place(keys: &BTreeSet<String>, name: &str) -> bool {
    let from = keys.range::<str, _>((Bound::Included(name), Bound::Unbounded));
    from.map_while(|key| key.strip_prefix(name)).any(|rest| {
        !rest.starts_with(char::is_alphanumeric) || matches!(rest, "id" | "name" | "key" | "path")
    })
}

/// The placeholders of the page's lines, in lower case; `{id | name}` is both.
fn keys_of(page: &Page) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for line in page.request_lines.iter().take(TELLING_LINES) {
        for part in template::parse(&line.path).parts {
            let PathPart::Placeholder { text, .. } = part else { continue };
            let name = text.to_lowercase();
            keys.extend(name.split('|').map(|word| word.trim().to_owned()));
            keys.insert(name);
        }
    }
    keys
}

/// `a={a},b='{b}'` as pairs.
fn named_arguments(arguments: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut depth = 0i32;
    let split = move |c: char| {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        c == ',' && depth <= 0
    };
    arguments.split(split).filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let name = name.trim();
        is_identifier(name).then_some((name, value.trim()))
    })
}

fn argument_type(text: &str) -> Edm {
    let inner = text.trim_matches(['{', '}', '<', '>']).to_lowercase();
    if text.parse::<i64>().is_ok() {
        Edm::Int32
    } else if matches!(text, "true" | "false") {
        Edm::Boolean
    } else if inner.contains("datetime") {
        Edm::DateTimeOffset
    } else if inner == "date" || inner.ends_with("_date") {
        Edm::Date
    } else {
        Edm::String
    }
}

/// Completes an action's body parameters from the example requests. Without any table, the keys of the body
/// are the parameters; beside a table, only an object called like its type is one that the table forgot.
pub(in crate::resolve) fn from_examples<'a>(
    linker: &mut Linker<'a, '_>,
    page: &'a Page,
    (line, bound): (&RequestLine, Option<TypeId>),
    request: Body,
    parameters: &mut Vec<Parameter>,
) {
    if line.method != "POST" {
        return;
    }
    let bodies: Vec<&Json> =
        page.examples.iter().filter_map(|example| request_body(example, line)).collect();
    if let Body::Type(id) = request {
        let fits = |json: &&Json| {
            json.members()
                .iter()
                .any(|member| member.key == "@odata.type" || linker.types.declares(id, &member.key))
        };
        // The page says that the body is the object, the example wraps it: the example is what works.
        if bodies.is_empty() || bodies.iter().any(fits) {
            return;
        }
    }
    let has_table = !parameters.is_empty();
    if has_table && let Some(whole) = wrapper(linker, page, &bodies, bound, parameters) {
        *parameters = vec![whole];
        return;
    }
    let mut known: HashSet<String> =
        parameters.iter().map(|parameter| parameter.name.to_ascii_lowercase()).collect();
    for member in bodies.iter().flat_map(|json| json.members()) {
        let key = &member.key;
        if known.contains(&key.to_ascii_lowercase()) || key.contains('@') || !is_identifier(key) {
            continue;
        }
        let named =
            linker.find(key, None, page).filter(|id| linker.types.get(*id).structure().is_some());
        let is_object = !member.value.members().is_empty();
        let ty = match named.filter(|_| is_object) {
            Some(id) => Some(TypeExpr::single(TypeRef::Named(id))),
            None if has_table => None,
            None => infer::shape(linker, page, &owner(page), key, &member.value),
        };
        if let Some(ty) = ty {
            let doc = crate::ir::DocText::default();
            known.insert(key.to_ascii_lowercase());
            parameters.push(Parameter {
                name: key.clone(),
                ty,
                place: ParameterPlace::Body,
                doc,
                origin: member.key_span,
                told: Told::default(),
            });
        }
    }
}

/// The one object, or array of objects, that every example wraps what the table lists in:
/// `{"credential": {"name": …}}` below a table with the row `name`.
fn wrapper(
    linker: &Linker<'_, '_>,
    page: &Page,
    bodies: &[&Json],
    bound: Option<TypeId>,
    parameters: &[Parameter],
) -> Option<Parameter> {
    let mut members =
        bodies.iter().flat_map(|json| json.members()).filter(|member| !member.key.contains('@'));
    let first = members.next()?;
    if members.any(|other| other.key != first.key) {
        return None;
    }
    let (id, collection) = match &first.value.kind {
        Kind::Object(inner) if !inner.is_empty() => (linker.find(&first.key, None, page)?, false),
        Kind::Array(elements) if elements.iter().any(|element| !element.members().is_empty()) => {
            (bound?, true)
        }
        _ => return None,
    };
    let inside = parameters
        .iter()
        .all(|parameter| parameter.name != first.key && linker.types.declares(id, &parameter.name));
    inside.then(|| Parameter {
        name: first.key.clone(),
        ty: TypeExpr { ty: TypeRef::Named(id), collection },
        place: ParameterPlace::Body,
        doc: crate::ir::DocText::default(),
        origin: first.key_span,
        told: Told::default(),
    })
}

fn request_body<'p>(example: &'p page::Example, line: &RequestLine) -> Option<&'p Json> {
    let request = example.request.as_ref()?;
    let path = crate::resolve::facts::example_url::example_path(&request.url.value);
    let fits = request.method.value == line.method
        && template::fits(&template::segments(&line.path), &template::segments(&path));
    match example.body.as_ref().map(|body| &body.content) {
        Some(BodyContent::Json(json)) if fits => Some(json),
        _ => None,
    }
}
