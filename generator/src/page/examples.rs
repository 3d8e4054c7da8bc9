//! Code blocks: request lines, example requests and responses, JSON representations.
//!
//! In: a code block, the annotation before it and its section. Out: [`RequestLine`]s or an [`Example`].

use super::http::{self, LineKind};
use super::sections::Section;
use super::{
    Annotation, Body, BodyContent, Example, ExampleRequest, RequestLine, ResourceBlock, Role,
    json_reader, words,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::{Json, Kind, Member};
use crate::markdown::Comment;
use crate::span::{Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};

/// A code block and what is around it.
pub(crate) struct CodeBlock<'a> {
    /// The text of the file that holds it.
    pub(crate) file_text: &'a str,
    pub(crate) info: &'a str,
    pub(crate) span: Span,
    pub(crate) annotation: Option<Annotation>,
    pub(crate) section: Section,
    /// Whether it belongs to an example.
    pub(crate) in_example: bool,
    /// The words above it say that it is shortened.
    pub(crate) said_to_be_short: bool,
    /// The nearest heading other than `Request` and `Response`.
    pub(crate) heading: Option<String>,
}

impl CodeBlock<'_> {
    fn text(&self) -> &str {
        self.file_text.get(self.span.range()).unwrap_or_default()
    }

    /// What the block is, by annotation, content and heading in that order.
    pub(crate) fn role(&self) -> Option<Role> {
        let text = self.text().trim_start();
        let is_response = starts_response(text);
        let is_request = http::split_method(text).is_some();
        let is_json = text.starts_with(['{', '[']);
        match self.annotation.as_ref().map(|annotation| annotation.block_type.as_str()) {
            Some("resource") => return Some(Role::Resource),
            Some("request") if !is_response => return Some(Role::Request),
            Some("response" | "simulatedresponse") if !is_request => return Some(Role::Response),
            _ => {}
        }
        let http = matches!(self.info, "http" | "msgraph-interactive" | "" | "json");
        if self.section == Section::Representation && is_json {
            return Some(Role::Resource);
        }
        let exchange = matches!(
            self.section,
            Section::Example | Section::ExampleRequest | Section::ExampleResponse
        ) || self.in_example;
        if !exchange || !http {
            return None;
        }
        match self.section {
            _ if is_response => Some(Role::Response),
            _ if is_request => Some(Role::Request),
            Section::ExampleRequest if is_json => Some(Role::Request),
            Section::ExampleResponse if is_json => Some(Role::Response),
            _ => None,
        }
    }

    /// Whether it begins with a method and a path without host: a template, not a call.
    pub(crate) fn is_relative_request(&self) -> bool {
        let request = http::split_method(self.text().trim_start());
        request.is_some_and(|(_, rest)| rest.trim_start().starts_with('/'))
    }

    /// The block as an example of that role.
    pub(crate) fn example(self, role: Role, diagnostics: &mut Diagnostics) -> Example {
        let text = self.file_text.get(self.span.range()).unwrap_or_default();
        let head = text.trim_start();
        let has_head =
            role != Role::Resource && (starts_response(head) || http::split_method(head).is_some());
        let message = if has_head {
            http::split_message(text)
        } else {
            let start = text.len() - head.len();
            http::Message { body: start..start + head.trim_end().len(), ..http::Message::default() }
        };
        let spanned = |range: std::ops::Range<usize>| {
            Spanned::new(
                text.get(range.clone()).unwrap_or_default().to_owned(),
                self.span.inner(range),
            )
        };
        let first = text.get(message.first.clone()).unwrap_or_default();
        let request = (has_head && role == Role::Request)
            .then(|| first_line(first, message.first.start, self.span));
        let status = if role == Role::Response {
            read_status(first, message.first.start, self.span)
        } else {
            None
        };
        let headers: Vec<_> = message
            .headers
            .into_iter()
            .map(|(name, value)| (spanned(name), spanned(value)))
            .collect();
        let content_type = headers
            .iter()
            .find(|(name, _)| name.value.eq_ignore_ascii_case("content-type"))
            .map(|(_, value)| value.value.as_str());
        let body = (!message.body.is_empty()).then(|| {
            let span = self.span.inner(message.body.clone());
            Body {
                span,
                content: read_body(self.file_text, span, content_type, self.info, diagnostics),
            }
        });
        let annotated = self.annotation.as_ref().and_then(|it| it.bool("truncated"));
        Example {
            role,
            shortened: self.said_to_be_short || annotated == Some(true),
            annotation: self.annotation,
            request: request.flatten(),
            status,
            headers,
            body,
            heading: self.heading,
            span: self.span,
        }
    }
}

