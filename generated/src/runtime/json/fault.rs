//! What goes wrong while reading: a message at a byte offset in, an error with path, line and column out.

use std::borrow::Cow;
use std::fmt;

/// A problem at a byte offset, with the path to it, innermost step first.
///
/// Boxed, so that a `Result` of the reader stays small.
#[derive(Debug)]
pub struct Fault {
    message: Cow<'static, str>,
    offset: usize,
    path: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Member(String),
    Element(usize),
}

impl Fault {
    /// A problem at `offset`.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>, offset: usize) -> Box<Self> {
        Box::new(Self { message: message.into(), offset, path: Vec::new() })
    }

    /// The same problem, seen from the object that holds it as `name`.
    #[must_use]
    pub fn in_member(mut self: Box<Self>, name: &str) -> Box<Self> {
        self.path.push(Step::Member(name.to_owned()));
        self
    }

    /// The same problem, seen from the array that holds it at `index`.
    #[must_use]
    pub fn in_element(mut self: Box<Self>, index: usize) -> Box<Self> {
        self.path.push(Step::Element(index));
        self
    }

    /// The same problem, seen from a text that holds the one read at `start`.
    pub(crate) fn moved_by(mut self: Box<Self>, start: usize) -> Box<Self> {
        self.offset = self.offset.saturating_add(start);
        self
    }

    /// The error that a caller sees: `input` is the text that was read.
    #[must_use]
    pub fn into_error(self, input: &[u8]) -> DecodeError {
        let before = input.get(..self.offset).unwrap_or(input);
        let line_start = before.iter().rposition(|&byte| byte == b'\n');
        let line_text = before.get(line_start.map_or(0, |at| at + 1)..);
        DecodeError {
            path: join_path(&self.path),
            message: self.message.into_owned(),
            offset: self.offset,
            line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
            column: String::from_utf8_lossy(line_text.unwrap_or_default()).chars().count() + 1,
        }
    }
}

fn join_path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps.iter().rev() {
        match step {
            Step::Member(name) => push_member(&mut path, name),
            Step::Element(index) => push_element(&mut path, *index),
        }
    }
    path
}

/// Adds `.name`, or `["odd name"]` where a dot would mislead.
pub(crate) fn push_member(path: &mut String, name: &str) {
    let plain = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '-' | '$'));
    if !plain && !name.contains('@') {
        path.push_str(&format!("[{name:?}]"));
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

/// Adds `[index]`.
pub(crate) fn push_element(path: &mut String, index: usize) {
    path.push_str(&format!("[{index}]"));
}

/// Why a body could not be decoded, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    message: String,
    offset: usize,
    line: usize,
    column: usize,
}

impl DecodeError {
    /// The JSON path of the value that is wrong, such as `value[3].from`; empty for the body itself.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The place as a byte offset into the body.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The line of the place, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column of the place, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// Path and message, without line and column: for callers that hold only a part of the body.
    pub(crate) fn without_place(&self) -> String {
        if self.path.is_empty() {
            self.message.clone()
        } else {
            format!("{}: {}", self.path, self.message)
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        write!(f, "{} at line {line} column {column}", self.without_place())
    }
}

impl std::error::Error for DecodeError {}
