// @generated from beta/api/windowsautopilotdeploymentprofile-assign.md and 4 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeploymentProfiles`.

use crate::beta::types::WindowsAutopilotDeploymentProfile;
use crate::runtime::{
    Extra, Meta, NoContent, Object, Operation, Page, Permissions, Request, SlotMut,
    SlotRef, object_impls,
};
use crate::beta::BASE_URL;

/// Returns a single
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile), by
/// its own ID or by a device that has it.
///
/// `GET /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-get.md`
pub fn get(
    windows_autopilot_deployment_profile_id: &str,
) -> Request<WindowsAutopilotDeploymentProfile> {
    Request::new(&GET, &[windows_autopilot_deployment_profile_id])
}

/// The facts of [`get()`], as data.
pub static GET: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}",
    page: "beta/api/windowsautopilotdeploymentprofile-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

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
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-list.md`
pub fn list() -> Request<Page<WindowsAutopilotDeploymentProfile>> {
    Request::new(&LIST, &[])
}

/// The facts of [`list()`], as data.
pub static LIST: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles",
    page: "beta/api/windowsautopilotdeploymentprofile-list.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Creates a
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile). The
/// type is abstract, so @odata.type in the body has to name one of the derived types.
///
/// `POST /deviceManagement/windowsAutopilotDeploymentProfiles`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-create.md`
pub fn create(
    body: &WindowsAutopilotDeploymentProfile,
) -> Request<WindowsAutopilotDeploymentProfile> {
    Request::new(&CREATE, &[]).json(body)
}

/// The facts of [`create()`], as data.
pub static CREATE: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles",
    page: "beta/api/windowsautopilotdeploymentprofile-create.md",
    status: Some(201),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Deletes a
/// [windowsAutopilotDeploymentProfile](crate::beta::types::WindowsAutopilotDeploymentProfile).
///
/// `DELETE /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-delete.md`
pub fn delete(windows_autopilot_deployment_profile_id: &str) -> Request<NoContent> {
    Request::new(&DELETE, &[windows_autopilot_deployment_profile_id])
}

/// The facts of [`delete()`], as data.
pub static DELETE: Operation = Operation {
    method: "DELETE",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}",
    page: "beta/api/windowsautopilotdeploymentprofile-delete.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// The parameters of [`assign()`].
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
#[derive(Default)]
pub struct AssignParameters {
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// What the pages do not declare, explicit nulls and values that do not fit, kept as received.
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
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeploymentprofile-assign.md`
pub fn assign(
    windows_autopilot_deployment_profile_id: &str,
    body: &AssignParameters,
) -> Request<NoContent> {
    Request::new(&ASSIGN, &[windows_autopilot_deployment_profile_id]).json(body)
}

/// The facts of [`assign()`], as data.
pub static ASSIGN: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfileId}/assign",
    page: "beta/api/windowsautopilotdeploymentprofile-assign.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
