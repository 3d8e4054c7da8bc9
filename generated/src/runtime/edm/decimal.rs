//! `Edm.Decimal`: the text of a number, exact at any size.

use std::fmt;
use std::str::FromStr;

use super::InvalidText;
use crate::runtime::json::{Fault, Kind, Reader, Writer};
use crate::runtime::object::Scalar;

/// `Edm.Decimal`: a number, exact at any size, such as `12.50`.
///
/// A service may send decimals as JSON strings, to keep them from readers that round; both forms are taken and given
/// back as received. Equality is of the text: `1.0` and `1.00` differ.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The JSON text: the number, with or without quotes.
    json: Box<str>,
}

impl Decimal {
    /// The number's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.json.trim_matches('"')
    }

    /// The JSON text, in quotes if it was received so.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.json
    }

    /// The double nearest to the number.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // A JSON number always reads as a double, if need be an infinite one.
        self.as_str().parse().unwrap_or(f64::NAN)
    }
}

impl FromStr for Decimal {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        if is_number(text) {
            return Ok(Self { json: text.into() });
        }
        Err(InvalidText {
            expected: Self::EXPECTED,
            reason: "not written as JSON writes numbers",
            text: text.into(),
        })
    }
}

impl TryFrom<&str> for Decimal {
    type Error = InvalidText;

    fn try_from(text: &str) -> Result<Self, InvalidText> {
        text.parse()
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { json: value.to_string().into_boxed_str() }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.json)
    }
}

impl Scalar for Decimal {
    const EXPECTED: &'static str = "a decimal number";

    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Box<Fault>> {
        let json = match reader.kind() {
            Kind::Number => reader.number()?.into(),
            Kind::String => {
                let text = reader.string()?;
                if !is_number(&text) {
                    return Ok(None);
                }
                format!("\"{text}\"").into_boxed_str()
            }
            _ => return Ok(None),
        };
        Ok(Some(Self { json }))
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw(&self.json);
    }
}

crate::runtime::serde_impls::scalar_serde!(Decimal);

fn is_number(text: &str) -> bool {
    let mut reader = Reader::new(text);
    let starts = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    starts && reader.number().is_ok_and(|number| number.len() == text.len())
}
