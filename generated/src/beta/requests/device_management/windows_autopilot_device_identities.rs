// @generated from beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md and 3 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities`.

use crate::beta::types::WindowsAutopilotDeviceIdentity;
use crate::runtime::prelude::*;
use crate::beta::API;

pub mod deployment_profile;
pub mod intended_deployment_profile;

/// Returns every windowsAutopilotDeviceIdentity of the tenant, page by page. As long as an answer
/// holds @odata.nextLink, there are more devices behind that link.
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeviceidentity-list.md`
pub fn list() -> Request<Page<WindowsAutopilotDeviceIdentity>> {
    API.request("GET /deviceManagement/windowsAutopilotDeviceIdentities", &[])
}

/// Changes some properties of a windowsAutopilotDeviceIdentity.
///
/// `PATCH /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeviceidentity-update.md`
pub fn update(
    windows_autopilot_device_identity_id: &str,
    body: &WindowsAutopilotDeviceIdentity,
) -> Request<WindowsAutopilotDeviceIdentity> {
    API.request(
            "PATCH /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}

/// The parameters of [`assign_resource_account_to_device()`].
///
/// Page: `beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md`
#[derive(Default)]
pub struct AssignResourceAccountToDeviceParameters {
    /// Sign-in name of the resource account.
    pub user_principal_name: Option<String>,
    /// Name by which the setup screens greet the account.
    pub addressable_user_name: Option<String>,
    /// Name of the resource account.
    pub resource_account_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for AssignResourceAccountToDeviceParameters {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "assignResourceAccountToDevice",
            base: None,
            fields: &["addressableUserName", "resourceAccountName", "userPrincipalName"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.addressable_user_name),
            1 => SlotRef::String(&self.resource_account_name),
            2 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.addressable_user_name),
            1 => SlotMut::String(&mut self.resource_account_name),
            2 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(AssignResourceAccountToDeviceParameters);

/// Gives a shared device, such as a Surface Hub, the resource account that it signs in with.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotdeviceidentity-assignresourceaccounttodevice.md`
pub fn assign_resource_account_to_device(
    windows_autopilot_device_identity_id: &str,
    body: &AssignResourceAccountToDeviceParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/assignResourceAccountToDevice",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}

/// Adds an object to the windowsAutopilotDeviceIdentities collection.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/$ref`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): not supported
/// - Delegated (personal account): not supported
/// - Application: not supported
///
/// Page: `beta/api/windowsautopilotdeviceidentity-post.md`
pub fn add_ref(
    body: &WindowsAutopilotDeviceIdentity,
) -> Request<WindowsAutopilotDeviceIdentity> {
    API.request("POST /deviceManagement/windowsAutopilotDeviceIdentities/$ref", &[])
        .json(body)
}
