//! The OData scalar types that Rust has no type for.
//!
//! Each keeps the text that was received and gives it back unchanged; the shape of the text is checked, and converting
//! to the ecosystem's types happens on request (features `jiff`, `chrono`, `time`, `uuid`).

mod binary;
mod calendar;
#[cfg(feature = "chrono")]
mod chrono;
mod decimal;
mod duration;
mod guid;
#[cfg(feature = "jiff")]
mod jiff;
mod json;
mod text_type;
#[cfg(feature = "time")]
mod time;

pub use binary::{Binary, Stream};
pub use calendar::{Date, DateParts, DateTimeOffset, DateTimeParts, TimeOfDay, TimeParts};
pub use decimal::Decimal;
pub use duration::{Duration, DurationParts};
pub use guid::Guid;
pub use json::Json;
pub use text_type::{InvalidText, OutOfRange};

pub(crate) use text_type::text_type;
