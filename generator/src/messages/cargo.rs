//! Cargo's messages with rustc's own diagnostics in them, as `cargo check --message-format json` prints them.
//!
//! rust-analyzer (`check.overrideCommand`) and bacon (`analyzer = "cargo_json"`) read these, so that a page shows its
//! findings in the editor like a source file does.

use super::{Row, Shown, human, json};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::DocSet;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The package that messages say they are about: the emitted crate.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its folder, absolute.
    pub folder: PathBuf,
}

/// Longer lines are cut to their beginning; no editor shows more.
const MAX_LINE: usize = 1000;

pub(super) fn print(
    out: &mut impl Write,
    docs: &DocSet,
    shown: &Shown,
    diagnostics: &[Diagnostic],
    more: &[Row],
    package: &Package,
) -> io::Result<()> {
    let shown_ones = diagnostics.iter().filter(|found| found.severity != Severity::Allow);
    let error = Severity::Error.as_str();
    let failed = diagnostics.iter().any(|found| found.severity == Severity::Error)
        || more.iter().any(|row| row.severity == error);
    let messages = shown_ones.map(|found| message(docs, shown, found));
    for message in messages.chain(more.iter().map(row_message)) {
        let envelope = json!({
            "reason": "compiler-message",
            "package_id": id(package),
            "manifest_path": text(&package.folder.join("Cargo.toml")),
            "target": {
                "kind": ["lib"],
                "crate_types": ["lib"],
                "name": package.name.replace('-', "_"),
                "src_path": text(&package.folder.join("src/lib.rs")),
                "edition": "2024",
                "doc": true,
                "doctest": false,
                "test": false,
            },
            "message": message,
        });
        json::write_line(out, &envelope)?;
    }
    writeln!(out, "{}", json!({ "reason": "build-finished", "success": !failed }))
}

