// @generated from beta/resources/devicemanagementautopilotevent.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsAutopilotDeploymentState`.
///
/// Page: `beta/resources/devicemanagementautopilotevent.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotDeploymentState {
    /// The outcome is not known.
    UnknownMember,
    /// The device is ready.
    Success,
    /// The run goes on.
    InProgress,
    /// The run failed.
    Failure,
    /// The device is ready, but a phase took longer than allowed.
    SuccessWithTimeout,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotDeploymentState {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::Success => "success",
            Self::InProgress => "inProgress",
            Self::Failure => "failure",
            Self::SuccessWithTimeout => "successWithTimeout",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::Success => 1,
                Self::InProgress => 2,
                Self::Failure => 3,
                Self::SuccessWithTimeout => 4,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsAutopilotDeploymentState {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::Success,
        Self::InProgress,
        Self::Failure,
        Self::SuccessWithTimeout,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotDeploymentState);
