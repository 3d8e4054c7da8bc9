//! The HTTP side of examples: request lines, hosts, versions, statuses, lengths.

use crate::diagnostic::{Applicability, Code, Diagnostic, Fix};
use crate::ir::{Api, Exchange, TypeRef};
use crate::source::DocSet;
use crate::span::Spanned;

/// Everything that the HTTP side of one block shows to be wrong.
pub(super) fn check(docs: &DocSet, api: &Api, shown: &Exchange) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    if let Some((method, url)) = &shown.request {
        let elsewhere = address(api, url, shown.operation.is_some(), &mut out);
        if shown.undocumented && !elsewhere {
            let message = format!("`{}` fits none of this page's request lines", method.value);
            out.push(
                Diagnostic::new(Code::RequestLineMismatch, url.span, message)
                    .help("make the example call what the HTTP request section documents"),
            );
        }
    }
    if let (Some(status), Some(first)) = (&shown.status, shown.stated.first()) {
        let stated = shown.stated.iter().any(|code| code.value == status.value);
        // 207 tells of several outcomes, failures among them: like an error, no success code.
        if !stated && status.value < 400 && status.value != 207 {
            let message = format!(
                "the example returns {}, but the Response section documents {}",
                status.value, first.value
            );
            out.push(
                Diagnostic::new(Code::StatusMismatch, status.span, message)
                    .also(first.span, "documented here")
                    .fix(Fix::replace(
                        status.span,
                        first.value.to_string(),
                        Applicability::DisplayOnly,
                    )),
            );
        }
    }
    annotation(api, shown, &mut out);
    length(docs, shown, &mut out);
    out
}

/// Host and version of a URL; tells whether it is another service's. `fits` tells that the page documents
/// such a call.
fn address(api: &Api, url: &Spanned<String>, fits: bool, out: &mut Vec<Diagnostic>) -> bool {
    let Some((_, rest)) = url.value.split_once("://") else { return false };
    let Some((_, base)) = api.base_url.split_once("://") else { return false };
    let lower = rest.to_lowercase();
    let base = base.to_lowercase();
    let below = |rest: &str, base: &str| {
        rest.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    };
    if below(&lower, &base) {
        return false;
    }
    let host = |text: &str| text.split(['/', '?']).next().unwrap_or_default().to_owned();
    let (found, wanted) = (host(&lower), host(&base));
    if found != wanted {
        // A call that the page does not document is a step around the operation, such as a notification of
        // a client or the upload to a storage host. Nobody meant it to go to the API.
        if !fits && !is_misspelt(&lower, &wanted) {
            return true;
        }
        let message = format!("`{found}` is not the API's host, `{wanted}`");
        out.push(Diagnostic::new(Code::WrongHost, url.span, message));
        return true;
    }
    let segment = lower[found.len()..]
        .trim_start_matches('/')
        .split(['/', '?'])
        .next()
        .unwrap_or_default()
        .to_owned();
    // Debris of a generator names neither a version nor a place.
    if !segment.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')) {
        return false;
    }
    let is_version = segment == "beta"
        || segment
            .strip_prefix('v')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let diagnostic = if is_version {
        let message =
            format!("the example calls `{segment}`, but the page describes {}", api.version);
        Diagnostic::new(Code::WrongVersion, url.span, message)
    } else {
        let message = format!("`/{segment}` is outside the base URL `{}`", api.base_url);
        Diagnostic::new(Code::WrongHost, url.span, message)
    };
    out.push(diagnostic);
    false
}

/// The annotation's type must be one that the pages describe, in its true case.
fn annotation(api: &Api, shown: &Exchange, out: &mut Vec<Diagnostic>) {
    let Some((name, ty)) = &shown.annotation else { return };
    let text = name.value.trim().trim_start_matches('#');
    let inner = text.split_once('(').map_or(text, |(_, inner)| inner.trim_end_matches(')'));
    let inner = inner.trim_start_matches('#');
    match ty {
        Some(TypeRef::Named(id)) => {
            let known = api[*id].name.as_str();
            if inner != known && inner.eq_ignore_ascii_case(known) {
                let message = format!("`{inner}` is spelled `{known}`");
                out.push(Diagnostic::new(Code::OdataTypeSpelling, name.span, message));
            }
        }
        Some(TypeRef::Edm(_)) => {}
        None if inner.is_empty() => {}
        None => {
            let message = format!("no page describes `{inner}`");
            out.push(Diagnostic::new(Code::AnnotationType, name.span, message));
        }
    }
}

/// Whether the URL is the API's but for its punctuation: `graph/example.com/v1.0`.
fn is_misspelt(url: &str, host: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    letters(url).starts_with(&letters(host))
}

fn length(docs: &DocSet, shown: &Exchange, out: &mut Vec<Diagnostic>) {
    let (Some(length), Some(body)) = (&shown.content_length, shown.body) else { return };
    let text = docs.text(body).trim_end();
    // Words in place of a file's bytes, and values cut short, are not what is sent.
    if shown.example.is_none() || text.contains("...") || text.contains('…') {
        return;
    }
    let lines = text.matches('\n').count() as u64;
    let bytes = text.len() as u64 - text.matches('\r').count() as u64 - lines * indent(text);
    // Generators count line ends as LF or CRLF, with or without the last one; servers send none.
    let plausible = bytes..=bytes + lines + 2;
    if plausible.contains(&length.value)
        || length.value == compact_length(text)
        || shown.truncated && length.value > bytes
    {
        return;
    }
    let message = format!("the body has {} bytes, not {}", bytes + lines, length.value);
    let fix = Fix::replace(length.span, (bytes + lines).to_string(), Applicability::Safe);
    out.push(Diagnostic::new(Code::ContentLength, length.span, message).fix(fix));
}

/// What the page's own layout puts before every line but the first, as its last bracket shows.
fn indent(text: &str) -> u64 {
    let last = text.rsplit('\n').next().unwrap_or_default();
    let indent = last.len() - last.trim_start_matches([' ', '\t']).len();
    let every = |line: &str| {
        line.trim().is_empty() || line.bytes().take(indent).all(|b| b == b' ' || b == b'\t')
    };
    if text.lines().skip(1).all(every) && last.trim_start().starts_with(['}', ']']) {
        indent as u64
    } else {
        0
    }
}

/// The length in bytes without the white space between tokens.
fn compact_length(json: &str) -> u64 {
    let mut quoted = false;
    let mut escaped = false;
    let mut length = 0;
    for c in json.chars() {
        if quoted || !c.is_whitespace() {
            length += c.len_utf8() as u64;
        }
        quoted ^= c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::{compact_length, is_misspelt};

    #[test]
    fn white_space_between_tokens_is_not_counted() {
        let compact = r#"{"a b":[1,"\"c d"]}"#;
        assert_eq!(compact_length(compact), compact.len() as u64);
        assert_eq!(compact_length("{ \"a\" :\r\n 1 }"), 7);
    }

    #[test]
    fn punctuation_does_not_make_another_host() {
        assert!(is_misspelt("api/example.com/v1.0/me", "api.example.com"));
        assert!(!is_misspelt("bot.example.com/calls", "api.example.com"));
    }
}
