// @generated from beta/resources/windowsautopilotdeviceidentity.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus`.
///
/// Undocumented; inferred from `beta/resources/windowsautopilotdeviceidentity.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus {
    /// `none`
    None,
    /// `hardwareRequirementsNotMet`
    HardwareRequirementsNotMet,
    /// `surfaceHubProfileNotSupported`
    SurfaceHubProfileNotSupported,
    /// `holoLensProfileNotSupported`
    HoloLensProfileNotSupported,
    /// `windowsPcProfileNotSupported`
    WindowsPcProfileNotSupported,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::HardwareRequirementsNotMet => "hardwareRequirementsNotMet",
            Self::SurfaceHubProfileNotSupported => "surfaceHubProfileNotSupported",
            Self::HoloLensProfileNotSupported => "holoLensProfileNotSupported",
            Self::WindowsPcProfileNotSupported => "windowsPcProfileNotSupported",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration
for WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus {
    const MEMBERS: &'static [Self] = &[
        Self::None,
        Self::HardwareRequirementsNotMet,
        Self::SurfaceHubProfileNotSupported,
        Self::HoloLensProfileNotSupported,
        Self::WindowsPcProfileNotSupported,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus);
