// @generated from v1.0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement`.

use crate::runtime::prelude::*;
use crate::v1_0::API;

pub mod imported_windows_autopilot_device_identities;
pub mod imported_windows_autopilot_device_identity_uploads;
pub mod managed_devices;
pub mod windows_autopilot_device_identities;

/// Checks whether the DNS records of a domain lead enrolling Windows devices to Intune. Worth a
/// call before the first device is handed out.
///
/// `GET /deviceManagement/verifyWindowsEnrollmentAutoDiscovery(domainName='{domainName}')`
///
/// Permissions, least privileged first:
/// - Delegated (work or school account): `DeviceManagementServiceConfig.ReadWrite.All`
/// - Delegated (personal account): not supported
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.md`
pub fn verify_windows_enrollment_auto_discovery_by_domain_name(
    domain_name: &str,
) -> Request<Value<bool>> {
    API.request(
        "GET /deviceManagement/verifyWindowsEnrollmentAutoDiscovery(domainName='{domainName}')",
        &[domain_name],
    )
}
