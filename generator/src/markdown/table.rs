//! Tables: header and body cells with their places, rows repaired where an author broke them.
//!
//! In: the parser's table events and the source. Out: a [`Table`]. A row that goes on in the next line is
//! joined again, and a last cell that holds an unescaped `|` gets its lost words back.

use super::inline::{self, Events, Source, Text};
use crate::diagnostic::{Applicability, Code, Diagnostic, Diagnostics, Fix};
use crate::markdown::Style;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The header cells.
    pub header: Vec<Text>,
    /// The header row's place.
    pub header_span: Span,
    /// The body rows.
    pub rows: Vec<TableRow>,
}

/// A body row.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// As many cells as the header has; missing ones are empty.
    pub cells: Vec<Text>,
    /// How many cells the source has.
    pub written: usize,
    /// The source ends with a pipe.
    pub closed: bool,
    /// The row's place.
    pub span: Span,
}

impl TableRow {
    /// A section label inside a table: a bold first cell, everything else empty.
    pub fn is_divider(&self) -> bool {
        let Some((first, rest)) = self.cells.split_first() else { return true };
        let bold = first.pieces.iter().any(|piece| piece.style == Style::Strong);
        bold && rest.iter().all(Text::is_empty)
    }

    /// Whether no cell has any words.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Text::is_empty)
    }
}

/// Takes the events of a table whose start event has just been taken.
pub(super) fn read(
    events: &mut Events<'_>,
    source: Source<'_>,
    diagnostics: &mut Diagnostics,
    span: Span,
) -> Table {
    let mut table = Table { header: Vec::new(), header_span: span.head(), rows: Vec::new() };
    let mut piped = true;
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::TableHead) => {
                let trimmed = trim(source, range);
                piped = source.slice(&trimmed).starts_with('|');
                table.header_span = source.span(&trimmed);
                table.header = cells(events, source);
            }
            Event::Start(Tag::TableRow) => {
                let range = trim(source, range);
                let cells = cells(events, source);
                let slice = source.slice(&range);
                let written = count_cells(slice);
                let mut row = TableRow {
                    cells,
                    written,
                    closed: slice.ends_with('|'),
                    span: source.span(&range),
                };
                if written > table.header.len() {
                    restore_overflow(&mut row, source, diagnostics);
                }
                table.push(row, piped && !slice.starts_with('|'), diagnostics);
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    table
}

impl Table {
    /// Adds a row, or joins it to the one before if it is that row's continuation.
    pub(super) fn push(
        &mut self,
        mut row: TableRow,
        lacks_first_pipe: bool,
        diagnostics: &mut Diagnostics,
    ) {
        let first = row.cells.first();
        let is_prose = || first.is_some_and(|cell| cell.is_empty() || cell.plain().contains(' '));
        let continues = lacks_first_pipe && (row.written == 1 || is_prose());
        if let Some(previous) = self.rows.last_mut().filter(|_| continues) {
            diagnostics.push(
                Diagnostic::new(
                    Code::WrappedRow,
                    row.span,
                    "this table row continues on the next line",
                )
                .label("joined to the description above")
                .help("keep each row in one line; use `<br>` for a line break"),
            );
            let Some(last) = previous.cells.last_mut() else { return };
            for cell in &mut row.cells {
                last.append(cell);
            }
            previous.span.end = row.span.end;
            return;
        }
        // A column without a heading at the end of the header is a slip of the header, not of each row.
        let unnamed = self.header.iter().rev().take_while(|cell| cell.is_empty()).count();
        let columns = self.header.len() - unnamed;
        if row.written < columns && !row.is_divider() && !row.is_blank() {
            diagnostics.push(
                Diagnostic::new(Code::ShortRow, row.span, {
                    format!("the row has {} cells, the header has {columns}", row.written)
                })
                .label("at least one cell is missing")
                .fix(Fix::replace(
                    Span { start: row.span.end, ..row.span },
                    "|".repeat(columns - row.written + usize::from(!row.closed)),
                    Applicability::Safe,
                )),
            );
        }
        self.rows.push(row);
    }
}

impl Text {
    /// Appends `other`'s pieces after a space.
    fn append(&mut self, other: &mut Text) {
        let Some(first) = other.pieces.first() else { return };
        let space = inline::Piece {
            text: " ".to_owned(),
            span: first.span.head(),
            style: Style::Plain,
            href: None,
        };
        self.pieces.push(space);
        self.pieces.append(&mut other.pieces);
        if let (Some(mine), Some(theirs)) = (&mut self.span, other.span) {
            mine.end = theirs.end.max(mine.end);
        }
    }
}

/// Takes cells up to the end of the row.
fn cells(events: &mut Events<'_>, source: Source<'_>) -> Vec<Text> {
    let mut cells = Vec::new();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                let range = trim(source, range);
                let pieces = inline::collect(events, source);
                cells.push(Text { span: Some(source.span(&range)), pieces });
            }
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => break,
            _ => {}
        }
    }
    cells
}

/// Gives the last cell the words behind the unescaped `|` at which the parser cut it off.
fn restore_overflow(row: &mut TableRow, source: Source<'_>, diagnostics: &mut Diagnostics) {
    let Some(last) = row.cells.last_mut() else { return };
    let Some(span) = last.span else { return };
    let whole = span.start as usize..row.span.end as usize;
    let Some(slice) = source.text.get(whole.clone()) else { return };
    let slice = slice.trim_end_matches(['|', ' ', '\t']);
    let lost = slice.get(span.range().len()..).unwrap_or_default();
    if lost.trim_matches(['|', ' ', '\t']).is_empty() {
        return;
    }
    *last = inline::fragment(source.file, source.text, whole.start..whole.start + slice.len());
    let lost = Span::new(source.file, span.end as usize..whole.start + slice.len());
    diagnostics.push(
        Diagnostic::new(Code::OverflowingRow, lost, "the row has more cells than its header")
            .label("read as part of the last cell")
            .help("write `\\|` for a `|` that is text"),
    );
}

/// How many cells a row's source has. Back-ticks do not protect a `|`, a backslash does.
pub(super) fn count_cells(row: &str) -> usize {
    let bytes = row.as_bytes();
    let is_border = |at: &usize| *at == 0 || bytes[at - 1] != b'\\';
    let pipes = memchr::memchr_iter(b'|', bytes).filter(is_border).count();
    let first = usize::from(bytes.first() == Some(&b'|'));
    let last = usize::from(bytes.len() > 1 && row.ends_with('|') && !row.ends_with("\\|"));
    (pipes + 1).saturating_sub(first + last).max(1)
}

/// `range` without white space at its ends.
pub(super) fn trim(source: Source<'_>, range: Range<usize>) -> Range<usize> {
    let slice = source.slice(&range);
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}
