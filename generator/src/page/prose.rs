//! Sentences that state something: namespace, inheritance, deprecation, abstract and open types.
//!
//! In: a paragraph. Out: what it states, if anything.

use super::phrases::Phrases;
use super::rows::mention_after;
use super::statements::is_type_link;
use super::words;
use super::{Direction, Inheritance, Mention};
use crate::markdown::{Piece, Style, Text};
use crate::span::{Span, Spanned};

/// `Namespace: microsoft.graph.x`, and the words that follow without an empty line.
pub(crate) fn namespace(text: &Text) -> Option<(Spanned<String>, Text)> {
    const WORD: &str = "namespace:";
    let first = text.pieces.first()?;
    if !first.text.get(..WORD.len())?.eq_ignore_ascii_case(WORD) {
        return None;
    }
    let plain = text.plain();
    let after = plain.get(WORD.len()..)?.split_whitespace().next()?;
    let name = words::trim(after).0.trim_end_matches('.').to_owned();
    if !words::is_identifier(&name) {
        return None;
    }
    let found = text.pieces.iter().enumerate().find_map(|(index, piece)| {
        let at = words::position(&piece.text, &name)?;
        Some((index, at..at + name.len()))
    });
    let Some((index, range)) = found else {
        return Some((Spanned::new(name, text.span?), Text::default()));
    };
    let piece = &text.pieces[index];
    let place = piece.place(range.clone());
    let mut rest = Text { span: text.span, pieces: text.pieces[index..].to_vec() };
    let behind = piece.text[range.end..].trim_start_matches(['.', ' ', '\n']);
    rest.pieces[0] = Piece {
        text: behind.to_owned(),
        span: piece.place(piece.text.len() - behind.len()..piece.text.len()),
        ..piece.clone()
    };
    Some((Spanned::new(name, place), rest))
}

/// How the paragraph relates the page's type to others.
pub(crate) fn inheritance(text: &Text, into: &mut Vec<Inheritance>) {
    static BASE: Phrases = Phrases::new(&[
        "inherits from",
        "inherit from",
        "inheriting from",
        "inherits all properties from",
        "inherits properties from",
        "inherits the properties from",
        "derives from",
        "derived from",
        "sub-type of",
        "subtype of",
        "sub type of",
        "subclass of",
        "subclass from",
        "sub-class of",
        "inherits all the properties from",
        "inherits its properties from",
        "extends the",
        "a specialization of",
        "following properties are inherited from",
    ]);
    static DERIVED: Phrases = Phrases::new(&[
        "inherited by",
        "is extended by",
        "base type for",
        "base type of",
        "base class for",
        "base class of",
        "types derive from",
        "derived types are",
    ]);
    static DERIVED_BEFORE: Phrases = Phrases::new(&[
        "subclasses of this",
        "derive from this",
        "inherit from this",
        "types of this superclass",
    ]);
    static HINTS: Phrases = Phrases::new(&[
        "inherit",
        "deriv",
        "type of",
        "base",
        "extend",
        "subclass",
        "specialization of",
    ]);
    for (index, piece) in text.pieces.iter().enumerate() {
        if piece.href.is_some() || !HINTS.occur_in(&piece.text) {
            continue;
        }
        if DERIVED_BEFORE.occur_in(&piece.text) {
            let links = text.pieces[..index]
                .iter()
                .filter_map(|before| Some((before, before.href.as_ref()?)));
            for (before, href) in links.filter(|(_, href)| is_type_link(href)) {
                let other = mention(before, href);
                into.push(Inheritance { other, direction: Direction::Derived });
            }
        } else if let Some(end) = DERIVED.end_in(&piece.text) {
            listed_derived(text, index, end, into);
        } else if let Some(end) =
            BASE.end_in(&piece.text).or_else(|| sentence_inherited(&piece.text))
            && let Some(other) = mention_after(text, index, end)
            && is_own_sentence(&piece.text[..end])
        {
            into.push(Inheritance { other, direction: Direction::Base });
        }
    }
}

/// Behind a sentence's first words `Inherited from`.
fn sentence_inherited(text: &str) -> Option<usize> {
    const WORDS: &str = "inherited from";
    let at = words::find(text, WORDS)?;
    let before = text[..at].rsplit(". ").next().unwrap_or_default().trim();
    matches!(before, "" | "It is" | "This is").then_some(at + WORDS.len())
}

