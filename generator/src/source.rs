//! Loading a docs tree: which files are pages, which version they belong to, and their text.
//!
//! In: a folder. Out: a [`DocSet`] in sorted order. It does not look inside the pages.
//! Names of files and folders are texts like any other: characters that would act rather than show are spelled out
//! here, at the door, so that no later room ever sees one in a path.

mod classify;
mod links;

use crate::span::{FileId, LineIndex, Span};
use crate::visible;
use classify::{classify, is_text, version_folders};
use rayon::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One file of the docs tree.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the docs root, `/`-separated, as it is shown: without hidden characters.
    pub path: String,
    /// The text; bytes that are not UTF-8 are U+FFFD.
    pub text: String,
    /// Offset of the first byte in the text that had to be replaced, if any.
    pub not_utf8: Option<u32>,
    /// The version folder it lies in; `None` in a flat folder.
    pub version: Option<String>,
    /// The folder below the version: `api` or `resources`; `None` in a flat folder.
    pub area: Option<Area>,
    /// A page, or a file that is read only because a page includes it.
    pub is_page: bool,
    lines: OnceLock<LineIndex>,
}

/// The folder a page lies in below its version folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// `api/`: operations.
    Api,
    /// `resources/`: types.
    Resources,
}

/// A loaded docs tree.
#[derive(Debug, Default)]
pub struct DocSet {
    /// The folder that was loaded, for messages only.
    pub root: PathBuf,
    /// Pages in path order, then included files in path order; indexed by [`FileId`].
    pub files: Vec<SourceFile>,
    /// `(including file, path as written)` to the included file, for those that exist.
    includes: BTreeMap<(FileId, String), FileId>,
    /// Files that were too large to load, with their size in bytes.
    pub too_large: Vec<(String, u64)>,
    /// Files of text that no ending makes pages, in path order.
    pub passed_by: Vec<String>,
    /// Symbolic links that lead out of the folder or nowhere, and were not followed, in path order.
    pub links_out: Vec<String>,
}

/// Which files of a folder are pages.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    /// Whether a file of this name, in lower case, is a page; `None` for markdown and text in version folders.
    pub is_page: Option<&'a (dyn Fn(&str) -> bool + Sync)>,
}

impl Selection<'_> {
    /// Markdown and text.
    pub const STANDARD: Self = Self { is_page: None };
}

/// Why a docs folder could not be loaded.
#[derive(Debug)]
pub struct LoadError {
    /// The folder or file.
    pub path: PathBuf,
    /// What went wrong.
    pub reason: String,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read `{}`: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for LoadError {}

/// Pages above this size are refused: 64 MiB.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
const MAX_INCLUDE_DEPTH: usize = 4;

impl DocSet {
    /// Loads every page below `root`, and the files that they include.
    ///
    /// # Errors
    /// If `root` is no folder, or a folder or file below it cannot be read.
    pub fn load(root: &Path) -> Result<Self, LoadError> {
        Self::load_selected(root, Selection::STANDARD)
    }

    /// Loads every page below `root` that `selection` makes one, and the files that they include.
    ///
    /// # Errors
    /// If `root` is no folder, or a folder or file below it cannot be read.
    pub fn load_selected(root: &Path, selection: Selection<'_>) -> Result<Self, LoadError> {
        let fail = |reason: &str| LoadError { path: root.to_owned(), reason: reason.to_owned() };
        let metadata = std::fs::metadata(root).map_err(|error| fail(&error.to_string()))?;
        if !metadata.is_dir() {
            return Err(fail("it is not a folder"));
        }
        let mut set = Self { root: root.to_owned(), ..Self::default() };
        let Found { candidates, passed_by, links_out } = find_pages(root, selection)?;
        (set.passed_by, set.links_out) = (passed_by, links_out);
        let loaded = read_all(candidates)?;
        for read in loaded {
            match read {
                Read::File(file) => set.files.push(file),
                Read::TooLarge(path, size) => set.too_large.push((path, size)),
            }
        }
        set.load_includes();
        Ok(set)
    }

    /// A docs set from memory: `(path, text)` pairs, for tests and tools. Paths decide versions as on disk.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self::from_texts_selected(texts, Selection::STANDARD)
    }

