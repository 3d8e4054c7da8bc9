// @generated from beta/resources/windowsautopilotsettings.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsAutopilotSyncStatus`.
///
/// Page: `beta/resources/windowsautopilotsettings.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotSyncStatus {
    /// There was no sync yet.
    UnknownMember,
    /// A sync is running.
    InProgress,
    /// The last sync did its work.
    Completed,
    /// The last sync failed.
    Failed,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotSyncStatus {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::InProgress => "inProgress",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::InProgress => 1,
                Self::Completed => 2,
                Self::Failed => 3,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsAutopilotSyncStatus {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::InProgress,
        Self::Completed,
        Self::Failed,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotSyncStatus);