/// A status line: `HTTP/1.1 200 OK`, or `HTTP 200 OK`.
fn starts_response(text: &str) -> bool {
    let rest = text.get(4..).filter(|_| text[..4].eq_ignore_ascii_case("HTTP"));
    rest.is_some_and(|rest| {
        rest.starts_with('/') || rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
    })
}

fn first_line(line: &str, offset: usize, span: Span) -> Option<ExampleRequest> {
    let (method, rest) = http::split_method(line)?;
    let method_span = span.inner(offset..offset + method.len());
    let (mut url, _) = words::trim(rest);
    if let Some((before, last)) = url.rsplit_once(char::is_whitespace)
        && last.starts_with("HTTP/")
    {
        url = before.trim_end();
    }
    let start = offset + method.len() + words::position(rest, url).unwrap_or(0);
    let url_span = span.inner(start..start + url.len());
    Some(ExampleRequest {
        method: Spanned::new(method.to_owned(), method_span),
        url: Spanned::new(url.to_owned(), url_span),
    })
}

/// The code of a status line.
fn read_status(line: &str, offset: usize, span: Span) -> Option<Spanned<u16>> {
    let mut at = 0;
    for word in line.split(|c: char| c.is_whitespace() || c == ',') {
        let code = word.parse().ok().filter(|code| word.len() == 3 && (100..600).contains(code));
        if let Some(code) = code {
            return Some(Spanned::new(code, span.inner(offset + at..offset + at + word.len())));
        }
        at += word.len() + 1;
    }
    None
}

/// Reads a body: JSON where it claims to be JSON.
fn read_body(
    file_text: &str,
    span: Span,
    content_type: Option<&str>,
    info: &str,
    diagnostics: &mut Diagnostics,
) -> BodyContent {
    let text = file_text.get(span.range()).unwrap_or_default();
    let bracketed = text.starts_with(['{', '[']);
    let declared = match content_type {
        Some(kind) => words::contains(kind, "json"),
        None => bracketed || info == "json",
    };
    // Authors forget to change a content type; an object is JSON whatever the header says.
    let looks_like_object = text.starts_with('{') && text.contains('"') && text.contains(':');
    if !(declared || looks_like_object) || is_stand_in(text) {
        return BodyContent::Other;
    }
    match json_reader::read(file_text, span, diagnostics) {
        Some(json) => BodyContent::Json(json),
        None => BodyContent::BrokenJson,
    }
}

/// `[Zip file content]`, `{Raw bytes of the file}`, `<binary data>`: words in place of a body.
fn is_stand_in(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return true };
    match first {
        '{' | '[' => {
            let inner = text[1..].trim_start();
            inner.starts_with(|c: char| c.is_alphabetic() || c == '.')
                && !text.contains(['"', ':', '\''])
        }
        '"' | '-' | '\'' => false,
        _ => !first.is_ascii_digit() && !matches!(text, "true" | "false" | "null"),
    }
}

/// The request lines of a page, each once.
#[derive(Default)]
pub(crate) struct RequestLines {
    pub(crate) lines: Vec<RequestLine>,
    /// Method and path of every line.
    paths: BTreeSet<String>,
    /// Method, path and query to the place that said it first.
    seen: BTreeMap<String, Span>,
}

