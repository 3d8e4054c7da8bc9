//! The JSON representation of a resource page against its property table: names only.

use super::Findings;
use crate::diagnostic::Code;
use crate::ir::Payload;
use crate::json::{Json, Kind};

/// Notes keys that no table declares. A representation is a shape: its values are not data.
pub(super) fn compare(findings: &mut Findings<'_>, payload: Payload, json: &Json) {
    let Some(id) = payload.type_id() else { return };
    if !matches!(json.kind, Kind::Object(_)) || findings.api[id].structure().is_none() {
        return;
    }
    let api = findings.api;
    let declared = api.all_properties(id);
    for member in json.members().iter().filter(|member| !member.key.contains('@')) {
        if declared.iter().all(|property| property.name != member.key) {
            let near =
                declared.iter().find(|property| property.name.eq_ignore_ascii_case(&member.key));
            let message = match near {
                Some(property) => {
                    format!("the table spells `{}` as `{}`", member.key, property.name)
                }
                None => format!("no table of `{}` has a row for `{}`", api[id].name, member.key),
            };
            findings.at(Code::RepresentationMismatch, member.key_span, message);
        }
    }
}
