//! Tables of flattened pages: one line for each row, cells separated by nothing but a space.
//!
//! In: a paragraph. Out: a [`Table`] if its first line consists of column names. Names, types and labels have
//! known shapes, so a line can be cut: a name is one word, a type one word and perhaps `collection`, an account
//! kind a fixed phrase; the rest is the last cell.

use super::columns::{self, Column};
use super::plain_text::piece_text;
use crate::markdown::{Table, TableRow, Text};
use crate::span::{FileId, Span};
use std::ops::Range;

/// Reads the paragraph at `range` if it is a table.
pub(super) fn read(file: FileId, text: &str, range: Range<usize>) -> Option<Table> {
    let slice = text.get(range.clone())?;
    let mut lines = slice.split_inclusive('\n');
    let header_line = lines.next()?;
    let header = columns::split_header_line(header_line.trim_end())?;
    let roles: Vec<Column> = header.iter().map(|(_, role)| *role).collect();
    let mut at = range.start + header_line.len();
    let cell = |inner: &Range<usize>| {
        piece_text(file, text, range.start + inner.start..range.start + inner.end)
    };
    let mut table = Table {
        header: header.iter().map(|(inner, _)| cell(inner)).collect(),
        header_span: Span::new(file, range.start..range.start + header_line.trim_end().len()),
        rows: Vec::new(),
    };
    // The name of a method has several words and nothing marks its end: better no methods than wrong ones.
    let lines = lines.filter(|_| roles.first() != Some(&Column::Method));
    for line in lines {
        let row = at..at + line.trim_end().len();
        at += line.len();
        let cells = split_row(&text[row.clone()], &roles);
        let cells: Vec<Text> = cells
            .into_iter()
            .map(|inner| piece_text(file, text, row.start + inner.start..row.start + inner.end))
            .collect();
        table.rows.push(TableRow {
            written: cells.len(),
            cells,
            closed: true,
            span: Span::new(file, row),
        });
    }
    Some(table)
}

/// The cells of one line, one for each column; the last column takes what is left.
fn split_row(line: &str, roles: &[Column]) -> Vec<Range<usize>> {
    let mut cells = Vec::with_capacity(roles.len());
    let mut at = line.len() - line.trim_start().len();
    for (index, role) in roles.iter().enumerate() {
        let rest = &line[at..];
        let length = if index + 1 == roles.len() { rest.len() } else { cell_length(rest, *role) };
        cells.push(at..at + length);
        at += length;
        at += line[at..].len() - line[at..].trim_start().len();
    }
    cells
}

/// How many bytes of `rest` belong to a cell of that role.
fn cell_length(rest: &str, role: Column) -> usize {
    const ACCOUNTS: [&str; 4] = [
        "Delegated (work or school account)",
        "Delegated (personal Microsoft account)",
        "Application",
        "Delegated",
    ];
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    match role {
        Column::PermissionType => {
            let known = ACCOUNTS.iter().find(|account| {
                rest.get(..account.len()).is_some_and(|head| head.eq_ignore_ascii_case(account))
            });
            known.map_or(word, |account| account.len())
        }
        Column::Type | Column::Returns => type_length(rest, word),
        // Least privileged permissions: a comma list.
        Column::Permissions => {
            let mut end = word;
            while rest[..end].ends_with(',') {
                let next = rest[end..].trim_start();
                let skipped = rest[end..].len() - next.len();
                end += skipped + next.find(char::is_whitespace).unwrap_or(next.len());
                if next.is_empty() {
                    break;
                }
            }
            if rest.starts_with("Not supported.") { "Not supported.".len() } else { end }
        }
        _ => word,
    }
}

/// A type: one word, `Collection(x)`, `Collection of x`, `x collection`.
fn type_length(rest: &str, word: usize) -> usize {
    let lower = rest.to_ascii_lowercase();
    if lower.starts_with("collection(") {
        return rest.find(')').map_or(word, |at| at + 1);
    }
    if lower.starts_with("collection of ") {
        let start = "collection of ".len();
        return rest[start..].find(char::is_whitespace).map_or(rest.len(), |at| start + at);
    }
    let suffix = " collection";
    let behind = lower.get(word..).unwrap_or_default();
    let ends = behind
        .get(suffix.len()..)
        .is_some_and(|tail| tail.is_empty() || tail.starts_with(char::is_whitespace));
    if behind.starts_with(suffix) && ends { word + suffix.len() } else { word }
}
