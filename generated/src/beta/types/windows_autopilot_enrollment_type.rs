// @generated from beta/resources/devicemanagementautopilotevent.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// The enumeration `microsoft.graph.windowsAutopilotEnrollmentType`.
///
/// Page: `beta/resources/devicemanagementautopilotevent.md`
#[derive(Clone)]
#[non_exhaustive]
pub enum WindowsAutopilotEnrollmentType {
    /// The way is not known.
    UnknownMember,
    /// Azure AD join with a profile.
    AzureAdJoinedWithAutopilotProfile,
    /// Offline domain join.
    OfflineDomainJoined,
    /// Azure AD join with device authentication and a profile.
    AzureAdJoinedUsingDeviceAuthWithAutopilotProfile,
    /// Azure AD join with device authentication, without a profile.
    AzureAdJoinedUsingDeviceAuthWithoutAutopilotProfile,
    /// Azure AD join with a profile that came on the disk.
    AzureAdJoinedWithOfflineAutopilotProfile,
    /// Azure AD join, prepared by a technician.
    AzureAdJoinedWithWhiteGlove,
    /// Offline domain join, prepared by a technician.
    OfflineDomainJoinedWithWhiteGlove,
    /// Offline domain join with a profile that came on the disk.
    OfflineDomainJoinedWithOfflineAutopilotProfile,
    /// A value that the pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl WindowsAutopilotEnrollmentType {
    /// The text of this value in JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnknownMember => "unknown",
            Self::AzureAdJoinedWithAutopilotProfile => {
                "azureADJoinedWithAutopilotProfile"
            }
            Self::OfflineDomainJoined => "offlineDomainJoined",
            Self::AzureAdJoinedUsingDeviceAuthWithAutopilotProfile => {
                "azureADJoinedUsingDeviceAuthWithAutopilotProfile"
            }
            Self::AzureAdJoinedUsingDeviceAuthWithoutAutopilotProfile => {
                "azureADJoinedUsingDeviceAuthWithoutAutopilotProfile"
            }
            Self::AzureAdJoinedWithOfflineAutopilotProfile => {
                "azureADJoinedWithOfflineAutopilotProfile"
            }
            Self::AzureAdJoinedWithWhiteGlove => "azureADJoinedWithWhiteGlove",
            Self::OfflineDomainJoinedWithWhiteGlove => {
                "offlineDomainJoinedWithWhiteGlove"
            }
            Self::OfflineDomainJoinedWithOfflineAutopilotProfile => {
                "offlineDomainJoinedWithOfflineAutopilotProfile"
            }
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration for WindowsAutopilotEnrollmentType {
    const MEMBERS: &'static [Self] = &[
        Self::UnknownMember,
        Self::AzureAdJoinedWithAutopilotProfile,
        Self::OfflineDomainJoined,
        Self::AzureAdJoinedUsingDeviceAuthWithAutopilotProfile,
        Self::AzureAdJoinedUsingDeviceAuthWithoutAutopilotProfile,
        Self::AzureAdJoinedWithOfflineAutopilotProfile,
        Self::AzureAdJoinedWithWhiteGlove,
        Self::OfflineDomainJoinedWithWhiteGlove,
        Self::OfflineDomainJoinedWithOfflineAutopilotProfile,
    ];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(WindowsAutopilotEnrollmentType);
