//! Request lines: in code blocks, code spans, tables and components.
//!
//! In: a line of text. Out: a [`Line`] with its placeholders, in the marks of the dialect.

use super::{Line, METHODS, Placeholder};
use crate::dialect::Dialect;
use crate::markdown::{Piece, Text};
use crate::span::Span;

/// Method, path and query of a text that is a request line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raw<'a> {
    pub(super) method: String,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
}

/// Reads `text`; `None` if it is no request line.
pub(super) fn raw<'a>(text: &'a str, dialect: &Dialect) -> Option<Raw<'a>> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let method = method(word, dialect)?;
    let target = rest.trim();
    let target = target.split(" HTTP/").next().unwrap_or(target).trim();
    // What has spaces outside of placeholders is prose.
    if target.is_empty() || !is_target(target) {
        return None;
    }
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (target, None),
    };
    let path = without_host(path);
    // Words behind a method are prose unless they look like a path.
    let looks = path.starts_with('/') || path.contains('/') || path.contains([':', '{', '<']);
    looks.then_some(Raw { method, path, query })
}

fn method(word: &str, dialect: &Dialect) -> Option<String> {
    if METHODS.contains(&word) {
        return Some(word.to_owned());
    }
    dialect.requests.methods.get(word).cloned()
}

fn is_target(target: &str) -> bool {
    let mut depth = 0_usize;
    for character in target.chars() {
        match character {
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            c if c.is_whitespace() && depth == 0 => return false,
            _ => {}
        }
    }
    true
}

fn without_host(path: &str) -> &str {
    match path.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => path,
    }
}

/// A line from its method and the pieces of its path.
pub(super) fn line(method: &str, pieces: &[Piece], span: Span, dialect: &Dialect) -> Line {
    let mut path = String::new();
    let mut links: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for piece in pieces {
        let start = path.len();
        path.push_str(&piece.text);
        if let Some(href) = &piece.href {
            links.push((start..path.len(), href.clone()));
        }
    }
    let cut = path.find('?').unwrap_or(path.len());
    path.truncate(cut);
    finish(method, &path, &links, span, dialect)
}

/// A line from its text.
pub(super) fn of_text(raw: &Raw<'_>, span: Span, dialect: &Dialect) -> Line {
    finish(&raw.method, raw.path, &[], span, dialect)
}

fn finish(
    method: &str,
    path: &str,
    links: &[(std::ops::Range<usize>, String)],
    span: Span,
    dialect: &Dialect,
) -> Line {
    let mut offset = path.len() - path.trim_start().len();
    let mut path = path.trim().trim_end_matches('/').to_owned();
    for prefix in dialect.requests.strip.iter() {
        let bare = prefix.trim_matches('/');
        let start = usize::from(path.starts_with('/'));
        if let Some(rest) = path[start..].strip_prefix(bare)
            && (rest.is_empty() || rest.starts_with('/'))
        {
            offset += path.len() - rest.len();
            path = rest.to_owned();
            dialect.requests.strip.has(prefix);
            break;
        }
    }
    let mut shift = 0;
    if !path.starts_with('/') {
        path.insert(0, '/');
        shift = 1;
    }
    let mut placeholders = placeholders(&path, dialect);
    for placeholder in &mut placeholders {
        let at = placeholder.place.start + offset;
        let linked = links.iter().find(|(range, _)| range.contains(&at.saturating_sub(shift)));
        placeholder.href = linked.map(|(_, href)| href.clone());
    }
    Line { method: method.to_owned(), path, placeholders, span }
}

/// The placeholders of `path`, in order.
fn placeholders(path: &str, dialect: &Dialect) -> Vec<Placeholder> {
    let marks: Vec<(&str, &str)> =
        dialect.requests.placeholders.iter().filter_map(|mark| mark.split_once('*')).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < path.len() {
        let rest = &path[at..];
        let opened = marks.iter().find_map(|(open, close)| {
            let inner = rest.strip_prefix(open).filter(|_| !open.is_empty())?;
            let length = if close.is_empty() {
                let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
                let end = inner.find(|c: char| !is_name(c)).unwrap_or(inner.len());
                // A hyphen joins words of a name; before another placeholder it stands between the two.
                inner[..end].trim_end_matches('-').len()
            } else {
                inner.find(close)?
            };
            let first = inner.chars().next().filter(|_| length > 0)?;
            let sound = !close.is_empty() || first.is_ascii_alphabetic() || first == '_';
            sound.then(|| {
                dialect.requests.placeholders.has(&format!("{open}*{close}"));
                (&inner[..length], open.len() + length + close.len())
            })
        });
        if let Some((name, length)) = opened {
            found.push(Placeholder {
                name: name.trim().to_owned(),
                place: at..at + length,
                href: None,
            });
            at += length;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The line that a heading or paragraph is, whatever marks its words have.
pub(super) fn whole(words: &str, span: Span, dialect: &Dialect) -> Option<Line> {
    let mut plain = words.replace(['`', '*'], "");
    for mark in dialect.requests.decoration.iter() {
        plain = plain.replace(mark, "");
    }
    let raw = raw(&plain, dialect)?;
    Some(of_text(&raw, span, dialect))
}

/// The request lines that the code spans of `text` are, if nothing else of weight stands beside them.
pub(super) fn code_spans(text: &Text, dialect: &Dialect) -> Vec<Line> {
    let is_code = |piece: &&Piece| piece.style == crate::markdown::Style::Code;
    let words = text.pieces.iter().filter(|piece| !is_code(piece));
    let other: usize = words.map(|piece| piece.text.trim().len()).sum();
    if other > 40 {
        return Vec::new();
    }
    let read = text.pieces.iter().filter(is_code).map(|piece| {
        let raw = raw(&piece.text, dialect)?;
        Some(of_text(&raw, piece.span, dialect))
    });
    read.collect::<Option<Vec<Line>>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{FileId, Span};

    fn read(text: &str) -> Option<(String, Vec<String>)> {
        let dialect =
            Dialect::parse("t", "extends = \"plain-rest\"\n[requests]\nstrip = [\"/api/v4\"]")
                .ok()?;
        let raw = raw(text, &dialect)?;
        let line = of_text(&raw, Span::new(FileId(0), 0..0), &dialect);
        let names = line.placeholders.into_iter().map(|placeholder| placeholder.name).collect();
        Some((format!("{} {}", line.method, line.path), names))
    }

    #[test]
    fn lines_and_their_placeholders() {
        let line = |text: &str, names: &[&str]| {
            Some((text.to_owned(), names.iter().map(|name| (*name).to_owned()).collect()))
        };
        assert_eq!(
            read("GET /projects/:id/issues?state=opened"),
            line("GET /projects/:id/issues", &["id"])
        );
        assert_eq!(read("PUT projects/:id/x/"), line("PUT /projects/:id/x", &["id"]));
        assert_eq!(
            read("GET https://a.example/api/v4/a/{a id}/<b>"),
            line("GET /a/{a id}/<b>", &["a id", "b"])
        );
        assert_eq!(read("GET the list of users"), None);
        assert_eq!(read("It is GET /x"), None);
        assert_eq!(read("GET /a/:x.json"), line("GET /a/:x.json", &["x"]));
        assert_eq!(read("GET /:mount-path/data"), line("GET /:mount-path/data", &["mount-path"]));
        assert_eq!(read("GET /:a-:b/c"), line("GET /:a-:b/c", &["a", "b"]));
    }
}
