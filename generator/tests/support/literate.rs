//! Runs literate tests: finds cases and fences in markdown files, compares, rewrites under `UPDATE=1`.

use generator::source::DocSet;
use std::fmt::Write as _;
use std::path::Path;

/// Info word of an expectation fence, and what produces its content from the input pages.
pub(crate) type Kind = (&'static str, fn(&DocSet, &Options) -> String);

/// The words after the info word of an expectation fence, e.g. `only=types,examples`.
#[derive(Default)]
pub(crate) struct Options {
    words: Vec<String>,
}

impl Options {
    /// What follows `key=`.
    pub(crate) fn value(&self, key: &str) -> Option<&str> {
        self.words.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether `only=` names `part`.
    pub(crate) fn asks(&self, part: &str) -> bool {
        self.value("only").is_some_and(|parts| parts.split(',').any(|word| word == part))
    }

    /// Whether `only=` names `part`, or is not there.
    pub(crate) fn wants(&self, part: &str) -> bool {
        self.value("only").is_none() || self.asks(part)
    }
}

/// A case: the input pages, and the expectation fences by place in the file's lines.
struct Case {
    name: String,
    pages: Vec<(String, String)>,
    expectations: Vec<Expectation>,
}

struct Expectation {
    kind: String,
    options: Options,
    /// Lines of the content, without the fences.
    lines: std::ops::Range<usize>,
}

const FENCE: &str = "````";

/// Path and text of every input page in `folder`.
pub(crate) fn inputs(folder: &Path) -> Vec<(String, String)> {
    let mut inputs = Vec::new();
    for file in files(folder) {
        let lines: Vec<String> = read(&file).lines().map(str::to_owned).collect();
        inputs
            .extend(parse(&file.to_string_lossy(), &lines).into_iter().flat_map(|case| case.pages));
    }
    inputs
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder of page tests exists");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    files
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).expect("a readable test file")
}

/// Headings of all cases in `folder`.
pub(crate) fn headings(folder: &Path) -> Vec<String> {
    let lines = |file: &std::path::PathBuf| read(file).lines().map(str::to_owned).collect();
    let cases = |lines: Vec<String>| parse("", &lines).into_iter().map(|case| case.name);
    files(folder).iter().map(lines).flat_map(cases).collect()
}

/// Runs every case of every file in `folder`; panics with all differences.
pub(crate) fn run(folder: &Path, kinds: &[Kind]) {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut report = String::new();
    let mut count = 0;
    for file in files(folder) {
        let mut lines: Vec<String> = read(&file).lines().map(str::to_owned).collect();
        let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut changed = false;
        // From the back, so that rewriting does not move what is still to be read.
        for case in parse(&file_name, &lines).into_iter().rev() {
            if !case.name.contains(&only) {
                continue;
            }
            count += 1;
            assert!(!case.expectations.is_empty(), "{file_name}: `{}` expects nothing", case.name);
            let docs = DocSet::from_texts(case.pages.iter().map(|(path, text)| (&**path, &**text)));
            for expectation in case.expectations.iter().rev() {
                let Some((_, produce)) = kinds.iter().find(|(kind, _)| *kind == expectation.kind)
                else {
                    panic!("{file_name}: `{}`: no fence kind `{}`", case.name, expectation.kind);
                };
                let actual: Vec<String> = produce(&docs, &expectation.options)
                    .trim_end()
                    .lines()
                    .map(str::to_owned)
                    .collect();
                let expected = &lines[expectation.lines.clone()];
                if actual == expected {
                    continue;
                }
                let line = expectation.lines.start;
                _ = writeln!(
                    report,
                    "\n{file_name}:{line}: `{}`, {}:",
                    case.name, expectation.kind
                );
                differences(&mut report, expected, &actual);
                if update {
                    changed = true;
                    lines.splice(expectation.lines.clone(), actual);
                }
            }
        }
        if changed {
            std::fs::write(&file, lines.join("\n") + "\n").expect("a writable test file");
        }
    }
    assert!(count > 0, "no page test matches");
    let advice = if update {
        "the expectations were rewritten: read the diff, then run again without UPDATE"
    } else {
        "to accept, run: UPDATE=1 cargo test -p generator --test pages"
    };
    assert!(report.is_empty(), "page tests differ:\n{report}\n{advice}");
}

/// The longest common subsequence kept silent, the rest as lines that are gone and lines that are new.
fn differences(report: &mut String, expected: &[String], actual: &[String]) {
    let mut common = vec![vec![0_usize; actual.len() + 1]; expected.len() + 1];
    for (i, old) in expected.iter().enumerate().rev() {
        for (j, new) in actual.iter().enumerate().rev() {
            common[i][j] = match old == new {
                true => common[i + 1][j + 1] + 1,
                false => common[i + 1][j].max(common[i][j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < expected.len() || j < actual.len() {
        if expected.get(i).is_some() && expected.get(i) == actual.get(j) {
            (i, j) = (i + 1, j + 1);
        } else if i < expected.len() && (j == actual.len() || common[i + 1][j] >= common[i][j + 1])
        {
            _ = writeln!(report, "  - {}", expected[i]);
            i += 1;
        } else {
            _ = writeln!(report, "  + {}", actual[j]);
            j += 1;
        }
    }
}

fn parse(file_name: &str, lines: &[String]) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { name: name.to_owned(), pages: Vec::new(), expectations: Vec::new() });
        } else if let Some(info) = line.strip_prefix(FENCE) {
            let start = at + 1;
            let length = lines[start..].iter().position(|line| line == FENCE);
            let end =
                start + length.unwrap_or_else(|| panic!("{file_name}:{start}: unclosed fence"));
            let case = cases
                .last_mut()
                .unwrap_or_else(|| panic!("{file_name}:{at}: fence before a heading"));
            let mut words = info.split_whitespace();
            let kind = words.next().unwrap_or_default();
            if kind == "markdown" {
                let path = words.find_map(|word| word.strip_prefix("path=")).unwrap_or("page.md");
                let mut text = lines[start..end].join("\n");
                text.push('\n');
                case.pages.push((path.to_owned(), unescape(&text)));
            } else {
                let options = Options { words: words.map(str::to_owned).collect() };
                let (kind, lines) = (kind.to_owned(), start..end);
                case.expectations.push(Expectation { kind, options, lines });
            }
            at = end;
        }
        at += 1;
    }
    cases
}

/// Characters that nobody sees in an editor are written `{nbsp}`, `{zwsp}`, `{nnbsp}`, `{tab}`, `{cr}`.
fn unescape(text: &str) -> String {
    let named = [
        ("{nbsp}", "\u{a0}"),
        ("{zwsp}", "\u{200b}"),
        ("{nnbsp}", "\u{202f}"),
        ("{tab}", "\t"),
        ("{cr}", "\r"),
    ];
    named.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character))
}
