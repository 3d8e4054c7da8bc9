//! Files of the output folder that differ from what would be written, for people and machines.

use crate::changes::Changes;
use crate::cli::CodegenArguments;
use crate::paths::Folder;
use anstyle::{AnsiColor, Style};
use generator::diff::Change;
use generator::file_tree::FileTree;
use generator::messages::{Place, Related, Row};
use generator::write::{self, Drift, Finding, Plan};
use similar::{ChangeTag, TextDiff};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Every kind of drift.
pub(crate) const ALL: [Drift; 4] = [Drift::Missing, Drift::Stale, Drift::HandEdited, Drift::Orphan];

/// At most this many lines of difference are shown of one file, and of all files.
const MAX_LINES_OF_FILE: usize = 24;
const MAX_LINES: usize = 160;
/// At most this many files are named.
const MAX_FILES: usize = 200;
/// Longer lines are cut.
const MAX_LINE_WIDTH: usize = 160;
/// Larger files are named only.
const MAX_BYTES: usize = 1 << 20;
const CONTEXT: usize = 2;
/// At most this many edits are named of one page.
const MAX_CAUSES: usize = 3;

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default();
const GREEN: Style = AnsiColor::Green.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default();

/// The code under which machine formats report it.
pub(crate) fn code(drift: Drift) -> &'static str {
    match drift {
        Drift::Missing => "drift-missing",
        Drift::Stale => "drift-stale",
        Drift::HandEdited => "drift-hand-edited",
        Drift::Orphan => "drift-orphan",
    }
}

/// What `explain` says about it.
pub(crate) fn explanation(drift: Drift) -> &'static str {
    match drift {
        Drift::Missing => {
            "A file of the emitted crate is not there. `cargo xtask codegen` writes it."
        }
        Drift::Stale => {
            "A file of the emitted crate is as codegen wrote it, but the pages or codegen have changed \
             since. `cargo xtask codegen` rewrites it."
        }
        Drift::HandEdited => {
            "A file of the emitted crate is not as codegen wrote it, so somebody edited it, or the record \
             of what was written is lost or in conflict. Move what you need elsewhere, then run `cargo \
             xtask codegen --overwrite-edited`."
        }
        Drift::Orphan => {
            "A source or data file lies in a folder that codegen owns, but the crate no longer has it. \
             `cargo xtask codegen` removes it if codegen wrote it. Otherwise move it elsewhere, or run \
             `cargo xtask codegen --overwrite-edited` to delete it."
        }
    }
}

/// What to do about a finding, in half a sentence.
fn remark(finding: &Finding) -> &'static str {
    match (finding.drift, finding.is_recorded) {
        (Drift::Missing, _) => "it would be written",
        (Drift::Stale, _) => "it would be rewritten",
        (Drift::HandEdited, true) => "it is not as codegen wrote it",
        (Drift::HandEdited, false) if finding.path == write::RECORD => {
            "the record of written files is lost"
        }
        (Drift::HandEdited, false) => "codegen did not write it, but needs its place",
        (Drift::Orphan, true) => "the crate no longer has it",
        (Drift::Orphan, false) => "codegen did not write it",
    }
}

/// The findings for machine formats.
pub(crate) fn rows<'a>(
    out: &Folder,
    (docs, arguments): (&Folder, &CodegenArguments),
    findings: impl Iterator<Item = &'a Finding>,
    causes: Option<&Causes<'_>>,
) -> Vec<Row> {
    let row = |finding: &Finding| Row {
        code: code(finding.drift),
        explanation: explanation(finding.drift),
        default_severity: "error",
        severity: "error",
        message: format!("{} file: {}", finding.drift.as_str(), remark(finding)),
        place: Some(Place::start_of(out.show(&finding.path))),
        help: Some(help(arguments, finding.is_protected())),
        related: causes.map_or_else(Vec::new, |causes| causes.related(docs, out, &finding.path)),
    };
    findings.map(row).collect()
}

/// What to do about findings.
pub(crate) fn help(arguments: &CodegenArguments, some_are_protected: bool) -> String {
    let command = arguments.command(some_are_protected);
    if some_are_protected {
        format!("move what you need elsewhere, then run `{command}`")
    } else {
        format!("run `{command}`")
    }
}

/// Names every finding, without differences.
pub(crate) fn list<'a>(out: &Folder, findings: impl Iterator<Item = &'a Finding>) -> String {
    let mut text = String::new();
    let mut left_out = 0;
    for (at, finding) in findings.enumerate() {
        if at < MAX_FILES {
            text.push_str(&title(out, finding));
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        writeln!(text, "  … and {left_out} more").ok();
    }
    text
}

/// Which edits of pages are behind which files.
pub(crate) struct Causes<'a> {
    by_page: BTreeMap<&'a str, Vec<&'a Change>>,
    tree: &'a FileTree,
}

impl<'a> Causes<'a> {
    pub(crate) fn new(changes: &'a Changes, tree: &'a FileTree) -> Self {
        Self { by_page: changes.by_page(), tree }
    }

    /// The first edits that changed the file at `path`, with their pages.
    fn of(&self, out: &Folder, path: &str) -> Vec<(String, &'a Change)> {
        let new = self.tree.get(path).and_then(|text| std::str::from_utf8(text).ok());
        let old = write::current_text(&out.path, path);
        let mut causes: Vec<(String, &Change)> = Vec::new();
        for page in [new, old.as_deref()].into_iter().flatten().filter_map(page_of) {
            for change in self.by_page.get(page).into_iter().flatten().take(MAX_CAUSES) {
                let known =
                    |(_, cause): &(String, &Change)| cause.fingerprint == change.fingerprint;
                if !causes.iter().any(known) {
                    causes.push((page.to_owned(), change));
                }
            }
        }
        causes
    }

