// @generated from beta/api/windowsautopilotdeploymentprofile-assign.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities/deploymentProfile`.

use crate::beta::types::WindowsAutopilotDeploymentProfile;
use crate::runtime::{NoContent, Operation, Permissions, Request};
use crate::beta::BASE_URL;

pub mod assigned_devices;

/// Returns a single
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile), by
/// its own ID or by a device that has it.
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-get.md`
pub fn get(
    windows_autopilot_device_identity_id: &str,
) -> Request<WindowsAutopilotDeploymentProfile> {
    Request::new(&GET, &[windows_autopilot_device_identity_id])
}

/// The facts of [`get()`], as data.
pub static GET: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile",
    page: "beta/api/windowsautopilotdeploymentprofile-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

pub use crate::beta::requests::device_management::windows_autopilot_deployment_profiles::AssignParameters;

/// Assigns a deployment profile to some devices.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assign`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
pub fn assign(
    windows_autopilot_device_identity_id: &str,
    body: &AssignParameters,
) -> Request<NoContent> {
    Request::new(&ASSIGN, &[windows_autopilot_device_identity_id]).json(body)
}

/// The facts of [`assign()`], as data.
pub static ASSIGN: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assign",
    page: "beta/api/windowsautopilotdeploymentprofile-assign.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
