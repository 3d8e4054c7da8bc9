//! Approvals: changes that somebody has looked at and wants.

use super::change::Change;
use crate::config::Accepted;

/// Marks the changes that `accepted` names; returns the entries that fit none.
pub(super) fn apply(changes: &mut [Change], accepted: &[Accepted]) -> Vec<Accepted> {
    let mut unused = Vec::new();
    for entry in accepted {
        let mut used = false;
        for change in changes.iter_mut().filter(|change| change.fingerprint == entry.fingerprint) {
            change.accepted = Some(entry.reason.clone());
            used = true;
        }
        if !used {
            unused.push(entry.clone());
        }
    }
    unused
}
