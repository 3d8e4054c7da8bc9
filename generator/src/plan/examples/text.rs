//! The JSON files that lie beside the example tests.
//!
//! In: an example as a page shows it. Out: one element of its page's file, and the file's name.

use super::{Block, body, options};
use crate::ir::Role;
use crate::plan::names;

/// `v1.0/api/user-get.md` to `api/user-get`.
pub(super) fn file_name(version: &str, page: &str) -> String {
    let below =
        page.find(&format!("{version}/")).filter(|&at| at == 0 || page.as_bytes()[at - 1] == b'/');
    let rest = below.map_or(page, |at| &page[at + version.len() + 1..]);
    let rest = rest.strip_suffix(".md").unwrap_or(rest);
    rest.split('/').map(names::file_stem).collect::<Vec<_>>().join("/")
}

/// An element of a file.
pub(super) struct Shown<'a> {
    pub page: &'a str,
    pub block: Block<'a>,
    /// Of a request that is built: the path below host and version.
    pub path: Option<String>,
    /// A body that is not JSON.
    pub content: Option<&'a str>,
}

impl Shown<'_> {
    /// The element as JSON.
    pub(super) fn text(self) -> String {
        let Self { page, block, path, content } = self;
        let Block { exchange, example } = block;
        let role = block.role();
        let mut out = Element::new(page);
        out.text("name", example.and_then(|example| example.name.as_deref()));
        out.text("role", Some(role.as_str()));
        let shown = exchange.and_then(|exchange| exchange.request.as_ref());
        let request = match example.and_then(|example| example.request.as_ref()) {
            Some((method, url)) => Some(format!("{method} {url}")),
            None => shown.map(|(method, url)| format!("{} {}", method.value, url.value)),
        };
        out.text("request", request.as_deref());
        out.text("path", path.as_deref());
        let status = exchange.and_then(|exchange| exchange.status.as_ref());
        let status = status.map(|status| status.value);
        if let Some(status) = status.or(example.and_then(|example| example.status)) {
            out.member("status", &status.to_string());
        }
        if path.is_some() || role == Role::Response {
            out.headers(exchange.map_or(&[][..], |exchange| &exchange.headers));
        }
        if let Some(json) = example.and_then(|example| example.json.as_ref()) {
            let mut text = String::new();
            body::write(json, 4, &mut text);
            out.member("body", &text);
        }
        out.text("content", content);
        out.end()
    }
}

/// A JSON object in the making.
struct Element(String);

impl Element {
    fn new(page: &str) -> Self {
        let mut element = Self(String::from("  {"));
        element.text("page", Some(page));
        element
    }

    fn member(&mut self, key: &str, json: &str) {
        let before = if self.0.ends_with('{') { "\n    \"" } else { ",\n    \"" };
        for part in [before, key, "\": ", json] {
            self.0.push_str(part);
        }
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            let mut json = String::new();
            body::string(value, &mut json);
            self.member(key, &json);
        }
    }

    fn headers(&mut self, headers: &[(String, String)]) {
        let shown = options::shown(headers);
        if shown.is_empty() {
            return;
        }
        let mut list = String::from("{");
        for (at, (name, value)) in shown.into_iter().enumerate() {
            list.push_str(if at == 0 { " " } else { ", " });
            body::string(name, &mut list);
            list.push_str(": ");
            body::string(value.trim(), &mut list);
        }
        list.push_str(" }");
        self.member("headers", &list);
    }

    fn end(mut self) -> String {
        self.0.push_str("\n  }");
        self.0
    }
}
