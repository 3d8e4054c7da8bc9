//! Looking for many phrases at once.
//!
//! In: a list of phrases and a text. Out: whether one of them is in it, and where. Most texts hold none of the
//! phrases that are looked for, so one pass for the whole list comes before any other search.

use super::words;
use crate::markdown::Text;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use std::sync::OnceLock;

/// Phrases that are looked for together.
pub(crate) struct Phrases {
    list: &'static [&'static str],
    any_case: bool,
    /// Made on first use; `None` if the list is too long for one.
    automaton: OnceLock<Option<AhoCorasick>>,
}

impl Phrases {
    /// Phrases in lower case that may be in any; letters beyond ASCII are found only as they are written.
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        Self { list, any_case: true, automaton: OnceLock::new() }
    }

    /// Phrases that are found only as they are written.
    pub(crate) const fn exact(list: &'static [&'static str]) -> Self {
        Self { list, any_case: false, automaton: OnceLock::new() }
    }

    /// Whether one of them is in `text`.
    pub(crate) fn occur_in(&self, text: &str) -> bool {
        match self.automaton.get_or_init(|| self.automaton()) {
            Some(automaton) => automaton.is_match(text),
            None => self.list.iter().any(|phrase| self.find(text, phrase).is_some()),
        }
    }

    /// Whether one of them is in a piece of `text`.
    pub(crate) fn occur_in_pieces(&self, text: &Text) -> bool {
        text.pieces.iter().any(|piece| self.occur_in(&piece.text))
    }

    /// Those that are in `text`, in the order of the list, each with the end of its first occurrence.
    pub(crate) fn found_in(&self, text: &str) -> impl Iterator<Item = (&'static str, usize)> {
        let list = if self.occur_in(text) { self.list } else { &[] };
        list.iter().filter_map(|phrase| Some((*phrase, self.find(text, phrase)? + phrase.len())))
    }

    /// The end of the first of the list that is in `text`.
    pub(crate) fn end_in(&self, text: &str) -> Option<usize> {
        self.found_in(text).next().map(|(_, end)| end)
    }

    fn find(&self, text: &str, phrase: &str) -> Option<usize> {
        if self.any_case { words::find(text, phrase) } else { text.find(phrase) }
    }

    fn automaton(&self) -> Option<AhoCorasick> {
        AhoCorasickBuilder::new()
            .ascii_case_insensitive(self.any_case)
            .kind(Some(AhoCorasickKind::DFA))
            .build(self.list)
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    static PHRASES: Phrases = Phrases::new(&["base type of", "base", "don\u{2019}t"]);

    #[test]
    fn any_case() {
        assert!(PHRASES.occur_in("A BASE."));
        assert!(PHRASES.occur_in("Don\u{2019}t"));
        assert!(!PHRASES.occur_in("Don't, bas\u{e9}"));
        assert!(!PHRASES.occur_in(""));
    }

    #[test]
    fn one_case() {
        static EXACT: Phrases = Phrases::exact(&["String", "Int32"]);
        assert_eq!(EXACT.end_in("string Int32"), Some(12));
        assert!(!EXACT.occur_in("int32, STRING"));
    }

    #[test]
    fn the_order_of_the_list_decides() {
        let found: Vec<_> = PHRASES.found_in("a base, the Base Type of x").collect();
        assert_eq!(found, [("base type of", 24), ("base", 6)]);
        assert_eq!(PHRASES.end_in("a base, the Base Type of x"), Some(24));
        assert_eq!(PHRASES.end_in("nothing"), None);
    }
}
