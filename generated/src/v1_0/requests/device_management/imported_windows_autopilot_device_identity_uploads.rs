// @generated from v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/importedWindowsAutopilotDeviceIdentityUploads`.

use crate::runtime::prelude::*;
use crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload;
use crate::v1_0::API;

/// Returns a single
/// [importedWindowsAutopilotDeviceIdentityUpload](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload).
/// Its status tells whether the batch has been dealt with.
///
/// `GET /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads/{importedWindowsAutopilotDeviceIdentityUploadId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-get.md`
pub fn get(
    imported_windows_autopilot_device_identity_upload_id: &str,
) -> Request<ImportedWindowsAutopilotDeviceIdentityUpload> {
    API.request(
        "GET /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads/{importedWindowsAutopilotDeviceIdentityUploadId}",
        &[imported_windows_autopilot_device_identity_upload_id],
    )
}

/// Opens a new
/// [importedWindowsAutopilotDeviceIdentityUpload](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload),
/// to which device identities can then be added.
///
/// `POST /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: not supported
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.md`
pub fn create(
    body: &ImportedWindowsAutopilotDeviceIdentityUpload,
) -> Request<ImportedWindowsAutopilotDeviceIdentityUpload> {
    API.request(
            "POST /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads",
            &[],
        )
        .json(body)
}
