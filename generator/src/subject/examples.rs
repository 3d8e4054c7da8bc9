//! Code blocks that show something: JSON, HTTP messages, `curl` commands, and labels for what follows.
//!
//! In: a code block and the words above it. Out: [`Shown`]s.

use super::{Shown, Shows, curl, lines};
use crate::diagnostic::Diagnostics;
use crate::dialect::Dialect;
use crate::json::Json;
use crate::markdown::Code;
use crate::page::json_reader;
use crate::span::{Span, Spanned};
use crate::words::fold;

/// What a code block is.
pub(super) enum Block {
    /// Words that announce the next block.
    Label(String),
    /// Examples.
    Shown(Vec<Shown>),
    /// Something else.
    Other,
}

/// Reads a code block. `standing` is what an unlabelled one shows here.
pub(super) fn read(
    text: &str,
    code: &Code,
    label: &str,
    standing: Shows,
    dialect: &Dialect,
    diagnostics: &mut Diagnostics,
) -> Block {
    let content = text.get(code.content.range()).unwrap_or_default();
    let trimmed = content.trim();
    let known = &dialect.examples;
    if trimmed.is_empty() {
        return Block::Other;
    }
    let words = fold(trimmed);
    let announces = [&known.request, &known.response, &known.object];
    if !trimmed.contains('\n')
        && trimmed.len() < 120
        && !trimmed.starts_with(['{', '[', '"'])
        && announces.iter().any(|lexicon| lexicon.fits(&words))
    {
        return Block::Label(words);
    }
    if known.curl && trimmed.contains("curl ") {
        let shown = curl::commands(content).into_iter();
        let shown = shown.filter_map(|command| called(command, code, label, text, diagnostics));
        return Block::Shown(shown.collect());
    }
    let is_http = known.http.has(&code.info) || trimmed.starts_with("HTTP/");
    if is_http && let Some(shown) = message(text, code, label, dialect, diagnostics) {
        return Block::Shown(vec![shown]);
    }
    let is_json = known.json.has(&code.info)
        || code.info.is_empty() && trimmed.starts_with(['{', '[']) && trimmed.ends_with(['}', ']']);
    if !is_json {
        return Block::Other;
    }
    let body = json(text, code.content, diagnostics);
    let shows = shows(label, standing, dialect);
    let shown = Shown {
        shows,
        label: label.to_owned(),
        call: None,
        status: None,
        body: Some((code.content, body)),
    };
    Block::Shown(vec![shown])
}

/// What a block below these words shows.
fn shows(label: &str, standing: Shows, dialect: &Dialect) -> Shows {
    let known = &dialect.examples;
    let (asks, answers) = (known.request.fits(label), known.response.fits(label));
    match (asks, answers) {
        (true, false) => Shows::Request,
        (false, true) => Shows::Response,
        _ => standing,
    }
}

fn called(
    command: curl::Command,
    code: &Code,
    label: &str,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Shown> {
    let place = |range: &std::ops::Range<usize>| code.content.inner(range.clone());
    let (url, at) = command.url?;
    let whole = code.content.head();
    let method = Spanned::new(command.method.unwrap_or_default(), whole);
    let body = command.data.map(|(data, at)| {
        let span = place(&at);
        // Escapes make what is sent another text than what is there.
        let is_whole = text.get(span.range()) == Some(data.as_str());
        let body = is_whole.then(|| json(text, span, diagnostics)).flatten();
        (span, body)
    });
    Some(Shown {
        shows: Shows::Request,
        label: label.to_owned(),
        call: Some((method, Spanned::new(url, place(&at)))),
        status: None,
        body,
    })
}

/// An HTTP message.
fn message(
    text: &str,
    code: &Code,
    label: &str,
    dialect: &Dialect,
    diagnostics: &mut Diagnostics,
) -> Option<Shown> {
    let content = text.get(code.content.range())?;
    let first = content.lines().find(|line| !line.trim().is_empty())?.trim();
    let status = first
        .strip_prefix("HTTP/")
        .and_then(|rest| rest.split_whitespace().nth(1))
        .and_then(|word| word.parse::<u16>().ok());
    let request = lines::raw(first, dialect);
    if status.is_none() && request.is_none() {
        return None;
    }
    let start = content.find("\n\n").map(|at| at + 2);
    let start = start.or_else(|| content.find("\n\r\n").map(|at| at + 3));
    let body = start.filter(|at| !content[*at..].trim().is_empty()).map(|at| {
        let span = code.content.inner(at..content.len());
        (span, json(text, span, diagnostics))
    });
    let call = request.map(|raw| {
        let target = first.split_whitespace().nth(1).unwrap_or_default().to_owned();
        let at = code.content.head();
        (Spanned::new(raw.method, at), Spanned::new(target, at))
    });
    let shows = if status.is_some() { Shows::Response } else { Shows::Request };
    Some(Shown { shows, label: label.to_owned(), call, status, body })
}

/// JSON; what stands for more of the same (`...`) is left out.
fn json(text: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<Json> {
    let content = text.get(span.range())?;
    if !content.contains("...") && !content.contains('…') {
        return json_reader::read(text, span, diagnostics);
    }
    json_reader::read_text(&without_ellipses(content), span, diagnostics)
}

/// `text` with blanks for dots outside of strings, byte for byte as long.
fn without_ellipses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let length = character.len_utf8();
        let dots = if rest.starts_with("...") { 3 } else { 0 };
        let dots = if character == '…' { length } else { dots };
        if !quoted && dots > 0 {
            out.extend(std::iter::repeat_n(' ', dots));
            rest = &rest[dots..];
            continue;
        }
        quoted ^= character == '"' && !escaped;
        escaped = quoted && character == '\\' && !escaped;
        out.push(character);
        rest = &rest[length..];
    }
    out
}
