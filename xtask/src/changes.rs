//! What a run of `codegen` changed for the users of the crate, and its section of a changelog.
//!
//! The former state is the record committed with the crate; if that is not there, the one in git.

use crate::failure::Failure;
use crate::git;
use crate::paths::Folder;
use generator::diff::{self, Change, Diff, RECORD_FILE, Snapshot};
use generator::file_tree::FileTree;
use generator::write;
use std::collections::BTreeMap;
use std::path::Path;

/// At most this many changes are named.
const MAX_LINES: usize = 20;

/// The difference between the crate in the output folder and the one that takes its place.
#[derive(Debug)]
pub(crate) enum Changes {
    /// There was no crate.
    First,
    /// There is one, but no record of what it was made from, in the folder or in git.
    Unknown,
    /// Both are known.
    Known(Diff),
}

impl Changes {
    /// Compares what is in `out` with `files`; to be called before these are written.
    pub(crate) fn of(out: &Folder, files: &FileTree) -> Self {
        let new = files.get(RECORD_FILE).and_then(|text| std::str::from_utf8(text).ok());
        let Some(new) = new.and_then(|text| Snapshot::of_record(text).ok()) else {
            return Self::Unknown;
        };
        if write::current_text(&out.path, "Cargo.toml").is_none() {
            return Self::First;
        }
        let former = write::current_text(&out.path, RECORD_FILE)
            .and_then(|text| Snapshot::of_record(&text).ok())
            .or_else(|| {
                let text = git::show(&out.path.join(RECORD_FILE), "HEAD")?;
                Snapshot::of_record(&text).ok()
            });
        former.map_or(Self::Unknown, |former| Self::Known(Diff::new(&former, &new, &[])))
    }

    /// By page, what its edits changed; empty if the former state is not known.
    pub(crate) fn by_page(&self) -> BTreeMap<&str, Vec<&Change>> {
        let mut pages: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
        if let Self::Known(diff) = self {
            for change in &diff.changes {
                for place in change.new.iter().chain(&change.old) {
                    let list = pages.entry(&place.file).or_default();
                    if list.last().is_none_or(|last| last.fingerprint != change.fingerprint) {
                        list.push(change);
                    }
                }
            }
        }
        pages
    }

    /// What to print; empty if there is nothing to say.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::First => String::new(),
            Self::Unknown => {
                format!(
                    "API: no record (`{RECORD_FILE}`) of the former crate, so no changes can be named"
                )
            }
            Self::Known(diff) if diff.changes.is_empty() => String::new(),
            Self::Known(diff) => diff::summary(diff, MAX_LINES).trim_end().to_owned(),
        }
    }

    /// Adds a section to the changelog at `path`, above those that are there.
    pub(crate) fn add_to(&self, path: &Path, version: &str) -> Result<(), Failure> {
        let Self::Known(diff) = self else { return Ok(()) };
        if diff.changes.is_empty() {
            return Ok(());
        }
        let fail = |error: std::io::Error| {
            Failure::new(format!("cannot write `{}`: {error}", path.display()))
        };
        let old = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                "# Changelog\n\n".to_owned()
            }
            Err(error) => return Err(fail(error)),
        };
        let title = diff.bump.next(version).unwrap_or_else(|| version.to_owned());
        let section = diff::changelog(diff, &title);
        std::fs::write(path, inserted(&old, &section)).map_err(fail)
    }
}

/// `section` before the first section of `text`, or behind whatever is there.
fn inserted(text: &str, section: &str) -> String {
    let at = if text.starts_with("## ") { Some(0) } else { text.find("\n## ").map(|at| at + 1) };
    let (before, after) = text.split_at(at.unwrap_or(text.len()));
    let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    format!("{before}{gap}{section}{after}")
}

#[cfg(test)]
mod tests {
    use super::inserted;

    #[test]
    fn a_section_comes_before_the_others() {
        assert_eq!(inserted("# C\n\n## 1\n\nx\n", "## 2\n\n"), "# C\n\n## 2\n\n## 1\n\nx\n");
        assert_eq!(inserted("# C\n", "## 2\n"), "# C\n\n## 2\n");
        assert_eq!(inserted("## 1\n", "## 2\n\n"), "## 2\n\n## 1\n");
    }
}
