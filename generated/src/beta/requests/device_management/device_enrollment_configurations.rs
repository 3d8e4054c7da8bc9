// @generated from beta/api/deviceenrollmentnotificationconfiguration-get.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/deviceEnrollmentConfigurations`.

use crate::beta::types::DeviceEnrollmentNotificationConfiguration;
use crate::runtime::{Operation, Permissions, Request};
use crate::beta::BASE_URL;

/// Returns a single
/// [deviceEnrollmentNotificationConfiguration](crate::beta::types::DeviceEnrollmentNotificationConfiguration).
///
/// `GET /deviceManagement/deviceEnrollmentConfigurations/{deviceEnrollmentConfigurationId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/deviceenrollmentnotificationconfiguration-get.md`
pub fn get_device_enrollment_notification_configuration(
    device_enrollment_configuration_id: &str,
) -> Request<DeviceEnrollmentNotificationConfiguration> {
    Request::new(
        &GET_DEVICE_ENROLLMENT_NOTIFICATION_CONFIGURATION,
        &[device_enrollment_configuration_id],
    )
}

/// The facts of [`get_device_enrollment_notification_configuration()`], as data.
pub static GET_DEVICE_ENROLLMENT_NOTIFICATION_CONFIGURATION: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/deviceEnrollmentConfigurations/{deviceEnrollmentConfigurationId}",
    page: "beta/api/deviceenrollmentnotificationconfiguration-get.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All",
    },
};
