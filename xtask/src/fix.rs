//! `fix`: repairs of pages as a patch, or, with `--apply`, in place.

use crate::Outcome;
use crate::cli::FixArguments;
use crate::failure::{Failure, unless_closed};
use crate::git;
use crate::paths::Folder;
use crate::summary;
use crate::terminal::Terminal;
use generator::config::Config;
use generator::fix::{self, Fixed};
use generator::messages::human;
use generator::source::DocSet;
use similar::TextDiff;
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(crate) fn run(arguments: &FixArguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let folder = Folder::docs(arguments.docs.as_deref())?;
    if arguments.apply && !arguments.allow_dirty && git::is_dirty(&folder.path) == Some(true) {
        let message = format!("`{}` has changes that are not committed", folder.shown());
        return Err(Failure::with_help(message, "commit them, or give `--allow-dirty`"));
    }
    let config = Config::load(&folder.path)?;
    let docs = generator::pipeline::load(&folder.path, &config)?;
    let mut docs = docs;
    // Corrections are part of what pages say; corrected pages are not written back.
    let mut diagnostics = generator::corrections::apply(&mut docs, &config.corrections);
    generator::config::apply_severity(&docs, &config, &mut diagnostics);
    let options = fix::Options { with_unsafe: arguments.with_unsafe };
    let fixed = fix::fix(&docs, &config, options);
    if arguments.apply {
        apply(&folder, &docs, &fixed)?;
    } else {
        unless_closed(print_patch(&folder, &docs, &fixed.pages))?;
    }
    report(terminal, &folder, &docs, &fixed, arguments.apply);
    Ok(Outcome::Clean)
}

fn print_patch(folder: &Folder, docs: &DocSet, pages: &BTreeMap<String, String>) -> io::Result<()> {
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    for (path, new) in pages {
        let Some(file) = docs.files.iter().find(|file| file.path == *path) else { continue };
        let shown = folder.show(path);
        let diff = TextDiff::from_lines(file.text.as_str(), new.as_str());
        let mut unified = diff.unified_diff();
        let shown = shown.trim_start_matches('/');
        unified.header(&format!("a/{shown}"), &format!("b/{shown}"));
        write!(stdout, "{unified}")?;
    }
    stdout.flush()
}

/// Writes the pages. One that is no longer as it was read is left alone.
fn apply(folder: &Folder, docs: &DocSet, fixed: &Fixed) -> Result<(), Failure> {
    for (path, new) in &fixed.pages {
        let full = folder.path.join(path);
        let fail = |reason: &dyn std::fmt::Display| {
            Failure::new(format!("cannot repair `{}`: {reason}", folder.show(path)))
        };
        let file = docs.files.iter().find(|file| file.path == *path);
        let current = std::fs::read_to_string(&full).map_err(|error| fail(&error))?;
        if file.is_none_or(|file| file.text != current) {
            return Err(fail(&"it was changed meanwhile"));
        }
        std::fs::write(&full, new).map_err(|error| fail(&error))?;
    }
    Ok(())
}

fn report(terminal: &mut Terminal, folder: &Folder, docs: &DocSet, fixed: &Fixed, applied: bool) {
    for refused in &fixed.refused {
        let found = std::slice::from_ref(&refused.diagnostic);
        terminal.print(&human::diagnostics(docs, folder.names(), found, terminal.is_quiet()));
        terminal.note(&format!("its repair is refused: {}", refused.reason), None);
    }
    let removed: Vec<String> =
        fixed.removed.iter().map(|(code, count)| format!("{count} {code}")).collect();
    let verb = if applied { "repaired" } else { "would be repaired" };
    let pages = summary::count(fixed.pages.len(), "page");
    let mut line = match removed.as_slice() {
        [] => "nothing can be repaired".to_owned(),
        removed => format!("{pages} {verb}: {}", removed.join(", ")),
    };
    if fixed.held_back > 0 {
        line.push_str(&format!("; {} more with `--unsafe`", fixed.held_back));
    }
    if !fixed.shown.is_empty() {
        line.push_str(&format!("; {} only to be shown", fixed.shown.len()));
    }
    if !fixed.refused.is_empty() {
        line.push_str(&format!("; {} refused", fixed.refused.len()));
    }
    terminal.say(&line);
    if !applied && !fixed.pages.is_empty() {
        terminal.say("`--apply` writes the pages; or apply the patch from stdout");
    }
}
