//! What a run depends on, as a hash. SHA-256, because pages are untrusted: no one must be able to write two of
//! them for one key.

use crate::config::Config;
use crate::source::{DocSet, SourceFile};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};

/// Which build of the generator is running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build(pub(super) [u8; 32]);

/// Everything that the outcome of a run depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(pub(super) [u8; 32]);

/// Everything that one file of the outcome depends on, for one build of the generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub(super) [u8; 32]);

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Build {
    /// The build whose executable holds `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Key {
    /// The key of the same run with these names in the crate so far.
    #[must_use]
    pub fn with_names(&self, names: Option<&str>) -> Self {
        Self(fingerprint(&(self.0, names)).0)
    }
}

/// The key of a run of `build` over `docs`, as they were loaded, with `config`.
pub fn key(build: &Build, docs: &DocSet, config: &Config) -> Key {
    let mut hash = Feed::default();
    build.0.hash(&mut hash);
    docs.files.par_iter().map(file).collect::<Vec<_>>().hash(&mut hash);
    docs.too_large.hash(&mut hash);
    // A derived `Debug` shows every field, so that a new setting cannot be forgotten here.
    format!("{config:?}").hash(&mut hash);
    Key(hash.digest())
}

/// The fingerprint of whatever decides what a file holds.
pub fn fingerprint(plan: &impl Hash) -> Fingerprint {
    let mut hash = Feed::default();
    plan.hash(&mut hash);
    Fingerprint(hash.digest())
}

/// What is included where follows from the texts and from which files there are.
fn file(file: &SourceFile) -> [u8; 32] {
    let SourceFile { path, text, not_utf8, version, area, is_page, .. } = file;
    fingerprint(&(path, text, not_utf8, version, area, is_page)).0
}

/// Gathers what is hashed: a few large pieces are hashed faster than many small ones.
#[derive(Default)]
struct Feed(Vec<u8>);

impl Feed {
    fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

impl Hasher for Feed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Not used: 64 bits are too few.
    fn finish(&self) -> u64 {
        0
    }
}
