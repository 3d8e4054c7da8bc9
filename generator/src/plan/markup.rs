//! Plain words as markdown in which nothing is markup, and its lines.
//!
//! In: text of a page. Out: [`Markup`] that renders as those very characters, broken into lines of which none opens a
//! list, a heading, a quote or a table. Nothing else can make one, but for words of our own: [`markup!`](markup) takes
//! literals, identifiers and other markup, and no text of a page.

use super::names::RustIdent;
use crate::visible::is_hidden;
use std::borrow::Cow;

/// One line of markdown in which nothing that a page says is markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Markup(String);

/// What a [`Markup`] may be put together from.
pub(super) trait Piece {
    /// Adds it at the end.
    fn add_to(&self, line: &mut Markup);
}

impl Markup {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With `piece` at the end.
    pub(super) fn with(mut self, piece: impl Piece) -> Self {
        piece.add_to(&mut self);
        self
    }

    /// All of `pieces`, with `between` between them.
    pub(super) fn join<P: Piece>(
        pieces: impl IntoIterator<Item = P>,
        between: &'static str,
    ) -> Self {
        let mut line = Self::default();
        for (at, piece) in pieces.into_iter().enumerate() {
            if at > 0 {
                line.0.push_str(between);
            }
            piece.add_to(&mut line);
        }
        line
    }
}

/// Words of our own.
impl Piece for &'static str {
    fn add_to(&self, line: &mut Markup) {
        line.0.push_str(self);
    }
}

impl Piece for Markup {
    fn add_to(&self, line: &mut Markup) {
        line.0.push_str(&self.0);
    }
}

impl Piece for RustIdent {
    fn add_to(&self, line: &mut Markup) {
        line.0.push_str(if self.is_raw() { "r#" } else { "" });
        line.0.push_str(self.as_str());
    }
}

impl<P: Piece> Piece for &P {
    fn add_to(&self, line: &mut Markup) {
        (*self).add_to(line);
    }
}

/// `markup!("The property ", code(name), ".")`: its pieces, one after the other.
macro_rules! markup {
    ($($piece:expr),+ $(,)?) => {
        $crate::plan::markup::Markup::default()$(.with($piece))+
    };
}
pub(super) use markup;

/// The width of a doc line with its slashes and the deepest indentation of items.
const WIDTH: usize = 96;

/// Pieces that a line may not be broken inside of; `glued` to the one before if no blank was between them.
pub(super) struct Atom<'a> {
    text: Cow<'a, str>,
    glued: bool,
}

impl<'a> Atom<'a> {
    /// One word of a page.
    fn word(word: &'a str) -> Self {
        Self { text: escape_word(word), glued: false }
    }

    /// Words that are markdown already, to be on one line.
    pub(super) fn markup(line: Markup) -> Self {
        Self { text: Cow::Owned(line.0), glued: false }
    }
}

/// Words, code and links of a paragraph, on their way to lines.
#[derive(Default)]
pub(super) struct Atoms<'a> {
    list: Vec<Atom<'a>>,
    /// No blank is behind the last one.
    glued: bool,
}

impl<'a> Atoms<'a> {
    /// Plain text of a page.
    pub(super) fn text(&mut self, text: &'a str) {
        let cleaned = clean(text);
        if cleaned.is_empty() {
            return;
        }
        self.glued &= !cleaned.starts_with(char::is_whitespace);
        let ends_word = cleaned.ends_with(char::is_whitespace);
        match cleaned {
            Cow::Borrowed(text) => text.split_whitespace().for_each(|word| {
                self.push(escape_word(word));
                self.glued = false;
            }),
            Cow::Owned(text) => text.split_whitespace().for_each(|word| {
                self.push(Cow::Owned(escape_word(word).into_owned()));
                self.glued = false;
            }),
        }
        self.glued = !ends_word && !self.list.is_empty();
    }

    /// Code or a link.
    pub(super) fn markup(&mut self, markup: Markup) {
        self.push(Cow::Owned(markup.0));
    }

    /// The lines of all that was added.
    pub(super) fn lines(&self) -> Vec<Markup> {
        wrap(&self.list)
    }

    fn push(&mut self, text: Cow<'a, str>) {
        if text.is_empty() {
            return;
        }
        let last = self.list.last_mut().filter(|_| self.glued);
        // Back-ticks side by side are one fence, and `!` before a link makes it an image.
        let parted = last.is_some_and(|last| {
            if text.starts_with('[') && last.text.ends_with('!') {
                let at = last.text.len() - 1;
                last.text.to_mut().insert(at, '\\');
            }
            text.starts_with('`') && last.text.ends_with('`')
        });
        self.list.push(Atom { text, glued: self.glued && !parted });
        self.glued = true;
    }
}

