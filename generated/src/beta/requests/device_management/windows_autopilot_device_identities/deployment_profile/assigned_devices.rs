// @generated from beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities/deploymentProfile/assignedDevices`.

use crate::beta::types::WindowsAutopilotDeviceIdentity;
use crate::runtime::prelude::*;
use crate::beta::API;
pub use crate::beta::requests::device_management::windows_autopilot_device_identities::AssignResourceAccountToDeviceParameters;

/// Gives a shared device, such as a Surface Hub, the resource account that it signs in with.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md`
pub fn assign_resource_account_to_device(
    windows_autopilot_device_identity_id: &str,
    windows_autopilot_device_identity_id_2: &str,
    body: &AssignResourceAccountToDeviceParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice",
            &[
                windows_autopilot_device_identity_id,
                windows_autopilot_device_identity_id_2,
            ],
        )
        .json(body)
}

/// Adds an object to the assignedDevices collection.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/$ref`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): not supported
/// - Delegated (personal account): not supported
/// - Application: not supported
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.md`
pub fn add_ref(
    windows_autopilot_device_identity_id: &str,
    body: &WindowsAutopilotDeviceIdentity,
) -> Request<WindowsAutopilotDeviceIdentity> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/$ref",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}
