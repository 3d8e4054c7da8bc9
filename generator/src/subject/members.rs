//! Tables of constants: numbers beside names, or texts alone.
//!
//! In: a table. Out: the enumeration that it is, whatever its header and the order of its columns.

use super::{EnumFacts, MemberFacts};
use crate::dialect::Dialect;
use crate::markdown::{Style, Table, Text};
use crate::span::Spanned;
use crate::words::fold;

/// The enumeration that `table` is, below a heading of these words.
pub(super) fn read(table: &Table, heading: &str, dialect: &Dialect) -> Option<EnumFacts> {
    if !dialect.enums.by_content || table.rows.is_empty() || table.header.len() < 2 {
        return None;
    }
    let columns = table.header.len();
    let cells = |at: usize| table.rows.iter().filter_map(move |row| row.cells.get(at));
    let all = |at: usize, holds: &dyn Fn(&Text) -> bool| {
        cells(at).count() == table.rows.len() && cells(at).all(holds)
    };
    let mut numbered = (0..columns).filter(|&at| all(at, &|cell| number(cell, dialect).is_some()));
    // Several columns of numbers are figures, not constants.
    let numbers = numbered.next().filter(|_| numbered.next().is_none());
    let is_name = |cell: &Text| constant(cell, dialect).is_some();
    let flags = dialect.enums.flags.fits(heading);
    if let Some(numbers) = numbers {
        let name = (0..columns.min(3)).filter(|&at| at != numbers).find(|&at| all(at, &is_name));
        // Without constants, words do: `Level | Integer`.
        let named = |cell: &Text| !cell.is_empty() && cell.plain().split(' ').count() <= 6;
        let name = name.or_else(|| {
            (0..columns.min(2)).filter(|&at| at != numbers).find(|&at| all(at, &named))
        })?;
        let shifted = cells(numbers).any(|cell| cell.plain().contains("<<"));
        let members = members(table, name, dialect, |row| {
            (row.cells.get(numbers).and_then(|cell| number(cell, dialect)), None)
        });
        let (numbers, flags) = (true, flags || shifted);
        return Some(EnumFacts { members, numbers, flags, table: table.header_span });
    }
    let header: Vec<String> = table.header.iter().map(|cell| fold(&cell.plain())).collect();
    let has_type = header.iter().any(|words| dialect.columns.r#type.fits(words));
    let value = header.iter().position(|words| dialect.columns.value.fits(words));
    // Texts beside names: the text is what is sent.
    if let Some(value) = value.filter(|&at| at > 0 && all(at, &|cell| text(cell).is_some())) {
        let members = members(table, 0, dialect, |row| (None, row.cells.get(value).and_then(text)));
        return (!members.is_empty()).then_some(EnumFacts {
            members,
            numbers: false,
            flags: false,
            table: table.header_span,
        });
    }
    let announced = dialect.enums.texts.fits(heading);
    let first = all(0, &|cell| text(cell).is_some());
    let types_are_words = !has_type || {
        let at = header.iter().position(|words| dialect.columns.r#type.fits(words));
        at == Some(0)
    };
    (announced && first && types_are_words).then(|| EnumFacts {
        members: members(table, 0, dialect, |_| (None, None)),
        numbers: false,
        flags: false,
        table: table.header_span,
    })
}

fn members(
    table: &Table,
    name_at: usize,
    dialect: &Dialect,
    wire: impl Fn(&crate::markdown::TableRow) -> (Option<i64>, Option<String>),
) -> Vec<MemberFacts> {
    let mut members: Vec<MemberFacts> = Vec::new();
    for row in &table.rows {
        let Some(cell) = row.cells.get(name_at) else { continue };
        let name = text(cell).or_else(|| constant(cell, dialect));
        let name = name.unwrap_or_else(|| without_notes(&cell.plain()).to_owned());
        let (number, text) = wire(row);
        if name.is_empty() || members.iter().any(|known| known.name.value == name) {
            continue;
        }
        // The description is the last column that is neither.
        let doc = row.cells.iter().skip(name_at + 1).rfind(|cell| {
            constant(cell, dialect).is_none() && self::number(cell, dialect).is_none()
        });
        let span = cell.span.unwrap_or(row.span);
        members.push(MemberFacts {
            name: Spanned::new(name, span),
            number,
            text,
            doc: doc.cloned().unwrap_or_default(),
        });
    }
    members
}

/// Cuts marks of footnotes off.
fn without_notes(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let mut shorter = text.trim_end_matches('*').trim_end();
        if let Some((before, mark)) =
            shorter.strip_suffix(']').and_then(|head| head.rsplit_once('['))
            && !mark.is_empty()
            && mark.bytes().all(|byte| byte.is_ascii_digit())
        {
            shorter = before.trim_end();
        }
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// The number that a cell holds.
fn number(cell: &Text, dialect: &Dialect) -> Option<i64> {
    let words = fold(&cell.plain());
    let words = without_notes(words.trim_matches(['`', ' ']));
    // `1 (1 << 0)`: what is before the remark.
    let words = words.split(" (").next().unwrap_or(words).trim();
    if !words.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let patterns = dialect.enums.numbers.patterns();
    let fitting = patterns.iter().filter_map(|pattern| Some((pattern, pattern.fit(words)?)));
    fitting.into_iter().find_map(|(pattern, found)| {
        let digits = words.get(found.get("n")?)?.trim();
        match pattern.text() {
            text if text.contains("<<") => {
                let shift: u32 = digits.parse().ok()?;
                let base = text.split("<<").next()?.trim().parse::<i64>().ok()?;
                base.checked_shl(shift).filter(|_| shift < 63)
            }
            text if text.starts_with("0x") => i64::from_str_radix(digits, 16).ok(),
            _ => digits.parse().ok(),
        }
    })
}

/// A constant: upper case, digits and underscores.
fn constant(cell: &Text, dialect: &Dialect) -> Option<String> {
    let plain = cell.plain();
    let words = without_notes(plain.trim_matches(['`', ' ']));
    let sound = !words.is_empty()
        && words.chars().any(|c| c.is_ascii_alphabetic())
        && words.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && number(cell, dialect).is_none();
    sound.then(|| words.to_owned())
}

/// A text as it is sent: in code or quotes, or one word.
fn text(cell: &Text) -> Option<String> {
    let plain = cell.plain();
    let words = without_notes(plain.trim());
    let coded = matches!(cell.pieces.first(), Some(piece) if piece.style == Style::Code);
    let bare = words.trim_matches(['`', '"', '\'']);
    let one_word = !bare.is_empty() && !bare.contains(char::is_whitespace) && bare.len() <= 80;
    let first = cell.pieces.first().map(|piece| piece.text.trim().trim_matches('"').to_owned());
    match (coded, one_word) {
        (true, _) => first.filter(|text| !text.is_empty()),
        (false, true) => Some(bare.to_owned()),
        _ => None,
    }
}
