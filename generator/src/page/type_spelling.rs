//! Type cells: what a cell names, and whether it means a collection of it.
//!
//! In: the cell as inline text. Out: a [`TypeSpelling`]. Whether such a type exists is not asked here.
//!
//! ```text
//! cell  = item | item "collection" | "Collection(" item ")" | "collection of" item | item "[]"
//! item  = name note* | name "or" name | "(" item ")"
//! note  = "enum" | "object" | "resource" | "type" | "(" words ")" | "," words
//! ```

use super::TypeSpelling;
use super::words::{self, is_identifier};
use crate::markdown::Text;
use crate::span::Span;

/// A cell, read, and whether something in it was not understood.
pub(crate) struct Reading {
    pub(crate) spelling: TypeSpelling,
    /// Words that are no type were left out, or nothing could be used at all.
    pub(crate) doubtful: bool,
}

/// Reads a type cell; `None` if it is empty.
pub(crate) fn read(cell: &Text) -> Option<Reading> {
    let raw = words::visible(cell.plain());
    if raw.is_empty() {
        return None;
    }
    let span = cell.span?;
    let item = read_item(&raw);
    let mut spelling = TypeSpelling {
        raw: String::new(),
        span,
        name: item.name.to_owned(),
        name_span: span,
        link: None,
        collection: item.collection,
        alternatives: item.alternatives.iter().map(|name| (*name).to_owned()).collect(),
    };
    let mut doubtful = item.doubtful;
    // The link is what the author was surest of: it names the type when the words around it do not.
    if let Some((piece, href)) = cell.links().find(|(piece, _)| !piece.text.trim().is_empty()) {
        let linked = read_item(&piece.text);
        spelling.link = Some(href.to_owned());
        spelling.name_span = piece.span;
        let names_other = spelling.name != linked.name;
        if !linked.name.is_empty() && names_other {
            spelling.name = linked.name.to_owned();
        } else if linked.name.is_empty() && linked.doubtful {
            // Several words: the file is named after the type.
            spelling.name = file_stem(href).to_owned();
        }
        spelling.collection |= linked.collection;
        doubtful &= spelling.name.is_empty();
    }
    if spelling.link.is_none() || spelling.name_span == span {
        spelling.name_span = place_of(cell, &spelling.name).unwrap_or(span);
    }
    spelling.raw = raw;
    Some(Reading { spelling, doubtful })
}

/// Where `name` is in the cell.
fn place_of(cell: &Text, name: &str) -> Option<Span> {
    if name.is_empty() {
        return None;
    }
    cell.pieces.iter().find_map(|piece| {
        let at = words::position(&piece.text, name)?;
        Some(piece.place(at..at + name.len()))
    })
}

/// The last dash segment of a link's file name.
fn file_stem(href: &str) -> &str {
    let path = href.split(['#', '?']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".md").unwrap_or(file);
    stem.rsplit('-').next().unwrap_or(stem)
}

#[derive(Debug, Default, PartialEq)]
struct Item<'a> {
    name: &'a str,
    collection: bool,
    alternatives: Vec<&'a str>,
    doubtful: bool,
}

fn read_item(raw: &str) -> Item<'_> {
    let mut text = words::trim(raw).0.trim_end_matches(['.', ',', ';', '?']);
    if is_name(text) {
        return Item { name: text, ..Item::default() };
    }
    let mut collection = false;
    // Decoration nests: `(Collection(String))`, `collection of X collection`.
    for _ in 0..4 {
        let before = text;
        (text, collection) = strip_collection(text, collection);
        text = strip_note(text);
        if text == before {
            break;
        }
    }
    let mut item = Item { collection, ..Item::default() };
    let parts: Vec<&str> = split_alternatives(text);
    if let Some((first, rest)) = parts.split_first()
        && parts.iter().all(|part| is_name(part))
    {
        item.name = first;
        item.alternatives = rest.to_vec();
        return item;
    }
    item.doubtful = true;
    // `x collection. Holds y.`: the description begins in the type's cell.
    if let Some((head, _)) = text.split_once(". ") {
        return Item { doubtful: true, ..read_item(head) };
    }
    // A malformed link `[X](…`, else a primitive with words behind it, else nothing.
    let bracketed = text.split_once('[').and_then(|(_, rest)| rest.split(']').next());
    let first = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '('))
        .next()
        .unwrap_or_default();
    item.name = match bracketed.map(|inner| inner.trim()) {
        Some(inner) if is_name(inner) => inner,
        _ if is_primitive(first) => first,
        _ => "",
    };
    item
}

fn is_name(text: &str) -> bool {
    is_identifier(text)
}

/// Words that OData or its documentation use for primitive types, in lower case.
pub(crate) fn is_primitive(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("edm.").unwrap_or(&name);
    matches!(
        name,
        "string"
            | "boolean"
            | "bool"
            | "int"
            | "int16"
            | "int32"
            | "int64"
            | "integer"
            | "long"
            | "number"
            | "numeric"
            | "double"
            | "single"
            | "float"
            | "decimal"
            | "byte"
            | "sbyte"
            | "guid"
            | "binary"
            | "stream"
            | "date"
            | "datetime"
            | "datetimeoffset"
            | "timestamp"
            | "timeofday"
            | "duration"
            | "json"
            | "object"
            | "url"
            | "uri"
    )
}

