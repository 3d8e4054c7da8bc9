//! Which symbolic links below a docs folder may be followed: those that stay in it.
//!
//! In: a docs folder, and paths below it. Out: whether what a path leads to lies in the folder. Pages come from many
//! hands, and a link in a contribution must not carry a file of whoever generates into the published docs.

use std::path::{Path, PathBuf};

/// The docs folder as the system knows it.
pub(super) struct Links {
    root: Option<PathBuf>,
}

impl Links {
    pub(super) fn of(root: &Path) -> Self {
        Self { root: root.canonicalize().ok() }
    }

    /// Whether `path`, with every link on the way followed, is there and lies in the folder.
    pub(super) fn stays(&self, path: &Path) -> bool {
        let real = path.canonicalize().ok();
        real.zip(self.root.as_ref()).is_some_and(|(real, root)| real.starts_with(root))
    }
}
