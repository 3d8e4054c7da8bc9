//! A page's facts as text: one line each, with the place of what was said.

use generator::json::{Json, Kind};
use generator::page::{
    Body, BodyContent, Direction, Mention, Page, ParameterTable, Piece, Row, Statement, Style,
    Text, TypeSpelling,
};
use generator::source::DocSet;
use generator::span::Span;
use std::fmt::Write as _;

/// All facts of `page`.
pub(crate) fn dump(docs: &DocSet, page: &Page) -> String {
    let mut dump = Dump { docs, out: String::new() };
    let version = page.version.as_deref().unwrap_or("-");
    dump.line(format!("{:?} {} version={version}", page.kind, page.path));
    if let Some(title) = &page.title {
        dump.at("title", title.span, &title.value);
    }
    if let Some(namespace) = &page.namespace {
        dump.at("namespace", namespace.span, &namespace.value);
    }
    for passage in &page.summary {
        let word = if passage.item { "summary item" } else { "summary" };
        dump.line(format!("{word} {}", show(&passage.text)));
    }
    if let Some(text) = &page.deprecated {
        dump.line(format!("deprecated {}", show(text)));
    }
    if page.says_abstract.is_some() || page.says_open.is_some() {
        let (is_abstract, open) = (page.says_abstract.is_some(), page.says_open.is_some());
        dump.line(format!("says abstract={is_abstract} open={open}"));
    }
    for inheritance in &page.inheritance {
        let word = match inheritance.direction {
            Direction::Base => "base",
            Direction::Derived => "derived",
        };
        dump.at(word, inheritance.other.span, &mention(&inheritance.other));
    }
    for block in &page.resources {
        let name = block.annotation.str("@odata.type").map(|name| name.value).unwrap_or_default();
        let body = block.body.as_ref().map_or("none", |body| content(body));
        dump.at("resource", block.annotation.span, &format!("{name} body={body}"));
    }
    dump.rows("property", &page.properties);
    if page.has_property_table && page.properties.is_empty() {
        dump.line("properties none".to_owned());
    }
    dump.rows("relationship", &page.relationships);
    for row in &page.methods {
        let returns = row.returns.as_ref().map(type_spelling).unwrap_or_default();
        dump.at("method", row.method.span, &format!("{} : {returns}", mention(&row.method)));
    }
    for table in &page.enums {
        let name = table.name.as_ref().map_or("-", |name| &name.value);
        let flags = if table.says_flags { " flags" } else { "" };
        dump.at("enum", table.heading.span, &format!("{name}{flags}"));
        for member in &table.members {
            let value = member
                .value
                .as_ref()
                .map(|value| format!(" = {}", value.value))
                .unwrap_or_default();
            let doc = if member.doc.is_empty() {
                String::new()
            } else {
                format!(" · {}", show(&member.doc))
            };
            dump.at("  member", member.name.span, &format!("{}{value}{doc}", member.name.value));
        }
    }
    for table in &page.permissions {
        let scenario =
            table.scenario.as_ref().map(|name| format!(" for {}", name.value)).unwrap_or_default();
        let order = if table.most_first { " most-first" } else { "" };
        dump.line(format!("permissions{scenario}{order}"));
        for row in &table.rows {
            let mut scopes = String::new();
            for (at, scope) in row.scopes.iter().enumerate() {
                let joined = at > 0 && row.joined.contains(&(at - 1));
                scopes.push_str(if joined {
                    "+"
                } else if at > 0 {
                    " "
                } else {
                    ""
                });
                scopes.push_str(&scope.value);
            }
            let place = row.scopes.first().map_or(row.span, |scope| scope.span);
            dump.at(&format!("  {:?}", row.account), place, &scopes);
        }
    }
    for line in &page.request_lines {
        let query = line.query.as_ref().map(|query| format!(" ?{query}")).unwrap_or_default();
        dump.at("line", line.span, &format!("{} {}{query}", line.method, line.path));
    }
    for ParameterTable { place, rows, .. } in &page.parameters {
        dump.rows(&format!("{place:?}"), rows);
    }
    dump.statement("request-body", page.request_body.as_ref());
    dump.statement("response", page.response.as_ref());
    dump.examples(page);
    dump.out
}

struct Dump<'a> {
    docs: &'a DocSet,
    out: String,
}

