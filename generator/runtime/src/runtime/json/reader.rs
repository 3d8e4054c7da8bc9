//! A pull reader: JSON text in; strings, numbers and raw slices out, borrowed wherever the text allows it.

use std::borrow::Cow;

use super::scan::plain_length;
use super::{DEPTH_LIMIT, Fault, minify};

/// What a value is, as its first byte tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// No value starts here.
    Invalid,
}

/// Reads JSON text from front to back.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: u32,
    depth_limit: u32,
    /// White space was passed since [`Reader::raw`] last cleared this.
    spaced: bool,
    /// A float was read whose text is not what the writer makes of its value.
    pub(crate) respelled: bool,
}

pub(super) type Result<T> = std::result::Result<T, Box<Fault>>;

impl<'a> Reader<'a> {
    /// A reader at the start of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0, depth_limit: DEPTH_LIMIT, spaced: false, respelled: false }
    }

    /// A reader for text that this runtime wrote from values in memory, which may nest as deep as they do.
    pub(crate) fn unlimited(text: &'a str) -> Self {
        Self { depth_limit: u32::MAX, ..Self::new(text) }
    }

    /// The kind of the value that comes next.
    #[inline]
    pub fn kind(&mut self) -> Kind {
        match self.peek() {
            b'"' => Kind::String,
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'-' | b'0'..=b'9' => Kind::Number,
            b't' | b'f' => Kind::Bool,
            b'n' => Kind::Null,
            _ => Kind::Invalid,
        }
    }

    /// The offset of the next byte that is not white space.
    #[inline]
    pub fn offset(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// The text from an offset to where the reader is.
    pub(crate) fn since(&self, start: usize) -> &'a str {
        self.slice(start, self.at)
    }

    /// The length of the whole text.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// Goes back to an offset that [`Reader::offset`] gave at the same depth.
    pub(crate) fn rewind(&mut self, offset: usize, depth: u32) {
        self.at = offset;
        self.depth = depth;
    }

    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    /// Steps over `{`.
    ///
    /// # Errors
    /// No object starts here, or it lies too deep.
    #[inline]
    pub fn begin_object(&mut self) -> Result<()> {
        self.open(b'{', "expected an object")
    }

    /// Steps over `[`.
    ///
    /// # Errors
    /// No array starts here, or it lies too deep.
    #[inline]
    pub fn begin_array(&mut self) -> Result<()> {
        self.open(b'[', "expected an array")
    }

    /// The next key of an object and its colon, or `None` and the closing brace.
    ///
    /// # Errors
    /// The text is not JSON.
    #[inline]
    pub fn next_key(&mut self, first: bool) -> Result<Option<Cow<'a, str>>> {
        if !self.next_member(first)? {
            return Ok(None);
        }
        let key = self.string()?;
        self.colon()?;
        Ok(Some(key))
    }

    /// Steps to the next member, whose key comes next, or over the closing brace.
    #[inline]
    pub(crate) fn next_member(&mut self, first: bool) -> Result<bool> {
        let more = self.next(first, b'}', "expected `,` or `}`")?;
        if more && self.peek() != b'"' {
            return Err(self.fault("expected a string as key"));
        }
        Ok(more)
    }

    /// Steps over `"key":` if exactly that comes next.
    #[inline]
    pub(crate) fn skip_key(&mut self, key: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let matches =
            rest.strip_prefix(key.as_bytes()).is_some_and(|rest| rest.starts_with(b"\":"));
        if matches {
            self.at += key.len() + 3;
        }
        matches
    }

    #[inline]
    pub(crate) fn colon(&mut self) -> Result<()> {
        if self.peek() != b':' {
            return Err(self.fault("expected `:`"));
        }
        self.at += 1;
        Ok(())
    }

    /// Whether another element follows; steps over the comma or the closing bracket.
    ///
    /// # Errors
    /// The text is not JSON.
    #[inline]
    pub fn next_element(&mut self, first: bool) -> Result<bool> {
        self.next(first, b']', "expected `,` or `]`")
    }

    /// Reads a string.
    ///
    /// # Errors
    /// No valid string starts here.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>> {
        if self.peek() != b'"' {
            return Err(self.fault("expected a string"));
        }
        let start = self.at + 1;
        let end = start + plain_length(self.rest_from(start));
        if self.byte(end) == b'"' {
            self.at = end + 1;
            return Ok(Cow::Borrowed(self.slice(start, end)));
        }
        self.at = end;
        let mut text = self.slice(start, end).to_owned();
        self.escaped(&mut text)?;
        Ok(Cow::Owned(text))
    }

    /// Reads a number and returns its text.
    ///
    /// # Errors
    /// No valid number starts here.
    #[inline]
    pub fn number(&mut self) -> Result<&'a str> {
        self.peek();
        let start = self.at;
        if self.byte(self.at) == b'-' {
            self.at += 1;
        }
        match self.byte(self.at) {
            b'0' => self.at += 1,
            b'1'..=b'9' => self.digits()?,
            _ => return Err(self.fault("expected a number")),
        }
        if self.byte(self.at) == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(self.at), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(self.at), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        if self.byte(self.at).is_ascii_digit() {
            return Err(self.fault("a number may not start with `0`"));
        }
        Ok(self.slice(start, self.at))
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    /// Neither starts here.
    #[inline]
    pub fn boolean(&mut self) -> Result<bool> {
        if self.peek() == b't' {
            self.literal("true")?;
            return Ok(true);
        }
        self.literal("false")?;
        Ok(false)
    }

    /// Reads `null`.
    ///
    /// # Errors
    /// Something else starts here.
    #[inline]
    pub fn null(&mut self) -> Result<()> {
        self.peek();
        self.literal("null")
    }

    /// Steps over any value, checking it, and returns its text as it is.
    ///
    /// # Errors
    /// No valid value starts here.
    pub fn skip(&mut self) -> Result<&'a str> {
        let start = self.offset();
        match self.kind() {
            Kind::String => self.skip_string()?,
            Kind::Number => drop(self.number()?),
            Kind::Bool => drop(self.boolean()?),
            Kind::Null => self.null()?,
            Kind::Array => {
                self.begin_array()?;
                let mut index = 0;
                while self.next_element(index == 0)? {
                    self.skip().map_err(|fault| fault.in_element(index))?;
                    index += 1;
                }
            }
            Kind::Object => {
                self.begin_object()?;
                let mut first = true;
                while self.next_member(first)? {
                    first = false;
                    let start = self.at + 1;
                    self.skip_string()?;
                    let key = self.slice(start, self.at - 1);
                    self.colon()?;
                    self.skip().map_err(|fault| fault.in_member(key))?;
                }
            }
            Kind::Invalid => return Err(self.fault("expected a value")),
        }
        Ok(self.slice(start, self.at))
    }

    /// Steps over any value and returns its text without white space between tokens.
    ///
    /// # Errors
    /// No valid value starts here.
    pub fn raw(&mut self) -> Result<Cow<'a, str>> {
        self.peek();
        self.spaced = false;
        let text = self.skip()?;
        Ok(if self.spaced { Cow::Owned(minify(text)) } else { Cow::Borrowed(text) })
    }

    /// Checks that nothing but white space is left.
    ///
    /// # Errors
    /// More text follows.
    pub fn end(&mut self) -> Result<()> {
        self.peek();
        if self.at < self.text.len() {
            return Err(self.fault("expected the end of the text"));
        }
        Ok(())
    }

    /// A fault at the next byte; at the end of the text it says so.
    #[cold]
    pub(crate) fn fault(&self, message: &'static str) -> Box<Fault> {
        if self.at >= self.text.len() {
            return Fault::new(format!("{message}, found the end of the text"), self.at);
        }
        Fault::new(message, self.at)
    }

    /// The next byte that is not white space; 0 at the end (a NUL in the text is no token either).
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        let byte = self.byte(self.at);
        if byte > b' ' {
            return byte;
        }
        self.skip_space()
    }

    fn skip_space(&mut self) -> u8 {
        while let b' ' | b'\n' | b'\t' | b'\r' = self.byte(self.at) {
            self.at += 1;
            self.spaced = true;
        }
        self.byte(self.at)
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    #[inline]
    pub(super) fn rest_from(&self, at: usize) -> &'a [u8] {
        self.text.as_bytes().get(at..).unwrap_or_default()
    }

    /// Both ends lie at ASCII bytes, hence on character boundaries.
    #[inline]
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn open(&mut self, byte: u8, message: &'static str) -> Result<()> {
        if self.peek() != byte {
            return Err(self.fault(message));
        }
        if self.depth >= self.depth_limit {
            return Err(Fault::new(
                format!("nested deeper than {} levels", self.depth_limit),
                self.at,
            ));
        }
        self.at += 1;
        self.depth += 1;
        Ok(())
    }

    #[inline]
    fn next(&mut self, first: bool, close: u8, message: &'static str) -> Result<bool> {
        let byte = self.peek();
        if byte == close {
            self.at += 1;
            self.depth = self.depth.saturating_sub(1);
            return Ok(false);
        }
        if !first {
            if byte != b',' {
                return Err(self.fault(message));
            }
            self.at += 1;
        }
        Ok(true)
    }

    #[inline]
    fn digits(&mut self) -> Result<()> {
        let start = self.at;
        while self.byte(self.at).is_ascii_digit() {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.fault("expected a digit"));
        }
        Ok(())
    }

    #[inline]
    fn literal(&mut self, word: &'static str) -> Result<()> {
        if !self.rest_from(self.at).starts_with(word.as_bytes()) {
            return Err(self.fault("expected a value"));
        }
        self.at += word.len();
        Ok(())
    }

    fn skip_string(&mut self) -> Result<()> {
        let start = self.at + 1;
        let end = start + plain_length(self.rest_from(start));
        if self.byte(end) == b'"' {
            self.at = end + 1;
            return Ok(());
        }
        // Escapes are rare; checking them by decoding keeps the grammar in one place.
        self.string().map(drop)
    }
}
