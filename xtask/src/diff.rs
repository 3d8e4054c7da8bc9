//! `diff`: what changed between two states of the docs, for the people who use the crate.

use crate::Outcome;
use crate::cli::{DiffArguments, DiffFormat};
use crate::failure::{Failure, unless_closed};
use crate::git::Checkout;
use crate::paths::Folder;
use crate::pipeline;
use crate::terminal::Terminal;
use generator::config::Config;
use generator::diagnostic::{Diagnostic, Severity};
use generator::diff::{self, Class, Diff, Pages, Snapshot};
use generator::messages::{self, Format, Shown, human};
use generator::source::DocSet;
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub(crate) fn run(arguments: &DiffArguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let (old, new) = sides(arguments, terminal)?;
    let accepted = new.config.as_ref().map_or(&[][..], |config| &config.accepted);
    let diff = Diff::new(&old.snapshot, &new.snapshot, accepted);
    if arguments.witness {
        unless_closed(print_witnesses(&diff, &new))?;
    } else {
        unless_closed(print(arguments, &diff, &old, &new, terminal))?;
    }
    terminal.say(&format!("{}{}", diff::counts(&diff), next_version(&diff, &new)));
    let fails = arguments.fail_on.is_some_and(|fail_on| diff.fails_on(fail_on.class()));
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

/// One state that can be compared.
struct Side {
    names: Shown,
    snapshot: Snapshot,
    docs: Option<DocSet>,
    config: Option<Config>,
}

impl Side {
    fn pages(&self) -> Pages<'_> {
        Pages { docs: self.docs.as_ref(), names: &self.names }
    }
}

fn sides(arguments: &DiffArguments, terminal: &mut Terminal) -> Result<(Side, Side), Failure> {
    if let Some(revision) = &arguments.since {
        let docs = Folder::docs(arguments.docs.as_deref())?;
        let before = Checkout::of(&docs.path, revision)?;
        let names = Shown::new(Path::new(&format!("{revision}:{}", docs.shown())));
        let old = of_folder(&before.path(), names, terminal)?;
        let new = of_folder(&docs.path, docs.names().clone(), terminal)?;
        return Ok((old, new));
    }
    let (Some(old), Some(new)) = (&arguments.old, &arguments.new) else {
        return Err(Failure::with_help(
            "there is nothing to compare",
            "give two docs folders or exported IRs, or `--since REV`",
        ));
    };
    Ok((of_path(old, terminal)?, of_path(new, terminal)?))
}

/// A docs folder, or a file with an exported IR.
fn of_path(path: &Path, terminal: &mut Terminal) -> Result<Side, Failure> {
    let names = Shown::new(path);
    if path.is_dir() {
        return of_folder(path, names, terminal);
    }
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("cannot read `{}`: {error}", path.display())))?;
    let snapshot = Snapshot::of_export(&text).map_err(|error| {
        let message = format!("cannot compare `{}`: {error}", path.display());
        Failure::with_help(message, "`cargo xtask ir --output FILE` writes one")
    })?;
    // Its pages are called as they are in the export, relative to their root.
    let names = Shown::new(Path::new("."));
    checked(path, Side { names, snapshot, docs: None, config: None })
}

fn of_folder(path: &Path, names: Shown, terminal: &mut Terminal) -> Result<Side, Failure> {
    let run = pipeline::snapshot(path)?;
    if run.has_errors() {
        let errors: Vec<Diagnostic> = run
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .cloned()
            .collect();
        terminal.print(&human::diagnostics(&run.docs, &names, &errors, false));
        let message = format!("cannot compare `{}`: it has errors", names.folder());
        return Err(Failure::with_help(message, "the comparison was not made"));
    }
    let (snapshot, config) = run.product;
    checked(path, Side { names, snapshot, docs: Some(run.docs), config: Some(config) })
}

/// Nothing compared with something is no comparison.
fn checked(path: &Path, side: Side) -> Result<Side, Failure> {
    if side.snapshot.is_empty() {
        let message =
            format!("cannot compare `{}`: nothing in it describes an API", path.display());
        return Err(Failure::with_help(message, "the comparison was not made"));
    }
    Ok(side)
}

fn print(
    arguments: &DiffArguments,
    diff: &Diff,
    old: &Side,
    new: &Side,
    terminal: &Terminal,
) -> io::Result<()> {
    let machine = |format, with_docs| {
        let mut stdout = BufWriter::new(io::stdout().lock());
        let rows = diff::rows(diff, &old.names, &new.names, with_docs);
        messages::write(&mut stdout, format, &rows)?;
        stdout.flush()
    };
    match arguments.message_format {
        DiffFormat::Human => {
            let text = diff::human(diff, old.pages(), new.pages());
            terminal.stdout().write_all(text.as_bytes())
        }
        DiffFormat::Markdown => io::stdout().lock().write_all(diff::markdown(diff).as_bytes()),
        DiffFormat::Json => io::stdout().lock().write_all(diff::json(diff).as_bytes()),
        DiffFormat::Github => machine(Format::Github, false),
        DiffFormat::Sarif => machine(Format::Sarif, true),
    }
}

fn print_witnesses(diff: &Diff, new: &Side) -> io::Result<()> {
    let name = new.config.as_ref().map_or("generated", |config| &config.package.name);
    let name = name.replace('-', "_");
    let mut stdout = BufWriter::new(io::stdout().lock());
    for change in &diff.changes {
        if let Some(program) = diff::witness(change, &name) {
            writeln!(stdout, "{program}")?;
        } else if change.class == Class::Breaking {
            writeln!(
                stdout,
                "// no program for {} {}\n",
                change.kind.as_str(),
                change.fingerprint
            )?;
        }
    }
    stdout.flush()
}

fn next_version(diff: &Diff, new: &Side) -> String {
    let Some(config) = &new.config else { return String::new() };
    let version = &config.package.version;
    match diff.bump.next(version) {
        Some(next) if next != *version => format!(" ({version} → {next})"),
        _ => String::new(),
    }
}
