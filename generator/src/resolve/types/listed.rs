//! Texts whose listed values are the members of an enumeration that has a page.
//!
//! In: filled enumerations, and rows that say `String` and list values. Out: the enumeration that a list means.
//! A list that equals the members is as good as a link if the enumeration is called after the type and the
//! property. (One called like the property alone is as often a list of a text's values: tried, a wash.)

use super::draft::Types;
use crate::ir::{QualifiedName, TypeId};
use crate::span::Spanned;
use std::collections::BTreeMap;

/// The marker that lists mention or leave out as they please.
const MARKER: &str = "unknownFutureValue";

/// Described enumerations by their members.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Listed {
    by_members: BTreeMap<Vec<String>, Vec<TypeId>>,
    /// The same with the members in lower case.
    by_lower: BTreeMap<Vec<String>, Vec<TypeId>>,
}

impl Listed {
    /// Indexes every enumeration that a page describes.
    pub(in crate::resolve) fn collect(types: &Types<'_>) -> Self {
        let mut listed = Self::default();
        for id in types.ids().filter(|id| !types.get(*id).origin.is_synthetic()) {
            let Some(enumeration) = types.get(id).enumeration() else { continue };
            let members = set(enumeration.members.iter().map(|member| member.name.as_str()));
            let lower: Vec<String> = members.iter().map(|member| member.to_lowercase()).collect();
            if !members.is_empty() {
                listed.by_lower.entry(set(lower.iter().map(String::as_str))).or_default().push(id);
                listed.by_members.entry(members).or_default().push(id);
            }
        }
        listed
    }

    /// The enumeration that the values listed for `name` of `owner` are the members of.
    pub(in crate::resolve) fn find(
        &self,
        types: &Types<'_>,
        owner: &QualifiedName,
        name: &str,
        values: &[Spanned<String>],
    ) -> Option<TypeId> {
        let values = set(values.iter().map(|value| value.value.as_str()));
        let called = |id: &&TypeId| is_called(types.get(**id).name.name(), owner.name(), name);
        let candidates = self.by_members.get(&values).map_or(&[][..], Vec::as_slice);
        let mut named = candidates.iter().filter(called);
        match (named.next(), named.next()) {
            (Some(id), None) => Some(*id),
            (None, _) => ends_with_name(types, owner.namespace(), name, &values)
                .or_else(|| self.only_list(types, owner.namespace(), name, &values)),
            _ => None,
        }
    }

    /// The only enumeration of the namespace that has these very members. One that is called like the property is
    /// as often a list of a text's values. Three values or more may be in another case.
    fn only_list(
        &self,
        types: &Types<'_>,
        namespace: &str,
        name: &str,
        values: &[String],
    ) -> Option<TypeId> {
        if values.len() < 2 {
            return None;
        }
        let exact = self.by_members.get(values);
        let found = exact.or_else(|| {
            let lower = set(values
                .iter()
                .map(|value| value.to_lowercase())
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str));
            self.by_lower.get(&lower).filter(|_| values.len() > 2)
        })?;
        let mut within = found.iter().filter(|id| {
            let known = &types.get(**id).name;
            known.namespace().eq_ignore_ascii_case(namespace)
        });
        let only = *within.next().filter(|_| within.next().is_none())?;
        (!types.get(only).name.name().eq_ignore_ascii_case(name)).then_some(only)
    }
}

/// The enumeration that the last words of `name` call, one of them or several, if it has all the values:
/// `modality` for `acceptedModalities`.
fn ends_with_name(
    types: &Types<'_>,
    namespace: &str,
    name: &str,
    values: &[String],
) -> Option<TypeId> {
    if values.len() < 2 {
        return None;
    }
    let humps = name.char_indices().filter(|(at, c)| *at > 0 && c.is_uppercase());
    humps.into_iter().find_map(|(at, _)| {
        let words = &name[at..];
        let singular = words
            .strip_suffix("ies")
            .map(|stem| format!("{stem}y"))
            .or_else(|| Some(words.strip_suffix('s')?.to_owned()));
        let (id, ambiguous) = std::iter::once(words.to_owned())
            .chain(singular)
            .find_map(|called| types.find(&called, namespace))?;
        let draft = types.get(id);
        // A list that is found by a name alone is found close by.
        if !draft.name.namespace().eq_ignore_ascii_case(namespace) {
            return None;
        }
        let members = &draft.enumeration().filter(|_| !draft.origin.is_synthetic())?.members;
        let known = |value: &String| members.iter().any(|member| member.name == *value);
        (!ambiguous && values.iter().all(known)).then_some(id)
    })
}

fn set<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut names: Vec<String> = names.filter(|name| *name != MARKER).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// `plannerPreviewType` for `previewType` of `plannerTask`, `loginStatus` for `status` of `login`, and
/// `parcelType` for `parcelType` of `parcelItem`, which says the owner's first word itself.
fn is_called(known: &str, owner: &str, property: &str) -> bool {
    let first = first_word(property);
    if known == property && first.len() < property.len() && first == first_word(owner) {
        return true;
    }
    let known = known.to_lowercase();
    let prefix = known.strip_suffix(&property.to_lowercase()).filter(|prefix| !prefix.is_empty());
    prefix.is_some_and(|prefix| owner.to_lowercase().starts_with(prefix))
}

fn first_word(name: &str) -> &str {
    &name[..name.find(char::is_uppercase).unwrap_or(name.len())]
}

#[cfg(test)]
mod tests {
    use super::is_called;

    #[test]
    fn names_that_agree() {
        assert!(is_called("plannerPreviewType", "plannerTask", "previewType"));
        assert!(is_called("loginStatus", "login", "status"));
        assert!(is_called("parcelType", "parcelItem", "parcelType"));
        assert!(!is_called("operationStatus", "bookOperation", "status"));
        assert!(!is_called("signInAudience", "application", "signInAudience"));
    }
}
