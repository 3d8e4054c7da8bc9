//! What the run before worked out, so that the next one need not do it again.
//!
//! In: everything that a run depends on, as a [`Key`], and the parts it is made of, as [`Fingerprint`]s. Out: the
//! whole result if nothing has changed, else the text of every file whose plan is as it was. A cache is a single
//! file; if it is missing, damaged or of another build, there is no cache. It holds nothing that cannot be made
//! again, and whoever has to be certain does without it.

mod key;
mod pack;

pub use key::{Build, Fingerprint, Key, fingerprint, key};

use crate::diagnostic::Diagnostic;
use crate::file_tree::FileTree;
use crate::summary::{Slice, Summary};
use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::Path;

/// What the names of cache files end in.
pub const EXTENSION: &str = "cache";

/// Everything that a run yields.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What was found, as it is to be shown.
    pub diagnostics: Vec<Diagnostic>,
    /// Every file of the crate.
    pub files: FileTree,
    /// Counts.
    pub summary: Summary,
    /// What was selected; `None` for the whole API.
    pub slice: Option<Slice>,
}

/// The outcome of a run, to be kept.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// What was found, as it is to be shown.
    pub diagnostics: &'a [Diagnostic],
    /// Every file of the crate.
    pub files: &'a FileTree,
    /// By path, what decides the text of those files that can be used again on their own.
    pub fingerprints: &'a BTreeMap<String, Fingerprint>,
    /// Counts.
    pub summary: &'a Summary,
    /// What was selected; `None` for the whole API.
    pub slice: Option<&'a Slice>,
}

/// A file of the outcome, and where its contents lie in the cache.
#[derive(Debug)]
struct Entry {
    path: String,
    range: Range<usize>,
}

/// The cache as the run before left it; empty by default.
#[derive(Debug, Default)]
pub struct Cache {
    /// Of the run that wrote it.
    key: Option<Key>,
    diagnostics: Vec<Diagnostic>,
    summary: Summary,
    slice: Option<Slice>,
    entries: Vec<Entry>,
    by_fingerprint: BTreeMap<Fingerprint, usize>,
    bytes: Vec<u8>,
}

impl Cache {
    /// Reads the file at `path`, which `build` must have written. Whatever is wrong with it, the result is an empty
    /// cache.
    pub fn read(path: &Path, build: &Build) -> Self {
        let bytes = std::fs::read(path).ok();
        bytes.and_then(|bytes| pack::unpack(bytes, build)).unwrap_or_default()
    }

    /// Replaces the file at `path`, making its folder if need be.
    ///
    /// # Errors
    /// If it cannot be written; what was there is kept.
    pub fn write(path: &Path, build: &Build, key: &Key, outcome: View<'_>) -> io::Result<()> {
        pack::store(path, &pack::pack(build, key, outcome)?)
    }

    /// The whole outcome of the run before, if its key was `key`.
    pub fn outcome(&self, key: &Key) -> Option<Outcome> {
        if self.key.as_ref() != Some(key) {
            return None;
        }
        let file = |entry: &Entry| Some((entry.path.clone(), self.bytes.get(entry.range.clone())?));
        Some(Outcome {
            diagnostics: self.diagnostics.clone(),
            files: self.entries.iter().map(file).collect::<Option<_>>()?,
            summary: self.summary.clone(),
            slice: self.slice.clone(),
        })
    }