    /// A line for each.
    fn text(&self, out: &Folder, path: &str) -> String {
        let line = |(page, change): (String, &Change)| {
            format!("            because of {page}: {}\n", visible(&change.message))
        };
        self.of(out, path).into_iter().map(line).collect()
    }

    /// A place for each.
    fn related(&self, docs: &Folder, out: &Folder, path: &str) -> Vec<Related> {
        let related = |(page, change): (String, &Change)| {
            let places = change.new.iter().chain(&change.old);
            let place = places.into_iter().find(|place| place.file == page);
            Related {
                file: docs.show(&page),
                line: place.and_then(|place| place.line).unwrap_or(1),
                column: place.and_then(|place| place.column).unwrap_or(1),
                message: format!("because of this edit: {}", change.message),
            }
        };
        self.of(out, path).into_iter().map(related).collect()
    }
}

/// The page that the banner of an emitted file names.
fn page_of(text: &str) -> Option<&str> {
    let rest = text.lines().next()?.strip_prefix("// @generated from ")?;
    let (page, _) = rest.split_once(" by `")?;
    Some(page.split(" and ").next().unwrap_or(page))
}

/// Names every finding, and shows as much of the differences as a person would read.
pub(crate) fn report(folder: &Folder, tree: &FileTree, plan: &Plan, causes: &Causes<'_>) -> String {
    let mut text = String::new();
    let mut budget = MAX_LINES;
    let (shown, rest) = plan.findings.split_at(plan.findings.len().min(MAX_FILES));
    for finding in shown {
        text.push_str(&title(folder, finding));
        text.push_str(&causes.text(folder, &finding.path));
        let differs = matches!(finding.drift, Drift::Stale | Drift::HandEdited);
        let new = tree.get(&finding.path).and_then(|new| std::str::from_utf8(new).ok());
        if let (true, Some(new)) = (differs && budget > 0, new) {
            let (lines, difference) = difference(&folder.path, &finding.path, new, budget);
            budget = budget.saturating_sub(lines);
            text.push_str(&difference);
        }
    }
    if !rest.is_empty() {
        let kinds: BTreeSet<&str> = rest.iter().map(|finding| finding.drift.as_str()).collect();
        let kinds: Vec<&str> = kinds.into_iter().collect();
        writeln!(text, "  … and {} more ({})", rest.len(), kinds.join(", ")).ok();
    }
    text
}

fn title(out: &Folder, finding: &Finding) -> String {
    let kind = finding.drift.as_str();
    let path = out.show(&finding.path);
    format!("{BOLD}{kind:<11}{BOLD:#} {path}: {}\n", remark(finding))
}

/// A unified difference from the disk to what would be written, and its number of lines.
fn difference(out: &Path, path: &str, new: &str, budget: usize) -> (usize, String) {
    let Some(old) = write::current_text(out, path) else { return (0, String::new()) };
    if old.len().max(new.len()) > MAX_BYTES {
        return (1, "            the file is too large to show what differs\n".to_owned());
    }
    let limit = budget.min(MAX_LINES_OF_FILE);
    let diff = TextDiff::from_lines(old.as_str(), new);
    let mut lines = Vec::new();
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        lines.push(format!("    {CYAN}{}{CYAN:#}", hunk.header()));
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = visible(change.value());
            lines.push(format!("    {style}{sign}{line}{style:#}"));
        }
    }
    let total = lines.len();
    let mut text: String = lines.iter().take(limit).map(|line| format!("{line}\n")).collect();
    if total > limit {
        writeln!(text, "    … and {} more lines", total - limit).ok();
    }
    (total.min(limit), text)
}

/// The line without its end; a carriage return, and whatever else a terminal would act on, is made visible.
fn visible(line: &str) -> String {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let cut = line.chars().nth(MAX_LINE_WIDTH).map(|_| '…');
    line.chars()
        .take(MAX_LINE_WIDTH)
        .chain(cut)
        .map(|c| match c {
            '\t' => c,
            '\r' => '␍',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str, budget: usize) -> String {
        let temp = tempfile::tempdir().unwrap();
        std::fs::write(temp.path().join("a.rs"), old).unwrap();
        let (lines, text) = difference(temp.path(), "a.rs", new, budget);
        assert!(lines <= budget);
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn differences_run_from_the_disk_to_the_new_text() {
        let expected = "    @@ -1,2 +1,2 @@\n     a\n    -b\n    +c\n";
        assert_eq!(shown("a\nb\n", "a\nc\n", 100), expected);
        assert!(shown("a\r\n", "a\n", 100).contains("-a␍\n"), "line ends show");
        let long = "x".repeat(10_000);
        assert!(shown(&long, "", 100).contains("xx…\n"), "long lines are cut");
    }

    #[test]
    fn differences_are_capped() {
        let new: String = (0..500).map(|n| format!("{n}\n")).collect();
        let text = shown("", &new, 1000);
        assert_eq!(text.lines().count(), MAX_LINES_OF_FILE + 1);
        assert!(text.ends_with("more lines\n"), "{text}");
        assert_eq!(shown("", &new, 3).lines().count(), 4);
    }
}
