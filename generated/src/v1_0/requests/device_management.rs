// @generated from v1.0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.md by `cargo xtask codegen`; do not edit.

//! Requests to `/deviceManagement`.

use crate::runtime::{Operation, Permissions, Request, Value};
use crate::v1_0::BASE_URL;

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
/// - Application: `DeviceManagementServiceConfig.ReadWrite.All`
///
/// Page: `v1.0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.md`
pub fn verify_windows_enrollment_auto_discovery_by_domain_name(
    domain_name: &str,
) -> Request<Value<bool>> {
    Request::new(
        &VERIFY_WINDOWS_ENROLLMENT_AUTO_DISCOVERY_BY_DOMAIN_NAME,
        &[domain_name],
    )
}

/// The facts of [`verify_windows_enrollment_auto_discovery_by_domain_name()`], as data.
pub static VERIFY_WINDOWS_ENROLLMENT_AUTO_DISCOVERY_BY_DOMAIN_NAME: Operation = Operation {
    method: "GET",
    base_url: BASE_URL,
    path: "/deviceManagement/verifyWindowsEnrollmentAutoDiscovery(domainName='{domainName}')",
    page: "v1.0/api/intune-onboarding-devicemanagement-verifywindowsenrollmentautodiscovery.md",
    status: Some(200),
    permissions: Permissions {
        delegated_work: "DeviceManagementServiceConfig.ReadWrite.All",
        delegated_personal: "",
        application: "DeviceManagementServiceConfig.ReadWrite.All",
    },
};
