//! One line each: `file:line:col: severity[code]: message`.

use super::Row;
use crate::visible;
use std::io::{self, Write};

pub(super) fn print(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    for row in rows {
        if let Some(place) = &row.place {
            write!(out, "{}:{}:{}: ", place.file, place.line, place.column)?;
        }
        writeln!(out, "{}[{}]: {}", row.severity, row.code, visible::line(&row.message))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::messages::tests::text_of;

    #[test]
    fn one_line_each() {
        let expected = "\
docs/v1.0/api/a.md:2:8: warning[unknown-type]: no type `Sting`
warning[unused-severity]: unused: a, b\\u{a}100%
";
        assert_eq!(text_of(super::print), expected);
    }
}