    /// The same with a choice of pages.
    pub fn from_texts_selected<'a>(
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
        selection: Selection<'_>,
    ) -> Self {
        let mut texts: Vec<_> =
            texts.into_iter().map(|(path, text)| (visible::path(path), text)).collect();
        texts.sort();
        let paths: Vec<&str> = texts.iter().map(|(path, _)| &**path).collect();
        let versions = version_folders(&paths);
        let mut set = Self::default();
        let mut rest = Vec::new();
        for (path, text) in texts {
            match classify(&path, &versions, selection) {
                Some(candidate) => set.files.push(candidate.read(text.as_bytes().to_vec())),
                None => rest.push((path.into_owned(), text.to_owned())),
            }
        }
        let mut lookup = |path: &str| {
            let found = rest.iter().find(|(name, _)| name == path)?;
            Some(found.1.clone().into_bytes())
        };
        set.resolve_includes(&mut lookup);
        set
    }

    /// The same files, some of them with another text.
    pub fn with_texts(&self, texts: &BTreeMap<FileId, String>) -> Self {
        let files = (0..).map(FileId).zip(&self.files).map(|(id, file)| SourceFile {
            path: file.path.clone(),
            text: texts.get(&id).unwrap_or(&file.text).clone(),
            not_utf8: file.not_utf8,
            version: file.version.clone(),
            area: file.area,
            is_page: file.is_page,
            lines: OnceLock::new(),
        });
        Self {
            root: self.root.clone(),
            files: files.collect(),
            includes: self.includes.clone(),
            too_large: self.too_large.clone(),
            passed_by: self.passed_by.clone(),
            links_out: self.links_out.clone(),
        }
    }

    /// The file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All pages with their ids, in path order.
    pub fn pages(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let ids = (0..).map(FileId);
        ids.zip(&self.files).filter(|(_, file)| file.is_page)
    }

    /// The file that `from` includes as `target`, if it is in the docs tree.
    pub fn include(&self, from: FileId, target: &str) -> Option<FileId> {
        self.includes.get(&(from, target.to_owned())).copied()
    }

    /// The text under `span`.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or_default()
    }

    /// 1-based line and column of the span's start and of its end.
    pub fn positions(&self, span: Span) -> ((u32, u32), (u32, u32)) {
        let file = self.file(span.file);
        let lines = file.lines();
        (lines.line_column(&file.text, span.start), lines.line_column(&file.text, span.end))
    }

    /// 1-based line of the span's start.
    pub fn line(&self, span: Span) -> u32 {
        self.file(span.file).lines().line(span.start)
    }

    fn load_includes(&mut self) {
        let root = self.root.clone();
        let links = links::Links::of(&root);
        let mut folders: BTreeMap<PathBuf, bool> = BTreeMap::new();
        let mut lookup = |path: &str| {
            let full = root.join(path);
            let folder = full.parent()?.to_owned();
            let exists = *folders.entry(folder).or_insert_with_key(|folder| folder.is_dir());
            if !exists
                || std::fs::metadata(&full).ok()?.len() > MAX_FILE_BYTES
                || !links.stays(&full)
            {
                return None;
            }
            std::fs::read(&full).ok()
        };
        self.resolve_includes(&mut lookup);
    }

    /// Follows `[!INCLUDE …]` directives from the pages; `lookup` reads a path below the root.
    fn resolve_includes(&mut self, lookup: &mut dyn FnMut(&str) -> Option<Vec<u8>>) {
        let mut known: BTreeMap<String, Option<FileId>> = BTreeMap::new();
        let mut wave: Vec<FileId> = (0..self.files.len() as u32).map(FileId).collect();
        for _ in 0..MAX_INCLUDE_DEPTH {
            let named = |&from: &FileId| {
                let file = self.file(from);
                include_targets(&file.text).filter_map(move |target| {
                    Some((from, target.to_owned(), join(&file.path, target)?))
                })
            };
            let wanted: Vec<(FileId, String, String)> =
                wave.par_iter().flat_map_iter(named).collect();
            wave.clear();
            for (from, target, path) in wanted {
                let id = match known.get(&path) {
                    Some(id) => *id,
                    None => {
                        let id = lookup(&path).map(|bytes| {
                            let (version, area) = self.belongs(from);
                            let shown = visible::path(&path).into_owned();
                            let found = Candidate { path: shown, version, area };
                            let file = SourceFile { is_page: false, ..found.read(bytes) };
                            self.files.push(file);
                            FileId(self.files.len() as u32 - 1)
                        });
                        wave.extend(id);
                        known.insert(path, id);
                        id
                    }
                };
                if let Some(id) = id {
                    self.includes.insert((from, target), id);
                }
            }
            if wave.is_empty() {
                break;
            }
        }
    }

    fn belongs(&self, file: FileId) -> (Option<String>, Option<Area>) {
        let file = self.file(file);
        (file.version.clone(), file.area)
    }
}

