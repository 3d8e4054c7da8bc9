//! Edits that make lenient JSON strict: comments and trailing commas are taken out, everything else is left as it is.

use crate::diagnostic::Edit;
use crate::span::Span;

/// The edits for the body at `span`, whose text is `text`.
pub(super) fn edits(text: &str, span: Span) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut comma: Option<usize> = None;
    let mut at = 0;
    let mut remove = |from: usize, to: usize| {
        edits.push(Edit { span: span.inner(from..to), text: String::new() });
    };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                comma = None;
                at = string_end(bytes, at);
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
                let start = text[..at].trim_end_matches([' ', '\t']).len();
                remove(start, end);
                at = end;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = text[at + 2..].find("*/").map_or(text.len(), |end| at + 2 + end + 2);
                remove(at, end);
                at = end;
            }
            b',' => {
                comma = Some(at);
                at += 1;
            }
            b'}' | b']' => {
                if let Some(comma) = comma.take() {
                    remove(comma, comma + 1);
                }
                at += 1;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                comma = None;
                at += 1;
            }
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// Behind the string that begins at `at`.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut next = at + 1;
    while let Some(&byte) = bytes.get(next) {
        match byte {
            b'\\' => next += 2,
            b'"' => return next + 1,
            _ => next += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    #[test]
    fn only_what_is_not_strict_goes() {
        for (text, expected) in [
            ("{\"a\": 1,}", "{\"a\": 1}"),
            ("[1, 2 , ]", "[1, 2  ]"),
            ("{\"a\": 1 // one\n}", "{\"a\": 1\n}"),
            ("{\"a\": 1, // one\r\n}", "{\"a\": 1\r\n}"),
            ("{/* x, */\"a\": \",}//\"}", "{\"a\": \",}//\"}"),
            ("{\"a\\\"\": [1,],}", "{\"a\\\"\": [1]}"),
            ("{}", "{}"),
            ("{\"a", "{\"a"),
        ] {
            let mut out = text.to_owned();
            let span = Span::new(FileId(0), 0..text.len());
            for edit in edits(text, span).iter().rev() {
                out.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(out, expected, "{text}");
        }
    }
}
