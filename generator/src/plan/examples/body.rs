//! An example's body as strict JSON text, laid out for reading.
//!
//! In: a body as a page shows it. Out: text in which every number is as typed and, of repeated keys, the
//! last one counts.

use crate::json::{Json, Kind, Member};
use crate::plan::Written;
use std::collections::BTreeMap;

/// Writes `json`, each level indented by two more than `indent`.
pub(super) fn write(json: &Json, indent: usize, out: &mut Written) {
    match &json.kind {
        Kind::Null => drop(out.own("null")),
        Kind::Bool(value) => drop(out.own(if *value { "true" } else { "false" })),
        Kind::Number(text) => drop(out.json_number(text)),
        Kind::String(text) => drop(out.json(text)),
        Kind::Array(elements) => {
            let write_element = |element: &Json, out: &mut Written| write(element, indent + 2, out);
            list(("[", "]"), elements.iter(), write_element, indent, out);
        }
        Kind::Object(members) => {
            let write_member = |member: &Member, out: &mut Written| {
                out.json(&member.key).own(": ");
                write(&member.value, indent + 2, out);
            };
            list(("{", "}"), counting(members), write_member, indent, out);
        }
    }
}

/// `json` without blanks between its parts.
pub(super) fn compact(json: &Json) -> String {
    let mut out = Written::default();
    write_compact(json, &mut out);
    out.as_str().to_owned()
}

fn write_compact(json: &Json, out: &mut Written) {
    match &json.kind {
        Kind::Array(elements) => {
            out.own("[");
            for (at, element) in elements.iter().enumerate() {
                write_compact(element, out.own(if at == 0 { "" } else { "," }));
            }
            out.own("]");
        }
        Kind::Object(members) => {
            out.own("{");
            for (at, member) in counting(members).enumerate() {
                out.own(if at == 0 { "" } else { "," }).json(&member.key).own(":");
                write_compact(&member.value, out);
            }
            out.own("}");
        }
        _ => write(json, 0, out),
    }
}

/// The members that count: of repeated keys the last one does.
pub(super) fn counting(members: &[Member]) -> impl Iterator<Item = &Member> {
    let last: BTreeMap<&str, usize> =
        members.iter().enumerate().map(|(at, member)| (member.key.as_str(), at)).collect();
    let counts = move |&(at, member): &(usize, &Member)| last.get(member.key.as_str()) == Some(&at);
    members.iter().enumerate().filter(counts).map(|(_, member)| member)
}

fn list<T>(
    (open, close): (&'static str, &'static str),
    items: impl Iterator<Item = T>,
    mut write_item: impl FnMut(T, &mut Written),
    indent: usize,
    out: &mut Written,
) {
    out.own(open);
    let mut empty = true;
    for item in items {
        out.own(if empty { "\n" } else { ",\n" }).blanks(indent + 2);
        write_item(item, out);
        empty = false;
    }
    if !empty {
        out.own("\n").blanks(indent);
    }
    out.own(close);
}
