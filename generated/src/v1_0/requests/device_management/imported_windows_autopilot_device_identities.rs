// @generated from v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-create.txt and 4 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/importedWindowsAutopilotDeviceIdentities`.

use crate::runtime::prelude::*;
use crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentity;
use crate::v1_0::API;

/// Returns a single
/// [importedWindowsAutopilotDeviceIdentity](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentity).
/// Ask again until state says that the import is over.
///
/// `GET /deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-get.md`
pub fn get(
    imported_windows_autopilot_device_identity_id: &str,
) -> Request<ImportedWindowsAutopilotDeviceIdentity> {
    API.request(
        "GET /deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentityId}",
        &[imported_windows_autopilot_device_identity_id],
    )
}

/// Returns every
/// [importedWindowsAutopilotDeviceIdentity](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentity)
/// of the tenant, finished or not.
///
/// `GET /deviceManagement/importedWindowsAutopilotDeviceIdentities`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-list.md`
pub fn list() -> Request<Page<ImportedWindowsAutopilotDeviceIdentity>> {
    API.request("GET /deviceManagement/importedWindowsAutopilotDeviceIdentities", &[])
}

/// Starts the import of one device by creating an importedWindowsAutopilotDeviceIdentity.
///
/// The following national clouds offer this call.
///
/// `POST /deviceManagement/importedWindowsAutopilotDeviceIdentities`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-create.txt`
pub fn create(
    body: &ImportedWindowsAutopilotDeviceIdentity,
) -> Request<ImportedWindowsAutopilotDeviceIdentity> {
    API.request("POST /deviceManagement/importedWindowsAutopilotDeviceIdentities", &[])
        .json(body)
}

/// Drops the record of an
/// [importedWindowsAutopilotDeviceIdentity](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentity).
/// Devices that were already taken in stay in Autopilot.
///
/// `DELETE /deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentityId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-delete.md`
pub fn delete(
    imported_windows_autopilot_device_identity_id: &str,
) -> Request<NoContent> {
    API.request(
        "DELETE /deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentityId}",
        &[imported_windows_autopilot_device_identity_id],
    )
}

/// The parameters of [`import()`].
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import.md`
#[derive(Default)]
pub struct ImportParameters {
    /// The devices to take in.
    pub imported_windows_autopilot_device_identities: Option<
        Vec<ImportedWindowsAutopilotDeviceIdentity>,
    >,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for ImportParameters {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "import",
            base: None,
            fields: &["importedWindowsAutopilotDeviceIdentities"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Objects(&self.imported_windows_autopilot_device_identities),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Objects(&mut self.imported_windows_autopilot_device_identities),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ImportParameters);

/// Starts the import of many devices with one call.
///
/// `POST /deviceManagement/importedWindowsAutopilotDeviceIdentities/import`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import.md`
pub fn import(
    body: &ImportParameters,
) -> Request<Page<ImportedWindowsAutopilotDeviceIdentity>> {
    API.request(
            "POST /deviceManagement/importedWindowsAutopilotDeviceIdentities/import",
            &[],
        )
        .json(body)
}
