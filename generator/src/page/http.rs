//! HTTP text: request lines of the HTTP request section, and whole messages of examples.
//!
//! In: source slices. Out: method, path and query of a line; first line, headers and body of a message.
//! Placeholders hold spaces and pipes, so a line is never split on them.

use std::ops::Range;

/// The methods that pages document.
const METHODS: [&str; 7] = ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"];

/// A request line, read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub(crate) method: &'static str,
    /// Without host, version, query and trailing slash; it begins with a slash.
    pub(crate) path: String,
    pub(crate) query: Option<&'a str>,
    /// What is unusual about it.
    pub(crate) oddity: Option<&'static str>,
}

/// What a line of the HTTP request section is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum LineKind<'a> {
    Request(Line<'a>),
    /// Blank, a comment, a header, the word `or`: not meant to be a request line.
    Filler,
    /// Looks like a request line but does not parse.
    Invalid,
}

/// Reads one line of the HTTP request section.
pub(crate) fn read_line(line: &str) -> LineKind<'_> {
    let line = super::words::trim(line).0;
    let Some((method, rest)) = split_method(line) else {
        let filler = line.is_empty()
            || line.eq_ignore_ascii_case("or")
            || line.starts_with(['#', '{', '}', '"', '<', '['])
            || line.starts_with("//")
            || split_header(line).is_some();
        return if filler { LineKind::Filler } else { LineKind::Invalid };
    };
    let mut oddity = None;
    if !rest.starts_with(char::is_whitespace) {
        oddity = Some("no space follows the method");
    }
    let target = without_protocol(rest.trim());
    if target.is_empty() || target.starts_with('*') || is_too_long(target) {
        return LineKind::Invalid;
    }
    let (path, query) = split_query(target);
    let path = path.trim_end();
    let (relative, absolute) = strip_host(path);
    if absolute {
        oddity = oddity.or(Some("the URL is absolute"));
    }
    let mut relative = match relative.strip_prefix('~') {
        Some(rest) => {
            oddity = oddity.or(Some("there is a tilde before the path"));
            rest
        }
        None => relative,
    };
    if let Some(version) = version_segment(relative) {
        relative = relative.trim_start_matches('/').get(version.len()..).unwrap_or_default();
        oddity = oddity.or(Some("the path holds the version"));
    }
    let mut path = String::with_capacity(relative.len() + 1);
    if !relative.starts_with('/') {
        path.push('/');
        if !absolute {
            oddity = oddity.or(Some("the path does not begin with a slash"));
        }
    }
    path.push_str(relative);
    if path.len() > 1 && path.ends_with('/') {
        path.pop();
        oddity = oddity.or(Some("the path ends with a slash"));
    }
    if has_outer_space(&path) {
        oddity = oddity.or(Some("the path holds a space"));
    }
    if path.contains("{undefined}") {
        oddity = oddity.or(Some("a placeholder is undefined"));
    }
    LineKind::Request(Line { method, path, query, oddity })
}

/// Too long, or in too many parts, to be a path. The longest known has a tenth of this.
fn is_too_long(target: &str) -> bool {
    const MAX_BYTES: usize = 4096;
    const MAX_PARTS: usize = 96;
    let parts = || target.bytes().filter(|byte| matches!(byte, b'/' | b'{' | b'<' | b'(' | b','));
    target.len() > MAX_BYTES || parts().count() > MAX_PARTS
}

/// The method at the head of `line` and what follows it.
pub(crate) fn split_method(line: &str) -> Option<(&'static str, &str)> {
    METHODS.iter().find_map(|method| {
        let rest = line.strip_prefix(method)?;
        rest.starts_with([' ', '\t', '/', '\u{a0}']).then_some((*method, rest))
    })
}

/// `target` without ` HTTP/1.1` at its end.
fn without_protocol(target: &str) -> &str {
    match target.rsplit_once(char::is_whitespace) {
        Some((before, last)) if last.starts_with("HTTP/") => before.trim_end(),
        _ => target,
    }
}

