//! Request lines that are broken, put right.
//!
//! In: a documented path. Out: the path as it is meant, and what was wrong with it. Every rule needs a sign that the
//! path cannot be meant as it is written: a form that no name has, or a placeholder that other paths have in its place.

use super::siblings::{Place, Siblings};
use crate::resolve::facts::names::DEFAULT_NAMESPACE;
use crate::resolve::facts::template;
use std::borrow::Cow;

/// `path` repaired, and what was wrong first; `None` if nothing is.
pub(super) fn path(path: &str, siblings: &Siblings) -> Option<(String, String)> {
    let mut why: Option<String> = None;
    let mut note = |what: String| {
        why.get_or_insert(what);
    };
    let text = unbroken(path, &mut note);
    let mut mended = String::with_capacity(text.len());
    let mut place = Place::default();
    let mut in_file_path = false;
    for piece in template::pieces(&text) {
        let mut piece = Cow::Borrowed(piece);
        if in_file_path {
            in_file_path = !piece.ends_with(':');
        } else if piece.ends_with(':') && !piece.starts_with('{') {
            in_file_path = true;
        } else if matches!(&*piece, "..." | "\u{2026}") {
            note(format!("`{piece}` stands for what precedes it, repeated"));
            continue;
        } else if let Some((name, key)) = predicate(&piece) {
            note(format!("`{piece}` is a key without parentheses"));
            mended.push_str(&format!("({name}='{key}')"));
            continue;
        } else if let Some(key) = key(&piece, &place, siblings) {
            note(format!("`{piece}` stands where a placeholder belongs"));
            piece = Cow::Owned(key);
        } else if let Some(call) = open_call(&piece) {
            note(format!("`{piece}` has an example's value in place of a placeholder"));
            piece = Cow::Owned(call);
        }
        place.step(&piece);
        mended.push('/');
        mended.push_str(&piece);
    }
    why.map(|why| (mended, why))
}

/// The path with all its parentheses closed, and with alternatives (`{id} | name`) inside of their braces.
fn unbroken<'p>(path: &'p str, note: &mut impl FnMut(String)) -> Cow<'p, str> {
    let mut text = Cow::Borrowed(path);
    if let Some((before, after)) = text.split_once("} | ") {
        let (name, rest) = after.split_at(after.find('/').unwrap_or(after.len()));
        if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            note("a part of the placeholder stands behind its braces".to_owned());
            text = Cow::Owned(format!("{before} | {name}}}{rest}"));
        }
    }
    if text.matches('(').count() > text.matches(')').count()
        && let Some(at) = unclosed(&text)
    {
        note("a parenthesis is not closed".to_owned());
        text = Cow::Owned(format!("{}){}", &text[..at], &text[at..]));
    }
    text
}

/// Where the slash, or the end, stands before which a parenthesis should have been closed.
fn unclosed(text: &str) -> Option<usize> {
    let (mut open, mut braces) = (false, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'<' => braces += 1,
            b'}' | b'>' => braces = braces.saturating_sub(1),
            b'(' if braces == 0 => open = true,
            b')' if braces == 0 => open = false,
            b'/' if braces == 0 && open => return Some(at),
            _ => {}
        }
    }
    open.then_some(text.len())
}

/// `roleTemplateId={id}`: a name and its value.
fn predicate(piece: &str) -> Option<(&str, &str)> {
    let (name, key) = piece.split_once('=')?;
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (named && key.starts_with('{') && key.ends_with('}')).then_some((name, key))
}

/// The placeholder that `piece`, which is none, stands for.
fn key(piece: &str, place: &Place, siblings: &Siblings) -> Option<String> {
    if piece.starts_with(['{', '<', '$']) {
        return None;
    }
    let known = siblings.placeholder(place);
    if let Some(name) = piece.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return is_word(name).then(|| format!("{{{name}}}"));
    }
    let named = known.is_some_and(|known| known.trim_matches(['{', '}']) == piece);
    if piece.eq_ignore_ascii_case("id") || named {
        return Some(format!("{{{piece}}}"));
    }
    let dotted = || piece.contains('.') && !piece.contains('(') && !is_qualified(piece);
    if template::is_sample_key(piece) || (known.is_some() && dotted()) {
        let key = known.or_else(|| siblings.placeholder_behind(place)).unwrap_or("{id}");
        return Some(key.to_owned());
    }
    None
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A name with its namespace, which may lack all but its last word.
pub(super) fn is_qualified(name: &str) -> bool {
    let last = DEFAULT_NAMESPACE.rsplit('.').next().unwrap_or_default();
    [DEFAULT_NAMESPACE, last].iter().any(|head| {
        let start = name.get(..head.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(head))
            && name[head.len()..].starts_with('.')
    })
}

/// A call with a placeholder in place of each value; `None` if it has no values.
pub(super) fn open_call(piece: &str) -> Option<String> {
    let (name, arguments) = piece.split_once('(')?;
    let arguments = arguments.strip_suffix(')')?;
    if name.is_empty() || name.starts_with(['{', '<']) || arguments.trim().is_empty() {
        return None;
    }
    let mut changed = false;
    let opened: Vec<Cow<'_, str>> = split(arguments)
        .into_iter()
        .map(|argument| match open_argument(argument) {
            Some(opened) => {
                changed = true;
                Cow::Owned(opened)
            }
            None => Cow::Borrowed(argument),
        })
        .collect();
    changed.then(|| format!("{name}({})", opened.join(",")))
}

/// `name=5` as `name={name}`, `'x'` as `'{id}'`.
fn open_argument(argument: &str) -> Option<String> {
    let (name, value) = match argument.split_once('=') {
        Some((name, value)) => (Some(name.trim()), value.trim()),
        None => (None, argument.trim()),
    };
    if value.is_empty() || value.contains(['{', '<', '@']) {
        return None;
    }
    let quote = if value.starts_with(['\'', '"']) { "'" } else { "" };
    match name {
        Some(name) if is_word(name) => Some(format!("{name}={quote}{{{name}}}{quote}")),
        None if !quote.is_empty() => Some(format!("{quote}{{id}}{quote}")),
        _ => None,
    }
}

/// The arguments of a call; commas in quotes and braces do not count.
fn split(arguments: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut start) = (0_i32, false, 0);
    let mut out = Vec::new();
    for (at, byte) in arguments.bytes().enumerate() {
        match byte {
            b'\'' | b'"' => quoted = !quoted,
            b'{' | b'<' => depth += 1,
            b'}' | b'>' => depth -= 1,
            b',' if depth <= 0 && !quoted => {
                out.push(&arguments[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(&arguments[start..]);
    out
}
