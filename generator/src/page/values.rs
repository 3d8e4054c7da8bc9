//! Value lists in descriptions: `Possible values are: `a`, `b`.`
//!
//! In: a description. Out: the listed values. `$filter` operators, header names and defaults are back-ticked
//! lists too and are told apart by the words before them.

use super::phrases::Phrases;
use super::words;
use crate::markdown::{Piece, Style, Text};
use crate::span::Spanned;
use std::collections::BTreeSet;

/// Words that announce a list, in lower case.
static LEAD_INS: Phrases = Phrases::new(&[
    "possible values",
    "possible value is",
    "possibly values are",
    "allowed values",
    "supported values",
    "valid values",
    "accepted values",
    "permitted values",
    "available values",
    "property values are",
    "the values are",
    "values are:",
    "values include",
    "values can be",
    "only two values",
    "value can be",
    "can be one of",
    "must be one of",
    "may be one of",
    "one of the following",
    "either be",
    "is either",
    "typical states include",
    "following values in this evolvable enum",
    "following value in this evolvable enum",
    "following values in this",
    "following value(s)",
    "following members",
]);

/// Words after which a list is of something else.
static FALSE_FRIENDS: Phrases = Phrases::new(&[
    "$filter",
    "$orderby",
    "operators",
    "supports ",
    "default is",
    "default value",
    "defaults to",
    "request header",
]);

const QUOTES: [char; 6] = ['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];

/// The values that `doc` lists, in order, each once.
pub(crate) fn read(doc: &Text) -> Vec<Spanned<String>> {
    let mut list = List::default();
    for (index, piece) in doc.pieces.iter().enumerate() {
        if piece.style == Style::Plain || piece.style == Style::Emphasis {
            list.plain(index, &piece.text);
        } else if piece.href.is_some() && piece.style != Style::Code {
            // Bold links name types.
        } else if (list.open && !list.in_gloss()) || list.is_item(doc, index) {
            let (text, place) = words::trim(&piece.text);
            if is_value(text) && !(list.values.is_empty() && is_subject(doc, index)) {
                list.push(Spanned::new(text.to_owned(), piece.place(place)));
            }
        }
    }
    if list.values.is_empty() && list.bare_from.is_some() {
        return bare_list(doc, list.bare_from);
    }
    list.values
}

/// `The possible values for **x** are`: the name of what has the values.
fn is_subject(doc: &Text, index: usize) -> bool {
    let next = doc.pieces.get(index + 1).map_or("", |piece| piece.text.trim_start());
    ["are ", "are:", "is ", "is:", "property are"].iter().any(|verb| next.starts_with(verb))
}

/// Whether a piece is a tag that breaks the line: its space stands for several characters.
fn is_break(piece: &Piece) -> bool {
    piece.text == " " && piece.span.range().len() > 2
}

#[derive(Default)]
struct List {
    values: Vec<Spanned<String>>,
    seen: BTreeSet<String>,
    /// Whether a lead-in was said and its sentence goes on.
    open: bool,
    /// Parentheses open now, and when the list began.
    depth: i32,
    list_depth: i32,
    /// Piece and offset right behind the first lead-in.
    bare_from: Option<(usize, usize)>,
}

impl List {
    fn plain(&mut self, index: usize, text: &str) {
        let mut from = 0;
        if let Some(end) = last_lead_in(text) {
            // The sentence that this lead-in belongs to may deny that it lists values.
            self.count_parentheses(&text[..end]);
            self.open = true;
            self.list_depth = self.depth;
            from = end;
            if self.values.is_empty() {
                self.bare_from = Some((index, end));
            }
        }
        let rest = &text[from..];
        let turns =
            |text: &str| !self.in_gloss() && turns_away(text.split('(').next().unwrap_or(text));
        if self.open && (ends_sentence(rest, self.values.is_empty()) || turns(rest)) {
            self.open = false;
        }
        self.count_parentheses(rest);
        if self.depth < self.list_depth {
            self.open = false;
        }
    }

    fn count_parentheses(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'(' => self.depth += 1,
                b')' => self.depth -= 1,
                _ => {}
            }
        }
    }

    /// Whether a list was announced and the piece begins a line of it, whatever the line before said.
    fn is_item(&self, doc: &Text, index: usize) -> bool {
        self.bare_from.is_some() && index > 0 && doc.pieces.get(index - 1).is_some_and(is_break)
    }

    /// Whether we are in a remark on a value: `` `nam` (for `North America`) ``.
    fn in_gloss(&self) -> bool {
        self.depth > self.list_depth && !self.values.is_empty()
    }

    fn push(&mut self, value: Spanned<String>) {
        if self.seen.insert(value.value.clone()) {
            self.values.push(value);
        }
    }
}