/// The types that are listed behind offset `end` of piece `index`. `a base class for actions in the [x] of a [y]`
/// lists none: a preposition makes a link part of what the type is for.
fn listed_derived(text: &Text, index: usize, end: usize, into: &mut Vec<Inheritance>) {
    const PREPOSITIONS: [&str; 6] = ["in", "of", "on", "by", "with", "from"];
    let mut before = text.pieces[index].text[end..].to_owned();
    for next in &text.pieces[index + 1..] {
        let Some(href) = next.href.as_ref() else {
            before.push_str(&next.text);
            continue;
        };
        let clause = before.rsplit([',', ':', ';', '.']).next().unwrap_or_default();
        let mut words = clause.split(|c: char| !c.is_alphanumeric());
        if is_type_link(href) && !words.any(|word| PREPOSITIONS.contains(&word)) {
            let other = mention(next, href);
            into.push(Inheritance { other, direction: Direction::Derived });
        }
        before.clear();
    }
}

/// A link of a `Derived types` section.
pub(crate) fn derived_links(text: &Text, into: &mut Vec<Inheritance>) {
    for (piece, href) in text.links() {
        let other = mention(piece, href);
        into.push(Inheritance { other, direction: Direction::Derived });
    }
}

fn mention(piece: &crate::markdown::Piece, href: &str) -> Mention {
    Mention {
        name: words::trim(&piece.text).0.to_owned(),
        link: Some(href.to_owned()),
        span: piece.span,
    }
}

/// Types that derive from something are a subject of their own in `properties that are inherited …`,
/// `resources that derive from …`.
fn is_own_sentence(before: &str) -> bool {
    let sentence = before.rsplit(". ").next().unwrap_or(before).trim_start();
    // `All the session controls inherit from …` speaks of the others.
    if sentence.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("all ")) {
        return false;
    }
    static OTHERS: Phrases = Phrases::new(&[
        "resources that",
        "types that",
        "objects that",
        "any type",
        "all types",
        "other types",
        "instances",
    ]);
    !OTHERS.occur_in(sentence)
}

/// The piece that says `abstract` of a type.
pub(crate) fn says_abstract(text: &Text) -> Option<Span> {
    static PHRASES: Phrases = Phrases::new(&[
        "abstract type",
        "abstract base",
        "abstract resource",
        "abstract entity",
        "abstract class",
        "is abstract",
    ]);
    piece_with(text, &PHRASES)
}

/// The piece that says that the type is open.
pub(crate) fn says_open(text: &Text) -> Option<Span> {
    static PHRASES: Phrases = Phrases::new(&[
        "open type",
        "open complex type",
        "open entity",
        "add your own data to custom properties",
        "add your own data as custom properties",
    ]);
    let mut pieces = text.pieces.iter().enumerate().filter(|(_, piece)| piece.href.is_none());
    let (_, piece) = pieces.find(|(index, piece)| {
        let end = PHRASES.end_in(&piece.text);
        let linked = text.pieces.get(index + 1).is_some_and(|next| next.href.is_some());
        // `used in the open type [x](x.md)`: another type is.
        end.is_some_and(|end| !(linked && piece.text[end..].trim().is_empty()))
    })?;
    Some(piece.span)
}

/// `x resource type (Open Type)`.
pub(crate) fn title_says_open(title: &Spanned<String>) -> Option<Span> {
    words::contains(&title.value, "(open type)").then_some(title.span)
}

/// Whether the paragraph says that the example below it is not whole.
pub(crate) fn shortens(text: &Text) -> bool {
    static PHRASES: Phrases = Phrases::new(&["truncated", "shortened", "for brevity"]);
    piece_with(text, &PHRASES).is_some()
}

fn piece_with(text: &Text, phrases: &Phrases) -> Option<Span> {
    let mut pieces = text.pieces.iter();
    let piece = pieces.find(|piece| piece.href.is_none() && phrases.occur_in(&piece.text))?;
    Some(piece.span)
}

/// Whether the paragraph says that the page's subject, and not some property of it, is deprecated.
pub(crate) fn deprecates(text: &Text) -> bool {
    const SUBJECTS: [&str; 9] = [
        "api",
        "resource",
        "method",
        "endpoint",
        "operation",
        "entity",
        "type",
        "function",
        "action",
    ];
    let plain = text.plain();
    plain.split(". ").any(|sentence| {
        if !words::contains(sentence, "deprecat") {
            return false;
        }
        let subject = sentence.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            SUBJECTS.iter().any(|known| {
                let plural = word.len() == known.len() + 1 && word.ends_with(['s', 'S']);
                word.eq_ignore_ascii_case(known) || plural && words::find(word, known) == Some(0)
            })
        });
        let of_property =
            words::contains(sentence, "property") || words::contains(sentence, "properties");
        (subject && !of_property) || sentence.split_whitespace().count() <= 2
    }) && !text.pieces.iter().any(|piece| piece.style == Style::Code && piece.text.starts_with('$'))
}
