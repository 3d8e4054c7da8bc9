//! `Methods` tables: which operations a resource has.
//!
//! In: a table. Out: [`MethodRow`]s. A row that lacks its return type has the description in that cell; what
//! does not look like a type is not taken for one.

use super::columns::{Column, Columns};
use super::{Mention, MethodRow, type_spelling, words};
use crate::diagnostic::Diagnostics;
use crate::markdown::Table;

/// Reads the table.
pub(crate) fn read(
    table: &Table,
    columns: &Columns,
    _diagnostics: &mut Diagnostics,
) -> Vec<MethodRow> {
    let method = columns.index(Column::Method).or(columns.index(Column::Name));
    let returns = columns.index(Column::Returns).or(columns.index(Column::Type));
    let rows = table.rows.iter().filter(|row| !row.is_divider() && !row.is_blank());
    rows.filter_map(|row| {
        let cell = row.cells.get(method?)?;
        let linked = cell.links().next();
        let mention = match linked {
            Some((piece, href)) => {
                Mention { name: cell.plain(), link: Some(href.to_owned()), span: piece.span }
            }
            None => Mention { name: cell.plain(), link: None, span: cell.span? },
        };
        if mention.name.is_empty() {
            return None;
        }
        let returns = returns.and_then(|at| row.cells.get(at)).and_then(type_spelling::read);
        let returns =
            returns.filter(|reading| !reading.doubtful && !is_none(&reading.spelling.name));
        Some(MethodRow { method: mention, returns: returns.map(|reading| reading.spelling) })
    })
    .collect()
}

fn is_none(name: &str) -> bool {
    words::contains(name, "none") && name.len() <= 5
}
