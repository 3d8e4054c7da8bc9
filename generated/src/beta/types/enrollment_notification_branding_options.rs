// @generated from beta/resources/enrollmentnotificationbrandingoptions.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// Parts of the company branding that an enrollment notification carries. Several can be combined.
///
/// Several members can be set at once: properties hold `Flags` of this type.
///
/// Page: `beta/resources/enrollmentnotificationbrandingoptions.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum EnrollmentNotificationBrandingOptions {
    /// No branding.
    None,
    /// The logo of the company.
    IncludeCompanyLogo,
    /// The name of the company.
    IncludeCompanyName,
    /// Whom to turn to.
    IncludeContactInformation,
    /// A link to the company portal.
    IncludeCompanyPortalLink,
    /// Name and kind of the enrolled device.
    IncludeDeviceDetails,
    /// Marker for members to come. Do not use.
    UnknownFutureValue,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl EnrollmentNotificationBrandingOptions {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::IncludeCompanyLogo => "includeCompanyLogo",
            Self::IncludeCompanyName => "includeCompanyName",
            Self::IncludeContactInformation => "includeContactInformation",
            Self::IncludeCompanyPortalLink => "includeCompanyPortalLink",
            Self::IncludeDeviceDetails => "includeDeviceDetails",
            Self::UnknownFutureValue => "unknownFutureValue",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The number that the pages give this member.
    pub fn value(&self) -> Option<i64> {
        Some(
            match self {
                Self::None => 0,
                Self::IncludeCompanyLogo => 1,
                Self::IncludeCompanyName => 2,
                Self::IncludeContactInformation => 4,
                Self::IncludeCompanyPortalLink => 8,
                Self::IncludeDeviceDetails => 16,
                Self::UnknownFutureValue => 32,
                _ => return None,
            },
        )
    }
}

impl Enumeration for EnrollmentNotificationBrandingOptions {
    const MEMBERS: &'static [Self] = &[
        Self::None,
        Self::IncludeCompanyLogo,
        Self::IncludeCompanyName,
        Self::IncludeContactInformation,
        Self::IncludeCompanyPortalLink,
        Self::IncludeDeviceDetails,
        Self::UnknownFutureValue,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(EnrollmentNotificationBrandingOptions);
