// @generated from beta/api/importedwindowsautopilotdeviceidentity-post.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement`.

use crate::beta::types::ImportedWindowsAutopilotDeviceIdentity;
use crate::runtime::prelude::*;
use crate::beta::API;

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
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/importedwindowsautopilotdeviceidentity-post.md`
pub fn imported_windows_autopilot_device_identities(
    body: &ImportedWindowsAutopilotDeviceIdentity,
) -> Request<ImportedWindowsAutopilotDeviceIdentity> {
    API.request("POST /deviceManagement/importedWindowsAutopilotDeviceIdentities", &[])
        .json(body)
}
