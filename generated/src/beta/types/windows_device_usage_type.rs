// @generated from beta/resources/outofboxexperiencesettings.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsDeviceUsageType`.
///
/// Page: `beta/resources/outofboxexperiencesettings.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsDeviceUsageType {
    /// One person uses the device.
    SingleUser,
    /// Many people use the device, such as a kiosk.
    Shared,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsDeviceUsageType {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::SingleUser => "singleUser",
            Self::Shared => "shared",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::SingleUser => 0,
                Self::Shared => 1,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsDeviceUsageType {
    const MEMBERS: &'static [Self] = &[Self::SingleUser, Self::Shared];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsDeviceUsageType);
