//! A first dialect for pages that nobody wrote one for.
//!
//! In: a docs tree, whatever its files are called. Out: a dialect in TOML, each line with what speaks for it. What the
//! built-in dialect knows already is left out; what only a person can tell stands in comments.

mod lists;
mod requests;
mod sections;
mod tables;

use crate::diagnostic::Diagnostics;
use crate::dialect::Dialect;
use crate::markdown::{self, Document};
use crate::source::DocSet;
use crate::subject;
use std::collections::BTreeMap;

/// How often each text was seen.
#[derive(Debug, Default)]
struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn add(&mut self, text: &str) {
        *self.0.entry(text.to_owned()).or_default() += 1;
    }

    /// The texts that were seen at least `least` times, the most frequent first.
    fn most(&self, least: usize) -> Vec<(&str, usize)> {
        let mut all: Vec<(&str, usize)> =
            self.0.iter().map(|(text, count)| (text.as_str(), *count)).collect();
        all.retain(|(_, count)| *count >= least);
        all.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
        all
    }

    /// Those of them that are at least `percent` of `all`.
    fn share(&self, percent: usize, all: usize) -> Vec<(&str, usize)> {
        let mut most = self.most(1);
        most.retain(|(_, count)| *count * 100 >= all * percent);
        most
    }

    fn total(&self) -> usize {
        self.0.values().sum()
    }
}

/// Lines of one table of the dialect.
#[derive(Debug, Default)]
struct Lines(BTreeMap<&'static str, Vec<String>>);

impl Lines {
    /// A key with texts, and what speaks for them.
    fn list(&mut self, table: &'static str, key: &str, texts: &[(&str, usize)], base: &[&str]) {
        if texts.is_empty() {
            return;
        }
        let words = base.iter().copied().chain(texts.iter().map(|(text, _)| *text));
        let shown: Vec<String> = words.map(quoted).collect();
        let counts: Vec<String> =
            texts.iter().map(|(text, count)| format!("{} {count}", comment(text))).collect();
        self.line(table, format!("{key} = [{}] # {}", shown.join(", "), counts.join(", ")));
    }

    fn line(&mut self, table: &'static str, line: String) {
        self.0.entry(table).or_default().push(line);
    }
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text within a comment: pages are untrusted, and a line break would end it.
fn comment(text: &str) -> String {
    let kept: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    format!("`{kept}`")
}

/// A first dialect for the pages of `docs`, which were loaded whatever their files are called.
pub fn guess(docs: &DocSet, namespace: &str) -> String {
    let mut lines = Lines::default();
    files(docs, &mut lines);
    let markup = markup(docs, &mut lines);
    let mut reading = Dialect::built_in("plain-rest").unwrap_or_default();
    reading.markup = markup;
    let pages: Vec<Page> = docs
        .pages()
        .map(|(file, source)| {
            let text = subject::prepared(&source.text, &reading);
            let document = markdown::parse(file, &text, &mut Diagnostics::new());
            Page { source: &source.text, document }
        })
        .collect();
    requests::guess(&pages, &reading, &mut lines);
    let tables = tables::guess(&pages, &reading, &mut lines);
    sections::guess(&pages, &reading, &tables, &mut lines);
    lists::guess(&pages, &reading, &mut lines);
    let mut out = String::from(
        "# A first guess: check each line against the pages, then `cargo xtask dialect check`.\n\
         extends = \"plain-rest\"\n",
    );
    out.push_str(&format!("namespace = {}\n", quoted(namespace)));
    for (table, lines) in lines.0 {
        if !table.is_empty() {
            out.push_str(&format!("\n[{table}]\n"));
        }
        for line in lines {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

/// A page as the guesses see it.
struct Page<'a> {
    source: &'a str,
    document: Document,
}

/// The endings of files, the commonest half of them.
fn files(docs: &DocSet, lines: &mut Lines) {
    let mut endings = Counts::default();
    for (_, source) in docs.pages() {
        let name = source.path.rsplit('/').next().unwrap_or(&source.path);
        if let Some((_, ending)) = name.rsplit_once('.') {
            endings.add(&format!("*.{ending}"));
        }
    }
    let common: Vec<(&str, usize)> =
        endings.most(1).into_iter().filter(|(_, count)| *count * 10 >= endings.total()).collect();
    lines.list("", "files", &common, &[]);
}

/// Marks of the documentation tool chain.
fn markup(docs: &DocSet, lines: &mut Lines) -> crate::dialect::Markup {
    let (mut tags, mut shortcodes) = (Counts::default(), Counts::default());
    let (mut notes, mut site) = (0, Counts::default());
    for (_, source) in docs.pages() {
        for line in source.text.lines() {
            let bare = line.trim();
            if let Some(rest) = bare.strip_prefix('<')
                && rest.starts_with(|c: char| c.is_ascii_uppercase())
            {
                let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
                tags.add(&name);
            }
            for open in ["{{<", "{{%"] {
                if bare.contains(open) {
                    shortcodes.add(open);
                }
            }
            notes += usize::from(bare.starts_with("\\* ") || bare.starts_with("\\[1\\] "));
            for link in line.split("](/").skip(1) {
                if let Some((first, rest)) = link.split_once('/')
                    && rest.split(')').next().is_some_and(|rest| rest.contains('#'))
                {
                    site.add(&format!("/{first}/"));
                }
            }
        }
    }
    let mut markup = crate::dialect::Markup::default();
    if tags.total() > 0 {
        markup.components = true;
        let seen: Vec<String> =
            tags.most(1).iter().take(6).map(|(tag, count)| format!("<{tag}> {count}")).collect();
        lines.line("markup", format!("components = true # {}", seen.join(", ")));
    }
    if shortcodes.total() > 0 {
        markup.shortcodes = true;
        lines.line("markup", format!("shortcodes = true # {} lines", shortcodes.total()));
    }
    if notes > 0 {
        markup.footnotes = true;
        lines.line("markup", format!("footnotes = true # {notes} paragraphs"));
    }
    if let Some((first, count)) = site.most(3).first() {
        lines.line("markup", format!("site = {} # {count} links", quoted(first)));
    }
    markup
}
