// @generated from v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityimportstatus.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// Where the import of one device stands.
///
/// Page: `v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityimportstatus.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum ImportedWindowsAutopilotDeviceIdentityImportStatus {
    /// The directory has not reported a status.
    UnknownMember,
    /// The import waits for its turn.
    Pending,
    /// A part of the import is done.
    Partial,
    /// The import is done.
    Complete,
    /// The import failed.
    Error,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl ImportedWindowsAutopilotDeviceIdentityImportStatus {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::Pending => "pending",
            Self::Partial => "partial",
            Self::Complete => "complete",
            Self::Error => "error",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::Pending => 1,
                Self::Partial => 2,
                Self::Complete => 3,
                Self::Error => 4,
                _ => return None,
            },
        )
    }
}

impl Enumeration for ImportedWindowsAutopilotDeviceIdentityImportStatus {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::Pending,
        Self::Partial,
        Self::Complete,
        Self::Error,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(ImportedWindowsAutopilotDeviceIdentityImportStatus);
