//! Rows of property, relationship and parameter tables.
//!
//! In: a table and the roles of its columns. Out: [`Row`]s. Dividers are skipped; a row without a usable name
//! is left out with a diagnostic.

use super::columns::{Column, Columns};
use super::phrases::Phrases;
use super::words;
use super::{Mention, Row, type_spelling, values};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::markdown::{Piece, Style, Table, TableRow, Text};
use crate::span::Spanned;

/// What kind of names the first column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// Properties and relationships.
    Property,
    /// Parameters: query options begin with `$`.
    Parameter,
    /// HTTP headers.
    Header,
}

/// The rows of `table`, whose names are in column `name`.
pub(crate) fn read(
    table: Table,
    columns: &Columns,
    name: Column,
    naming: Naming,
    diagnostics: &mut Diagnostics,
) -> Vec<Row> {
    let mut type_column = columns.index(Column::Type);
    let mut description = columns.index(Column::Description);
    match naming {
        Naming::Header => {
            // `Name | Type | Description`: the type of a header is always text.
            type_column = None;
            description = description.or(columns.index(Column::Value));
        }
        Naming::Parameter if type_column.is_none() && description.is_some() => {
            type_column = columns.index(Column::Value);
        }
        Naming::Parameter => description = description.or(columns.index(Column::Value)),
        Naming::Property => {}
    }
    if type_column.is_none() && naming == Naming::Property {
        diagnostics.push(
            Diagnostic::new(
                Code::MissingTypeColumn,
                table.header_span,
                "the table has no type column",
            )
            .label("no column called `Type`"),
        );
    }
    let columns = RowColumns {
        name: columns.index(name).unwrap_or(0),
        ty: type_column,
        description,
        required: columns.index(Column::Required),
    };
    table.rows.into_iter().filter_map(|row| read_row(row, &columns, naming, diagnostics)).collect()
}

const DEPRECATED: &str = "deprecated";
const INHERITED_FROM: &str = "inherited from";
/// What few descriptions say, looked for at once.
static REMARKS: Phrases = Phrases::new(&[DEPRECATED, INHERITED_FROM]);

struct RowColumns {
    name: usize,
    ty: Option<usize>,
    description: Option<usize>,
    required: Option<usize>,
}

fn read_row(
    mut row: TableRow,
    columns: &RowColumns,
    naming: Naming,
    diagnostics: &mut Diagnostics,
) -> Option<Row> {
    if row.is_divider() || row.is_blank() {
        return None;
    }
    let name_cell = row.cells.get(columns.name)?;
    let (name, name_deprecated) = read_name(name_cell, naming);
    let rest_is_empty =
        row.cells.iter().enumerate().all(|(at, cell)| at == columns.name || cell.is_empty());
    let Some(name) = name else {
        // A label without bold is still no property.
        if !rest_is_empty || name_cell.is_empty() {
            let place = name_cell.span.filter(|_| !name_cell.is_empty()).unwrap_or(row.span);
            let message = match name_cell.plain() {
                empty if empty.is_empty() => "the row has no name".to_owned(),
                text => format!("`{}` is not a name", shorten(&text)),
            };
            diagnostics.push(
                Diagnostic::new(Code::InvalidName, place, message).label("the row was left out"),
            );
        }
        return None;
    };
    let ty = columns.ty.and_then(|at| row.cells.get(at));
    let reading = ty.and_then(type_spelling::read);
    match (&reading, ty) {
        (Some(reading), Some(cell)) if reading.doubtful => {
            let message = format!("`{}` is not a type", shorten(&reading.spelling.raw));
            let place = cell.span.unwrap_or(row.span);
            let label = match reading.spelling.name.as_str() {
                "" => "nothing in it could be used".to_owned(),
                name => format!("read as `{name}`"),
            };
            diagnostics.push(Diagnostic::new(Code::TypeSpelling, place, message).label(label));
        }
        (None, Some(_)) if naming == Naming::Property => {
            let message = format!("`{}` has no type", name.value);
            diagnostics.push(Diagnostic::new(Code::EmptyType, name.span, message));
        }
        _ => {}
    }
    let required_cell = columns.required.and_then(|at| row.cells.get(at));
    let required = required_cell.and_then(|cell| read_required(&cell.plain()));
    let doc = columns.description.and_then(|at| row.cells.get_mut(at)).map(std::mem::take);
    let doc = doc.unwrap_or_default();
    let plain_start = doc.pieces.iter().find(|piece| !piece.text.trim().is_empty());
    let is_remarked = REMARKS.occur_in_pieces(&doc);
    let says_deprecated = || doc.pieces.iter().any(deprecates);
    let deprecated = name_deprecated || is_remarked && says_deprecated();
    Some(Row {
        inherited_from: if is_remarked { inherited_from(&doc) } else { None },
        values: values::read(&doc),
        deprecated,
        required: required
            .or_else(|| plain_start.and_then(|piece| starts_required(piece.text.trim_start()))),
        name,
        ty: reading.map(|reading| reading.spelling),
        doc,
        span: row.span,
    })
}