/// Removes one spelling of `collection`.
fn strip_collection(text: &str, seen: bool) -> (&str, bool) {
    const BEFORE: [&str; 6] =
        ["collection of ", "collection(", "array of ", "list of ", "collection (", "array("];
    const AFTER: [&str; 5] = [" collection", " collections", " array", " list", "[]"];
    for prefix in BEFORE {
        if starts_with(text, prefix) {
            let inner = &text[prefix.len()..];
            let inner =
                if prefix.ends_with('(') { inner.trim_end().trim_end_matches(')') } else { inner };
            return (words::trim(inner).0, true);
        }
    }
    for suffix in AFTER {
        if ends_with(text, suffix) {
            return (words::trim(&text[..text.len() - suffix.len()]).0, true);
        }
    }
    (text, seen)
}

/// Removes one remark that does not belong to the name.
fn strip_note(text: &str) -> &str {
    const AFTER: [&str; 7] =
        [" enum", " enumeration", " object", " objects", " resource", " type", " values"];
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return words::trim(inner).0;
    }
    for suffix in AFTER {
        if ends_with(text, suffix) {
            return words::trim(&text[..text.len() - suffix.len()]).0;
        }
    }
    // `string (url)`, `string, maximum size 20`
    if let Some(at) = words::position(text, " (")
        && text.ends_with(')')
        && is_name(words::trim(&text[..at]).0)
    {
        return words::trim(&text[..at]).0;
    }
    if let Some((name, _)) = text.split_once(',')
        && is_primitive(name.trim())
        && !text.contains(" or ")
    {
        return name.trim();
    }
    // `(Optional) String`, `Untyped JSON`
    if let Some((note, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(") "))
        && !note.contains('(')
    {
        return words::trim(rest).0;
    }
    if starts_with(text, "untyped ") {
        return words::trim(&text["untyped ".len()..]).0;
    }
    text.strip_prefix('#').unwrap_or(text)
}

fn split_alternatives(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    for separator in [" or ", "/", " | ", "|"] {
        if text.contains(separator) {
            let parts = text.split(separator).flat_map(|part| part.split(", "));
            // Every property may be null: `String or null` is a String.
            let parts = parts.map(|part| words::trim(part).0);
            return parts.filter(|part| !part.eq_ignore_ascii_case("null")).collect();
        }
    }
    vec![text]
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

fn ends_with(text: &str, suffix: &str) -> bool {
    let at = text.len().checked_sub(suffix.len());
    at.and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(suffix))
}

/// A name in running text: the words of a link, of bold or of code.
pub(crate) fn name_in(text: &str) -> Option<&str> {
    let item = read_item(text);
    (!item.name.is_empty()).then_some(item.name)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::markdown;
    use crate::span::FileId;

    /// `name`, `|alternative`s, `[]` for a collection, `(link)`, ` ?` if doubtful.
    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let text = markdown::parse_inline(FileId(0), cell, 0..cell.len());
        let actual = match read(&text) {
            None => "nothing".to_owned(),
            Some(reading) => {
                let spelling = reading.spelling;
                let others: String =
                    spelling.alternatives.iter().map(|name| format!("|{name}")).collect();
                let brackets = if spelling.collection { "[]" } else { "" };
                let link = spelling.link.map(|link| format!("({link})")).unwrap_or_default();
                let doubt = if reading.doubtful { " ?" } else { "" };
                format!("{}{others}{brackets}{link}{doubt}", spelling.name)
            }
        };
        assert_eq!(actual, expected, "{cell}");
    }

    #[test]
    fn primitives() {
        check("", "nothing");
        check("String", "String");
        check("string", "string");
        check("Edm.String", "Edm.String");
        check("`Int32`", "Int32");
        check("**Boolean**", "Boolean");
        check(" DateTimeOffset\u{a0}", "DateTimeOffset");
        check("\u{200b}Guid", "Guid");
        check("Enumeration", "Enumeration");
    }

    #[test]
    fn collections() {
        check("String collection", "String[]");
        check("String Collection", "String[]");
        check("Collection(String)", "String[]");
        check("collection (String)", "String[]");
        check("Collection of String", "String[]");
        check("String[]", "String[]");
        check("array of String", "String[]");
        check("routingPolicy collection collection", "routingPolicy[]");
        check("[message](message.md) collection", "message[](message.md)");
        check("[message collection](message.md)", "message[](message.md)");
        check("Collection([message](message.md))", "message[](message.md)");
        check("[microsoft.graph.call](call.md) collection", "microsoft.graph.call[](call.md)");
        check("(boolean or string or number) collection", "boolean|string|number[]");
    }

    #[test]
    fn notes() {
        check("string, maximum size 20", "string");
        check("string (url)", "string");
        check("String (identifier)", "String");
        check("(Optional) String", "String");
        check("alertStatus enum", "alertStatus");
        check("String or null", "String");
        check("Int32?", "Int32");
        check("JSON object", "JSON");
        check("Untyped JSON object", "JSON");
        check("[itemAnalytics](itemanalytics.md) resource", "itemAnalytics(itemanalytics.md)");
        check("error object", "error");
    }

    #[test]
    fn alternatives() {
        check("string/number", "string|number");
        check("[a](a.md) or [b](b.md)", "a|b(a.md)");
        check("Int32, Int64 or Double", "Int32|Int64|Double");
    }

    #[test]
    fn links_that_are_no_plain_names() {
        check(
            "[Access Session Control](conditionalaccesssessioncontrol.md)",
            "conditionalaccesssessioncontrol(conditionalaccesssessioncontrol.md)",
        );
        check("[outcome](outcome.md) collection. Holds grades.", "outcome[](outcome.md)");
        check("[x values](#x-values)", "x(#x-values)");
    }

    #[test]
    fn debris() {
        check("[invitation](invitation.md", "invitation ?");
        check("** Unknown Type `microsoft.management.x` ** collection", "[] ?");
        check("The size of it in metres.", " ?");
        check("String The size of it.", "String ?");
    }
}
