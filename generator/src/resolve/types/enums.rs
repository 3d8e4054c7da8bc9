//! Members of enumerations: tables united, values compared, flags recognised.

use super::draft::Types;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Claim, DocText, Enumeration, Evidence, Member, TypeId};
use crate::page::MemberTable;
use crate::span::{Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};

/// Fills an enumeration from the member tables that name it; `docs` are the rows' descriptions, in order.
pub(in crate::resolve) fn fill(
    types: &mut Types<'_>,
    id: TypeId,
    docs: Vec<DocText>,
    diagnostics: &mut Diagnostics,
) {
    let tables = types.get(id).tables.clone();
    let name = types.get(id).name.as_str().to_owned();
    let mut claims = std::mem::take(&mut types.get_mut(id).member_claims);
    let Some(enumeration) = types.get_mut(id).enumeration_mut() else { return };
    let mut places = places(enumeration);
    let mut docs = docs.into_iter();
    let mut first_table: Option<&MemberTable> = None;
    for (_, table) in tables {
        enumeration.flags |= table.says_flags;
        let before = enumeration.members.len();
        let mut shared = 0;
        for row in &table.members {
            let doc = docs.next().unwrap_or_default();
            let known = places.get(&row.name.value).copied();
            let value = row.value.as_ref().map(|value| value.value);
            let claim = Claim { says: value, by: Evidence::Declaration, at: row.name.span };
            let Some(index) = known else {
                claims.push(vec![claim]);
                places.insert(row.name.value.clone(), enumeration.members.len());
                enumeration.members.push(Member {
                    name: row.name.value.clone(),
                    value,
                    doc,
                    origin: row.name.span,
                });
                continue;
            };
            claims[index].push(claim);
            let known = &mut enumeration.members[index];
            if index < before {
                shared += 1;
            } else {
                report_duplicate(&row.name, known.origin, diagnostics);
            }
            unite_value(known, row.value.as_ref(), row.name.span, diagnostics);
            if known.doc.is_empty() {
                known.doc = doc;
            }
        }
        if let Some(first) = first_table {
            report_difference(
                &name,
                first,
                table,
                (before, enumeration.members.len(), shared),
                diagnostics,
            );
        }
        first_table.get_or_insert(table);
    }
    report_shared_values(&name, enumeration, diagnostics);
    enumeration.flags |= powers_of_two(enumeration);
    types.get_mut(id).member_claims = claims;
}

/// Where each member is in the list, by its name.
fn places(enumeration: &Enumeration) -> BTreeMap<String, usize> {
    // Of two of one name the first counts.
    let members = enumeration.members.iter().enumerate().rev();
    members.map(|(at, member)| (member.name.clone(), at)).collect()
}

fn report_duplicate(name: &Spanned<String>, first: Span, diagnostics: &mut Diagnostics) {
    let message = format!("the member `{}` is listed twice", name.value);
    diagnostics.push(
        Diagnostic::new(Code::DuplicateMember, name.span, message).also(first, "first listed here"),
    );
}

fn unite_value(
    known: &mut Member,
    value: Option<&Spanned<i64>>,
    span: Span,
    diagnostics: &mut Diagnostics,
) {
    match (known.value, value) {
        (None, Some(value)) => known.value = Some(value.value),
        (Some(old), Some(new)) if old != new.value => {
            let message =
                format!("`{}` has the value {} here, but {old} elsewhere", known.name, new.value);
            diagnostics.push(
                Diagnostic::new(Code::ConflictingMembers, span, message)
                    .also(known.origin, "the other value"),
            );
        }
        _ => {}
    }
}

fn report_difference(
    name: &str,
    first: &MemberTable,
    table: &MemberTable,
    (before, after, shared): (usize, usize, usize),
    diagnostics: &mut Diagnostics,
) {
    let added = after - before;
    if added == 0 && shared == before {
        return;
    }
    let (code, what) = if shared == 0 {
        (Code::ConflictingMembers, "have no member in common")
    } else {
        (Code::DifferingMembers, "list different members")
    };
    let message = format!("two descriptions of `{name}` {what}");
    diagnostics.push(
        Diagnostic::new(code, table.heading.span, message)
            .also(first.heading.span, "the other description"),
    );
}

fn report_shared_values(name: &str, enumeration: &Enumeration, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<i64, &Member> = BTreeMap::new();
    for member in &enumeration.members {
        let Some(value) = member.value else { continue };
        let earlier = *first.entry(value).or_insert(member);
        if !std::ptr::eq(earlier, member) {
            let message = format!(
                "`{}` and `{}` of `{name}` both have the value {value}",
                earlier.name, member.name
            );
            diagnostics.push(
                Diagnostic::new(Code::MemberValue, member.origin, message)
                    .also(earlier.origin, "the other member"),
            );
        }
    }
}

