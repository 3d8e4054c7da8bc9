// @generated from beta/api/windowsautopilotsettings-get.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/windowsAutopilotSettings`.

use crate::beta::types::WindowsAutopilotSettings;
use crate::runtime::prelude::*;
use crate::beta::API;

/// Returns the windowsAutopilotSettings of the tenant.
///
/// `GET /deviceManagement/windowsAutopilotSettings`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotsettings-get.md`
pub fn get() -> Request<WindowsAutopilotSettings> {
    API.request("GET /deviceManagement/windowsAutopilotSettings", &[])
}

/// Starts a sync with the Device Directory Service.
///
/// `POST /deviceManagement/windowsAutopilotSettings/sync`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/windowsautopilotsettings-sync.md`
pub fn sync() -> Request<NoContent> {
    API.request("POST /deviceManagement/windowsAutopilotSettings/sync", &[])
}
