//! The cache's file: a line with a checksum, a line of JSON, then all texts end to end.

use super::key::{Build, Fingerprint, Key};
use super::{Cache, EXTENSION, Entry, View};
use crate::diagnostic::Diagnostic;
use crate::summary::{Slice, Summary};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

const MAGIC: &str = "docs-codegen-cache/1";
/// So many caches lie side by side, one for each output folder; the oldest go first.
const MAX_CACHES: usize = 16;

#[derive(Serialize, Deserialize)]
struct Header<'a> {
    build: [u8; 32],
    key: [u8; 32],
    files: Vec<File<'a>>,
    diagnostics: Cow<'a, [Diagnostic]>,
    summary: Cow<'a, Summary>,
    slice: Option<Cow<'a, Slice>>,
}

#[derive(Serialize, Deserialize)]
struct File<'a> {
    path: Cow<'a, str>,
    bytes: usize,
    fingerprint: Option<[u8; 32]>,
}

/// The cache file's bytes.
pub(super) fn pack(build: &Build, key: &Key, outcome: View<'_>) -> io::Result<Vec<u8>> {
    let file = |(path, contents): (_, &[u8])| File {
        path: Cow::Borrowed(path),
        bytes: contents.len(),
        fingerprint: outcome.fingerprints.get(path).map(|fingerprint| fingerprint.0),
    };
    let header = Header {
        build: build.0,
        key: key.0,
        files: outcome.files.iter().map(file).collect(),
        diagnostics: Cow::Borrowed(outcome.diagnostics),
        summary: Cow::Borrowed(outcome.summary),
        slice: outcome.slice.map(Cow::Borrowed),
    };
    let mut body = serde_json::to_vec(&header)?;
    body.push(b'\n');
    for (_, contents) in outcome.files.iter() {
        body.extend_from_slice(contents);
    }
    let mut bytes = first_line(&body).into_bytes();
    bytes.append(&mut body);
    Ok(bytes)
}

/// The cache in `bytes`, if they are all there and `build` wrote them.
pub(super) fn unpack(bytes: Vec<u8>, build: &Build) -> Option<Cache> {
    let body_at = bytes.iter().position(|&byte| byte == b'\n')? + 1;
    let (line, body) = bytes.split_at(body_at);
    if line != first_line(body).as_bytes() {
        return None;
    }
    let texts_at = body_at + body.iter().position(|&byte| byte == b'\n')? + 1;
    let header: Header<'_> = serde_json::from_slice(bytes.get(body_at..texts_at)?).ok()?;
    if header.build != build.0 {
        return None;
    }
    let mut entries = Vec::with_capacity(header.files.len());
    let mut by_fingerprint = BTreeMap::new();
    let mut at = texts_at;
    for file in header.files {
        let end = at.checked_add(file.bytes).filter(|&end| end <= bytes.len())?;
        if let Some(fingerprint) = file.fingerprint {
            by_fingerprint.insert(Fingerprint(fingerprint), entries.len());
        }
        entries.push(Entry { path: file.path.into_owned(), range: at..end });
        at = end;
    }
    Some(Cache {
        key: Some(Key(header.key)),
        diagnostics: header.diagnostics.into_owned(),
        summary: header.summary.into_owned(),
        slice: header.slice.map(Cow::into_owned),
        entries,
        by_fingerprint,
        bytes,
    })
}

fn first_line(body: &[u8]) -> String {
    let digits: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{MAGIC} {digits}\n")
}

/// Puts `bytes` at `path`, whole or not at all, and makes room in the folder.
pub(super) fn store(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    // What a killed run leaves of it is a cache of no folder, and goes when it is old.
    let suffix = format!(".{EXTENSION}");
    let mut file = tempfile::Builder::new().suffix(&suffix).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    make_room(folder);
    Ok(())
}

/// What cannot be looked at or removed, because it is not a file or another run was faster, is left alone.
fn make_room(folder: &Path) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut caches: Vec<_> = entries
        .filter(|entry| entry.path().extension().is_some_and(|found| found == EXTENSION))
        .filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            Some((metadata.modified().ok()?, entry.path()))
        })
        .collect();
    caches.sort();
    let surplus = caches.len().saturating_sub(MAX_CACHES);
    for (_, path) in caches.iter().take(surplus) {
        std::fs::remove_file(path).ok();
    }
}
