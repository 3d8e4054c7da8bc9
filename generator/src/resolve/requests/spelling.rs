//! One spelling for each word of paths.
//!
//! In: the united operations. Out: the same with every segment spelled alike, and a finding for each line that spells
//! one otherwise. Names in paths are not case-sensitive, so pages spell them either way; as with names of types,
//! lower-casing loses humps and nothing invents them, and of as many humps the more common spelling counts.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Operation, PathPart};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Settles the spelling of segments.
pub(super) fn settle(operations: &mut [Operation], diagnostics: &mut Diagnostics) {
    let mut spellings: HashMap<String, BTreeMap<String, usize>> = HashMap::new();
    for part in operations.iter().flat_map(|operation| &operation.path.parts) {
        for word in literal(part).iter().flat_map(|text| words(text)) {
            let spelled = spellings.entry(word.to_lowercase()).or_default();
            *spelled.entry(word.to_owned()).or_default() += 1;
        }
    }
    spellings.retain(|_, spelled| spelled.len() > 1);
    let best = |word: &str| {
        let spelled = spellings.get(&word.to_lowercase())?;
        let rank =
            |(text, count): &(&String, &usize)| (humps(text), **count, Reverse((*text).clone()));
        spelled.iter().max_by_key(rank).map(|(text, _)| text.as_str())
    };
    for operation in operations {
        let mut other: Option<(String, String)> = None;
        for part in &mut operation.path.parts {
            let Some(text) = literal(part) else { continue };
            let mut settled = text.to_owned();
            for word in words(text) {
                if let Some(best) = best(word).filter(|best| *best != word) {
                    settled = respelled(&settled, word, best);
                    other.get_or_insert_with(|| (word.to_owned(), best.to_owned()));
                }
            }
            *part = PathPart::Literal(settled);
        }
        if let Some((word, best)) = other {
            operation.path.text = respelled(&operation.path.text, &word, &best);
            let message = format!("`{word}` is spelled `{best}` in other request lines");
            let diagnostic = Diagnostic::new(Code::RequestLineSpelling, operation.origin, message);
            diagnostics.push(diagnostic.help(format!("write `{best}`")));
        }
    }
}

/// The text of a literal before the query.
fn literal(part: &PathPart) -> Option<&str> {
    match part {
        PathPart::Literal(text) if !text.starts_with(['?', '&']) => Some(text),
        _ => None,
    }
}

/// The names of whole segments.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let segments =
        text.split('/').map(|segment| segment.split(['(', ':']).next().unwrap_or_default());
    segments.filter(|word| word.len() > 2 && word.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// `text` with the segment `word` spelled as `best`.
fn respelled(text: &str, word: &str, best: &str) -> String {
    let segments = text.split('/').map(|segment| {
        let rest = segment
            .strip_prefix(word)
            .filter(|rest| rest.is_empty() || rest.starts_with(['(', ':']));
        rest.map_or_else(|| segment.to_owned(), |rest| format!("{best}{rest}"))
    });
    segments.collect::<Vec<_>>().join("/")
}

fn humps(word: &str) -> usize {
    word.chars().skip(1).filter(char::is_ascii_uppercase).count()
}
