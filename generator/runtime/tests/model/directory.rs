//! Objects of a directory, down from `entity`.

use super::Message;
use runtime::runtime::{
    Date, DateTimeOffset, Extends, Extra, Guid, Meta, Object, SlotMut, SlotRef, object_impls,
};

/// `microsoft.graph.entity`.
#[derive(Default)]
pub struct Entity {
    /// `id`.
    pub id: Option<String>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Entity {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "microsoft.graph.entity", base: None, fields: &["id"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Entity);

/// `microsoft.graph.directoryObject`.
#[derive(Default)]
pub struct DirectoryObject {
    /// `id`.
    pub id: Option<String>,
    /// `deletedDateTime`.
    pub deleted_date_time: Option<DateTimeOffset>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for DirectoryObject {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.directoryObject",
            base: Some("microsoft.graph.entity"),
            fields: &["deletedDateTime", "id"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.deleted_date_time),
            1 => SlotRef::String(&self.id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.deleted_date_time),
            1 => SlotMut::String(&mut self.id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(DirectoryObject);

impl Extends<Entity> for DirectoryObject {}

/// `microsoft.graph.passwordProfile`.
#[derive(Default)]
pub struct PasswordProfile {
    /// `forceChangePasswordNextSignIn`.
    pub force_change_password_next_sign_in: Option<bool>,
    /// `password`.
    pub password: Option<String>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for PasswordProfile {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.passwordProfile",
            base: None,
            fields: &["forceChangePasswordNextSignIn", "password"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Bool(&self.force_change_password_next_sign_in),
            1 => SlotRef::String(&self.password),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Bool(&mut self.force_change_password_next_sign_in),
            1 => SlotMut::String(&mut self.password),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(PasswordProfile);

/// `microsoft.graph.assignedLicense`.
#[derive(Default)]
pub struct AssignedLicense {
    /// `disabledPlans`.
    pub disabled_plans: Option<Vec<Guid>>,
    /// `skuId`.
    pub sku_id: Option<Guid>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for AssignedLicense {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.assignedLicense",
            base: None,
            fields: &["disabledPlans", "skuId"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Scalars(&self.disabled_plans),
            1 => SlotRef::Text(&self.sku_id),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Scalars(&mut self.disabled_plans),
            1 => SlotMut::Text(&mut self.sku_id),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(AssignedLicense);

/// `microsoft.graph.user`.
#[derive(Default)]
pub struct User {
    /// `id`.
    pub id: Option<String>,
    /// `deletedDateTime`.
    pub deleted_date_time: Option<DateTimeOffset>,
    /// `accountEnabled`.
    pub account_enabled: Option<bool>,
    /// `businessPhones`.
    pub business_phones: Option<Vec<String>>,
    /// `displayName`.
    pub display_name: Option<String>,
    /// `jobTitle`.
    pub job_title: Option<String>,
    /// `mail`.
    pub mail: Option<String>,
    /// `birthday`.
    pub birthday: Option<Date>,
    /// `assignedLicenses`.
    pub assigned_licenses: Option<Vec<AssignedLicense>>,
    /// `passwordProfile`.
    pub password_profile: Option<Box<PasswordProfile>>,
    /// `manager`.
    pub manager: Option<Box<DirectoryObject>>,
    /// `messages`.
    pub messages: Option<Vec<Message>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for User {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.user",
            base: Some("microsoft.graph.directoryObject"),
            fields: &[
                "accountEnabled",
                "assignedLicenses",
                "birthday",
                "businessPhones",
                "deletedDateTime",
                "displayName",
                "id",
                "jobTitle",
                "mail",
                "manager",
                "messages",
                "passwordProfile",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Bool(&self.account_enabled),
            1 => SlotRef::Objects(&self.assigned_licenses),
            2 => SlotRef::Text(&self.birthday),
            3 => SlotRef::Strings(&self.business_phones),
            4 => SlotRef::Text(&self.deleted_date_time),
            5 => SlotRef::String(&self.display_name),
            6 => SlotRef::String(&self.id),
            7 => SlotRef::String(&self.job_title),
            8 => SlotRef::String(&self.mail),
            9 => SlotRef::Object(&self.manager),
            10 => SlotRef::Objects(&self.messages),
            11 => SlotRef::Object(&self.password_profile),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Bool(&mut self.account_enabled),
            1 => SlotMut::Objects(&mut self.assigned_licenses),
            2 => SlotMut::Text(&mut self.birthday),
            3 => SlotMut::Strings(&mut self.business_phones),
            4 => SlotMut::Text(&mut self.deleted_date_time),
            5 => SlotMut::String(&mut self.display_name),
            6 => SlotMut::String(&mut self.id),
            7 => SlotMut::String(&mut self.job_title),
            8 => SlotMut::String(&mut self.mail),
            9 => SlotMut::Object(&mut self.manager),
            10 => SlotMut::Objects(&mut self.messages),
            11 => SlotMut::Object(&mut self.password_profile),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(User);

impl Extends<DirectoryObject> for User {}

impl Extends<Entity> for User {}
