//! Front matter: the YAML mapping between two `---` lines at the top of a page.
//!
//! In: the text of a file. Out: the few keys that anybody asks for, and where the body begins. Invalid YAML
//! is read line by line instead, with a note. Nearly all pages have one plain `key: value` in each line, for which
//! no YAML parser is needed.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::span::{FileId, Span, Spanned};
use saphyr_parser::{Event, Parser};

/// The keys of a page's front matter.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<Spanned<String>>,
    /// `doc_type`, trimmed.
    pub doc_type: Option<Spanned<String>>,
}

impl FrontMatter {
    fn slot(&mut self, key: &str) -> Option<&mut Option<Spanned<String>>> {
        match key {
            "title" => Some(&mut self.title),
            "doc_type" => Some(&mut self.doc_type),
            _ => None,
        }
    }
}

/// The front matter of `text` and the offset at which its body begins.
pub(super) fn read(
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> (FrontMatter, usize) {
    let Some((start, end, body)) = locate(text) else { return (FrontMatter::default(), 0) };
    if let Some(front_matter) = read_plain(file, text, start..end) {
        return (front_matter, body);
    }
    let mut front_matter = FrontMatter::default();
    if let Err((message, line)) = read_yaml(file, text, start..end, &mut front_matter) {
        let line = line_span(&text[start..end], line);
        let span = Span::new(file, start + line.start..start + line.end);
        diagnostics.push(
            Diagnostic::new(Code::FrontMatter, span, format!("invalid front matter: {message}"))
                .help("quote values that hold a colon"),
        );
        read_lines(file, text, start..end, &mut front_matter);
    }
    (front_matter, body)
}

/// Start and end of the YAML, and where the text goes on.
fn locate(text: &str) -> Option<(usize, usize, usize)> {
    let skipped = text.len() - text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']).len();
    let first = line_at(text, skipped);
    if first.trim_end() != "---" {
        return None;
    }
    let start = skipped + first.len();
    let mut at = start;
    while at < text.len() {
        let line = line_at(text, at);
        if line.trim_end() == "---" {
            return Some((start, at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The line at `offset`, its end included.
fn line_at(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    &rest[..rest.find('\n').map_or(rest.len(), |end| end + 1)]
}

/// Reads the keys if each line is one and its value, and holds nothing that means something else in YAML.
fn read_plain(file: FileId, text: &str, range: std::ops::Range<usize>) -> Option<FrontMatter> {
    let mut found = FrontMatter::default();
    let mut at = range.start;
    while at < range.end {
        let line = line_at(text, at);
        let content = line.trim_end_matches(['\r', '\n', ' ']);
        let (key, value) = content.split_once(": ")?;
        let value = plain_scalar(value.trim_start_matches(' '))?;
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
        if !is_key {
            return None;
        }
        if let Some(slot) = found.slot(key) {
            let span = Span::new(file, at..at + content.len());
            *slot = Some(Spanned::new(value.trim().to_owned(), span));
        }
        at += line.len();
    }
    Some(found)
}

/// The text of a quoted scalar without quotes and escapes in it, or of one that begins with a letter or digit
/// and holds no punctuation that might mean anything.
fn plain_scalar(value: &str) -> Option<&str> {
    if let Some(rest) = value.strip_prefix('"') {
        let inner = rest.strip_suffix('"')?;
        let is_plain = |byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
        return inner.bytes().all(is_plain).then_some(inner);
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" .,/()'-_".contains(&byte);
    let begins = value.starts_with(|c: char| c.is_ascii_alphanumeric());
    (begins && value.bytes().all(is_plain)).then_some(value)
}

/// Reads the keys; what is wrong and in which line if it is no YAML.
fn read_yaml(
    file: FileId,
    text: &str,
    range: std::ops::Range<usize>,
    into: &mut FrontMatter,
) -> Result<(), (String, usize)> {
    let yaml = &text[range.clone()];
    let mut depth = 0_usize;
    let mut key: Option<String> = None;
    for event in Parser::new_from_str(yaml) {
        let (event, place) =
            event.map_err(|error| (error.info().to_owned(), error.marker().line()))?;
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    key = None;
                }
            }
            Event::Scalar(value, ..) if depth == 1 => match key.take() {
                None => key = Some(value.into_owned()),
                Some(key) => {
                    if let Some(slot) = into.slot(&key) {
                        // The YAML reader counts characters; lines are exact either way.
                        let line = line_span(yaml, place.start.line());
                        let span =
                            Span::new(file, range.start + line.start..range.start + line.end);
                        *slot = Some(Spanned::new(value.trim().to_owned(), span));
                    }
                }
            },
            _ => {}
        }
    }
    Ok(())
}

/// The 1-based `line` of `text`, without its end.
fn line_span(text: &str, line: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        if number + 1 == line {
            return start..start + content.trim_end().len();
        }
        start += content.len();
    }
    start..start
}

fn read_lines(file: FileId, text: &str, range: std::ops::Range<usize>, into: &mut FrontMatter) {
    let mut at = range.start;
    while at < range.end {
        let line = line_at(text, at);
        if let Some((key, value)) = line.split_once(':')
            && let Some(slot) = into.slot(key.trim())
        {
            let value = value.trim().trim_matches(['"', '\'']).trim().to_owned();
            *slot = Some(Spanned::new(value, Span::new(file, at..at + line.trim_end().len())));
        }
        at += line.len();
    }
}

#[cfg(test)]
mod tests {
    use super::{FrontMatter, read_plain, read_yaml};
    use crate::span::FileId;

    /// What both readers say, if the plain one says anything.
    #[track_caller]
    fn check(yaml: &str, is_plain: bool) {
        let file = FileId(0);
        let Some(plain) = read_plain(file, yaml, 0..yaml.len()) else {
            assert!(!is_plain, "{yaml}");
            return;
        };
        assert!(is_plain, "{yaml}");
        let mut whole = FrontMatter::default();
        assert_eq!(read_yaml(file, yaml, 0..yaml.len(), &mut whole), Ok(()), "{yaml}");
        assert_eq!(plain.title, whole.title, "{yaml}");
        assert_eq!(plain.doc_type, whole.doc_type, "{yaml}");
    }

    #[test]
    fn plain_front_matter_needs_no_yaml_parser() {
        check(
            "title: \"user: # resource's type\"\nms.prod: \"\"\ndoc_type: resourcePageType\n",
            true,
        );
        check("title: Get a user  \r\ndoc_type:   apiPageType\r\n", true);
        check("title: a (b), c/d's - e.\ntitle: 1 second one", true);
        check("title: \" in spaces \"\n", true);
        check("title: null\ndoc_type: 3\n", true);
        check("", true);
    }

    #[test]
    fn what_yaml_reads_otherwise_is_left_to_its_parser() {
        for yaml in [
            "title: a: b\n",
            "title: a #b\n",
            "title: \"a\\tb\"\n",
            "title: \"a\" # b\n",
            "title: 'a'\n",
            "title: |\n  a\n",
            "title: a\n  b\n",
            "title: \"a\n  b\"\n",
            "title:\n",
            "title: [a]\n",
            "title: &a b\n",
            "title: *a\n",
            "title: \u{fc}\n",
            "# title: a\n",
            "title: a\n\ndoc_type: b\n",
            "title: a\tb\n",
            "- title: a\n",
        ] {
            check(yaml, false);
        }
    }
}
