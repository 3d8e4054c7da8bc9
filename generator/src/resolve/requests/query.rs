//! The query parameters that a request line shows: arguments like those of its path.
//!
//! In: a path and its line. Out: the path, and behind a question mark a placeholder for each parameter. The options of
//! OData (`$filter`, `$top`, …) every request has; `$id`, which names what a reference leads to, only its own.

use crate::ir::{PathPart, PathTemplate};
use crate::page::RequestLine;

/// `path` with the query parameters of `line`.
pub(super) fn added(mut path: PathTemplate, line: &RequestLine) -> PathTemplate {
    let mut before = '?';
    let mut seen: Vec<String> = Vec::new();
    for pair in line.query.iter().flat_map(|query| query.split('&')) {
        let name = pair.split('=').next().unwrap_or_default().trim();
        let own = !name.starts_with('$') || name.eq_ignore_ascii_case("$id");
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '$' | '_' | '-'));
        if name.is_empty() || !own || !plain || seen.iter().any(|known| known == name) {
            continue;
        }
        seen.push(name.to_owned());
        path.parts.push(PathPart::Literal(format!("{before}{name}=")));
        path.parts.push(PathPart::Placeholder {
            text: name.trim_start_matches('$').to_owned(),
            segment: None,
            argument: Some(name.trim_start_matches('$').to_owned()),
            quoted: false,
            spans_segments: false,
        });
        before = '&';
    }
    path
}

/// Whether a path has query parameters.
pub(super) fn is_in(path: &PathTemplate) -> bool {
    path.parts.iter().any(begins)
}

/// Takes the query parameters away.
pub(super) fn remove(path: &mut PathTemplate) {
    if let Some(at) = path.parts.iter().position(begins) {
        path.parts.truncate(at);
    }
}

fn begins(part: &PathPart) -> bool {
    matches!(part, PathPart::Literal(text) if text.starts_with('?'))
}
