//! An object in, its copy out.

use super::keep::extra_of;
use super::slot::{ScalarSlot, SlotMut, SlotRef, TextSlot, scalar_text};
use super::traits::{Object, set_fields};
use crate::runtime::json::Reader;

/// A copy of `object`.
#[must_use]
pub fn clone_object<T: Object + Default>(object: &T) -> T {
    let mut copy = T::default();
    copy_fields(object, &mut copy);
    copy
}

/// Copies all that `from` holds into the new object `to` of the same type.
fn copy_fields(from: &dyn Object, to: &mut dyn Object) {
    for (index, _) in set_fields(from) {
        copy_slot(from.field(index), to.field_mut(index));
    }
    if let SlotMut::Extra(extra) = to.field_mut(usize::MAX) {
        extra.clone_from(extra_of(from));
    }
}

fn copy_slot(from: SlotRef<'_>, to: SlotMut<'_>) {
    // Indexed by the kind of the source, so that a new kind cannot be forgotten.
    match from {
        SlotRef::Bool(from) => {
            if let SlotMut::Bool(to) = to {
                *to = *from
            }
        }
        SlotRef::U8(from) => {
            if let SlotMut::U8(to) = to {
                *to = *from
            }
        }
        SlotRef::I8(from) => {
            if let SlotMut::I8(to) = to {
                *to = *from
            }
        }
        SlotRef::I16(from) => {
            if let SlotMut::I16(to) = to {
                *to = *from
            }
        }
        SlotRef::I32(from) => {
            if let SlotMut::I32(to) = to {
                *to = *from
            }
        }
        SlotRef::I64(from) => {
            if let SlotMut::I64(to) = to {
                *to = *from
            }
        }
        SlotRef::F32(from) => {
            if let SlotMut::F32(to) = to {
                *to = *from
            }
        }
        SlotRef::F64(from) => {
            if let SlotMut::F64(to) = to {
                *to = *from
            }
        }
        SlotRef::String(from) => {
            if let SlotMut::String(to) = to {
                to.clone_from(from)
            }
        }
        SlotRef::Strings(from) => {
            if let SlotMut::Strings(to) = to {
                to.clone_from(from)
            }
        }
        SlotRef::Decimal(from) => {
            if let SlotMut::Decimal(to) = to {
                to.clone_from(from)
            }
        }
        SlotRef::Json(from) => {
            if let SlotMut::Json(to) = to {
                to.clone_from(from)
            }
        }
        SlotRef::Text(from) => {
            if let SlotMut::Text(to) = to {
                copy_text(from, to)
            }
        }
        SlotRef::Object(from) => {
            if let (Some(from), SlotMut::Object(to)) = (from.get(), to) {
                copy_fields(from, to.reset());
            }
        }
        SlotRef::Objects(from) => {
            if let SlotMut::Objects(to) = to {
                to.start();
                for index in 0..from.len() {
                    if let (Some(from), Some(to)) = (from.get(index), to.push()) {
                        copy_fields(from, to);
                    }
                }
            }
        }
        SlotRef::Scalars(from) => {
            if let SlotMut::Scalars(to) = to {
                copy_scalars(from, to)
            }
        }
        SlotRef::Extra(from) => {
            if let SlotMut::Extra(to) = to {
                to.clone_from(from)
            }
        }
    }
}

/// A text reads back as the value that it came from, so no copying per type is needed.
fn copy_text(from: &dyn TextSlot, to: &mut dyn TextSlot) {
    if let Some(text) = from.text() {
        to.set(text);
    }
}

/// As [`copy_text`]: the writer's floats are the shortest texts that read back as the same value.
fn copy_scalars(from: &dyn ScalarSlot, to: &mut dyn ScalarSlot) {
    let text = scalar_text(from);
    if to.read(&mut Reader::unlimited(&text)).is_err() {
        to.clear();
    }
}
