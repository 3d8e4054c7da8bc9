//! Paths below the output folder, and what is there. Symbolic links are never followed, so that
//! nothing outside the folder is ever read, changed or removed.

use super::error::WriteError;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A SHA-256.
pub(super) type Hash = [u8; 32];

/// The hash of a file's contents.
pub(super) fn hash(contents: &[u8]) -> Hash {
    Sha256::digest(contents).into()
}

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Absent,
    File {
        size: u64,
    },
    Folder,
    /// A symbolic link, a socket and the like.
    Other,
}

/// Looks at `path` without following a link there.
pub(super) fn entry(path: &Path) -> Result<Entry, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Entry::File { size: metadata.len() }),
        Ok(metadata) if metadata.is_dir() => Ok(Entry::Folder),
        Ok(_) => Ok(Entry::Other),
        Err(error) if is_absent(error.kind()) => Ok(Entry::Absent),
        Err(error) => Err(WriteError::io(path)(error)),
    }
}

/// A path below a file does not exist either.
fn is_absent(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The place of the relative path `path` below `out`; `None` if it is empty, absolute or leaves `out`.
pub(super) fn join(out: &Path, path: &str) -> Option<PathBuf> {
    let mut full = out.to_owned();
    for part in path.split('/') {
        let plain = !part.is_empty() && part != "." && part != "..";
        if !plain || part.contains(['\\', ':', '\0', '\n', '\r']) {
            return None;
        }
        full.push(part);
    }
    Some(full)
}

/// Like [`join`], as an error that names the path.
pub(super) fn place(out: &Path, path: &str) -> Result<PathBuf, WriteError> {
    join(out, path)
        .ok_or_else(|| WriteError::new(out, format!("`{path}` is no path below this folder")))
}

/// All folders above `path`, nearest first, as relative paths.
pub(super) fn parents(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        rest = rest.rsplit_once('/')?.0;
        Some(rest)
    })
}

/// Fails if any folder above one of `paths` is there as something else than a folder, a file in
/// `vanishing` excepted.
pub(super) fn check_folders<'a>(
    out: &Path,
    paths: impl Iterator<Item = &'a str>,
    vanishing: impl Fn(&str) -> bool,
) -> Result<(), WriteError> {
    let folders: BTreeSet<&str> = paths.flat_map(parents).collect();
    for folder in folders {
        let full = place(out, folder)?;
        match entry(&full)? {
            Entry::Folder | Entry::Absent => {}
            Entry::File { .. } if vanishing(folder) => {}
            Entry::File { .. } => {
                let reason = "codegen needs a folder here, but it is a file";
                return Err(WriteError::new(&full, reason).help("move it away"));
            }
            Entry::Other => {
                let reason = "codegen does not follow symbolic links below the output folder";
                return Err(WriteError::new(&full, reason).help("replace it by a folder"));
            }
        }
    }
    Ok(())
}
