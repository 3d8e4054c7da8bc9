// @generated from v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md and 5 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities`.

use crate::runtime::prelude::*;
use crate::v1_0::types::WindowsAutopilotDeviceIdentity;
use crate::v1_0::API;

/// Returns a single
/// [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity).
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-get.md`
pub fn get(
    windows_autopilot_device_identity_id: &str,
) -> Request<WindowsAutopilotDeviceIdentity> {
    API.request(
        "GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}",
        &[windows_autopilot_device_identity_id],
    )
}

/// Returns every
/// [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity) of the
/// tenant, page by page.
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
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-list.md`
pub fn list() -> Request<Page<WindowsAutopilotDeviceIdentity>> {
    API.request("GET /deviceManagement/windowsAutopilotDeviceIdentities", &[])
}

/// Removes a [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity).
/// The device itself stays as it is; it only loses its Autopilot registration.
///
/// `DELETE /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-delete.md`
pub fn delete(windows_autopilot_device_identity_id: &str) -> Request<NoContent> {
    API.request(
        "DELETE /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}",
        &[windows_autopilot_device_identity_id],
    )
}

/// The parameters of [`assign_user_to_device()`].
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md`
#[derive(Default)]
pub struct AssignUserToDeviceParameters {
    /// Sign-in name of the person.
    pub user_principal_name: Option<String>,
    /// Name by which the setup screens greet them.
    pub addressable_user_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for AssignUserToDeviceParameters {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "assignUserToDevice",
            base: None,
            fields: &["addressableUserName", "userPrincipalName"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.addressable_user_name),
            1 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.addressable_user_name),
            1 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(AssignUserToDeviceParameters);

/// Names the person who will get the device. The setup screens then greet them by name and ask for
/// their password only.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/assignUserToDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md`
pub fn assign_user_to_device(
    windows_autopilot_device_identity_id: &str,
    body: &AssignUserToDeviceParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/assignUserToDevice",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}

/// Takes the assigned person off the device, so that anybody can set it up.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/unassignUserFromDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-unassignuserfromdevice.md`
pub fn unassign_user_from_device(
    windows_autopilot_device_identity_id: &str,
) -> Request<NoContent> {
    API.request(
        "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/unassignUserFromDevice",
        &[windows_autopilot_device_identity_id],
    )
}

/// The parameters of [`update_device_properties()`].
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties.md`
#[derive(Default)]
pub struct UpdateDevicePropertiesParameters {
    /// Sign-in name of the person who will get the device.
    pub user_principal_name: Option<String>,
    /// Name by which the setup screens greet them.
    pub addressable_user_name: Option<String>,
    /// New group tag.
    pub group_tag: Option<String>,
    /// New display name.
    pub display_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for UpdateDevicePropertiesParameters {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "updateDeviceProperties",
            base: None,
            fields: &[
                "addressableUserName",
                "displayName",
                "groupTag",
                "userPrincipalName",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.addressable_user_name),
            1 => SlotRef::String(&self.display_name),
            2 => SlotRef::String(&self.group_tag),
            3 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.addressable_user_name),
            1 => SlotMut::String(&mut self.display_name),
            2 => SlotMut::String(&mut self.group_tag),
            3 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(UpdateDevicePropertiesParameters);

/// Changes the user, the group tag or the display name of a device. What the body leaves out stays
/// as it was.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/updateDeviceProperties`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties.md`
pub fn update_device_properties(
    windows_autopilot_device_identity_id: &str,
    body: &UpdateDevicePropertiesParameters,
) -> Request<NoContent> {
    API.request(
            "POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/updateDeviceProperties",
            &[windows_autopilot_device_identity_id],
        )
        .json(body)
}
