//! One JSON object per line. Without a place, the fields of the place are null.

use super::{Related, Row};
use crate::visible::is_hidden;
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
        write_line(out, &line)?;
    }
    Ok(())
}

/// One value and a line end.
pub(super) fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    writeln!(out, "{}", visible_json(serde_json::to_string(value)?))
}

/// `text` with whatever does not show escaped: what reads JSON gets it back, a terminal never sees it. Outside of strings
/// JSON has nothing of the kind but the ends of lines.
pub(super) fn visible_json(text: String) -> String {
    let hidden = |c: char| c != '\n' && is_hidden(c);
    if !text.contains(hidden) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut units = [0; 2];
    for c in text.chars() {
        if hidden(c) {
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::visible_json;
    use crate::messages::tests::text_of;

    #[test]
    fn nothing_hidden_is_written() {
        let text = "a\u{9b}\u{202e}\u{e0001}\n";
        let json = visible_json(serde_json::to_string(text).unwrap());
        assert_eq!(json, r#""a\u009b\u202e\udb40\udc01\n""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn one_object_per_line() {
        let expected = concat!(
            r#"{"code":"unknown-type","severity":"warning","message":"no type `Sting`","#,
            r#""file":"docs/v1.0/api/a.md","line":2,"column":8,"end_line":2,"end_column":13,"#,
            r#""help":"write `String`","related":[{"file":"docs/v1.0/api/b, c.md","line":1,"column":1,"#,
            r#""message":"50% sure,\\u{a}it is"}]}"#,
            "\n",
            r#"{"code":"unused-severity","severity":"warning","message":"unused: a, b\\u{a}100%","file":null,"#,
            r#""line":null,"column":null,"end_line":null,"end_column":null,"help":null,"related":[]}"#,
            "\n",
        );
        assert_eq!(text_of(super::print), expected);
    }
}
