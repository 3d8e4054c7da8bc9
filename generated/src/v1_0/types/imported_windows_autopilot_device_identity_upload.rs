// @generated from v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityupload.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;
use crate::v1_0::types::{
    Entity, ImportedWindowsAutopilotDeviceIdentity,
    ImportedWindowsAutopilotDeviceIdentityUploadStatus,
};

/// A batch of device identities that was uploaded together. Its status tells when the whole batch
/// has been dealt with.
///
/// Derives from [`Entity`](super::Entity).
///
/// Page: `v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentityupload.md`
///
/// # Requests
///
/// These take or return it:
/// - Get importedWindowsAutopilotDeviceIdentityUpload:
///   [`device_management::imported_windows_autopilot_device_identity_uploads::get`](fn@crate::v1_0::requests::device_management::imported_windows_autopilot_device_identity_uploads::get)
/// - Create importedWindowsAutopilotDeviceIdentityUpload:
///   [`device_management::imported_windows_autopilot_device_identity_uploads::create`](fn@crate::v1_0::requests::device_management::imported_windows_autopilot_device_identity_uploads::create)
#[derive(Default)]
pub struct ImportedWindowsAutopilotDeviceIdentityUpload {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// When the upload was opened, in UTC.
    pub created_date_time_utc: Option<DateTimeOffset>,
    /// How far the upload has come. Possible values are: `noUpload`, `pending`, `complete`, `error`.
    pub status: Option<ImportedWindowsAutopilotDeviceIdentityUploadStatus>,
    /// The devices in this upload.
    pub device_identities: Option<Vec<ImportedWindowsAutopilotDeviceIdentity>>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for ImportedWindowsAutopilotDeviceIdentityUpload {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.importedWindowsAutopilotDeviceIdentityUpload",
            base: Some("microsoft.graph.entity"),
            fields: &["createdDateTimeUtc", "deviceIdentities", "id", "status"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.created_date_time_utc),
            1 => SlotRef::Objects(&self.device_identities),
            2 => SlotRef::String(&self.id),
            3 => SlotRef::Text(&self.status),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.created_date_time_utc),
            1 => SlotMut::Objects(&mut self.device_identities),
            2 => SlotMut::String(&mut self.id),
            3 => SlotMut::Text(&mut self.status),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ImportedWindowsAutopilotDeviceIdentityUpload);

impl Extends<Entity> for ImportedWindowsAutopilotDeviceIdentityUpload {}
