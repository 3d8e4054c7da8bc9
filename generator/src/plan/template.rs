//! A request line's path as stubs use it: without the query options that every request has a method for.
//!
//! In: a path template of the model. Out: a [`Template`]: the path, and the query parameters that belong to
//! this request alone. `GET /me/messages?$filter=…` is `GET /me/messages`; the caller adds the filter.

use crate::ir::{PathPart, PathTemplate};

/// A path and its own query parameters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    /// Up to the question mark.
    pub path: Vec<PathPart>,
    /// Names, and values in parts.
    pub query: Vec<(String, Vec<PathPart>)>,
}

/// Query options of OData that `Request` has methods for.
const OPTIONS: [&str; 9] =
    ["$count", "$expand", "$filter", "$format", "$orderby", "$search", "$select", "$skip", "$top"];

impl Template {
    pub(super) fn new(template: &PathTemplate) -> Self {
        let mut path = Vec::new();
        let mut query = Vec::new();
        let mut in_query = false;
        for part in &template.parts {
            match part {
                PathPart::Literal(text) if !in_query => {
                    let (before, after) = match text.split_once('?') {
                        Some((before, after)) => (before, Some(after)),
                        None => (text.as_str(), None),
                    };
                    if !before.is_empty() {
                        path.push(PathPart::Literal(before.to_owned()));
                    }
                    if let Some(after) = after {
                        in_query = true;
                        query.push(PathPart::Literal(after.to_owned()));
                    }
                }
                part if in_query => query.push(part.clone()),
                part => path.push(part.clone()),
            }
        }
        let query = parameters(query).into_iter().filter(|(name, _)| {
            !name.is_empty() && !OPTIONS.iter().any(|option| option.eq_ignore_ascii_case(name))
        });
        Self { path, query: query.collect() }
    }

    /// All placeholders and literals, in the order of the text.
    pub(super) fn parts(&self) -> impl Iterator<Item = &PathPart> {
        self.path.iter().chain(self.query.iter().flat_map(|(_, value)| value))
    }

    /// With braces around every placeholder, however the page marks it.
    pub(super) fn text(&self) -> String {
        self.spell(|name, text| {
            text.push('{');
            text.push_str(name);
            text.push('}');
        })
    }

    fn spell(&self, placeholder: impl Fn(&str, &mut String)) -> String {
        let mut text = String::new();
        let add = |parts: &[PathPart], text: &mut String| {
            for part in parts {
                match part {
                    PathPart::Literal(literal) => text.push_str(literal),
                    PathPart::Placeholder { text: name, .. } => placeholder(name, text),
                }
            }
        };
        add(&self.path, &mut text);
        for (at, (name, value)) in self.query.iter().enumerate() {
            text.push(if at == 0 { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            add(value, &mut text);
        }
        text
    }
}

/// Splits the parts of a query at its ampersands and equals signs.
fn parameters(parts: Vec<PathPart>) -> Vec<(String, Vec<PathPart>)> {
    let mut parameters: Vec<(String, Vec<PathPart>)> = Vec::new();
    let mut open = false;
    for part in parts {
        let PathPart::Literal(text) = part else {
            if let Some((_, value)) = parameters.last_mut() {
                value.push(part);
            }
            continue;
        };
        for (at, piece) in text.split('&').enumerate() {
            if at > 0 || !open {
                let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
                let value = Some(value).filter(|value| !value.is_empty());
                let value = value.map(|value| PathPart::Literal(value.to_owned()));
                parameters.push((name.trim().to_owned(), value.into_iter().collect()));
                open = true;
            } else if let Some((_, value)) = parameters.last_mut().filter(|_| !piece.is_empty()) {
                value.push(PathPart::Literal(piece.to_owned()));
            }
        }
    }
    parameters
}
