// @generated from v1.0/resources/intune-devices-manageddevice.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.managedDeviceOwnerType`.
///
/// Page: `v1.0/resources/intune-devices-manageddevice.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum ManagedDeviceOwnerType {
    /// Nobody has stated an owner.
    UnknownMember,
    /// The device belongs to the organization.
    Company,
    /// The device belongs to the user.
    Personal,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl ManagedDeviceOwnerType {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::Company => "company",
            Self::Personal => "personal",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::Company => 1,
                Self::Personal => 2,
                _ => return None,
            },
        )
    }
}

impl Enumeration for ManagedDeviceOwnerType {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::Company,
        Self::Personal,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(ManagedDeviceOwnerType);
