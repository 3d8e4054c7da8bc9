// @generated from v1.0/resources/intune-devices-manageddevice.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.complianceState`.
///
/// Page: `v1.0/resources/intune-devices-manageddevice.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum ComplianceState {
    /// Not evaluated yet.
    UnknownMember,
    /// All policies are kept.
    Compliant,
    /// At least one policy is broken.
    Noncompliant,
    /// Two policies contradict each other.
    Conflict,
    /// The evaluation failed.
    Error,
    /// A policy is broken, but there is time left to mend it.
    InGracePeriod,
    /// Configuration Manager decides.
    ConfigManager,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl ComplianceState {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::Compliant => "compliant",
            Self::Noncompliant => "noncompliant",
            Self::Conflict => "conflict",
            Self::Error => "error",
            Self::InGracePeriod => "inGracePeriod",
            Self::ConfigManager => "configManager",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::Compliant => 1,
                Self::Noncompliant => 2,
                Self::Conflict => 3,
                Self::Error => 4,
                Self::InGracePeriod => 254,
                Self::ConfigManager => 255,
                _ => return None,
            },
        )
    }
}

impl Enumeration for ComplianceState {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::Compliant,
        Self::Noncompliant,
        Self::Conflict,
        Self::Error,
        Self::InGracePeriod,
        Self::ConfigManager,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(ComplianceState);
