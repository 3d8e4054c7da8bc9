//! The last line of a run, and the table of `--timings`.

use generator::diagnostic::{Diagnostic, Severity};
use generator::summary::{Summary, Timings};
use std::fmt::Write as _;
use std::time::Duration;

/// Diagnostics by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Counts {
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
                Severity::Allow => {}
            }
        }
        counts
    }
}

/// What became of the files of the output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    /// After writing.
    Changed { written: usize, unchanged: usize, removed: usize },
    /// After `--check`, or when nothing could be written.
    Judged { differ: usize, unchanged: usize },
}

/// One line: what the pages held, what was found, what was written, how long it took.
pub(crate) fn line(
    summary: &Summary,
    counts: &Counts,
    files: Option<Files>,
    elapsed: Duration,
) -> String {
    let examples = &summary.examples;
    let mut line = format!(
        "{}: {}, {}, {}; {} ({} ok, {} defective, {} unresolved); {}, {}, {}",
        count(summary.pages, "page"),
        count(summary.types, "type"),
        count(summary.enums, "enum"),
        count(summary.operations, "operation"),
        count(examples.ok + examples.defective + examples.unresolved, "example"),
        examples.ok,
        examples.defective,
        examples.unresolved,
        count(counts.errors, "error"),
        count(counts.warnings, "warning"),
        count(counts.notes, "note"),
    );
    match files {
        Some(Files::Changed { written, unchanged, removed }) => {
            let written = count(written, "file");
            write!(line, "; {written} written, {unchanged} unchanged, {removed} removed").ok();
        }
        Some(Files::Judged { differ, unchanged }) => {
            let verb = if differ == 1 { "differs" } else { "differ" };
            write!(line, "; {} {verb}, {unchanged} unchanged", count(differ, "file")).ok();
        }
        None => {}
    }
    write!(line, "; {:.2} s", elapsed.as_secs_f64()).ok();
    line
}

/// `1 page`, `2 pages`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Stages and their times, one line each.
pub(crate) fn timings(timings: &Timings) -> String {
    let mut text = String::new();
    for (stage, time) in &timings.stages {
        writeln!(text, "{:>10.1} ms  {stage}", time.as_secs_f64() * 1e3).ok();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use generator::summary::Examples;

    #[test]
    fn one_line_says_it_all() {
        let examples = Examples { ok: 8, defective: 2, unresolved: 0 };
        let summary = Summary { pages: 5, types: 6, enums: 1, operations: 9, examples };
        let counts = Counts { errors: 0, warnings: 12, notes: 1 };
        let elapsed = Duration::from_millis(123);
        let changed = Files::Changed { written: 42, unchanged: 0, removed: 3 };
        assert_eq!(
            line(&summary, &counts, Some(changed), elapsed),
            "5 pages: 6 types, 1 enum, 9 operations; 10 examples (8 ok, 2 defective, 0 unresolved); \
             0 errors, 12 warnings, 1 note; 42 files written, 0 unchanged, 3 removed; 0.12 s"
        );
        let judged = Files::Judged { differ: 1, unchanged: 7 };
        assert!(
            line(&summary, &counts, Some(judged), elapsed)
                .contains("; 1 file differs, 7 unchanged;")
        );
    }
}
