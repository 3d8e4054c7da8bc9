//! Paragraphs of a section: those that explain marks, and those that describe its subject.
//!
//! In: the parts of a section. Out: notes by their mark, and the documentation.

use super::items::Item;
use crate::dialect::Dialect;
use crate::markdown::Text;
use crate::words::fold;

/// Paragraphs that explain marks: `* explanation`, `[3] explanation`.
pub(super) fn notes(items: &[Item<'_>], dialect: &Dialect) -> Vec<(String, Text)> {
    if !dialect.markup.footnotes {
        return Vec::new();
    }
    let texts = items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(*text),
        _ => None,
    });
    texts
        .filter_map(|text| {
            let plain = text.plain();
            let stars = plain.len() - plain.trim_start_matches('*').len();
            let mark = if stars > 0 {
                plain[..stars].to_owned()
            } else {
                let inner = plain.strip_prefix('[')?.split_once(']')?.0;
                let sound = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
                sound.then(|| format!("[{inner}]"))?
            };
            Some((mark, text.clone()))
        })
        .collect()
}

pub(super) fn is_note(words: &str, notes: &[(String, Text)]) -> bool {
    notes.iter().any(|(_, text)| fold(&text.plain()) == words)
}

/// The paragraphs of a section that describe its subject.
pub(super) fn paragraphs(
    items: &[Item<'_>],
    notes: &[(String, Text)],
    dialect: &Dialect,
) -> Vec<Text> {
    let mut texts = Vec::new();
    for item in items {
        match item {
            Item::Text(text) => {
                let words = fold(&text.plain());
                let is_label = text.plain().trim_end().ends_with(':');
                if !dialect.markup.asides.fits(&words) && !is_note(&words, notes) && !is_label {
                    texts.push((*text).clone());
                }
            }
            Item::Table(_) => break,
            _ => {}
        }
    }
    texts
}
