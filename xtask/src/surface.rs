//! What changed for users of the emitted crate: items added, removed and retyped.
//!
//! In: the crate's list of items as it stands on disk and as it would now be written, one sorted line
//! each (`field v1_0::User.display_name: Option<String>`). Out: the differences, as lines to print.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The list of items, in the emitted crate.
pub(crate) const FILE: &str = "api.txt";

/// At most so many differences are named.
const MAX_LINES: usize = 20;

/// The differences between two lists; empty if there are none.
pub(crate) fn difference(old: &str, new: &str) -> String {
    let (old, new) = (items(old), items(new));
    let added = missing_from(&old, &new);
    let removed = missing_from(&new, &old);
    let retyped: Vec<(&str, &str, &str)> = old
        .iter()
        .filter_map(|(item, before)| Some((*item, *before, *new.get(item)?)))
        .filter(|(_, before, after)| before != after)
        .collect();
    let total = added.len() + removed.len() + retyped.len();
    if total == 0 {
        return String::new();
    }
    let mut text = format!(
        "API: {} added, {} removed, {} retyped\n",
        added.len(),
        removed.len(),
        retyped.len()
    );
    // What breaks users comes first.
    let lines = (removed.iter().map(|item| format!("  - {item}")))
        .chain(retyped.iter().map(|(item, before, after)| {
            format!("  ~ {item}{before} => {}", after.trim_start_matches(": "))
        }))
        .chain(added.iter().map(|item| format!("  + {item}")));
    for line in lines.take(MAX_LINES) {
        writeln!(text, "{line}").ok();
    }
    if total > MAX_LINES {
        writeln!(text, "  … and {} more; `{FILE}` lists all items", total - MAX_LINES).ok();
    }
    text
}

/// Items and what follows their names: a type, or arguments.
fn items(list: &str) -> BTreeMap<&str, &str> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let end = [line.find(": "), line.find('(')].into_iter().flatten().min();
            line.split_at(end.unwrap_or(line.len()))
        })
        .collect()
}

/// The items of `list` that `other` lacks, without the parts of an item that is missing as a whole.
fn missing_from<'a>(other: &BTreeMap<&str, &str>, list: &BTreeMap<&'a str, &str>) -> Vec<&'a str> {
    let missing = |item: &&str| !other.contains_key(*item);
    let owners: BTreeSet<&str> = list.keys().copied().filter(missing).filter_map(name).collect();
    let has_missing_owner = |item: &&str| {
        let owner = name(item).and_then(|name| name.rsplit_once('.'));
        owner.is_some_and(|(owner, _)| owners.contains(owner))
    };
    list.keys().copied().filter(missing).filter(|item| !has_missing_owner(item)).collect()
}

/// `field v1_0::User.id` is called `v1_0::User.id`.
fn name(item: &str) -> Option<&str> {
    item.split_once(' ').map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn differences_are_named() {
        let old = "\
enum v1_0::Gone
field v1_0::User.age: Option<i32>
field v1_0::User.id: Option<String>
field v1_0::User.name: Option<String>
fn v1_0::get_user(id: &str) -> Request<User>
struct v1_0::User
variant v1_0::Gone.A
";
        let new = "\
field v1_0::Group.id: Option<String>
field v1_0::User.age: Option<i64>
field v1_0::User.id: Option<String>
field v1_0::User.mail: Option<String>
fn v1_0::get_user(id: &str, mail: &str) -> Request<User>
struct v1_0::Group
struct v1_0::User
";
        let expected = "\
API: 2 added, 2 removed, 2 retyped
  - enum v1_0::Gone
  - field v1_0::User.name
  ~ field v1_0::User.age: Option<i32> => Option<i64>
  ~ fn v1_0::get_user(id: &str) -> Request<User> => (id: &str, mail: &str) -> Request<User>
  + field v1_0::User.mail
  + struct v1_0::Group
";
        assert_eq!(difference(old, new), expected);
        assert_eq!(difference(old, old), "");
    }

    #[test]
    fn long_lists_are_cut() {
        let new: String = (0..100).map(|n| format!("struct v1_0::T{n:03}\n")).collect();
        let text = difference("", &new);
        assert_eq!(text.lines().count(), 22);
        assert!(text.ends_with("and 80 more; `api.txt` lists all items\n"), "{text}");
    }
}
