// @generated from beta/api/windowsautopilotdeploymentprofile-assign.md and 4 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeploymentProfiles`.

use crate::beta::types::WindowsAutopilotDeploymentProfile;
use crate::runtime::prelude::*;
use crate::beta::API;

/// Returns a single
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile), by
/// its own ID or by a device that has it.
///
/// `GET /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}`
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
    windows_autopilot_deployment_profile_id: &str,
) -> Request<WindowsAutopilotDeploymentProfile> {
    API.request(
        "GET /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}",
        &[windows_autopilot_deployment_profile_id],
    )
}

/// Returns every
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile) of
/// the tenant. Each one is an
/// [azureADWindowsAutopilotDeploymentProfile](crate::beta::types::AzureAdWindowsAutopilotDeploymentProfile)
/// or an
/// [activeDirectoryWindowsAutopilotDeploymentProfile](crate::beta::types::ActiveDirectoryWindowsAutopilotDeploymentProfile);
/// @odata.type says which.
///
/// `GET /deviceManagement/windowsAutopilotDeploymentProfiles`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-list.md`
pub fn list() -> Request<Page<WindowsAutopilotDeploymentProfile>> {
    API.request("GET /deviceManagement/windowsAutopilotDeploymentProfiles", &[])
}

/// Creates a
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile). The
/// type is abstract, so @odata.type in the body has to name one of the derived types.
///
/// `POST /deviceManagement/windowsAutopilotDeploymentProfiles`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-create.md`
pub fn create(
    body: &WindowsAutopilotDeploymentProfile,
) -> Request<WindowsAutopilotDeploymentProfile> {
    API.request("POST /deviceManagement/windowsAutopilotDeploymentProfiles", &[])
        .json(body)
}

/// Deletes a
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile).
///
/// `DELETE /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-delete.md`
pub fn delete(windows_autopilot_deployment_profile_id: &str) -> Request<NoContent> {
    API.request(
        "DELETE /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}",
        &[windows_autopilot_deployment_profile_id],
    )
}

/// The parameters of [`assign()`].
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
#[derive(Default)]
pub struct AssignParameters {
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for AssignParameters {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "assign",
            base: None,
            fields: &["deviceIds"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Strings(&self.device_ids),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Strings(&mut self.device_ids),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(AssignParameters);

/// Assigns a deployment profile to some devices.
///
/// `POST /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}/assign`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
pub fn assign(
    windows_autopilot_deployment_profile_id: &str,
    body: &AssignParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}/assign",
            &[windows_autopilot_deployment_profile_id],
        )
        .json(body)
}
