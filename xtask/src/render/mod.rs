//! Diagnostics as text. One file per format; all but `human` take the flat [`Row`]s made here.

mod github;
pub(crate) mod human;
mod json;
mod sarif;
mod short;

use crate::cli::MessageFormat;
use crate::paths::Folder;
use generator::diagnostic::{Diagnostic, Label, Severity};
use generator::source::DocSet;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// One finding, as machines want it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) message: String,
    pub(crate) place: Option<Place>,
    pub(crate) help: Option<String>,
    pub(crate) related: Vec<Related>,
}

/// Where it is. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) end_line: u32,
    pub(crate) end_column: u32,
}

/// Another place that takes part.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Related {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) message: String,
}

impl Place {
    /// The beginning of a file as a whole.
    pub(crate) fn start_of(file: String) -> Self {
        Self { file, line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

/// The diagnostics that are not switched off, in their order.
pub(crate) fn rows(docs: &DocSet, folder: &Folder, diagnostics: &[Diagnostic]) -> Vec<Row> {
    let shown = diagnostics.iter().filter(|found| found.severity != Severity::Allow);
    shown.map(|found| row(docs, folder, found)).collect()
}

fn row(docs: &DocSet, folder: &Folder, found: &Diagnostic) -> Row {
    let place = |label: &Label| {
        let ((line, column), (end_line, end_column)) = docs.positions(label.span);
        let file = folder.show(&docs.file(label.span.file).path);
        Place { file, line, column, end_line, end_column }
    };
    let related = |label: &Label| {
        let Place { file, line, column, .. } = place(label);
        Related { file, line, column, message: label.message.clone() }
    };
    Row {
        code: found.code.as_str(),
        severity: found.severity.as_str(),
        message: found.message.clone(),
        place: found.primary.as_ref().map(place),
        help: found.help.clone(),
        related: found.secondary.iter().map(related).collect(),
    }
}

/// Prints `rows` to stdout in a machine format; `human` is printed by its own module.
pub(crate) fn print(format: MessageFormat, rows: &[Row]) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    match format {
        MessageFormat::Human => {}
        MessageFormat::Short => short::print(&mut stdout, rows)?,
        MessageFormat::Json => json::print(&mut stdout, rows)?,
        MessageFormat::Github => github::print(&mut stdout, rows)?,
        MessageFormat::Sarif => sarif::print(&mut stdout, rows)?,
    }
    stdout.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use generator::diagnostic::Code;
    use generator::span::{FileId, Span};
    use std::path::Path;

    /// Two pages and three findings: one with everything, one without a place, one switched off.
    pub(super) fn rows_of_all_kinds() -> Vec<Row> {
        let docs = DocSet::from_texts([
            ("v1.0/api/a.md", "# é\n|naïve|Sting|\n"),
            ("v1.0/api/b, c.md", "100%\n"),
        ]);
        let start = docs.files[0].text.find("Sting").unwrap();
        let span = Span::new(FileId(0), start..start + 5);
        let full = Diagnostic::new(Code::UnknownType, span, "no type `Sting`")
            .label("here")
            .also(Span::new(FileId(1), 0..3), "50% sure,\nit is")
            .help("write `String`");
        let mut off = full.clone();
        off.severity = Severity::Allow;
        let unplaced = Diagnostic::unplaced(Code::UnusedSeverity, "unused: a, b\n100%");
        let folder = Folder::docs(Some(Path::new("docs"))).unwrap();
        rows(&docs, &folder, &[full, off, unplaced])
    }

    #[test]
    fn columns_count_characters() {
        let rows = rows_of_all_kinds();
        assert_eq!(rows.len(), 2, "what is switched off is not shown");
        let place = rows[0].place.as_ref().unwrap();
        assert_eq!(place.file, "docs/v1.0/api/a.md");
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (2, 8, 2, 13));
        assert!(rows[1].place.is_none());
    }

    pub(super) fn text_of(print: fn(&mut Vec<u8>, &[Row]) -> io::Result<()>) -> String {
        let mut bytes = Vec::new();
        print(&mut bytes, &rows_of_all_kinds()).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}