impl SourceFile {
    /// The file's line table, made on first use.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// The destinations of the `[!INCLUDE [title](path)]` directives in `text`; code snippets are left out.
fn include_targets(text: &str) -> impl Iterator<Item = &str> {
    memchr::memmem::find_iter(text.as_bytes(), "[!INCLUDE").filter_map(|at| {
        let rest = &text[at..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let target = line.split_once("](")?.1.split_once(')')?.0.trim();
        let relative = !target.starts_with(['/', '~']) && !target.contains(':');
        (relative && !target.contains("/snippets/")).then_some(target)
    })
}

/// `target` relative to the folder of `from`; `None` if it leaves the docs root.
pub(crate) fn join(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// A page that was found but not read yet.
struct Candidate {
    path: String,
    version: Option<String>,
    area: Option<Area>,
}

impl Candidate {
    fn read(&self, bytes: Vec<u8>) -> SourceFile {
        let (text, not_utf8) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
                (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at))
            }
        };
        SourceFile {
            path: self.path.clone(),
            text,
            not_utf8,
            version: self.version.clone(),
            area: self.area,
            is_page: true,
            lines: OnceLock::new(),
        }
    }
}

enum Read {
    File(SourceFile),
    TooLarge(String, u64),
}

fn read_all(candidates: Vec<(Candidate, PathBuf)>) -> Result<Vec<Read>, LoadError> {
    candidates
        .into_par_iter()
        .map(|(candidate, full)| {
            let fail =
                |error: std::io::Error| LoadError { path: full.clone(), reason: error.to_string() };
            let file = File::open(&full).map_err(fail)?;
            let size = file.metadata().map_err(fail)?.len();
            if size > MAX_FILE_BYTES {
                return Ok(Read::TooLarge(candidate.path, size));
            }
            // Cut off at the size that was asked for already, so that the end need not be looked for.
            let mut bytes = Vec::with_capacity(size as usize);
            file.take(size).read_to_end(&mut bytes).map_err(fail)?;
            Ok(Read::File(candidate.read(bytes)))
        })
        .collect()
}

/// What lies below a docs folder, each list in the order of the paths that are shown.
struct Found {
    /// Pages, with where they lie.
    candidates: Vec<(Candidate, PathBuf)>,
    /// Texts that are no pages.
    passed_by: Vec<String>,
    /// Links that were not followed.
    links_out: Vec<String>,
}

/// All files below `root`.
fn find_pages(root: &Path, selection: Selection<'_>) -> Result<Found, LoadError> {
    let mut paths = Vec::new();
    let links = links::Links::of(root);
    let links_out = RefCell::new(Vec::new());
    let walk = walkdir::WalkDir::new(root).follow_links(true).into_iter();
    let visible = walk.filter_entry(|entry| {
        if entry.depth() == 0 {
            return true;
        }
        if is_hidden(entry.file_name()) {
            return false;
        }
        let followed = !entry.path_is_symlink() || links.stays(entry.path());
        if !followed {
            links_out.borrow_mut().extend(shown(root, entry.path()));
        }
        followed
    });
    for entry in visible {
        let entry = match entry {
            Ok(entry) => entry,
            // A link back to a folder above it: what lies there is read there.
            Err(error) if error.loop_ancestor().is_some() => continue,
            // A link that leads nowhere is a slip of whoever made it, and stops nobody's run.
            Err(error) if error.path().is_some_and(Path::is_symlink) => {
                let hidden = |path: &&Path| !path.file_name().is_some_and(is_hidden);
                let link = error.path().filter(hidden).and_then(|path| shown(root, path));
                links_out.borrow_mut().extend(link);
                continue;
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                return Err(LoadError { path, reason: error.to_string() });
            }
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let Some(shown) = shown(root, entry.path()) else { continue };
        paths.push((shown, entry.into_path()));
    }
    let mut links_out = links_out.into_inner();
    links_out.sort();
    paths.sort();
    let shown: Vec<&str> = paths.iter().map(|(shown, _)| shown.as_str()).collect();
    let versions = version_folders(&shown);
    let mut candidates = Vec::new();
    let mut passed_by = Vec::new();
    for (shown, path) in &paths {
        match classify(shown, &versions, selection) {
            Some(candidate) => candidates.push((candidate, path.clone())),
            // What lies beside version folders is there to be included.
            None if versions.is_empty() && is_text(shown) => passed_by.push(shown.clone()),
            None => {}
        }
    }
    Ok(Found { candidates, passed_by, links_out })
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// `path` below `root`, `/`-separated, as it is shown.
fn shown(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?.to_string_lossy();
    let relative = match std::path::MAIN_SEPARATOR {
        '/' => relative,
        separator => relative.replace(separator, "/").into(),
    };
    Some(visible::path(&relative).into_owned())
}
