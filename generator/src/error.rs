//! The library's error: what could not be read, understood or written.
//!
//! In: the rooms' own errors. Out: one [`Error`] with its kind, the path it is about, the reason, and what to do. A
//! mistake in a page is no error but a diagnostic.

use crate::config::ConfigError;
use crate::source::LoadError;
use crate::write::{CommitError, WriteError};
use std::fmt;
use std::path::{Path, PathBuf};

/// Why the library could not do what was asked.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    path: PathBuf,
    reason: String,
    help: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The docs folder cannot be read.
    Docs,
    /// `codegen.toml` cannot be used; [`Error::config`] has every mistake with its place.
    Config,
    /// The run found errors, so that its output would not be trustworthy. Nothing was written.
    Findings,
    /// The output folder cannot be compared or written. Nothing was changed, unless the reason says so.
    Output,
    /// The output folder holds files that were edited, or that the generator did not write. Nothing was changed.
    Protected,
    /// Writing was cancelled, and undone.
    Cancelled,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, path: &Path, reason: impl Into<String>) -> Self {
        Self { kind, path: path.to_owned(), reason: reason.into(), help: None, source: None }
    }

    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    fn caused_by(self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { source: Some(Box::new(source)), ..self }
    }

    /// What failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The file or folder it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is wrong with it, without the path.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The mistakes in `codegen.toml`, with their places, if these are the error.
    #[must_use]
    pub fn config(&self) -> Option<&ConfigError> {
        self.source.as_ref()?.downcast_ref()
    }

    /// An error of writing to `out`.
    #[must_use]
    pub fn of_commit(error: CommitError, out: &Path) -> Self {
        match error {
            CommitError::Failed(error) => error.into(),
            CommitError::NotUndone(error) => {
                let reason = format!("{}; it could not all be undone", error.reason);
                Self::new(ErrorKind::Output, &error.path, reason)
                    .with_help("run again: the next run begins by undoing the rest")
                    .caused_by(error)
            }
            CommitError::Protected => {
                Self::new(ErrorKind::Protected, out, "edited or foreign files would be lost")
                    .with_help("move them away, or allow them to be overwritten")
            }
            CommitError::Cancelled | CommitError::Abandoned => {
                Self::new(ErrorKind::Cancelled, out, "interrupted while writing")
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.config() {
            // It names its file and each line.
            Some(config) => config.fmt(f),
            None => write!(f, "`{}`: {}", self.path.display(), self.reason),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}

impl From<LoadError> for Error {
    fn from(error: LoadError) -> Self {
        Self::new(ErrorKind::Docs, &error.path, error.reason.clone()).caused_by(error)
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        let first = error.problems.first().map_or("", |problem| problem.message.as_str());
        Self::new(ErrorKind::Config, &error.path, first).caused_by(error)
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        let new = Self::new(ErrorKind::Output, &error.path, error.reason.clone());
        match error.help.clone() {
            Some(help) => new.with_help(help),
            None => new,
        }
        .caused_by(error)
    }
}
