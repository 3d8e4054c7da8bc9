//! `dialect`: which words of a dialect are at work, and a first one for pages that have none.

use crate::Outcome;
use crate::cli::DialectCommand;
use crate::failure::{Failure, unless_closed};
use crate::paths::Folder;
use crate::pipeline;
use generator::diagnostic::{Code, Diagnostic};
use generator::dialect::Fired;
use generator::guess;
use generator::source::{DocSet, Selection};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// What says that something of a page was not read.
const UNREAD: [Code; 6] = [
    Code::NoPages,
    Code::NothingRecognised,
    Code::UnreadFiles,
    Code::UnreadPlaceholder,
    Code::UnknownTable,
    Code::UnknownType,
];
/// Endings of texts that a person may have written docs in.
const TEXTS: [&str; 6] = ["md", "mdx", "markdown", "mkd", "txt", "erb"];

pub(crate) fn run(command: &DialectCommand) -> Result<Outcome, Failure> {
    let text = match command {
        DialectCommand::Check { docs, all } => {
            let docs = Folder::docs(docs.as_deref())?;
            let run = pipeline::dialect(&docs.path)?;
            let mut text = fired(&run.product, *all);
            text.push_str(&unread(&run.docs, &run.diagnostics));
            text
        }
        DialectCommand::Guess { docs } => guessed(docs)?,
    };
    unless_closed(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(Outcome::Clean)
}

/// The words of each key, those that fitted most often first.
fn fired(all: &[Fired], silent: bool) -> String {
    let mut by_key: BTreeMap<&str, Vec<&Fired>> = BTreeMap::new();
    for one in all {
        by_key.entry(&one.key).or_default().push(one);
    }
    let mut out = String::new();
    for (key, mut words) in by_key {
        words.sort_by(|a, b| (b.count, &a.pattern).cmp(&(a.count, &b.pattern)));
        let total: u64 = words.iter().map(|one| one.count).sum();
        let _ = writeln!(out, "{key}: {total}");
        let (fitted, never): (Vec<&Fired>, Vec<&Fired>) =
            words.into_iter().partition(|one| one.count > 0);
        for one in fitted {
            let _ = writeln!(out, "  {:>6} {:?}", one.count, one.pattern);
        }
        if !never.is_empty() {
            match silent {
                true => never.iter().for_each(|one| {
                    let _ = writeln!(out, "       - {:?}", one.pattern);
                }),
                false => {
                    let _ = writeln!(out, "       - {} never fitted", never.len());
                }
            }
        }
    }
    out
}

/// What stayed unread, the most frequent first, each with its first place.
fn unread(docs: &DocSet, diagnostics: &[Diagnostic]) -> String {
    let mut groups: BTreeMap<(&str, &str), (usize, String)> = BTreeMap::new();
    for found in diagnostics.iter().filter(|found| UNREAD.contains(&found.code)) {
        let place = found.primary.as_ref().map_or_else(String::new, |label| {
            format!("{}:{}", docs.file(label.span.file).path, docs.line(label.span))
        });
        let group = groups.entry((found.code.as_str(), &found.message)).or_insert((0, place));
        group.0 += 1;
    }
    let mut all: Vec<_> = groups.into_iter().collect();
    all.sort_by(|a, b| (b.1.0, a.0).cmp(&(a.1.0, b.0)));
    let mut out = format!("\nunread: {}\n", all.iter().map(|(_, (count, _))| count).sum::<usize>());
    for ((code, message), (count, place)) in all {
        let _ = writeln!(out, "  {count:>6} {code}: {message} {place}");
    }
    out
}

fn guessed(docs: &Path) -> Result<String, Failure> {
    let is_page = |name: &str| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        TEXTS.contains(&ending)
            && !["readme", "license", "changelog"].iter().any(|word| name.starts_with(word))
    };
    let selection = Selection { is_page: Some(&is_page) };
    let set =
        DocSet::load_selected(docs, selection).map_err(|error| Failure::new(error.to_string()))?;
    if set.pages().next().is_none() {
        return Err(Failure::new(format!(
            "`{}` holds no text that could be a page",
            docs.display()
        )));
    }
    let name = docs.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let name =
        name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric()) && !name.is_empty());
    Ok(guess::guess(&set, name.as_deref().unwrap_or("api")))
}
