//! Pages flattened to plain text, as copied from a browser: no heading marks, no fences, no pipes.
//!
//! In: such a text. Out: the same [`Document`] that markdown gives, so that one reader serves both. What is
//! what is told by the dialect's fixed words: section names alone in a paragraph, header lines made of column
//! names, request and status lines, braces.
//!
//! ```text
//! Request headers                     Heading
//!
//! Header Value                        Table
//! Accept application/json
//! ```

use super::columns;
use super::http;
use super::plain_table;
use super::sections::{self, Section};
use super::words::{self, fold};
use crate::markdown::{Block, Code, Document, Heading, Piece, Style, Text};
use crate::span::{FileId, Span};
use std::ops::Range;

/// Whether `text` is flattened: it has section names as lines, and no markdown structure.
pub(super) fn is_plain(text: &str) -> bool {
    if text.trim_start().starts_with("---") {
        return false;
    }
    let mut known = 0;
    let mut after_blank = true;
    for line in text.lines() {
        let trimmed = line.trim();
        let hashes = trimmed.trim_start_matches('#');
        let heading = hashes.len() < trimmed.len() && hashes.starts_with(' ');
        if heading || trimmed.starts_with("```") || trimmed.starts_with('|') {
            return false;
        }
        known += usize::from(after_blank && is_section(trimmed));
        after_blank = trimmed.is_empty();
    }
    known >= 2
}

fn is_section(line: &str) -> bool {
    line.len() < 80 && !matches!(sections::classify(&fold(line)), Section::Other | Section::Values)
}

/// Reads `text`.
pub(super) fn parse(file: FileId, text: &str) -> Document {
    let mut reader = Reader {
        file,
        text,
        blocks: Vec::new(),
        titled: false,
        in_example: false,
        unbalanced: false,
    };
    let mut at = 0;
    while let Some(paragraph) = next_paragraph(text, at) {
        at = reader.paragraph(paragraph);
    }
    Document { blocks: reader.blocks, ..Document::default() }
}

/// The lines from the first one with words at or after `at` up to an empty one.
fn next_paragraph(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let skipped = rest.len() - rest.trim_start().len();
    // Keep the first line's indentation out, but nothing else.
    let start = at + skipped;
    if start >= text.len() {
        return None;
    }
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    Some(start..end)
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    blocks: Vec<Block>,
    titled: bool,
    /// Whether the last heading that is no `Request` or `Response` opened an example.
    in_example: bool,
    /// A bracket was never closed; looking again from every later one would take quadratic time.
    unbalanced: bool,
}

impl Reader<'_> {
    /// Reads one paragraph; the offset at which to go on.
    fn paragraph(&mut self, range: Range<usize>) -> usize {
        let slice = &self.text[range.clone()];
        let first = slice.lines().next().unwrap_or_default().trim();
        if is_code(first) {
            return self.code(range);
        }
        if let Some(table) = plain_table::read(self.file, self.text, range.clone()) {
            self.blocks.push(Block::Table(table));
            return range.end;
        }
        let single = slice.trim_end().lines().count() == 1;
        if single && is_section(first) {
            self.section(first, &range);
        } else if single && !self.titled {
            self.heading(1, &range);
        } else if let Some(head) = self.heading_before_table(&range) {
            return head;
        } else if !is_note(first) {
            self.lines(range.clone());
        }
        range.end
    }

    /// A heading that a table follows without an empty line.
    fn heading_before_table(&mut self, range: &Range<usize>) -> Option<usize> {
        let slice = &self.text[range.clone()];
        let line = slice.split_inclusive('\n').next()?;
        let rest = range.start + line.len()..range.end;
        let next = self.text[rest.clone()].lines().next().unwrap_or_default().trim();
        let follows = is_code(next) || columns::is_header_line(next);
        if !(is_section(line.trim()) && follows) {
            return None;
        }
        self.section(line.trim(), &(range.start..range.start + line.len()));
        Some(rest.start)
    }

    /// A section heading; `Request` and `Response` are below the example that they belong to.
    fn section(&mut self, words: &str, range: &Range<usize>) {
        let section = sections::classify(&fold(words));
        let exchange = matches!(section, Section::ExampleRequest | Section::Response);
        if !exchange {
            self.in_example = section == Section::Example;
        }
        let level = if exchange && self.in_example { 3 } else { 2 };
        self.heading(level, range);
    }

    fn heading(&mut self, level: u8, range: &Range<usize>) {
        self.titled = true;
        let text = piece_text(self.file, self.text, range.clone());
        let span = text.span.unwrap_or(Span::new(self.file, range.clone()));
        self.blocks.push(Block::Heading(Heading { level, text, span }));
    }

    /// Words; each line of a list is alone.
    fn lines(&mut self, range: Range<usize>) {
        self.blocks.push(Block::Paragraph(piece_text(self.file, self.text, range)));
    }

    /// Request lines, or a message with its body, or JSON.
    fn code(&mut self, range: Range<usize>) -> usize {
        let slice = &self.text[range.clone()];
        let mut end = range.end;
        let mut info = "http";
        let own = slice.lines().scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        let json_line = own.clone().find(|(_, line)| line.trim_start().starts_with(['{', '[']));
        let json = match json_line {
            Some((at, line)) => Some(range.start + at + (line.len() - line.trim_start().len())),
            // The body is behind an empty line.
            None => next_paragraph(self.text, range.end)
                .map(|next| next.start)
                .filter(|&start| self.text[start..].starts_with(['{', '['])),
        };
        if let Some(start) = json {
            let closed = if self.unbalanced { None } else { closing(self.text, start) };
            self.unbalanced |= closed.is_none();
            end = closed.unwrap_or(range.end.max(start));
            if start == range.start {
                info = "json";
            }
        }
        let content = Span::new(self.file, range.start..end);
        self.blocks.push(Block::Code(Code { info: info.to_owned(), content }));
        end.max(range.start + 1)
    }
}

/// Whether a paragraph that begins with this line is code.
fn is_code(line: &str) -> bool {
    let is_target = |rest: &str| {
        let target = rest.trim_start();
        target.starts_with('/') || target.starts_with("http") || target.split('/').count() > 1
    };
    line.starts_with("HTTP/")
        || line.starts_with(['{', '['])
        || http::split_method(line).is_some_and(|(_, rest)| is_target(rest))
}

/// The notes for readers that markdown pages have in block quotes and includes.
fn is_note(line: &str) -> bool {
    const STARTS: [&str; 6] =
        ["Note:", "Important:", "Caution:", "Tip:", "This API is available in", "Global service"];
    STARTS.iter().any(|start| line.starts_with(start))
}

/// One past the bracket that closes the one at `start`; quotes protect brackets.
fn closing(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate().skip(start) {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// `range` as text without markup.
pub(super) fn piece_text(file: FileId, text: &str, range: Range<usize>) -> Text {
    let slice = text.get(range.clone()).unwrap_or_default();
    let (words, place) = words::trim(slice);
    let span = Span::new(file, range.start + place.start..range.start + place.end);
    if words.is_empty() {
        return Text { span: Some(span), pieces: Vec::new() };
    }
    let piece = Piece { text: words.to_owned(), span, style: Style::Plain, href: None };
    Text { span: Some(span), pieces: vec![piece] }
}
