//! The JSON representation of a resource page against its property table: names only.

use super::Findings;
use crate::diagnostic::Code;
use crate::ir::{Api, Payload, Role, TypeId};
use crate::json::{Json, Kind};
use std::collections::BTreeSet;

/// Properties that a page states elsewhere than in its tables: in the JSON representation, or as the key in
/// its annotation. Where the table lacks them, that is said once, at the representation: an example that
/// has them is right.
pub(super) struct Shown<'m>(BTreeSet<(TypeId, &'m str)>);

impl<'m> Shown<'m> {
    pub(super) fn collect(api: &'m Api) -> Self {
        let representations = api.examples.iter().filter(|example| example.role == Role::Resource);
        let shown = representations.flat_map(|example| {
            let id = example.payload.and_then(Payload::type_id);
            let members = example.json.as_ref().map_or(&[][..], Json::members);
            id.into_iter().flat_map(|id| members.iter().map(move |member| (id, &*member.key)))
        });
        let keys = api.type_ids().filter_map(|id| {
            let key = api[id].structure()?.key.as_deref()?;
            Some((id, key))
        });
        Self(shown.chain(keys).collect())
    }

    /// Whether a page states the property of `id` or of one of its bases.
    pub(super) fn has(&self, api: &Api, id: TypeId, name: &str) -> bool {
        api.lineage(id).any(|id| self.0.contains(&(id, name)))
    }
}

/// Notes keys that no table declares. A representation is a shape: its values are not data.
pub(super) fn compare(findings: &mut Findings<'_>, payload: Payload, json: &Json) {
    let Some(id) = payload.type_id() else { return };
    if !matches!(json.kind, Kind::Object(_)) || findings.api[id].structure().is_none() {
        return;
    }
    let api = findings.api;
    // The representation of an open type shows properties that cannot be declared.
    if api.lineage(id).any(|ty| api[ty].structure().is_some_and(|structure| structure.open)) {
        return;
    }
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
