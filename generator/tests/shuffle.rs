//! What pages are called decides nothing: with all of them renamed at random, and links and includes with them, the
//! same crate comes out but for the names of pages.
//!
//! `SHUFFLE_DOCS=DIR cargo test -p generator --test shuffle -- --nocapture` does the same for other docs.

use generator::config::Config;
use generator::pipeline;
use generator::source::DocSet;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A tree in which several pages tell of one thing, and nothing but their content tells which counts.
const CONTESTED: [(&str, &str); 6] = [
    (
        "v1.0/api/boat-get.md",
        "# Get boat\n## HTTP request\n```http\nGET /boats/{id}\n```\n## Response\nReturns `200 OK` and a \
         [boat](../resources/boat.md) object.\n",
    ),
    (
        "v1.0/api/ferry-get.md",
        "# Get ferry\n## HTTP request\n```http\nGET /boats/{ferry-id}\nGET /ferries\n```\n## Response\nReturns `200 OK` \
         and a [ferry](../resources/ferry.md) object.\n",
    ),
    (
        "v1.0/api/canoe-get.md",
        "# Get canoe\n## HTTP request\n```http\nGET /boats/{canoe-id}\nGET /boats/{canoe-id}/oars\n```\n## Response\n\
         Returns `200 OK` and a [canoe](../resources/canoe.md) object.\n",
    ),
    (
        "v1.0/resources/boat.md",
        "# boat resource type\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n\
         |kind|boatKind|Possible values are: `sail`, `motor`.|\n",
    ),
    (
        "v1.0/resources/ferry.md",
        "# ferry resource type\nInherits from [boat](boat.md).\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n\
         |cars|Int32|Cars.|\n|state|boatState|Possible values are: `afloat`, `sunk`.|\n",
    ),
    (
        "v1.0/resources/canoe.md",
        "# canoe resource type\nInherits from [boat](boat.md).\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n\
         |seats|Int32|Seats.|\n|state|boatState|Possible values are: `sunk`, `afloat`, `dry`.|\n",
    ),
];

type Texts = Vec<(String, String)>;

fn texts(folder: &Path) -> Texts {
    let docs = DocSet::load(folder).expect("the docs load");
    docs.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect()
}

/// The stem of a page's file; of others nothing.
fn stem(path: &str) -> Option<&str> {
    let is_page = path.contains("/api/") || path.contains("/resources/");
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    (is_page && !path.contains("/includes/")).then_some(stem)
}

/// Another name of the same length for each, from a fixed random sequence.
fn renamed(texts: &Texts, mut seed: u64) -> BTreeMap<String, String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut taken = std::collections::BTreeSet::new();
    for stem in texts.iter().filter_map(|(path, _)| stem(path)) {
        let key = stem.to_lowercase();
        if names.contains_key(&key) {
            continue;
        }
        loop {
            let letters = stem.bytes().map(|_| {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                char::from(b'a' + ((seed >> 33) % 26) as u8)
            });
            let name: String = letters.collect();
            if taken.insert(name.clone()) {
                names.insert(key, name);
                break;
            }
        }
    }
    names
}

/// `text` with every `stem.md` called by its name in `names`.
fn with_names(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find(".md") {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let head = &rest[..end];
        let start = head.len()
            - head.chars().rev().take_while(|c| is_part(*c)).map(char::len_utf8).sum::<usize>();
        out.push_str(&head[..start]);
        let stem = &head[start..];
        out.push_str(names.get(&stem.to_lowercase()).map_or(stem, String::as_str));
        out.push_str(".md");
        rest = &rest[end + 3..];
    }
    out.push_str(rest);
    out
}

/// What is emitted below `src`, without the lines that say which pages a file is made from, and without the list of
/// example files, which are called like their pages.
fn emitted(texts: &Texts) -> BTreeMap<String, String> {
    let pairs = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let docs = DocSet::from_texts(pairs);
    let files = pipeline::generate(&docs, &Config::default(), None).files;
    let ours = files.iter().filter(|(path, _)| {
        path.starts_with("src/") && !path.contains("/runtime/") && *path != "src/examples.rs"
    });
    ours.map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter(|line| !line.starts_with("// @generated from"));
        (path.to_owned(), lines.collect::<Vec<_>>().join("\n"))
    })
    .collect()
}

#[track_caller]
fn check(texts: &Texts, seed: u64) {
    let names = renamed(texts, seed);
    let shuffled: Texts = texts
        .iter()
        .map(|(path, text)| {
            let path = if stem(path).is_some() { with_names(path, &names) } else { path.clone() };
            (path, with_names(text, &names))
        })
        .collect();
    let back: BTreeMap<String, String> =
        names.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
    let lower = |text: &str| {
        with_names(text, &names.keys().map(|old| (old.clone(), old.clone())).collect())
    };
    let (one, other) = (emitted(texts), emitted(&shuffled));
    let mut differing = Vec::new();
    for path in one.keys().chain(other.keys()) {
        let text = one.get(path).map(|text| lower(text)).unwrap_or_default();
        let other = other.get(path).map(|text| with_names(text, &back)).unwrap_or_default();
        if text != other {
            let differs = text.lines().zip(other.lines()).find(|(a, b)| a != b);
            differing.push(format!("{path}: {differs:?}"));
        }
    }
    differing.sort();
    differing.dedup();
    assert!(
        differing.is_empty(),
        "{} of {} files depend on the names of pages:\n{}",
        differing.len(),
        one.len(),
        differing.join("\n")
    );
}

#[test]
fn contested_pages() {
    let texts = CONTESTED.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec();
    (1..=8).for_each(|seed| check(&texts, seed));
}

#[test]
fn docs_input() {
    let given = std::env::var_os("SHUFFLE_DOCS").map(PathBuf::from);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-input");
    check(&texts(&given.unwrap_or(folder)), 1);
}