fn id(package: &Package) -> String {
    format!("path+file://{}#{}@{}", text(&package.folder), package.name, package.version)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn message(docs: &DocSet, shown: &Shown, found: &Diagnostic) -> Value {
    let mut spans: Vec<Value> =
        found.primary.iter().map(|label| span(docs, shown, label, true)).collect();
    spans.extend(found.secondary.iter().map(|label| span(docs, shown, label, false)));
    let help = found.help.iter().map(|help| help_message(help));
    let rendered = human::one(docs, shown, found);
    json!({
        "$message_type": "diagnostic",
        "message": found.message,
        "code": { "code": found.code.as_str(), "explanation": found.code.explanation() },
        "level": found.severity.as_str(),
        "spans": spans,
        "children": help.collect::<Vec<_>>(),
        "rendered": format!("{}\n\n", without_styles(&rendered)),
    })
}

/// A finding about a file that is no page.
fn row_message(row: &Row) -> Value {
    let span = row.place.as_ref().map(|place| {
        json!({
            "file_name": place.file, "byte_start": 0, "byte_end": 0, "line_start": place.line,
            "line_end": place.end_line, "column_start": place.column, "column_end": place.end_column,
            "is_primary": true, "text": [], "label": null, "suggested_replacement": null,
            "suggestion_applicability": null, "expansion": null,
        })
    });
    let related = row.related.iter().map(|related| {
        json!({
            "file_name": related.file, "byte_start": 0, "byte_end": 0, "line_start": related.line,
            "line_end": related.line, "column_start": related.column, "column_end": related.column,
            "is_primary": false, "text": [], "label": related.message, "suggested_replacement": null,
            "suggestion_applicability": null, "expansion": null,
        })
    });
    let place = row.place.as_ref().map_or_else(String::new, |place| format!("{}: ", place.file));
    json!({
        "$message_type": "diagnostic",
        "message": row.message,
        "code": { "code": row.code, "explanation": row.explanation },
        "level": row.severity,
        "spans": span.into_iter().chain(related).collect::<Vec<_>>(),
        "children": row.help.iter().map(|help| help_message(help)).collect::<Vec<_>>(),
        "rendered": format!("{}[{}]: {place}{}\n\n", row.severity, row.code, row.message),
    })
}

fn help_message(help: &str) -> Value {
    json!({
        "$message_type": "diagnostic", "message": help, "code": null, "level": "help",
        "spans": [], "children": [], "rendered": null,
    })
}

fn span(docs: &DocSet, shown: &Shown, label: &Label, is_primary: bool) -> Value {
    let file = docs.file(label.span.file);
    let ((line, column), (end_line, end_column)) = docs.positions(label.span);
    let lines = file.text.lines().skip(line as usize - 1).take((end_line - line) as usize + 1);
    let count = (end_line - line) as usize;
    let lines = lines.take(20).enumerate().map(|(at, content)| {
        let content: String = content.chars().take(MAX_LINE).collect();
        let width = content.chars().count() as u32 + 1;
        let start = if at == 0 { column } else { 1 };
        let end = if at == count { end_column } else { width };
        json!({ "text": content, "highlight_start": start, "highlight_end": end })
    });
    json!({
        "file_name": shown.path(&file.path),
        "byte_start": label.span.start,
        "byte_end": label.span.end,
        "line_start": line,
        "line_end": end_line,
        "column_start": column,
        "column_end": end_column,
        "is_primary": is_primary,
        "text": lines.collect::<Vec<_>>(),
        "label": (!label.message.is_empty()).then_some(&label.message),
        "suggested_replacement": null,
        "suggestion_applicability": null,
        "expansion": null,
    })
}

/// Without the escape sequences of colours; the renderer lets no others through.
fn without_styles(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 2..];
        let end = tail.find(|c: char| c.is_ascii_alphabetic()).map_or(tail.len(), |end| end + 1);
        rest = &tail[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::span::{FileId, Span};

    #[test]
    fn what_cargo_prints_can_be_read_as_cargo_prints_it() {
        let page = "# é\n|naïve|Sting|\n";
        let docs = DocSet::from_texts([("v1.0/api/a.md", page)]);
        let start = page.find("Sting").unwrap();
        let found = Diagnostic::new(
            Code::UnknownType,
            Span::new(FileId(0), start..start + 5),
            "no type `Sting`",
        )
        .label("here")
        .help("write `String`");
        let mut error = found.clone();
        error.severity = Severity::Error;
        let mut off = found.clone();
        off.severity = Severity::Allow;
        let package =
            Package { name: "a-b".into(), version: "0.1.0".into(), folder: "/crates/a-b".into() };
        let shown = Shown::new(Path::new("docs"));
        let mut bytes = Vec::new();
        print(&mut bytes, &docs, &shown, &[found, error, off], &[], &package).unwrap();
        let messages: Vec<cargo_metadata::Message> =
            cargo_metadata::Message::parse_stream(bytes.as_slice()).map(Result::unwrap).collect();
        let [
            cargo_metadata::Message::CompilerMessage(first),
            cargo_metadata::Message::CompilerMessage(second),
            cargo_metadata::Message::BuildFinished(end),
        ] = messages.as_slice()
        else {
            panic!("{messages:?}")
        };
        assert_eq!(first.target.name, "a_b");
        assert_eq!(first.message.level, cargo_metadata::diagnostic::DiagnosticLevel::Warning);
        assert_eq!(second.message.level, cargo_metadata::diagnostic::DiagnosticLevel::Error);
        assert!(!end.success, "an error fails the build");
        let span = &first.message.spans[0];
        assert_eq!(span.file_name, "docs/v1.0/api/a.md");
        assert_eq!((span.line_start, span.column_start, span.column_end), (2, 8, 13));
        assert_eq!(span.text[0].text, "|naïve|Sting|");
        assert_eq!(
            (span.text[0].highlight_start, span.text[0].highlight_end, span.label.as_deref()),
            (8, 13, Some("here"))
        );
        let rendered = first.message.rendered.as_deref().unwrap();
        assert!(rendered.contains("^^^^^ here") && !rendered.contains('\u{1b}'), "{rendered}");
        assert_eq!(first.message.children[0].message, "write `String`");
    }
}
