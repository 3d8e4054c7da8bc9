// @generated from beta/api/deviceenrollmentnotificationconfiguration-get.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement/deviceEnrollmentConfigurations`.

use crate::beta::types::DeviceEnrollmentNotificationConfiguration;
use crate::runtime::prelude::*;
use crate::beta::API;

/// Returns a single
/// [deviceEnrollmentNotificationConfiguration](crate::beta::types::DeviceEnrollmentNotificationConfiguration).
///
/// `GET /deviceManagement/deviceEnrollmentConfigurations/{deviceEnrollmentConfigurationId}`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.Read.All`,
///   `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `beta/api/deviceenrollmentnotificationconfiguration-get.md`
pub fn get(
    device_enrollment_configuration_id: &str,
) -> Request<DeviceEnrollmentNotificationConfiguration> {
    API.request(
        "GET /deviceManagement/deviceEnrollmentConfigurations/{deviceEnrollmentConfigurationId}",
        &[device_enrollment_configuration_id],
    )
}
