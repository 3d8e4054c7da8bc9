//! Tables that the markdown parser takes for a paragraph, read line by line.
//!
//! In: a paragraph. Out: its tables, and the words around them as paragraphs. The usual cause is a delimiter
//! row with tabs in it, or with fewer or more columns than the header.

use super::Block;
use super::inline::{self, Source, Text};
use super::table::{Table, TableRow, count_cells};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use std::ops::Range;

/// Appends the blocks of the paragraph at `range` if it holds a table; says whether it does.
pub(super) fn tables(
    source: Source<'_>,
    range: &Range<usize>,
    blocks: &mut Vec<Block>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let lines = lines(source, range);
    let text = |line: &Range<usize>| source.slice(line).trim();
    let is_header = |at: usize| {
        text(&lines[at]).starts_with('|')
            && text(&lines[at]).len() > 1
            && lines.get(at + 1).is_some_and(|next| is_delimiter(text(next)))
    };
    let Some(header) = (0..lines.len()).find(|&at| is_header(at)) else { return false };
    if header > 0 {
        let before = source.base + range.start..source.base + lines[header - 1].end;
        blocks.push(Block::Paragraph(inline::fragment(source.file, source.text, before)));
    }
    let header_line = trimmed(source, &lines[header]);
    let mut table = Table {
        header: split_cells(source, &header_line),
        header_span: source.span(&header_line),
        rows: Vec::new(),
    };
    let delimiter = trimmed(source, &lines[header + 1]);
    // Most renderers take tabs for spaces; our parser does not. None forgives a wrong number of cells.
    if count_cells(source.slice(&delimiter)) != count_cells(source.slice(&header_line)) {
        diagnostics.push(
            Diagnostic::new(
                Code::RecoveredTable,
                source.span(&delimiter),
                "markdown does not accept this delimiter row",
            )
            .label("the table was read line by line")
            .help("write one `---` cell for each column"),
        );
    }
    let columns = table.header.len();
    for line in &lines[header + 2..] {
        let line = trimmed(source, line);
        let slice = source.slice(&line);
        let mut cells = split_cells(source, &line);
        if cells.len() > columns
            && let (Some(from), Some(to)) = (
                cells.get(columns - 1).and_then(|cell| cell.span),
                cells.iter().rev().find(|cell| !cell.is_empty()).and_then(|cell| cell.span),
            )
        {
            let whole = from.start as usize..to.end.max(from.end) as usize;
            cells.truncate(columns - 1);
            cells.push(inline::fragment(source.file, source.text, whole));
        }
        cells.resize_with(columns, Text::default);
        let row = TableRow {
            cells,
            written: count_cells(slice),
            closed: slice.ends_with('|'),
            span: source.span(&line),
        };
        table.push(row, !slice.starts_with('|'), diagnostics);
    }
    blocks.push(Block::Table(table));
    true
}

fn lines(source: Source<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut at = range.start;
    let mut lines = Vec::new();
    for line in source.slice(range).split_inclusive('\n') {
        lines.push(at..at + line.len());
        at += line.len();
    }
    lines
}

fn trimmed(source: Source<'_>, range: &Range<usize>) -> Range<usize> {
    super::table::trim(source, range.clone())
}

/// Only `-`, `:`, `|` and white space, at least one `-` and one `|`.
fn is_delimiter(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '-' | ':' | '|') || c.is_whitespace())
}

/// The cells of one line.
fn split_cells(source: Source<'_>, line: &Range<usize>) -> Vec<Text> {
    let slice = source.slice(line);
    let bytes = slice.as_bytes();
    let mut start = usize::from(bytes.first() == Some(&b'|'));
    let mut ends: Vec<usize> = (start..bytes.len())
        .filter(|&at| bytes[at] == b'|' && (at == 0 || bytes[at - 1] != b'\\'))
        .collect();
    if ends.last().map_or(start, |end| end + 1) < bytes.len() {
        ends.push(bytes.len());
    }
    let mut cells = Vec::with_capacity(ends.len());
    for end in ends {
        let cell = trimmed(source, &(line.start + start..line.start + end));
        let cell = source.base + cell.start..source.base + cell.end;
        cells.push(inline::fragment(source.file, source.text, cell));
        start = end + 1;
    }
    cells
}
