//! Characters that act instead of being seen: they end a line, steer a terminal, turn the reading direction, or hide.
//!
//! In: a text of a page; the names of files and folders are texts of a page, too. Out: the same on one line, in which
//! every such character is spelled out. What has passed here cannot end a comment or look like what it is not.

use std::borrow::Cow;

/// Whether `c` is one of them. Blanks of every width count as seen, but for those that end a line.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// `text` with hidden characters as the bytes of a URL: `a%0Ab`. For the names of files.
pub fn path(text: &str) -> Cow<'_, str> {
    spelled(text, |c, out| {
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    })
}

/// `text` with hidden characters as Rust spells them: `a\u{a}b`. For messages.
pub fn line(text: &str) -> Cow<'_, str> {
    spelled(text, |c, out| out.push_str(&format!("\\u{{{:x}}}", c as u32)))
}

/// [`line`] for each line of a text of several.
pub fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// `text` with a sign for every hidden character that has two bytes or more, at the same offsets as before. For quoting
/// lines of a page; those of one byte have signs of their own.
pub fn excerpt(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c: char| c.len_utf8() > 1 && is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| match c.len_utf8() {
        2 if is_hidden(c) => '·',
        3 if is_hidden(c) => '\u{fffd}',
        4 if is_hidden(c) => '\u{1f784}',
        _ => c,
    };
    Cow::Owned(text.chars().map(sign).collect())
}

fn spelled(text: &str, spell: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) { spell(c, &mut out) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_spelled_out() {
        assert_eq!(path("a\n\u{202e}b"), "a%0A%E2%80%AEb");
        assert_eq!(line("a\r\u{1b}[1m\u{9b}\u{2028}"), r"a\u{d}\u{1b}[1m\u{9b}\u{2028}");
        for c in ('\0'..=char::MAX).filter(|&c| is_hidden(c)) {
            let text = format!("x{c}y");
            assert!(!path(&text).chars().any(is_hidden) && !line(&text).chars().any(is_hidden));
        }
    }

    #[test]
    fn an_excerpt_keeps_its_offsets() {
        for c in ('\u{80}'..=char::MAX).filter(|&c| is_hidden(c)) {
            let text = format!("a{c}b");
            let shown = excerpt(&text);
            assert!(shown.len() == text.len() && !shown.contains(is_hidden), "{text:?}");
        }
    }

    #[test]
    fn what_is_seen_stays() {
        for text in ["größe", "a b\u{a0}c", "日本", "🙂", "a\\b%"] {
            assert!(matches!(path(text), Cow::Borrowed(_)), "{text}");
            assert!(matches!(line(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
