//! Where the cache of a run lies: below cargo's target folder, one file for each output folder.
//!
//! It is a convenience. Whatever goes wrong with it, a run goes on without.

use crate::paths::Folder;
use generator::cache::{Build, Cache, EXTENSION, Key, Outcome, View, fingerprint, key};
use generator::config::Config;
use generator::source::DocSet;
use std::path::{Path, PathBuf};

const FOLDER: &str = "codegen-cache";

/// The cache that belongs to an output folder; none by default.
#[derive(Default)]
pub(crate) struct RunCache {
    /// Where, and by which build; `None` does without a cache.
    place: Option<(PathBuf, Build)>,
    content: Cache,
}

impl RunCache {
    /// The cache for what is written to `out`.
    pub(crate) fn open(out: &Folder) -> Self {
        let Some(path) = path(&out.path) else { return Self::default() };
        let executable = std::env::current_exe().and_then(std::fs::read);
        let Ok(executable) = executable else { return Self::default() };
        let build = Build::of(&executable);
        let content = Cache::read(&path, &build);
        Self { place: Some((path, build)), content }
    }

    /// The key of a run over `docs` with `config`.
    pub(crate) fn key(&self, docs: &DocSet, config: &Config) -> Option<Key> {
        self.place.as_ref().map(|(_, build)| key(build, docs, config))
    }

    /// What the run before came to, if this one would come to the same.
    pub(crate) fn outcome(&self, key: Option<&Key>) -> Option<Outcome> {
        self.content.outcome(key?)
    }

    /// What can be used again of the run before; `None` without a cache.
    pub(crate) fn content(&self) -> Option<&Cache> {
        self.place.as_ref().map(|_| &self.content)
    }

    /// Keeps the outcome of this run for the next.
    pub(crate) fn keep(&self, key: Option<&Key>, outcome: View<'_>) {
        if let (Some((path, build)), Some(key)) = (&self.place, key) {
            Cache::write(path, build, key, outcome).ok();
        }
    }
}

fn path(out: &Path) -> Option<PathBuf> {
    let out = std::path::absolute(out).ok()?;
    let name: String = fingerprint(&out).to_string().chars().take(16).collect();
    Some(target_folder()?.join(FOLDER).join(format!("{name}.{EXTENSION}")))
}

/// Cargo's target folder: the one that is set, else the one that this binary was built in.
fn target_folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty()) {
        return Some(folder.into());
    }
    let executable = std::env::current_exe().ok()?;
    let folder = executable.ancestors().nth(2)?;
    // Cargo marks its target folders; a binary that was carried elsewhere keeps no cache.
    folder.join("CACHEDIR.TAG").is_file().then(|| folder.to_owned())
}
