//! What was removed and added together with equal facts was renamed.

use super::snapshot::{Member, Property, Type, Version};
use std::collections::BTreeMap;

/// Old to new names of renamed types: one gone, one new, with the same kind, base, properties and members, and no
/// other like them.
pub(super) fn types<'a>(old: &'a Version, new: &'a Version) -> BTreeMap<&'a str, &'a str> {
    let removed: Vec<(&str, &Type)> = missing(old, new);
    let added: Vec<(&str, &Type)> = missing(new, old);
    pairs(&removed, &added, |(from, was), (to, now)| {
        let own = |ty: &'a Type, name: &'a str| {
            let properties = ty.properties.iter();
            properties
                // A type may refer to itself.
                .map(|(property, fact)| {
                    (property.as_str(), fact.ty.replace(name, "\0"), fact.navigation)
                })
                .collect::<Vec<_>>()
        };
        let members = |ty: &'a Type| {
            ty.members
                .iter()
                .map(|(name, member)| (name.as_str(), &member.value))
                .collect::<Vec<_>>()
        };
        let says_something = !was.properties.is_empty() || !was.members.is_empty();
        says_something
            && was.kind == now.kind
            && was.base == now.base
            && own(was, from) == own(now, to)
            && members(was) == members(now)
    })
    .into_iter()
    .map(|(was, now)| (removed[was].0, added[now].0))
    .collect()
}

fn missing<'a>(from: &'a Version, other: &Version) -> Vec<(&'a str, &'a Type)> {
    let types = from.types.iter().filter(|(name, _)| !other.types.contains_key(*name));
    types.map(|(name, ty)| (name.as_str(), ty)).collect()
}

/// Indices of properties of one type that were renamed.
pub(super) fn properties(
    removed: &[(&str, &Property)],
    added: &[(&str, &Property)],
    current_type: impl Fn(&str) -> String,
) -> Vec<(usize, usize)> {
    pairs(removed, added, |(from, was), (to, now)| {
        current_type(&was.ty) == now.ty
            && was.navigation == now.navigation
            && was.in_url == now.in_url
            && match (&was.prose, &now.prose) {
                (Some(was), Some(now)) => was == now || are_alike(from, to),
                // Nobody describes them: all that is known is equal.
                (None, None) => true,
                _ => are_alike(from, to),
            }
    })
}

/// Indices of members of one enumeration that were renamed.
pub(super) fn members(
    removed: &[(&str, &Member)],
    added: &[(&str, &Member)],
) -> Vec<(usize, usize)> {
    pairs(removed, added, |(from, was), (to, now)| {
        let same_prose = was.prose.is_some() && was.prose == now.prose;
        let same_value = was.value.is_some() && was.value == now.value;
        was.value == now.value && (same_prose || same_value || are_alike(from, to))
    })
}

/// Pairs in which each side fits no other.
fn pairs<A: Copy, B: Copy>(
    removed: &[A],
    added: &[B],
    fits: impl Fn(A, B) -> bool,
) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (was, from) in removed.iter().enumerate() {
        let mut candidates = (0..added.len()).filter(|&now| fits(*from, added[now]));
        let (Some(now), None) = (candidates.next(), candidates.next()) else { continue };
        if removed.iter().filter(|other| fits(**other, added[now])).count() == 1 {
            out.push((was, now));
        }
    }
    out
}

/// Whether two names are spellings of one: equal but for case and signs, or for a few letters.
fn are_alike(a: &str, b: &str) -> bool {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (plain(a), plain(b));
    let longest = a.chars().count().max(b.chars().count());
    strsim::levenshtein(&a, &b) * 4 <= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_alike() {
        for (a, b, expected) in [
            ("recipientt", "recipient", true),
            ("display_name", "displayName", true),
            ("city", "zipCode", false),
            ("startDate", "endDate", false),
        ] {
            assert_eq!(are_alike(a, b), expected, "{a} {b}");
        }
    }
}
