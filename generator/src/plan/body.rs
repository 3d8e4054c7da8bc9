//! An example's body as strict JSON text, laid out for reading.
//!
//! In: a body as a page shows it. Out: text in which every number stands as typed and, of repeated keys, the
//! last one counts.

use super::written::Written;
use crate::json::{Json, Kind, Member};

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
            let last = members.iter().enumerate().filter(|(at, member)| {
                !members[at + 1..].iter().any(|later| later.key == member.key)
            });
            let write_member = |(_, member): (usize, &Member), out: &mut Written| {
                out.json(&member.key).own(": ");
                write(&member.value, indent + 2, out);
            };
            list(("{", "}"), last, write_member, indent, out);
        }
    }
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
