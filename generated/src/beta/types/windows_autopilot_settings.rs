// @generated from beta/resources/windowsautopilotsettings.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{Entity, WindowsAutopilotSyncStatus};
use crate::runtime::prelude::*;

/// The tenant-wide state of Windows Autopilot: when its data was last brought in line with the
/// Device Directory Service, and how that went.
///
/// Inherits from [entity](super::Entity).
///
/// Page: `beta/resources/windowsautopilotsettings.md`
///
/// # Requests
///
/// These take or return it:
/// - Get windowsAutopilotSettings:
///   [`device_management::windows_autopilot_settings::get`](fn@crate::beta::requests::device_management::windows_autopilot_settings::get)
#[derive(Default)]
pub struct WindowsAutopilotSettings {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// When the last sync ended.
    pub last_sync_date_time: Option<DateTimeOffset>,
    /// When somebody last started a sync by hand.
    pub last_manual_sync_trigger_date_time: Option<DateTimeOffset>,
    /// How the last sync went. Possible values are: `unknown`, `inProgress`, `completed`, `failed`.
    pub sync_status: Option<WindowsAutopilotSyncStatus>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for WindowsAutopilotSettings {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.windowsAutopilotSettings",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "id",
                "lastManualSyncTriggerDateTime",
                "lastSyncDateTime",
                "syncStatus",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.id),
            1 => SlotRef::Text(&self.last_manual_sync_trigger_date_time),
            2 => SlotRef::Text(&self.last_sync_date_time),
            3 => SlotRef::Text(&self.sync_status),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.id),
            1 => SlotMut::Text(&mut self.last_manual_sync_trigger_date_time),
            2 => SlotMut::Text(&mut self.last_sync_date_time),
            3 => SlotMut::Text(&mut self.sync_status),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(WindowsAutopilotSettings);

impl Extends<Entity> for WindowsAutopilotSettings {}
