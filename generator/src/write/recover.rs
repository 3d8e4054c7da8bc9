//! Undoing: the same steps backwards, for a run that was stopped and for one that was killed.

use super::commit::{Hook, Step, Verdict};
use super::disk::{self, Entry};
use super::error::WriteError;
use super::journal::{Journal, Operation, Transaction};
use super::record::hex;
use std::fs;
use std::path::Path;

/// What an earlier, killed run had left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// Staged files only; they were removed.
    Nothing,
    /// Files were being exchanged; the folder is again as it was before.
    Undone {
        /// How many files were put back or taken away.
        files: usize,
        /// Files that somebody changed since, which were left as they are.
        kept: Vec<String>,
    },
    /// Everything was written; only temporary files had to be removed.
    Completed,
}

/// Puts the folder `out` right if an earlier run was killed while it wrote there.
///
/// # Errors
/// If another run is writing there now, or the file system fails.
pub fn recover(out: &Path) -> Result<Option<Recovered>, WriteError> {
    let Some(transaction) = Transaction::abandoned(out)? else { return Ok(None) };
    if transaction.is_finished() {
        transaction.clear()?;
        return Ok(Some(Recovered::Completed));
    }
    let Some(journal) = transaction.journal()? else {
        transaction.clear()?;
        return Ok(Some(Recovered::Nothing));
    };
    let paths = journal.operations.iter().map(|operation| operation.path.as_str());
    disk::check_folders(out, paths, |_| true)?;
    let undone = undo(&transaction, &journal, &|_| Verdict::Continue)?;
    transaction.clear()?;
    Ok(Some(undone.unwrap_or(Recovered::Nothing)))
}

/// Takes every operation back, last one first. `None` if the hook abandoned it half way.
///
/// It can be repeated: what is undone already is seen from the two sides and left alone.
pub(super) fn undo(
    transaction: &Transaction,
    journal: &Journal,
    hook: Hook<'_>,
) -> Result<Option<Recovered>, WriteError> {
    let (mut files, mut kept) = (0, Vec::new());
    let mut has_new_folders = true;
    for (number, operation) in journal.operations.iter().enumerate().rev() {
        // Removals come first in a journal; one of them may be of a file where a folder is now.
        if operation.new.is_none() && has_new_folders {
            remove_new_folders(transaction, journal)?;
            has_new_folders = false;
        }
        if hook(&Step::Undo(&operation.path)) == Verdict::Abandon {
            return Ok(None);
        }
        match undo_one(transaction, number, operation)? {
            Undone::Untouched => {}
            Undone::Restored => files += 1,
            Undone::Kept => kept.push(operation.path.clone()),
        }
    }
    if has_new_folders {
        remove_new_folders(transaction, journal)?;
    }
    kept.sort();
    Ok(Some(Recovered::Undone { files, kept }))
}

fn remove_new_folders(transaction: &Transaction, journal: &Journal) -> Result<(), WriteError> {
    for folder in journal.new_folders.iter().rev() {
        // It stays if somebody put a file there meanwhile.
        fs::remove_dir(transaction.target(folder)?).ok();
    }
    Ok(())
}

enum Undone {
    Untouched,
    Restored,
    Kept,
}

fn undo_one(
    transaction: &Transaction,
    number: usize,
    operation: &Operation,
) -> Result<Undone, WriteError> {
    let target = transaction.target(&operation.path)?;
    let old = transaction.backup(number);
    let exists = |path: &Path| Ok::<_, WriteError>(disk::entry(path)? != Entry::Absent);
    let mut touched = false;
    if let Some(hash) = &operation.new
        && !exists(&transaction.staged(&operation.staged)?)?
    {
        let new = transaction.staged(&operation.staged)?;
        match disk::entry(&target)? {
            Entry::Absent => {}
            Entry::File { .. } => {
                let current = fs::read(&target).map_err(WriteError::io(&target))?;
                if hex(&disk::hash(&current)) != *hash {
                    return Ok(Undone::Kept);
                }
                make_parent(&new)?;
                fs::rename(&target, &new).map_err(WriteError::io(&target))?;
                touched = true;
            }
            Entry::Folder | Entry::Other => return Ok(Undone::Kept),
        }
    }
    if exists(&old)? {
        if exists(&target)? {
            return Ok(Undone::Kept);
        }
        make_parent(&target)?;
        fs::rename(&old, &target).map_err(WriteError::io(&old))?;
        touched = true;
    }
    Ok(if touched { Undone::Restored } else { Undone::Untouched })
}

fn make_parent(path: &Path) -> Result<(), WriteError> {
    match path.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(WriteError::io(parent)),
        None => Ok(()),
    }
}
