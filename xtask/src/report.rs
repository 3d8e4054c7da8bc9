//! `report`: everything that was found, as one HTML page in a folder of its own.

use crate::Outcome;
use crate::cli::ReportArguments;
use crate::failure::Failure;
use crate::paths::Folder;
use crate::pipeline;
use crate::summary::{self, Counts, Files};
use crate::terminal::Terminal;
use generator::diagnostic::Severity;
use generator::messages::human;
use generator::report::{Inputs, SIGNATURE};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::time::Instant;

/// The page's name in the output folder.
const FILE: &str = "index.html";
/// How temporary files of a run that was killed begin.
const STAGED: &str = ".report-";

pub(crate) fn run(
    arguments: &ReportArguments,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let out = Folder::out(Some(&arguments.out))?;
    // Before the work, so that a wrong folder is told at once.
    let current = current(&out)?;
    let run = pipeline::survey(&docs.path)?;
    let errors: Vec<_> =
        run.diagnostics.iter().filter(|found| found.severity == Severity::Error).cloned().collect();
    terminal.print(&human::diagnostics(&run.docs, docs.names(), &errors, false));
    let survey = &run.product;
    let text = generator::report::report(&Inputs {
        docs: &run.docs,
        model: &survey.model,
        diagnostics: &run.diagnostics,
        summary: &run.summary,
        plan: &survey.plan,
        crate_name: &survey.crate_name,
    });
    let is_same = current.as_deref() == Some(text.as_bytes());
    if !is_same {
        write(&out, text.as_bytes())?;
    }
    let files = Files::Changed {
        written: usize::from(!is_same),
        unchanged: usize::from(is_same),
        removed: 0,
    };
    let counts = Counts::of(&run.diagnostics);
    terminal.say(&summary::line(&run.summary, &counts, Some(files), started.elapsed()));
    terminal.say(&format!("open `{}` in a browser", out.show(FILE)));
    Ok(if run.has_errors() { Outcome::Findings } else { Outcome::Clean })
}

/// The report that is there already; fails if the folder holds anything but a report.
fn current(out: &Folder) -> Result<Option<Vec<u8>>, Failure> {
    let cannot = |error: &dyn std::fmt::Display| {
        Failure::new(format!("cannot use the output folder: `{}`: {error}", out.shown()))
    };
    let entries = match fs::read_dir(&out.path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cannot(&error)),
    };
    let mut is_vacant = true;
    for entry in entries {
        let name = entry.map_err(|error| cannot(&error))?.file_name();
        is_vacant &= name.to_str().is_some_and(|name| name.starts_with(STAGED));
    }
    if is_vacant {
        return Ok(None);
    }
    let report = own_report(&out.path.join(FILE)).map_err(|error| cannot(&error))?;
    if report.is_none() {
        let message = format!("`{}` is not empty, and holds no report", out.shown());
        let help = "choose an empty or a new folder with `--out`";
        return Err(Failure::with_help(message, help));
    }
    Ok(report)
}

/// The contents of `path` if it is a report. A link is not followed: what it leads to is not ours.
fn own_report(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if !fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file()) {
        return Ok(None);
    }
    let mut file = File::open(path)?;
    let mut contents = vec![0; SIGNATURE.len()];
    match file.read_exact(&mut contents) {
        Ok(()) if contents == SIGNATURE.as_bytes() => {}
        Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error),
        _ => return Ok(None),
    }
    file.read_to_end(&mut contents)?;
    Ok(Some(contents))
}

/// Puts the page into the folder, whole or not at all.
fn write(out: &Folder, contents: &[u8]) -> Result<(), Failure> {
    let path = out.path.join(FILE);
    let put = || -> io::Result<()> {
        fs::create_dir_all(&out.path)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(STAGED);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Temporary files are private by default; this one is to be like any other, within the umask.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(&out.path)?;
        file.write_all(contents)?;
        file.persist(&path)?;
        Ok(())
    };
    put().map_err(|error| Failure::new(format!("cannot write `{}`: {error}", out.show(FILE))))
}
