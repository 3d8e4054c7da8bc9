//! The line in question with a marker under the span.
//!
//! In: a place in a page. Out: the line's text in three pieces, cut to what fits on a screen, and the columns
//! of the marker. Tables of reference pages have lines of thousands of characters.

use super::escape::visible;
use crate::diagnostic::Label;
use crate::source::DocSet;
use std::ops::Range;

const MAX_BEFORE: usize = 36;
const MAX_HIT: usize = 64;
const MAX_LINE: usize = 112;

/// A place as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snippet<'a> {
    /// The page, relative to the docs root.
    pub page: &'a str,
    /// 1-based.
    pub line: u32,
    /// 1-based, in characters.
    pub column: u32,
    /// The line up to the span.
    pub before: String,
    /// The span, as far as it lies on its first line.
    pub hit: String,
    /// The rest of the line.
    pub after: String,
    /// What is said there; may be empty.
    pub label: String,
}

impl<'a> Snippet<'a> {
    /// The place of `label`.
    pub(super) fn new(docs: &'a DocSet, label: &Label) -> Self {
        let file = docs.file(label.span.file);
        let span = first_line(&file.text, label.span.range());
        let line_start = file.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end =
            file.text[span.end..].find(['\n', '\r']).map_or(file.text.len(), |at| span.end + at);
        let (line, column) = docs.positions(label.span).0;
        let hit = head(&visible(&file.text[span.clone()]), MAX_HIT);
        let before = tail(&visible(&file.text[line_start..span.start]), MAX_BEFORE);
        let room = MAX_LINE.saturating_sub(count(&before) + count(&hit));
        let after = match hit.ends_with('…') {
            true => String::new(),
            false => head(&visible(&file.text[span.end..line_end]), room),
        };
        let label = visible(&label.message).into_owned();
        Self { page: &file.path, line, column, before, hit, after, label }
    }

    /// How many columns the marker is from the line's start.
    pub(super) fn indent(&self) -> usize {
        columns(&self.before)
    }

    /// How many columns the marker is long.
    pub(super) fn length(&self) -> usize {
        columns(&self.hit).max(1)
    }
}

/// `range` made to lie on character boundaries and within its first line.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(range.start);
    let end = floor(range.end).max(start);
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |at| start + at);
    start..line_end
}

fn count(text: &str) -> usize {
    text.chars().count()
}

/// The first `most` characters.
fn head(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", &text[..at]),
    }
}

/// The last `most` characters.
fn tail(text: &str, most: usize) -> String {
    let skipped = count(text).saturating_sub(most);
    match text.char_indices().nth(skipped) {
        Some((at, _)) if skipped > 0 => format!("…{}", &text[at..]),
        _ => text.to_owned(),
    }
}

/// Columns in a monospaced font: what East Asian scripts and pictographs take is two, what joins the
/// character before it is not one. An approximation; the span is highlighted as well.
fn columns(text: &str) -> usize {
    let wide = |c: char| {
        matches!(c as u32, 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0x1f300..=0x1faff | 0x2_0000..=0x3_fffd)
    };
    let joined = |c: char| matches!(c as u32, 0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f);
    text.chars().map(|c| if joined(c) { 0 } else { 1 + usize::from(wide(c)) }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{FileId, Span};

    fn snippet(text: &str, range: Range<usize>) -> (String, String, String, usize, usize) {
        let docs = DocSet::from_texts([("v1.0/api/a.md", text)]);
        let label = Label { span: Span::new(FileId(0), range), message: String::new() };
        let found = Snippet::new(&docs, &label);
        (
            found.before.clone(),
            found.hit.clone(),
            found.after.clone(),
            found.indent(),
            found.length(),
        )
    }

    fn strings(before: &str, hit: &str, after: &str) -> (String, String, String) {
        (before.to_owned(), hit.to_owned(), after.to_owned())
    }

    #[test]
    fn the_marker_stands_under_the_span() {
        let (before, hit, after, indent, length) = snippet("one\n|a|Sting|b|\r\ntwo", 7..12);
        assert_eq!((before, hit, after), strings("|a|", "Sting", "|b|"));
        assert_eq!((indent, length), (3, 5));
    }

    #[test]
    fn a_span_over_lines_ends_with_its_first() {
        let (before, hit, after, ..) = snippet("{\n  \"a\": 1\n}\n", 0..12);
        assert_eq!((before, hit, after), strings("", "{", ""));
    }

    #[test]
    fn tabs_and_wide_characters_keep_the_marker_in_place() {
        let (.., indent, length) = snippet("\t漢é|xy", 7..8);
        assert_eq!((indent, length), (4 + 2 + 1 + 1, 1));
    }

    #[test]
    fn long_lines_are_cut_around_the_span() {
        let text = format!("{}{}{}", "a".repeat(500), "b".repeat(20), "c".repeat(500));
        let (before, hit, after, indent, length) = snippet(&text, 500..520);
        assert!(before.starts_with("…a") && after.ends_with("c…"));
        assert_eq!((hit.as_str(), indent, length), ("b".repeat(20).as_str(), MAX_BEFORE + 1, 20));
        let (_, hit, after, ..) = snippet(&text, 500..1020);
        assert!(hit.ends_with('…') && after.is_empty());
    }

    #[test]
    fn offsets_within_a_character_do_no_harm() {
        let (before, hit, ..) = snippet("é", 1..1);
        assert_eq!((before.as_str(), hit.as_str()), ("", ""));
        let (_, hit, ..) = snippet("", 5..9);
        assert_eq!(hit, "");
    }
}
