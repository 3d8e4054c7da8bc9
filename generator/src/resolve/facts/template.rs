//! Paths with placeholders, taken apart.
//!
//! In: a path as documented. Out: its [`PathTemplate`], and its segments for matching and walking.

use super::names::DEFAULT_NAMESPACE;
use crate::ir::{PathPart, PathTemplate};

/// Takes a documented path apart. Joined, the parts are the text, but for placeholders without a name.
pub(in crate::resolve) fn parse(text: &str) -> PathTemplate {
    let mut parts: Vec<PathPart> = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        let close = if rest[at..].starts_with('{') { '}' } else { '>' };
        let Some(length) = rest[at..].find(close) else { break };
        literal.push_str(&rest[..at]);
        let inner = &rest[at + 1..at + length];
        rest = &rest[at + length + 1..];
        let before = literal_before(&parts, &literal);
        let quoted = literal.ends_with('\'') && rest.starts_with('\'');
        let opened = literal.rsplit(['(', ',', '/']).next().unwrap_or_default();
        let argument = opened.split_once('=').map(|(name, _)| name.trim().to_owned());
        parts.push(PathPart::Literal(std::mem::take(&mut literal)));
        parts.push(PathPart::Placeholder {
            text: placeholder_name(inner).to_owned(),
            segment: before,
            argument: argument.filter(|name| !name.is_empty()),
            quoted,
            spans_segments: rest.starts_with(':') && ends_in_colon_path(&parts),
        });
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(PathPart::Literal(literal));
    }
    parts.retain(|part| !matches!(part, PathPart::Literal(text) if text.is_empty()));
    PathTemplate { text: text.to_owned(), parts }
}

/// What a generator found no name for (`{}`, `{undefined}`) is a key like any other.
fn placeholder_name(inner: &str) -> &str {
    match inner.trim() {
        "" | "undefined" => "id",
        name => name,
    }
}

/// `root:/{path}:`: the literal before the placeholder ends in `:/`.
fn ends_in_colon_path(parts: &[PathPart]) -> bool {
    matches!(parts.last(), Some(PathPart::Literal(text)) if text.ends_with(":/") || text.ends_with(':'))
}

/// The last whole literal segment (or function name) before the end of `literal`.
fn literal_before(parts: &[PathPart], literal: &str) -> Option<String> {
    let here = literal.split(['/', '(', ':']).rev().find_map(name_in);
    here.or_else(|| {
        parts.iter().rev().find_map(|part| match part {
            PathPart::Literal(text) => text.split(['/', '(', ':']).rev().find_map(name_in),
            PathPart::Placeholder { .. } => None,
        })
    })
}

fn name_in(piece: &str) -> Option<String> {
    let plain =
        !piece.is_empty() && piece.chars().all(|c| c.is_alphanumeric() || "_-.$".contains(c));
    plain.then(|| piece.rsplit('.').next().unwrap_or(piece).to_owned())
}

/// A piece of a path between slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::resolve) struct Segment<'p> {
    /// Its text, without the parentheses.
    pub(in crate::resolve) name: &'p str,
    /// What is in its parentheses.
    pub(in crate::resolve) arguments: Option<&'p str>,
    /// It is, or begins with, a placeholder, or is a literal that a placeholder stands for.
    pub(in crate::resolve) placeholder: bool,
}

/// The segments of a path or URL. Slashes in braces, angle brackets, parentheses and quotes do not count.
/// `root:/a/b:/children` becomes `root`, `:`, `children`.
pub(in crate::resolve) fn segments(path: &str) -> Vec<Segment<'_>> {
    let mut out = Vec::with_capacity(path.len() / 8);
    let mut pieces = Pieces { rest: Some(path) };
    while let Some(piece) = pieces.next() {
        let addressed = piece.strip_suffix(':').filter(|head| !head.is_empty());
        match addressed {
            Some(head) => {
                out.push(segment(head));
                // Everything up to the closing colon is one file path.
                for inner in pieces.by_ref() {
                    if inner.ends_with(':') {
                        break;
                    }
                }
                out.push(Segment { name: ":", arguments: None, placeholder: true });
            }
            None => out.push(segment(piece)),
        }
    }
    out
}

