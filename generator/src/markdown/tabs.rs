//! Tabs that nobody reads, blanked before parsing.
//!
//! In: a text. Out: the same, of the same length, with spaces in place of each docfx tab but the HTTP one that holds
//! includes only. Many examples stand in a group of several tabs, and links are what costs a parser most.
//! A tab that holds anything else, or whose end is not plain to see, is left to the parser.
//!
//! ```text
//! # [C#](#tab/csharp)
//! [!INCLUDE [sample-code](../includes/snippets/csharp/get-user-csharp-snippets.md)]
//! ---
//! ```

use memchr::{memchr, memmem, memrchr};
use std::borrow::Cow;
use std::ops::Range;

const TARGET: &str = "](#tab/";

/// `text` without the tabs that hold nothing but includes.
pub(super) fn blank(text: &str) -> Cow<'_, str> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), TARGET) {
        let start = memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |end| end + 1);
        let follows = places.last().is_some_and(|last| last.end == start);
        if is_unread(&text[start..at], &text[at + TARGET.len()..])
            && (follows || begins_anew(&text[..start]))
            && let Some(end) = end_of(text, start)
        {
            places.push(start..end);
        }
    }
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for place in places {
        // The line end before what follows stays.
        bytes[place.start..place.end - 1].fill(b' ');
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a line is the header of a tab that is not read: `before` is what stands before the link's target,
/// `behind` what stands behind `#tab/`.
fn is_unread(before: &str, behind: &str) -> bool {
    let Some(label) = before.strip_prefix("# [") else { return false };
    let line = line_at(behind, 0).trim_end();
    let Some(name) = line.strip_suffix(')') else { return false };
    !label.contains(['[', ']', '`', '\\', '<'])
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !name.eq_ignore_ascii_case("http")
}

/// Whether no block can reach over the end of `before`: it ends in an empty line or at a fence.
fn begins_anew(before: &str) -> bool {
    let before = before.strip_suffix('\n').unwrap_or(before);
    let last = before.rsplit('\n').next().unwrap_or_default();
    last.trim().is_empty() || last.starts_with("```")
}

/// The end of the tab whose header begins at `start`: where the next tab or the line that closes the group does.
fn end_of(text: &str, start: usize) -> Option<usize> {
    let mut at = start + line_at(text, start).len();
    while at < text.len() {
        let line = line_at(text, at);
        let content = line.trim_end();
        let is_next = line.starts_with("# [") && line.contains(TARGET);
        if is_next || content == "---" {
            return Some(at);
        }
        let is_include = content.starts_with("[!INCLUDE [") && content.ends_with(")]");
        if !is_include && !content.is_empty() {
            return None;
        }
        at += line.len();
    }
    None
}

/// The line at `offset`, its end included.
fn line_at(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    &rest[..memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1)]
}

#[cfg(test)]
mod tests {
    use super::blank;

    const CSHARP: &str = "# [C#](#tab/csharp)\n[!INCLUDE [a](../b.md)]\n\n";

    #[test]
    fn tabs_of_includes() {
        let text = format!("# [HTTP](#tab/http)\n```http\nGET /me\n```\n{CSHARP}{CSHARP}---\n\nb");
        let blanked = blank(&text);
        assert_eq!(blanked.len(), text.len());
        let lines: Vec<&str> = blanked.lines().map(str::trim).collect();
        assert_eq!(
            lines,
            ["# [HTTP](#tab/http)", "```http", "GET /me", "```", "", "", "---", "", "b"]
        );
    }

    #[test]
    fn what_is_left_to_the_parser() {
        for text in [
            "a\n\n# [C#](#tab/csharp)\nwords\n---\n".to_owned(),
            // Nothing closes it: everything up to the next heading belongs to it.
            format!("a\n\n{CSHARP}b\n"),
            format!("a\n\n{CSHARP}"),
            // Inside an HTML block, or a paragraph that goes on.
            format!("<div>\n{CSHARP}---\n"),
            format!("a\n#{CSHARP}---\n"),
            "# [HTTP](#tab/HTTP)\n---\n".to_owned(),
            "# [a](#tab/b) c\n---\n".to_owned(),
            "[a](#tab/b)\n---\n".to_owned(),
        ] {
            assert_eq!(blank(&text), text);
        }
    }
}
