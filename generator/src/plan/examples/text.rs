//! The JSON files that lie beside the example tests.
//!
//! In: an example as a page shows it. Out: one element of its page's file, and the file's name.

use super::{Block, body, options};
use crate::ir::Role;
use crate::plan::{Written, names};

/// `v1.0/api/user-get.md` to `api/user-get`.
pub(super) fn file_name(version: &str, page: &str) -> String {
    let below =
        page.find(&format!("{version}/")).filter(|&at| at == 0 || page.as_bytes()[at - 1] == b'/');
    let rest = below.map_or(page, |at| &page[at + version.len() + 1..]);
    let rest = rest.strip_suffix(".md").unwrap_or(rest);
    names::file_path(rest)
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
    pub(super) fn text(self) -> Written {
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
            out.member("status").json_number(&status.to_string());
        }
        if path.is_some() || role == Role::Response {
            out.headers(exchange.map_or(&[][..], |exchange| &exchange.headers));
        }
        if let Some(json) = example.and_then(|example| example.json.as_ref()) {
            body::write(json, 4, out.member("body"));
        }
        out.text("content", content);
        out.end()
    }
}

/// A JSON object in the making.
struct Element(Written);

impl Element {
    fn new(page: &str) -> Self {
        let mut element = Self(Written::default());
        element.0.own("  {");
        element.text("page", Some(page));
        element
    }

    /// The place of the value of the next member.
    fn member(&mut self, key: &'static str) -> &mut Written {
        let before = if self.0.ends_with('{') { "\n    \"" } else { ",\n    \"" };
        self.0.own(before).own(key).own("\": ")
    }

    fn text(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.member(key).json(value);
        }
    }

    fn headers(&mut self, headers: &[(String, String)]) {
        let shown = options::shown(headers);
        if shown.is_empty() {
            return;
        }
        let list = self.member("headers").own("{");
        for (at, (name, value)) in shown.into_iter().enumerate() {
            list.own(if at == 0 { " " } else { ", " }).json(name).own(": ").json(value.trim());
        }
        list.own(" }");
    }

    fn end(mut self) -> Written {
        self.0.own("\n  }");
        self.0
    }
}
