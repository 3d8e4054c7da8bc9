//! What a run would otherwise pass over in silence: folders without pages, pages of another family, placeholders
//! that nothing fills.
//!
//! In: the docs tree, its dialect and the model that came of it. Out: diagnostics.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::ir::{Model, PathPart};
use crate::source::DocSet;
use crate::span::Span;
use std::collections::BTreeMap;

const METHODS: [&str; 6] = ["GET ", "POST ", "PATCH ", "PUT ", "DELETE ", "HEAD "];
/// Fewer lines than this that look like requests prove nothing: prose names one now and then.
const LEAST_LINES: usize = 3;

/// Says what of the folder was not understood.
pub(crate) fn report(docs: &DocSet, config: &Config, model: &Model, diagnostics: &mut Diagnostics) {
    let mut endings: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in &docs.passed_by {
        let name = path.rsplit('/').next().unwrap_or(path);
        endings
            .entry(name.rsplit_once('.').map_or("", |(_, ending)| ending))
            .or_default()
            .push(path);
    }
    let unread: Vec<String> = endings
        .iter()
        .map(|(ending, paths)| match paths.len() {
            1 => format!("1 `.{ending}` file"),
            count => format!("{count} `.{ending}` files"),
        })
        .collect();
    if docs.pages().next().is_none() {
        let mut message = "the docs folder holds no page".to_owned();
        if !unread.is_empty() {
            message.push_str(&format!("; it holds {}", unread.join(", ")));
        }
        diagnostics
            .push(Diagnostic::unplaced(Code::NoPages, message).help(advice(&config.dialect)));
        return;
    }
    for (paths, words) in endings.values().zip(&unread) {
        let first = paths.first().copied().unwrap_or_default();
        let message = format!("{words} not read, the first is `{first}`");
        let help = "name their ending in `files` of the dialect in `codegen.toml`";
        diagnostics.push(Diagnostic::unplaced(Code::UnreadFiles, message).help(help));
    }
    nothing(docs, config, model, diagnostics);
    placeholders(config, model, diagnostics);
}

/// Neither a type nor an operation, or no operation where the pages hold lines that look like requests.
fn nothing(docs: &DocSet, config: &Config, model: &Model, diagnostics: &mut Diagnostics) {
    let operations: usize = model.versions.iter().map(|api| api.operations.len()).sum();
    let described =
        |api: &crate::ir::Api| api.types.iter().filter(|ty| !ty.origin.is_synthetic()).count();
    let types: usize = model.versions.iter().map(described).sum();
    if operations > 0 {
        // What was read is measured against what the pages hold: a tenth is another family's.
        let (lines, _) = request_lines(docs);
        let fits = lines < 10 * LEAST_LINES || operations * 10 >= lines;
        if fits {
            return;
        }
        let message =
            format!("{operations} of about {lines} lines that look like requests were read");
        diagnostics.push(
            Diagnostic::unplaced(Code::NothingRecognised, message).help(advice(&config.dialect)),
        );
        return;
    }
    let (lines, first) = request_lines(docs);
    let (tables, header) = type_tables(docs);
    let looks = lines >= LEAST_LINES;
    if types > 0 && !looks {
        return;
    }
    let mut message = match types {
        0 => "no request line and no type was recognised".to_owned(),
        _ => "no request line was recognised".to_owned(),
    };
    if let Some(first) = first {
        message.push_str(&format!("; {lines} lines look like one: `{first}`"));
    }
    if let Some(header) = header.filter(|_| types == 0) {
        message.push_str(&format!("; {tables} tables look like one of a type: `{header}`"));
    }
    diagnostics
        .push(Diagnostic::unplaced(Code::NothingRecognised, message).help(advice(&config.dialect)));
}

fn advice(dialect: &Dialect) -> &'static str {
    if dialect.is_odata() {
        return "pages of a JSON service without OData need `dialect = \"plain-rest\"` in `codegen.toml`; \
                `docs-input/DIALECTS.md` tells how to write one of your own";
    }
    "`docs-input/DIALECTS.md` tells which words a dialect needs"
}

/// How many lines begin with a method and a path, whatever marks are around them; and the first.
fn request_lines(docs: &DocSet) -> (usize, Option<String>) {
    let mut count = 0;
    let mut first = None;
    for (_, file) in docs.pages() {
        for line in file.text.lines() {
            let bare = line.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
            let rest = METHODS.iter().find_map(|method| bare.strip_prefix(method));
            let is_one = rest.is_some_and(|rest| {
                rest.trim_start().starts_with(['/', 'h']) && rest.contains('/')
            });
            let is_tag = line.contains("method=\"") && line.contains(">/");
            if is_one || is_tag {
                count += 1;
                first.get_or_insert_with(|| line.trim().chars().take(80).collect());
            }
        }
    }
    (count, first)
}

/// How many tables have a column of types; and the first header.
fn type_tables(docs: &DocSet) -> (usize, Option<String>) {
    let mut count = 0;
    let mut first = None;
    for (_, file) in docs.pages() {
        for line in file.text.lines().filter(|line| line.contains('|')) {
            let mut cells = line.split('|').map(|cell| cell.trim().to_ascii_lowercase());
            if cells.any(|cell| cell == "type") {
                count += 1;
                let words: Vec<&str> =
                    line.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
                first.get_or_insert_with(|| words.join(" | "));
            }
        }
    }
    (count, first)
}

/// Literal parts of paths that look like placeholders. Where most paths have one, the pages are another family's.
fn placeholders(config: &Config, model: &Model, diagnostics: &mut Diagnostics) {
    let operations = || model.versions.iter().flat_map(|api| &api.operations);
    let found: Vec<(&str, Span)> = operations()
        .filter_map(|operation| Some((unread(&operation.path.parts)?, operation.origin)))
        .collect();
    let all = operations().count();
    if let Some((first, _)) = found.first()
        && found.len() >= LEAST_LINES
        && found.len() * 2 > all
    {
        let count = found.len();
        let message = format!(
            "{count} of {all} paths hold placeholders in marks that are not read, such as `{first}`"
        );
        let code = Code::NothingRecognised;
        diagnostics.push(Diagnostic::unplaced(code, message).help(advice(&config.dialect)));
        return;
    }
    for (segment, origin) in found {
        let message = format!("`{segment}` looks like a placeholder, but is sent literally");
        diagnostics.push(
            Diagnostic::new(Code::UnreadPlaceholder, origin, message)
                .help("add its marks to `requests.placeholders` of the dialect"),
        );
    }
}

/// The first literal segment that looks like a placeholder.
fn unread(parts: &[PathPart]) -> Option<&str> {
    let literals = parts.iter().filter_map(|part| match part {
        PathPart::Literal(text) => Some(text.as_str()),
        PathPart::Placeholder { .. } => None,
    });
    let mut segments = literals.flat_map(|text| text.split('/'));
    segments.find(|segment| {
        let name = segment.strip_prefix(':').filter(|name| !name.contains(':'));
        let colon = name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        let angle = segment.contains('<') && segment.contains('>');
        let braces = segment.contains('{') && segment.contains('}');
        colon || angle || braces
    })
}
