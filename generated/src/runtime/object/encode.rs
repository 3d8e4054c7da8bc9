//! Objects in, JSON text out.

use super::extra::Extra;
use super::keep::{Kept, annotations, extra_of, kept, type_to_write};
use super::slot::{ObjectsSlot, SlotRef};
use super::traits::{Object, set_fields};
use crate::runtime::json::{Writer, double, single};

/// The JSON text of an object.
///
/// Annotations come first, then the properties in the order of their names, then what else was kept.
#[must_use]
pub fn to_json_string(object: &dyn Object) -> String {
    let mut writer = Writer::with_capacity(1024);
    write_object(&mut writer, object);
    writer.into_string()
}

/// As [`to_json_string`], as bytes.
#[must_use]
pub fn to_vec(object: &dyn Object) -> Vec<u8> {
    to_json_string(object).into_bytes()
}

pub(crate) fn write_object(writer: &mut Writer, object: &dyn Object) {
    let extra = extra_of(object);
    writer.begin_object();
    if let Some(name) = type_to_write(extra) {
        writer.key("@odata.type");
        writer.string(&format!("#{name}"));
    }
    if extra.has_bag() {
        for entry in annotations(extra) {
            writer.separate();
            writer.raw(entry.member());
        }
    }
    set_fields(object).for_each(|(index, name)| {
        writer.plain_key(name);
        write_slot(writer, object.field(index), index, extra);
    });
    if extra.has_bag() {
        write_kept(writer, object, extra);
    }
    writer.end_object();
}

fn write_kept(writer: &mut Writer, object: &dyn Object, extra: &Extra) {
    // A chain of iterators is faster from within than by a loop that asks for the next.
    kept(object, extra).for_each(|member| match member {
        Kept::Named(entry) => {
            writer.separate();
            writer.raw(entry.member());
        }
        Kept::Null(name) => {
            writer.plain_key(name);
            writer.null();
        }
        Kept::Misfit(name, raw) => {
            writer.plain_key(name);
            writer.raw(raw);
        }
    });
}

fn write_slot(writer: &mut Writer, slot: SlotRef<'_>, index: usize, extra: &Extra) {
    match slot {
        SlotRef::Bool(Some(value)) => writer.boolean(*value),
        SlotRef::U8(Some(value)) => writer.integer(i64::from(*value)),
        SlotRef::I8(Some(value)) => writer.integer(i64::from(*value)),
        SlotRef::I16(Some(value)) => writer.integer(i64::from(*value)),
        SlotRef::I32(Some(value)) => writer.integer(i64::from(*value)),
        SlotRef::I64(Some(value)) => writer.integer(*value),
        SlotRef::F32(Some(value)) => match spelling_of_single(extra, index, *value) {
            Some(text) => writer.raw(text),
            None => writer.single(*value),
        },
        SlotRef::F64(Some(value)) => match spelling_of_double(extra, index, *value) {
            Some(text) => writer.raw(text),
            None => writer.double(*value),
        },
        SlotRef::String(Some(value)) => writer.string(value),
        SlotRef::Strings(Some(values)) => {
            writer.begin_array();
            for value in values {
                writer.separate();
                writer.string(value);
            }
            writer.end_array();
        }
        SlotRef::Decimal(Some(value)) => writer.raw(value.as_json()),
        SlotRef::Json(Some(value)) => writer.raw(value.as_str()),
        SlotRef::Text(slot) => match slot.text() {
            Some(text) => writer.string(text),
            None => writer.null(),
        },
        SlotRef::Object(slot) => match slot.get() {
            Some(object) => write_object(writer, object),
            None => writer.null(),
        },
        SlotRef::Objects(slot) => write_objects(writer, slot),
        SlotRef::Scalars(slot) => match extra.spelling(index) {
            Some(text) if slot.reads_as(text) => writer.raw(text),
            _ => slot.write(writer),
        },
        SlotRef::Bool(None)
        | SlotRef::U8(None)
        | SlotRef::I8(None)
        | SlotRef::I16(None)
        | SlotRef::I32(None)
        | SlotRef::I64(None)
        | SlotRef::F32(None)
        | SlotRef::F64(None)
        | SlotRef::String(None)
        | SlotRef::Strings(None)
        | SlotRef::Decimal(None)
        | SlotRef::Json(None)
        | SlotRef::Extra(_) => writer.null(),
    }
}

fn write_objects(writer: &mut Writer, slot: &dyn ObjectsSlot) {
    writer.begin_array();
    for index in 0..slot.len() {
        if let Some(object) = slot.get(index) {
            writer.separate();
            write_object(writer, object);
        }
    }
    writer.end_array();
}

/// The received text of a double, while the field still equals it.
pub(crate) fn spelling_of_double(extra: &Extra, index: usize, value: f64) -> Option<&str> {
    let text = extra.spelling(index)?;
    (double(text)?.0.to_bits() == value.to_bits()).then_some(text)
}

/// As [`spelling_of_double`], for singles.
pub(crate) fn spelling_of_single(extra: &Extra, index: usize, value: f32) -> Option<&str> {
    let text = extra.spelling(index)?;
    (single(text)?.0.to_bits() == value.to_bits()).then_some(text)
}
