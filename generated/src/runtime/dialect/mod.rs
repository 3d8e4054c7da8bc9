//! What OData has beyond HTTP and JSON: query options, pages, references.
//!
//! A crate of pages without OData has another folder at this place, with pages of its own and nothing else.

#[cfg(feature = "client")]
mod batch;
mod delta;
mod macros;
mod options;
mod page;
mod reference;
#[cfg(feature = "client")]
mod upload;

#[cfg(feature = "client")]
pub use batch::{Answers, Batch, Ticket};
pub use delta::Change;
pub use options::quote;
pub use page::Page;
pub use reference::Reference;
#[cfg(feature = "client")]
pub use upload::{ByteRange, Upload, UploadStep};

/// What emitted files name of this folder.
pub mod names {
    pub use super::{Page, Reference};
}
