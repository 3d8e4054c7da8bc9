//! Words of one vendor's pages belong into a dialect. What still knows one elsewhere is listed here, and the list may
//! only become shorter.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Parts of words that only one family of pages has.
const WORDS: [&str; 3] = ["microsoft", "msgraph", "/graph/"];

/// Files of `src` outside of `dialect/`, and in how many lines of their code such words stand.
const KNOWN: [(&str, usize); 11] = [
    ("page/examples.rs", 1),
    ("page/plain_table.rs", 1),
    ("page/reader.rs", 1),
    ("page/statements.rs", 1),
    ("plan/route.rs", 1),
    ("resolve/facts/names.rs", 1),
    ("resolve/mod.rs", 1),
    ("resolve/types/infer.rs", 1),
    ("resolve/types/inherit.rs", 1),
    ("resolve/types/lineage.rs", 1),
    ("resolve/types/link.rs", 1),
];

/// Counts the lines of code, tests and comments left out, of all files below `folder`.
fn count(folder: &Path, root: &Path, found: &mut BTreeMap<String, usize>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        let name =
            path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if name != "dialect" {
                count(&path, root, found);
            }
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source");
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let lines = code.lines().filter(|line| {
            let line = line.trim_start().to_lowercase();
            !line.starts_with("//") && WORDS.iter().any(|word| line.contains(word))
        });
        let lines = lines.count();
        if lines > 0 {
            found.insert(name, lines);
        }
    }
}

#[test]
fn a_vendors_words_stand_in_its_dialect() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    count(&root, &root, &mut found);
    let known: BTreeMap<String, usize> =
        KNOWN.iter().map(|(name, lines)| ((*name).to_owned(), *lines)).collect();
    assert_eq!(found, known, "move the word behind the dialect, or strike what no longer has one");
}
