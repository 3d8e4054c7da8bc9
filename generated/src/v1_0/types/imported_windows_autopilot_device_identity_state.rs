// @generated from v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentitystate.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;
use crate::v1_0::types::ImportedWindowsAutopilotDeviceIdentityImportStatus;

/// What the Device Directory Service (DDS) says about the import of one device.
///
/// Page: `v1.0/resources/intune-enrollment-importedwindowsautopilotdeviceidentitystate.md`
#[derive(Default)]
pub struct ImportedWindowsAutopilotDeviceIdentityState {
    /// Status that the directory gives for the device. Possible values are: `unknown`, `pending`,
    /// `partial`, `complete`, `error`.
    pub device_import_status: Option<ImportedWindowsAutopilotDeviceIdentityImportStatus>,
    /// Registration ID that the directory gave to the device when it was taken in.
    pub device_registration_id: Option<String>,
    /// Error number from the directory.
    pub device_error_code: Option<i32>,
    /// Error name from the directory.
    pub device_error_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for ImportedWindowsAutopilotDeviceIdentityState {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.importedWindowsAutopilotDeviceIdentityState",
            base: None,
            fields: &[
                "deviceErrorCode",
                "deviceErrorName",
                "deviceImportStatus",
                "deviceRegistrationId",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::I32(&self.device_error_code),
            1 => SlotRef::String(&self.device_error_name),
            2 => SlotRef::Text(&self.device_import_status),
            3 => SlotRef::String(&self.device_registration_id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::I32(&mut self.device_error_code),
            1 => SlotMut::String(&mut self.device_error_name),
            2 => SlotMut::Text(&mut self.device_import_status),
            3 => SlotMut::String(&mut self.device_registration_id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ImportedWindowsAutopilotDeviceIdentityState);
