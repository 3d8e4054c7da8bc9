// @generated from beta/resources/outofboxexperiencesettings.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsUserType`.
///
/// Page: `beta/resources/outofboxexperiencesettings.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsUserType {
    /// The user may change everything.
    Administrator,
    /// The user may use the device, but not change it.
    Standard,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsUserType {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Administrator => "administrator",
            Self::Standard => "standard",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::Administrator => 0,
                Self::Standard => 1,
                _ => return None,
            },
        )
    }
}

impl Enumeration for WindowsUserType {
    const MEMBERS: &'static [Self] = &[Self::Administrator, Self::Standard];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsUserType);
