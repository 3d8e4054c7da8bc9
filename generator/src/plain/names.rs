//! Names of types from headings and paths.

use crate::dialect::Dialect;
use crate::words::fold;

/// The name in a heading: without the words around it, as one word with humps.
pub(super) fn of_heading(title: &str, dialect: &Dialect) -> String {
    let words = title.trim();
    let lower = words.to_ascii_lowercase();
    let found = dialect.sections.names.fit(&lower).and_then(|found| found.get("name"));
    humps(found.and_then(|range| words.get(range)).unwrap_or(words))
}

/// What two spellings of one name have in common.
pub(super) fn key(text: &str, dialect: &Dialect) -> String {
    let words = fold(text);
    let found = dialect.sections.names.fit(&words).and_then(|found| found.get("name"));
    let words = found.and_then(|range| words.get(range)).unwrap_or(&words);
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Words as one: `guild member` is `GuildMember`.
pub(super) fn humps(words: &str) -> String {
    let mut out = String::new();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    if out.is_empty() { "Value".to_owned() } else { out }
}

/// The singular of an English word, where it is regular.
pub(super) fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    let plural =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    if plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}
