//! An example's body as strict JSON text, laid out for reading.
//!
//! In: a body as a page shows it. Out: text in which every number stands as typed and, of repeated keys, the
//! last one counts.

use crate::json::{Json, Kind, Member};

/// Writes `json`, each level indented by two more than `indent`.
pub(super) fn write(json: &Json, indent: usize, out: &mut String) {
    match &json.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Kind::Number(text) if is_number(text) => out.push_str(text),
        Kind::Number(text) | Kind::String(text) => string(text, out),
        Kind::Array(elements) => {
            let write_element = |element: &Json, out: &mut String| write(element, indent + 2, out);
            list(('[', ']'), elements.iter(), write_element, indent, out);
        }
        Kind::Object(members) => {
            let write_member = |member: &Member, out: &mut String| {
                string(&member.key, out);
                out.push_str(": ");
                write(&member.value, indent + 2, out);
            };
            list(('{', '}'), counting(members), write_member, indent, out);
        }
    }
}

/// Writes `json` without blanks between its parts.
pub(super) fn write_compact(json: &Json, out: &mut String) {
    match &json.kind {
        Kind::Array(elements) => {
            out.push('[');
            for (at, element) in elements.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                write_compact(element, out);
            }
            out.push(']');
        }
        Kind::Object(members) => {
            out.push('{');
            for (at, member) in counting(members).enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                string(&member.key, out);
                out.push(':');
                write_compact(&member.value, out);
            }
            out.push('}');
        }
        _ => write(json, 0, out),
    }
}

/// The members that count: of repeated keys the last one does.
pub(super) fn counting(members: &[Member]) -> impl Iterator<Item = &Member> {
    let last = members
        .iter()
        .enumerate()
        .filter(|(at, member)| !members[at + 1..].iter().any(|later| later.key == member.key));
    last.map(|(_, member)| member)
}

/// A JSON string.
pub(super) fn string(text: &str, out: &mut String) {
    if text.bytes().any(|byte| matches!(byte, 0..b' ' | b'"' | b'\\')) {
        out.push_str(&serde_json::Value::from(text).to_string());
        return;
    }
    out.push('"');
    out.push_str(text);
    out.push('"');
}

fn list<T>(
    (open, close): (char, char),
    items: impl Iterator<Item = T>,
    mut write_item: impl FnMut(T, &mut String),
    indent: usize,
    out: &mut String,
) {
    out.push(open);
    let mut empty = true;
    for item in items {
        out.push_str(if empty { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', indent + 2));
        write_item(item, out);
        empty = false;
    }
    if !empty {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    }
    out.push(close);
}

fn is_number(text: &str) -> bool {
    serde_json::from_str::<serde_json::Number>(text).is_ok()
}
