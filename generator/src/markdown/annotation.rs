//! HTML comments in a run of HTML.
//!
//! In: the place of an HTML block. Out: one [`Comment`] for each `<!-- … -->` in it; an unterminated one runs
//! to the end. Whether a comment is an annotation, and what it says, is for the page room.

use super::inline::Source;
use crate::span::Span;
use memchr::memmem;
use std::ops::Range;

/// An HTML comment.
#[derive(Clone, Copy, Debug)]
pub struct Comment {
    /// With its delimiters.
    pub span: Span,
    /// What is between them.
    pub content: Span,
}

/// The comments in `range`.
pub(super) fn comments(source: Source<'_>, range: &Range<usize>) -> Vec<Comment> {
    const OPEN: &[u8] = b"<!--";
    const CLOSE: &[u8] = b"-->";
    let slice = source.slice(range).as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memmem::find(&slice[at..], OPEN).map(|offset| at + offset) {
        let start = open + OPEN.len();
        let (end, next) = match memmem::find(&slice[start..], CLOSE) {
            Some(offset) => (start + offset, start + offset + CLOSE.len()),
            None => (slice.len(), slice.len()),
        };
        found.push(Comment {
            span: source.span(&(range.start + open..range.start + next)),
            content: source.span(&(range.start + start..range.start + end)),
        });
        at = next;
    }
    found
}
