// @generated from v1.0/api/intune-devices-manageddevice-get.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/managedDevices`.

use crate::runtime::prelude::*;
use crate::v1_0::types::ManagedDevice;
use crate::v1_0::API;

/// Returns a single managedDevice. The ID of the managed device stands in managedDeviceId of the
/// Autopilot device.
///
/// `GET /deviceManagement/managedDevices/{managedDeviceId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
///
/// Page: `v1.0/api/intune-devices-manageddevice-get.md`
pub fn get(managed_device_id: &str) -> Request<ManagedDevice> {
    API.request(
        "GET /deviceManagement/managedDevices/{managedDeviceId}",
        &[managed_device_id],
    )
}
