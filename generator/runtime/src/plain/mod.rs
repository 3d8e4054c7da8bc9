//! What services without OData have beyond HTTP and JSON: pages, as their conventions describe them.
//!
//! It is in an emitted crate where others have the OData parts.

mod page;

pub use page::Page;

/// What emitted files name of this folder.
pub mod names {
    pub use super::Page;
}