impl RequestLines {
    /// Reads a block of the HTTP request section. One that is an example at the same time is spelled like an
    /// example.
    pub(crate) fn read(
        &mut self,
        file_text: &str,
        span: Span,
        is_example: bool,
        diagnostics: &mut Diagnostics,
    ) {
        let text = file_text.get(span.range()).unwrap_or_default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let (trimmed, place) = words::trim(line);
            let place = span.inner(at + place.start..at + place.end);
            at += line.len();
            match http::read_line(trimmed) {
                LineKind::Filler => {}
                LineKind::Invalid => diagnostics.push(
                    Diagnostic::new(Code::InvalidRequestLine, place, "this is not a request line")
                        .label("expected a method and a path"),
                ),
                LineKind::Request(mut line) => {
                    line.oddity = line.oddity.filter(|_| !is_example);
                    self.add(line, place, diagnostics);
                }
            }
        }
    }

    /// Reads the first line of an example that stands for a request line.
    pub(crate) fn read_head(&mut self, file_text: &str, span: Span, diagnostics: &mut Diagnostics) {
        let text = file_text.get(span.range()).unwrap_or_default();
        let start = text.len() - text.trim_start().len();
        let length = text[start..].lines().next().map_or(0, str::len);
        self.read(file_text, span.inner(start..start + length), true, diagnostics);
    }

    fn add(&mut self, line: http::Line<'_>, span: Span, diagnostics: &mut Diagnostics) {
        let path = format!("{} {}", line.method, line.path);
        let whole = match line.query {
            Some(query) => format!("{path}?{query}"),
            None => path.clone(),
        };
        if let Some(&first) = self.seen.get(&whole) {
            let message = format!("`{whole}` is listed twice on this page");
            let diagnostic = Diagnostic::new(Code::DuplicateRequestLine, span, message);
            diagnostics.push(diagnostic.also(first, "first here"));
            return;
        }
        self.seen.insert(whole, span);
        // The same call with another query is one operation, but no repetition.
        if !self.paths.insert(path) {
            let same =
                |known: &&mut RequestLine| known.method == line.method && known.path == line.path;
            // What one of them does without is not needed.
            if line.query.is_none()
                && let Some(known) = self.lines.iter_mut().find(same)
            {
                known.query = None;
            }
            return;
        }
        if let Some(oddity) = line.oddity {
            diagnostics.push(Diagnostic::new(Code::RequestLineSpelling, span, oddity));
        }
        self.lines.push(RequestLine {
            method: line.method.to_owned(),
            path: line.path,
            query: line.query.map(str::to_owned),
            span,
        });
    }
}

/// The annotation in a comment, if it is one.
pub(crate) fn annotation(
    file_text: &str,
    comment: Comment,
    diagnostics: &mut Diagnostics,
) -> Option<Annotation> {
    let text = file_text.get(comment.content.range())?;
    let trimmed = text.trim();
    if !trimmed.starts_with('{') || !words::contains(trimmed, "blocktype") {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let span = comment.content.inner(start..start + trimmed.len());
    let (json, complaint) = json_reader::read_quietly(file_text, span);
    let json = match (json, complaint) {
        (Some(json), None) => json,
        (json, complaint) => {
            let place = complaint.unwrap_or(span);
            diagnostics.push(
                Diagnostic::new(Code::AnnotationSyntax, place, "the annotation is not strict JSON")
                    .label("read as far as it could be understood"),
            );
            json.unwrap_or_else(|| salvage(file_text, span))
        }
    };
    let block_type = json
        .members()
        .iter()
        .find(|member| member.key.eq_ignore_ascii_case("blockType"))
        .and_then(|member| member.value.as_str())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    Some(Annotation { block_type, value: json, span: comment.span })
}

/// The keys that matter, of an object that no parser accepts: usually a quote is missing.
fn salvage(file_text: &str, span: Span) -> Json {
    const KEYS: [&str; 8] = [
        "blockType",
        "name",
        "@odata.type",
        "truncated",
        "isCollection",
        "keyProperty",
        "baseType",
        "openType",
    ];
    let text = file_text.get(span.range()).unwrap_or_default();
    let mut members = Vec::new();
    for key in KEYS {
        let Some(at) = text.find(key) else { continue };
        let rest = &text[at + key.len()..];
        let Some(colon) = rest.find(':').filter(|colon| *colon <= 3) else { continue };
        let value = rest[colon + 1..].trim_start_matches([' ', '"', '#']);
        let value = value.split(['"', ',', '}', '\n', '\r']).next().unwrap_or_default().trim();
        let kind = match value {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            text => Kind::String(text.to_owned()),
        };
        let place = span.inner(at..at + key.len());
        let value = Json { kind, span: place };
        members.push(Member { key: key.to_owned(), key_span: place, value });
    }
    Json { kind: Kind::Object(members), span }
}

/// The resource block that `example` shows, if its annotation says so.
pub(crate) fn resource_block(example: &Example) -> Option<ResourceBlock> {
    let annotation = example.annotation.clone()?;
    (annotation.block_type == "resource")
        .then(|| ResourceBlock { annotation, body: example.body.clone() })
}
