//! `Deserialize` for objects, texts and scalars.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Visitor};

use super::capture::json_text;
use crate::runtime::json::Reader;
#[cfg(feature = "serde")]
use crate::runtime::object::Scalar;
use crate::runtime::object::{Mode, Object, Text, decode_text};

/// Deserializes an object, tolerantly.
///
/// # Errors
/// The deserializer's own, and a value that is no object.
pub fn deserialize_object<'de, T: Object + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = json_text(deserializer)?;
    let mut object = T::default();
    decode_object(&mut object, &text).map_err(D::Error::custom)?;
    Ok(object)
}

/// Not generic, so that it is compiled here. The place of an error is that in the part of the text which belongs to
/// the object, so it is left to the deserializer to say where that is.
fn decode_object(object: &mut dyn Object, text: &str) -> Result<(), String> {
    decode_text(Reader::new(text), object, Mode::Tolerant)
        .map_err(|fault| fault.into_error(text.as_bytes()).without_place())
}

/// Deserializes a type that is checked text.
///
/// # Errors
/// The deserializer's own, and a text of another shape.
pub fn deserialize_text<'de, T: Text, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: Text> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(<T as Text>::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text)
            .ok_or_else(|| E::invalid_value(serde_core::de::Unexpected::Str(text), &self))
    }
}

/// Deserializes a type that is JSON text.
#[cfg(feature = "serde")]
pub(crate) fn deserialize_scalar<'de, S: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<S, D::Error> {
    let text = json_text(deserializer)?;
    let mut reader = Reader::new(&text);
    let read = S::read(&mut reader);
    let value =
        read.map_err(|fault| D::Error::custom(fault.into_error(text.as_bytes()).without_place()))?;
    value.ok_or_else(|| D::Error::custom(format_args!("expected {}, found {text}", S::EXPECTED)))
}
