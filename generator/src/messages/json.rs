//! One JSON object per line. Without a place, the fields of the place are null.

use super::{Related, Row};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    help: Option<&'a str>,
    related: &'a [Related],
}

pub(super) fn print(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    for row in rows {
        let place = row.place.as_ref();
        let line = Line {
            code: row.code,
            severity: row.severity,
            message: &row.message,
            file: place.map(|place| place.file.as_str()),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            end_line: place.map(|place| place.end_line),
            end_column: place.map(|place| place.end_column),
            help: row.help.as_deref(),
            related: &row.related,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::messages::tests::text_of;

    #[test]
    fn one_object_per_line() {
        let expected = concat!(
            r#"{"code":"unknown-type","severity":"warning","message":"no type `Sting`","#,
            r#""file":"docs/v1.0/api/a.md","line":2,"column":8,"end_line":2,"end_column":13,"#,
            r#""help":"write `String`","related":[{"file":"docs/v1.0/api/b, c.md","line":1,"column":1,"#,
            r#""message":"50% sure,\nit is"}]}"#,
            "\n",
            r#"{"code":"unused-severity","severity":"warning","message":"unused: a, b\n100%","file":null,"#,
            r#""line":null,"column":null,"end_line":null,"end_column":null,"help":null,"related":[]}"#,
            "\n",
        );
        assert_eq!(text_of(super::print), expected);
    }
}