/// What is between the slashes of a path and is not blank.
struct Pieces<'p> {
    /// `None` at the end.
    rest: Option<&'p str>,
}

impl<'p> Iterator for Pieces<'p> {
    type Item = &'p str;

    fn next(&mut self) -> Option<&'p str> {
        loop {
            let rest = self.rest?;
            let (end, is_last) = end_of_piece(rest);
            self.rest = rest.get(end + 1..).filter(|_| !is_last);
            let piece = rest[..end].trim();
            if !piece.is_empty() {
                return Some(piece);
            }
        }
    }
}

/// Where the first piece of `path` ends, and whether the path ends with it.
fn end_of_piece(path: &str) -> (usize, bool) {
    let mut depth = 0usize;
    let mut quoted = false;
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'{' | b'(' | b'<' if !quoted => depth += 1,
            b'}' | b')' | b'>' if !quoted => depth = depth.saturating_sub(1),
            b'?' if depth == 0 && !quoted => return (at, true),
            b'/' if depth == 0 && !quoted => return (at, false),
            _ => {}
        }
    }
    (path.len(), true)
}

fn segment(piece: &str) -> Segment<'_> {
    let braced = matches!(piece.as_bytes().first(), Some(b'{' | b'<' | b'['));
    let open = piece.bytes().position(|byte| byte == b'(').filter(|_| !braced);
    match open {
        Some(open) => Segment {
            name: piece[..open].trim(),
            arguments: Some(piece[open + 1..].trim_end().trim_end_matches(')')),
            placeholder: false,
        },
        None => Segment { name: piece, arguments: None, placeholder: braced },
    }
}

/// A path with every key as `{}` and lower-case names.
pub(in crate::resolve) fn canonical(path: &[Segment<'_>]) -> String {
    let mut out = String::new();
    path.iter().for_each(|segment| push_canonical(segment, &mut out));
    out
}

/// Adds a segment to a canonical path.
pub(in crate::resolve) fn push_canonical(segment: &Segment<'_>, out: &mut String) {
    out.push('/');
    if segment.placeholder {
        out.push_str("{}");
        return;
    }
    if segment.name.is_ascii() {
        let at = out.len();
        out.push_str(segment.name);
        out[at..].make_ascii_lowercase();
    } else {
        out.push_str(&segment.name.to_lowercase());
    }
    if segment.arguments.is_some() {
        out.push_str("()");
    }
}

/// Whether an example's path fits a documented one. Placeholders (`(id)` is one too) and keys that stand in for
/// one fit anything, names fit in any case, a missing or additional pair of parentheses does not matter,
/// `events('1')` is `events/1`, and what is documented may be cast and counted.
pub(in crate::resolve) fn fits(template: &[Segment<'_>], example: &[Segment<'_>]) -> bool {
    let template = keys_apart(template);
    let mut example = keys_apart(example);
    let is_count = |segment: &Segment<'_>| segment.name == "$count";
    let is_cast = |segment: &Segment<'_>| {
        let namespace = DEFAULT_NAMESPACE.as_bytes();
        let head = segment.name.as_bytes().get(..namespace.len());
        segment.arguments.is_none()
            && head.is_some_and(|head| head.eq_ignore_ascii_case(namespace))
            && segment.name.as_bytes().get(namespace.len()) == Some(&b'.')
    };
    for refines in [&is_count as &dyn Fn(&Segment<'_>) -> bool, &is_cast] {
        if example.len() > template.len() && example.last().is_some_and(refines) {
            example.pop();
        }
    }
    template.len() == example.len()
        && template.iter().zip(&example).all(|(template, example)| {
            template.placeholder
                || example.placeholder
                || template.name.is_empty()
                || is_sample_key(template.name)
                || last_name(template).eq_ignore_ascii_case(last_name(example))
        })
}

/// The name without its namespace.
fn last_name<'p>(segment: &Segment<'p>) -> &'p str {
    segment.name.rsplit('.').next().unwrap_or_default()
}

