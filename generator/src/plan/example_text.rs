//! The JSON files that lie beside the example tests.
//!
//! In: an example or a bare request. Out: one element of its page's file, and the file's name.

use super::body;
use super::names;
use super::url::Matched;
use crate::ir::{Example, Role};
use crate::json::Json;

/// `v1.0/api/user-get.md` to `api/user-get`.
pub(super) fn file_name(version: &str, page: &str) -> String {
    let below =
        page.find(&format!("{version}/")).filter(|&at| at == 0 || page.as_bytes()[at - 1] == b'/');
    let rest = below.map_or(page, |at| &page[at + version.len() + 1..]);
    let rest = rest.strip_suffix(".md").unwrap_or(rest);
    rest.split('/').map(names::file_stem).collect::<Vec<_>>().join("/")
}

/// One element of a page's JSON file.
pub(super) fn example_text(example: &Example, json: &Json, matched: Option<&Matched>) -> String {
    let mut out = Element::new(&example.page);
    out.text("name", example.name.as_deref());
    out.text("role", Some(example.role.as_str()));
    let request = example.request.as_ref().map(|(method, url)| format!("{method} {url}"));
    out.text("request", request.as_deref());
    out.matched(matched);
    if let Some(status) = example.status {
        out.member("status", &status.to_string());
    }
    let mut text = String::new();
    body::write(json, 4, &mut text);
    out.member("body", &text);
    out.end()
}

/// The same for a request without a body.
pub(super) fn request_text(page: &str, method: &str, url: &str, matched: &Matched) -> String {
    let mut out = Element::new(page);
    out.text("role", Some(Role::Request.as_str()));
    out.text("request", Some(&format!("{method} {url}")));
    out.matched(Some(matched));
    out.end()
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

    fn matched(&mut self, matched: Option<&Matched>) {
        let Some(matched) = matched else { return };
        self.text("path", Some(&matched.path));
        let mut list = String::from("[");
        for (at, argument) in matched.arguments.iter().enumerate() {
            list.push_str(if at == 0 { "" } else { ", " });
            body::string(argument, &mut list);
        }
        list.push(']');
        self.member("arguments", &list);
    }

    fn end(mut self) -> String {
        self.0.push_str("\n  }");
        self.0
    }
}
