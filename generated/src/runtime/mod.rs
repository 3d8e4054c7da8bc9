//! What all types and requests of this crate are built on: lossless, tolerant JSON, OData's scalar types, and requests
//! that leave the sending to you.
//!
//! - [`from_slice`] and [`to_vec`] decode and encode any struct of this crate. Decoding is tolerant: a value that does
//!   not fit its property is kept as it is, the property reads as absent, and [`misfits`] lists such values with their
//!   paths; [`from_slice_strict`] fails instead. Unknown properties, annotations and explicit nulls are kept in the
//!   field `extra`, so that encoding gives back what was received.
//! - [`ObjectExt`] has what every struct can do: [`ObjectExt::set_null`] for a PATCH that clears a property,
//!   [`ObjectExt::cast`] for the derived type that a value names.
//! - [`Request`] is what a request function returns: [`Request::to_http`] makes an [`http::Request`], and
//!   [`Request::decode`] reads the [`http::Response`].
//!
//! # The form of an emitted struct
//! A struct implements [`Object`]: its [`Meta`] lists the JSON names of the properties, sorted, and `field` hands out
//! the field at an index as a [`SlotRef`], whose variant follows from the field's type:
//!
//! | type in the `Option` | variant |
//! |---|---|
//! | `bool`, `u8`, `i8`, `i16`, `i32`, `i64`, `f32`, `f64`, `String` | `Bool`, `U8`, …, `F64`, `String` |
//! | `Vec<String>` | `Strings` |
//! | [`Decimal`], [`Json`] | `Decimal`, `Json` |
//! | an enum, [`Flags`], [`DateTimeOffset`], [`Date`], [`TimeOfDay`], [`Duration`], [`Guid`], [`Binary`], [`Stream`] | `Text` |
//! | `Box<T>`, `T` an [`Object`] | `Object` |
//! | `Vec<T>`, `T` an [`Object`] | `Objects` |
//! | `Vec<S>`, `S` any other [`Scalar`] | `Scalars` |
//!
//! Every index beyond the table hands out the [`Extra`].

#[cfg(feature = "client")]
pub mod client;
pub mod conventions;
pub mod dialect;
pub mod edm;
pub mod json;
pub mod object;
pub mod prelude;

mod check;
mod enumeration;
mod flags;
mod macros;
mod number;
pub(crate) mod request;
mod serde_impls;

// For the example tests alone.
#[doc(hidden)]
pub use check::{RoundTripError, round_trip};
pub use dialect::*;
pub use edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Json, Stream, TimeOfDay};
pub use enumeration::{Enumeration, UnknownValue};
pub use flags::Flags;
pub use json::{DecodeError, JsonDifference, json_equal};
pub use number::{Bits, NumberEnum};
pub use object::{
    Extends, Extra, Meta, Misfit, Mode, Object, ObjectExt, Scalar, SetFields, SlotMut, SlotRef,
    Text, UnknownProperty, from_slice, from_slice_strict, is_null, misfits, odata_type,
    set_memory_limit, set_null, to_json_string, to_vec,
};
pub use request::{
    Accepted, Account, ApiError, ApiErrorDetail, BodyError, BodyFault, Bytes, NoContent,
    NoPrivileges, NoScopes, Operation, Operations, PathArg, Permissions, Received, Redirect,
    Request, RequestError, Response, ResponseError, Service, Value, retry_after,
};

#[doc(hidden)]
pub use crate::{enum_impls, number_enum_impls, object_impls};
#[doc(hidden)]
pub use enumeration::{debug_enumeration, read_enumeration};
#[doc(hidden)]
pub use number::{debug_number_enum, read_number, read_number_enum};
#[doc(hidden)]
pub use object::{address, clone_object, debug_object, equal_objects, names_at};
#[doc(hidden)]
pub use serde_core;
#[doc(hidden)]
pub use serde_impls::{deserialize_object, deserialize_text, serialize_object};
