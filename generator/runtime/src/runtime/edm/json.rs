//! Untyped JSON: any value, kept as text.

use std::fmt;
use std::str::FromStr;

use crate::runtime::json::{DecodeError, Fault, Kind, Reader, Writer, json_equal};
use crate::runtime::object::{Object, Scalar, to_json_string};

/// Any JSON value, kept as its text: numbers stay exact, and nothing is built that is not asked for.
///
/// Equality is of the value: members may come in any order, and `1` equals `1.0`.
#[derive(Clone)]
pub struct Json(Box<str>);

impl Json {
    /// The JSON text, without white space between tokens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A JSON string.
    #[must_use]
    pub fn string(text: &str) -> Self {
        let mut writer = Writer::new();
        writer.string(text);
        Self(writer.into_string().into_boxed_str())
    }

    /// The JSON of an object.
    #[must_use]
    pub fn object(object: &dyn Object) -> Self {
        Self(to_json_string(object).into_boxed_str())
    }

    /// This value as a tree. Numbers beyond its range are rounded, unless `arbitrary_precision` is on.
    ///
    /// # Errors
    /// The tree's own limits: a number beyond the range of doubles.
    pub fn to_value(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_str(&self.0)
    }

    /// The JSON of a tree.
    #[must_use]
    pub fn from_value(value: &serde_json::Value) -> Self {
        Self(value.to_string().into_boxed_str())
    }

    /// Text that is known to be JSON.
    pub(crate) fn from_valid(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// Checks text and keeps it.
    ///
    /// # Errors
    /// The text is not JSON.
    pub fn from_slice(json: &[u8]) -> Result<Self, DecodeError> {
        let text = crate::runtime::object::text_of(json)?;
        let mut reader = Reader::new(text);
        let raw = reader.raw();
        let checked = raw.and_then(|raw| reader.end().map(|()| Self(raw.into())));
        checked.map_err(|fault| fault.into_error(text.as_bytes()))
    }
}

impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        Self::from_slice(text.as_bytes())
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || json_equal(self.0.as_bytes(), other.0.as_bytes()).is_ok()
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Scalar for Json {
    const EXPECTED: &'static str = "a value";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>> {
        match reader.kind() {
            // Then `raw` says what is wrong.
            Kind::Invalid => Ok(None),
            _ => Ok(Some(Self(reader.raw()?.into()))),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw(&self.0);
    }
}

crate::runtime::serde_impls::scalar_serde!(Json);
