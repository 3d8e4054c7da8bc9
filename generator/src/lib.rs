//! Reads API reference pages and writes a typed Rust crate.
//!
//! [`Codegen`] is the way in: it takes a docs folder and gives a [`Report`] with everything that was found and the
//! files of the crate, which [`Report::write`] puts on disk. What can fail fails with an [`Error`].
//!
//! ```no_run
//! # fn main() -> Result<(), generator::Error> {
//! let report = generator::Codegen::new("docs").run()?;
//! eprint!("{}", report.render());
//! report.write("crates/api")?;
//! # Ok(())
//! # }
//! ```
//!
//! The modules are the stages, in reading order: each may use those above it that ARCHITECTURE.md names, none below.
//! What is not in this documentation is the machinery, public for the command line and the tests alone.
//!
//! ```text
//! source ─▶ markdown ─▶ page ─▶ resolve (ir) ─▶ check ─▶ slice ─▶ plan ─▶ emit ─▶ render ─▶ write
//! ```

pub mod span;

#[doc(hidden)]
pub mod visible;

pub mod diagnostic;

pub mod source;

#[doc(hidden)]
pub mod json;

mod words;

pub mod dialect;

pub mod config;

#[doc(hidden)]
pub mod corrections;

#[doc(hidden)]
pub mod markdown;

#[doc(hidden)]
pub mod page;

#[doc(hidden)]
pub mod subject;

pub mod guess;
pub mod ir;

#[doc(hidden)]
pub mod resolve;

#[doc(hidden)]
pub mod plain;

pub mod check;

mod silence;

pub mod summary;

#[doc(hidden)]
pub mod pins;

#[doc(hidden)]
pub mod slice;

#[doc(hidden)]
pub mod plan;

#[doc(hidden)]
pub mod emit;

pub mod file_tree;

#[doc(hidden)]
pub mod cache;

#[doc(hidden)]
pub mod render;

pub mod write;

pub mod messages;

#[doc(hidden)]
pub mod diff;

#[doc(hidden)]
pub mod report;

#[doc(hidden)]
pub mod pipeline;

#[doc(hidden)]
pub mod fix;

#[doc(hidden)]
pub mod evidence;

mod error;

pub mod codegen;

pub use codegen::{Codegen, Report};
pub use error::{Error, ErrorKind};
