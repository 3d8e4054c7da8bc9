//! Two objects in, whether they state the same out.

use super::extra::{Entry, Extra, Reason};
use super::keep::extra_of;
use super::slot::{ObjectsSlot, SlotRef, scalar_text};
use super::traits::{Object, SetFields, set_fields};
use crate::runtime::json::{json_equal, unquote};

/// Whether two objects of one type state the same.
///
/// Fields compare as their types do, and kept members by name and JSON value. How a value came to be does not count:
/// a decoded object equals the same object built by the program, and an `@odata.type` that only names the object's
/// own type says nothing.
#[must_use]
pub fn equal_objects(left: &dyn Object, right: &dyn Object) -> bool {
    let same_type = left.meta().name == right.meta().name;
    if !same_type || left.set_fields() != right.set_fields() {
        return false;
    }
    // Fields beyond the limit of the set may be set on one side only.
    let beyond = SetFields::LIMIT..left.meta().fields.len();
    set_fields(left).all(|(index, _)| equal_slots(left.field(index), right.field(index)))
        && beyond.into_iter().all(|index| left.field(index).is_set() == right.field(index).is_set())
        && equal_extras(left, extra_of(left), extra_of(right))
}

fn equal_slots(left: SlotRef<'_>, right: SlotRef<'_>) -> bool {
    match left {
        SlotRef::Bool(left) => matches!(right, SlotRef::Bool(right) if left == right),
        SlotRef::U8(left) => matches!(right, SlotRef::U8(right) if left == right),
        SlotRef::I8(left) => matches!(right, SlotRef::I8(right) if left == right),
        SlotRef::I16(left) => matches!(right, SlotRef::I16(right) if left == right),
        SlotRef::I32(left) => matches!(right, SlotRef::I32(right) if left == right),
        SlotRef::I64(left) => matches!(right, SlotRef::I64(right) if left == right),
        SlotRef::F32(left) => matches!(right, SlotRef::F32(right) if left == right),
        SlotRef::F64(left) => matches!(right, SlotRef::F64(right) if left == right),
        SlotRef::String(left) => matches!(right, SlotRef::String(right) if left == right),
        SlotRef::Strings(left) => matches!(right, SlotRef::Strings(right) if left == right),
        SlotRef::Decimal(left) => matches!(right, SlotRef::Decimal(right) if left == right),
        SlotRef::Json(left) => matches!(right, SlotRef::Json(right) if left == right),
        SlotRef::Text(left) => matches!(right, SlotRef::Text(right) if left.is_same(right)),
        SlotRef::Object(left) => match (left.get(), right) {
            (Some(left), SlotRef::Object(right)) => {
                right.get().is_some_and(|right| equal_objects(left, right))
            }
            _ => false,
        },
        SlotRef::Objects(left) => {
            matches!(right, SlotRef::Objects(right) if equal_collections(left, right))
        }
        SlotRef::Scalars(left) => {
            let SlotRef::Scalars(right) = right else { return false };
            let text = scalar_text(right);
            scalar_text(left) == text || left.states(&text)
        }
        SlotRef::Extra(_) => matches!(right, SlotRef::Extra(_)),
    }
}

fn equal_collections(left: &dyn ObjectsSlot, right: &dyn ObjectsSlot) -> bool {
    left.len() == right.len()
        && (0..left.len()).all(|index| match (left.get(index), right.get(index)) {
            (Some(left), Some(right)) => equal_objects(left, right),
            _ => false,
        })
}

/// Compares what was kept, as far as the fields (known to be equal) let it count.
fn equal_extras(object: &dyn Object, left: &Extra, right: &Extra) -> bool {
    if !left.has_bag() && !right.has_bag() {
        return true;
    }
    let is_open = |field: &usize| !object.field(*field).is_set();
    let mut left_nulls: Vec<usize> = left.nulls().filter(is_open).collect();
    let mut right_nulls: Vec<usize> = right.nulls().filter(is_open).collect();
    left_nulls.sort_unstable();
    right_nulls.sort_unstable();
    left_nulls == right_nulls
        && equal_entries(&counting(object, left), &counting(object, right))
        && named_type(object, left) == named_type(object, right)
}

/// The entries that count for equality. `@odata.type` is compared apart.
fn counting<'a>(object: &dyn Object, extra: &'a Extra) -> Vec<&'a Entry> {
    let counts = |entry: &&Entry| match entry.reason {
        Reason::Annotation => entry.quoted_name() != "\"@odata.type\"",
        Reason::Unknown | Reason::Added => true,
        Reason::Misfit => !object.field(usize::from(entry.field)).is_set(),
        Reason::Null | Reason::Spelling => false,
    };
    extra.entries().iter().filter(counts).collect()
}

fn equal_entries(left: &[&Entry], right: &[&Entry]) -> bool {
    left.len() == right.len()
        && left.iter().all(|left| {
            let same_place = |right: &&&Entry| {
                left.quoted_name() == right.quoted_name()
                    && left.is_named() == right.is_named()
                    && left.field == right.field
            };
            right.iter().find(same_place).is_some_and(|right| equal_raw(left.raw(), right.raw()))
        })
}

fn equal_raw(left: &str, right: &str) -> bool {
    left == right || json_equal(left.as_bytes(), right.as_bytes()).is_ok()
}

/// The type that an object says it is, if not simply its own.
fn named_type(object: &dyn Object, extra: &Extra) -> Option<String> {
    let annotation = extra.type_annotation();
    let stated = annotation.and_then(unquote);
    let name = match (stated, annotation) {
        (Some(text), _) => text.trim_start_matches('#').to_owned(),
        (None, Some(raw)) => raw.to_owned(),
        (None, None) => extra.implied_type()?.to_owned(),
    };
    (!name.eq_ignore_ascii_case(object.meta().name)).then_some(name)
}
