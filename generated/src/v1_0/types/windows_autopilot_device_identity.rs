// @generated from v1.0/resources/intune-enrollment-windowsautopilotdeviceidentity.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;
use crate::v1_0::types::{EnrollmentState, Entity};

/// A device that Windows Autopilot knows and can set up without an administrator at hand.
///
/// Derives from [`Entity`](super::Entity).
///
/// Page: `v1.0/resources/intune-enrollment-windowsautopilotdeviceidentity.md`
///
/// # Requests
///
/// These take or return it:
/// - List windowsAutopilotDeviceIdentities:
///   [`device_management::windows_autopilot_device_identities::list`](fn@crate::v1_0::requests::device_management::windows_autopilot_device_identities::list)
/// - Get windowsAutopilotDeviceIdentity:
///   [`device_management::windows_autopilot_device_identities::get`](fn@crate::v1_0::requests::device_management::windows_autopilot_device_identities::get)
#[derive(Default)]
pub struct WindowsAutopilotDeviceIdentity {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// Free label that dynamic groups can be built on.
    pub group_tag: Option<String>,
    /// Purchase order that the device was bought with.
    pub purchase_order_identifier: Option<String>,
    /// Serial number that the maker gave to the device.
    pub serial_number: Option<String>,
    /// Windows product key that came with the device.
    pub product_key: Option<String>,
    /// Maker of the hardware.
    pub manufacturer: Option<String>,
    /// Model name of the hardware.
    pub model: Option<String>,
    /// How far the enrollment in Intune has come. Possible values are: `unknown`, `enrolled`,
    /// `pendingReset`, `failed`, `notContacted`.
    pub enrollment_state: Option<EnrollmentState>,
    /// When the device last reported to Intune.
    pub last_contacted_date_time: Option<DateTimeOffset>,
    /// Name by which the setup screens greet the user.
    pub addressable_user_name: Option<String>,
    /// Sign-in name of the assigned user.
    pub user_principal_name: Option<String>,
    /// Name of the resource behind the device.
    pub resource_name: Option<String>,
    /// Stock keeping unit of the hardware.
    pub sku_number: Option<String>,
    /// Product family of the hardware.
    pub system_family: Option<String>,
    /// ID of the device object in Azure Active Directory.
    pub azure_active_directory_device_id: Option<String>,
    /// ID of the managedDevice that the device became when it enrolled.
    pub managed_device_id: Option<String>,
    /// Name shown for the device in lists.
    pub display_name: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for WindowsAutopilotDeviceIdentity {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.windowsAutopilotDeviceIdentity",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "addressableUserName",
                "azureActiveDirectoryDeviceId",
                "displayName",
                "enrollmentState",
                "groupTag",
                "id",
                "lastContactedDateTime",
                "managedDeviceId",
                "manufacturer",
                "model",
                "productKey",
                "purchaseOrderIdentifier",
                "resourceName",
                "serialNumber",
                "skuNumber",
                "systemFamily",
                "userPrincipalName",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.addressable_user_name),
            1 => SlotRef::String(&self.azure_active_directory_device_id),
            2 => SlotRef::String(&self.display_name),
            3 => SlotRef::Text(&self.enrollment_state),
            4 => SlotRef::String(&self.group_tag),
            5 => SlotRef::String(&self.id),
            6 => SlotRef::Text(&self.last_contacted_date_time),
            7 => SlotRef::String(&self.managed_device_id),
            8 => SlotRef::String(&self.manufacturer),
            9 => SlotRef::String(&self.model),
            10 => SlotRef::String(&self.product_key),
            11 => SlotRef::String(&self.purchase_order_identifier),
            12 => SlotRef::String(&self.resource_name),
            13 => SlotRef::String(&self.serial_number),
            14 => SlotRef::String(&self.sku_number),
            15 => SlotRef::String(&self.system_family),
            16 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.addressable_user_name),
            1 => SlotMut::String(&mut self.azure_active_directory_device_id),
            2 => SlotMut::String(&mut self.display_name),
            3 => SlotMut::Text(&mut self.enrollment_state),
            4 => SlotMut::String(&mut self.group_tag),
            5 => SlotMut::String(&mut self.id),
            6 => SlotMut::Text(&mut self.last_contacted_date_time),
            7 => SlotMut::String(&mut self.managed_device_id),
            8 => SlotMut::String(&mut self.manufacturer),
            9 => SlotMut::String(&mut self.model),
            10 => SlotMut::String(&mut self.product_key),
            11 => SlotMut::String(&mut self.purchase_order_identifier),
            12 => SlotMut::String(&mut self.resource_name),
            13 => SlotMut::String(&mut self.serial_number),
            14 => SlotMut::String(&mut self.sku_number),
            15 => SlotMut::String(&mut self.system_family),
            16 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(WindowsAutopilotDeviceIdentity);

impl Extends<Entity> for WindowsAutopilotDeviceIdentity {}