/// The end of the last lead-in in `text`.
fn last_lead_in(text: &str) -> Option<usize> {
    let ends = LEAD_INS.found_in(text).map(|(lead_in, first)| {
        let mut end = first;
        while let Some(at) = words::find(&text[end..], lead_in) {
            end += at + lead_in.len();
        }
        end
    });
    let end = ends.max()?;
    // `… values` is followed by `are`, `are:`, `:`; nothing of that can end the sentence.
    let rest = &text[end..];
    let colon = rest.find(':').filter(|&at| at < 60 && !rest[..at].contains(['.', ';', ',']));
    let skip = colon.map_or(0, |at| at + 1);
    Some(end + skip)
}

/// Whether the sentence of the list ends in `text`: a full stop before a space, or another sentence.
fn ends_sentence(text: &str, nothing_yet: bool) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        *byte == b'.'
            && bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace())
            && !(at + 1 == bytes.len() && nothing_yet)
            && !is_abbreviation(&text[..at])
    })
}

fn is_abbreviation(before: &str) -> bool {
    ["e.g", "i.e", "etc", "vs"].iter().any(|known| before.ends_with(known))
}

fn turns_away(text: &str) -> bool {
    FALSE_FRIENDS.occur_in(text)
}

/// A value is one word; headers (`Prefer: x`), options and sentences in back-ticks are not values.
fn is_value(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && !text.starts_with(['$', '@', '/', '{', '<'])
        && !text.contains([':', '=', '{', '}', '"', '`', '|'])
        && text.chars().any(|c| c.is_ascii_alphanumeric())
        && !matches!(text, "null" | "true" | "false")
        && text.split_whitespace().count() <= 3
        && !text.contains('(')
}

/// A list without markup behind a lead-in: `are: D7, D30, D90, and D180.`, quoted or not, or one in each line.
fn bare_list(doc: &Text, from: Option<(usize, usize)>) -> Vec<Spanned<String>> {
    let Some((first, offset)) = from else { return Vec::new() };
    let mut list = BareList::default();
    for (index, piece) in doc.pieces.iter().enumerate().skip(first) {
        if is_break(piece) {
            list.lines = true;
            continue;
        }
        let mut start = 0;
        if index == first {
            start = offset;
            // Only a list behind a colon or a verb is one: prose about values is common.
            let rest = piece.text.get(offset..).unwrap_or_default();
            let verb = ["are ", "include ", "of "]
                .iter()
                .find(|verb| rest.trim_start().starts_with(**verb));
            match verb {
                _ if announces(&piece.text[..offset]) || rest.trim().is_empty() => {}
                Some(verb) => start += rest.find(verb).unwrap_or(0) + verb.len(),
                None => return Vec::new(),
            }
        } else if matches!(&*piece.text, "null" | "true" | "false") {
            continue;
        } else if piece.style != Style::Plain && piece.style != Style::Emphasis {
            break;
        }
        match list.piece(piece, start) {
            Flow::More => {}
            Flow::End => break,
            Flow::NoList => return Vec::new(),
        }
    }
    if list.values.len() < 2 { Vec::new() } else { list.values }
}

/// Whether words that end so are followed by nothing but a list.
fn announces(words: &str) -> bool {
    [":", "include", "one of", "either be", "is either"].iter().any(|end| words.ends_with(end))
}

/// Whether a list goes on.
enum Flow {
    More,
    End,
    NoList,
}

#[derive(Default)]
struct BareList {
    values: Vec<Spanned<String>>,
    seen: BTreeSet<String>,
    /// Each value is in a line of its own.
    lines: bool,
}

impl BareList {
    fn piece(&mut self, piece: &Piece, start: usize) -> Flow {
        let body = piece.text.get(start..).unwrap_or_default();
        let end = body.char_indices().find(|(at, c)| {
            let next = body[at + c.len_utf8()..].chars().next();
            matches!(c, ';' | '\n') || (*c == '.' && next.is_none_or(char::is_whitespace))
        });
        let sentence = end.map_or(body, |(at, _)| &body[..at]);
        if self.lines {
            return self.line(piece, start);
        }
        let mut part_start = start;
        for part in sentence.split(',') {
            let base = part_start;
            part_start += part.len() + 1;
            let mut at = 0;
            for word in split_words(part) {
                let place = part[at..].find(word).map_or(at, |found| at + found);
                at = place + word.len();
                let value = word.trim_matches(QUOTES);
                if matches!(value, "null" | "true" | "false") {
                    continue;
                }
                if !is_bare_value(value) {
                    return Flow::NoList;
                }
                self.push(piece, base + place..base + place + word.len(), value);
            }
        }
        if end.is_some() { Flow::End } else { Flow::More }
    }

