//! The names that the crate in the output folder has: its `names.lock`, which the next run goes by.
//!
//! Without it, names are made anew and some may move, so that is done only when asked for.

use crate::cli::CodegenArguments;
use crate::failure::Failure;
use crate::paths::Folder;
use generator::plan::{LOCK_FILE, NameLock};
use generator::write;

/// The text of the lock; `None` if names are to be made anew.
pub(crate) fn of(arguments: &CodegenArguments, out: &Folder) -> Result<Option<String>, Failure> {
    let text = write::current_text(&out.path, LOCK_FILE);
    // A check tells what is wrong with the file as it does of every other.
    if arguments.check || arguments.overwrite_edited {
        return Ok(text);
    }
    let problem = match &text {
        Some(text) if NameLock::parse(text).is_damaged() => {
            "holds lines that codegen did not write"
        }
        None if write::is_recorded(&out.path, LOCK_FILE) => "is missing",
        _ => return Ok(text),
    };
    let message =
        format!("`{}`, which keeps the names of the crate, {problem}", out.show(LOCK_FILE));
    let help = format!(
        "resolve the conflict or restore the file; to make what it lacks anew, run `{}`: names may move",
        arguments.command(true)
    );
    Err(Failure::with_help(message, help))
}
