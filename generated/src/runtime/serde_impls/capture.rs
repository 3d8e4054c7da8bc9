//! Any deserializer in, the JSON text of its value out.
//!
//! `serde_json` is asked for the text itself, by the protocol of its `RawValue`, so that numbers stay exact. Formats
//! that do not know the protocol, and serde's own buffers (behind `flatten` and untagged enums), describe the value,
//! and the text is built from that.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::runtime::json::Writer;

/// The name under which `serde_json` hands out raw text.
const RAW_VALUE: &str = "$serde_json::private::RawValue";
/// The name under which `serde_json` hands out numbers with `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// The JSON text of the value that `deserializer` holds.
pub(crate) fn json_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'de, str>, D::Error> {
    deserializer.deserialize_newtype_struct(RAW_VALUE, Capture)
}

struct Capture;

impl<'de> DeserializeSeed<'de> for Capture {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn written<'de, E>(write: impl FnOnce(&mut Writer)) -> Result<Cow<'de, str>, E> {
    let mut writer = Writer::new();
    write(&mut writer);
    Ok(Cow::Owned(writer.into_string()))
}

impl<'de> Visitor<'de> for Capture {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        written(|writer| writer.boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        written(|writer| writer.integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        written(|writer| writer.raw(&value.to_string()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Self::Value, E> {
        written(|writer| writer.raw(&value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Self::Value, E> {
        written(|writer| writer.raw(&value.to_string()))
    }

    fn visit_f32<E: Error>(self, value: f32) -> Result<Self::Value, E> {
        written(|writer| writer.single(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        written(|writer| writer.double(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        written(|writer| writer.string(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        written(Writer::null)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut writer = Writer::new();
        writer.begin_array();
        while let Some(element) = elements.next_element_seed(Self)? {
            writer.separate();
            writer.raw(&element);
        }
        writer.end_array();
        Ok(Cow::Owned(writer.into_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut writer = Writer::new();
        writer.begin_object();
        while let Some(key) = members.next_key_seed(Words)? {
            if matches!(key.as_ref(), RAW_VALUE | NUMBER) {
                return members.next_value_seed(Words);
            }
            writer.key(&key);
            let value = members.next_value_seed(Self)?;
            writer.raw(&value);
        }
        writer.end_object();
        Ok(Cow::Owned(writer.into_string()))
    }
}

/// A string, borrowed if the deserializer can lend it.
struct Words;

impl<'de> DeserializeSeed<'de> for Words {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_string(self)
    }
}

impl<'de> Visitor<'de> for Words {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value))
    }
}
