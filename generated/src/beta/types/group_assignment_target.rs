// @generated from beta/resources/groupassignmenttarget.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::DeviceAndAppManagementAssignmentTarget;
use crate::runtime::prelude::*;

/// An assignment to the members of a group.
///
/// Inherits from
/// [deviceAndAppManagementAssignmentTarget](super::DeviceAndAppManagementAssignmentTarget).
///
/// Page: `beta/resources/groupassignmenttarget.md`
#[derive(Default)]
pub struct GroupAssignmentTarget {
    /// ID of the group.
    pub group_id: Option<String>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for GroupAssignmentTarget {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.groupAssignmentTarget",
            base: Some("microsoft.graph.deviceAndAppManagementAssignmentTarget"),
            fields: &["groupId"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.group_id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.group_id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(GroupAssignmentTarget);

impl Extends<DeviceAndAppManagementAssignmentTarget> for GroupAssignmentTarget {}
