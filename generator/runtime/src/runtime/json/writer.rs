//! Values in, compact JSON text out.

use super::number::{is_plain_integer, truncate};
use super::scan::plain_length;

/// Writes JSON text; commas come by themselves.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
}

impl Writer {
    /// A writer of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { out: String::with_capacity(capacity) }
    }

    /// The number of bytes written.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    /// What was written.
    #[must_use]
    pub fn into_string(self) -> String {
        self.out
    }

    /// Starts an object.
    #[inline]
    pub fn begin_object(&mut self) {
        self.out.push('{');
    }

    /// Ends an object.
    #[inline]
    pub fn end_object(&mut self) {
        self.out.push('}');
    }

    /// Starts an array.
    #[inline]
    pub fn begin_array(&mut self) {
        self.out.push('[');
    }

    /// Ends an array.
    #[inline]
    pub fn end_array(&mut self) {
        self.out.push(']');
    }

    /// Writes the comma that the next member or element needs.
    #[inline]
    pub fn separate(&mut self) {
        if self.needs_comma() {
            self.out.push(',');
        }
    }

    #[inline]
    fn needs_comma(&self) -> bool {
        // A value ends in none of these, so they can only be openings.
        !matches!(self.out.as_bytes().last(), Some(b'{' | b'[' | b':') | None)
    }

    /// Starts a member of an object.
    #[inline]
    pub fn key(&mut self, key: &str) {
        self.separate();
        self.string(key);
        self.out.push(':');
    }

    /// As [`Writer::key`], for a name that needs no escaping.
    #[inline]
    pub(crate) fn plain_key(&mut self, key: &str) {
        self.separate();
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    /// Adds text that is JSON already.
    #[inline]
    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes `null`.
    #[inline]
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// Writes `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes an integer.
    #[inline]
    pub fn integer(&mut self, value: i64) {
        self.out.push_str(itoa::Buffer::new().format(value));
    }

    /// Writes a double in its shortest form; what is not finite becomes the string that OData has for it.
    pub fn double(&mut self, value: f64) {
        if is_plain_integer(value) {
            self.integer(truncate(value));
        } else if value.is_finite() {
            self.out.push_str(zmij::Buffer::new().format_finite(value));
        } else {
            self.not_finite(value);
        }
    }

    /// As [`Writer::double`], for singles.
    pub fn single(&mut self, value: f32) {
        if value.is_finite() {
            self.out.push_str(&super::number::write_single(value));
        } else {
            self.not_finite(f64::from(value));
        }
    }

    fn not_finite(&mut self, value: f64) {
        self.raw(not_finite_text(value));
    }

    /// Writes a string, escaping what JSON wants escaped and nothing else.
    #[inline]
    pub fn string(&mut self, text: &str) {
        self.out.push('"');
        let plain = plain_length(text.as_bytes());
        if plain == text.len() {
            self.out.push_str(text);
        } else {
            self.escaped(text, plain);
        }
        self.out.push('"');
    }

    fn escaped(&mut self, text: &str, plain: usize) {
        let mut rest = text;
        let mut plain = plain;
        while let Some((head, tail)) = rest.split_at_checked(plain) {
            self.out.push_str(head);
            let Some(&special) = tail.as_bytes().first() else {
                return;
            };
            self.escape(special);
            rest = tail.get(1..).unwrap_or_default();
            plain = plain_length(rest.as_bytes());
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.raw("\\\""),
            b'\\' => self.raw("\\\\"),
            b'\n' => self.raw("\\n"),
            b'\r' => self.raw("\\r"),
            b'\t' => self.raw("\\t"),
            0x8 => self.raw("\\b"),
            0xc => self.raw("\\f"),
            _ => self.raw(&format!("\\u{byte:04x}")),
        }
    }
}

/// The JSON string that OData has for a number that JSON cannot write.
pub(crate) fn not_finite_text(value: f64) -> &'static str {
    if value.is_nan() {
        "\"NaN\""
    } else if value > 0.0 {
        "\"INF\""
    } else {
        "\"-INF\""
    }
}
