//! Reads API reference pages and writes a typed Rust crate.
//!
//! The modules stand in reading order: each may use those above it that ARCHITECTURE.md names, none below.
//!
//! ```text
//! source ─▶ markdown ─▶ page ─▶ resolve (ir) ─▶ check ─▶ slice ─▶ plan ─▶ emit ─▶ render ─▶ write
//! ```
//!
//! [`pipeline::generate`] runs the stages on a loaded docs tree; [`write`](mod@write) puts the result on disk.

pub mod span;

pub mod visible;

pub mod diagnostic;

pub mod source;

pub mod json;

pub mod config;

pub mod corrections;

pub mod markdown;

pub mod page;

pub mod ir;

pub mod resolve;

pub mod check;

pub mod summary;

pub mod pins;

pub mod slice;

pub mod plan;

pub mod emit;

pub mod file_tree;

pub mod cache;

pub mod render;

pub mod write;

pub mod messages;

pub mod diff;

pub mod report;

pub mod pipeline;

pub mod fix;

pub mod evidence;
