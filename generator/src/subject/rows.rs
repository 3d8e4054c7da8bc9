//! Tables of properties and parameters to rows.
//!
//! In: a table and the words of its header. Out: [`Row`]s; rows whose first cell is no name are said to be left out.

use super::{Place, Row, TypeCell, names, spelling, values};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::{Dialect, Lexicon};
use crate::markdown::{Table, Text};
use crate::span::Spanned;
use crate::words::fold;

/// The columns of a table by what they hold.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Columns {
    pub(super) name: Option<usize>,
    pub(super) ty: Option<usize>,
    pub(super) description: Option<usize>,
    pub(super) required: Option<usize>,
    pub(super) default: Option<usize>,
    pub(super) place: Option<usize>,
}

impl Columns {
    pub(super) fn of(table: &Table, dialect: &Dialect) -> Self {
        let words: Vec<String> = table.header.iter().map(|cell| fold(&cell.plain())).collect();
        let known = &dialect.columns;
        let find = |lexicon: &Lexicon| words.iter().position(|words| lexicon.fits(words));
        let name = find(&known.name);
        let other = |found: Option<usize>| found.filter(|at| Some(*at) != name);
        Self {
            name,
            ty: other(find(&known.r#type)),
            description: other(find(&known.description)),
            required: other(find(&known.required)),
            default: other(find(&known.default)),
            place: other(find(&known.place)),
        }
    }

    /// Whether the table lists properties or parameters.
    pub(super) fn lists_values(&self) -> bool {
        self.name.is_some()
            && (self.ty.is_some() || self.required.is_some() || self.description.is_some())
    }
}

/// How many of a table's type cells name types, and how many there are.
pub(super) fn typed(table: &Table, columns: Columns, dialect: &Dialect) -> (usize, usize) {
    let Some(at) = columns.ty else { return (0, 0) };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let read: Vec<TypeCell> = cells.filter_map(|cell| spelling::read(cell, dialect)).collect();
    (read.iter().filter(|cell| spelling::is_known(&cell.tree)).count(), read.len())
}

/// The rows of `table`. `notes` are the paragraphs below that explain marks.
pub(super) fn read(
    table: &Table,
    columns: Columns,
    notes: &[(String, Text)],
    dialect: &Dialect,
    diagnostics: &mut Diagnostics,
) -> Vec<Row> {
    let Some(name_at) = columns.name else { return Vec::new() };
    let mut rows = Vec::new();
    for row in &table.rows {
        if row.is_blank() {
            continue;
        }
        let Some(cell) = row.cells.get(name_at) else { continue };
        let named = names::read(&cell.plain(), dialect);
        if named.is_empty() {
            if !row.is_divider() {
                let message = format!("`{}` is not a valid name", cell.plain());
                diagnostics.push(
                    Diagnostic::new(Code::InvalidName, row.span, message)
                        .label("the row was left out"),
                );
            }
            continue;
        }
        let empty = Text::default();
        let at = |column: Option<usize>| column.and_then(|at| row.cells.get(at)).unwrap_or(&empty);
        let mut doc = at(columns.description).clone();
        let marks = named.first().map_or(&[][..], |named| &named.notes);
        for (_, note) in notes.iter().filter(|(mark, _)| marks.contains(mark)) {
            doc.pieces.extend(space(&doc).into_iter().chain(note.pieces.iter().cloned()));
        }
        let words = fold(&doc.plain());
        let (stated, condition) = required(&at(columns.required).plain(), dialect);
        let required = stated.or_else(|| described(&words, dialect));
        if condition {
            let mut told = at(columns.required).clone();
            told.pieces.extend(space(&told));
            told.pieces.append(&mut doc.pieces);
            doc = told;
        }
        let ty = spelling::read(at(columns.ty), dialect);
        let default = at(columns.default).plain();
        let default = Some(default.trim().trim_matches('`').to_owned())
            .filter(|text| !text.is_empty() && text != "-" && text != "n/a");
        let values = values::listed(&doc, dialect);
        let place = place(&fold(&at(columns.place).plain()), dialect);
        for named in named {
            rows.push(Row {
                name: Spanned::new(named.name, cell.span.unwrap_or(row.span)),
                owners: named.owners,
                ty: ty.clone(),
                doc: doc.clone(),
                required: named.required.or(required),
                nullable: ty.as_ref().filter(|ty| ty.nullable).map(|_| true),
                default: default.clone().or_else(|| values::default_of(&doc, dialect)),
                values: values.clone(),
                deprecated: is_deprecated(&words, dialect),
                place,
            });
        }
    }
    rows
}

/// A space before what is appended, if anything is before it.
fn space(before: &Text) -> Option<crate::markdown::Piece> {
    let last = before.pieces.last()?;
    Some(crate::markdown::Piece {
        text: " ".to_owned(),
        span: last.span,
        style: crate::markdown::Style::Plain,
        href: None,
    })
}

/// What a cell of the column `Required` says, and whether it does so under a condition.
fn required(cell: &str, dialect: &Dialect) -> (Option<bool>, bool) {
    let words = fold(cell);
    let words = words.trim_matches(['*', '_', '`', '.', ' ']);
    if words.is_empty() {
        return (None, false);
    }
    if dialect.optional.yes.fits(words) {
        return (Some(true), false);
    }
    (Some(false), dialect.optional.conditional.fits(words))
}

pub(super) fn described(words: &str, dialect: &Dialect) -> Option<bool> {
    if dialect.optional.description_required.fits(words) {
        return Some(true);
    }
    dialect.optional.description_optional.fits(words).then_some(false)
}

pub(super) fn is_deprecated(words: &str, dialect: &Dialect) -> bool {
    dialect.deprecated.fits(words)
}

/// Where a parameter goes, by the words of the column that says so.
fn place(words: &str, dialect: &Dialect) -> Option<Place> {
    let known = &dialect.places;
    let all = [
        (&known.path, Place::Path),
        (&known.query, Place::Query),
        (&known.header, Place::Header),
        (&known.form, Place::Form),
        (&known.body, Place::Body),
    ];
    all.into_iter().find(|(lexicon, _)| lexicon.fits(words)).map(|(_, place)| place)
}
