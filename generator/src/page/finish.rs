//! What can be said only when the whole page has been read: its kind, its version, and what it lacks.
//!
//! In: a page's facts, its folder and front matter. Out: the finished [`Page`].

use super::words::fold;
use super::{Page, PageKind, Row, http, passages, prose};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::FrontMatter;
use crate::source::Area;
use crate::span::{Span, Spanned};
use std::collections::BTreeMap;

/// Completes `page`.
pub(super) fn finish(
    page: &mut Page,
    area: Option<Area>,
    front_matter: &FrontMatter,
    diagnostics: &mut Diagnostics,
) {
    passages::finish(&mut page.summary);
    if page.title.is_none() {
        page.title.clone_from(&front_matter.title);
    }
    let titled_open = page.title.as_ref().and_then(prose::title_says_open);
    page.says_open = page.says_open.or(titled_open);
    page.kind = kind(page, area, front_matter.doc_type.as_ref());
    if page.version.is_none() {
        let urls = page.examples.iter().filter_map(|example| example.request.as_ref());
        page.version = urls
            .filter_map(|request| http::version_of(&request.url.value))
            .next()
            .map(str::to_owned);
    }
    unite_rows(&mut page.properties, diagnostics);
    unite_rows(&mut page.relationships, diagnostics);
    let Some(file) = page.file else { return };
    let place = page.title.as_ref().map_or(Span::new(file, 0..0), |title| title.span);
    match page.kind {
        PageKind::Operation => {
            operation_gaps(page, place, diagnostics);
            reads_first(page, diagnostics);
        }
        PageKind::Conceptual => {
            let message = "the page describes no type and no operation";
            diagnostics.push(Diagnostic::new(Code::UnclassifiedPage, place, message));
        }
        PageKind::Resource | PageKind::Enumeration => {}
    }
}

fn operation_gaps(page: &Page, place: Span, diagnostics: &mut Diagnostics) {
    if page.request_lines.is_empty() {
        let message = "the page shows no request line";
        diagnostics.push(
            Diagnostic::new(Code::MissingRequestLine, place, message)
                .help("write `METHOD /path` in a code block under the heading `HTTP request`"),
        );
    }
    let says = page.response.as_ref().is_some_and(|response| {
        let without_body = [202, 204, 302];
        response.no_body
            || !response.types.is_empty()
            || response.statuses.iter().any(|status| without_body.contains(&status.value))
    });
    if !says && !page.shows_response() {
        let place = page.response.as_ref().and_then(|response| response.heading).unwrap_or(place);
        let message = "the page does not say what the method returns";
        diagnostics.push(Diagnostic::new(Code::MissingResponse, place, message));
    }
}

/// Reports tables of a page that only writes whose least privileged permission is one to read.
fn reads_first(page: &Page, diagnostics: &mut Diagnostics) {
    let writes = |method: &str| matches!(method, "PATCH" | "PUT" | "DELETE");
    if page.request_lines.is_empty() || !page.request_lines.iter().all(|line| writes(&line.method))
    {
        return;
    }
    for table in &page.permissions {
        for row in &table.rows {
            let last = row.scopes.len().saturating_sub(1);
            let (least, needs_other) = match table.most_first {
                true => (last, row.joined.contains(&last.saturating_sub(1))),
                false => (0, row.joined.contains(&0)),
            };
            let Some(scope) = row.scopes.get(least) else { continue };
            // What needs a permission to read alone, as a subscription does, lists none to write.
            let kind = |scope: &Spanned<String>| scope.value.split('.').nth(1).map(str::to_owned);
            let writes = row.scopes.iter().any(|scope| kind(scope).as_deref() == Some("ReadWrite"));
            if !needs_other && writes && kind(scope).as_deref() == Some("Read") {
                let message = format!("`{}` comes first, but it only allows reading", scope.value);
                diagnostics.push(
                    Diagnostic::new(Code::ReadScopeFirst, scope.span, message).help(
                        "list the least privileged permission that is enough by itself first",
                    ),
                );
            }
        }
    }
}

/// The front matter is often wrong: content decides, the folder breaks ties, `doc_type` comes last.
fn kind(page: &Page, area: Option<Area>, doc_type: Option<&Spanned<String>>) -> PageKind {
    let doc_type = doc_type.map(|value| fold(&value.value)).unwrap_or_default();
    let title = page.title.as_ref().map(|title| fold(&title.value)).unwrap_or_default();
    let has_operation = !page.request_lines.is_empty();
    let is_type =
        !page.resources.is_empty() || page.has_property_table || !page.properties.is_empty();
    let shows_operation = has_operation
        || (!page.permissions.is_empty()
            && (page.response.is_some() || page.request_body.is_some()));
    let titled_enum = title.ends_with("enum type") || title.ends_with(" enumeration");
    let titled_type = title.contains(" resource type")
        || title.contains(" complex type")
        || title.contains(" entity type")
        || title.ends_with(" resource");
    match area {
        Some(Area::Api) if is_type && !shows_operation => PageKind::Resource,
        Some(Area::Api) => PageKind::Operation,
        None if shows_operation && (has_operation || !page.has_property_table) => {
            PageKind::Operation
        }
        _ if is_type => PageKind::Resource,
        _ if titled_enum || !page.enums.is_empty() => PageKind::Enumeration,
        _ if titled_type && doc_type != "conceptualpagetype" => PageKind::Resource,
        _ if !page.relationships.is_empty() => PageKind::Resource,
        None if doc_type == "apipagetype" => PageKind::Operation,
        _ if doc_type == "resourcepagetype"
            && page.namespace.is_some()
            && !page.methods.is_empty() =>
        {
            PageKind::Resource
        }
        _ => PageKind::Conceptual,
    }
}

/// Rows with one name are one property; the first keeps its place and lacks nothing that the others say.
fn unite_rows(rows: &mut Vec<Row>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        match seen.get(row.name.value.as_str()) {
            Some(&first) => pairs.push((first, index)),
            None => drop(seen.insert(&row.name.value, index)),
        }
    }
    if pairs.is_empty() {
        return;
    }
    let mut kept: Vec<Option<Row>> = std::mem::take(rows).into_iter().map(Some).collect();
    for (first, second) in pairs {
        let Some(twin) = kept[second].take() else { continue };
        let Some(row) = &mut kept[first] else { continue };
        let message = format!("`{}` is listed twice on this page", row.name.value);
        diagnostics.push(
            Diagnostic::new(Code::DuplicateProperty, twin.name.span, message)
                .also(row.name.span, "first here"),
        );
        absorb(row, twin);
    }
    rows.extend(kept.into_iter().flatten());
}

/// Adds to `row` what only `twin` says.
fn absorb(row: &mut Row, twin: Row) {
    row.ty = row.ty.take().or(twin.ty);
    row.inherited_from = row.inherited_from.take().or(twin.inherited_from);
    row.required = row.required.or(twin.required);
    row.deprecated |= twin.deprecated;
    if row.doc.is_empty() {
        row.doc = twin.doc;
    }
    for value in twin.values {
        if !row.values.iter().any(|known| known.value == value.value) {
            row.values.push(value);
        }
    }
}
