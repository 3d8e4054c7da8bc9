//! Values that a description lists, and what it says of defaults.
//!
//! In: the words of a cell. Out: the texts in code spans behind words that announce a list.

use crate::dialect::Dialect;
use crate::markdown::{Style, Text};

/// The pieces of a text one after the other, in lower case where that keeps every place.
pub(super) fn flat(text: &Text) -> String {
    let mut out = String::new();
    for piece in &text.pieces {
        out.push_str(&piece.text);
    }
    out.make_ascii_lowercase();
    out
}

/// The values that `text` lists.
pub(super) fn listed(text: &Text, dialect: &Dialect) -> Vec<String> {
    let words = flat(text);
    let mut best: Vec<String> = Vec::new();
    for pattern in dialect.enums.lists.patterns() {
        let Some((_, found)) = pattern.find(&words) else { continue };
        let Some(start) = found.get("values").map(|range| range.start) else { continue };
        let values = spans_from(text, start);
        if values.len() > best.len() {
            best = values;
        }
    }
    if best.is_empty() && dialect.enums.bare_lists {
        best = alternatives(text);
    }
    // One text alone is no list: it may be an example.
    if best.len() < 2 { Vec::new() } else { best }
}

/// The first run of code spans that ends in `or` and one more.
fn alternatives(text: &Text) -> Vec<String> {
    let mut at = 0;
    for piece in &text.pieces {
        if piece.style == Style::Code {
            let values = spans_from(text, at);
            let ends = values.len() > 1 && {
                let words = flat(text);
                let last = values.last().map(|last| last.to_ascii_lowercase()).unwrap_or_default();
                let end = words.get(at..).and_then(|rest| rest.find(&last)).map(|end| at + end);
                let head = end.and_then(|end| words.get(at..end)).unwrap_or_default();
                head.trim_end_matches(['`', '"', ' ']).ends_with("or")
            };
            if ends {
                return values;
            }
        }
        at += piece.text.len();
    }
    Vec::new()
}

/// Code spans from `start` on, as long as nothing but separators is between them.
fn spans_from(text: &Text, start: usize) -> Vec<String> {
    let mut at = 0;
    let mut values = Vec::new();
    for piece in &text.pieces {
        let end = at + piece.text.len();
        if end <= start {
            at = end;
            continue;
        }
        if piece.style == Style::Code {
            let value = piece.text.trim().trim_matches('"').to_owned();
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        } else {
            let shown = piece.text.get(start.saturating_sub(at).min(piece.text.len())..);
            if !is_separator(shown.unwrap_or_default(), values.is_empty()) {
                break;
            }
        }
        at = end;
    }
    values
}

fn is_separator(words: &str, first: bool) -> bool {
    let mut rest = words.to_ascii_lowercase();
    // A remark in parentheses is between a value and the next.
    while let (Some(open), Some(close)) = (rest.find('('), rest.find(')')) {
        if close < open {
            break;
        }
        rest.replace_range(open..=close, "");
    }
    let rest = rest.trim_matches([' ', ',', ';', ':', '/', '|', '"', '\n']).trim();
    let between = ["", "and", "or", "and/or", ", or", ", and"].contains(&rest);
    between
        || first
            && ["the following", "the following values", "these values", "either"].contains(&rest)
}

/// What a description says that holds by default.
pub(super) fn default_of(text: &Text, dialect: &Dialect) -> Option<String> {
    let words = flat(text);
    let (_, found) = dialect.optional.default.find(&words)?;
    let at = found.get("value")?.start;
    let mut start = 0;
    for piece in &text.pieces {
        let end = start + piece.text.len();
        if start >= at {
            return (piece.style == Style::Code).then(|| piece.text.trim().to_owned());
        }
        // Only white space may be between the words and the value.
        if end > at && !piece.text.get(at - start..).unwrap_or_default().trim().is_empty() {
            return None;
        }
        start = end;
    }
    None
}