/// `events('1')` and `events({id})` as the two segments `events` and `1`.
fn keys_apart<'p>(path: &[Segment<'p>]) -> Vec<Segment<'p>> {
    let mut out = Vec::with_capacity(path.len());
    for segment in path {
        let key = segment.arguments.map(str::trim).filter(|arguments| {
            let quoted = arguments.starts_with('\'') && arguments.ends_with('\'');
            (quoted && arguments.matches('\'').count() == 2)
                || (arguments.starts_with('{') && arguments.ends_with('}'))
        });
        match key {
            Some(key) => {
                out.push(Segment { arguments: None, ..*segment });
                out.push(Segment { name: key, arguments: None, placeholder: true });
            }
            None => out.push(*segment),
        }
    }
    out
}

/// A number or GUID, which a page documents where it means a placeholder.
fn is_sample_key(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let hex = name.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    hex && digits > 0 && (digits == name.len() || name.len() == 36)
}

/// How many literal segments two paths share; tells the better of several templates that fit.
pub(in crate::resolve) fn literal_matches(
    template: &[Segment<'_>],
    example: &[Segment<'_>],
) -> usize {
    let same = |(a, b): &(&Segment<'_>, &Segment<'_>)| {
        !a.placeholder && a.name.eq_ignore_ascii_case(b.name)
    };
    template.iter().zip(example).filter(same).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, segment, argument, quoted, spans segments.
    type Shown<'a> = (&'a str, Option<&'a str>, Option<&'a str>, bool, bool);

    #[track_caller]
    fn check(path: &str, expected: &[Shown<'_>]) {
        let template = parse(path);
        let found: Vec<_> = template
            .parts
            .iter()
            .filter_map(|part| match part {
                PathPart::Literal(_) => None,
                PathPart::Placeholder { text, segment, argument, quoted, spans_segments } => {
                    Some((
                        text.as_str(),
                        segment.as_deref(),
                        argument.as_deref(),
                        *quoted,
                        *spans_segments,
                    ))
                }
            })
            .collect();
        assert_eq!(found, expected, "{path}");
    }

    #[test]
    fn placeholders_know_their_surroundings() {
        check(
            "/users/{id | userPrincipalName}/messages/{id}",
            &[
                ("id | userPrincipalName", Some("users"), None, false, false),
                ("id", Some("messages"), None, false, false),
            ],
        );
        check(
            "/reports/getX(period='{period_value}')",
            &[("period_value", Some("getX"), Some("period"), true, false)],
        );
        check("/users('{upn}')", &[("upn", Some("users"), None, true, false)]);
        check(
            "/me/drive/root:/{item-path}:/children",
            &[("item-path", Some("root"), None, false, true)],
        );
        check("/a/<address>/b", &[("address", Some("a"), None, false, false)]);
        check("/a/{unclosed", &[]);
    }

    #[track_caller]
    fn check_fit(template: &str, example: &str, expected: bool) {
        assert_eq!(
            fits(&segments(template), &segments(example)),
            expected,
            "{template} ~ {example}"
        );
    }

    #[test]
    fn examples_fit_templates() {
        check_fit("/users/{id | userPrincipalName}/messages", "/users/a@b.c/messages", true);
        check_fit("/users/{id}/messages", "/users/messages", false);
        check_fit("/me/drive/root:/{path}:/children", "/me/drive/root:/a/b/c:/children", true);
        check_fit("/x/microsoft.graph.f(a='{a}')", "/x/f(a='1/2')", true);
        check_fit("/deviceManagement/x", "/devicemanagement/X/", true);
        check_fit("/groups/{id}/members", "/groups/1/members/microsoft.graph.user/", true);
        check_fit("/groups/{id}/members", "/groups/1/members/$count", true);
        check_fit("/groups/{id}/members", "/groups/1/members/microsoft.graph.user/$count", true);
        check_fit("/groups/{id}/members", "/groups/1/members/2", false);
        check_fit("/teams/(id)/channels", "/teams/1/channels", true);
        check_fit("/me/events/{id}", "/me/events('AAM=')", true);
        check_fit("/me/events", "/me/events('AAM=')", false);
        check_fit("/x/range(address='{address}')", "/x/range(address='A1')", true);
        check_fit("/classes/11010/members", "/classes/11014/members", true);
        check_fit(
            "/classes/acdefc6b-2dc6-4e71-b1e9-6d9810ab1793",
            "/classes/c42f493f-42b4-4e7d-8148-af894cbc518b",
            true,
        );
    }
}
