//! `codegen`: pages to crate, or, with `--check`, whether the crate is what the pages say.

use crate::Outcome;
use crate::changes::Changes;
use crate::cli::{CodegenArguments, MessageFormat};
use crate::drift;
use crate::failure::{Failure, unless_closed};
use crate::interrupt;
use crate::names;
use crate::paths::Folder;
use crate::pipeline::{self, Crate, Patterns, Run};
use crate::summary::{self, Counts, Files};
use crate::terminal::Terminal;
use crate::watch::Seen;
use generator::diagnostic::{Diagnostic, Severity};
use generator::messages::{self, Package, human};
use generator::summary::Timings;
use generator::visible;
use generator::write::{self, CommitError, Finding, Plan, Recovered};
use std::io::{self, BufWriter, Write};
use std::time::Instant;

pub(crate) fn run(
    arguments: &CodegenArguments,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let out = Folder::out(arguments.out.as_deref())?;
    if let Some(recovered) = write::recover(&out.path)? {
        say_recovered(terminal, &out, &recovered);
    }
    let patterns = Patterns { include: &arguments.include, exclude: &arguments.exclude };
    let cached = (!arguments.check && !arguments.no_cache).then_some(&out);
    let (mut run, cache) =
        pipeline::generate(&docs.path, patterns, names::of(arguments, &out)?, cached)?;
    if arguments.message_format == MessageFormat::Human {
        let text =
            human::diagnostics(&run.docs, docs.names(), &run.diagnostics, terminal.is_quiet());
        terminal.print(&text);
    }
    let mut timings = std::mem::take(&mut run.timings);
    let judged = std::thread::scope(|scope| {
        // Neither waits for the other: the cache holds what was worked out, whatever becomes of the folder.
        scope.spawn(|| pipeline::keep(&run, &cache));
        judge(arguments, terminal, &out, &run, &mut timings)
    });
    // Machines get what was found in the pages even if the output folder cannot be used.
    let judged_files = judged.as_ref().ok();
    if arguments.message_format != MessageFormat::Human {
        unless_closed(print_machine(arguments, &docs, &out, &run, judged_files))?;
    }
    let judged = judged?;
    if arguments.timings {
        terminal.print(&summary::timings(&timings));
    }
    say_slice(terminal, &run.product, arguments.explain_slice);
    let counts = Counts::of(&run.diagnostics);
    terminal.say(&summary::line(&run.summary, &counts, judged.files, started.elapsed()));
    // The process is about to end; giving back every page and file first would only take time.
    std::mem::forget((run, cache));
    Ok(judged.outcome)
}

/// One run of many: only what the run before did not say is printed, and the summary is returned.
pub(crate) fn again(
    arguments: &CodegenArguments,
    terminal: &mut Terminal,
    seen: &mut Seen,
) -> Result<String, Failure> {
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let out = Folder::out(arguments.out.as_deref())?;
    if let Some(recovered) = write::recover(&out.path)? {
        say_recovered(terminal, &out, &recovered);
    }
    let patterns = Patterns { include: &arguments.include, exclude: &arguments.exclude };
    let cached = (!arguments.no_cache).then_some(&out);
    let (mut run, cache) =
        pipeline::generate(&docs.path, patterns, names::of(arguments, &out)?, cached)?;
    let rows = messages::rows(&run.docs, docs.names(), &run.diagnostics);
    let (news, gone) = seen.news(&rows);
    let shown: Vec<Diagnostic> = run
        .diagnostics
        .iter()
        .filter(|found| found.severity != Severity::Allow)
        .enumerate()
        .filter(|(at, _)| news.binary_search(at).is_ok())
        .map(|(_, found)| found.clone())
        .collect();
    if arguments.message_format == MessageFormat::Human {
        let text = human::diagnostics(&run.docs, docs.names(), &shown, terminal.is_quiet());
        terminal.print(&text);
    } else if let Some(format) = arguments.message_format.rows() {
        let rows: Vec<_> = news.iter().filter_map(|&at| rows.get(at).cloned()).collect();
        let mut stdout = BufWriter::new(io::stdout().lock());
        let written = messages::write(&mut stdout, format, &rows).and_then(|()| stdout.flush());
        unless_closed(written)?;
    } else {
        unless_closed(print_machine(arguments, &docs, &out, &run, None))?;
    }
    if gone > 0 {
        terminal.say(&format!("{} no longer found", summary::count(gone, "diagnostic")));
    }
    let mut timings = std::mem::take(&mut run.timings);
    let judged = judge(arguments, terminal, &out, &run, &mut timings)?;
    pipeline::keep(&run, &cache);
    if arguments.timings {
        terminal.print(&summary::timings(&timings));
    }
    Ok(match judged.files {
        Some(Files::Changed { written: 0, removed: 0, .. }) => "no change".to_owned(),
        Some(Files::Changed { written, removed, .. }) => {
            format!("{} written, {removed} removed", summary::count(written, "file"))
        }
        Some(Files::Judged { .. }) | None => "nothing was written".to_owned(),
    })
}

