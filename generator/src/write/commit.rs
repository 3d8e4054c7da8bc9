//! Writing: all changes of a plan, or none.
//!
//! New files are staged beside the crate, then a journal says what goes where, then files are exchanged by
//! renames, the record last. Until the journal is retired, stopping undoes everything.

use super::disk::{self, Hash};
use super::error::WriteError;
use super::journal::{Journal, Operation, TREE, Transaction};
use super::plan::{self, Drift, Finding, Plan};
use super::record::hex;
use super::recover::{Recovered, undo};
use super::{RECORD, TRANSACTION};
use crate::file_tree::FileTree;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What is about to be done. Asked before every step, so that ctrl-C is noticed, and faults can be tested,
/// between any two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A new file is written to the staging folder.
    Stage(&'a str),
    /// The journal is put in place.
    Journal,
    /// A file that is replaced or removed is moved aside.
    MoveAside(&'a str),
    /// A staged file, or a staged folder with all its files, is moved to its place.
    Place(&'a str),
    /// Folders that have become empty are removed.
    Sweep,
    /// The journal is retired; the last step that can be undone lies behind.
    Finish,
    /// Backups are removed.
    Clear,
    /// A step is taken back. This cannot be cancelled.
    Undo(&'a str),
}

/// What to do at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Continue,
    /// Stop, and undo what was done.
    Cancel,
    /// Stop as if the process had been killed.
    Abandon,
}

/// Asked before each step, from several threads while files are staged.
pub type Hook<'a> = &'a (dyn Fn(&Step<'_>) -> Verdict + Sync);

/// What was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files created or replaced, without the record.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum CommitError {
    /// Files of the plan are protected, and overwriting them was not asked for.
    Protected,
    /// The hook cancelled; everything is as before.
    Cancelled,
    /// The hook abandoned; the folder is half done until the next [`recover`](super::recover).
    Abandoned,
    /// The file system failed; everything is as before.
    Failed(WriteError),
    /// The file system failed, and so did undoing; the next run tries again.
    NotUndone(WriteError),
}

impl From<WriteError> for CommitError {
    fn from(error: WriteError) -> Self {
        Self::Failed(error)
    }
}

/// Changes the folder `out` as `plan` says, which must be the plan of the same folder and `tree`.
///
/// # Errors
/// See [`CommitError`].
pub fn commit(
    out: &Path,
    tree: &FileTree,
    plan: &Plan,
    overwrite_edited: bool,
    hook: Hook<'_>,
) -> Result<Written, CommitError> {
    if !overwrite_edited && plan.protected().next().is_some() {
        return Err(CommitError::Protected);
    }
    let operations = operations(tree, plan);
    if operations.is_empty() {
        return Ok(Written::default());
    }
    let new_parents = make_out(out)?;
    let new_folders = new_folders(out, &operations);
    let old_record = plan.record.old_text.as_deref();
    let result = Exchange { out, operations, new_folders, old_record, hook }.run();
    if result.is_err() && !matches!(result, Err(CommitError::Abandoned | CommitError::NotUndone(_)))
    {
        for folder in &new_parents {
            fs::remove_dir(folder).ok();
        }
    }
    result
}

/// A file to create, replace (`contents`) or remove (no `contents`).
struct Change<'a> {
    path: &'a str,
    contents: Option<&'a [u8]>,
    /// Of the contents.
    hash: Option<Hash>,
    replaces: bool,
}

/// Removals first, so that a folder can take the place of a file; the record last.
fn operations<'a>(tree: &'a FileTree, plan: &'a Plan) -> Vec<Change<'a>> {
    let change = |finding: &'a Finding| {
        let contents = tree.get(&finding.path);
        let replaces = finding.drift != Drift::Missing;
        let hash = contents.map(|contents| {
            plan.hashes.get(&finding.path).copied().unwrap_or_else(|| disk::hash(contents))
        });
        Change { path: &finding.path, contents, hash, replaces }
    };
    let files = plan.findings.iter().filter(|finding| finding.path != RECORD).map(change);
    let (mut operations, written): (Vec<_>, Vec<_>) =
        files.partition(|file| file.contents.is_none());
    operations.extend(written);
    if let Some(text) = &plan.record.new_text {
        let (contents, hash) = (Some(text.as_bytes()), Some(disk::hash(text.as_bytes())));
        operations.push(Change { path: RECORD, contents, hash, replaces: plan.record.exists });
    }
    operations
}

/// Makes the output folder. Returns the folders that had to be made, innermost first.
fn make_out(out: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let missing: Vec<PathBuf> = out
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_owned)
        .collect();
    fs::create_dir_all(out).map_err(WriteError::io(out))?;
    Ok(missing)
}

