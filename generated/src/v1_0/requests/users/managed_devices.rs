// @generated from v1.0/api/intune-devices-manageddevice-get.md by `cargo xtask codegen`; do not edit.

//! Requests to `/users/managedDevices`.

use crate::runtime::prelude::*;
use crate::v1_0::types::ManagedDevice;
use crate::v1_0::API;

/// Returns a single managedDevice. The ID of the managed device stands in managedDeviceId of the
/// Autopilot device.
///
/// `GET /users/{userId | userPrincipalName}/managedDevices/{managedDeviceId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
///
/// Page: `v1.0/api/intune-devices-manageddevice-get.md`
pub fn get(user_id: &str, managed_device_id: &str) -> Request<ManagedDevice> {
    API.request(
        "GET /users/{userId | userPrincipalName}/managedDevices/{managedDeviceId}",
        &[user_id, managed_device_id],
    )
}
