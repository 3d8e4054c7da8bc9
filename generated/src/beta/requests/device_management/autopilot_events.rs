// @generated from beta/api/devicemanagement-list-autopilotevents.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/autopilotEvents`.

use crate::beta::types::DeviceManagementAutopilotEvent;
use crate::runtime::prelude::*;
use crate::beta::API;

/// Returns the deviceManagementAutopilotEvent objects of the tenant: what became of each run, and
/// how long it took.
///
/// `GET /deviceManagement/autopilotEvents`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
///
/// Page: `beta/api/devicemanagement-list-autopilotevents.md`
pub fn list() -> Request<Page<DeviceManagementAutopilotEvent>> {
    API.request("GET /deviceManagement/autopilotEvents", &[])
}
