//! Why an output folder cannot be compared or written.

use std::fmt;
use std::path::{Path, PathBuf};

/// The run could not do its work on the output folder. Nothing was changed, unless the text says so.
#[derive(Debug)]
pub struct WriteError {
    /// The folder or file it is about.
    pub path: PathBuf,
    /// What is wrong with it.
    pub reason: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl WriteError {
    pub(super) fn new(path: &Path, reason: impl Into<String>) -> Self {
        Self { path: path.to_owned(), reason: reason.into(), help: None }
    }

    /// For `map_err` on something done to `path`.
    pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |error| Self::new(path, error.to_string())
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn busy(out: &Path) -> Self {
        Self::new(out, "another codegen is writing to this folder").help("wait until it is done")
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for WriteError {}
