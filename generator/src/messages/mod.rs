//! Diagnostics as text. One file per format.
//!
//! In: diagnostics and the pages they are about. Out: text for people, or for a machine; all formats but `human` and
//! `cargo` take the flat [`Row`]s made here. Nothing is printed: callers bring the stream.
//!
//! What is quoted from pages is untrusted: no format lets it steer a terminal or begin a line of its own.

mod cargo;
mod github;
pub mod human;
mod json;
mod sarif;
mod short;

pub use cargo::Package;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::DocSet;
use crate::visible;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// How the files of a folder are called in messages.
#[derive(Clone, Debug)]
pub struct Shown {
    /// `/`-separated, without a slash at its end.
    folder: String,
    is_root: bool,
}

impl Shown {
    /// The folder as it was given.
    pub fn new(folder: &Path) -> Self {
        let text = visible::path(&folder.to_string_lossy()).replace('\\', "/");
        let trimmed = text.trim_end_matches('/').to_owned();
        Self { is_root: trimmed.is_empty() && folder.is_absolute(), folder: trimmed }
    }

    /// The file `path` below the folder.
    pub fn path(&self, path: &str) -> String {
        let path = visible::path(path);
        match self.folder.as_str() {
            "" if self.is_root => format!("/{path}"),
            "" | "." => path.into_owned(),
            folder => format!("{folder}/{path}"),
        }
    }

    /// The folder itself.
    pub fn folder(&self) -> &str {
        if self.folder.is_empty() { "." } else { &self.folder }
    }
}

/// The formats that take rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One line each: `file:line:col: severity[code]: message`.
    Short,
    /// One JSON object per line.
    Json,
    /// Workflow commands that GitHub shows beside the lines.
    Github,
    /// One SARIF 2.1.0 log.
    Sarif,
}

/// One finding, as machines want it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its code.
    pub code: &'static str,
    /// What the code means.
    pub explanation: &'static str,
    /// The code's severity unless the configuration changes it.
    pub default_severity: &'static str,
    /// Its severity.
    pub severity: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    /// Where; `None` for what has no file.
    pub place: Option<Place>,
    /// What to do about it.
    pub help: Option<String>,
    /// The other places that take part.
    pub related: Vec<Related>,
}

/// Where it is. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file as it is called in messages.
    pub file: String,
    /// Line of its start.
    pub line: u32,
    /// Column of its start.
    pub column: u32,
    /// Line of its end.
    pub end_line: u32,
    /// Column behind its end.
    pub end_column: u32,
}

/// Another place that takes part.
#[derive(Clone, Debug, Serialize)]
pub struct Related {
    /// The file as it is called in messages.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// Its column.
    pub column: u32,
    /// What is said there.
    pub message: String,
}

impl Place {
    /// The beginning of a file as a whole.
    pub fn start_of(file: String) -> Self {
        Self { file, line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

/// The diagnostics that are not switched off, in their order.
pub fn rows(docs: &DocSet, shown: &Shown, diagnostics: &[Diagnostic]) -> Vec<Row> {
    let visible = diagnostics.iter().filter(|found| found.severity != Severity::Allow);
    visible.map(|found| row(docs, shown, found)).collect()
}

fn row(docs: &DocSet, shown: &Shown, found: &Diagnostic) -> Row {
    let place = |label: &Label| {
        let ((line, column), (end_line, end_column)) = docs.positions(label.span);
        let file = shown.path(&docs.file(label.span.file).path);
        Place { file, line, column, end_line, end_column }
    };
    let related = |label: &Label| {
        let Place { file, line, column, .. } = place(label);
        Related { file, line, column, message: label.message.clone() }
    };
    Row {
        code: found.code.as_str(),
        explanation: found.code.explanation(),
        default_severity: found.code.default_severity().as_str(),
        severity: found.severity.as_str(),
        message: found.message.clone(),
        place: found.primary.as_ref().map(place),
        help: found.help.clone(),
        related: found.secondary.iter().map(related).collect(),
    }
}

/// Writes `rows` to `out`.
///
/// # Errors
/// If `out` cannot be written.
pub fn write(out: &mut impl Write, format: Format, rows: &[Row]) -> io::Result<()> {
    match format {
        Format::Short => short::print(out, rows),
        Format::Json => json::print(out, rows),
        Format::Github => github::print(out, rows),
        Format::Sarif => sarif::print(out, rows),
    }
}

/// Writes the diagnostics that are not switched off as Cargo does with `--message-format json`: rustc's own JSON, one
/// message a line, then those of `more`, then how the build ended. Editors and watchers that read that show them in the pages.
///
/// # Errors
/// If `out` cannot be written.
pub fn write_cargo(
    out: &mut impl Write,
    docs: &DocSet,
    shown: &Shown,
    diagnostics: &[Diagnostic],
    more: &[Row],
    package: &Package,
) -> io::Result<()> {
    cargo::print(out, docs, shown, diagnostics, more, package)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::span::{FileId, Span};

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
        let shown = Shown::new(Path::new("docs"));
        rows(&docs, &shown, &[full, off, unplaced])
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
