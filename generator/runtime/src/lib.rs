//! The runtime that emitted crates carry.
//!
//! Everything below [`runtime`] is copied byte for byte into each emitted crate as `src/runtime/`;
//! this crate exists to test and to measure it. Nothing else of this package is carried.
#![forbid(unsafe_code)]

pub mod runtime;
