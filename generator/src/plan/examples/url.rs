//! Which arguments turn a request line into the URL of an example.
//!
//! In: a URL as a page shows it and the template of its request line. Out: the arguments in order and the
//! path below host and version, both percent-decoded; `None` if the URL does not have the template's form.

use crate::ir::PathPart;
use crate::plan::template::Template;

/// A URL taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Matched {
    /// One for each placeholder.
    pub arguments: Vec<String>,
    /// The path below host and version.
    pub path: String,
    /// What follows the question mark, as typed.
    pub query: String,
}

/// Takes `url` apart by `template`.
pub(super) fn match_url(url: &str, template: &Template) -> Option<Matched> {
    let url = url.trim();
    let url = url.split('#').next().unwrap_or_default();
    let (url, query) = url.split_once('?').unwrap_or((url, ""));
    let (path, absolute) = match url.find("://") {
        Some(at) => (url[at + 3..].find('/').map(|slash| &url[at + 3 + slash..])?, true),
        None => (url, false),
    };
    let below = path.strip_prefix('/').and_then(|rest| rest.find('/').map(|slash| &rest[slash..]));
    let candidates = if absolute { [below, Some(path)] } else { [Some(path), below] };
    let mut matched = candidates.into_iter().flatten().find_map(|path| {
        let path = path.trim_end_matches('/');
        let mut arguments = Vec::new();
        fill(&template.path, path, &mut arguments).then(|| Matched {
            arguments,
            path: decode(path),
            query: query.to_owned(),
        })
    })?;
    for (name, parts) in &template.query {
        let mut pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let (_, value) = pairs.find(|(key, _)| decode(key).eq_ignore_ascii_case(name))?;
        if !fill(parts, value, &mut matched.arguments) {
            return None;
        }
    }
    Some(matched)
}

/// Matches the template with the whole path; the shortest arguments win. What can follow each place is worked out from
/// the end, so that no path makes it try one thing twice.
fn fill(parts: &[PathPart], text: &str, arguments: &mut Vec<String>) -> bool {
    if text.len() > MAX_URL {
        return false;
    }
    // For each part, whether it and what comes after it can match from a byte on.
    let mut ends = vec![false; text.len() + 1];
    ends[text.len()] = true;
    let mut fits = vec![ends];
    for (at, part) in parts.iter().enumerate().rev() {
        let Some(after) = fits.last() else { return false };
        let here = match part {
            PathPart::Literal(literal) => {
                let literal = match at + 1 == parts.len() {
                    true => literal.trim_end_matches('/'),
                    false => literal,
                };
                literal_fits(literal, text, after)
            }
            PathPart::Placeholder { quoted, spans_segments, .. } => {
                argument_fits(*quoted || *spans_segments, text, after)
            }
        };
        fits.push(here);
    }
    fits.reverse();
    if !fits[0][0] {
        return false;
    }
    let mut at = 0;
    for (part, after) in parts.iter().zip(&fits[1..]) {
        let end = match part {
            PathPart::Literal(literal) => (at + literal.len()).min(text.len()),
            PathPart::Placeholder { quoted, .. } => {
                let mut ends = text[at..].char_indices().map(|(from, c)| at + from + c.len_utf8());
                let Some(end) = ends.find(|&end| after[end]) else { return false };
                arguments.push(argument(&text[at..end], *quoted));
                end
            }
        };
        at = end;
    }
    true
}

/// Longer URLs are no examples that a test could be made of.
const MAX_URL: usize = 8192;

fn literal_fits(literal: &str, text: &str, after: &[bool]) -> Vec<bool> {
    let fits = |at: usize| {
        let end = at + literal.len();
        after.get(end) == Some(&true)
            && text.get(at..end).is_some_and(|piece| piece.eq_ignore_ascii_case(literal))
    };
    (0..=text.len()).map(fits).collect()
}

fn argument_fits(crosses_slashes: bool, text: &str, after: &[bool]) -> Vec<bool> {
    let mut fits = vec![false; text.len() + 1];
    for (at, c) in text.char_indices().rev() {
        let end = at + c.len_utf8();
        fits[at] = (crosses_slashes || c != '/') && (after[end] || fits[end]);
    }
    fits
}

fn argument(value: &str, quoted: bool) -> String {
    let text = decode(value);
    if quoted { text.replace("''", "'") } else { text }
}

/// Percent-decoded, where the result is text.
pub(super) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::PathTemplate;

    fn template(text: &str) -> Template {
        let mut parts = Vec::new();
        for (at, piece) in text.split(['{', '}']).enumerate() {
            if at % 2 == 0 {
                parts.push(PathPart::Literal(piece.to_owned()));
            } else {
                let quoted = text.contains(&format!("'{{{piece}}}'"));
                let spans_segments = text.contains(&format!(":/{{{piece}}}"));
                parts.push(PathPart::Placeholder {
                    text: piece.to_owned(),
                    segment: None,
                    argument: None,
                    quoted,
                    spans_segments,
                });
            }
        }
        Template::new(&PathTemplate { text: text.to_owned(), parts })
    }

    #[track_caller]
    fn check(url: &str, text: &str, expected: Option<&[&str]>) {
        let matched = match_url(url, &template(text)).map(|matched| matched.arguments);
        assert_eq!(
            matched,
            expected.map(|list| list.iter().map(|&text| text.to_owned()).collect())
        );
    }

    #[test]
    fn arguments() {
        check(
            "https://graph.microsoft.com/v1.0/users/a%40b/messages?$top=1",
            "/users/{id}/messages",
            Some(&["a@b"]),
        );
        check("https://graph.microsoft.com/localtest/Users/1/", "/users/{id}", Some(&["1"]));
        check("/users/{id}", "/users/{id | upn}", Some(&["{id}"]));
        check("https://h/v1.0/a/b/c", "/a/{x}", None);
        check(
            "https://h/v1.0/d/root:/x/y.txt:/children",
            "/d/root:/{path}:/children",
            Some(&["x/y.txt"]),
        );
        check("https://h/v1.0/f(q='it''s')", "/f(q='{q}')", Some(&["it's"]));
        check("https://h/v1.0/a", "/a/{x}", None);
        check("https://h", "/a", None);
        check(
            "https://h/v1.0/v?end=2&$top=1&start=a%20b",
            "/v?start={s}&end={e}&$top={n}",
            Some(&["a b", "2"]),
        );
        check("https://h/v1.0/v?end=2", "/v?start={s}&end={e}", None);
    }
}
