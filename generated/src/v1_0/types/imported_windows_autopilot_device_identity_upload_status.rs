// @generated from v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityuploadstatus.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// Where an upload of device identities stands.
///
/// Page: `v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityuploadstatus.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum ImportedWindowsAutopilotDeviceIdentityUploadStatus {
    /// Nothing was uploaded.
    NoUpload,
    /// The upload is being worked on.
    Pending,
    /// All identities of the upload were taken in.
    Complete,
    /// The upload failed.
    Error,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl ImportedWindowsAutopilotDeviceIdentityUploadStatus {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoUpload => "noUpload",
            Self::Pending => "pending",
            Self::Complete => "complete",
            Self::Error => "error",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::NoUpload => 0,
                Self::Pending => 1,
                Self::Complete => 2,
                Self::Error => 3,
                _ => return None,
            },
        )
    }
}

impl Enumeration for ImportedWindowsAutopilotDeviceIdentityUploadStatus {
    const MEMBERS: &'static [Self] = &[
        Self::NoUpload,
        Self::Pending,
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

enum_impls!(ImportedWindowsAutopilotDeviceIdentityUploadStatus);