/// Everything that was found, on stdout in a machine format.
fn print_machine(
    arguments: &CodegenArguments,
    docs: &Folder,
    out: &Folder,
    run: &Run<Crate>,
    judged: Option<&Judged>,
) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    let found = judged.map_or(&[][..], |judged| &judged.reported);
    let changes = judged.and_then(|judged| judged.changes.as_ref());
    let causes = changes.map(|changes| drift::Causes::new(changes, &run.product.files));
    let drift = drift::rows(out, (docs, arguments), found.iter(), causes.as_ref());
    match arguments.message_format.rows() {
        Some(format) => {
            let mut rows = messages::rows(&run.docs, docs.names(), &run.diagnostics);
            rows.extend(drift);
            messages::write(&mut stdout, format, &rows)?;
        }
        None => {
            let package = Package {
                name: run.package.name.clone(),
                version: run.package.version.clone(),
                folder: std::path::absolute(&out.path)?,
            };
            let names = docs.names();
            let found = &run.diagnostics;
            messages::write_cargo(&mut stdout, &run.docs, names, found, &drift, &package)?;
        }
    }
    stdout.flush()
}

/// What became of the output folder.
struct Judged {
    outcome: Outcome,
    files: Option<Files>,
    /// Files that the caller must act on.
    reported: Vec<Finding>,
    /// What changed for users of the crate, where files are reported because of it.
    changes: Option<Changes>,
}

/// Compares or writes; prints why, where the caller must act.
fn judge(
    arguments: &CodegenArguments,
    terminal: &mut Terminal,
    out: &Folder,
    run: &Run<Crate>,
    timings: &mut Timings,
) -> Result<Judged, Failure> {
    if run.has_errors() {
        let errors = summary::count(Counts::of(&run.diagnostics).errors, "error");
        let message = format!("nothing was written to `{}` because of {errors}", out.shown());
        terminal.error(&message, None);
        return Ok(Judged {
            outcome: Outcome::Findings,
            files: None,
            reported: Vec::new(),
            changes: None,
        });
    }
    let tree = &run.product.files;
    let plan = timings.time("compare", || write::plan(&out.path, tree))?;
    let changes = timings.time("changes", || Changes::of(out, tree));
    let text = changes.text();
    if !text.is_empty() {
        terminal.say(&text);
    }
    if arguments.check {
        return Ok(check(arguments, terminal, out, run, plan, changes));
    }
    interrupt::defer();
    let overwrite = arguments.overwrite_edited;
    let committed = timings
        .time("write", || write::commit(&out.path, tree, &plan, overwrite, &interrupt::verdict));
    match committed {
        Ok(written) => {
            if let Some(path) = &arguments.changelog {
                changes.add_to(path, &run.package.version)?;
            }
            let files = Files::Changed {
                written: written.written,
                unchanged: plan.unchanged,
                removed: written.removed,
            };
            Ok(Judged {
                outcome: Outcome::Clean,
                files: Some(files),
                reported: Vec::new(),
                changes: None,
            })
        }
        Err(CommitError::Protected) => {
            let reported: Vec<Finding> = plan.protected().cloned().collect();
            say_protected(terminal, arguments, out, &reported);
            let files = Some(differing(&plan));
            Ok(Judged { outcome: Outcome::Findings, files, reported, changes: Some(changes) })
        }
        Err(error) => Err(stopped(error, out)),
    }
}

