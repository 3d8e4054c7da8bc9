//! Plain words as markdown in which nothing is markup, and its lines.
//!
//! In: text of a page. Out: text for a doc comment that renders as those very characters, broken into lines of which
//! none opens a list, a heading, a quote or a table.

use std::borrow::Cow;

/// The width of a doc line with its slashes and the deepest indentation of items.
const WIDTH: usize = 96;

/// Pieces that a line may not be broken inside of; `glued` to the one before if no blank was between them.
pub(super) struct Atom<'a> {
    pub text: Cow<'a, str>,
    pub glued: bool,
}

/// Code in a doc line: back-ticks in it do not end it.
pub(super) fn code(text: &str) -> String {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('`') {
        return format!("`{text}`");
    }
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

/// A URL as a link destination: what could end it is percent-encoded.
pub(super) fn destination(url: &str) -> String {
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
pub(super) fn wrap(atoms: &[Atom<'_>]) -> Vec<String> {
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
            lines.push(std::mem::take(&mut line));
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
        lines.push(line);
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
pub(super) fn escape_word(word: &str) -> Cow<'_, str> {
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
pub(super) fn escape(text: &str) -> Cow<'_, str> {
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

/// Blanks for control characters; nothing for characters that are invisible or turn the reading direction.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let visible = text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .map(|c| if c.is_control() || matches!(c, '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{202f}') { ' ' } else { c });
    Cow::Owned(visible.collect())
}
