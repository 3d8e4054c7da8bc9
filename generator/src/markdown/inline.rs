//! Inline markup to [`Text`]: words with their style, link and place.
//!
//! In: the parser's inline events. Out: pieces. `<br>` and other breaking tags are a space, remaining tags,
//! comments and images vanish. A piece's text has the length of its source unless it holds an entity or an
//! escape, so that offsets inside it are offsets in the page.

use super::options;
use crate::span::{FileId, Span};
use memchr::memmem;
use pulldown_cmark::{Event, OffsetIter, Parser, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;

/// Inline text with its links kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The whole source of the text; `None` for text that a page does not hold.
    pub span: Option<Span>,
    /// The pieces in order. White space is as typed ([`Text::plain`] folds it); `<br>` is a space.
    pub pieces: Vec<Piece>,
}

/// One run of inline text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words, without markup, entities decoded.
    pub text: String,
    /// Its source range.
    pub span: Span,
    /// How it was marked up.
    pub style: Style,
    /// Destination of the link that it is part of.
    pub href: Option<String>,
}

/// Markup of a [`Piece`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// None.
    #[default]
    Plain,
    /// Emphasis.
    Emphasis,
    /// Strong.
    Strong,
    /// Back-ticks.
    Code,
}

impl Text {
    /// The words without markup, white space folded and trimmed.
    pub fn plain(&self) -> String {
        let mut out = String::with_capacity(self.pieces.iter().map(|piece| piece.text.len()).sum());
        // Words may run over piece borders, so a space is owed only when white space was seen.
        let mut space = false;
        for piece in &self.pieces {
            if is_folded(&piece.text) {
                let text = piece.text.strip_prefix(' ').unwrap_or(&piece.text);
                space |= text.len() < piece.text.len() && !out.is_empty();
                let words = text.strip_suffix(' ').unwrap_or(text);
                if !words.is_empty() {
                    if std::mem::take(&mut space) {
                        out.push(' ');
                    }
                    out.push_str(words);
                    space = words.len() < text.len();
                }
                continue;
            }
            for character in piece.text.chars() {
                if character.is_whitespace() {
                    space = !out.is_empty();
                } else {
                    if std::mem::take(&mut space) {
                        out.push(' ');
                    }
                    out.push(character);
                }
            }
        }
        out
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }

    /// Link texts and destinations in order.
    pub fn links(&self) -> impl Iterator<Item = (&Piece, &str)> {
        self.pieces.iter().filter_map(|piece| Some((piece, piece.href.as_deref()?)))
    }
}

/// Whether `text` is ASCII whose only white space is single spaces, as most texts are.
fn is_folded(text: &str) -> bool {
    // Without early exits, so that the compiler compares many bytes at once.
    let bytes = text.as_bytes();
    let others = bytes.iter().filter(|byte| !matches!(byte, b' '..=b'~')).count();
    others == 0 && bytes.windows(2).filter(|pair| *pair == b"  ").count() == 0
}

impl Piece {
    /// The place of `inner`, a range of [`Piece::text`]; the whole piece where offsets do not carry over.
    pub fn place(&self, inner: Range<usize>) -> Span {
        let exact = self.text.len() == (self.span.end - self.span.start) as usize;
        if exact { self.span.inner(inner) } else { self.span }
    }
}

/// The text that the parser's offsets count in.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: FileId,
    /// The whole file.
    pub(super) text: &'a str,
    /// Where the parsed part begins.
    pub(super) base: usize,
}

impl<'a> Source<'a> {
    pub(super) fn span(self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    pub(super) fn slice(self, range: &Range<usize>) -> &'a str {
        self.text.get(self.base + range.start..self.base + range.end).unwrap_or_default()
    }
}

pub(super) type Events<'a> = Peekable<OffsetIter<'a>>;

/// Takes inline events up to the first other event. Spaces that do not break are spaces.
pub(super) fn collect(events: &mut Events<'_>, source: Source<'_>) -> Vec<Piece> {
    const UNBREAKABLE: [char; 2] = ['\u{a0}', '\u{202f}'];
    let mut pieces = runs(events, source);
    for piece in pieces.iter_mut().filter(|piece| !piece.text.is_ascii()) {
        if piece.text.contains(UNBREAKABLE) {
            piece.text = piece.text.replace(UNBREAKABLE, " ");
        }
    }
    pieces
}

fn runs(events: &mut Events<'_>, source: Source<'_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut styles: Vec<Style> = Vec::new();
    let mut href: Option<String> = None;
    let mut images = 0_usize;
    loop {
        let Some((event, range)) = events.peek() else { return pieces };
        let style = styles.last().copied().unwrap_or_default();
        match event {
            Event::Text(text) if images == 0 => {
                push(&mut pieces, text, source.span(range), style, href.as_deref());
            }
            Event::Code(text) if images == 0 => {
                let slice = source.slice(range);
                let inner = match memmem::find(slice.as_bytes(), text.as_bytes()) {
                    Some(at) => range.start + at..range.start + at + text.len(),
                    None => range.clone(),
                };
                push(&mut pieces, text, source.span(&inner), Style::Code, href.as_deref());
            }
            Event::SoftBreak | Event::HardBreak => {
                push(&mut pieces, " ", source.span(range), style, href.as_deref());
            }
            Event::InlineHtml(tag) if breaks_words(tag) => {
                push(&mut pieces, " ", source.span(range), style, href.as_deref());
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) => {}
            Event::Start(Tag::Emphasis) => styles.push(Style::Emphasis),
            Event::Start(Tag::Strong) => styles.push(Style::Strong),
            Event::Start(Tag::Strikethrough) => styles.push(style),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                styles.pop();
            }
            Event::Start(Tag::Link { dest_url, .. }) => href = Some(dest_url.to_string()),
            Event::End(TagEnd::Link) => href = None,
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            _ => return pieces,
        }
        events.next();
    }
}

/// Appends a run, joined to the one before where markup and place allow it: the parser splits text at every
/// character that might have been markup.
fn push(pieces: &mut Vec<Piece>, text: &str, span: Span, style: Style, href: Option<&str>) {
    if let Some(last) = pieces.last_mut() {
        let adjacent = last.span.end == span.start && style != Style::Code;
        let exact = text.len() == (span.end - span.start) as usize
            && last.text.len() == (last.span.end - last.span.start) as usize;
        if adjacent && exact && last.style == style && last.href.as_deref() == href {
            last.text.push_str(text);
            last.span.end = span.end;
            return;
        }
    }
    pieces.push(Piece { text: text.to_owned(), span, style, href: href.map(str::to_owned) });
}

/// Whether an HTML tag separates words.
fn breaks_words(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let breaking = ["br", "p", "li", "ul", "ol", "tr", "td", "th", "table", "div"];
    breaking.iter().any(|known| known.eq_ignore_ascii_case(&name[..end]))
}

/// Reads `range` of `text` as inline markdown.
pub(super) fn fragment(file: FileId, text: &str, range: Range<usize>) -> Text {
    let Some(slice) = text.get(range.clone()) else { return Text::default() };
    let source = Source { file, text, base: range.start };
    let mut events = Parser::new_ext(slice, options()).into_offset_iter().peekable();
    let mut pieces = Vec::new();
    // Whatever block the fragment happens to look like, only its words count.
    while events.peek().is_some() {
        pieces.append(&mut collect(&mut events, source));
        events.next();
    }
    Text { span: Some(Span::new(file, range)), pieces }
}
