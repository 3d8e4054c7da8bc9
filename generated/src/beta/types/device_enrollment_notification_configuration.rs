// @generated from beta/resources/deviceenrollmentnotificationconfiguration.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{
    DeviceEnrollmentConfiguration, EnrollmentNotificationBrandingOptions, Entity,
};
use crate::runtime::prelude::*;

/// What users are told when a device of theirs enrolls.
///
/// Inherits from [deviceEnrollmentConfiguration](super::DeviceEnrollmentConfiguration).
///
/// Page: `beta/resources/deviceenrollmentnotificationconfiguration.md`
///
/// # Requests
///
/// These take or return it:
/// - Get deviceEnrollmentNotificationConfiguration:
///   [`device_management::device_enrollment_configurations::get`](fn@crate::beta::requests::device_management::device_enrollment_configurations::get)
#[derive(Default)]
pub struct DeviceEnrollmentNotificationConfiguration {
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
    /// ID of the message template.
    pub notification_message_template_id: Option<Guid>,
    /// Names of the message templates, one per channel.
    pub notification_templates: Option<Vec<String>>,
    /// Parts of the company branding that the message carries. Possible values are: `none`,
    /// `includeCompanyLogo`, `includeCompanyName`, `includeContactInformation`,
    /// `includeCompanyPortalLink`, `includeDeviceDetails`, `unknownFutureValue`.
    pub branding_options: Option<Flags<EnrollmentNotificationBrandingOptions>>,
    /// Language of the message for users whose own language has no translation.
    pub default_locale: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for DeviceEnrollmentNotificationConfiguration {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.deviceEnrollmentNotificationConfiguration",
            base: Some("microsoft.graph.deviceEnrollmentConfiguration"),
            fields: &[
                "brandingOptions",
                "createdDateTime",
                "defaultLocale",
                "description",
                "displayName",
                "id",
                "lastModifiedDateTime",
                "notificationMessageTemplateId",
                "notificationTemplates",
                "priority",
                "version",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.branding_options),
            1 => SlotRef::Text(&self.created_date_time),
            2 => SlotRef::String(&self.default_locale),
            3 => SlotRef::String(&self.description),
            4 => SlotRef::String(&self.display_name),
            5 => SlotRef::String(&self.id),
            6 => SlotRef::Text(&self.last_modified_date_time),
            7 => SlotRef::Text(&self.notification_message_template_id),
            8 => SlotRef::Strings(&self.notification_templates),
            9 => SlotRef::I32(&self.priority),
            10 => SlotRef::I32(&self.version),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.branding_options),
            1 => SlotMut::Text(&mut self.created_date_time),
            2 => SlotMut::String(&mut self.default_locale),
            3 => SlotMut::String(&mut self.description),
            4 => SlotMut::String(&mut self.display_name),
            5 => SlotMut::String(&mut self.id),
            6 => SlotMut::Text(&mut self.last_modified_date_time),
            7 => SlotMut::Text(&mut self.notification_message_template_id),
            8 => SlotMut::Strings(&mut self.notification_templates),
            9 => SlotMut::I32(&mut self.priority),
            10 => SlotMut::I32(&mut self.version),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(DeviceEnrollmentNotificationConfiguration);

impl Extends<DeviceEnrollmentConfiguration>
for DeviceEnrollmentNotificationConfiguration {}

impl Extends<Entity> for DeviceEnrollmentNotificationConfiguration {}
