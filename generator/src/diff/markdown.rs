//! A diff as Markdown: for a pull request, and as a section of a changelog.
//!
//! Everything that comes from pages is in code spans, which nothing can leave.

use super::Diff;
use super::change::{Change, Class};
use super::format::counts;
use serde_json::Value;
use std::fmt::Write as _;

/// At most this many changes of a class are listed in a comment.
const MAX_CHANGES: usize = 100;

/// The text of a pull request's comment.
pub fn markdown(diff: &Diff) -> String {
    let mut out = String::from("## API changes\n\n");
    writeln!(out, "{}\n", counts(diff)).ok();
    section(&mut out, diff, Class::Breaking, "Breaking", MAX_CHANGES);
    section(&mut out, diff, Class::Additive, "Added", MAX_CHANGES);
    let docs = diff.changes.iter().filter(|change| change.class == Class::Docs).count();
    if docs > 0 {
        writeln!(out, "<details><summary>{docs} of documentation or the wire alone</summary>\n")
            .ok();
        list(&mut out, diff, Class::Docs, MAX_CHANGES, wire);
        out.push_str("\n</details>\n\n");
    }
    for unused in &diff.unused {
        let code = code(&unused.fingerprint);
        writeln!(out, "> An accepted change no longer occurs: {code} (line {}).\n", unused.line)
            .ok();
    }
    out
}

/// A section for a changelog: what changed on the wire, and what in Rust.
pub fn changelog(diff: &Diff, title: &str) -> String {
    let mut out = format!("## {title}\n\n");
    let titles =
        [(Class::Breaking, "Breaking"), (Class::Additive, "Added"), (Class::Docs, "Documentation")];
    out.push_str("### On the wire\n\n");
    for (class, title) in titles {
        if diff.changes.iter().any(|change| change.class == class) {
            writeln!(out, "{title}:\n").ok();
            list(&mut out, diff, class, usize::MAX, wire);
            out.push('\n');
        }
    }
    if diff.changes.is_empty() {
        out.push_str("Nothing changed.\n\n");
    }
    out.push_str("### In Rust\n\n");
    let mut any = false;
    for class in [Class::Breaking, Class::Additive] {
        for change in diff.changes.iter().filter(|change| change.class == class) {
            for path in &change.rust {
                any = true;
                writeln!(out, "- {}: {}", code(path), change.kind.as_str()).ok();
            }
        }
    }
    if !any {
        out.push_str("Nothing that code could notice.\n");
    }
    writeln!(out, "\nThe crate needs a {} version.", diff.bump.as_str()).ok();
    out.push('\n');
    out
}

fn section(out: &mut String, diff: &Diff, class: Class, title: &str, limit: usize) {
    if !diff.changes.iter().any(|change| change.class == class) {
        return;
    }
    writeln!(out, "### {title}\n").ok();
    list(out, diff, class, limit, wire);
    out.push('\n');
}

fn list(out: &mut String, diff: &Diff, class: Class, limit: usize, line: fn(&Change) -> String) {
    let changes: Vec<&Change> =
        diff.changes.iter().filter(|change| change.class == class).collect();
    for change in changes.iter().take(limit) {
        writeln!(out, "- {}", line(change)).ok();
    }
    if changes.len() > limit {
        writeln!(out, "- … and {} more", changes.len() - limit).ok();
    }
}

fn wire(change: &Change) -> String {
    let mut line =
        format!("{} {} {}", change.kind.as_str(), change.version_code(), code(&change.item));
    let is_hash = matches!(change.kind, super::Kind::ProseChanged | super::Kind::ExampleChanged);
    // Of an operation or member that came or went, the fact is its name.
    let repeats = |value: &Value| value.as_str().is_some_and(|fact| change.item.ends_with(fact));
    match (fact(&change.was), fact(&change.now)) {
        _ if is_hash => {}
        (Some(_), None) if repeats(&change.was) => {}
        (None, Some(_)) if repeats(&change.now) => {}
        (Some(was), Some(now)) => write!(line, ": {was} → {now}").unwrap_or_default(),
        (Some(fact), None) | (None, Some(fact)) => {
            write!(line, ": {fact}").unwrap_or_default();
        }
        (None, None) => {}
    }
    if let Some(reason) = &change.accepted {
        write!(line, " (accepted: {})", code(reason)).unwrap_or_default();
    }
    line
}

impl Change {
    fn version_code(&self) -> String {
        code(&self.version)
    }
}

fn fact(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(code(text)),
        other => Some(code(&other.to_string())),
    }
}

/// A code span that holds `text`, whatever that is.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    if text.trim().is_empty() {
        return "(empty)".to_owned();
    }
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn nothing_leaves_a_code_span() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("a``\n@x"), "``` a`` @x ```");
    }
}
