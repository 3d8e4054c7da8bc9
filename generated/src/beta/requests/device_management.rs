// @generated from beta/api/importedwindowsautopilotdeviceidentity-post.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement`.

use crate::beta::types::ImportedWindowsAutopilotDeviceIdentity;
use crate::runtime::{Operation, Permissions, Request};
use crate::beta::BASE_URL;

pub mod autopilot_events;
pub mod device_enrollment_configurations;
pub mod windows_autopilot_deployment_profiles;
pub mod windows_autopilot_device_identities;
pub mod windows_autopilot_settings;

/// Adds an object to the importedWindowsAutopilotDeviceIdentities collection.
///
/// `POST /deviceManagement/importedWindowsAutopilotDeviceIdentities`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/importedwindowsautopilotdeviceidentity-post.md`
pub fn imported_windows_autopilot_device_identities(
    body: &ImportedWindowsAutopilotDeviceIdentity,
) -> Request<ImportedWindowsAutopilotDeviceIdentity> {
    Request::new(&IMPORTED_WINDOWS_AUTOPILOT_DEVICE_IDENTITIES, &[]).json(body)
}

/// The facts of [`imported_windows_autopilot_device_identities()`], as data.
pub static IMPORTED_WINDOWS_AUTOPILOT_DEVICE_IDENTITIES: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/importedWindowsAutopilotDeviceIdentities",
    page: "beta/api/importedwindowsautopilotdeviceidentity-post.md",
    status: Some(201),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
