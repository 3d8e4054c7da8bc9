// @generated from beta/resources/windowsautopilotdevicetype.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// Kind of device that a deployment profile is made for.
///
/// Page: `beta/resources/windowsautopilotdevicetype.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotDeviceType {
    /// A PC that runs Windows.
    WindowsPc,
    /// A Surface Hub 2.
    SurfaceHub2,
    /// A HoloLens headset.
    HoloLens,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotDeviceType {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::WindowsPc => "windowsPc",
            Self::SurfaceHub2 => "surfaceHub2",
            Self::HoloLens => "holoLens",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::WindowsPc => 0,
                Self::SurfaceHub2 => 1,
                Self::HoloLens => 2,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsAutopilotDeviceType {
    const MEMBERS: &'static [Self] = &[
        Self::WindowsPc,
        Self::SurfaceHub2,
        Self::HoloLens,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotDeviceType);
