//! A [`FileTree`](crate::file_tree::FileTree) against a folder on disk: what differs, and making it equal.
//!
//! In: the files of a crate and a folder. Out: a [`Plan`] that names every difference, and, on demand, a
//! folder that holds exactly these files. Three steps, each of which can be left out:
//!
//! 1. [`recover`] undoes what a killed run left half done.
//! 2. [`plan`] compares and touches nothing.
//! 3. [`commit`] makes all changes or none.
//!
//! Files are told apart by a record of path and SHA-256 that lies beside them. SHA-256 because the record is
//! then in the form of `sha256sum --check`, so that anybody can verify a crate without this tool; hashing
//! a whole API takes a few milliseconds. Nothing here knows what the files mean.

mod commit;
mod disk;
mod error;
mod journal;
mod plan;
mod record;
mod recover;

pub use commit::{CommitError, Hook, Step, Verdict, Written, commit};
pub use error::WriteError;
pub use plan::{Drift, Finding, Plan, plan};
pub use recover::{Recovered, recover};

/// The record's name, in the output folder.
pub const RECORD: &str = ".codegen-record";

/// The folder that holds staged files, backups and the journal while files are exchanged. It lies in the
/// output folder, so that renames stay within one file system.
pub const TRANSACTION: &str = ".codegen-transaction";

/// Folders in which an unrecorded `.rs` or `.json` file would become part of the crate.
const OWNED_FOLDERS: [&str; 2] = ["src", "tests"];

/// Whether codegen recorded that it wrote the file `path` in the output folder.
pub fn is_recorded(out: &std::path::Path, path: &str) -> bool {
    current_text(out, RECORD).is_some_and(|text| record::Record::parse(&text).contains(path))
}

/// The text of a file in the output folder, to show how it differs; `None` if it is no readable text.
pub fn current_text(out: &std::path::Path, path: &str) -> Option<String> {
    let full = disk::join(out, path)?;
    std::fs::symlink_metadata(&full).ok()?.is_file().then_some(())?;
    std::fs::read_to_string(full).ok()
}
