//! Which section a block is in.
//!
//! In: headings as they come. Out: the [`Section`] of what follows, found by the heading's words. Levels only
//! tell which headings are still open: pages skip levels as they please.

use super::words::fold;
use crate::markdown::{Heading, Text};
use crate::span::Span;

/// What a heading announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Before the first section heading.
    Intro,
    Permissions,
    HttpRequest,
    RequestHeaders,
    RequestBody,
    FunctionParameters,
    PathParameters,
    QueryParameters,
    /// What the method returns, in words.
    Response,
    Errors,
    Example,
    ExampleRequest,
    ExampleResponse,
    Properties,
    /// `Instance attributes` are annotations that may be on the resource, not properties.
    InstanceAttributes,
    Relationships,
    Methods,
    Representation,
    /// `Members` of the enumeration that the page is about.
    Members,
    /// `x values`.
    Values,
    DerivedTypes,
    /// `Properties of a policy definition`: of something that the page's type only holds as text.
    Foreign,
    /// Unknown words; such a heading belongs to the section around it.
    Other,
}

/// An open heading.
pub(crate) struct Open {
    pub(crate) level: u8,
    pub(crate) section: Section,
    /// Its words, folded.
    pub(crate) words: String,
    /// Its words, as typed.
    pub(crate) text: Text,
    pub(crate) span: Span,
}

/// The headings above the current block.
#[derive(Default)]
pub(crate) struct Outline {
    open: Vec<Open>,
    /// Level of the example heading that the current block belongs to.
    example: Option<u8>,
    /// Whether a statement section `Response` has begun.
    responded: bool,
}

impl Outline {
    /// Enters a heading.
    pub(crate) fn enter(&mut self, heading: Heading) {
        let level = heading.level;
        while self.open.last().is_some_and(|open| open.level >= level) {
            self.open.pop();
        }
        let words = fold(&heading.text.plain());
        let mut section = if level == 1 { Section::Intro } else { classify(&words) };
        let is_exchange = matches!(section, Section::ExampleRequest | Section::Response);
        if let Some(example) = self.example
            && (level < example || (level == example && !is_exchange))
        {
            self.example = None;
        }
        match section {
            Section::Example => self.example = Some(level),
            // `Request` belongs to an example even when no heading says so, and a `Response` after it too.
            Section::ExampleRequest if self.example.is_none() => self.example = Some(level),
            Section::Response if self.example.is_some() || self.responded => {
                section = Section::ExampleResponse;
            }
            Section::Response => self.responded = true,
            _ => {}
        }
        self.open.push(Open { level, section, words, text: heading.text, span: heading.span });
    }

    /// The section of the current block: that of the nearest heading with known words.
    pub(crate) fn section(&self) -> Section {
        let known = self.open.iter().rev().find(|open| open.section != Section::Other);
        match known {
            Some(open) if open.section == Section::Intro && !self.at_top() => Section::Other,
            Some(open) => open.section,
            None if self.at_top() => Section::Intro,
            None => Section::Other,
        }
    }

    /// Whether no section heading is open.
    fn at_top(&self) -> bool {
        self.open.iter().all(|open| open.level == 1)
    }

    /// The innermost heading.
    pub(crate) fn innermost(&self) -> Option<&Open> {
        self.open.last()
    }

    /// The innermost heading below the title.
    pub(crate) fn nearest(&self) -> Option<&Open> {
        self.open.last().filter(|open| open.level > 1)
    }

    /// The innermost heading of `section` or of unknown words below it.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &Open> {
        self.open.iter().rev()
    }

    /// Whether the current block belongs to an example.
    pub(crate) fn in_example(&self) -> bool {
        self.example.is_some()
    }
}

/// What `words`, folded, announce.
pub(crate) fn classify(words: &str) -> Section {
    match words {
        "permissions" | "prerequisites" | "permission" => return Section::Permissions,
        "http request" | "http requests" | "requests" => return Section::HttpRequest,
        "request headers" | "request header" | "optional request headers" | "headers" => {
            return Section::RequestHeaders;
        }
        "request body" | "parameters" | "request parameters" => return Section::RequestBody,
        "function parameters" => return Section::FunctionParameters,
        "path parameters" => return Section::PathParameters,
        "response" | "responses" => return Section::Response,
        "request" => return Section::ExampleRequest,
        "properties" | "property" => return Section::Properties,
        "instance attributes" => return Section::InstanceAttributes,
        "relationships" | "relationship" | "navigation properties" => {
            return Section::Relationships;
        }
        "methods" | "method" | "tasks" | "reports" | "functions" | "actions" => {
            return Section::Methods;
        }
        "json representation" | "json representations" => return Section::Representation,
        "members" => return Section::Members,
        "derived types" | "subtypes" => return Section::DerivedTypes,
        "remarks" | "see also" | "next steps" | "common properties" => return Section::Other,
        _ => {}
    }
    if words.starts_with("properties of a ") || words.starts_with("properties of an ") {
        return Section::Foreign;
    }
    let count = words.split(' ').count();
    let last = words.rsplit(' ').next().unwrap_or_default();
    if words.starts_with("example") {
        return Section::Example;
    }
    if words.starts_with("permissions acting on") || words.starts_with("permissions for") {
        return Section::Permissions;
    }
    if words.ends_with("query parameters") || words.ends_with("query parameter") {
        return Section::QueryParameters;
    }
    if words.starts_with("error") || words.starts_with("exceptions") {
        return Section::Errors;
    }
    if words.starts_with("http request") {
        return Section::HttpRequest;
    }
    // `Request 2`, `Response 2`
    if count == 2 && last.bytes().all(|byte| byte.is_ascii_digit()) {
        match words.split(' ').next() {
            Some("request") => return Section::ExampleRequest,
            Some("response") => return Section::Response,
            _ => {}
        }
    }
    if (2..=5).contains(&count)
        && !words.contains("header")
        && matches!(last, "values" | "enumeration" | "members" | "flags")
    {
        return Section::Values;
    }
    if count == 2 && last == "properties" {
        return Section::Properties;
    }
    Section::Other
}