/// Splits at the first `?` outside braces.
fn split_query(target: &str) -> (&str, Option<&str>) {
    let mut depth = 0_i32;
    for (at, byte) in target.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b'?' if depth <= 0 => return (&target[..at], Some(target[at + 1..].trim())),
            _ => {}
        }
    }
    (target, None)
}

/// `url` without scheme and host, and whether it had them.
fn strip_host(url: &str) -> (&str, bool) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url, false) };
    if !scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return (url, false);
    }
    (rest.find('/').map_or("", |slash| &rest[slash..]), true)
}

/// The first segment of `path` if it is a version: `v1.0`, `beta`.
fn version_segment(path: &str) -> Option<&str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let first = path.split('/').next()?;
    is_version(first).then_some(first)
}

fn is_version(segment: &str) -> bool {
    let digits = segment.strip_prefix(['v', 'V']);
    segment.eq_ignore_ascii_case("beta")
        || digits.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit())
                && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
}

/// The version that an example's absolute URL names, if it is one of the well-known two.
pub(crate) fn version_of(url: &str) -> Option<&'static str> {
    let (path, absolute) = strip_host(url.trim());
    let segment = version_segment(path).filter(|_| absolute)?;
    ["v1.0", "beta"].into_iter().find(|known| known.eq_ignore_ascii_case(segment))
}

/// White space outside placeholders and arguments.
fn has_outer_space(path: &str) -> bool {
    let mut depth = 0_i32;
    path.chars().any(|c| {
        match c {
            '{' | '(' | '<' => depth += 1,
            '}' | ')' | '>' => depth -= 1,
            _ => {}
        }
        depth <= 0 && c.is_whitespace()
    })
}

/// An HTTP message, as ranges of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) first: Range<usize>,
    /// Name and value of each header.
    pub(crate) headers: Vec<(Range<usize>, Range<usize>)>,
    /// Without white space around it; empty if there is none.
    pub(crate) body: Range<usize>,
}

/// Splits `text` into first line, headers and body.
pub(crate) fn split_message(text: &str) -> Message {
    let mut message = Message::default();
    let mut at = text.len() - text.trim_start().len();
    let first = line_at(text, at);
    message.first = at..at + first.trim_end().len();
    at += first.len();
    let mut blank_seen = false;
    while at < text.len() {
        let line = line_at(text, at);
        let trimmed = line.trim();
        if trimmed.is_empty() {
            // A blank line between the first line and the headers is a mistake, not the body's beginning.
            if !message.headers.is_empty() {
                break;
            }
            blank_seen = true;
        } else if let Some(colon) = split_header(trimmed)
            && (!blank_seen || is_known_header(&trimmed[..colon]))
        {
            let start = at + (line.len() - line.trim_start().len());
            let value = trimmed[colon + 1..].trim();
            let value_end = start + trimmed.len();
            message.headers.push((start..start + colon, value_end - value.len()..value_end));
        } else {
            break;
        }
        at += line.len();
    }
    let rest = text.get(at..).unwrap_or_default();
    let start = at + (rest.len() - rest.trim_start().len());
    message.body = start..start + rest.trim().len();
    message
}

fn line_at(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    &rest[..rest.find('\n').map_or(rest.len(), |end| end + 1)]
}

/// The colon of a header line: a token, a colon, and not a URL.
fn split_header(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let name = &line[..colon];
    let token = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && name.as_bytes()[0].is_ascii_alphabetic();
    (token && !line[colon + 1..].starts_with("//")).then_some(colon)
}

