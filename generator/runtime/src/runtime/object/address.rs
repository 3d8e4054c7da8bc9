//! The address of a field in, its place in the table of its object out: so macros name properties by their fields, and
//! the compiler checks the names.

use super::property::set_null_of;
use super::slot::SlotRef;
use super::traits::Object;

/// Where a value lies.
pub fn address<T: ?Sized>(value: &T) -> usize {
    std::ptr::from_ref(value).cast::<()>().addr()
}

/// The JSON names of the fields of `object` at these addresses; what is no property has none.
#[must_use]
pub fn names_at(object: &dyn Object, fields: &[usize]) -> Vec<&'static str> {
    let names = object.meta().fields;
    fields.iter().filter_map(|&at| names.get(index_at(object, at)?).copied()).collect()
}

/// Makes the field of `object` at this address an explicit null.
pub(crate) fn set_null_at(object: &mut dyn Object, at: usize) {
    if let Some(index) = index_at(object, at) {
        set_null_of(object, index);
    }
}

fn index_at(object: &dyn Object, at: usize) -> Option<usize> {
    (0..object.meta().fields.len()).find(|&index| slot_address(&object.field(index)) == at)
}

fn slot_address(slot: &SlotRef<'_>) -> usize {
    match slot {
        SlotRef::Bool(value) => address(*value),
        SlotRef::U8(value) => address(*value),
        SlotRef::I8(value) => address(*value),
        SlotRef::I16(value) => address(*value),
        SlotRef::I32(value) => address(*value),
        SlotRef::I64(value) => address(*value),
        SlotRef::F32(value) => address(*value),
        SlotRef::F64(value) => address(*value),
        SlotRef::String(value) => address(*value),
        SlotRef::Strings(value) => address(*value),
        SlotRef::Decimal(value) => address(*value),
        SlotRef::Json(value) => address(*value),
        SlotRef::Text(value) => address(*value),
        SlotRef::Object(value) => address(*value),
        SlotRef::Objects(value) => address(*value),
        SlotRef::Scalars(value) => address(*value),
        SlotRef::Extra(value) => address(*value),
    }
}
