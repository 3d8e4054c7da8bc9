//! Patterns: folded words with captures. No regular expressions.
//!
//! In: a pattern such as `array of {type}` and a folded text. Out: whether it fits, and what the captures hold.
//! `{name}` is one or more characters, as few as fit; `*` is any number of them. Each pattern counts how often it
//! fitted, so that the author of a dialect sees which of his words are at work.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// A compiled pattern.
pub struct Pattern {
    text: String,
    parts: Vec<Part>,
    fired: AtomicU32,
}

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Literal(String),
    Capture(String),
    Any,
}

/// What the captures of a pattern hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captures(Vec<(String, Range<usize>)>);

impl Captures {
    /// The place of the capture called `name`.
    pub fn get(&self, name: &str) -> Option<Range<usize>> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, range)| range.clone())
    }

    /// The places of all captures called `name`, in order.
    pub fn all(&self, name: &str) -> impl Iterator<Item = Range<usize>> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, range)| range.clone())
    }
}

/// Longer texts than this fit no pattern: what patterns are about is short.
const MAX_TEXT: usize = 2_000;

impl Pattern {
    /// Compiles `text`. A brace that is never closed is a literal.
    pub fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let capture = rest.strip_prefix('{').and_then(|tail| tail.split_once('}'));
            let part = match (next, capture) {
                ('{', Some((name, tail))) => {
                    rest = tail;
                    Part::Capture(name.to_owned())
                }
                ('*', _) => {
                    rest = &rest[1..];
                    Part::Any
                }
                _ => {
                    literal.extend(next.to_lowercase());
                    rest = &rest[next.len_utf8()..];
                    continue;
                }
            };
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            parts.push(part);
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        Self { text: text.to_owned(), parts, fired: AtomicU32::new(0) }
    }

    /// As written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How often it fitted.
    pub fn fired(&self) -> u32 {
        self.fired.load(Ordering::Relaxed)
    }

    /// What the captures hold, if the pattern fits all of `text`, which is folded.
    pub fn fit(&self, text: &str) -> Option<Captures> {
        if text.len() > MAX_TEXT {
            return None;
        }
        let mut captures = Vec::new();
        if !fit(&self.parts, text, 0, &mut captures) {
            return None;
        }
        self.fired.fetch_add(1, Ordering::Relaxed);
        Some(Captures(captures))
    }

    /// The captures of the first place in `text` (folded) from which on the pattern fits to the end, and that place.
    /// The pattern begins with a literal; before it no word goes on.
    pub fn find(&self, text: &str) -> Option<(usize, Captures)> {
        let Some(Part::Literal(first)) = self.parts.first() else {
            return self.fit(text).map(|captures| (0, captures));
        };
        let mut from = 0;
        while let Some(at) = text.get(from..)?.find(first.as_str()).map(|at| from + at) {
            let before = text[..at].chars().next_back();
            let starts_word = before.is_none_or(|c| !c.is_alphanumeric())
                || first.starts_with(|c: char| !c.is_alphanumeric());
            let mut captures = Vec::new();
            if starts_word && fit(&self.parts, text, at, &mut captures) {
                self.fired.fetch_add(1, Ordering::Relaxed);
                return Some((at, Captures(captures)));
            }
            from = at + first.len();
        }
        None
    }
}

