//! The transaction folder: staged files, moved-aside files, and the journal that says what belongs where.
//!
//! Each operation has a staged file and, if something is in its place, a backup. Which of them exist
//! tells how far it came, so the journal itself is written once and never updated:
//!
//! | staged | backup | operation |
//! |---|---|---|
//! | there | absent | not begun |
//! | there | there | the old file is moved aside |
//! | absent | any | done |
//!
//! Files of a folder that does not exist yet are staged in a copy of that folder, which is then moved as a
//! whole: a new crate takes a handful of renames.
//!
//! This guards against kills and errors. After a loss of power the record's hashes tell what is damaged.

use super::TRANSACTION;
use super::disk::{self, Entry};
use super::error::WriteError;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// The folder below which new folders are staged.
pub(super) const TREE: &str = "tree";

/// What a transaction does, in order.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Journal {
    pub(super) operations: Vec<Operation>,
    /// Folders that did not exist before, parents first.
    pub(super) new_folders: Vec<String>,
}

/// One file that is created, replaced or removed.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Operation {
    pub(super) path: String,
    /// The hash of the new contents; `None` removes the file.
    pub(super) new: Option<String>,
    /// Whether a file is there now.
    pub(super) replaces: bool,
    /// Where the new contents are staged, below the transaction's folder; empty for a removal.
    pub(super) staged: String,
}

/// Writes a folder's entries through to the disk, where the system can do that for folders.
fn sync_folder(folder: &Path) {
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

/// The folder of one transaction, locked against other runs.
pub(super) struct Transaction {
    out: PathBuf,
    folder: PathBuf,
    lock: File,
}

/// Whether a run is exchanging files of `out` right now. Where locks are not known, this cannot be told.
pub(super) fn is_alive(out: &Path) -> bool {
    let Ok(lock) = File::open(out.join(TRANSACTION).join("lock")) else { return false };
    matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
}

impl Transaction {
    /// Makes the folder.
    pub(super) fn begin(out: &Path) -> Result<Self, WriteError> {
        let folder = out.join(TRANSACTION);
        match fs::create_dir(&folder) {
            Ok(()) => {}
            // What a dead run left behind was cleared by `recover`; this one is alive.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(WriteError::busy(out));
            }
            Err(error) => return Err(WriteError::io(&folder)(error)),
        }
        let transaction = Self::lock(out, folder)?;
        for side in ["new", "old", TREE] {
            let side = transaction.folder.join(side);
            fs::create_dir(&side).map_err(WriteError::io(&side))?;
        }
        Ok(transaction)
    }

    /// Takes over the folder that a dead run left behind, if there is one.
    pub(super) fn abandoned(out: &Path) -> Result<Option<Self>, WriteError> {
        let folder = out.join(TRANSACTION);
        match disk::entry(&folder)? {
            Entry::Absent => Ok(None),
            Entry::Folder => Self::lock(out, folder).map(Some),
            Entry::File { .. } | Entry::Other => {
                let reason = "codegen keeps its journal here, but it is no folder";
                Err(WriteError::new(&folder, reason).help("move it away"))
            }
        }
    }

    fn lock(out: &Path, folder: PathBuf) -> Result<Self, WriteError> {
        let path = folder.join("lock");
        let lock = File::create(&path).map_err(WriteError::io(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WriteError::busy(out)),
            // Some network file systems know no locks; codegen works there without this protection.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(WriteError::io(&path)(error)),
        }
        Ok(Self { out: out.to_owned(), folder, lock })
    }

    /// The place of the staged file or folder `path`.
    pub(super) fn staged(&self, path: &str) -> Result<PathBuf, WriteError> {
        disk::place(&self.folder, path)
    }

    /// The moved-aside contents of operation `number`.
    pub(super) fn backup(&self, number: usize) -> PathBuf {
        self.folder.join("old").join(number.to_string())
    }

    /// The place of `path` in the output folder.
    pub(super) fn target(&self, path: &str) -> Result<PathBuf, WriteError> {
        disk::place(&self.out, path)
    }

    fn journal_path(&self) -> PathBuf {
        self.folder.join("journal.json")
    }

    fn committed_path(&self) -> PathBuf {
        self.folder.join("committed")
    }

    /// Puts the journal in place, whole or not at all. From here on a kill is undone by the next run.
    pub(super) fn publish(&self, journal: &Journal) -> Result<(), WriteError> {
        let draft = self.folder.join("journal.draft");
        let text = serde_json::to_vec_pretty(journal)
            .map_err(|error| WriteError::new(&draft, error.to_string()))?;
        let mut file = File::create(&draft).map_err(WriteError::io(&draft))?;
        file.write_all(&text)
            // After a loss of power the journal is the only way back.
            .and_then(|()| file.sync_all())
            .map_err(WriteError::io(&draft))?;
        drop(file);
        fs::rename(&draft, self.journal_path()).map_err(WriteError::io(&draft))?;
        sync_folder(&self.folder);
        Ok(())
    }

    /// The journal, if it was put in place.
    pub(super) fn journal(&self) -> Result<Option<Journal>, WriteError> {
        let path = self.journal_path();
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(WriteError::io(&path)(error)),
        };
        serde_json::from_slice(&text).map(Some).map_err(|error| {
            let help = format!(
                "delete `{}`, then run `cargo xtask codegen --overwrite-edited`",
                self.folder.display()
            );
            WriteError::new(&path, format!("the journal cannot be read: {error}")).help(help)
        })
    }

    /// From here on everything is done; a kill leaves only this folder to clear.
    pub(super) fn finish(&self) -> Result<(), WriteError> {
        let path = self.journal_path();
        fs::rename(&path, self.committed_path()).map_err(WriteError::io(&path))
    }

    /// Whether [`Transaction::finish`] was reached.
    pub(super) fn is_finished(&self) -> bool {
        self.committed_path().exists()
    }

    /// Removes the folder and whatever is still in it.
    pub(super) fn clear(self) -> Result<(), WriteError> {
        // An open file cannot be removed everywhere.
        drop(self.lock);
        fs::remove_dir_all(&self.folder).map_err(WriteError::io(&self.folder))
    }
}