impl Dump<'_> {
    fn line(&mut self, line: String) {
        self.out.push_str(&line);
        self.out.push('\n');
    }

    fn place(&self, span: Span) -> String {
        let ((line, column), _) = self.docs.positions(span);
        format!("{line}:{column}")
    }

    fn at(&mut self, word: &str, span: Span, rest: &str) {
        let line = format!("{word} {} {rest}", self.place(span));
        self.line(line);
    }

    fn rows(&mut self, word: &str, rows: &[Row]) {
        for row in rows {
            let mut line = row.name.value.clone();
            if let Some(ty) = &row.ty {
                _ = write!(line, " : {} @{}", type_spelling(ty), self.place(ty.name_span));
            }
            if let Some(base) = &row.inherited_from {
                _ = write!(line, " from {}", mention(base));
            }
            match row.required {
                Some(true) => line.push_str(" required"),
                Some(false) => line.push_str(" optional"),
                None => {}
            }
            if row.deprecated {
                line.push_str(" deprecated");
            }
            if let (Some(first), Some(_)) = (row.values.first(), row.values.last()) {
                let values: Vec<&str> = row.values.iter().map(|value| &*value.value).collect();
                _ = write!(line, " values@{} {}", self.place(first.span), values.join("|"));
            }
            if !row.doc.is_empty() {
                _ = write!(line, " · {}", show(&row.doc));
            }
            self.at(word, row.name.span, &line);
        }
    }

    fn statement(&mut self, word: &str, statement: Option<&Statement>) {
        let Some(statement) = statement else { return };
        let statuses: Vec<String> =
            statement.statuses.iter().map(|status| status.value.to_string()).collect();
        let types: Vec<String> = statement.types.iter().map(mention).collect();
        let collection = if statement.collection { " collection" } else { "" };
        let no_body = if statement.no_body { " no-body" } else { "" };
        self.line(format!(
            "{word} [{}] {}{collection}{no_body}",
            statuses.join(" "),
            types.join(", ")
        ));
    }

    fn examples(&mut self, page: &Page) {
        for example in &page.examples {
            let mut line = String::new();
            if let Some(annotation) = &example.annotation {
                let name = annotation.str("name").map(|name| name.value).unwrap_or_default();
                let ty = annotation.str("@odata.type").map(|name| name.value).unwrap_or_default();
                _ = write!(line, "<{} {name} {ty}> ", annotation.block_type);
            }
            if let Some(request) = &example.request {
                _ = write!(line, "{} {} ", request.method.value, request.url.value);
            }
            if let Some(status) = &example.status {
                _ = write!(line, "{} ", status.value);
            }
            if let Some(heading) = &example.heading {
                _ = write!(line, "under `{heading}`");
            }
            self.at(&format!("example {:?}", example.role), example.span, line.trim_end());
            for (name, value) in &example.headers {
                self.at("  header", name.span, &format!("{}: {}", name.value, value.value));
            }
            if let Some(body) = &example.body {
                let text = match &body.content {
                    BodyContent::Json(value) => compact(value),
                    _ => content(body).to_owned(),
                };
                self.at("  body", body.span, &text);
            }
        }
    }
}

fn content(body: &Body) -> &'static str {
    match body.content {
        BodyContent::Json(_) => "json",
        BodyContent::BrokenJson => "broken",
        BodyContent::Other => "other",
    }
}

fn mention(mention: &Mention) -> String {
    match &mention.link {
        Some(link) => format!("{}({link})", mention.name),
        None => mention.name.clone(),
    }
}

fn type_spelling(ty: &TypeSpelling) -> String {
    let mut out = if ty.name.is_empty() { "?".to_owned() } else { ty.name.clone() };
    for other in &ty.alternatives {
        _ = write!(out, "|{other}");
    }
    if ty.collection {
        out.push_str("[]");
    }
    if let Some(link) = &ty.link {
        _ = write!(out, "({link})");
    }
    out
}

/// Text with its markup, white space folded.
fn show(text: &Text) -> String {
    let pieces: String = text.pieces.iter().map(show_piece).collect();
    pieces.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn show_piece(piece: &Piece) -> String {
    let marked = match piece.style {
        Style::Plain => piece.text.clone(),
        Style::Emphasis => format!("_{}_", piece.text),
        Style::Strong => format!("**{}**", piece.text),
        Style::Code => format!("`{}`", piece.text),
    };
    match &piece.href {
        Some(href) => format!("[{marked}]({href})"),
        None => marked,
    }
}

fn compact(json: &Json) -> String {
    match &json.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => flag.to_string(),
        Kind::Number(number) => number.clone(),
        Kind::String(text) => format!("{text:?}"),
        Kind::Array(elements) => {
            format!("[{}]", elements.iter().map(compact).collect::<Vec<_>>().join(","))
        }
        Kind::Object(members) => {
            let members =
                members.iter().map(|member| format!("{}:{}", member.key, compact(&member.value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}
