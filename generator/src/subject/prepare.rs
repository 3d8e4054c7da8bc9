//! Marks of a documentation tool chain, taken out of a page before it is read as markdown.
//!
//! In: the text of a page. Out: the same text, byte for byte as long, with blanks where tags of components, imports
//! and shortcodes stood; and the components that say something. Code blocks are left alone.

use crate::dialect::Dialect;
use std::ops::Range;

/// A page that can be read as markdown.
pub(super) struct Prepared {
    pub(super) text: String,
    /// Anchors that components give to the heading behind them, with their place.
    pub(super) anchors: Vec<(usize, String)>,
    /// Request lines in components: where the component is, its method, and the place of its path.
    pub(super) lines: Vec<(usize, String, Range<usize>)>,
    /// Words that stay where a shortcode stood.
    words: Vec<(usize, String)>,
}

/// Blanks what is no markdown.
pub(super) fn prepare(text: &str, dialect: &Dialect) -> Prepared {
    let mut out = Prepared {
        text: text.to_owned(),
        anchors: Vec::new(),
        lines: Vec::new(),
        words: Vec::new(),
    };
    if !dialect.markup.components && !dialect.markup.shortcodes {
        return out;
    }
    let mut blanks: Vec<Range<usize>> = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(mark)) => fence = Some(mark),
            (None, None) => line_of(line, start, dialect, &mut out, &mut blanks),
            _ => {}
        }
    }
    let mut bytes = std::mem::take(&mut out.text).into_bytes();
    for range in blanks {
        for byte in bytes.get_mut(range).into_iter().flatten().filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
    }
    for (at, word) in std::mem::take(&mut out.words) {
        if let Some(place) = bytes.get_mut(at..at + word.len()) {
            place.copy_from_slice(word.as_bytes());
        }
    }
    // Ranges end at ASCII marks, so that no character is cut in two.
    out.text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    out
}

fn line_of(
    line: &str,
    start: usize,
    dialect: &Dialect,
    out: &mut Prepared,
    blanks: &mut Vec<Range<usize>>,
) {
    if dialect.markup.shortcodes {
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}")] {
            let mut from = 0;
            while let Some(at) = line.get(from..).and_then(|rest| rest.find(open)) {
                let at = from + at;
                let Some(end) = line[at..].find(close) else { break };
                from = at + end + close.len();
                // A shortcode that says that something must be given stays, in parentheses.
                let word = line[at + open.len()..from - close.len()].trim();
                if dialect.optional.yes.fits(&word.to_lowercase()) && word.is_ascii() {
                    out.words.push((start + at, format!("({word})")));
                }
                blanks.push(start + at..start + from);
            }
        }
    }
    if !dialect.markup.components {
        return;
    }
    let trimmed = line.trim_end();
    if trimmed.starts_with("import ") && trimmed.contains(" from ") {
        blanks.push(start..start + trimmed.len());
        return;
    }
    let lower = trimmed.to_ascii_lowercase();
    let bare = lower.trim_start();
    let indent = lower.len() - bare.len();
    if let Some(found) = dialect.requests.components.fit(bare)
        && let (Some(method), Some(path)) = (found.get("method"), found.get("path"))
    {
        let place = |range: &Range<usize>| indent + range.start..indent + range.end;
        let method = trimmed[place(&method)].to_ascii_uppercase();
        let path = place(&path);
        out.lines.push((start + indent, method, start + path.start..start + path.end));
        blanks.push(start..start + trimmed.len());
        return;
    }
    if let Some(anchor) = dialect.markup.anchors.fit(bare).and_then(|found| found.get("anchor")) {
        out.anchors.push((start, bare[anchor].to_owned()));
        blanks.push(start..start + trimmed.len());
        return;
    }
    tags(trimmed, start, blanks);
}

/// Tags whose name begins with a capital letter, outside of code spans.
fn tags(line: &str, start: usize, blanks: &mut Vec<Range<usize>>) {
    let bytes = line.as_bytes();
    let mut in_code = false;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'`' => in_code = !in_code,
            b'<' if !in_code => {
                let name = bytes.get(at + 1).filter(|byte| **byte != b'/').or(bytes.get(at + 2));
                let end = memchr::memchr(b'>', &bytes[at..]);
                if let (Some(b'A'..=b'Z'), Some(end)) = (name, end) {
                    blanks.push(start + at..start + at + end + 1);
                    at += end;
                }
            }
            _ => {}
        }
        at += 1;
    }
}
