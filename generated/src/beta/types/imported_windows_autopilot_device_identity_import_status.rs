// @generated from beta/resources/importedwindowsautopilotdeviceidentitystate.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.importedWindowsAutopilotDeviceIdentityImportStatus`.
///
/// Page: `beta/resources/importedwindowsautopilotdeviceidentitystate.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum ImportedWindowsAutopilotDeviceIdentityImportStatus {
    /// `unknown`
    UnknownMember,
    /// `pending`
    Pending,
    /// `partial`
    Partial,
    /// `complete`
    Complete,
    /// `error`
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
