//! Pages that attack the crate made from them: every payload in every slot of `generator/tests/hostile/`, and folders
//! that are called like something else, as one docs tree and one crate, which cargo then checks, documents and tests.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Project, cargo, files};

/// Folders of versions: names of features, dependencies, modules and keywords, two that are nearly one, and texts.
const VERSIONS: &[&str] = &[
    "default",
    "serde",
    "serde_core",
    "chrono",
    "jiff",
    "uuid",
    "time",
    "http",
    "std",
    "core",
    "alloc",
    "self",
    "crate",
    "type",
    "lib",
    "main",
    "runtime",
    "conventions",
    "harness",
    "tests",
    "examples",
    "generated",
    "V1.0",
    "v1_0",
    "v1-0",
    "a\npub const PWNED: u8 = 1;",
    "b\" ]\npwned = []",
    "c<img src=x onerror=pwned()>",
    "d`e",
    "\u{202e}x",
    "365",
    "größe",
];

/// What would be there if a payload had become code or markup.
const TRACES: &[&str] = &[
    "fn pwned",
    "pub const PWNED",
    "pub mod pwned {",
    "mod pwned {",
    "pwned!",
    "#![doc = env",
    "pwned =",
];
const MARKUP: &[&str] =
    &["<img src=x", "<img src=\"https://evil", "<script>pwned", "<b onclick", "href=\"javascript:"];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/tests/hostile")
}

fn read(name: &str) -> String {
    let path = corpus().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn unescape(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let (c, taken) = match escape.chars().next() {
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some('0') => ('\0', 1),
            Some('\\') => ('\\', 1),
            Some('u') => {
                let digits = escape[2..].split('}').next().unwrap();
                let code = u32::from_str_radix(digits, 16).unwrap();
                (char::from_u32(code).unwrap(), digits.len() + 3)
            }
            other => panic!("{line}: {other:?}"),
        };
        out.push(c);
        rest = &escape[taken..];
    }
    out + rest
}

fn payloads() -> Vec<String> {
    let text = read("payloads.txt");
    text.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).map(unescape).collect()
}

/// Path and text of every slot.
fn slots() -> Vec<(String, String)> {
    let text = read("slots.md");
    let fences = text.split("\n```` markdown path=").skip(1);
    let slots = fences.map(|fence| {
        let (path, rest) = fence.split_once('\n').unwrap();
        let (page, _) = rest.split_once("\n````\n").unwrap();
        (path.to_owned(), format!("{page}\n"))
    });
    slots.collect()
}

/// A payload as the name of a file, or of a folder and a file.
fn file_name(payload: &str) -> String {
    let name: String = payload.chars().filter(|c| *c != '\0').take(60).collect();
    name.replace('/', "\u{2215}")
}

/// The docs tree; its number of pages.
fn tree(docs: &Path) -> usize {
    let mut count = 0;
    let mut put = |path: &str, text: &str| {
        let full = docs.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        // Not every file system has such names.
        count += usize::from(fs::write(full, text).is_ok());
    };
    let slots = slots();
    for (number, payload) in payloads().iter().enumerate() {
        let number = number.to_string();
        for (path, text) in &slots {
            let path = path.replace("@@", &file_name(payload)).replace("NN", &number);
            put(&path, &text.replace("@@", payload).replace("NN", &number));
        }
    }
    for version in VERSIONS {
        put(
            &format!("{version}/resources/a.md"),
            "# a resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|b|String|c|\n",
        );
        put(
            &format!("{version}/api/a.md"),
            "# Get a\n\n## HTTP request\n\n```http\nGET /a/{id}\n```\n\n## Response\n\nReturns `200 OK` and an [a](../resources/a.md) object.\n\n## Example\n\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.a\" } -->\n```json\n{ \"b\": \"c\" }\n```\n",
        );
    }
    count
}

#[test]
fn no_payload_becomes_code_or_markup() {
    let project =
        Project { root: tempfile::tempdir().unwrap(), target: tempfile::tempdir().unwrap() };
    let pages = tree(&project.path("docs"));
    assert!(pages > 1000, "{pages}");
    let ran = project.codegen(&["--no-cache", "--message-format", "github"]).expect(0);
    for line in ran.stdout.lines() {
        let command = line.starts_with("::warning ") || line.starts_with("::notice ");
        assert!(command && !line.contains(hidden), "{line:?}");
    }
    let out = project.path("out");
    for (path, text) in files(&out) {
        assert!(path.split('/').all(|part| part.len() < 200) && path.len() < 1000, "{path}");
        if path.starts_with("src/runtime/") {
            continue;
        }
        let text = String::from_utf8(text).expect("text");
        for line in text.lines() {
            assert!(!line.replace('\t', " ").contains(hidden), "{path}: {line:?}");
            let code = line.trim_start();
            let trace = TRACES.iter().find(|trace| code.starts_with(**trace));
            assert_eq!(trace, None, "{path}: {line}");
        }
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/Cargo.lock");
    fs::copy(lock, out.join("Cargo.lock")).ok();
    cargo(&out, &target, &["clippy", "--all-targets", "--quiet", "--", "-D", "warnings"]);
    cargo(&out, &target, &["test", "--quiet"]);
    cargo(&out, &target, &["doc", "--no-deps", "--quiet"]);
    for (path, html) in files(&target.join("doc/generated")) {
        let html = String::from_utf8_lossy(&html);
        let trace = MARKUP.iter().find(|trace| html.contains(**trace));
        assert_eq!(trace, None, "{path}");
    }
}

/// Whether a terminal or an editor acts on `c` instead of showing it; apart from what the generator thinks of it.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
