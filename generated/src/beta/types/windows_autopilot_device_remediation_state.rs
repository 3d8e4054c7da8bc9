// @generated from beta/resources/windowsautopilotdeviceidentity.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsAutopilotDeviceRemediationState`.
///
/// Page: `beta/resources/windowsautopilotdeviceidentity.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotDeviceRemediationState {
    /// Nothing is known about the hardware.
    UnknownMember,
    /// The hardware is as it was registered.
    NoRemediationRequired,
    /// Parts were changed; Autopilot will correct the registration by itself.
    AutomaticRemediationRequired,
    /// Parts were changed; somebody has to register the device again.
    ManualRemediationRequired,
    /// Marker for members to come. Do not use.
    UnknownFutureValue,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotDeviceRemediationState {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::NoRemediationRequired => "noRemediationRequired",
            Self::AutomaticRemediationRequired => "automaticRemediationRequired",
            Self::ManualRemediationRequired => "manualRemediationRequired",
            Self::UnknownFutureValue => "unknownFutureValue",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::NoRemediationRequired => 1,
                Self::AutomaticRemediationRequired => 2,
                Self::ManualRemediationRequired => 3,
                Self::UnknownFutureValue => 4,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsAutopilotDeviceRemediationState {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::NoRemediationRequired,
        Self::AutomaticRemediationRequired,
        Self::ManualRemediationRequired,
        Self::UnknownFutureValue,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotDeviceRemediationState);
