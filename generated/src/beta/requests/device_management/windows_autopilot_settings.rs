// @generated from beta/api/windowsautopilotsettings-get.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotSettings`.

use crate::beta::types::WindowsAutopilotSettings;
use crate::runtime::{NoContent, Operation, Permissions, Request};
use crate::beta::BASE_URL;

/// Returns the windowsAutopilotSettings of the tenant.
///
/// `GET /deviceManagement/windowsAutopilotSettings`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotsettings-get.md`
pub fn get() -> Request<WindowsAutopilotSettings> {
    Request::new(&GET, &[])
}

/// The facts of [`get()`], as data.
pub static GET: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotSettings",
    page: "beta/api/windowsautopilotsettings-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Starts a sync with the Device Directory Service.
///
/// `POST /deviceManagement/windowsAutopilotSettings/sync`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotsettings-sync.md`
pub fn sync() -> Request<NoContent> {
    Request::new(&SYNC, &[])
}

/// The facts of [`sync()`], as data.
pub static SYNC: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/windowsAutopilotSettings/sync",
    page: "beta/api/windowsautopilotsettings-sync.md",
    status: Some(204),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
