// @generated from beta/resources/deviceandappmanagementassignmenttarget.md by `cargo xtask codegen`; do not edit.

use crate::runtime::prelude::*;

/// What a policy, an app or a profile can be assigned to. The type is abstract and has no
/// properties of its own.
///
/// Abstract: the service sends a derived type.
///
/// Page: `beta/resources/deviceandappmanagementassignmenttarget.md`
#[derive(Default)]
pub struct DeviceAndAppManagementAssignmentTarget {
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for DeviceAndAppManagementAssignmentTarget {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.deviceAndAppManagementAssignmentTarget",
            base: None,
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

object_impls!(DeviceAndAppManagementAssignmentTarget);
