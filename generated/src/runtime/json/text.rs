//! Small transformations of JSON text that is known to be valid.

use std::borrow::Cow;

use super::{Reader, Writer};

/// The same JSON without white space between tokens, so that what is kept never breaks a line of what is written.
pub(crate) fn minify(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_string = false;
    let mut escaped = false;
    for c in text.chars() {
        if !in_string && matches!(c, ' ' | '\n' | '\t' | '\r') {
            continue;
        }
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// The text of a JSON string; `None` if `raw` is no string.
pub(crate) fn unquote(raw: &str) -> Option<Cow<'_, str>> {
    Reader::new(raw).string().ok()
}

/// `text` as a JSON string.
pub(crate) fn quote(text: &str) -> String {
    let mut writer = Writer::new();
    writer.string(text);
    writer.into_string()
}

/// A value as error messages show it: short values whole, long ones cut.
pub(crate) fn describe(raw: &str) -> String {
    const LIMIT: usize = 40;
    match raw.char_indices().nth(LIMIT) {
        Some((end, _)) => format!("{}…", raw.get(..end).unwrap_or_default()),
        None => raw.to_owned(),
    }
}
