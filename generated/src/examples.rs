//! What the pages show, for tests without a network: `Client::new(v1_0::API, examples::v1_0())` is a client of a
//! service that answers with the documented responses, and `examples::v1_0().value::<T>(page)` gives one of them.

/// What the pages show of version `beta`.
#[cfg(feature = "beta")]
#[must_use]
pub fn beta() -> crate::runtime::client::Documented {
    crate::runtime::client::Documented::new(crate::beta::OPERATIONS, &[
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/deviceenrollmentnotificationconfiguration-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/devicemanagement-list-autopilotevents.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/importedwindowsautopilotdeviceidentity-post.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-assign.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-create.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-delete.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-list.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeviceidentity-list.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeviceidentity-post.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotdeviceidentity-update.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotsettings-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/beta/api/windowsautopilotsettings-sync.json")),
    ])
}

/// What the pages show of version `v1.0`.
#[cfg(feature = "v1_0")]
#[must_use]
pub fn v1_0() -> crate::runtime::client::Documented {
    crate::runtime::client::Documented::new(crate::v1_0::OPERATIONS, &[
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-devices-manageddevice-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-create.txt.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-delete.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-list.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-delete.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-get.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-list.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-unassignuserfromdevice.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties.json")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/examples/v1_0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.json")),
    ])
}
