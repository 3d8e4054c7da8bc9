// @generated from v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md and 5 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotDeviceIdentities`.

use crate::runtime::{
    Extra, Meta, NoContent, Object, Operation, Page, Permissions, Request, SlotMut,
    SlotRef, object_impls,
};
use crate::v1_0::types::WindowsAutopilotDeviceIdentity;
use crate::v1_0::BASE_URL;

/// Returns a single
/// [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity).
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-get.md`
pub fn get(
    windows_autopilot_device_identity_id: &str,
) -> Request<WindowsAutopilotDeviceIdentity> {
    Request::new(&GET, &[windows_autopilot_device_identity_id])
}

/// The facts of [`get()`], as data.
pub static GET: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Returns every
/// [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity) of the
/// tenant, page by page.
///
/// `GET /deviceManagement/windowsAutopilotDeviceIdentities`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-list.md`
pub fn list() -> Request<Page<WindowsAutopilotDeviceIdentity>> {
    Request::new(&LIST, &[])
}

/// The facts of [`list()`], as data.
pub static LIST: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-list.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Removes a [windowsAutopilotDeviceIdentity](crate::v1_0::types::WindowsAutopilotDeviceIdentity).
/// The device itself stays as it is; it only loses its Autopilot registration.
///
/// `DELETE /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-delete.md`
pub fn delete(windows_autopilot_device_identity_id: &str) -> Request<NoContent> {
    Request::new(&DELETE, &[windows_autopilot_device_identity_id])
}

/// The facts of [`delete()`], as data.
pub static DELETE: Operation = Operation {
    method: "DELETE",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-delete.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// The parameters of [`assign_user_to_device()`].
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md`
#[derive(Default)]
pub struct AssignUserToDeviceParameters {
    /// Sign-in name of the person.
    pub user_principal_name: Option<String>,
    /// Name by which the setup screens greet them.
    pub addressable_user_name: Option<String>,
    /// What the pages do not declare, explicit nulls and values that do not fit, kept as received.
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
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md`
pub fn assign_user_to_device(
    windows_autopilot_device_identity_id: &str,
    body: &AssignUserToDeviceParameters,
) -> Request<NoContent> {
    Request::new(&ASSIGN_USER_TO_DEVICE, &[windows_autopilot_device_identity_id])
        .json(body)
}

/// The facts of [`assign_user_to_device()`], as data.
pub static ASSIGN_USER_TO_DEVICE: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/assignUserToDevice",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-assignusertodevice.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Takes the assigned person off the device, so that anybody can set it up.
///
/// `POST /deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/unassignUserFromDevice`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-unassignuserfromdevice.md`
pub fn unassign_user_from_device(
    windows_autopilot_device_identity_id: &str,
) -> Request<NoContent> {
    Request::new(&UNASSIGN_USER_FROM_DEVICE, &[windows_autopilot_device_identity_id])
}

/// The facts of [`unassign_user_from_device()`], as data.
pub static UNASSIGN_USER_FROM_DEVICE: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/unassignUserFromDevice",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-unassignuserfromdevice.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

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
    /// What the pages do not declare, explicit nulls and values that do not fit, kept as received.
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
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties.md`
pub fn update_device_properties(
    windows_autopilot_device_identity_id: &str,
    body: &UpdateDevicePropertiesParameters,
) -> Request<NoContent> {
    Request::new(&UPDATE_DEVICE_PROPERTIES, &[windows_autopilot_device_identity_id])
        .json(body)
}

/// The facts of [`update_device_properties()`], as data.
pub static UPDATE_DEVICE_PROPERTIES: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentityId}/updateDeviceProperties",
    page: "v1.0/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