fn fit(parts: &[Part], text: &str, at: usize, captures: &mut Vec<(String, Range<usize>)>) -> bool {
    let Some((part, rest)) = parts.split_first() else { return at == text.len() };
    let tail = text.get(at..).unwrap_or_default();
    let (name, least) = match part {
        Part::Literal(literal) => {
            return tail.starts_with(literal.as_str())
                && fit(rest, text, at + literal.len(), captures);
        }
        Part::Capture(name) => (Some(name), 1),
        Part::Any => (None, 0),
    };
    let mut end = at;
    loop {
        // Only ends before the literal that follows can fit.
        let next = match rest.first() {
            None => text.len(),
            Some(Part::Literal(literal)) => {
                match text.get(end..).and_then(|tail| tail.find(literal.as_str())) {
                    Some(offset) => end + offset,
                    None => return false,
                }
            }
            Some(_) => end,
        };
        end = next;
        if end - at >= least {
            let depth = captures.len();
            if let Some(name) = name {
                captures.push((name.clone(), at..end));
            }
            if fit(rest, text, end, captures) {
                return true;
            }
            captures.truncate(depth);
        }
        match text.get(end..).and_then(|tail| tail.chars().next()) {
            Some(next) => end += next.len_utf8(),
            None => return false,
        }
    }
}

/// What it is, without what it did: settings are told apart by this.
impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.text, f)
    }
}

impl Clone for Pattern {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            parts: self.parts.clone(),
            fired: AtomicU32::new(self.fired()),
        }
    }
}

/// Patterns of which the first that fits counts.
#[derive(Clone, Debug, Default)]
pub struct Lexicon(Vec<Pattern>);

impl Lexicon {
    /// Whether there are no patterns.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The patterns, in order.
    pub fn patterns(&self) -> &[Pattern] {
        &self.0
    }

    /// Whether one fits `text`, which is folded.
    pub fn fits(&self, text: &str) -> bool {
        self.fit(text).is_some()
    }

    /// The first place in `text` (folded) from which on one fits to the end, as [`Pattern::find`] does.
    pub fn find(&self, text: &str) -> Option<(usize, Captures)> {
        self.0.iter().find_map(|pattern| pattern.find(text))
    }

    /// The captures of the first that fits `text`, which is folded.
    pub fn fit(&self, text: &str) -> Option<Captures> {
        self.0.iter().find_map(|pattern| pattern.fit(text))
    }
}

impl<T: AsRef<str>> FromIterator<T> for Lexicon {
    fn from_iter<I: IntoIterator<Item = T>>(patterns: I) -> Self {
        Self(patterns.into_iter().map(|text| Pattern::new(text.as_ref())).collect())
    }
}

/// The patterns, each with how often it fitted.
impl serde::Serialize for Lexicon {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|pattern| (pattern.text(), pattern.fired())))
    }
}

impl<'de> serde::Deserialize<'de> for Lexicon {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(deserializer)?.iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn captured(pattern: &str, text: &str) -> Option<Vec<String>> {
        let found = Pattern::new(pattern).fit(text)?;
        Some(found.0.iter().map(|(name, at)| format!("{name}={}", &text[at.clone()])).collect())
    }

    #[test]
    fn captures_are_as_short_as_fit() {
        assert_eq!(
            captured("array of {type}", "array of arrays of x"),
            Some(vec!["type=arrays of x".into()])
        );
        assert_eq!(
            captured("{owner}.{name}", "a.b.c"),
            Some(vec!["owner=a".into(), "name=b.c".into()])
        );
        assert_eq!(
            captured("{owner}[{name}]", "a[b]"),
            Some(vec!["owner=a".into(), "name=b".into()])
        );
        assert_eq!(
            captured("map of {key} to {type} objects", "map of ids to user objects")
                .map(|c| c.len()),
            Some(2)
        );
        assert_eq!(captured("?{type}", "?"), None);
        assert_eq!(captured("yes (*)", "yes ()"), Some(vec![]));
        assert_eq!(captured("* params", "json params"), Some(vec![]));
        assert_eq!(captured("json params*", "json params"), Some(vec![]));
        assert_eq!(captured("a*b*c", "a-b-b-c"), Some(vec![]));
        assert_eq!(captured("{open", "{open"), Some(vec![]));
    }

    #[test]
    fn what_fired_is_counted() {
        let pattern = Pattern::new("{name}?");
        assert!(pattern.fit("x?").is_some() && pattern.fit("x").is_none());
        assert_eq!(pattern.fired(), 1);
    }
}
