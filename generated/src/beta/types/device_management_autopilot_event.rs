// @generated from beta/resources/devicemanagementautopilotevent.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{
    EnrollmentState, Entity, WindowsAutopilotDeploymentState,
    WindowsAutopilotEnrollmentType,
};
use crate::runtime::prelude::*;

/// One run of Windows Autopilot on one device, with the time that each phase took.
///
/// Inherits from [entity](super::Entity).
///
/// Page: `beta/resources/devicemanagementautopilotevent.md`
///
/// # Requests
///
/// These take or return it:
/// - List autopilotEvents:
///   [`device_management::autopilot_events::list`](fn@crate::beta::requests::device_management::autopilot_events::list)
#[derive(Default)]
pub struct DeviceManagementAutopilotEvent {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// ID of the device.
    pub device_id: Option<String>,
    /// When the run was reported.
    pub event_date_time: Option<DateTimeOffset>,
    /// When the device was registered.
    pub device_registered_date_time: Option<DateTimeOffset>,
    /// When the enrollment began.
    pub enrollment_start_date_time: Option<DateTimeOffset>,
    /// How the device enrolled. Possible values are: `unknown`, `azureADJoinedWithAutopilotProfile`,
    /// `offlineDomainJoined`, `azureADJoinedUsingDeviceAuthWithAutopilotProfile`,
    /// `azureADJoinedUsingDeviceAuthWithoutAutopilotProfile`,
    /// `azureADJoinedWithOfflineAutopilotProfile`, `azureADJoinedWithWhiteGlove`,
    /// `offlineDomainJoinedWithWhiteGlove`, `offlineDomainJoinedWithOfflineAutopilotProfile`.
    pub enrollment_type: Option<WindowsAutopilotEnrollmentType>,
    /// Serial number of the device.
    pub device_serial_number: Option<String>,
    /// Name of the managed device.
    pub managed_device_name: Option<String>,
    /// Sign-in name of the user who enrolled the device.
    pub user_principal_name: Option<String>,
    /// Name of the deployment profile.
    pub windows_autopilot_deployment_profile_display_name: Option<String>,
    /// How the enrollment ended. Possible values are: `unknown`, `enrolled`, `pendingReset`, `failed`,
    /// `notContacted`, `blocked`.
    pub enrollment_state: Option<EnrollmentState>,
    /// Name of the profile for the enrollment status page.
    pub windows10_enrollment_completion_page_configuration_display_name: Option<String>,
    /// How the run ended. Possible values are: `unknown`, `success`, `inProgress`, `failure`,
    /// `successWithTimeout`.
    pub deployment_state: Option<WindowsAutopilotDeploymentState>,
    /// Version of the operating system.
    pub os_version: Option<String>,
    /// Time of the deployment, enrollment included.
    pub deployment_duration: Option<Duration>,
    /// Time from the enrollment to the desktop.
    pub deployment_total_duration: Option<Duration>,
    /// Time of the enrollment.
    pub device_preparation_duration: Option<Duration>,
    /// Time of the device phase on the enrollment status page.
    pub device_setup_duration: Option<Duration>,
    /// Time of the account phase on the enrollment status page.
    pub account_setup_duration: Option<Duration>,
    /// When the deployment began.
    pub deployment_start_date_time: Option<DateTimeOffset>,
    /// When the deployment ended.
    pub deployment_end_date_time: Option<DateTimeOffset>,
    /// Number of apps that the device was to get.
    pub targeted_app_count: Option<i32>,
    /// Number of policies that the device was to get.
    pub targeted_policy_count: Option<i32>,
    /// What went wrong with the enrollment.
    pub enrollment_failure_details: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for DeviceManagementAutopilotEvent {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.deviceManagementAutopilotEvent",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "accountSetupDuration",
                "deploymentDuration",
                "deploymentEndDateTime",
                "deploymentStartDateTime",
                "deploymentState",
                "deploymentTotalDuration",
                "deviceId",
                "devicePreparationDuration",
                "deviceRegisteredDateTime",
                "deviceSerialNumber",
                "deviceSetupDuration",
                "enrollmentFailureDetails",
                "enrollmentStartDateTime",
                "enrollmentState",
                "enrollmentType",
                "eventDateTime",
                "id",
                "managedDeviceName",
                "osVersion",
                "targetedAppCount",
                "targetedPolicyCount",
                "userPrincipalName",
                "windows10EnrollmentCompletionPageConfigurationDisplayName",
                "windowsAutopilotDeploymentProfileDisplayName",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.account_setup_duration),
            1 => SlotRef::Text(&self.deployment_duration),
            2 => SlotRef::Text(&self.deployment_end_date_time),
            3 => SlotRef::Text(&self.deployment_start_date_time),
            4 => SlotRef::Text(&self.deployment_state),
            5 => SlotRef::Text(&self.deployment_total_duration),
            6 => SlotRef::String(&self.device_id),
            7 => SlotRef::Text(&self.device_preparation_duration),
            8 => SlotRef::Text(&self.device_registered_date_time),
            9 => SlotRef::String(&self.device_serial_number),
            10 => SlotRef::Text(&self.device_setup_duration),
            11 => SlotRef::String(&self.enrollment_failure_details),
            12 => SlotRef::Text(&self.enrollment_start_date_time),
            13 => SlotRef::Text(&self.enrollment_state),
            14 => SlotRef::Text(&self.enrollment_type),
            15 => SlotRef::Text(&self.event_date_time),
            16 => SlotRef::String(&self.id),
            17 => SlotRef::String(&self.managed_device_name),
            18 => SlotRef::String(&self.os_version),
            19 => SlotRef::I32(&self.targeted_app_count),
            20 => SlotRef::I32(&self.targeted_policy_count),
            21 => SlotRef::String(&self.user_principal_name),
            22 => {
                SlotRef::String(
                    &self.windows10_enrollment_completion_page_configuration_display_name,
                )
            }
            23 => {
                SlotRef::String(&self.windows_autopilot_deployment_profile_display_name)
            }
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.account_setup_duration),
            1 => SlotMut::Text(&mut self.deployment_duration),
            2 => SlotMut::Text(&mut self.deployment_end_date_time),
            3 => SlotMut::Text(&mut self.deployment_start_date_time),
            4 => SlotMut::Text(&mut self.deployment_state),
            5 => SlotMut::Text(&mut self.deployment_total_duration),
            6 => SlotMut::String(&mut self.device_id),
            7 => SlotMut::Text(&mut self.device_preparation_duration),
            8 => SlotMut::Text(&mut self.device_registered_date_time),
            9 => SlotMut::String(&mut self.device_serial_number),
            10 => SlotMut::Text(&mut self.device_setup_duration),
            11 => SlotMut::String(&mut self.enrollment_failure_details),
            12 => SlotMut::Text(&mut self.enrollment_start_date_time),
            13 => SlotMut::Text(&mut self.enrollment_state),
            14 => SlotMut::Text(&mut self.enrollment_type),
            15 => SlotMut::Text(&mut self.event_date_time),
            16 => SlotMut::String(&mut self.id),
            17 => SlotMut::String(&mut self.managed_device_name),
            18 => SlotMut::String(&mut self.os_version),
            19 => SlotMut::I32(&mut self.targeted_app_count),
            20 => SlotMut::I32(&mut self.targeted_policy_count),
            21 => SlotMut::String(&mut self.user_principal_name),
            22 => {
                SlotMut::String(
                    &mut self
                        .windows10_enrollment_completion_page_configuration_display_name,
                )
            }
            23 => {
                SlotMut::String(
                    &mut self.windows_autopilot_deployment_profile_display_name,
                )
            }
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(DeviceManagementAutopilotEvent);

impl Extends<Entity> for DeviceManagementAutopilotEvent {}
