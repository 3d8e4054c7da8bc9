//! A diff for people at a terminal, and for machines.

use super::Diff;
use super::change::{Bump, Change, Class, Kind};
use super::snapshot::Place;
use crate::diagnostic::{Label, Severity};
use crate::messages::{self, Related, Row, Shown, human};
use crate::source::DocSet;
use crate::span::{FileId, Span};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Up to this many changes are shown with the lines in question.
const MAX_SHOWN: usize = 30;
/// Up to this many are named.
const MAX_NAMED: usize = 200;
/// Up to this many Rust paths are named of one change.
const MAX_PATHS: usize = 3;

/// One side of a comparison: its pages, if it has any, and how they are called.
#[derive(Clone, Copy, Debug)]
pub struct Pages<'a> {
    /// The pages.
    pub docs: Option<&'a DocSet>,
    /// How they are called.
    pub names: &'a Shown,
}

/// The whole diff as `api-diff/1`, with a line end.
pub fn json(diff: &Diff) -> String {
    #[derive(Serialize)]
    struct Object<'a> {
        format: &'static str,
        bump: Bump,
        changes: &'a [Change],
        #[serde(rename = "unusedAccepted", skip_serializing_if = "Vec::is_empty")]
        unused: Vec<&'a str>,
    }
    let unused = diff.unused.iter().map(|entry| entry.fingerprint.as_str()).collect();
    let object = Object { format: "api-diff/1", bump: diff.bump, changes: &diff.changes, unused };
    let mut text = serde_json::to_string(&object).unwrap_or_default();
    text.push('\n');
    text
}

/// How many changes of which class, by kind.
pub fn counts(diff: &Diff) -> String {
    let class = |class: Class, word: &str| {
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        for change in diff.changes.iter().filter(|change| change.class == class) {
            *kinds.entry(change.kind).or_default() += 1;
        }
        let total: usize = kinds.values().sum();
        let kinds: Vec<String> =
            kinds.iter().map(|(kind, count)| format!("{count} {}", kind.as_str())).collect();
        match total {
            0 => format!("0 {word}"),
            total => format!("{total} {word} ({})", kinds.join(", ")),
        }
    };
    let classes = [
        class(Class::Breaking, "breaking"),
        class(Class::Additive, "additive"),
        class(Class::Docs, "docs"),
    ];
    format!("{}; bump: {}", classes.join("; "), diff.bump.as_str())
}

/// A few lines: the counts, and what breaks.
pub fn summary(diff: &Diff, limit: usize) -> String {
    let mut text = format!("API: {}\n", counts(diff));
    let mut changes: Vec<&Change> = diff.of_api().collect();
    changes.sort_by_key(|change| change.class);
    for change in changes.iter().take(limit) {
        writeln!(text, "  {}", line(change)).ok();
    }
    if changes.len() > limit {
        writeln!(text, "  … and {} more", changes.len() - limit).ok();
    }
    text
}

fn line(change: &Change) -> String {
    let sign = match change.kind {
        _ if change.was.is_null() => '+',
        _ if change.now.is_null() => '-',
        _ => '~',
    };
    let mut line =
        format!("{sign} {} {}: {}", change.class.as_str(), change.version, change.message);
    if let Some(path) = change.rust.first() {
        write!(line, " ({path}").ok();
        if change.rust.len() > 1 {
            write!(line, " and {} more", change.rust.len() - 1).ok();
        }
        line.push(')');
    }
    visible(&line)
}

/// For people: what breaks and what is new, with the lines in question; docs are counted.
pub fn human(diff: &Diff, old: Pages<'_>, new: Pages<'_>) -> String {
    let mut text = String::new();
    let mut changes: Vec<&Change> = diff.of_api().collect();
    changes.sort_by_key(|change| change.class);
    for (at, change) in changes.iter().enumerate().take(MAX_NAMED) {
        if at < MAX_SHOWN {
            text.push_str(&shown(change, old, new));
            text.push_str("\n\n");
        } else {
            writeln!(text, "{}", line(change)).ok();
        }
    }
    if changes.len() > MAX_NAMED {
        let more = changes.len() - MAX_NAMED;
        writeln!(text, "… and {more} more; `--message-format json` lists all").ok();
    }
    for unused in &diff.unused {
        let message = format!("an accepted change no longer occurs: {}", unused.fingerprint);
        let help =
            format!("remove the entry in line {} of codegen.toml ({})", unused.line, unused.reason);
        text.push_str(&human::message(Severity::Warning, &message, Some(&help)));
    }
    text
}

