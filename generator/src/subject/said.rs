//! What the paragraphs of an operation say: presence of parameters, what comes back, permissions, headers.
//!
//! In: paragraphs. Out: additions to [`Said`].

use super::Said;
use super::values::flat;
use crate::dialect::Dialect;
use crate::markdown::{Style, Text};
use crate::words::fold;

/// Adds what `text` says. `announces` tells that it is where parameters are described.
pub(super) fn read(text: &Text, dialect: &Dialect, said: &mut Said) {
    let words = fold(&text.plain());
    let optional = &dialect.optional;
    if optional.all.fits(&words) {
        let flat = flat(text);
        let excepted = optional.but.fit(&flat).and_then(|found| found.get("names"));
        let names = excepted.map_or_else(Vec::new, |range| code_from(text, range.start));
        said.all_optional = Some(names);
        said.all_nullable |= optional.all_nullable.fits(&words);
    }
    said.list |= dialect.requests.list_body.fits(&words);
    for sentence in sentences(text) {
        let words = fold(&sentence.plain());
        if dialect.responses.sentences.fits(&words) {
            if said.same_as.is_none() && dialect.responses.same_as.fits(&words) {
                said.same_as = operation_link(&sentence);
            }
            said.status = said.status.or_else(|| status(&words));
            said.empty |= dialect.responses.empty.fits(&words);
            said.returns.push(sentence.clone());
        } else if said.same_as.is_none() && dialect.responses.same_as.fits(&words) {
            said.same_as = operation_link(&sentence);
        }
        if dialect.permissions.fits(&words) {
            let scopes = sentence.pieces.iter().filter(|piece| piece.style == Style::Code);
            for scope in scopes.map(|piece| piece.text.trim().to_owned()) {
                if is_scope(&scope) && !said.permissions.contains(&scope) {
                    said.permissions.push(scope);
                }
            }
        }
        if dialect.headers.fits(&words) {
            let names = sentence.pieces.iter().filter(|piece| piece.style == Style::Code);
            said.headers.extend(names.map(|piece| piece.text.trim().to_owned()));
        }
    }
}

fn is_scope(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "._:-".contains(c)) && text.len() > 2
}

/// The first success status that the words name.
pub(super) fn status(words: &str) -> Option<u16> {
    let mut numbers = words.split(|c: char| !c.is_ascii_alphanumeric());
    numbers.find_map(|word| word.parse::<u16>().ok().filter(|code| (200..300).contains(code)))
}

/// The words of the link, and where it leads.
fn operation_link(sentence: &Text) -> Option<(String, Option<String>)> {
    let (piece, href) = sentence.links().next()?;
    Some((piece.text.clone(), Some(href.to_owned())))
}

/// Code spans behind `start`.
fn code_from(text: &Text, start: usize) -> Vec<String> {
    let mut at = 0;
    let mut names = Vec::new();
    for piece in &text.pieces {
        let end = at + piece.text.len();
        if end > start && piece.style == Style::Code {
            names.push(piece.text.trim().to_owned());
        }
        at = end;
    }
    names
}

/// The sentences of a text: cut where a full stop is followed by a space.
pub(super) fn sentences(text: &Text) -> Vec<Text> {
    let mut sentences = Vec::new();
    let mut current = Text { span: text.span, pieces: Vec::new() };
    for piece in &text.pieces {
        if piece.style == Style::Code || piece.href.is_some() {
            current.pieces.push(piece.clone());
            continue;
        }
        let mut rest = piece.text.as_str();
        while let Some(at) = rest.find(". ") {
            let mut head = piece.clone();
            rest[..=at].clone_into(&mut head.text);
            current.pieces.push(head);
            let next = Text { span: text.span, pieces: Vec::new() };
            sentences.push(std::mem::replace(&mut current, next));
            rest = &rest[at + 2..];
        }
        if !rest.is_empty() {
            let mut tail = piece.clone();
            rest.clone_into(&mut tail.text);
            current.pieces.push(tail);
        }
    }
    if !current.pieces.is_empty() {
        sentences.push(current);
    }
    sentences
}
