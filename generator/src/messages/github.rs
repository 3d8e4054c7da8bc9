//! Workflow commands: GitHub shows them beside the lines of a pull request.

use super::Row;
use crate::visible;
use std::io::{self, Write};

pub(super) fn print(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    for row in rows {
        let level = if row.severity == "note" { "notice" } else { row.severity };
        write!(out, "::{level} ")?;
        if let Some(place) = &row.place {
            write!(out, "file={},line={},", property(&place.file), place.line)?;
            write!(out, "endLine={},col={},", place.end_line, place.column)?;
            // Columns are shown within one line only.
            if place.line == place.end_line && place.end_column > place.column {
                write!(out, "endColumn={},", place.end_column)?;
            }
        }
        let mut message = row.message.clone();
        if let Some(help) = &row.help {
            message.push_str("\nhelp: ");
            message.push_str(help);
        }
        writeln!(out, "title={}::{}", property(row.code), data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    visible::lines(text).replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::tests::text_of;

    #[test]
    fn commands_are_escaped() {
        let expected = "\
::warning file=docs/v1.0/api/a.md,line=2,endLine=2,col=8,endColumn=13,title=unknown-type::no type `Sting`%0Ahelp: write `String`
::warning title=unused-severity::unused: a, b\\u{a}100%25
";
        assert_eq!(text_of(print), expected);
        assert_eq!(property("a,b:c%\r\n"), "a%2Cb%3Ac%25\\u{d}%0A");
    }
}
