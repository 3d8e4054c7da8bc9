//! What people read: stderr, with colours where they are wanted.

use crate::cli::Color;
use crate::failure::Failure;
use anstream::{AutoStream, ColorChoice};
use generator::diagnostic::Severity;
use generator::messages::human;
use std::io::{self, Write};

/// Stderr and how much to say there.
pub(crate) struct Terminal {
    stderr: AutoStream<io::Stderr>,
    quiet: bool,
    color: Color,
}

impl Terminal {
    pub(crate) fn new(color: Color, quiet: bool) -> Self {
        let choice = match color {
            Color::Auto => AutoStream::choice(&io::stderr()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { stderr: AutoStream::new(io::stderr(), choice), quiet, color }
    }

    /// Stdout, with colours where they are wanted.
    pub(crate) fn stdout(&self) -> AutoStream<io::Stdout> {
        let choice = match self.color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        AutoStream::new(io::stdout(), choice)
    }

    /// Whether only errors are to be printed.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Prints `text`, which may hold colours. Nobody can be told if stderr is closed, so that is no error.
    pub(crate) fn print(&mut self, text: &str) {
        self.stderr.write_all(text.as_bytes()).and_then(|()| self.stderr.flush()).ok();
    }

    /// Prints a line that is worth reading but not needed.
    pub(crate) fn say(&mut self, line: &str) {
        if !self.quiet {
            self.print(&format!("{line}\n"));
        }
    }

    /// Prints a note without a place.
    pub(crate) fn note(&mut self, message: &str, help: Option<&str>) {
        if !self.quiet {
            self.print(&human::message(Severity::Note, message, help));
        }
    }

    /// Prints an error without a place.
    pub(crate) fn error(&mut self, message: &str, help: Option<&str>) {
        self.print(&human::message(Severity::Error, message, help));
    }

    /// Prints why the run could not be made.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        match failure {
            Failure::Plain { message, help } => self.error(message, help.as_deref()),
            Failure::Config(error) => self.print(&human::config(error)),
        }
    }
}
