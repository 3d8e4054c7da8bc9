//! JSON text in, JSON text out: a pull reader, a writer and a comparison, with no tree between.
//!
//! Own code instead of `serde_json`, because the text of numbers has to stay exact whatever features other crates
//! turn on, because values that fit nowhere are kept as text, and because nothing here is instantiated per type
//! in a user's crate. The grammar is RFC 8259's, to the letter; `tests/json_grammar.rs` compares it with `serde_json`.

mod compare;
mod escape;
mod fault;
mod number;
mod reader;
mod scan;
mod text;
mod writer;

pub use compare::{JsonDifference, json_equal};
pub use fault::{DecodeError, Fault};
pub use reader::{Kind, Reader};
pub use writer::Writer;

pub(crate) use fault::{push_element, push_member};
pub(crate) use number::{double, integer, single};
pub(crate) use text::{describe, minify, quote, unquote};

/// How deep objects and arrays may nest in text that is read.
pub const DEPTH_LIMIT: u32 = 128;
