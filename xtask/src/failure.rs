//! Why a run could not be made: exit status 2.

use generator::config::ConfigError;
use generator::source::LoadError;
use generator::write::WriteError;
use generator::{Error, ErrorKind};
use std::io;

/// What is said before the run ends.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A sentence, and what to do about it.
    Plain { message: String, help: Option<String> },
    /// Mistakes in `codegen.toml`, shown with their lines.
    Config(ConfigError),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Plain { message: message.into(), help: None }
    }

    pub(crate) fn with_help(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Plain { message: message.into(), help: Some(help.into()) }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if let Some(config) = error.config() {
            return Self::Config(config.clone());
        }
        let (path, reason) = (error.path().display(), error.reason());
        let help = error.help().map(str::to_owned);
        match error.kind() {
            ErrorKind::Docs => Self::with_help(
                format!("cannot read `{path}`: {reason}"),
                "`--docs DIR` names the folder that holds the pages",
            ),
            _ => Self::Plain {
                message: format!("cannot use the output folder: `{path}`: {reason}"),
                help,
            },
        }
    }
}

/// A room's own error is one of the library's.
macro_rules! from_rooms {
    ($($room:ty),+) => {
        $(impl From<$room> for Failure {
            fn from(error: $room) -> Self {
                Error::from(error).into()
            }
        })+
    };
}

from_rooms!(LoadError, ConfigError, WriteError);

/// For results of writing to stdout. A reader that went away, such as `head`, is no failure.
pub(crate) fn unless_closed(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("cannot write to stdout: {error}")))
        }
        _ => Ok(()),
    }
}