/// Folders of new files that do not exist, parents first.
fn new_folders<'a>(out: &Path, operations: &[Change<'a>]) -> BTreeSet<&'a str> {
    let written = operations.iter().filter(|change| change.contents.is_some());
    let folders: BTreeSet<&str> = written.flat_map(|change| disk::parents(change.path)).collect();
    let is_there = |folder: &str| disk::join(out, folder).is_some_and(|full| full.is_dir());
    folders.into_iter().filter(|folder| !is_there(folder)).collect()
}

/// Why the exchange stopped.
enum Stop {
    Cancelled,
    Abandoned,
    Failed(WriteError),
}

impl From<Stop> for CommitError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Cancelled => Self::Cancelled,
            Stop::Abandoned => Self::Abandoned,
            Stop::Failed(error) => Self::Failed(error),
        }
    }
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Self {
        Self::Failed(error)
    }
}

struct Exchange<'a> {
    out: &'a Path,
    operations: Vec<Change<'a>>,
    new_folders: BTreeSet<&'a str>,
    /// The record when the folder was compared.
    old_record: Option<&'a str>,
    hook: Hook<'a>,
}

impl Exchange<'_> {
    fn run(&self) -> Result<Written, CommitError> {
        let transaction = Transaction::begin(self.out)?;
        // Nobody else writes from here on; somebody may have since the folder was compared.
        if !plan::is_record(self.out, self.old_record)? {
            transaction.clear().map_err(CommitError::NotUndone)?;
            return Err(CommitError::Failed(WriteError::busy(self.out)));
        }
        let journal = self.journal();
        if let Err(stop) = self.prepare(&transaction, &journal) {
            if !matches!(stop, Stop::Abandoned) {
                transaction.clear().map_err(CommitError::NotUndone)?;
            }
            return Err(stop.into());
        }
        if let Err(stop) = self.exchange(&transaction, &journal) {
            if !matches!(stop, Stop::Abandoned) {
                self.take_back(transaction, &journal)?;
            }
            return Err(stop.into());
        }
        // What is left to do is done by the next run, if this one is stopped here.
        if self.ask(Step::Clear).is_ok() {
            transaction.clear().ok();
        }
        Ok(self.written())
    }

    fn take_back(&self, transaction: Transaction, journal: &Journal) -> Result<(), CommitError> {
        match undo(&transaction, journal, self.hook).map_err(CommitError::NotUndone)? {
            Some(Recovered::Undone { kept, .. }) if !kept.is_empty() => {
                let reason = format!("files changed while codegen ran; see `{TRANSACTION}` there");
                Err(CommitError::NotUndone(WriteError::new(self.out, reason)))
            }
            Some(_) => transaction.clear().map_err(CommitError::NotUndone),
            None => Err(CommitError::Abandoned),
        }
    }

    fn ask(&self, step: Step<'_>) -> Result<(), Stop> {
        match (self.hook)(&step) {
            Verdict::Continue => Ok(()),
            Verdict::Cancel => Err(Stop::Cancelled),
            Verdict::Abandon => Err(Stop::Abandoned),
        }
    }

    fn journal(&self) -> Journal {
        let operation = |(number, change): (usize, &Change<'_>)| Operation {
            path: change.path.to_owned(),
            new: change.hash.as_ref().map(hex),
            replaces: change.replaces,
            staged: match change.contents {
                None => String::new(),
                Some(_) if self.new_root(change.path).is_some() => {
                    format!("{TREE}/{}", change.path)
                }
                Some(_) => format!("new/{number}"),
            },
        };
        Journal {
            operations: self.operations.par_iter().enumerate().map(operation).collect(),
            new_folders: self.new_folders.iter().map(|&folder| folder.to_owned()).collect(),
        }
    }

    /// The outermost new folder that `path` lies in.
    fn new_root<'p>(&self, path: &'p str) -> Option<&'p str> {
        disk::parents(path).filter(|folder| self.new_folders.contains(folder)).last()
    }

    /// Everything before the first change that is visible.
    fn prepare(&self, transaction: &Transaction, journal: &Journal) -> Result<(), Stop> {
        self.stage(transaction, journal)?;
        self.ask(Step::Journal)?;
        Ok(transaction.publish(journal)?)
    }

    fn stage(&self, transaction: &Transaction, journal: &Journal) -> Result<(), Stop> {
        for folder in &self.new_folders {
            let folder = transaction.staged(&format!("{TREE}/{folder}"))?;
            fs::create_dir_all(&folder).map_err(WriteError::io(&folder))?;
        }
        let pairs = self.operations.par_iter().zip(&journal.operations);
        pairs.try_for_each(|(change, operation)| {
            let Some(contents) = change.contents else { return Ok(()) };
            self.ask(Step::Stage(change.path))?;
            let path = transaction.staged(&operation.staged)?;
            Ok(fs::write(&path, contents).map_err(WriteError::io(&path))?)
        })
    }

    fn exchange(&self, transaction: &Transaction, journal: &Journal) -> Result<(), Stop> {
        let (mut is_swept, mut placed) = (false, BTreeSet::new());
        for (number, operation) in journal.operations.iter().enumerate() {
            if operation.new.is_some() && !is_swept {
                self.sweep(transaction)?;
                is_swept = true;
            }
            let path = operation.path.as_str();
            if operation.replaces {
                self.ask(Step::MoveAside(path))?;
                let target = transaction.target(path)?;
                fs::rename(&target, transaction.backup(number)).map_err(WriteError::io(&target))?;
            }
            if operation.new.is_none() {
                continue;
            }
            match self.new_root(path) {
                None => self.place(transaction, path, &operation.staged)?,
                Some(root) if placed.insert(root) => {
                    self.place(transaction, root, &format!("{TREE}/{root}"))?;
                }
                Some(_) => {}
            }
        }
        if !is_swept {
            self.sweep(transaction)?;
        }
        self.ask(Step::Finish)?;
        Ok(transaction.finish()?)
    }

    /// Moves the staged file or folder to `path`.
    fn place(&self, transaction: &Transaction, path: &str, staged: &str) -> Result<(), Stop> {
        self.ask(Step::Place(path))?;
        let target = transaction.target(path)?;
        if disk::entry(&target)? != disk::Entry::Absent {
            let reason = "it appeared while codegen ran";
            return Err(WriteError::new(&target, reason).help("run the command again").into());
        }
        let staged = transaction.staged(staged)?;
        let result = match fs::rename(&staged, &target) {
            // The folder was just swept.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let parent = target.parent().unwrap_or(self.out);
                fs::create_dir_all(parent).map_err(WriteError::io(parent))?;
                fs::rename(&staged, &target)
            }
            result => result,
        };
        Ok(result.map_err(WriteError::io(&target))?)
    }

    /// Removes the folders that the removals have emptied.
    fn sweep(&self, transaction: &Transaction) -> Result<(), Stop> {
        let removed = self.operations.iter().filter(|change| change.contents.is_none());
        let folders: BTreeSet<&str> =
            removed.flat_map(|change| disk::parents(change.path)).collect();
        if folders.is_empty() {
            return Ok(());
        }
        self.ask(Step::Sweep)?;
        // Deepest first, because a path sorts behind its own beginning.
        for folder in folders.iter().rev() {
            fs::remove_dir(transaction.target(folder)?).ok();
        }
        Ok(())
    }

    fn written(&self) -> Written {
        let files = self.operations.iter().filter(|change| change.path != RECORD);
        let (mut written, mut removed) = (0, 0);
        for file in files {
            *(if file.contents.is_some() { &mut written } else { &mut removed }) += 1;
        }
        Written { written, removed }
    }
}
