// @generated from beta/api/windowsautopilotdeploymentprofile-assign.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities/intendedDeploymentProfile`.

use crate::beta::types::WindowsAutopilotDeploymentProfile;
use crate::runtime::prelude::*;
use crate::beta::API;
pub use crate::beta::requests::device_management::windows_autopilot_deployment_profiles::AssignParameters;

/// Returns a single
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile), by
/// its own ID or by a device that has it.
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/intendedDeploymentProfile`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-get.md`
pub fn get(
    windows_autopilot_device_identity_id: &str,
) -> Request<WindowsAutopilotDeploymentProfile> {
    API.request(
        "GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/intendedDeploymentProfile",
        &[windows_autopilot_device_identity_id],
    )
}

/// Assigns a deployment profile to some devices.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/intendedDeploymentProfile/assign`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
pub fn assign(
    windows_autopilot_device_identity_id: &str,
    body: &AssignParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/intendedDeploymentProfile/assign",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}
