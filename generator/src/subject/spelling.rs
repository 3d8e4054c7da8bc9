//! A type cell: collections, maps, alternatives, null, and the words between.
//!
//! In: a cell. Out: a [`TypeCell`]. Links are replaced by marks, so that the patterns of the dialect see only the
//! words around them.

use super::{Spelling, TypeCell};
use crate::dialect::{Dialect, Formatted, Marks, Primitive, Word};
use crate::markdown::Text;
use crate::words::fold;

/// Stands for the link of this index; no page can hold it, for it is of a private area.
const FIRST_LINK: u32 = 0xF_0000;
const MAX_DEPTH: usize = 12;

/// Reads a type cell; `None` if it is empty.
pub(super) fn read(text: &Text, dialect: &Dialect) -> Option<TypeCell> {
    let span = text.span?;
    let raw = text.plain();
    if raw.trim().is_empty() || raw.trim() == "-" {
        return None;
    }
    let mut links = Vec::new();
    let mut marked = String::new();
    for piece in &text.pieces {
        match &piece.href {
            Some(href) => {
                let index = links.len() as u32;
                match links.last() {
                    // A link whose words are marked up in part is one link all the same.
                    Some((_, known)) if known == href && marked.ends_with(mark(index - 1)) => {}
                    _ => {
                        links.push((piece.text.clone(), href.clone()));
                        marked.push(mark(index));
                    }
                }
            }
            None => marked.push_str(&piece.text),
        }
    }
    let reader = Reader { dialect, links: &links };
    let words = without_remarks(fold(&marked).trim_matches(['`', ' ', '.']));
    let (words, nullable) = reader.nullable(&words);
    let tree = reader.tree(&words, 0);
    let (tree, holds_null) = without_null(tree);
    Some(TypeCell { raw, span, nullable: nullable || holds_null, tree })
}

fn mark(index: u32) -> char {
    char::from_u32(FIRST_LINK + index).unwrap_or(char::REPLACEMENT_CHARACTER)
}

struct Reader<'a> {
    dialect: &'a Dialect,
    links: &'a [(String, String)],
}

