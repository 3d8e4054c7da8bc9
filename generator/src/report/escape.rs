//! Untrusted text made harmless for the three places where it goes: markup, script data, the reader's eye.
//!
//! In: text of a page. Out: text that cannot end an element or a script, and that shows what it holds.

use std::borrow::Cow;
use std::fmt;

/// Displays text so that it is text in HTML, between tags as well as between double quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

/// JSON that can be in a script element: no character of it can end that element or open a comment.
/// In JSON these characters occur in strings only, where an escape means the same.
pub(super) fn script_data(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

/// Text whose control characters can be seen, and do nothing: pages may hold characters that turn the
/// direction of a line round, or that a browser drops. A tab becomes four spaces.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            // Unicode has a picture of each.
            '\0'..='\x1f' => {
                out.push(char::from_u32(0x2400 + c as u32).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            '\x7f' => out.push('\u{2421}'),
            c if is_hidden(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        let hostile = "</script><img src=x onerror='a(\"&\")'>";
        assert_eq!(
            Escaped(hostile).to_string(),
            "&lt;/script&gt;&lt;img src=x onerror=&#39;a(&quot;&amp;&quot;)&#39;&gt;"
        );
        assert_eq!(Escaped("größer").to_string(), "größer");
    }

    #[test]
    fn data_cannot_leave_its_script() {
        let value = serde_json::json!({"</script>": "<!-- & \u{2028}"});
        let safe = script_data(&value.to_string());
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']), "{safe}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&safe).unwrap(), value);
    }

    #[test]
    fn hidden_characters_are_shown() {
        assert_eq!(visible("a\tb\0c\u{202e}d\u{85}"), "a    b\u{2400}c\u{fffd}d\u{fffd}");
        assert!(matches!(visible("plain — text"), Cow::Borrowed(_)));
    }
}
