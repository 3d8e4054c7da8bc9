//! What pages cannot say: `codegen.toml` at the root of the docs.
//!
//! In: the text of that file, which is optional. Out: a checked [`Config`], or a [`ConfigError`] that
//! knows the place of every mistake in it. Nothing is guessed from folders or pages here.

mod error;
mod name;
mod raw;
mod severity;

pub use error::{ConfigError, Problem};
pub use severity::{SeverityRule, apply_severity};

use crate::dialect::Dialect;
use std::collections::BTreeMap;
use std::path::Path;

/// The file's name, in the docs root.
pub const FILE_NAME: &str = "codegen.toml";

/// Everything that can be configured, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The emitted crate's manifest.
    pub package: Package,
    /// The version that pages of a flat folder belong to when nothing else tells.
    pub default_version: String,
    /// Settings of single API versions, by the version's name.
    pub versions: BTreeMap<String, Version>,
    /// Changed severities, in file order; the first rule that fits a diagnostic decides.
    pub severity: Vec<SeverityRule>,
    /// Text to replace in pages before they are read, in file order.
    pub corrections: Vec<Correction>,
    /// The part of the API that is wanted; everything if both lists are empty.
    pub slice: Slice,
    /// How the pages say things.
    pub dialect: Dialect,
    /// Properties that keep their type, in file order.
    pub pins: Vec<Pin>,
    /// Changes of the API that were looked at, in file order.
    pub accepted: Vec<Accepted>,
    /// The names that things have in the crate so far: the text of its `names.lock`. Not a setting, but a run depends
    /// on it as on one.
    pub names: Option<String>,
}

/// What the emitted crate is called and how it is licensed.
#[derive(Clone, Debug)]
pub struct Package {
    /// The package's name.
    pub name: String,
    /// Its version, in semver form.
    pub version: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// Where its sources live.
    pub repository: Option<String>,
    /// Whether it may be published to a registry.
    pub publish: bool,
}

/// Settings of one API version.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// What request paths are appended to; without a trailing slash.
    pub base_url: Option<String>,
    /// Where this version's pages are published; without a trailing slash.
    pub docs_url: Option<String>,
}

/// A stated fix of one page.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The page, relative to the docs root.
    pub page: String,
    /// What must be there exactly once, within one line.
    pub find: String,
    /// What is read instead.
    pub replace: String,
    /// Why.
    pub reason: String,
    /// 1-based line of the entry in `codegen.toml`.
    pub line: u32,
}

/// A property that keeps a type until the next major version of the crate.
#[derive(Clone, Debug)]
pub struct Pin {
    /// Of which version of the API; `None` for all that have the property.
    pub version: Option<String>,
    /// `microsoft.graph.user.kind`
    pub property: String,
    /// `Edm.String`, or `[Edm.String]` for a collection.
    pub ty: String,
    /// Why.
    pub reason: String,
    /// 1-based line of the entry in `codegen.toml`.
    pub line: u32,
}

/// A change of the API that somebody looked at and wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What `cargo xtask diff` calls the change.
    pub fingerprint: String,
    /// Why.
    pub reason: String,
    /// 1-based line of the entry in `codegen.toml`.
    pub line: u32,
}

/// Patterns that choose a part of the API.
#[derive(Clone, Debug, Default)]
pub struct Slice {
    /// What is wanted.
    pub include: Vec<String>,
    /// What is not, even if a pattern wants it.
    pub exclude: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            package: Package::default(),
            default_version: "v1.0".to_owned(),
            versions: BTreeMap::new(),
            severity: Vec::new(),
            corrections: Vec::new(),
            slice: Slice::default(),
            dialect: Dialect::standard(),
            pins: Vec::new(),
            accepted: Vec::new(),
            names: None,
        }
    }
}

impl Default for Package {
    fn default() -> Self {
        Self {
            name: "generated".to_owned(),
            version: "0.1.0".to_owned(),
            license: None,
            repository: None,
            publish: false,
        }
    }
}

impl Config {
    /// Reads `codegen.toml` in `docs`; without such a file, the defaults.
    ///
    /// # Errors
    /// If the file is there but cannot be read, or anything in it is wrong.
    pub fn load(docs: &Path) -> Result<Self, ConfigError> {
        let path = docs.join(FILE_NAME);
        match std::fs::read(&path) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Self::parse(&path, &text),
                Err(_) => Err(ConfigError::unreadable(&path, "it is not UTF-8")),
            },
            Err(error) if is_missing(&error) => Ok(Self::default()),
            Err(error) => Err(ConfigError::unreadable(&path, &error.to_string())),
        }
    }

    /// Checks the text of a `codegen.toml`; `path` is for messages only.
    ///
    /// # Errors
    /// If it is no TOML, holds an unknown key, or a value that cannot be used. Everything wrong with the
    /// values is reported at once.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        raw::parse(path, text).map_err(|problems| ConfigError {
            path: path.to_owned(),
            text: text.to_owned(),
            problems,
        })
    }

    /// The base URL that is configured for `version`.
    pub fn base_url(&self, version: &str) -> Option<&str> {
        self.versions.get(version)?.base_url.as_deref()
    }

    /// The documentation URL that is configured for `version`.
    pub fn docs_url(&self, version: &str) -> Option<&str> {
        self.versions.get(version)?.docs_url.as_deref()
    }
}

/// No such file, or no folder that it could lie in: that is told when the pages are looked for.
fn is_missing(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}
