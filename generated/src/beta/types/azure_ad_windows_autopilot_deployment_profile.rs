// @generated from beta/resources/azureadwindowsautopilotdeploymentprofile.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{
    Entity, OutOfBoxExperienceSettings, WindowsAutopilotDeploymentProfile,
    WindowsAutopilotDeploymentProfileAssignment, WindowsAutopilotDeviceIdentity,
    WindowsAutopilotDeviceType,
};
use crate::runtime::prelude::*;

/// A deployment profile for devices that join Azure Active Directory when they are set up.
///
/// Inherits from [windowsAutopilotDeploymentProfile](super::WindowsAutopilotDeploymentProfile).
///
/// Page: `beta/resources/azureadwindowsautopilotdeploymentprofile.md`
#[derive(Default)]
pub struct AzureAdWindowsAutopilotDeploymentProfile {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// What the profile is called.
    pub display_name: Option<String>,
    /// What the profile is for.
    pub description: Option<String>,
    /// Language that the setup uses, such as `en-US`.
    pub language: Option<String>,
    /// When the profile was created. Read-only.
    pub created_date_time: Option<DateTimeOffset>,
    /// When the profile was last changed. Read-only.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// What the setup screens show.
    pub out_of_box_experience_settings: Option<Box<OutOfBoxExperienceSettings>>,
    /// Whether devices under this profile hand in their hardware hash, so that they get registered.
    pub extract_hardware_hash: Option<bool>,
    /// Pattern for the names of the devices, at most 15 characters once filled in. `%SERIAL%` stands
    /// for the serial number, `%RAND:x%` for x random digits.
    pub device_name_template: Option<String>,
    /// Kind of device that the profile is made for. Possible values are: `windowsPc`, `surfaceHub2`,
    /// `holoLens`.
    pub device_type: Option<WindowsAutopilotDeviceType>,
    /// Whether a technician may prepare the device before the user gets it.
    pub enable_white_glove: Option<bool>,
    /// IDs of the scope tags that decide who may see the profile.
    pub role_scope_tag_ids: Option<Vec<String>>,
    /// Devices that the profile is assigned to.
    pub assigned_devices: Option<Vec<WindowsAutopilotDeviceIdentity>>,
    /// Groups that the profile is assigned to.
    pub assignments: Option<Vec<WindowsAutopilotDeploymentProfileAssignment>>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for AzureAdWindowsAutopilotDeploymentProfile {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.azureADWindowsAutopilotDeploymentProfile",
            base: Some("microsoft.graph.windowsAutopilotDeploymentProfile"),
            fields: &[
                "assignedDevices",
                "assignments",
                "createdDateTime",
                "description",
                "deviceNameTemplate",
                "deviceType",
                "displayName",
                "enableWhiteGlove",
                "extractHardwareHash",
                "id",
                "language",
                "lastModifiedDateTime",
                "outOfBoxExperienceSettings",
                "roleScopeTagIds",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Objects(&self.assigned_devices),
            1 => SlotRef::Objects(&self.assignments),
            2 => SlotRef::Text(&self.created_date_time),
            3 => SlotRef::String(&self.description),
            4 => SlotRef::String(&self.device_name_template),
            5 => SlotRef::Text(&self.device_type),
            6 => SlotRef::String(&self.display_name),
            7 => SlotRef::Bool(&self.enable_white_glove),
            8 => SlotRef::Bool(&self.extract_hardware_hash),
            9 => SlotRef::String(&self.id),
            10 => SlotRef::String(&self.language),
            11 => SlotRef::Text(&self.last_modified_date_time),
            12 => SlotRef::Object(&self.out_of_box_experience_settings),
            13 => SlotRef::Strings(&self.role_scope_tag_ids),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Objects(&mut self.assigned_devices),
            1 => SlotMut::Objects(&mut self.assignments),
            2 => SlotMut::Text(&mut self.created_date_time),
            3 => SlotMut::String(&mut self.description),
            4 => SlotMut::String(&mut self.device_name_template),
            5 => SlotMut::Text(&mut self.device_type),
            6 => SlotMut::String(&mut self.display_name),
            7 => SlotMut::Bool(&mut self.enable_white_glove),
            8 => SlotMut::Bool(&mut self.extract_hardware_hash),
            9 => SlotMut::String(&mut self.id),
            10 => SlotMut::String(&mut self.language),
            11 => SlotMut::Text(&mut self.last_modified_date_time),
            12 => SlotMut::Object(&mut self.out_of_box_experience_settings),
            13 => SlotMut::Strings(&mut self.role_scope_tag_ids),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(AzureAdWindowsAutopilotDeploymentProfile);

impl Extends<WindowsAutopilotDeploymentProfile>
for AzureAdWindowsAutopilotDeploymentProfile {}

impl Extends<Entity> for AzureAdWindowsAutopilotDeploymentProfile {}
