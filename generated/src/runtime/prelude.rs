//! What emitted files name of the runtime, so that their imports tell of the API alone.
//!
//! No more than that: each name here is looked at in each file.

pub use super::dialect::names::*;
pub use super::{
    Accepted, Binary, Bits, Bytes, Date, DateTimeOffset, Decimal, Duration, Enumeration, Extends,
    Extra, Flags, Guid, Json, Meta, NoContent, NumberEnum, Object, Redirect, Request, SetFields,
    SlotMut, SlotRef, Stream, TimeOfDay, UnknownValue, Value,
};
#[doc(hidden)]
pub use crate::{enum_impls, number_enum_impls, object_impls};
