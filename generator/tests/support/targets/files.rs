//! Files that a run reads beside pages: they may be damaged, merged by hand, or forged.

use generator::cache::{Build, Cache};
use generator::config::Config;
use generator::dialect::Dialect;
use generator::diff::Snapshot;
use generator::file_tree::FileTree;
use generator::write::{self, RECORD, TRANSACTION, Verdict};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// `codegen.toml` and dialects are read or refused, and what is refused has a place in the file.
pub fn configuration(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Err(error) = Config::parse(Path::new("codegen.toml"), &text) {
        assert!(!error.to_string().is_empty());
    }
    if let Ok(dialect) = Dialect::parse("fuzzed", &text) {
        dialect.is_page("a.md");
    }
}

/// What a record says can be written, and then reads alike.
pub fn records(data: &[u8]) {
    let Ok(read) = Snapshot::of_record(&String::from_utf8_lossy(data)) else { return };
    let written = read.record();
    let again = Snapshot::of_record(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(again.record(), written);
}

/// A cache with a true checksum and any contents; and any bytes at all.
pub fn cache(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fuzz.cache");
    let digits: String = Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut whole = format!("docs-codegen-cache/1 {digits}\n").into_bytes();
    whole.extend_from_slice(data);
    // Any build: it is checked last.
    for bytes in [&whole[..], data] {
        fs::write(&path, bytes).expect("a file");
        let cache = Cache::read(&path, &Build::of(b"fuzz"));
        let key = generator::cache::key(
            &Build::of(b"fuzz"),
            &generator::source::DocSet::default(),
            &Config::default(),
        );
        let _ = cache.outcome(&key);
        let _ = cache.text(&generator::cache::fingerprint(&1));
    }
}

/// A forged record, and the journal and backup of a killed run: nothing outside the folder is touched.
pub fn journal(data: &[u8]) {
    let mut parts = data.splitn(3, |&byte| byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (record, journal, file) = (part(), part(), part());
    let temp = tempfile::tempdir().expect("a folder");
    let out = temp.path().join("out");
    let outside = temp.path().join("outside.rs");
    let transaction = out.join(TRANSACTION);
    for folder in [
        out.join("src"),
        transaction.join("new"),
        transaction.join("old"),
        transaction.join("tree"),
    ] {
        fs::create_dir_all(folder).expect("a folder");
    }
    let put = |path: &Path, bytes: &[u8]| fs::write(path, bytes).expect("a file");
    put(&outside, b"outside");
    put(&out.join("foreign.txt"), b"foreign");
    put(&out.join("src/lib.rs"), file);
    put(&out.join(RECORD), record);
    put(&transaction.join("journal.json"), journal);
    put(&transaction.join("old/0"), b"old");
    put(&transaction.join("new/0"), file);
    let tree: FileTree =
        [("Cargo.toml", "[package]\n"), ("src/lib.rs", "// lib\n")].into_iter().collect();
    let recovered = write::recover(&out);
    if recovered.is_ok() {
        assert!(!transaction.exists(), "{recovered:?}");
        if let Ok(plan) = write::plan(&out, &tree) {
            let written = write::commit(&out, &tree, &plan, true, &|_| Verdict::Continue);
            if written.is_ok() {
                assert!(write::plan(&out, &tree).is_ok_and(|plan| plan.is_clean()));
            }
        }
    }
    assert_eq!(fs::read(&outside).ok().as_deref(), Some(&b"outside"[..]));
    let foreign = fs::read(out.join("foreign.txt")).ok();
    // A record may claim a file, but only with its true hash.
    let digits: String =
        Sha256::digest(b"foreign").iter().map(|byte| format!("{byte:02x}")).collect();
    let is_named = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("foreign.txt");
    if !is_named(journal) && !String::from_utf8_lossy(record).contains(&digits) && !is_named(record)
    {
        assert_eq!(foreign.as_deref(), Some(&b"foreign"[..]));
    }
    assert_eq!(fs::read_dir(temp.path()).expect("a folder").count(), 2, "a file beside the folder");
}
