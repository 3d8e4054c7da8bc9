// @generated from beta/resources/windowsautopilotdeploymentprofileassignment.md by `cargo xtask codegen`; do not edit.

use crate::beta::types::{DeviceAndAppManagementAssignmentTarget, Entity};
use crate::runtime::prelude::*;

/// The assignment of a
/// [windowsAutopilotDeploymentProfile](super::WindowsAutopilotDeploymentProfile) to a group of
/// devices.
///
/// Inherits from [entity](super::Entity).
///
/// Page: `beta/resources/windowsautopilotdeploymentprofileassignment.md`
#[derive(Default)]
pub struct WindowsAutopilotDeploymentProfileAssignment {
    /// Key of the object. Read-only.
    pub id: Option<String>,
    /// Which devices the profile goes to.
    pub target: Option<Box<DeviceAndAppManagementAssignmentTarget>>,
    /// Undocumented properties, explicit nulls, and values of unexpected type, as received.
    pub extra: Extra,
}

impl Object for WindowsAutopilotDeploymentProfileAssignment {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.windowsAutopilotDeploymentProfileAssignment",
            base: Some("microsoft.graph.entity"),
            fields: &["id", "target"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.id),
            1 => SlotRef::Object(&self.target),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.id),
            1 => SlotMut::Object(&mut self.target),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(WindowsAutopilotDeploymentProfileAssignment);

impl Extends<Entity> for WindowsAutopilotDeploymentProfileAssignment {}
