//! The runtime that emitted crates carry.
//!
//! Everything below [`runtime`] is copied byte for byte into each emitted crate as `src/runtime/`, and so is
//! `conventions.rs` beside it, unless the pages' dialect has conventions of its own. Where these are not OData's,
//! `plain/` stands in for `runtime/dialect/`. This crate exists to test and to measure all of it; nothing else of this
//! package is carried.
#![forbid(unsafe_code)]

pub mod conventions;
pub mod plain;
pub mod runtime;
