//! Comparing: what would have to change for a folder to hold exactly the files of a tree.

use super::disk::{self, Entry, Hash};
use super::error::WriteError;
use super::record::{self, Record};
use super::{OWNED_FOLDERS, RECORD, TRANSACTION, journal};
use crate::file_tree::FileTree;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How a file differs from what codegen would write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drift {
    /// It is not there.
    Missing,
    /// It is as codegen wrote it, but would now be written otherwise.
    Stale,
    /// It is not as codegen wrote it.
    HandEdited,
    /// Codegen wrote it, or it lies in a folder of codegen's, but it is no longer part of the crate.
    Orphan,
}

impl Drift {
    /// The word for it in every output format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::HandEdited => "hand-edited",
            Self::Orphan => "orphan",
        }
    }
}

/// One file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its path below the output folder.
    pub path: String,
    /// How it differs.
    pub drift: Drift,
    /// Whether codegen recorded it. An unrecorded file may be somebody's work.
    pub is_recorded: bool,
    /// Whether the crate has a file of that path.
    pub is_produced: bool,
}

impl Finding {
    /// Whether writing would lose something that codegen cannot make again.
    pub fn is_protected(&self) -> bool {
        self.drift == Drift::HandEdited || (self.drift == Drift::Orphan && !self.is_recorded)
    }
}

/// The differences between a tree and a folder.
#[derive(Debug)]
pub struct Plan {
    /// Every file that differs, in path order.
    pub findings: Vec<Finding>,
    /// How many files are as they should be.
    pub unchanged: usize,
    /// The hash of what is to be written, by path.
    pub(super) hashes: BTreeMap<String, Hash>,
    pub(super) record: RecordChange,
}

/// What becomes of the record.
#[derive(Debug)]
pub(super) struct RecordChange {
    /// Its new text, if that differs from what is there.
    pub(super) new_text: Option<String>,
    /// Its text when the folder was compared.
    pub(super) old_text: Option<String>,
    /// Whether there is something at its path.
    pub(super) exists: bool,
}

impl Plan {
    /// Whether the folder is exactly as codegen would write it.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.record.new_text.is_none()
    }

    /// The files because of which nothing is written unless edited ones may be overwritten.
    pub fn protected(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_protected())
    }
}

/// Compares the folder `out`, which need not exist, with `tree`.
///
/// # Errors
/// If `out` is not a folder, is not codegen's and not empty, or cannot be read; if something that is no
/// file is where a file belongs.
pub fn plan(out: &Path, tree: &FileTree) -> Result<Plan, WriteError> {
    let record_path = out.join(RECORD);
    let is_there = match fs::metadata(out) {
        Ok(metadata) if metadata.is_dir() => true,
        Ok(_) => {
            return Err(WriteError::new(out, "it is a file; the crate needs a folder"));
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(WriteError::io(out)(error)),
    };
    let (record, record_text) = match disk::entry(&record_path)? {
        Entry::Absent => (None, None),
        Entry::File { .. } => {
            let bytes = fs::read(&record_path).map_err(WriteError::io(&record_path))?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (Some(Record::parse(&text)), Some(text))
        }
        Entry::Folder | Entry::Other => {
            return Err(WriteError::new(
                &record_path,
                "codegen keeps its record here, but it is no file",
            ));
        }
    };

    let record_text_before = record_text.clone();
    let known = record.as_ref();
    let compared = compare(out, tree, known)?;
    let is_lost = record.is_none() && is_there && !is_vacant(out)?;
    // Without a record, a folder is codegen's only if it holds sources that codegen writes.
    if is_lost && !compared.iter().any(|file| file.finding.is_none() && file.path.ends_with(".rs"))
    {
        let reason = "the folder is not empty, and codegen did not make it";
        let help = "choose an empty or a new folder with `--out`";
        return Err(WriteError::new(out, reason).help(help));
    }

    let new_text = record::render(compared.iter().map(|file| (file.path, &file.hash)));
    let unchanged = compared.iter().filter(|file| file.finding.is_none()).count();
    let written = compared.iter().filter(|file| file.finding.is_some());
    let hashes = written.map(|file| (file.path.to_owned(), file.hash)).collect();
    let mut findings: Vec<Finding> = compared.into_iter().filter_map(|file| file.finding).collect();
    let empty = Record::default();
    let known = known.unwrap_or(&empty);
    findings.extend(no_longer_produced(out, tree, known)?);
    if is_there {
        findings.extend(unrecorded(out, tree, known)?);
    }
    let is_current = record_text.as_deref() == Some(new_text.as_str());
    let own_drift = match record_text {
        Some(_) if known.is_damaged => Some(Drift::HandEdited),
        None if is_lost => Some(Drift::HandEdited),
        Some(_) if !is_current && findings.is_empty() => Some(Drift::Stale),
        _ => None,
    };
    findings.extend(own_drift.map(|drift| Finding {
        path: RECORD.to_owned(),
        drift,
        is_recorded: record_text.is_some(),
        is_produced: true,
    }));
    findings.sort_by(|a, b| a.path.cmp(&b.path));
    // Another run may have come in between: what was seen of it is neither the one crate nor the other.
    if journal::is_alive(out) || !is_record(out, record_text_before.as_deref())? {
        return Err(WriteError::busy(out));
    }
    let exists = record_text_before.is_some();
    let new_text = (!is_current).then_some(new_text);
    let record = RecordChange { new_text, old_text: record_text_before, exists };
    Ok(Plan { findings, unchanged, hashes, record })
}

/// Whether the record in the folder is still `text`. Every run that changes anything changes it.
pub(super) fn is_record(out: &Path, text: Option<&str>) -> Result<bool, WriteError> {
    let path = out.join(RECORD);
    match fs::read(&path) {
        Ok(bytes) => Ok(text == Some(&*String::from_utf8_lossy(&bytes))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(text.is_none()),
        Err(error) => Err(WriteError::io(&path)(error)),
    }
}

/// A file of the tree, compared with the disk.
struct Compared<'a> {
    path: &'a str,
    /// The hash of what codegen would write.
    hash: Hash,
    finding: Option<Finding>,
}

fn compare<'a>(
    out: &Path,
    tree: &'a FileTree,
    record: Option<&Record>,
) -> Result<Vec<Compared<'a>>, WriteError> {
    let vanishing =
        |path: &str| !tree.contains(path) && record.is_some_and(|record| record.contains(path));
    disk::check_folders(out, tree.iter().map(|(path, _)| path), vanishing)?;
    let files: Vec<(&str, &[u8])> = tree.iter().collect();
    files
        .into_par_iter()
        .map(|(path, contents)| {
            let full = disk::place(out, path)?;
            let drift = match disk::entry(&full)? {
                Entry::Absent => Some(Drift::Missing),
                Entry::File { size } => drift_of_file(&full, path, size, contents, record)?,
                Entry::Folder => {
                    let reason = "codegen needs a file here, but it is a folder";
                    return Err(WriteError::new(&full, reason).help("move it away"));
                }
                Entry::Other => Some(Drift::HandEdited),
            };
            let is_recorded = record.is_some_and(|record| record.contains(path));
            let finding = drift.map(|drift| Finding {
                path: path.to_owned(),
                drift,
                is_recorded,
                is_produced: true,
            });
            Ok(Compared { path, hash: disk::hash(contents), finding })
        })
        .collect()
}

