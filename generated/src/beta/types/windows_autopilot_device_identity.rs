// @generated from beta/resources/windowsautopilotdeviceidentity.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{
    EnrollmentState, Entity, WindowsAutopilotDeploymentProfile,
    WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus,
    WindowsAutopilotDeviceRemediationState, WindowsAutopilotProfileAssignmentStatus,
};
use crate::runtime::prelude::*;

/// A device that Windows Autopilot knows and can set up without an administrator at hand. Every
/// device is there once, however it was registered.
///
/// Inherits from [entity](super::Entity).
///
/// Page: `beta/resources/windowsautopilotdeviceidentity.md`
///
/// # Requests
///
/// These take or return it:
/// - List windowsAutopilotDeviceIdentities:
///   [`device_management::windows_autopilot_device_identities::list`](fn@crate::beta::requests::device_management::windows_autopilot_device_identities::list)
/// - Add windowsAutopilotDeviceIdentities:
///   [`device_management::windows_autopilot_device_identities::add_ref`](fn@crate::beta::requests::device_management::windows_autopilot_device_identities::add_ref)
/// - Update windowsAutopilotDeviceIdentity:
///   [`device_management::windows_autopilot_device_identities::update`](fn@crate::beta::requests::device_management::windows_autopilot_device_identities::update)
/// - Add assignedDevices:
///   [`device_management::windows_autopilot_device_identities::deployment_profile::assigned_devices::add_ref`](fn@crate::beta::requests::device_management::windows_autopilot_device_identities::deployment_profile::assigned_devices::add_ref)
#[derive(Default)]
pub struct WindowsAutopilotDeviceIdentity {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// Whether the assigned profile has reached the device. Possible values are: `unknown`,
    /// `assignedInSync`, `assignedOutOfSync`, `assignedUnkownSyncState`, `notAssigned`, `pending`,
    /// `failed`.
    pub deployment_profile_assignment_status: Option<
        WindowsAutopilotProfileAssignmentStatus,
    >,
    /// Why the profile could not be assigned. Possible values are: `none`,
    /// `hardwareRequirementsNotMet`.
    pub deployment_profile_assignment_detailed_status: Option<
        WindowsAutopilotDeviceIdentityDeploymentProfileAssignmentDetailedStatus,
    >,
    /// When the profile was assigned.
    pub deployment_profile_assigned_date_time: Option<DateTimeOffset>,
    /// Order that the device came with. Deprecated; use groupTag instead.
    #[deprecated(note = "the pages call this property deprecated")]
    pub order_identifier: Option<String>,
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
    /// `pendingReset`, `failed`, `notContacted`, `blocked`.
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
    /// ID of the managed device that it became.
    pub managed_device_id: Option<String>,
    /// Name shown for the device in lists.
    pub display_name: Option<String>,
    /// Whether a change of hardware has to be dealt with. Possible values are: `unknown`,
    /// `noRemediationRequired`, `automaticRemediationRequired`, `manualRemediationRequired`,
    /// `unknownFutureValue`.
    pub remediation_state: Option<WindowsAutopilotDeviceRemediationState>,
    /// When remediationState last changed.
    pub remediation_state_last_modified_date_time: Option<DateTimeOffset>,
    /// Profile that the device has now.
    pub deployment_profile: Option<Box<WindowsAutopilotDeploymentProfile>>,
    /// Profile that the device is going to have.
    pub intended_deployment_profile: Option<Box<WindowsAutopilotDeploymentProfile>>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

#[allow(deprecated, reason = "deprecated properties are read and written, too")]
impl Object for WindowsAutopilotDeviceIdentity {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.windowsAutopilotDeviceIdentity",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "addressableUserName",
                "azureActiveDirectoryDeviceId",
                "deploymentProfile",
                "deploymentProfileAssignedDateTime",
                "deploymentProfileAssignmentDetailedStatus",
                "deploymentProfileAssignmentStatus",
                "displayName",
                "enrollmentState",
                "groupTag",
                "id",
                "intendedDeploymentProfile",
                "lastContactedDateTime",
                "managedDeviceId",
                "manufacturer",
                "model",
                "orderIdentifier",
                "productKey",
                "purchaseOrderIdentifier",
                "remediationState",
                "remediationStateLastModifiedDateTime",
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
            2 => SlotRef::Object(&self.deployment_profile),
            3 => SlotRef::Text(&self.deployment_profile_assigned_date_time),
            4 => SlotRef::Text(&self.deployment_profile_assignment_detailed_status),
            5 => SlotRef::Text(&self.deployment_profile_assignment_status),
            6 => SlotRef::String(&self.display_name),
            7 => SlotRef::Text(&self.enrollment_state),
            8 => SlotRef::String(&self.group_tag),
            9 => SlotRef::String(&self.id),
            10 => SlotRef::Object(&self.intended_deployment_profile),
            11 => SlotRef::Text(&self.last_contacted_date_time),
            12 => SlotRef::String(&self.managed_device_id),
            13 => SlotRef::String(&self.manufacturer),
            14 => SlotRef::String(&self.model),
            15 => SlotRef::String(&self.order_identifier),
            16 => SlotRef::String(&self.product_key),
            17 => SlotRef::String(&self.purchase_order_identifier),
            18 => SlotRef::Text(&self.remediation_state),
            19 => SlotRef::Text(&self.remediation_state_last_modified_date_time),
            20 => SlotRef::String(&self.resource_name),
            21 => SlotRef::String(&self.serial_number),
            22 => SlotRef::String(&self.sku_number),
            23 => SlotRef::String(&self.system_family),
            24 => SlotRef::String(&self.user_principal_name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.addressable_user_name),
            1 => SlotMut::String(&mut self.azure_active_directory_device_id),
            2 => SlotMut::Object(&mut self.deployment_profile),
            3 => SlotMut::Text(&mut self.deployment_profile_assigned_date_time),
            4 => SlotMut::Text(&mut self.deployment_profile_assignment_detailed_status),
            5 => SlotMut::Text(&mut self.deployment_profile_assignment_status),
            6 => SlotMut::String(&mut self.display_name),
            7 => SlotMut::Text(&mut self.enrollment_state),
            8 => SlotMut::String(&mut self.group_tag),
            9 => SlotMut::String(&mut self.id),
            10 => SlotMut::Object(&mut self.intended_deployment_profile),
            11 => SlotMut::Text(&mut self.last_contacted_date_time),
            12 => SlotMut::String(&mut self.managed_device_id),
            13 => SlotMut::String(&mut self.manufacturer),
            14 => SlotMut::String(&mut self.model),
            15 => SlotMut::String(&mut self.order_identifier),
            16 => SlotMut::String(&mut self.product_key),
            17 => SlotMut::String(&mut self.purchase_order_identifier),
            18 => SlotMut::Text(&mut self.remediation_state),
            19 => SlotMut::Text(&mut self.remediation_state_last_modified_date_time),
            20 => SlotMut::String(&mut self.resource_name),
            21 => SlotMut::String(&mut self.serial_number),
            22 => SlotMut::String(&mut self.sku_number),
            23 => SlotMut::String(&mut self.system_family),
            24 => SlotMut::String(&mut self.user_principal_name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(WindowsAutopilotDeviceIdentity);

impl Extends<Entity> for WindowsAutopilotDeviceIdentity {}