/// Whether a piece of a description calls the property deprecated: a listed value or an address says nothing of it,
/// and `whether it is deprecated` is what the property tells.
fn deprecates(piece: &Piece) -> bool {
    if piece.style == Style::Code {
        return false;
    }
    piece.text.split(". ").any(|sentence| {
        let mut words = sentence.split_whitespace();
        let says =
            words.any(|word| words::contains(word, DEPRECATED) && !word.contains(['/', '`', '"']));
        says && !["whether", "indicates if", "member", "`deprecated`"]
            .iter()
            .any(|other| words::contains(sentence, other))
    })
}

/// The name in a cell, and whether a remark beside it says that it is deprecated.
fn read_name(cell: &Text, naming: Naming) -> (Option<Spanned<String>>, bool) {
    let text = words::visible(cell.plain());
    let text = text.trim();
    let (name, remark) = match text.split_once(['(', ' ']) {
        Some((name, remark)) if naming != Naming::Header => (name.trim_end(), remark),
        _ => (text, ""),
    };
    let deprecated = words::contains(remark, DEPRECATED);
    // A remark in parentheses belongs to the name; further words mean that the cell is prose.
    let is_remark = remark.is_empty() || text[name.len()..].trim_start().starts_with('(');
    let name = name.trim_end_matches([':', '*']);
    let place = cell.pieces.iter().find_map(|piece| {
        let at = words::position(&piece.text, name)?;
        Some(piece.place(at..at + name.len()))
    });
    let valid = match naming {
        Naming::Header => !name.is_empty(),
        Naming::Property | Naming::Parameter => is_remark && is_name(name, naming),
    };
    let span = place.or(cell.span).filter(|_| valid);
    (span.map(|span| Spanned::new(name.to_owned(), span)), deprecated)
}

/// Letters and digits; `@`, `.`, `/`, `-` and `#` occur in annotation names and in paths of nested properties.
fn is_name(name: &str, naming: Naming) -> bool {
    let body = match naming {
        Naming::Parameter => name.strip_prefix('$').unwrap_or(name).trim_matches(['{', '}']),
        _ => name,
    };
    body.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@'))
        && body
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '.' | '/' | '-' | '#'))
}

/// `Inherited from [x](x.md)`, or a bold or bare word in place of the link.
fn inherited_from(doc: &Text) -> Option<Mention> {
    let (index, end) = doc.pieces.iter().enumerate().find_map(|(index, piece)| {
        let at = words::find(&piece.text, INHERITED_FROM)?;
        Some((index, at + INHERITED_FROM.len()))
    })?;
    mention_after(doc, index, end)
}

/// The type named right behind offset `end` of piece `index`.
pub(crate) fn mention_after(text: &Text, index: usize, end: usize) -> Option<Mention> {
    const ARTICLES: [&str; 9] =
        ["the ", "a ", "an ", "type ", "resource ", "base ", "abstract ", "class ", "our "];
    let piece = text.pieces.get(index)?;
    let mut rest = piece.text.get(end..)?.trim_start();
    while let Some(stripped) = ARTICLES.iter().find_map(|article| rest.strip_prefix(article)) {
        rest = stripped.trim_start();
    }
    let bare = rest.trim_matches(|c: char| c.is_whitespace() || c == ':');
    let is_article = ARTICLES.iter().any(|article| article.trim_end() == bare);
    if !bare.is_empty() && !is_article {
        let word = bare
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | '\''))
            .next()?;
        let word = word.trim_end_matches('.');
        if !words::is_identifier(word)
            || matches!(word, "this" | "it" | "which" | "one" | "another")
        {
            return None;
        }
        let at = piece.text[end..].find(word)? + end;
        let span = piece.place(at..at + word.len());
        return Some(Mention { name: word.to_owned(), link: None, span });
    }
    let next = text.pieces[index + 1..].iter().find(|next| !next.text.trim().is_empty())?;
    let marked = next.href.is_some() || next.style != Style::Plain;
    if !marked {
        return None;
    }
    let name = type_spelling::name_in(&next.text)
        .map_or_else(|| words::trim(&next.text).0.to_owned(), str::to_owned);
    Some(Mention { name, link: next.href.clone(), span: next.span })
}

fn starts_required(text: &str) -> Option<bool> {
    let starts =
        |word: &str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let word_ends = |at: usize| !text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
    if starts("required") && word_ends(8) {
        return Some(true);
    }
    (starts("optional") && word_ends(8)).then_some(false)
}

fn read_required(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "required" | "true" => Some(true),
        "no" | "n" | "optional" | "false" | "not required" => Some(false),
        other => starts_required(other),
    }
}

/// Long text for a message.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