fn drift_of_file(
    full: &Path,
    path: &str,
    size: u64,
    contents: &[u8],
    record: Option<&Record>,
) -> Result<Option<Drift>, WriteError> {
    // Without a line in the record, a file of another size cannot be anything but edited.
    if size != contents.len() as u64 && !record.is_some_and(|record| record.contains(path)) {
        return Ok(Some(Drift::HandEdited));
    }
    let current = fs::read(full).map_err(WriteError::io(full))?;
    if current == contents {
        return Ok(None);
    }
    let is_own = record.is_some_and(|record| record.is_as_recorded(path, &disk::hash(&current)));
    Ok(Some(if is_own { Drift::Stale } else { Drift::HandEdited }))
}

/// Recorded files that the tree no longer has, where they still exist.
fn no_longer_produced(
    out: &Path,
    tree: &FileTree,
    record: &Record,
) -> Result<Vec<Finding>, WriteError> {
    let paths: Vec<&str> = record.paths().filter(|path| !tree.contains(path)).collect();
    disk::check_folders(out, paths.iter().copied(), |folder| tree.contains(folder))?;
    let finding = |path: &str, drift| Finding {
        path: path.to_owned(),
        drift,
        is_recorded: true,
        is_produced: false,
    };
    let mut findings = Vec::new();
    for path in paths {
        let full = disk::place(out, path)?;
        match disk::entry(&full)? {
            Entry::Absent => {}
            Entry::File { .. } => {
                let current = fs::read(&full).map_err(WriteError::io(&full))?;
                let is_own = record.is_as_recorded(path, &disk::hash(&current));
                findings
                    .push(finding(path, if is_own { Drift::Orphan } else { Drift::HandEdited }));
            }
            Entry::Other => findings.push(finding(path, Drift::HandEdited)),
            // The folder is somebody else's, or holds files that are judged one by one.
            Entry::Folder => {}
        }
    }
    Ok(findings)
}

/// Unrecorded sources and data in the folders that codegen owns.
fn unrecorded(out: &Path, tree: &FileTree, record: &Record) -> Result<Vec<Finding>, WriteError> {
    let mut findings = Vec::new();
    for owned in OWNED_FOLDERS {
        let root = out.join(owned);
        if disk::entry(&root)? != Entry::Folder {
            continue;
        }
        let visible =
            |entry: &walkdir::DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
        for entry in
            walkdir::WalkDir::new(&root).follow_links(false).into_iter().filter_entry(visible)
        {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&root).to_owned();
                WriteError::new(&path, error.to_string())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let Some(path) = relative(out, entry.path()) else { continue };
            let is_source = path.ends_with(".rs") || path.ends_with(".json");
            if is_source && !tree.contains(&path) && !record.contains(&path) {
                let (is_recorded, is_produced) = (false, false);
                findings.push(Finding { path, drift: Drift::Orphan, is_recorded, is_produced });
            }
        }
    }
    Ok(findings)
}

/// `path` below `out`, `/`-separated; `None` for names that are not UTF-8, which codegen never writes.
fn relative(out: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(out).ok()?.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Whether a folder without a record may be filled: it is empty but for what cargo, git and file managers
/// leave behind.
fn is_vacant(out: &Path) -> Result<bool, WriteError> {
    const LEFTOVERS: [&str; 6] =
        ["target", "Cargo.lock", ".git", ".DS_Store", "desktop.ini", "Thumbs.db"];
    for entry in fs::read_dir(out).map_err(WriteError::io(out))? {
        let name = entry.map_err(WriteError::io(out))?.file_name();
        if !name.to_str().is_some_and(|name| LEFTOVERS.contains(&name) || name == TRANSACTION) {
            return Ok(false);
        }
    }
    Ok(true)
}
