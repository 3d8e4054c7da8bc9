// @generated from v1.0/resources/intune-enrollment-enrollmentstate.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// How far a device has come on its way into management.
///
/// Page: `v1.0/resources/intune-enrollment-enrollmentstate.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum EnrollmentState {
    /// Nothing is known about the enrollment of the device.
    UnknownMember,
    /// The device is under management.
    Enrolled,
    /// The device is under management, but by another profile than the one assigned to it; it has to be
    /// reset.
    PendingReset,
    /// The last attempt to enroll the device ended in an error.
    Failed,
    /// The device was imported and has not reported yet.
    NotContacted,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl EnrollmentState {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::Enrolled => "enrolled",
            Self::PendingReset => "pendingReset",
            Self::Failed => "failed",
            Self::NotContacted => "notContacted",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::UnknownMember => 0,
                Self::Enrolled => 1,
                Self::PendingReset => 2,
                Self::Failed => 3,
                Self::NotContacted => 4,
                _ => return None,
            },
        )
    }
}

impl Enumeration for EnrollmentState {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::Enrolled,
        Self::PendingReset,
        Self::Failed,
        Self::NotContacted,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(EnrollmentState);
