//! Which sections belong to one operation, and whose anchors a subject shares.
//!
//! In: the sections of a page. Out: the section of the operation that each belongs to; names that links may use for
//! the subjects below a heading.

use super::items::Item;
use super::outline::Section;
use super::{Subject, What};

/// The section of the operation that each section belongs to.
pub(super) fn roots(sections: &[Section], items: &[Vec<Item<'_>>]) -> Vec<Option<usize>> {
    let holds_lines = |index: usize| items[index].iter().any(|item| matches!(item, Item::Lines(_)));
    let mut roots: Vec<Option<usize>> = vec![None; sections.len()];
    // First those that hold a line of their own, or whose part for it does.
    let mut is_root = vec![false; sections.len()];
    for index in 0..sections.len() {
        if !holds_lines(index) {
            continue;
        }
        let mut at = index;
        while sections[at].role.is_some()
            && let Some(parent) = sections[at].parent
        {
            at = parent;
        }
        is_root[at] = true;
    }
    for index in 0..sections.len() {
        roots[index] = if is_root[index] {
            Some(index)
        } else {
            sections[index].parent.and_then(|parent| roots[parent])
        };
    }
    roots
}

/// A heading above several subjects may be what links mean: the first type below it, else the first enumeration.
pub(super) fn share_anchors(sections: &[Section], found: &mut [(usize, Subject)]) {
    for (index, section) in sections.iter().enumerate() {
        if section.level == 0 || found.iter().any(|(at, _)| *at == index) {
            continue;
        }
        let below = |at: usize| {
            let mut parent = sections[at].parent;
            while let Some(up) = parent {
                if up == index {
                    return true;
                }
                parent = sections[up].parent;
            }
            false
        };
        let rank = |subject: &Subject| match subject.what {
            What::Type(_) => 0,
            What::Enum(_) => 1,
            What::Operation(_) => 2,
        };
        let first = found
            .iter()
            .enumerate()
            .filter(|(_, (at, subject))| below(*at) && rank(subject) < 2)
            .min_by_key(|(order, (_, subject))| (rank(subject), *order))
            .map(|(order, _)| order);
        if let Some((_, subject)) = first.and_then(|order| found.get_mut(order)) {
            subject.owner_anchors.extend(section.anchors.iter().cloned());
        }
    }
    for (index, subject) in found.iter_mut() {
        if let Some(parent) = sections[*index].parent.filter(|parent| sections[*parent].level > 0) {
            subject.owner.clone_from(&sections[parent].title.value);
        }
    }
}
