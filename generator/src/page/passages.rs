//! Prose that travels into docs: paragraphs and the items of their lists.
//!
//! In: texts of an introduction. Out: [`Passage`]s, without the debris of broken links, and without sentences that
//! announce a list, a table or a block that is not kept.

use super::Passage;
use crate::markdown::{Piece, Text};

/// Completes the passages of a section.
pub(super) fn finish(passages: &mut Vec<Passage>) {
    for passage in passages.iter_mut() {
        passage.text.pieces.iter_mut().for_each(without_debris);
    }
    let announces: Vec<bool> = (0..passages.len())
        .map(|at| {
            let next = passages.get(at + 1).is_some_and(|next| next.item);
            !next && passages[at].text.plain().ends_with(':')
        })
        .collect();
    for (passage, announces) in passages.iter_mut().zip(announces) {
        if announces {
            drop_last_sentence(&mut passage.text);
        }
    }
    passages.retain(|passage| !passage.text.is_empty());
}

/// Cuts the text after its last but one sentence; all of it if it is a single one.
fn drop_last_sentence(text: &mut Text) {
    let end = text.pieces.iter().enumerate().rev().find_map(|(index, piece)| {
        let found = [". ", ".\n", "? ", "! "].iter().filter_map(|end| piece.text.rfind(end));
        Some((index, found.max()? + 1))
    });
    match end {
        Some((index, end)) => {
            text.pieces.truncate(index + 1);
            text.pieces[index].text.truncate(end);
        }
        None => text.pieces.clear(),
    }
}

/// What is left of links that the page breaks: `(../me/calendarview)` behind words, or `[words](../x.md` unclosed.
fn without_debris(piece: &mut Piece) {
    if piece.href.is_some() {
        return;
    }
    while let Some(start) = piece.text.find("(../") {
        let rest = &piece.text[start..];
        let end = rest.find([')', ',', ' ', '\n']).unwrap_or(rest.len());
        let end = start + end + usize::from(rest[end..].starts_with(')'));
        let head = piece.text[..start].trim_end();
        let label = head.strip_suffix(']').and_then(|head| Some((head.rfind('[')?, head)));
        let kept = match label {
            Some((at, head)) => format!("{}{}", &head[..at], &head[at + 1..]),
            None => head.to_owned(),
        };
        let gap = if piece.text[end..].starts_with(' ') && kept.is_empty() { 1 } else { 0 };
        piece.text = kept + &piece.text[end + gap..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Style;
    use crate::span::{FileId, Span};

    fn passage(words: &str, item: bool) -> Passage {
        let piece = Piece {
            text: words.to_owned(),
            span: Span::new(FileId(0), 0..words.len()),
            style: Style::Plain,
            href: None,
        };
        Passage { item, text: Text { span: None, pieces: vec![piece] } }
    }

    #[track_caller]
    fn check(given: &[(&str, bool)], expected: &[&str]) {
        let mut passages = given.iter().map(|(words, item)| passage(words, *item)).collect();
        finish(&mut passages);
        let left: Vec<String> = passages.iter().map(|passage| passage.text.plain()).collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn what_announces_a_list_stays_with_it_or_goes() {
        check(&[("It holds:", false), ("tea", true)], &["It holds:", "tea"]);
        check(&[("A cup. It holds:", false), ("More.", false)], &["A cup.", "More."]);
        check(&[("It holds:", false)], &[]);
        check(
            &[("It holds", false), ("tea:", true), ("green", true)],
            &["It holds", "tea:", "green"],
        );
    }

    #[test]
    fn broken_links_leave_their_words() {
        check(&[("a calendar (../me/view) or another", false)], &["a calendar or another"]);
        check(&[("one [outcome](../x/outcome.md, and an", false)], &["one outcome, and an"]);
        check(&[("(../me/view)", false)], &[]);
        check(&[("kept (see below)", false)], &["kept (see below)"]);
    }
}
