//! Structs as tables of fields: an emitted struct hands out its fields by index, and the code here does the rest.
//!
//! Everything that a value needs (decoding, encoding, copying, comparing, printing) is written once, without generics,
//! over [`Object`]. So an emitted struct costs the compiler a table and little else.

mod address;
pub(crate) mod budget;
mod cast;
mod clone;
mod debug;
mod decode;
mod encode;
mod equal;
mod extra;
mod keep;
mod lookup;
mod misfits;
mod property;
mod scalar;
mod similar;
mod slot;
mod traits;

pub use address::{address, names_at};
pub use budget::set_memory_limit;
pub use cast::{Extends, ObjectExt, odata_type};
pub use clone::clone_object;
pub use debug::debug_object;
pub use decode::{Mode, from_slice, from_slice_strict};
pub use encode::{to_json_string, to_vec};
pub use equal::equal_objects;
pub use extra::{Extra, ExtraEntry};
pub use misfits::{Misfit, misfits};
pub use property::{UnknownProperty, is_null, set_null};
pub use slot::{Expected, ObjectSlot, ObjectsSlot, ScalarSlot, SlotMut, SlotRef, TextSlot};
pub use traits::{Meta, Object, Scalar, SetFields, Text};

pub(crate) use decode::{decode_slice, decode_text, text_of};
pub(crate) use encode::{spelling_of_double, spelling_of_single};
pub(crate) use keep::{Kept, annotations, extra_of, kept, type_to_write};
pub(crate) use similar::similar;
pub(crate) use slot::scalar_text;
pub(crate) use traits::set_fields;
