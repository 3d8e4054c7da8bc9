//! Mistakes in `codegen.toml`, with their places.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Why a configuration cannot be used. The command line renders it with the lines in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// Its text, empty if it could not be read.
    pub text: String,
    /// What is wrong, in file order; never empty.
    pub problems: Vec<Problem>,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// One sentence without a full stop.
    pub message: String,
    /// The bytes of the file that it is about.
    pub span: Option<Range<usize>>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Problem {
    /// A mistake at `span`.
    pub(super) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), span: Some(span), help: None }
    }

    /// Sets the help line.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl ConfigError {
    pub(super) fn unreadable(path: &Path, reason: &str) -> Self {
        let problem =
            Problem { message: format!("it cannot be read: {reason}"), span: None, help: None };
        Self { path: path.to_owned(), text: String::new(), problems: vec![problem] }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        for problem in &self.problems {
            match &problem.span {
                Some(span) => {
                    write!(f, ":{}: {}", line_of(&self.text, span.start), problem.message)?
                }
                None => write!(f, ": {}", problem.message)?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

/// 1-based line of `offset`.
pub(super) fn line_of(text: &str, offset: usize) -> u32 {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|&&byte| byte == b'\n').count() as u32 + 1
}
