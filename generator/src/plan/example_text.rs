//! The JSON files that lie beside the example tests.
//!
//! In: an example or a bare request. Out: one element of its page's file, and the file's name.

use super::body;
use super::names;
use super::url::Matched;
use super::written::Written;
use crate::ir::{Example, Role};
use crate::json::Json;

/// `v1.0/api/user-get.md` to `api/user-get`.
pub(super) fn file_name(version: &str, page: &str) -> String {
    let below =
        page.find(&format!("{version}/")).filter(|&at| at == 0 || page.as_bytes()[at - 1] == b'/');
    let rest = below.map_or(page, |at| &page[at + version.len() + 1..]);
    let rest = rest.strip_suffix(".md").unwrap_or(rest);
    names::file_path(rest)
}

/// One element of a page's JSON file.
pub(super) fn example_text(example: &Example, json: &Json, matched: Option<&Matched>) -> Written {
    let mut out = Element::new(&example.page);
    out.text("name", example.name.as_deref());
    out.text("role", Some(example.role.as_str()));
    let request = example.request.as_ref().map(|(method, url)| format!("{method} {url}"));
    out.text("request", request.as_deref());
    out.matched(matched);
    if let Some(status) = example.status {
        out.member("status").json_number(&status.to_string());
    }
    body::write(json, 4, out.member("body"));
    out.end()
}

/// The same for a request without a body.
pub(super) fn request_text(page: &str, method: &str, url: &str, matched: &Matched) -> Written {
    let mut out = Element::new(page);
    out.text("role", Some(Role::Request.as_str()));
    out.text("request", Some(&format!("{method} {url}")));
    out.matched(Some(matched));
    out.end()
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

    fn matched(&mut self, matched: Option<&Matched>) {
        let Some(matched) = matched else { return };
        self.text("path", Some(&matched.path));
        let list = self.member("arguments").own("[");
        for (at, argument) in matched.arguments.iter().enumerate() {
            list.own(if at == 0 { "" } else { ", " }).json(argument);
        }
        list.own("]");
    }

    fn end(mut self) -> Written {
        self.0.own("\n  }");
        self.0
    }
}
