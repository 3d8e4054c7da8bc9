//! Headings: what stands above tables of parameters, above types, above examples.

use super::tables::Listing;
use super::{Counts, Lines, Page, quoted, requests};
use crate::dialect::{Dialect, Lexicon};
use crate::markdown::Block;
use crate::words::fold;

/// Words of headings, and the section that they stand for.
const ROLES: [(&str, &str); 12] = [
    ("query", "query"),
    ("header", "header"),
    ("path", "path"),
    ("url", "path"),
    ("form", "form"),
    ("body", "body"),
    ("payload", "body"),
    ("json", "body"),
    ("response", "response"),
    ("return", "response"),
    ("result", "response"),
    ("param", "parameters"),
];
const REPEATED: usize = 2;

pub(super) fn guess(pages: &[Page<'_>], base: &Dialect, tables: &Listing, lines: &mut Lines) {
    let (mut above_tables, mut above_json) = (Counts::default(), Counts::default());
    let mut envelopes = Counts::default();
    for (number, page) in pages.iter().enumerate() {
        let blocks = &page.document.blocks;
        // What holds a request line is an operation, whose heading is called by no word of the dialect.
        let operates = |at: usize| {
            let end = blocks[at + 1..].iter().position(|block| matches!(block, Block::Heading(_)));
            let end = end.map_or(blocks.len(), |end| at + 1 + end);
            blocks[at..end].iter().any(|block| requests::is_line(page, block))
        };
        let mut heading = String::new();
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(found) => {
                    heading = if operates(at) { String::new() } else { fold(&found.text.plain()) };
                }
                Block::Table(_) if tables.contains(&(number, at)) => above_tables.add(&heading),
                Block::Code(code) => {
                    let content = page.source.get(code.content.range()).unwrap_or_default();
                    if content.trim_start().starts_with(['{', '[']) {
                        above_json.add(&heading);
                        envelope(content, &mut envelopes);
                    }
                }
                _ => {}
            }
        }
    }
    let known = &base.sections;
    let roles = [
        ("path", &known.path),
        ("query", &known.query),
        ("header", &known.header),
        ("body", &known.body),
        ("form", &known.form),
        ("response", &known.response),
        ("parameters", &known.parameters),
    ];
    let is_known = |words: &str| {
        let all = roles.iter().map(|(_, lexicon)| *lexicon).chain([
            &known.example,
            &known.errors,
            &known.ignore,
        ]);
        all.into_iter().any(|lexicon| lexicon.fits(words))
    };
    let mut types = Vec::new();
    for (role, lexicon) in roles {
        let mut found = Vec::new();
        for (words, count) in above_tables.share(3, above_tables.total()) {
            if count < REPEATED {
                continue;
            }
            let meant = ROLES
                .iter()
                .find(|(word, _)| words.contains(word))
                .map_or("parameters", |(_, role)| role);
            if meant == role && !is_known(words) && !words.is_empty() {
                found.push((words, count));
            }
        }
        lines.list(
            "sections",
            role,
            &found,
            &texts(lexicon).iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
    // A heading of its own above a table is most likely that of a type.
    for (words, count) in above_tables.most(1) {
        if count == 1 && !is_known(words) && !words.is_empty() {
            types.push(words);
        }
    }
    names(&types, known, lines);
    let asks = |words: &str| {
        ["request", "send", "call", "command"].iter().any(|word| words.contains(word))
    };
    for (key, wanted, lexicon) in
        [("request", true, &base.examples.request), ("response", false, &base.examples.response)]
    {
        let found: Vec<(&str, usize)> = above_json
            .share(20, above_json.total())
            .into_iter()
            .filter(|(words, _)| asks(words) == wanted && !lexicon.fits(words) && !words.is_empty())
            .filter(|(words, _)| !known.example.fits(words))
            .collect();
        lines.list(
            "examples",
            key,
            &found,
            &texts(lexicon).iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
    if let Some((name, count)) =
        envelopes.share(5, above_json.total()).iter().find(|(_, count)| *count >= REPEATED)
    {
        lines.line("responses", format!("envelope = {} # {count} examples", quoted(name)));
        lines.line("wire", format!("items = {}", quoted(name)));
    }
}

/// Words that several headings of types share at one end.
fn names(types: &[&str], known: &crate::dialect::Sections, lines: &mut Lines) {
    let mut forms = Counts::default();
    for words in types.iter().filter(|words| !known.names.fits(words)) {
        let mut parts = words.split(' ');
        let (first, last) = (parts.next(), parts.next_back());
        if let (Some(first), Some(last)) = (first, last) {
            forms.add(&format!("{{name}} {last}"));
            forms.add(&format!("{first} {{name}}"));
        }
    }
    lines.list(
        "sections",
        "names",
        &forms.most(REPEATED),
        &texts(&known.names).iter().map(String::as_str).collect::<Vec<_>>(),
    );
}

fn texts(lexicon: &Lexicon) -> Vec<String> {
    lexicon.patterns().iter().map(|pattern| pattern.text().to_owned()).collect()
}

/// The member of an object that holds a list of objects, if it is the only one.
fn envelope(content: &str, envelopes: &mut Counts) {
    let Ok(serde_json::Value::Object(object)) = serde_json::from_str(content) else { return };
    let lists: Vec<&String> = object
        .iter()
        .filter(|(_, value)| {
            value.as_array().is_some_and(|all| all.iter().any(serde_json::Value::is_object))
        })
        .map(|(name, _)| name)
        .collect();
    if let ([only], true) = (lists.as_slice(), object.len() <= 5) {
        envelopes.add(only);
    }
}