impl Reader<'_> {
    fn nullable(&self, words: &str) -> (String, bool) {
        let found = self.dialect.types.nullable.fit(words).and_then(|found| found.get("type"));
        match found {
            Some(range) => (words[range].trim().to_owned(), true),
            None => (words.to_owned(), false),
        }
    }

    fn tree(&self, words: &str, depth: usize) -> Spelling {
        let words = words.trim().trim_matches(['`', '"', '\'', ',', '.']).trim();
        let types = &self.dialect.types;
        if depth > MAX_DEPTH || words.is_empty() {
            return Spelling::Words(words.to_owned());
        }
        if let Some(known) = self.leaf(words) {
            return known;
        }
        let inner = |range: std::ops::Range<usize>| Box::new(self.tree(&words[range], depth + 1));
        if let Some(found) = types.map.fit(words) {
            let any = || Box::new(known(Primitive::Any));
            let key = found.get("key").map_or_else(|| Box::new(known(Primitive::String)), inner);
            return Spelling::Map(key, found.get("type").map_or_else(any, inner));
        }
        let parts = alternatives(words, &types.alternatives);
        if parts.len() > 1 {
            let all: Vec<Spelling> =
                parts.into_iter().map(|part| self.tree(part, depth + 1)).collect();
            // Words between alternatives that mean nothing make no union of them.
            let meant: Vec<Spelling> = all.iter().filter(|one| is_known(one)).cloned().collect();
            let mut meant = if meant.is_empty() { all } else { meant };
            meant.dedup();
            // `array of a or b` is an array of both.
            let (arrays, others): (Vec<_>, Vec<_>) =
                meant.iter().partition(|one| matches!(one, Spelling::Array(_)));
            if let ([Spelling::Array(first)], true) = (arrays.as_slice(), !others.is_empty())
                && matches!(meant.first(), Some(Spelling::Array(_)))
            {
                let mut all = vec![(**first).clone()];
                all.extend(others.into_iter().cloned());
                return Spelling::Array(Box::new(Spelling::OneOf(all)));
            }
            return match meant.pop() {
                Some(only) if meant.is_empty() => only,
                Some(last) => {
                    meant.push(last);
                    Spelling::OneOf(meant)
                }
                None => Spelling::Words(words.to_owned()),
            };
        }
        if let Some(range) = types.partial.fit(words).and_then(|found| found.get("type")) {
            return Spelling::Partial(inner(range));
        }
        if let Some(range) = types.collection.fit(words).and_then(|found| found.get("type")) {
            return Spelling::Array(inner(range));
        }
        if let Some(range) = types.identifier.fit(words).and_then(|found| found.get("type")) {
            return Spelling::Identifier(inner(range));
        }
        if let Some(range) = types.noise.fit(words).and_then(|found| found.get("type")) {
            let meant = self.tree(&words[range], depth + 1);
            if is_known(&meant) {
                return meant;
            }
        }
        // A link among words that nothing is known of is what they are about.
        let mut linked = words.chars().filter_map(|c| self.link(c));
        if let (Some(link), None) = (linked.next(), linked.next()) {
            return link;
        }
        Spelling::Words(words.to_owned())
    }

    fn link(&self, character: char) -> Option<Spelling> {
        let index = (character as u32).checked_sub(FIRST_LINK)?;
        let (text, href) = self.links.get(index as usize)?;
        // The words of a link may be a word of the dialect, and the link tell only more about it.
        if let Some(known) = self.word(&fold(text)) {
            return Some(known);
        }
        let words = fold(text);
        let element = self.dialect.types.collection.fit(&words).and_then(|found| found.get("type"));
        if let Some(range) = element {
            let text = words[range].to_owned();
            return Some(Spelling::Array(Box::new(Spelling::Link { text, href: href.clone() })));
        }
        Some(Spelling::Link { text: text.clone(), href: href.clone() })
    }

    fn leaf(&self, words: &str) -> Option<Spelling> {
        let mut characters = words.chars();
        if let (Some(first), None) = (characters.next(), characters.next())
            && let Some(link) = self.link(first)
        {
            return Some(link);
        }
        self.word(words)
    }

    fn word(&self, words: &str) -> Option<Spelling> {
        let meaning = match self.dialect.types.words.get(words)? {
            Word::Kind(kind) => Formatted { kind: *kind, format: None, collection: false },
            Word::Formatted(formatted) => formatted.clone(),
        };
        if meaning.collection {
            let element = Formatted { collection: false, ..meaning };
            return Some(Spelling::Array(Box::new(Spelling::Known(element))));
        }
        if meaning.kind == Primitive::Array {
            return Some(Spelling::Array(Box::new(known(Primitive::Any))));
        }
        Some(Spelling::Known(meaning))
    }
}

fn known(kind: Primitive) -> Spelling {
    Spelling::Known(Formatted { kind, format: None, collection: false })
}

/// Whether it names a type rather than words.
pub(super) fn is_known(spelling: &Spelling) -> bool {
    match spelling {
        Spelling::Known(_) | Spelling::Link { .. } => true,
        Spelling::Words(_) => false,
        Spelling::Array(inner) | Spelling::Partial(inner) | Spelling::Identifier(inner) => {
            is_known(inner)
        }
        Spelling::Map(_, value) => is_known(value),
        Spelling::OneOf(all) => all.iter().any(is_known),
    }
}

