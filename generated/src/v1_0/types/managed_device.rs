// @generated from v1.0/resources/intune-devices-manageddevice.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;
use crate::v1_0::types::{ComplianceState, Entity, ManagedDeviceOwnerType};

/// A device under the management of Intune. Only what is of use after an Autopilot deployment is
/// described here; the service returns more.
///
/// Derives from [`Entity`](super::Entity).
///
/// Page: `v1.0/resources/intune-devices-manageddevice.md`
///
/// # Requests
///
/// These take or return it:
/// - Get managedDevice:
///   [`device_management::managed_devices::get`](fn@crate::v1_0::requests::device_management::managed_devices::get),
///   [`users::managed_devices::get`](fn@crate::v1_0::requests::users::managed_devices::get)
#[derive(Default)]
pub struct ManagedDevice {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// ID of the user that the device belongs to.
    pub user_id: Option<String>,
    /// What the device is called.
    pub device_name: Option<String>,
    /// Whom the device belongs to. Possible values are: `unknown`, `company`, `personal`.
    pub managed_device_owner_type: Option<ManagedDeviceOwnerType>,
    /// When the device enrolled. Read-only.
    pub enrolled_date_time: Option<DateTimeOffset>,
    /// When the device last completed a sync with Intune. Read-only.
    pub last_sync_date_time: Option<DateTimeOffset>,
    /// Operating system of the device, such as Windows.
    pub operating_system: Option<String>,
    /// Version of the operating system.
    pub os_version: Option<String>,
    /// Whether the device keeps to its policies. Possible values are: `unknown`, `compliant`,
    /// `noncompliant`, `conflict`, `error`, `inGracePeriod`, `configManager`.
    pub compliance_state: Option<ComplianceState>,
    /// Whether the device is registered in Azure Active Directory.
    pub azure_ad_registered: Option<bool>,
    /// Whether the disk is encrypted.
    pub is_encrypted: Option<bool>,
    /// Sign-in name of the user.
    pub user_principal_name: Option<String>,
    /// Model name of the hardware.
    pub model: Option<String>,
    /// Maker of the hardware.
    pub manufacturer: Option<String>,
    /// Serial number that the maker gave to the device.
    pub serial_number: Option<String>,
    /// Free disk space, in bytes.
    pub free_storage_space_in_bytes: Option<i64>,
    /// Size of the disk, in bytes.
    pub total_storage_space_in_bytes: Option<i64>,
    /// Size of the main memory, in bytes.
    pub physical_memory_in_bytes: Option<i64>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for ManagedDevice {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.managedDevice",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "azureADRegistered",
                "complianceState",
                "deviceName",
                "enrolledDateTime",
                "freeStorageSpaceInBytes",
                "id",
                "isEncrypted",
                "lastSyncDateTime",
                "managedDeviceOwnerType",
                "manufacturer",
                "model",
                "operatingSystem",
                "osVersion",
                "physicalMemoryInBytes",
                "serialNumber",
                "totalStorageSpaceInBytes",
                "userId",
                "userPrincipalName",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Bool(&self.azure_ad_registered),
            1 => SlotRef::Text(&self.compliance_state),
            2 => SlotRef::String(&self.device_name),
            3 => SlotRef::Text(&self.enrolled_date_time),
            4 => SlotRef::I64(&self.free_storage_space_in_bytes),
            5 => SlotRef::String(&self.id),
            6 => SlotRef::Bool(&self.is_encrypted),
            7 => SlotRef::Text(&self.last_sync_date_time),
            8 => SlotRef::Text(&self.managed_device_owner_type),
            9 => SlotRef::String(&self.manufacturer),
            10 => SlotRef::String(&self.model),
            11 => SlotRef::String(&self.operating_system),
            12 => SlotRef::String(&self.os_version),
            13 => SlotRef::I64(&self.physical_memory_in_bytes),
            14 => SlotRef::String(&self.serial_number),
            15 => SlotRef::I64(&self.total_storage_space_in_bytes),
            16 => SlotRef::String(&self.user_id),
            17 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Bool(&mut self.azure_ad_registered),
            1 => SlotMut::Text(&mut self.compliance_state),
            2 => SlotMut::String(&mut self.device_name),
            3 => SlotMut::Text(&mut self.enrolled_date_time),
            4 => SlotMut::I64(&mut self.free_storage_space_in_bytes),
            5 => SlotMut::String(&mut self.id),
            6 => SlotMut::Bool(&mut self.is_encrypted),
            7 => SlotMut::Text(&mut self.last_sync_date_time),
            8 => SlotMut::Text(&mut self.managed_device_owner_type),
            9 => SlotMut::String(&mut self.manufacturer),
            10 => SlotMut::String(&mut self.model),
            11 => SlotMut::String(&mut self.operating_system),
            12 => SlotMut::String(&mut self.os_version),
            13 => SlotMut::I64(&mut self.physical_memory_in_bytes),
            14 => SlotMut::String(&mut self.serial_number),
            15 => SlotMut::I64(&mut self.total_storage_space_in_bytes),
            16 => SlotMut::String(&mut self.user_id),
            17 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ManagedDevice);

impl Extends<Entity> for ManagedDevice {}
