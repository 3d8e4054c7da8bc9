//! `ir`: the export of what the pages say, and nothing else, on stdout or in a file.

use crate::Outcome;
use crate::cli::IrArguments;
use crate::failure::{Failure, unless_closed};
use crate::paths::Folder;
use crate::pipeline;
use crate::summary::{self, Counts};
use crate::terminal::Terminal;
use generator::diagnostic::Severity;
use generator::messages::human;
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

pub(crate) fn run(arguments: &IrArguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let run = pipeline::export(&docs.path)?;
    // Warnings are `codegen`'s business; an error means that the export would be wrong.
    let errors: Vec<_> =
        run.diagnostics.iter().filter(|found| found.severity == Severity::Error).cloned().collect();
    terminal.print(&human::diagnostics(&run.docs, docs.names(), &errors, false));
    if run.has_errors() {
        terminal.error("nothing was exported because of the errors above", None);
        return Ok(Outcome::Findings);
    }
    match &arguments.output {
        None => unless_closed(io::stdout().lock().write_all(run.product.as_bytes()))?,
        Some(path) => replace(path, run.product.as_bytes())
            .map_err(|error| Failure::new(format!("cannot write `{}`: {error}", path.display())))?,
    }
    let counts = Counts::of(&run.diagnostics);
    terminal.say(&summary::line(&run.summary, &counts, None, started.elapsed()));
    Ok(Outcome::Clean)
}

/// Puts `contents` at `path`, whole or not at all.
fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    // A pipe or a device cannot be replaced by a rename.
    if std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return std::fs::write(path, contents);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ir-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private by default; this one is to be like any other, within the umask.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(contents)?;
    file.persist(path)?;
    Ok(())
}
