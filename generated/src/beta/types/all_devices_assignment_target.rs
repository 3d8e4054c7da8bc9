// @generated from beta/resources/alldevicesassignmenttarget.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::DeviceAndAppManagementAssignmentTarget;
use crate::runtime::prelude::*;

/// An assignment to every device of the tenant.
///
/// Inherits from
/// [deviceAndAppManagementAssignmentTarget](super::DeviceAndAppManagementAssignmentTarget).
///
/// Page: `beta/resources/alldevicesassignmenttarget.md`
#[derive(Default)]
pub struct AllDevicesAssignmentTarget {
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for AllDevicesAssignmentTarget {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.allDevicesAssignmentTarget",
            base: Some("microsoft.graph.deviceAndAppManagementAssignmentTarget"),
            fields: &[],
        }
    }

    fn field(&self, _index: usize) -> SlotRef<'_> {
        SlotRef::Extra(&self.extra)
    }

    fn field_mut(&mut self, _index: usize) -> SlotMut<'_> {
        SlotMut::Extra(&mut self.extra)
    }
}

object_impls!(AllDevicesAssignmentTarget);

impl Extends<DeviceAndAppManagementAssignmentTarget> for AllDevicesAssignmentTarget {}
