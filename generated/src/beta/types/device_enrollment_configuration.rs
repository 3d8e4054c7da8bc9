// @generated from beta/resources/deviceenrollmentconfiguration.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::Entity;
use crate::runtime::prelude::*;

/// The common part of everything that shapes the enrollment of devices. The type is abstract.
///
/// Inherits from [entity](super::Entity).
///
/// Abstract: the service sends a derived type.
///
/// Page: `beta/resources/deviceenrollmentconfiguration.md`
#[derive(Default)]
pub struct DeviceEnrollmentConfiguration {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// What the configuration is called.
    pub display_name: Option<String>,
    /// What the configuration is for.
    pub description: Option<String>,
    /// Rank among the configurations that reach the same user; the lowest number wins.
    pub priority: Option<i32>,
    /// When the configuration was created, in UTC.
    pub created_date_time: Option<DateTimeOffset>,
    /// When the configuration was last changed, in UTC.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Counts the changes of the configuration.
    pub version: Option<i32>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for DeviceEnrollmentConfiguration {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.deviceEnrollmentConfiguration",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "createdDateTime",
                "description",
                "displayName",
                "id",
                "lastModifiedDateTime",
                "priority",
                "version",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.created_date_time),
            1 => SlotRef::String(&self.description),
            2 => SlotRef::String(&self.display_name),
            3 => SlotRef::String(&self.id),
            4 => SlotRef::Text(&self.last_modified_date_time),
            5 => SlotRef::I32(&self.priority),
            6 => SlotRef::I32(&self.version),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.created_date_time),
            1 => SlotMut::String(&mut self.description),
            2 => SlotMut::String(&mut self.display_name),
            3 => SlotMut::String(&mut self.id),
            4 => SlotMut::Text(&mut self.last_modified_date_time),
            5 => SlotMut::I32(&mut self.priority),
            6 => SlotMut::I32(&mut self.version),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(DeviceEnrollmentConfiguration);

impl Extends<Entity> for DeviceEnrollmentConfiguration {}
