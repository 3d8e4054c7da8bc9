// @generated from v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.md and 1 more by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/importedWindowsAutopilotDeviceIdentityUploads`.

use crate::runtime::{Operation, Permissions, Request};
use crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload;
use crate::v1_0::BASE_URL;

/// Returns a single
/// [importedWindowsAutopilotDeviceIdentityUpload](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload).
/// Its status tells whether the batch has been dealt with.
///
/// `GET /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads/{importedWindowsAutopilotDeviceIdentityUploadId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-get.md`
pub fn get(
    imported_windows_autopilot_device_identity_upload_id: &str,
) -> Request<ImportedWindowsAutopilotDeviceIdentityUpload> {
    Request::new(&GET, &[imported_windows_autopilot_device_identity_upload_id])
}

/// The facts of [`get()`], as data.
pub static GET: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/importedWindowsAutopilotDeviceIdentityUploads/{importedWindowsAutopilotDeviceIdentityUploadId}",
    page: "v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};

/// Opens a new
/// [importedWindowsAutopilotDeviceIdentityUpload](crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityUpload),
/// to which device identities can then be added.
///
/// `POST /deviceManagement/importedWindowsAutopilotDeviceIdentityUploads`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.md`
pub fn create(
    body: &ImportedWindowsAutopilotDeviceIdentityUpload,
) -> Request<ImportedWindowsAutopilotDeviceIdentityUpload> {
    Request::new(&CREATE, &[]).json(body)
}

/// The facts of [`create()`], as data.
pub static CREATE: Operation = Operation {
    method: "POST",
    base_url: BASE_URL,
    path: "/deviceManagement/importedWindowsAutopilotDeviceIdentityUploads",
    page: "v1.0/api/intune-enrollment-importedwindowsautopilotdeviceidentityupload-create.md",
    status: Some(201),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "",
    },
};