/// Behind a blank line only these are headers: a body may hold `word: word` too.
fn is_known_header(name: &str) -> bool {
    const KNOWN: [&str; 14] = [
        "accept",
        "authorization",
        "cache-control",
        "client-request-id",
        "consistencylevel",
        "content-length",
        "content-type",
        "host",
        "if-match",
        "if-none-match",
        "location",
        "prefer",
        "request-id",
        "workbook-session-id",
    ];
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::{LineKind, read_line, split_message, version_of};

    /// `METHOD path ?query ! oddity`, `filler` or `invalid`.
    #[track_caller]
    fn check(line: &str, expected: &str) {
        let actual = match read_line(line) {
            LineKind::Filler => "filler".to_owned(),
            LineKind::Invalid => "invalid".to_owned(),
            LineKind::Request(line) => {
                let query = line.query.map(|query| format!(" ?{query}")).unwrap_or_default();
                let oddity = line.oddity.map(|oddity| format!(" ! {oddity}")).unwrap_or_default();
                format!("{} {}{query}{oddity}", line.method, line.path)
            }
        };
        assert_eq!(actual, expected, "{line}");
    }

    #[test]
    fn request_lines() {
        check("GET /me", "GET /me");
        check(
            "GET  /users/{id | userPrincipalName}/messages ",
            "GET /users/{id | userPrincipalName}/messages",
        );
        check(
            "GET /sheets/{id|name}/range(address='<address>')",
            "GET /sheets/{id|name}/range(address='<address>')",
        );
        check(
            "GET /me/drive/root:/{item-path}:/content",
            "GET /me/drive/root:/{item-path}:/content",
        );
        check("GET /me?$filter=a eq 'b'&$top=1", "GET /me ?$filter=a eq 'b'&$top=1");
        check("GET /me HTTP/1.1", "GET /me");
        check("POST /users('{upn}')/$ref", "POST /users('{upn}')/$ref");
    }

    #[test]
    fn oddities() {
        check("GET me", "GET /me ! the path does not begin with a slash");
        check("DELETE/me", "DELETE /me ! no space follows the method");
        check("GET ~/me", "GET /me ! there is a tilde before the path");
        check("GET /me/", "GET /me ! the path ends with a slash");
        check("GET /v1.0/me", "GET /me ! the path holds the version");
        check(
            "GET https://graph.microsoft.com/beta/me?$top=1",
            "GET /me ?$top=1 ! the URL is absolute",
        );
        check("GET https://graph.microsoft.com", "GET / ! the URL is absolute");
        check("GET /users/{id} | x/chats", "GET /users/{id} | x/chats ! the path holds a space");
        check("GET /a/{undefined}", "GET /a/{undefined} ! a placeholder is undefined");
    }

    #[test]
    fn what_is_no_request_line() {
        check("", "filler");
        check("or", "filler");
        check("Content-Type: application/json", "filler");
        check("{", "filler");
        check("GET ** Entity URI for x not found", "invalid");
        check("GET", "invalid");
        check("/me/messages", "invalid");
        check("Getting things", "invalid");
    }

    #[track_caller]
    fn check_message(text: &str, first: &str, headers: &[(&str, &str)], body: &str) {
        let message = split_message(text);
        let found: Vec<(&str, &str)> = message
            .headers
            .iter()
            .map(|(name, value)| (&text[name.clone()], &text[value.clone()]))
            .collect();
        assert_eq!(
            (&text[message.first], found.as_slice(), &text[message.body]),
            (first, headers, body)
        );
    }

    #[test]
    fn messages() {
        let json = [("Content-type", "application/json")];
        check_message("GET /me", "GET /me", &[], "");
        check_message("", "", &[], "");
        check_message(
            "\nPOST /me\nContent-type: application/json\n\n{ }\n",
            "POST /me",
            &json,
            "{ }",
        );
        check_message(
            "POST /me\r\nContent-type: application/json\r\n\r\n{ }\r\n",
            "POST /me",
            &json,
            "{ }",
        );
        // A blank line before the headers; none before the body.
        check_message("POST /me\n\nContent-type: application/json\n\n{}", "POST /me", &json, "{}");
        check_message("POST /me\nContent-type: application/json\n{}", "POST /me", &json, "{}");
        // A body whose first line looks like a header.
        check_message("POST /me\n\nBEGIN: x", "POST /me", &[], "BEGIN: x");
    }

    #[test]
    fn versions() {
        assert_eq!(version_of("https://graph.microsoft.com/beta/me"), Some("beta"));
        assert_eq!(version_of("https://graph.microsoft.com/V1.0/me"), Some("v1.0"));
        assert_eq!(version_of("https://graph.microsoft.com/localtest/me"), None);
        assert_eq!(version_of("/v1.0/me"), None);
    }
}
