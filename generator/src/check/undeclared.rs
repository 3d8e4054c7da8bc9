//! Properties that examples show and no page declares, one finding for each type.
//!
//! In: every place where an example shows one. Out: findings. A row that a page lacks, or a base that it does not
//! state, shows in every example of the type: that is one cause, and one finding.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, TypeId};
use crate::span::Span;
use std::collections::BTreeMap;

/// Names in a message, and further places in a finding.
const SHOWN: usize = 6;

/// A property that an example shows and its type does not declare.
#[derive(Clone, Debug)]
pub(super) struct Undeclared {
    /// The type.
    pub owner: TypeId,
    /// The property.
    pub name: String,
    /// The key.
    pub at: Span,
}

/// One finding for each type, at the first place that shows an undeclared property of it.
pub(super) fn findings(api: &Api, found: Vec<Undeclared>) -> Vec<Diagnostic> {
    let mut types: BTreeMap<TypeId, BTreeMap<String, Vec<Span>>> = BTreeMap::new();
    for Undeclared { owner, name, at } in found {
        types.entry(owner).or_default().entry(name).or_default().push(at);
    }
    types.into_iter().filter_map(|(owner, properties)| finding(api, owner, properties)).collect()
}

fn finding(
    api: &Api,
    owner: TypeId,
    properties: BTreeMap<String, Vec<Span>>,
) -> Option<Diagnostic> {
    let mut places: Vec<(Span, String, usize)> = properties
        .into_iter()
        .filter_map(|(name, places)| Some((*places.iter().min()?, name, places.len())))
        .collect();
    places.sort();
    let (first, name, times) = places.first()?;
    let names: Vec<String> =
        places.iter().take(SHOWN).map(|(_, name, _)| format!("`{name}`")).collect();
    let more = places.len().saturating_sub(SHOWN);
    let list = match (names.as_slice(), more) {
        ([only], _) => only.clone(),
        ([names @ .., last], 0) => format!("{} or {last}", names.join(", ")),
        (names, more) => format!("{} or {more} more", names.join(", ")),
    };
    let message = format!("`{}` declares no {list}", api[owner].name);
    let mut diagnostic = Diagnostic::new(Code::UnknownProperty, *first, message);
    if *times > 1 {
        diagnostic = diagnostic.label(format!("`{name}` occurs in {times} places"));
    }
    for (at, name, times) in places.iter().skip(1).take(SHOWN) {
        let label = match times {
            1 => format!("`{name}`"),
            times => format!("`{name}`, in {times} places"),
        };
        diagnostic = diagnostic.also(*at, label);
    }
    Some(diagnostic)
}
