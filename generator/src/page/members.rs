//! Members of enumerations: tables and lists below `Members` or `x values`.
//!
//! In: a table or list item and the headings above it. Out: rows of a [`MemberTable`].

use super::columns::{Column, Columns};
use super::words::{self, is_invisible};
use super::{MemberRow, MemberTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::{Style, Table, Text};
use crate::span::Spanned;

/// Reads a member table; `None` if it lists no members.
pub(crate) fn read_table(
    table: &Table,
    columns: &Columns,
    heading: Spanned<String>,
    name: Option<Spanned<String>>,
    diagnostics: &mut Diagnostics,
) -> Option<MemberTable> {
    let member = columns
        .index(Column::Member)
        .or_else(|| columns.index(Column::Value).filter(|at| *at == 0))
        .or_else(|| columns.index(Column::Name))?;
    let value = columns.all(Column::Value).find(|at| *at != member);
    let description = columns.index(Column::Description);
    let mut members = Vec::new();
    for row in &table.rows {
        if row.is_blank() {
            continue;
        }
        let Some(cell) = row.cells.get(member) else { continue };
        let Some(name) = member_name(cell) else {
            let span = cell.span.unwrap_or(row.span);
            let message = format!("`{}` is not a member name", super::rows::shorten(&cell.plain()));
            diagnostics.push(Diagnostic::new(Code::InvalidName, span, message));
            continue;
        };
        let value =
            value.and_then(|at| row.cells.get(at)).and_then(|cell| number(cell, diagnostics));
        let doc = description.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
        members.push(MemberRow { name, value, doc });
    }
    let says_flags = says_flags(&heading.value);
    Some(MemberTable { heading, name, says_flags, members })
}

/// A member from a list item: its first bold or back-ticked word, else its first word.
pub(crate) fn read_item(item: &Text) -> Option<MemberRow> {
    let first = item.pieces.iter().find(|piece| !piece.text.trim().is_empty())?;
    let marked = matches!(first.style, Style::Strong | Style::Code);
    let text = if marked {
        first.text.as_str()
    } else {
        let end = first.text.find([':', ' ', '-']).unwrap_or(first.text.len());
        &first.text[..end]
    };
    let (name, place) = words::trim(text.trim_end_matches([':', '.', ',']));
    words::is_identifier(name).then(|| MemberRow {
        name: Spanned::new(name.to_owned(), first.place(place)),
        value: None,
        doc: Text::default(),
    })
}

/// Whether a heading has the word `flags`, or calls the enumeration flagged; `followupFlagStatus` does not.
fn says_flags(heading: &str) -> bool {
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["flags", "flagged"].iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// The member in a cell, markup removed. A few members hold spaces.
fn member_name(cell: &Text) -> Option<Spanned<String>> {
    let text = words::visible(cell.plain());
    let text = text.trim().trim_matches(['"', '\'']);
    // A remark in parentheses or behind a dash is no part of the name.
    let name = text.split(" (").next().unwrap_or(text).trim();
    let valid = !name.is_empty()
        && name.len() <= 100
        && name.split(' ').count() <= 4
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | '/' | '+' | '#'));
    let place = cell.pieces.iter().find_map(|piece| {
        let at = words::position(&piece.text, name)?;
        Some(piece.place(at..at + name.len()))
    });
    let span = place.or(cell.span).filter(|_| valid)?;
    Some(Spanned::new(name.to_owned(), span))
}

fn number(cell: &Text, diagnostics: &mut Diagnostics) -> Option<Spanned<i64>> {
    let plain = cell.plain();
    let span = cell.span?;
    if plain.is_empty() {
        return None;
    }
    let digits = plain.strip_prefix("0x").or_else(|| plain.strip_prefix("0X"));
    let value = match digits {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => plain.parse().ok(),
    };
    if value.is_none() {
        let message = format!("`{}` is not an integer", super::rows::shorten(&plain));
        diagnostics.push(Diagnostic::new(Code::MemberValue, span, message));
    }
    value.map(|value| Spanned::new(value, span))
}

/// The name that a heading such as `riskLevel values` gives.
pub(crate) fn name_in_heading(heading: &Text) -> Option<Spanned<String>> {
    const NOUNS: [&str; 10] = [
        "values",
        "value",
        "enumeration",
        "enum",
        "members",
        "flags",
        "property",
        "properties",
        "type",
        "possible",
    ];
    let plain = heading.plain();
    let mut name = None;
    for word in plain.split(' ') {
        let word: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        let word = word.trim_matches([':', '`', '*']).to_owned();
        if !NOUNS.iter().any(|noun| noun.eq_ignore_ascii_case(&word)) && words::is_identifier(&word)
        {
            name = Some(word);
        }
    }
    let name = name?;
    let place = heading.pieces.iter().find_map(|piece| {
        let at = words::position(&piece.text, &name)?;
        Some(piece.place(at..at + name.len()))
    });
    Some(Spanned::new(name, place.or(heading.span)?))
}

/// The name that a title such as `riskLevel enum type` gives.
pub(crate) fn name_in_title(title: &Text) -> Option<Spanned<String>> {
    let first = title.pieces.iter().find(|piece| !piece.text.trim().is_empty())?;
    let (text, place) = words::trim(&first.text);
    let word = text.split(char::is_whitespace).next()?;
    let span = first.place(place.start..place.start + word.len());
    words::is_identifier(word).then(|| Spanned::new(word.to_owned(), span))
}
