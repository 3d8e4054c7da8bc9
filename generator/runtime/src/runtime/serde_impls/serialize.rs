//! `Serialize` for objects and for JSON text.
//!
//! Values are described to the serializer as maps, sequences and scalars, so that any format can take them. Only
//! numbers that no Rust number holds exactly go as `serde_json`'s raw text.

use serde_core::Serialize;
use serde_core::ser::{Error, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;

use crate::runtime::json::{Kind, Reader, json_equal, unquote};
use crate::runtime::object::{
    Extra, Kept, Object, ObjectsSlot, ScalarSlot, SlotRef, annotations, extra_of, kept,
    scalar_text, set_fields, spelling_of_double, spelling_of_single, type_to_write,
};

/// Serializes an object as a map.
///
/// # Errors
/// The serializer's own.
pub fn serialize_object<S: Serializer>(
    object: &dyn Object,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let extra = extra_of(object);
    let type_name = type_to_write(extra);
    let mut map = serializer.serialize_map(Some(count(object, extra)))?;
    if let Some(name) = type_name {
        map.serialize_entry("@odata.type", &format!("#{name}"))?;
    }
    for entry in annotations(extra) {
        map.serialize_entry(entry.name().as_ref(), &Raw(entry.raw()))?;
    }
    for (index, name) in set_fields(object) {
        let slot = object.field(index);
        map.serialize_entry(name, &Field { slot, index, extra })?;
    }
    for member in kept(object, extra) {
        match member {
            Kept::Named(entry) => map.serialize_entry(entry.name().as_ref(), &Raw(entry.raw()))?,
            Kept::Null(name) => map.serialize_entry(name, &())?,
            Kept::Misfit(name, raw) => map.serialize_entry(name, &Raw(raw))?,
        }
    }
    map.end()
}

/// The number of members; formats with a length in front need it.
fn count(object: &dyn Object, extra: &Extra) -> usize {
    usize::from(type_to_write(extra).is_some())
        + annotations(extra).count()
        + set_fields(object).count()
        + kept(object, extra).count()
}

struct Field<'a> {
    slot: SlotRef<'a>,
    index: usize,
    extra: &'a Extra,
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.slot {
            SlotRef::Bool(value) => value.serialize(serializer),
            SlotRef::U8(value) => value.serialize(serializer),
            SlotRef::I8(value) => value.serialize(serializer),
            SlotRef::I16(value) => value.serialize(serializer),
            SlotRef::I32(value) => value.serialize(serializer),
            SlotRef::I64(value) => value.serialize(serializer),
            SlotRef::F32(slot) => {
                match slot.and_then(|value| spelling_of_single(self.extra, self.index, value)) {
                    Some(text) => serialize_number(text, serializer),
                    None => serialize_float(slot, serializer),
                }
            }
            SlotRef::F64(slot) => {
                match slot.and_then(|value| spelling_of_double(self.extra, self.index, value)) {
                    Some(text) => serialize_number(text, serializer),
                    None => serialize_float(slot, serializer),
                }
            }
            SlotRef::String(value) => value.serialize(serializer),
            SlotRef::Strings(value) => value.serialize(serializer),
            SlotRef::Decimal(Some(value)) => serialize_raw(value.as_json(), serializer),
            SlotRef::Json(Some(value)) => serialize_raw(value.as_str(), serializer),
            SlotRef::Text(slot) => slot.text().serialize(serializer),
            SlotRef::Object(slot) => slot.get().map(Whole).serialize(serializer),
            SlotRef::Objects(slot) => serialize_objects(slot, serializer),
            SlotRef::Scalars(slot) => match self.extra.spelling(self.index) {
                Some(text) if slot.reads_as(text) => serialize_raw(text, serializer),
                _ => serialize_raw(&scalar_text(slot), serializer),
            },
            SlotRef::Decimal(None) | SlotRef::Json(None) | SlotRef::Extra(_) => {
                serializer.serialize_unit()
            }
        }
    }
}

struct Whole<'a>(&'a dyn Object);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_object(self.0, serializer)
    }
}

fn serialize_objects<S: Serializer>(
    slot: &dyn ObjectsSlot,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut elements = serializer.serialize_seq(Some(slot.len()))?;
    for index in 0..slot.len() {
        if let Some(object) = slot.get(index) {
            elements.serialize_element(&Whole(object))?;
        }
    }
    elements.end()
}

/// JSON text, which is valid.
struct Raw<'a>(&'a str);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_raw(self.0, serializer)
    }
}

/// Serializes the value that a JSON text states.
pub(crate) fn serialize_raw<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut reader = Reader::unlimited(text);
    let invalid = |_| S::Error::custom("kept text is not JSON");
    match reader.kind() {
        Kind::Null | Kind::Invalid => serializer.serialize_unit(),
        Kind::Bool => serializer.serialize_bool(reader.boolean().map_err(invalid)?),
        Kind::Number => serialize_number(reader.number().map_err(invalid)?, serializer),
        Kind::String => serializer.serialize_str(&reader.string().map_err(invalid)?),
        Kind::Array => {
            let mut elements = Vec::new();
            reader.begin_array().map_err(invalid)?;
            while reader.next_element(elements.is_empty()).map_err(invalid)? {
                elements.push(Raw(reader.skip().map_err(invalid)?));
            }
            serializer.collect_seq(elements)
        }
        Kind::Object => {
            let mut members = Vec::new();
            reader.begin_object().map_err(invalid)?;
            while let Some(key) = reader.next_key(members.is_empty()).map_err(invalid)? {
                members.push((key, Raw(reader.skip().map_err(invalid)?)));
            }
            serializer.collect_map(members)
        }
    }
}

/// Serializes a number as the Rust number that holds it exactly, if there is one.
fn serialize_number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if text != "-0" {
        if let Ok(value) = text.parse::<i64>() {
            return serializer.serialize_i64(value);
        }
        if let Ok(value) = text.parse::<u64>() {
            return serializer.serialize_u64(value);
        }
    }
    if let Ok(value) = text.parse::<f64>()
        && value.is_finite()
        && json_equal(format!("{value:e}").as_bytes(), text.as_bytes()).is_ok()
    {
        return serializer.serialize_f64(value);
    }
    let raw = RawValue::from_string(text.to_owned()).map_err(S::Error::custom)?;
    raw.serialize(serializer)
}

/// A float without a received spelling, as the native writer spells it.
fn serialize_float<S: Serializer>(
    value: &dyn ScalarSlot,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let text = scalar_text(value);
    match unquote(&text) {
        Some(word) => serializer.serialize_str(&word),
        None => serialize_number(&text, serializer),
    }
}
