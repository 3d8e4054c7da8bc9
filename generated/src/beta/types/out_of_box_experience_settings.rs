// @generated from beta/resources/outofboxexperiencesettings.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{WindowsDeviceUsageType, WindowsUserType};
use crate::runtime::prelude::*;

/// What the setup screens of Windows show while Autopilot sets up a device.
///
/// Page: `beta/resources/outofboxexperiencesettings.md`
#[derive(Default)]
pub struct OutOfBoxExperienceSettings {
    /// Whether the screen with the privacy settings is left out.
    pub hide_privacy_settings: Option<bool>,
    /// Whether the license terms are left out.
    pub hide_eula: Option<bool>,
    /// What the user may do on the device. Possible values are: `administrator`, `standard`.
    pub user_type: Option<WindowsUserType>,
    /// Whether the device belongs to one user or is shared. Possible values are: `singleUser`,
    /// `shared`.
    pub device_usage_type: Option<WindowsDeviceUsageType>,
    /// Whether the keyboard screen is left out where language and region are set.
    pub skip_keyboard_selection_page: Option<bool>,
    /// Whether the link that starts over with another account is left out.
    pub hide_escape_link: Option<bool>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for OutOfBoxExperienceSettings {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.outOfBoxExperienceSettings",
            base: None,
            fields: &[
                "deviceUsageType",
                "hideEULA",
                "hideEscapeLink",
                "hidePrivacySettings",
                "skipKeyboardSelectionPage",
                "userType",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.device_usage_type),
            1 => SlotRef::Bool(&self.hide_eula),
            2 => SlotRef::Bool(&self.hide_escape_link),
            3 => SlotRef::Bool(&self.hide_privacy_settings),
            4 => SlotRef::Bool(&self.skip_keyboard_selection_page),
            5 => SlotRef::Text(&self.user_type),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.device_usage_type),
            1 => SlotMut::Bool(&mut self.hide_eula),
            2 => SlotMut::Bool(&mut self.hide_escape_link),
            3 => SlotMut::Bool(&mut self.hide_privacy_settings),
            4 => SlotMut::Bool(&mut self.skip_keyboard_selection_page),
            5 => SlotMut::Text(&mut self.user_type),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(OutOfBoxExperienceSettings);
