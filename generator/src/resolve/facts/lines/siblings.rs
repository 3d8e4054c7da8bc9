//! What stands where in the paths of a version.
//!
//! In: documented paths. Out: [`Siblings`], which know what follows a path, and what follows a name wherever it stands.

use crate::resolve::facts::template::{self, Segment};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What follows each beginning of a path, and each name.
#[derive(Debug, Default)]
pub(super) struct Siblings {
    below: HashMap<String, Children>,
    behind: HashMap<String, Children>,
}

#[derive(Debug, Default)]
struct Children {
    names: BTreeSet<String>,
    /// How often each is written.
    placeholders: BTreeMap<String, usize>,
}

impl Children {
    /// The most common placeholder.
    fn placeholder(&self) -> Option<&str> {
        let rank = |(text, count): &(&String, &usize)| (**count, Reverse((*text).clone()));
        self.placeholders.iter().max_by_key(rank).map(|(text, _)| text.as_str())
    }
}

/// A path as far as it has been followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    path: String,
    /// The last name, with a mark if a key follows it.
    name: String,
}

impl Place {
    /// Goes on to `piece`.
    pub(super) fn step(&mut self, piece: &str) {
        let segment = template::segment(piece);
        self.path.push('/');
        match is_key(piece, segment) {
            true => {
                self.path.push_str("{}");
                self.name.push_str("{}");
            }
            false => {
                self.name = segment.name.to_lowercase();
                self.path.push_str(&self.name);
            }
        }
    }
}

/// Whether `piece` stands for something: `{id}`, or `{item-path}:` between colons.
fn is_key(piece: &str, segment: Segment<'_>) -> bool {
    segment.placeholder || piece.starts_with(['{', '<'])
}

impl Siblings {
    /// Learns from a documented path.
    pub(super) fn learn(&mut self, path: &str) {
        let mut place = Place::default();
        for piece in template::pieces(path) {
            let segment = template::segment(piece);
            let key = is_key(piece, segment);
            let lists = [
                self.below.entry(place.path.clone()).or_default(),
                self.behind.entry(place.name.clone()).or_default(),
            ];
            for children in lists {
                match key {
                    true => *children.placeholders.entry(piece.to_owned()).or_default() += 1,
                    false => drop(children.names.insert(segment.name.to_lowercase())),
                }
            }
            place.step(piece);
        }
    }

    /// The placeholder that other paths have at `place`.
    pub(super) fn placeholder(&self, place: &Place) -> Option<&str> {
        self.below.get(&place.path)?.placeholder()
    }

    /// The placeholder that follows the last name of `place` in other paths.
    pub(super) fn placeholder_behind(&self, place: &Place) -> Option<&str> {
        self.behind.get(&place.name)?.placeholder()
    }

    /// Whether another path has `name` at `place`.
    pub(super) fn has(&self, place: &Place, name: &str) -> bool {
        self.below.get(&place.path).is_some_and(|here| here.names.contains(&name.to_lowercase()))
    }

    /// Whether `name` follows the last name of `place` in another path.
    pub(super) fn has_behind(&self, place: &Place, name: &str) -> bool {
        let name = name.to_lowercase();
        self.behind.get(&place.name).is_some_and(|here| here.names.contains(&name))
    }
}
