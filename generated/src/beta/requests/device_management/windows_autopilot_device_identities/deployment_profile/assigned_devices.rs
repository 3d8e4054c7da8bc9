// @generated from beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities/deploymentProfile/assignedDevices`.

use crate::beta::types::WindowsAutopilotDeviceIdentity;
use crate::runtime::{NoContent, Operation, Permissions, Request};
use crate::beta::BASE_URL;
pub use crate::beta::requests::device_management::windows_autopilot_device_identities::AssignResourceAccountToDeviceParameters;

/// Gives a shared device, such as a Surface Hub, the resource account that it signs in with.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md`
pub fn assign_resource_account_to_device(
    windows_autopilot_device_identity_id: &str,
    windows_autopilot_device_identity_id_2: &str,
    body: &AssignResourceAccountToDeviceParameters,
) -> Request<NoContent> {
    Request::new(
            &ASSIGN_RESOURCE_ACCOUNT_TO_DEVICE,
            &[
                windows_autopilot_device_identity_id,
                windows_autopilot_device_identity_id_2,
            ],
        )
        .json(body)
}

/// The facts of [`assign_resource_account_to_device()`], as data.
pub static ASSIGN_RESOURCE_ACCOUNT_TO_DEVICE: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice",
    page: "beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Adds an object to the assignedDevices collection.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/$ref`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.md`
pub fn add_ref(
    windows_autopilot_device_identity_id: &str,
    body: &WindowsAutopilotDeviceIdentity,
) -> Request<WindowsAutopilotDeviceIdentity> {
    Request::new(&ADD_REF, &[windows_autopilot_device_identity_id]).json(body)
}

/// The facts of [`add_ref()`], as data.
pub static ADD_REF: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/deploymentProfile/assignedDevices/$ref",
    page: "beta/api/windowsautopilotdeploymentprofile-post-assigneddevices.md",
    status: Some(201),
    permissions: Permissions::NONE,
};