    /// The text of a file whose plan has the fingerprint `fingerprint`.
    pub fn text(&self, fingerprint: &Fingerprint) -> Option<&str> {
        let entry = self.entries.get(*self.by_fingerprint.get(fingerprint)?)?;
        std::str::from_utf8(self.bytes.get(entry.range.clone())?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::diagnostic::Code;
    use crate::source::DocSet;
    use crate::span::{FileId, Span};
    use std::fs;

    struct Sample {
        build: Build,
        key: Key,
        outcome: Outcome,
        fingerprints: BTreeMap<String, Fingerprint>,
    }

    impl Sample {
        fn new() -> Self {
            let place = Span::new(FileId(0), 3..5);
            let files = [("a.rs", "fn a() {}\n"), ("b.json", "{}"), ("c.rs", "")];
            let outcome = Outcome {
                diagnostics: vec![
                    Diagnostic::new(Code::EmptyPage, place, "nothing\nthere").also(place, "ü"),
                    Diagnostic::unplaced(Code::InternalError, "x").help("y"),
                ],
                files: files.into_iter().collect(),
                summary: Summary { pages: 7, ..Summary::default() },
                slice: Some(Slice { summary: "s".to_owned(), reasons: vec!["r".to_owned()] }),
            };
            let docs = DocSet::from_texts([("v1.0/api/a.md", "# a")]);
            let fingerprints = [("a.rs", fingerprint(&1)), ("c.rs", fingerprint(&2))];
            let build = Build::of(b"generator");
            Self {
                key: key(&build, &docs, &Config::default()),
                build,
                outcome,
                fingerprints: fingerprints.map(|(path, of)| (path.to_owned(), of)).into(),
            }
        }

        fn write(&self, path: &Path) {
            let Outcome { diagnostics, files, summary, slice } = &self.outcome;
            let fingerprints = &self.fingerprints;
            let slice = slice.as_ref();
            let view = View { diagnostics, files, fingerprints, summary, slice };
            Cache::write(path, &self.build, &self.key, view).unwrap();
        }
    }

    #[test]
    fn an_outcome_comes_back_whole_under_its_key_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made/on/demand.cache");
        let sample = Sample::new();
        sample.write(&path);
        let cache = Cache::read(&path, &sample.build);
        assert_eq!(cache.outcome(&sample.key).as_ref(), Some(&sample.outcome));
        let other = super::key(&Build::of(b"newer"), &DocSet::default(), &Config::default());
        assert_eq!(cache.outcome(&other), None);
        assert_eq!(cache.text(&fingerprint(&1)), Some("fn a() {}\n"));
        assert_eq!(cache.text(&fingerprint(&2)), Some(""));
        assert_eq!(cache.text(&fingerprint(&3)), None);
        // Another build may print the same plan in another way.
        let newer = Cache::read(&path, &Build::of(b"newer"));
        assert_eq!(newer.text(&fingerprint(&1)), None);
        assert_eq!(newer.outcome(&sample.key), None);
    }

    #[test]
    fn a_damaged_cache_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("c");
        let sample = Sample::new();
        let key = &sample.key;
        assert_eq!(Cache::read(&path, &sample.build).outcome(key), None, "missing");
        sample.write(&path);
        let good = fs::read(&path).unwrap();
        for at in (0..good.len()).step_by(7) {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, &bad).unwrap();
            assert_eq!(Cache::read(&path, &sample.build).outcome(key), None, "byte {at} changed");
            fs::write(&path, &good[..at]).unwrap();
            assert_eq!(Cache::read(&path, &sample.build).outcome(key), None, "cut at {at}");
        }
    }

    #[test]
    fn everything_that_a_run_depends_on_changes_the_key() {
        let pages = [("v1.0/api/a.md", "# a"), ("v1.0/api/b.md", "# b")];
        let build = Build::of(b"generator");
        let base = key(&build, &DocSet::from_texts(pages), &Config::default());
        assert_eq!(base, key(&build, &DocSet::from_texts(pages), &Config::default()));
        let sliced = |include: &str| {
            let mut config = Config::default();
            config.slice.include.push(include.to_owned());
            config
        };
        let others = [
            key(&Build::of(b"newer"), &DocSet::from_texts(pages), &Config::default()),
            key(&build, &DocSet::from_texts(pages), &sliced("/a")),
            key(&build, &DocSet::from_texts(pages), &sliced("/b")),
            key(&build, &DocSet::from_texts([pages[0]]), &Config::default()),
            key(
                &build,
                &DocSet::from_texts([pages[0], ("v1.0/api/b.md", "# c")]),
                &Config::default(),
            ),
            key(
                &build,
                &DocSet::from_texts([pages[0], ("v1.0/api/c.md", "# b")]),
                &Config::default(),
            ),
        ];
        let named = ["a", "b"].map(|names| base.with_names(Some(names)));
        assert_ne!(named[0], named[1]);
        assert_ne!(named[0], base.with_names(None));
        for (at, other) in others.iter().enumerate() {
            assert_ne!(*other, base, "{at}");
            assert!(!others[..at].contains(other), "{at}");
        }
    }
}