fn check(
    arguments: &CodegenArguments,
    terminal: &mut Terminal,
    out: &Folder,
    run: &Run<Crate>,
    plan: Plan,
    changes: Changes,
) -> Judged {
    let files = Some(differing(&plan));
    if plan.is_clean() {
        return Judged { outcome: Outcome::Clean, files, reported: Vec::new(), changes: None };
    }
    if arguments.message_format == MessageFormat::Human {
        let causes = drift::Causes::new(&changes, &run.product.files);
        terminal.print(&drift::report(out, &run.product.files, &plan, &causes));
    }
    let help = drift::help(arguments, plan.protected().next().is_some());
    terminal.error(&format!("`{}` is not up to date", out.shown()), Some(&help));
    let reported = plan.findings;
    Judged { outcome: Outcome::Findings, files, reported, changes: Some(changes) }
}

fn differing(plan: &Plan) -> Files {
    Files::Judged { differ: plan.findings.len(), unchanged: plan.unchanged }
}

fn say_protected(
    terminal: &mut Terminal,
    arguments: &CodegenArguments,
    out: &Folder,
    findings: &[Finding],
) {
    terminal.print(&drift::list(out, findings.iter()));
    let message = format!(
        "nothing was written to `{}`: {} would be lost",
        out.shown(),
        summary::count(findings.len(), "file")
    );
    terminal.error(&message, Some(&drift::help(arguments, true)));
}

fn stopped(error: CommitError, out: &Folder) -> Failure {
    let unchanged = "everything is as it was before";
    match error {
        CommitError::Failed(error) => {
            let message = format!("cannot write: {error}");
            Failure::with_help(message, error.help.unwrap_or_else(|| unchanged.to_owned()))
        }
        CommitError::NotUndone(error) => {
            let help = "run the command again; it begins by undoing the rest";
            Failure::with_help(format!("cannot write, and cannot undo all of it: {error}"), help)
        }
        CommitError::Cancelled | CommitError::Abandoned | CommitError::Protected => {
            let message = format!("interrupted while writing to `{}`", out.shown());
            Failure::with_help(message, unchanged)
        }
    }
}

fn say_recovered(terminal: &mut Terminal, out: &Folder, recovered: &Recovered) {
    let out = out.shown();
    match recovered {
        Recovered::Nothing => {
            terminal.note(&format!("an earlier run was killed before it changed `{out}`; removed its temporary files"), None);
        }
        Recovered::Completed => {
            terminal.note(&format!("an earlier run was killed after it had written `{out}`; removed its temporary files"), None);
        }
        Recovered::Undone { files, kept } => {
            let files = summary::count(*files, "file");
            let message =
                format!("an earlier run was killed while it wrote to `{out}`; undone: {files}");
            let help = (!kept.is_empty())
                .then(|| format!("changed since, and left alone: {}", kept.join(", ")));
            terminal.note(&message, help.as_deref());
        }
    }
}

fn say_slice(terminal: &mut Terminal, product: &Crate, explain: bool) {
    match &product.slice {
        Some(slice) => {
            terminal.say(&visible::line(&slice.summary));
            if explain {
                for reason in &slice.reasons {
                    terminal.print(&format!("  {}\n", visible::line(reason)));
                }
            }
        }
        None if explain => {
            let help = "use `--include`, `--exclude`, or `[slice]` in codegen.toml";
            terminal.note("this is the whole API; there is no slice to explain", Some(help));
        }
        None => {}
    }
}
