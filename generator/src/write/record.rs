//! The record of what codegen wrote: one line per file, sorted by path, so that version control merges
//! it line by line and `sha256sum --check` reads it.

use super::disk::{self, Hash};
use std::collections::BTreeMap;
use std::path::Path;

const HEADER: &str =
    "# Written by `cargo xtask codegen`: the SHA-256 of each file that it owns here.\n";

/// Hashes by path. More than one for a path whose line is in conflict.
#[derive(Debug, Default)]
pub(super) struct Record {
    hashes: BTreeMap<String, Vec<Hash>>,
    /// Whether something in it is not a line that codegen writes, e.g. a merge conflict.
    pub(super) is_damaged: bool,
}

impl Record {
    /// Reads as much as can be read. With a conflict, both sides count: a file as either side recorded
    /// it was not edited by hand.
    pub(super) fn parse(text: &str) -> Self {
        let mut record = Self::default();
        for line in text.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match parse_line(line) {
                Some((path, hash)) => {
                    let hashes = record.hashes.entry(path.to_owned()).or_default();
                    record.is_damaged |= !hashes.is_empty();
                    hashes.push(hash);
                }
                None => record.is_damaged = true,
            }
        }
        record
    }

    /// Whether codegen wrote a file at `path`.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.hashes.contains_key(path)
    }

    /// Whether `hash` is what codegen wrote at `path`.
    pub(super) fn is_as_recorded(&self, path: &str, hash: &Hash) -> bool {
        self.hashes.get(path).is_some_and(|hashes| hashes.contains(hash))
    }

    /// All recorded paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.hashes.keys().map(String::as_str)
    }
}

fn parse_line(line: &str) -> Option<(&str, Hash)> {
    let (digits, path) = line.split_once("  ")?;
    disk::join(Path::new(""), path)?;
    let mut hash = [0; 32];
    let pairs = digits.as_bytes().chunks_exact(2);
    if digits.len() != 64 || !digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(pairs) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some((path, hash))
}

/// The text of the record for `files`, which are in path order.
pub(super) fn render<'a>(files: impl Iterator<Item = (&'a str, &'a Hash)>) -> String {
    let mut text = HEADER.to_owned();
    for (path, hash) in files {
        text.push_str(&hex(hash));
        text.push_str("  ");
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The hash in lower-case hexadecimal.
pub(super) fn hex(hash: &Hash) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    hash.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        let (a, b) = (disk::hash(b"a"), disk::hash(b"b"));
        let text = render([("Cargo.toml", &a), ("src/with space.rs", &b)].into_iter());
        let record = Record::parse(&text);
        assert!(!record.is_damaged);
        assert_eq!(record.paths().collect::<Vec<_>>(), ["Cargo.toml", "src/with space.rs"]);
        assert!(record.is_as_recorded("Cargo.toml", &a));
        assert!(!record.is_as_recorded("Cargo.toml", &b));
        assert!(!record.contains("src/lib.rs"));
    }

    #[test]
    fn what_codegen_does_not_write_is_damage() {
        let good = render([("a.rs", &disk::hash(b"a"))].into_iter());
        let hash = hex(&disk::hash(b"x"));
        let lines = [
            "<<<<<<< HEAD".to_owned(),
            "=======".to_owned(),
            format!("{hash}  ../outside"),
            format!("{hash}  /etc/passwd"),
            format!("{hash} one-space"),
            format!("{}  upper.rs", hash.to_ascii_uppercase()),
            format!("{hash}  a.rs"),
            "é".repeat(32) + "  a.rs",
        ];
        for line in lines {
            let record = Record::parse(&format!("{good}{line}\n"));
            assert!(record.is_damaged, "{line}");
            assert!(record.is_as_recorded("a.rs", &disk::hash(b"a")), "{line}");
        }
    }
}
