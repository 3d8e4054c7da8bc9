//! Looking things up in an API, and telling what decided one of them.
//!
//! In: a snapshot for `find`, the docs and all that was found in them for `Evidence`. Out: texts and data.

mod explain;
mod find;
mod uses;

pub use explain::{Evidence, Gathered};
pub use find::{Hit, find, json, text};
