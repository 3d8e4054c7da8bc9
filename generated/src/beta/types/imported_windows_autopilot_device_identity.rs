// @generated from beta/resources/importedwindowsautopilotdeviceidentity.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{Entity, ImportedWindowsAutopilotDeviceIdentityState};
use crate::runtime::prelude::*;

/// A device identity on its way into Windows Autopilot. Once the import is done, the device appears
/// as a windowsAutopilotDeviceIdentity.
///
/// Inherits from [entity](super::Entity).
///
/// Page: `beta/resources/importedwindowsautopilotdeviceidentity.md`
///
/// # Requests
///
/// These take or return it:
/// - Add importedWindowsAutopilotDeviceIdentities:
///   [`device_management::imported_windows_autopilot_device_identities`](fn@crate::beta::requests::device_management::imported_windows_autopilot_device_identities)
#[derive(Default)]
pub struct ImportedWindowsAutopilotDeviceIdentity {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// Order that the device came with. Deprecated; use groupTag instead.
    #[deprecated(note = "the pages call this property deprecated")]
    pub order_identifier: Option<String>,
    /// Label that the device will carry in Autopilot.
    pub group_tag: Option<String>,
    /// Serial number that the maker gave to the device.
    pub serial_number: Option<String>,
    /// Windows product key that came with the device.
    pub product_key: Option<String>,
    /// ID shared by all devices of one import.
    pub import_id: Option<String>,
    /// Hardware hash that tells the device from every other.
    pub hardware_identifier: Option<Binary>,
    /// How far the import of this device has come.
    pub state: Option<Box<ImportedWindowsAutopilotDeviceIdentityState>>,
    /// Sign-in name of the person who will get the device.
    pub assigned_user_principal_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

#[allow(deprecated, reason = "deprecated properties are read and written, too")]
impl Object for ImportedWindowsAutopilotDeviceIdentity {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.importedWindowsAutopilotDeviceIdentity",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "assignedUserPrincipalName",
                "groupTag",
                "hardwareIdentifier",
                "id",
                "importId",
                "orderIdentifier",
                "productKey",
                "serialNumber",
                "state",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.assigned_user_principal_name),
            1 => SlotRef::String(&self.group_tag),
            2 => SlotRef::Text(&self.hardware_identifier),
            3 => SlotRef::String(&self.id),
            4 => SlotRef::String(&self.import_id),
            5 => SlotRef::String(&self.order_identifier),
            6 => SlotRef::String(&self.product_key),
            7 => SlotRef::String(&self.serial_number),
            8 => SlotRef::Object(&self.state),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.assigned_user_principal_name),
            1 => SlotMut::String(&mut self.group_tag),
            2 => SlotMut::Text(&mut self.hardware_identifier),
            3 => SlotMut::String(&mut self.id),
            4 => SlotMut::String(&mut self.import_id),
            5 => SlotMut::String(&mut self.order_identifier),
            6 => SlotMut::String(&mut self.product_key),
            7 => SlotMut::String(&mut self.serial_number),
            8 => SlotMut::Object(&mut self.state),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ImportedWindowsAutopilotDeviceIdentity);

impl Extends<Entity> for ImportedWindowsAutopilotDeviceIdentity {}
