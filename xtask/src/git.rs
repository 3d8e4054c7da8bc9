//! A folder as it was at a revision, through the git binary. Neither the checkout nor the index is touched.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder of an earlier revision, as long as this lives.
pub(crate) struct Checkout {
    folder: TempDir,
}

impl Checkout {
    /// `folder` as it was at `revision`.
    pub(crate) fn of(folder: &Path, revision: &str) -> Result<Self, Failure> {
        let top = PathBuf::from(run(folder, &["rev-parse", "--show-toplevel"], None)?);
        let prefix = run(folder, &["rev-parse", "--show-prefix"], None)?;
        let name = match prefix.trim_end_matches('/') {
            "" => format!("{revision}^{{tree}}"),
            prefix => format!("{revision}:{prefix}"),
        };
        let tree = run(folder, &["rev-parse", "--verify", "--end-of-options", &name], None)?;
        let temp = tempfile::Builder::new()
            .prefix("xtask-diff-")
            .tempdir()
            .map_err(|error| Failure::new(format!("cannot make a temporary folder: {error}")))?;
        let index = temp.path().join("index");
        run(&top, &["read-tree", &tree], Some(&index))?;
        let target = format!("--prefix={}/", temp.path().join("docs").display());
        run(&top, &["checkout-index", "--all", "--quiet", &target], Some(&index))?;
        Ok(Self { folder: temp })
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("docs")
    }
}

/// Whether anything below `folder` differs from what is committed; `None` outside of a repository.
pub(crate) fn is_dirty(folder: &Path) -> Option<bool> {
    let output = git(folder, &["status", "--porcelain", "--", "."], None).ok()?;
    output.status.success().then_some(!output.stdout.is_empty())
}

/// The text of a file as it was at `revision`, if it was there.
pub(crate) fn show(file: &Path, revision: &str) -> Option<String> {
    let folder = file.parent()?;
    let name = format!("{revision}:./{}", file.file_name()?.to_str()?);
    let output = git(folder, &["show", "--end-of-options", &name], None).ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8(output.stdout).ok()
}

fn git(folder: &Path, arguments: &[&str], index: Option<&Path>) -> std::io::Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    command.output()
}

fn run(folder: &Path, arguments: &[&str], index: Option<&Path>) -> Result<String, Failure> {
    let output = git(folder, arguments, index)
        .map_err(|error| Failure::new(format!("cannot run git: {error}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout)
            .trim_end_matches(['\n', '\r'])
            .to_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("it says nothing").trim_start_matches("fatal: ");
    let message = format!("git cannot show `{}`: {said}", folder.display());
    Err(Failure::with_help(message, "the comparison was not made"))
}