/// Null is no alternative, but what may be in its place.
fn without_null(tree: Spelling) -> (Spelling, bool) {
    let is_null =
        |one: &Spelling| matches!(one, Spelling::Known(word) if word.kind == Primitive::Null);
    let Spelling::OneOf(mut all) = tree else { return (tree, false) };
    let before = all.len();
    all.retain(|one| !is_null(one));
    let nullable = all.len() < before;
    match (all.pop(), all.is_empty()) {
        (Some(only), true) => (only, nullable),
        (Some(last), false) => {
            all.push(last);
            (Spelling::OneOf(all), nullable)
        }
        (None, _) => (known(Primitive::Null), true),
    }
}

/// Cuts at the separators, outside of brackets.
fn alternatives<'a>(words: &'a str, separators: &Marks) -> Vec<&'a str> {
    let mut parts = vec![words];
    for separator in separators.iter().filter(|separator| words.contains(*separator)) {
        separators.has(separator);
        parts = parts.into_iter().flat_map(|part| split(part, separator)).collect();
    }
    let trimmed = parts.into_iter().map(|part| {
        let part = part.trim();
        part.strip_prefix("or ").unwrap_or(part).trim()
    });
    trimmed.filter(|part| !part.is_empty()).collect()
}

fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if depth == 0 && !separator.is_empty() && rest.starts_with(separator) {
            parts.push(&text[start..at]);
            at += separator.len();
            start = at;
            continue;
        }
        let next = rest.chars().next().unwrap_or(' ');
        match next {
            '[' | '<' | '(' => depth += 1,
            ']' | '>' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += next.len_utf8();
    }
    parts.push(&text[start..]);
    parts
}

/// Without `(remarks)` behind a space, footnote marks included.
fn without_remarks(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(" (") {
        let Some(end) = rest[at..].find(')') else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    let mut out = out.trim();
    loop {
        let mut shorter = out.trim_end_matches('*').trim_end();
        if let Some((before, mark)) =
            shorter.strip_suffix(']').and_then(|head| head.rsplit_once(" ["))
            && mark.bytes().all(|byte| byte.is_ascii_digit())
        {
            shorter = before.trim_end();
        }
        if shorter.len() == out.len() {
            return out.to_owned();
        }
        out = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    fn spelled(cell: &str) -> String {
        let dialect = Dialect::built_in("plain-rest").expect("built in");
        let text = crate::markdown::parse_inline(FileId(0), cell, 0..cell.len());
        let cell = read(&text, &dialect).expect("a type");
        format!("{}{}", if cell.nullable { "?" } else { "" }, show(&cell.tree))
    }

    fn show(tree: &Spelling) -> String {
        match tree {
            Spelling::Known(word) => format!("{:?}", word.kind).to_lowercase(),
            Spelling::Link { href, .. } => format!("<{href}>"),
            Spelling::Words(words) => format!("'{words}'"),
            Spelling::Array(inner) => format!("[{}]", show(inner)),
            Spelling::Map(key, value) => format!("{{{}: {}}}", show(key), show(value)),
            Spelling::OneOf(all) => all.iter().map(show).collect::<Vec<_>>().join(" | "),
            Spelling::Partial(inner) => format!("partial {}", show(inner)),
            Spelling::Identifier(inner) => format!("id of {}", show(inner)),
        }
    }

    #[test]
    fn cells_are_read_by_patterns() {
        for (cell, expected) in [
            ("string", "string"),
            ("?[user](#user) object", "?<#user>"),
            ("array of [role](#role) objects", "[<#role>]"),
            ("array of [role](#role) object ids", "[id of <#role>]"),
            ("partial [guild](#guild) object", "partial <#guild>"),
            ("map of strings to [user](#user) objects", "{string: <#user>}"),
            ("integer or string", "int64 | string"),
            ("string or null", "?string"),
            ("string or integer or null", "?string | int64"),
            ("?string (null for bots)", "?string"),
            ("`string[]`", "[string]"),
            ("guild member object", "'guild member object'"),
            ("array of [a](#a) or [b](#b)", "[<#a> | <#b>]"),
            ("string \\*", "string"),
        ] {
            assert_eq!(spelled(cell), expected, "{cell}");
        }
    }
}
