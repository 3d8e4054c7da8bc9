// @generated from beta/api/devicemanagement-list-autopilotevents.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/autopilotEvents`.

use crate::beta::types::DeviceManagementAutopilotEvent;
use crate::runtime::{Operation, Page, Permissions, Request};
use crate::beta::BASE_URL;

/// Returns the deviceManagementAutopilotEvent objects of the tenant: what became of each run, and
/// how long it took.
///
/// `GET /deviceManagement/autopilotEvents`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
/// - Application: `DeviceManagementManagedDevices.Read.All`,
///   `DeviceManagementManagedDevices.ReadWrite.All`
///
/// Page: `beta/api/devicemanagement-list-autopilotevents.md`
pub fn list() -> Request<Page<DeviceManagementAutopilotEvent>> {
    Request::new(&LIST, &[])
}

/// The facts of [`list()`], as data.
pub static LIST: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/autopilotEvents",
    page: "beta/api/devicemanagement-list-autopilotevents.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All",
    },
};
