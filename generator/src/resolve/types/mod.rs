//! The types of a version: declared, given their bases, their members and properties, and settled.

pub(in crate::resolve) mod bodies;
mod claims;
pub(in crate::resolve) mod declare;
pub(in crate::resolve) mod doc;
pub(in crate::resolve) mod draft;
mod enums;
mod humps;
pub(in crate::resolve) mod infer;
mod inherit;
mod kind;
mod lineage;
pub(in crate::resolve) mod link;
mod listed;
mod methods;
mod namesake;
mod other_version;
pub(in crate::resolve) mod parameters;
mod properties;
mod stages;
mod texts;

pub(in crate::resolve) use stages::{Declared, ManyClaim, Settled, Typed};

use rayon::prelude::*;
use stages::ToldApart;
use std::collections::BTreeSet;

/// Settles the types of all versions: each hears of the others where it says less itself.
pub(in crate::resolve) fn hear_each_other<'a, 'r>(
    mut versions: Vec<Typed<'a, 'r>>,
) -> Vec<Settled<'a, 'r>> {
    let several = versions.len() > 1;
    if several {
        let stated: Vec<_> = versions.par_iter().map(Typed::stated).collect();
        versions.par_iter_mut().enumerate().for_each(|(at, typed)| {
            others(&stated, at).for_each(|other| typed.hear(other));
        });
    }
    let mut versions: Vec<ToldApart<'a, 'r>> =
        versions.into_par_iter().map(Typed::told_apart).collect();
    if several {
        let entities: Vec<BTreeSet<String>> = versions.iter().map(ToldApart::entities).collect();
        versions.par_iter_mut().enumerate().for_each(|(at, version)| {
            version.hear(&others(&entities, at).flatten().cloned().collect());
        });
    }
    versions.into_par_iter().map(ToldApart::settled).collect()
}

/// All but the one at `at`.
fn others<T>(all: &[T], at: usize) -> impl Iterator<Item = &T> {
    all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other)
}
