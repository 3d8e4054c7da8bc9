//! What is wrong with a page, a setting or the output, as data.
//!
//! In: every stage pushes what it meets and carries on. Out: a sorted list. Nothing here prints; room
//! `messages` makes text of it.

mod codes;

pub use codes::{Code, UnknownCode};

use crate::span::Span;
use crate::visible;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The output cannot be trusted: nothing is written.
    Error,
    /// A page is wrong; the crate is written all the same.
    Warning,
    /// Tolerated or inferred; worth knowing, not worth acting on.
    Note,
    /// Switched off by the configuration: counted, never shown.
    Allow,
}

impl Severity {
    /// The word used in every output format and in the configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Allow => "allow",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The place, as narrow as it is known: a cell, a value, a heading.
    pub span: Span,
    /// What is said there; may be empty for a bare caret.
    pub message: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// The code's default severity, or what the configuration made of it.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// Where; `None` only for what has no page, such as an unused setting.
    pub primary: Option<Label>,
    /// The other places that take part, e.g. the other page of a contradiction.
    pub secondary: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// How the page can be repaired, where that is known.
    pub fix: Option<Box<Fix>>,
}

/// Edits of one page that repair what a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// In page order, none overlapping another.
    pub edits: Vec<Edit>,
    /// How far it can be trusted.
    pub applicability: Applicability,
}

/// A replacement of a part of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What is there afterwards.
    pub text: String,
}

/// How far a fix can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Applicability {
    /// What the page says stays the same.
    Safe,
    /// It may change what the page says; a person should look at it.
    Unsafe,
    /// A hint only, never written.
    DisplayOnly,
}

impl Fix {
    /// One replacement.
    pub fn replace(span: Span, text: impl Into<String>, applicability: Applicability) -> Self {
        Self { edits: vec![Edit { span, text: text.into() }], applicability }
    }
}

/// The finding without its place: `warning[unknown-type]: no type …`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.code.as_str(), visible::line(&self.message))
    }
}

impl Diagnostic {
    /// A finding at `span`.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.default_severity(),
            message: one_line(message),
            primary: Some(Label { span, message: String::new() }),
            secondary: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// A finding that has no place in any page.
    pub fn unplaced(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.default_severity(),
            message: one_line(message),
            primary: None,
            secondary: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Sets the words beside the caret.
    #[must_use]
    pub fn label(mut self, message: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.message = one_line(message);
        }
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.secondary.push(Label { span, message: one_line(message) });
        self
    }

    /// Sets the help line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(one_line(help));
        self
    }

    /// Says how it can be repaired.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(Box::new(fix));
        self
    }

    fn sort_key(&self) -> (Option<Span>, Code, &str) {
        (self.primary.as_ref().map(|label| label.span), self.code, &self.message)
    }
}

/// A message may quote a page; whatever would act on a terminal, or begin a line of its own, is spelled out from the start.
fn one_line(text: impl Into<String>) -> String {
    let text = text.into();
    match visible::line(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(spelled) => spelled,
    }
}

/// A collector. Order of pushing does not matter: [`Diagnostics::into_sorted`] settles it.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty collector.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// What was pushed so far, in order of pushing.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    /// For applying configured severities.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.list.iter_mut()
    }

    /// Sorted by file, offset, code and message; exact repetitions removed.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        self.list.dedup();
        self.list
    }
}