fn shown(change: &Change, old: Pages<'_>, new: Pages<'_>) -> String {
    let severity = severity(change);
    let mut excerpts = Vec::new();
    for (place, pages, label) in [(&change.new, new, "now"), (&change.old, old, "before")] {
        if let Some(place) = place {
            excerpts.push(excerpt(place, pages, label));
        }
    }
    let mut notes = vec![format!("{}, fingerprint {}", change.class.as_str(), change.fingerprint)];
    if !change.rust.is_empty() {
        let mut paths: Vec<&str> = change.rust.iter().take(MAX_PATHS).map(String::as_str).collect();
        let more = format!("and {} more", change.rust.len().saturating_sub(MAX_PATHS));
        if change.rust.len() > MAX_PATHS {
            paths.push(&more);
        }
        notes.push(format!("in Rust: {}", paths.join(", ")));
    }
    notes.extend(change.accepted.iter().map(|reason| format!("accepted: {reason}")));
    let title = format!("{}: {}", change.version, change.message);
    human::excerpts(severity, change.kind.as_str(), &title, &excerpts, &notes)
}

fn excerpt<'a>(place: &Place, pages: Pages<'a>, label: &str) -> human::Excerpt<'a> {
    let file = pages.docs.and_then(|docs| docs.files.iter().find(|file| file.path == place.file));
    let span = place.bytes.map(|(start, end)| Span { file: FileId(0), start, end });
    human::Excerpt {
        path: pages.names.path(&place.file),
        line: place.line,
        text: file.map(|file| file.text.as_str()),
        label: span.map(|span| Label { span, message: label.to_owned() }),
    }
}

fn severity(change: &Change) -> Severity {
    match change.class {
        Class::Breaking if change.accepted.is_none() => Severity::Error,
        Class::Breaking => Severity::Warning,
        Class::Additive | Class::Docs => Severity::Note,
    }
}

/// The changes as rows, for GitHub and SARIF. A change of docs alone is left out unless asked for.
pub fn rows(diff: &Diff, old: &Shown, new: &Shown, with_docs: bool) -> Vec<Row> {
    let changes = diff.changes.iter().filter(|change| with_docs || change.class != Class::Docs);
    changes
        .map(|change| {
            let at = |place: &Place, names: &Shown| {
                let (line, column) = (place.line.unwrap_or(1), place.column.unwrap_or(1));
                messages::Place {
                    file: names.path(&place.file),
                    line,
                    column,
                    end_line: line,
                    end_column: column,
                }
            };
            let here = change.new.as_ref().map(|place| at(place, new));
            let before = change.old.as_ref().map(|place| at(place, old));
            let related = before.clone().filter(|_| here.is_some()).map(|place| Related {
                file: place.file,
                line: place.line,
                column: place.column,
                message: "before".to_owned(),
            });
            let paths = (!change.rust.is_empty())
                .then(|| format!("touches {}", change.rust.iter().take(10).cloned().collect::<Vec<_>>().join(", ")));
            Row {
                code: change.kind.as_str(),
                explanation: "A change of the API. The class says what it means for code that uses the emitted crate.",
                default_severity: match super::default_class(change.kind) {
                    Class::Breaking => "error",
                    Class::Additive | Class::Docs => "note",
                },
                severity: severity(change).as_str(),
                message: format!("{}: {} ({})", change.version, change.message, change.class.as_str()),
                place: here.or(before),
                help: paths,
                related: related.into_iter().collect(),
            }
        })
        .collect()
}

/// Without what a terminal would act on.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
