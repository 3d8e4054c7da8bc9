//! Which folders a run works on, and how their files are called on the terminal.

use crate::failure::Failure;
use generator::messages::Shown;
use std::path::{Path, PathBuf};

const DEFAULT_DOCS: &str = "docs-input";
const DEFAULT_OUT: &str = "generated";

/// A folder and how it is called in messages.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    /// Relative to the current folder where it lies below that.
    names: Shown,
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
        Self { path, names: Shown::new(shown) }
    }

    /// How the file `path` below the folder is called in messages.
    pub(crate) fn show(&self, path: &str) -> String {
        self.names.path(path)
    }

    /// How the folder itself is called in messages.
    pub(crate) fn shown(&self) -> &str {
        self.names.folder()
    }

    /// How its files are called in messages.
    pub(crate) fn names(&self) -> &Shown {
        &self.names
    }
}

/// The root of the project, where there is one.
pub(crate) fn root() -> PathBuf {
    project_root(&std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")))
}

/// The folder of the workspace this binary was built from, if one is in it. Elsewhere, as when it is installed, the
/// current folder.
fn project_root(current: &Path) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.filter(|root| current.starts_with(root)).unwrap_or(current).to_owned()
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
