//! What changed between two states of an API, for the people who use the crate that is made from it.
//!
//! In: two [`Snapshot`]s, made from models, exported IRs or the record of an emitted crate. Out: [`Diff`], a list of
//! changes, each with a kind, a class, places, Rust paths and a fingerprint; and texts of it.

mod accept;
mod change;
mod class;
mod compare;
mod export;
mod format;
mod markdown;
mod model;
mod operations;
mod parts;
mod record;
mod rename;
mod rust;
mod snapshot;
mod witness;

pub use change::{Bump, Change, Class, Kind};
pub use class::default_class;
pub use format::{Pages, counts, human, json, rows, summary};
pub use markdown::{changelog, markdown};
pub use record::FILE as RECORD_FILE;
pub(crate) use snapshot::shape;
pub use snapshot::{Member, Operation, Place, Property, Rust, Snapshot, Type, Version};
pub use witness::witness;

use crate::config::Accepted;
use std::fmt;

/// The changes from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// Sorted by version, item and kind.
    pub changes: Vec<Change>,
    /// The bump that the crate needs, accepted changes included: users see those too.
    pub bump: Bump,
    /// Fingerprints of the configuration that fit no change.
    pub unused: Vec<Accepted>,
}

/// Why something is no snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotError(pub(crate) String);

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SnapshotError {}

impl Diff {
    /// Compares two states. Changes that `accepted` names carry its reason.
    pub fn new(old: &Snapshot, new: &Snapshot, accepted: &[Accepted]) -> Self {
        let mut changes = compare::compare(old, new);
        let unused = accept::apply(&mut changes, accepted);
        let bump = Bump::of(changes.iter().map(|change| change.class));
        Self { changes, bump, unused }
    }

    /// The changes that touch the API, not its docs alone.
    pub fn of_api(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.class != Class::Docs)
    }

    /// Whether a change of `class` or worse was not accepted.
    pub fn fails_on(&self, class: Class) -> bool {
        self.changes.iter().any(|change| change.class <= class && change.accepted.is_none())
    }
}
