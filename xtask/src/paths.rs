//! Which folders a run works on, and how their files are called on the terminal.

use crate::failure::Failure;
use std::path::{Path, PathBuf};

const DEFAULT_DOCS: &str = "docs-input";
const DEFAULT_OUT: &str = "generated";

/// A folder and how it is called in messages.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    /// `/`-separated, relative to the current folder where it lies below that.
    shown: String,
}

impl Folder {
    /// The docs folder: as given, else the project's.
    pub(crate) fn docs(given: Option<&Path>) -> Result<Self, Failure> {
        Self::resolve(given, DEFAULT_DOCS)
    }

    /// The output folder: as given, else the project's.
    pub(crate) fn out(given: Option<&Path>) -> Result<Self, Failure> {
        Self::resolve(given, DEFAULT_OUT)
    }

    fn resolve(given: Option<&Path>, default: &str) -> Result<Self, Failure> {
        if let Some(given) = given {
            return Ok(Self::new(given.to_owned(), given));
        }
        let current = std::env::current_dir()
            .map_err(|error| Failure::new(format!("there is no current folder: {error}")))?;
        let path = project_root(&current).join(default);
        let shown = path.strip_prefix(&current).unwrap_or(&path).to_owned();
        Ok(Self::new(path, &shown))
    }

    fn new(path: PathBuf, shown: &Path) -> Self {
        let shown = shown.to_string_lossy().replace('\\', "/");
        Self { path, shown: shown.trim_end_matches('/').to_owned() }
    }

    /// How the file `path` below the folder is called in messages.
    pub(crate) fn show(&self, path: &str) -> String {
        match self.shown.as_str() {
            "" if self.path.is_absolute() => format!("/{path}"),
            "" | "." => path.to_owned(),
            shown => format!("{shown}/{path}"),
        }
    }

    /// How the folder itself is called in messages.
    pub(crate) fn shown(&self) -> &str {
        if self.shown.is_empty() { "." } else { &self.shown }
    }
}

/// The folder of the workspace this binary was built from. A binary that was carried elsewhere works
/// from the current folder.
fn project_root(current: &Path) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.filter(|root| root.is_dir()).unwrap_or(current).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_called_as_their_folder_was() {
        let cases = [
            ("docs", "docs/a.md"),
            ("docs/", "docs/a.md"),
            ("./docs", "./docs/a.md"),
            ("../docs", "../docs/a.md"),
            (".", "a.md"),
            ("/", "/a.md"),
            ("/x/docs", "/x/docs/a.md"),
        ];
        for (given, expected) in cases {
            let folder = Folder::docs(Some(Path::new(given))).unwrap();
            assert_eq!(folder.show("a.md"), expected, "{given}");
        }
    }
}
