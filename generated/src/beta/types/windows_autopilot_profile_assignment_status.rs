// @generated from beta/resources/windowsautopilotprofileassignmentstatus.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// Whether the profile that is assigned to a device has reached it.
///
/// Page: `beta/resources/windowsautopilotprofileassignmentstatus.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotProfileAssignmentStatus {
    /// Nothing is known about the assignment.
    UnknownMember,
    /// The device has the profile as it now stands.
    AssignedInSync,
    /// The device has an older form of the profile.
    AssignedOutOfSync,
    /// The device has the profile; in which form is not known. The name is spelled so by the service.
    AssignedUnkownSyncState,
    /// No profile is assigned.
    NotAssigned,
    /// The assignment is on its way.
    Pending,
    /// The assignment failed.
    Failed,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotProfileAssignmentStatus {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::AssignedInSync => "assignedInSync",
            Self::AssignedOutOfSync => "assignedOutOfSync",
            Self::AssignedUnkownSyncState => "assignedUnkownSyncState",
            Self::NotAssigned => "notAssigned",
            Self::Pending => "pending",
            Self::Failed => "failed",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::AssignedInSync => 1,
                Self::AssignedOutOfSync => 2,
                Self::AssignedUnkownSyncState => 3,
                Self::NotAssigned => 4,
                Self::Pending => 5,
                Self::Failed => 6,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsAutopilotProfileAssignmentStatus {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::AssignedInSync,
        Self::AssignedOutOfSync,
        Self::AssignedUnkownSyncState,
        Self::NotAssigned,
        Self::Pending,
        Self::Failed,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotProfileAssignmentStatus);
