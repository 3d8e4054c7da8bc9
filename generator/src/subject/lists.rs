//! Properties and parameters in lists: one paragraph each, of a form that the dialect knows.
//!
//! In: a paragraph such as `` `ttl` `(string: "")` - How long. `` Out: the [`Row`] that it is. A paragraph whose words in the
//! place of a type name none is prose.

use super::{Row, names, rows, spelling, values};
use crate::dialect::{Captures, Dialect};
use crate::markdown::{Piece, Style, Text};
use crate::span::Spanned;
use crate::words::fold;
use std::ops::Range;

/// The row that `text` is. Where parameters are `expected`, words in the place of a type are one that nobody knows.
pub(super) fn row(text: &Text, expected: bool, dialect: &Dialect) -> Option<Row> {
    let forms = &dialect.lists.forms;
    if forms.is_empty() {
        return None;
    }
    let marked = Marked::new(text);
    let found = forms.patterns().iter().find_map(|form| {
        let found = form.fit(&marked.text)?;
        Some((read(&marked, &found, expected, dialect)?, form))
    });
    found.map(|(row, _)| row)
}

fn read(marked: &Marked<'_>, found: &Captures, expected: bool, dialect: &Dialect) -> Option<Row> {
    let text = marked.source;
    let cell = marked.slice(found.get("name")?);
    let named = names::read(&cell.plain(), dialect);
    let [named] = <[names::Named; 1]>::try_from(named).ok()?;
    let ty = found.get("type").and_then(|range| spelling::read(&marked.slice(range), dialect));
    let stated = found.get("required").map(|range| fold(&marked.slice(range).plain()));
    let stated = stated.as_deref().map(|words| words.trim_matches(['(', ')', '<', '>', ' ', ',']));
    let yes = |words: &str| dialect.optional.yes.fits(words);
    let is_typed = ty.as_ref().is_some_and(|ty| spelling::is_known(&ty.tree));
    // Words that say neither a type nor a presence make a sentence of it.
    let says = stated.is_some_and(|words| yes(words) || dialect.optional.no.fits(words));
    let wants_type = found.get("type").is_some();
    let is_row = is_typed || says && !wants_type || expected && wants_type;
    if !is_row {
        return None;
    }
    let default = found.get("default").map(|range| marked.slice(range).plain());
    let default = default.map(|text| text.trim().trim_matches(['`', '"', '\'']).to_owned());
    let demanded = default
        .as_deref()
        .is_some_and(|text| yes(fold(text).trim_matches(['<', '>', '(', ')', ' '])));
    let doc = found.get("description").map(|range| marked.slice(range)).unwrap_or_default();
    let words = fold(&doc.plain());
    let required = named
        .required
        .or(stated.map(yes))
        .or_else(|| demanded.then_some(true))
        .or_else(|| rows::described(&words, dialect))
        .or_else(|| default.is_some().then_some(false));
    Some(Row {
        name: Spanned::new(named.name, cell.span.or(text.span)?),
        owners: named.owners,
        nullable: ty.as_ref().filter(|ty| ty.nullable).map(|_| true),
        ty,
        required,
        default: default
            .filter(|text| !text.is_empty() && !demanded)
            .or_else(|| values::default_of(&doc, dialect)),
        values: values::listed(&doc, dialect),
        deprecated: rows::is_deprecated(&words, dialect),
        place: None,
        doc,
    })
}

/// A paragraph as patterns see it: in lower case, code between backquotes, dashes of any length alike.
struct Marked<'t> {
    text: String,
    source: &'t Text,
    /// For each character of `text` where it stands there, and the piece and place that it comes from.
    places: Vec<(usize, usize, Range<usize>)>,
}

impl<'t> Marked<'t> {
    fn new(source: &'t Text) -> Self {
        let mut marked = Self { text: String::new(), source, places: Vec::new() };
        for (index, piece) in source.pieces.iter().enumerate() {
            let code = piece.style == Style::Code;
            if code {
                marked.text.push('`');
            }
            for (at, character) in piece.text.char_indices() {
                let shown = match character {
                    '–' | '—' => '-',
                    c if c.is_whitespace() => ' ',
                    c => c.to_ascii_lowercase(),
                };
                if shown == ' ' && marked.text.ends_with(' ') {
                    continue;
                }
                marked.places.push((marked.text.len(), index, at..at + character.len_utf8()));
                marked.text.push(shown);
            }
            if code {
                marked.text.push('`');
            }
        }
        marked
    }

    /// What of the paragraph stands in `range`.
    fn slice(&self, range: Range<usize>) -> Text {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = None;
        for (at, index, place) in &self.places {
            if !range.contains(at) {
                continue;
            }
            let Some(piece) = self.source.pieces.get(*index) else { continue };
            let shown = piece.text.get(place.clone()).unwrap_or_default();
            match pieces.last_mut().filter(|_| last == Some(*index)) {
                Some(piece) => piece.text.push_str(shown),
                None => pieces.push(Piece { text: shown.to_owned(), ..piece.clone() }),
            }
            last = Some(*index);
        }
        Text { span: pieces.first().map(|piece| piece.span).or(self.source.span), pieces }
    }
}
