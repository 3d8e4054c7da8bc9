//! A misspelt property in, the property that is probably meant out.

use super::traits::Meta;

/// The property of a type that is much like `name`; `None` if the type has a property of that name, or none like it.
pub(crate) fn similar(meta: &'static Meta, name: &str) -> Option<&'static str> {
    if meta.fields.binary_search(&name).is_ok() {
        return None;
    }
    let allowed = (name.chars().count() / 4).clamp(1, 3);
    let distance = |field: &&&str| distance(&fold(field), &fold(name));
    let best = meta.fields.iter().min_by_key(distance)?;
    (distance(&best) <= allowed).then_some(*best)
}

/// Without case and underscores, so that the name of the Rust field is like the JSON name.
fn fold(name: &str) -> Vec<char> {
    name.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect()
}

/// How many letters must be added, removed, replaced or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&previous, j) + usize::from(x != y);
            let mut best = replaced.min(at(&previous, j + 1) + 1).min(at(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous.last().copied().unwrap_or_default()
}
