//! An object in, a readable line out: only what is set, under the names of the JSON.

use std::fmt;

use super::keep::{Kept, annotations, extra_of, kept};
use super::slot::{ObjectsSlot, SlotRef, scalar_text};
use super::traits::{Object, set_fields};

/// Prints an object as `Debug` does.
///
/// # Errors
/// The formatter's own.
pub fn debug_object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let meta = object.meta();
    let extra = extra_of(object);
    let name = meta.name.rsplit('.').next().unwrap_or(meta.name);
    let mut out = f.debug_struct(name);
    for entry in annotations(extra) {
        out.field(&entry.name(), &Plain(entry.raw()));
    }
    for (index, name) in set_fields(object) {
        out.field(name, &Slot(object.field(index)));
    }
    for member in kept(object, extra) {
        match member {
            Kept::Named(entry) => out.field(&entry.name(), &Plain(entry.raw())),
            Kept::Null(name) => out.field(name, &Plain("null")),
            Kept::Misfit(name, raw) => out.field(name, &format_args!("misfit {raw}")),
        };
    }
    out.finish()
}

/// JSON text, printed as it is.
struct Plain<'a>(&'a str);

impl fmt::Debug for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

struct Slot<'a>(SlotRef<'a>);

impl fmt::Debug for Slot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            SlotRef::Bool(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::U8(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::I8(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::I16(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::I32(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::I64(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::F32(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::F64(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::String(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::Strings(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::Decimal(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::Json(Some(value)) => fmt::Debug::fmt(value, f),
            SlotRef::Text(slot) => fmt::Debug::fmt(slot.text().unwrap_or_default(), f),
            SlotRef::Object(slot) => match slot.get() {
                Some(object) => debug_object(object, f),
                None => Ok(()),
            },
            SlotRef::Objects(slot) => f.debug_list().entries(objects(slot)).finish(),
            SlotRef::Scalars(slot) => f.write_str(&scalar_text(slot)),
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
            | SlotRef::Extra(_) => Ok(()),
        }
    }
}

fn objects<'a>(slot: &'a dyn ObjectsSlot) -> impl Iterator<Item = Printed<'a>> {
    (0..slot.len()).filter_map(|index| slot.get(index).map(Printed))
}

struct Printed<'a>(&'a dyn Object);

impl fmt::Debug for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_object(self.0, f)
    }
}