/// Nothing but powers of two, with a gap that counting would have filled: members that can be combined.
///
/// A combined value counts only if it is all of them. Other sums are what is left of counting when one number is
/// missing (`1, 2, 4, 5`), so that one member less would make flags of an enumeration that never was one.
fn powers_of_two(enumeration: &Enumeration) -> bool {
    let values: Option<Vec<i64>> = enumeration.members.iter().map(|member| member.value).collect();
    let Some(values) = values else { return false };
    let set: BTreeSet<i64> = values.into_iter().filter(|&value| value != 0).collect();
    let (bits, combined): (Vec<i64>, Vec<i64>) =
        set.into_iter().partition(|&value| value > 0 && value & (value - 1) == 0);
    let all = bits.iter().fold(0, |all, bit| all | bit);
    bits.len() >= 3 && combined.iter().all(|&value| value == all)
}

/// Tells where a description's list names what the enumeration's own page does not. A list may be shorter.
pub(in crate::resolve) fn compare_values(
    types: &Types<'_>,
    id: TypeId,
    values: &[Spanned<String>],
    diagnostics: &mut Diagnostics,
) {
    let draft = types.get(id);
    let Some(enumeration) = draft.enumeration().filter(|_| !draft.tables.is_empty()) else {
        return;
    };
    let Some(first) = enumeration.members.first() else { return };
    let names: BTreeSet<String> =
        enumeration.members.iter().map(|member| member.name.to_ascii_lowercase()).collect();
    let known = |value: &&Spanned<String>| names.contains(&value.value.to_ascii_lowercase());
    let (shared, extra): (Vec<_>, Vec<_>) = values.iter().partition(known);
    let Some(surplus) = extra.first() else { return };
    let (code, message) = if shared.is_empty() {
        let message = format!("none of these values is a member of `{}`", draft.name);
        (Code::ConflictingMembers, message)
    } else {
        let message = format!("`{}` is not among the members of `{}`", surplus.value, draft.name);
        (Code::DifferingMembers, message)
    };
    diagnostics.push(
        Diagnostic::new(code, surplus.span, message)
            .also(first.origin, "the members of the enumeration"),
    );
}

/// Adds the values of a description's list to an enumeration that lives by such lists.
pub(in crate::resolve) fn unite_values(
    types: &mut Types<'_>,
    id: TypeId,
    values: &[Spanned<String>],
    diagnostics: &mut Diagnostics,
) {
    let name = types.get(id).name.clone();
    let Some(first) = values.first() else { return };
    let mut claims = std::mem::take(&mut types.get_mut(id).member_claims);
    let Some(enumeration) = types.get_mut(id).enumeration_mut() else { return };
    let known = enumeration.members.len();
    let mut places = places(enumeration);
    let shared = values.iter().filter(|value| places.contains_key(&value.value)).count();
    for value in values {
        let claim = Claim { says: None, by: Evidence::List, at: value.span };
        let at = places.get(&value.value).copied();
        match at.and_then(|at| claims.get_mut(at)) {
            Some(claims) => claims.push(claim),
            None => claims.push(vec![claim]),
        }
        if at.is_none() {
            places.insert(value.value.clone(), enumeration.members.len());
            enumeration.members.push(Member {
                name: value.value.clone(),
                value: None,
                doc: DocText::default(),
                origin: value.span,
            });
        }
    }
    if known > 0 && (shared < known || enumeration.members.len() > known) {
        let message = format!("`{name}` has two different lists of values");
        let other = enumeration.members[0].origin;
        diagnostics.push(
            Diagnostic::new(Code::DifferingMembers, first.span, message)
                .also(other, "the other list starts here"),
        );
    }
    types.get_mut(id).member_claims = claims;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    #[track_caller]
    fn check(values: &[i64], flags: bool) {
        let origin = Span { file: FileId(0), start: 0, end: 0 };
        let member = |&value: &i64| Member {
            name: String::new(),
            value: Some(value),
            doc: DocText::default(),
            origin,
        };
        let enumeration =
            Enumeration { members: values.iter().map(member).collect(), ..Enumeration::default() };
        assert_eq!(powers_of_two(&enumeration), flags, "{values:?}");
    }

    #[test]
    fn flags_are_known_by_their_values() {
        check(&[0, 1, 2, 4], true);
        check(&[1, 2, 4, 8, 15], true);
        check(&[0, 1, 2, 3, 4], false);
        check(&[0, 1, 2], false);
        // Counting, with one number missing.
        check(&[0, 1, 2, 4, 5], false);
        check(&[0, 1, 2, 4, 5, 8, 9], false);
        check(&[1, 2, 4, -1], false);
    }
}