/// The lines of plain words.
pub(super) fn words(text: &str) -> Vec<Markup> {
    wrap(&clean(text).split_whitespace().map(Atom::word).collect::<Vec<_>>())
}

/// A link: what it shows is plain text, or code.
pub(super) fn link(label: &str, is_code: bool, url: &str) -> Markup {
    let words = one_line(label);
    let url = destination(url);
    match is_code {
        _ if words.is_empty() => Markup(format!("<{url}>")),
        true => Markup(format!("[{}]({url})", code(&words).0)),
        false => Markup(format!("[{}]({url})", escape(&words))),
    }
}

/// A link of rustdoc's to the item at `path`.
pub(super) fn item_link(label: &str, is_code: bool, path: &Markup) -> Markup {
    let words = one_line(label);
    let label = if is_code { Cow::Owned(code(&words).0) } else { escape(&words) };
    Markup(format!("[{label}]({})", path.0))
}

/// Plain words on one line.
pub(super) fn inline(text: &str) -> Markup {
    Markup(one_line(text).split(' ').map(escape_word).collect::<Vec<_>>().join(" "))
}

/// Code in a cell of a table.
pub(super) fn cell(text: &str) -> Markup {
    Markup(code(text).0.replace('|', "\\|"))
}

/// Plain words on a line of their own.
pub(super) fn line(text: &str) -> Markup {
    Markup(line_start(inline(text).0))
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Code in a doc line: back-ticks in it do not end it.
pub(super) fn code(text: &str) -> Markup {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() {
        return Markup::default();
    }
    if !text.contains('`') {
        return Markup(format!("`{text}`"));
    }
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    Markup(format!("{fence} {text} {fence}"))
}

/// A URL as a link destination: what could end it is percent-encoded.
fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in clean(url).trim().chars() {
        match c {
            ' ' | '(' | ')' | '<' | '>' | '"' | '\\' | '`' | '[' | ']' | '|' => {
                out.push_str(&format!("%{:02X}", c as u32));
            }
            c => out.push(c),
        }
    }
    out
}

/// Breaks between atoms so that lines stay within the width.
pub(super) fn wrap(atoms: &[Atom<'_>]) -> Vec<Markup> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut line_width = 0;
    let mut at = 0;
    while at < atoms.len() {
        let mut end = at + 1;
        while atoms.get(end).is_some_and(|atom| atom.glued) {
            end += 1;
        }
        let word = atoms[at..end].iter().map(|atom| &*atom.text);
        let word_width: usize = word.clone().map(|text| text.chars().count()).sum();
        if !line.is_empty() && line_width + 1 + word_width > WIDTH {
            lines.push(Markup(std::mem::take(&mut line)));
        }
        if line.is_empty() {
            line = line_start(word.collect());
            line_width = line.chars().count();
        } else {
            line.push(' ');
            line.extend(word);
            line_width += 1 + word_width;
        }
        at = end;
    }
    if !line.is_empty() {
        lines.push(Markup(line));
    }
    lines
}

/// Keeps a line's first word from opening a block.
fn line_start(word: String) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && word[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &word[..digits], &word[digits..]);
    }
    if word.starts_with(['#', '>', '-', '+', '=', ':', '|']) { format!("\\{word}") } else { word }
}

/// One word of plain text, in which a bare URL becomes a link.
fn escape_word(word: &str) -> Cow<'_, str> {
    if !word.bytes().any(|byte| byte == b':') || !word.contains("://") {
        return escape(word);
    }
    let lower = word.to_ascii_lowercase();
    let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| lower.find(scheme)).min()
    else {
        return escape(word);
    };
    let (before, url) = word.split_at(start);
    let end = url.find(['<', '>', '"', '`', '\'', ')', ']']).unwrap_or(url.len());
    let end = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*']).len();
    let (url, after) = url.split_at(end);
    let bare = url.ends_with("://") || url.contains('\\');
    let url = if bare { escape(url) } else { Cow::Owned(format!("<{url}>")) };
    Cow::Owned(format!("{}{url}{}", escape(before), escape(after)))
}

/// What [`escape`] may have to escape.
const fn may_be_markup(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' | b'_' | b'&')
}

/// Plain text in which no character is markup.
fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(may_be_markup) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !(previous.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next.is_ascii_alphabetic() || next == '#',
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
        previous = c;
    }
    Cow::Owned(out)
}

/// Blanks for control characters; nothing for others that do not show or turn the reading direction.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let blank =
        |c: char| c.is_control() || matches!(c, '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{202f}');
    let seen = text.chars().filter(|&c| blank(c) || !is_hidden(c));
    Cow::Owned(seen.map(|c| if blank(c) { ' ' } else { c }).collect())
}