    /// A line that begins with a value: alone, or with a remark behind it.
    fn line(&mut self, piece: &Piece, start: usize) -> Flow {
        let body = piece.text.get(start..).unwrap_or_default();
        let indent = body.len() - body.trim_start().len();
        let body = body.trim_start();
        let unquoted = body.trim_start_matches(QUOTES);
        let indent = indent + (body.len() - unquoted.len());
        let is_end = |c: char| matches!(c, ':' | ' ' | ',' | '.' | '(') || QUOTES.contains(&c);
        let word = &unquoted[..unquoted.find(is_end).unwrap_or(unquoted.len())];
        let rest = unquoted[word.len()..].trim_start_matches(QUOTES).trim_start();
        if rest.is_empty() && word.is_empty() {
            return Flow::More;
        }
        let remarked = rest.is_empty() || rest.starts_with([':', '-', '(', ',', '.', '\u{2013}']);
        if !(is_bare_value(word) && remarked) {
            // Behind the last line comes prose; before the first one it means that there is no list.
            return if self.values.len() > 1 { Flow::End } else { Flow::NoList };
        }
        let at = start + indent;
        self.push(piece, at..at + word.len(), word);
        Flow::More
    }

    fn push(&mut self, piece: &Piece, place: std::ops::Range<usize>, value: &str) {
        if self.seen.insert(value.to_owned()) {
            self.values.push(Spanned::new(value.to_owned(), piece.place(place)));
        }
    }
}

fn is_bare_value(value: &str) -> bool {
    value.len() > 1
        && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        && !value.bytes().all(|byte| byte.is_ascii_digit())
}

/// The values in one comma part: `a`, `and a`, `a or b`; other words stay together and are no value.
fn split_words(part: &str) -> Vec<&str> {
    let part = part.trim();
    let part = part.split(" (").next().unwrap_or(part);
    let part = part.strip_prefix("and ").or_else(|| part.strip_prefix("or ")).unwrap_or(part);
    let halves = part.split(" and ").flat_map(|half| half.split(" or ")).map(str::trim);
    halves.filter(|piece| !piece.is_empty() && !matches!(*piece, "and" | "or")).collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::markdown;
    use crate::span::FileId;

    #[track_caller]
    fn check(doc: &str, expected: &str) {
        let text = markdown::parse_inline(FileId(0), doc, 0..doc.len());
        let values = read(&text);
        let actual: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
        assert_eq!(actual.join("|"), expected, "{doc}");
        // Spans lead to the words, whatever quotes are around them.
        for value in &values {
            assert!(doc[value.span.range()].contains(&value.value), "{doc}: {value:?}");
        }
    }

    #[test]
    fn back_ticks() {
        check("State. Possible values are: `a`, `b`, `c`.", "a|b|c");
        check("The possible values are `a`, `b`, and `c`. Default is `a`.", "a|b|c");
        check("Possible values: `a` or `b`", "a|b");
        check("Must be one of `a` or `b`.", "a|b");
        check("Possible values for **mode** are `1`, `2`.", "1|2");
        check("Possible values are: `a`, `b`. Possible values are: `a`, `b`.", "a|b");
        check("Read-only. It can either be `a` or `b`.", "a|b");
    }

    #[test]
    fn glosses() {
        check("Possible values are: `nam` (for North America), `eur` (for `Europe`). ", "nam|eur");
        check("Possible values: `a` (default), `b`, `c`.", "a|b|c");
        check("(Possible values are: `a`, `b`), see `c`", "a|b");
        check(
            "Possible values: <ul><li>`a`: the first. Rarely.</li><li>`b`: the second.</li></ul>",
            "a|b",
        );
    }

    #[test]
    fn what_is_no_list() {
        check("Supports `$filter` (`eq`, `ne`).", "");
        check("Valid values 1 to 16", "");
        check("Default is `a`.", "");
        check("The possible values are described in the table below.", "");
        check("Returns null values, and other things.", "");
        check("A collection of property values.", "");
        check("Possible values are: `a`, `b`. Supports `$filter` (`eq`).", "a|b");
    }

    #[test]
    fn evolvable() {
        let header =
            "Use the `Prefer: include-unknown-enum-members` request header to get the following";
        check(
            &format!(
                "The possible values are: `a`, `unknownFutureValue`, `b`. {header} values in this evolvable enum: `b`, `c`."
            ),
            "a|unknownFutureValue|b|c",
        );
        check(
            &format!(
                "The possible values are: `a`. {header} value(s) in this [evolvable enum](/x): `b`."
            ),
            "a|b",
        );
    }

    #[test]
    fn without_markup() {
        check(
            "The supported values for {period_value} are: D7, D30, D90, and D180. These follow Dn.",
            "D7|D30|D90|D180",
        );
        check("Possible values are: none, read.", "none|read");
        check("Allowed values: null, 'aa' and 'bb'.", "aa|bb");
        check("Possible values are: **A**, **B**.", "A|B");
        check("Possible values: *Aa*, *Bb*.", "Aa|Bb");
        check("Possible values: <br>\"Aa\" - it works.<br>\"Bb\" - it does not. Never.", "Aa|Bb");
        check("Possible values: anything that is a name, or nothing.", "");
        check("The typical states include Started, and Done.", "Started|Done");
    }
}
