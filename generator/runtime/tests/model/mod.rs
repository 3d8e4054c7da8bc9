//! A small model in the exact form of emitted code, hand-written once: it stands for what the emitter writes.
#![allow(dead_code, reason = "each test uses a part of the model")]

use runtime::runtime::{
    Binary, Date, DateTimeOffset, Decimal, Duration, Enumeration, Extends, Extra, Flags, Guid,
    Json, Meta, Object, SlotMut, SlotRef, Stream, TimeOfDay, UnknownValue, enum_impls,
    object_impls,
};

/// `microsoft.graph.importance`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Importance {
    /// `low`.
    Low,
    /// `normal`.
    Normal,
    /// `high`.
    High,
    /// A value these pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl Importance {
    /// The text of this value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration for Importance {
    const NAME: &'static str = "microsoft.graph.importance";
    const MEMBERS: &'static [Self] = &[Self::Low, Self::Normal, Self::High];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(Importance);

/// `microsoft.graph.keyUsages`.
#[derive(Clone)]
#[non_exhaustive]
pub enum KeyUsage {
    /// `keyEncipherment`.
    KeyEncipherment,
    /// `digitalSignature`.
    DigitalSignature,
    /// A value these pages do not list, kept as received.
    Unknown(UnknownValue),
}

impl KeyUsage {
    /// The text of this value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::KeyEncipherment => "keyEncipherment",
            Self::DigitalSignature => "digitalSignature",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl Enumeration for KeyUsage {
    const NAME: &'static str = "microsoft.graph.keyUsages";
    const MEMBERS: &'static [Self] = &[Self::KeyEncipherment, Self::DigitalSignature];

    fn as_str(&self) -> &str {
        Self::as_str(self)
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

enum_impls!(KeyUsage);

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

/// `microsoft.graph.emailAddress`.
#[derive(Default)]
pub struct EmailAddress {
    /// `name`.
    pub name: Option<String>,
    /// `address`.
    pub address: Option<String>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for EmailAddress {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "microsoft.graph.emailAddress", base: None, fields: &["address", "name"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.address),
            1 => SlotRef::String(&self.name),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.address),
            1 => SlotMut::String(&mut self.name),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(EmailAddress);

/// `microsoft.graph.recipient`.
#[derive(Default)]
pub struct Recipient {
    /// `emailAddress`.
    pub email_address: Option<Box<EmailAddress>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Recipient {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "microsoft.graph.recipient", base: None, fields: &["emailAddress"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Object(&self.email_address),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Object(&mut self.email_address),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Recipient);

/// `microsoft.graph.itemBody`.
#[derive(Default)]
pub struct ItemBody {
    /// `contentType`.
    pub content_type: Option<String>,
    /// `content`.
    pub content: Option<String>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for ItemBody {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "microsoft.graph.itemBody", base: None, fields: &["content", "contentType"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.content),
            1 => SlotRef::String(&self.content_type),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.content),
            1 => SlotMut::String(&mut self.content_type),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ItemBody);

/// `microsoft.graph.attachment`.
#[derive(Default)]
pub struct Attachment {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `contentType`.
    pub content_type: Option<String>,
    /// `size`.
    pub size: Option<i32>,
    /// `isInline`.
    pub is_inline: Option<bool>,
    /// `lastModifiedDateTime`.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Attachment {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.attachment",
            base: Some("microsoft.graph.entity"),
            fields: &["contentType", "id", "isInline", "lastModifiedDateTime", "name", "size"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.content_type),
            1 => SlotRef::String(&self.id),
            2 => SlotRef::Bool(&self.is_inline),
            3 => SlotRef::Text(&self.last_modified_date_time),
            4 => SlotRef::String(&self.name),
            5 => SlotRef::I32(&self.size),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.content_type),
            1 => SlotMut::String(&mut self.id),
            2 => SlotMut::Bool(&mut self.is_inline),
            3 => SlotMut::Text(&mut self.last_modified_date_time),
            4 => SlotMut::String(&mut self.name),
            5 => SlotMut::I32(&mut self.size),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Attachment);

impl Extends<Entity> for Attachment {}

/// `microsoft.graph.fileAttachment`.
#[derive(Default)]
pub struct FileAttachment {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `contentType`.
    pub content_type: Option<String>,
    /// `size`.
    pub size: Option<i32>,
    /// `isInline`.
    pub is_inline: Option<bool>,
    /// `lastModifiedDateTime`.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// `contentId`.
    pub content_id: Option<String>,
    /// `contentBytes`.
    pub content_bytes: Option<Binary>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for FileAttachment {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.fileAttachment",
            base: Some("microsoft.graph.attachment"),
            fields: &[
                "contentBytes",
                "contentId",
                "contentType",
                "id",
                "isInline",
                "lastModifiedDateTime",
                "name",
                "size",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.content_bytes),
            1 => SlotRef::String(&self.content_id),
            2 => SlotRef::String(&self.content_type),
            3 => SlotRef::String(&self.id),
            4 => SlotRef::Bool(&self.is_inline),
            5 => SlotRef::Text(&self.last_modified_date_time),
            6 => SlotRef::String(&self.name),
            7 => SlotRef::I32(&self.size),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.content_bytes),
            1 => SlotMut::String(&mut self.content_id),
            2 => SlotMut::String(&mut self.content_type),
            3 => SlotMut::String(&mut self.id),
            4 => SlotMut::Bool(&mut self.is_inline),
            5 => SlotMut::Text(&mut self.last_modified_date_time),
            6 => SlotMut::String(&mut self.name),
            7 => SlotMut::I32(&mut self.size),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(FileAttachment);

impl Extends<Attachment> for FileAttachment {}

impl Extends<Entity> for FileAttachment {}

/// `microsoft.graph.itemAttachment`.
#[derive(Default)]
pub struct ItemAttachment {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `contentType`.
    pub content_type: Option<String>,
    /// `size`.
    pub size: Option<i32>,
    /// `isInline`.
    pub is_inline: Option<bool>,
    /// `lastModifiedDateTime`.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// `item`.
    pub item: Option<Box<Message>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for ItemAttachment {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.itemAttachment",
            base: Some("microsoft.graph.attachment"),
            fields: &[
                "contentType",
                "id",
                "isInline",
                "item",
                "lastModifiedDateTime",
                "name",
                "size",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.content_type),
            1 => SlotRef::String(&self.id),
            2 => SlotRef::Bool(&self.is_inline),
            3 => SlotRef::Object(&self.item),
            4 => SlotRef::Text(&self.last_modified_date_time),
            5 => SlotRef::String(&self.name),
            6 => SlotRef::I32(&self.size),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.content_type),
            1 => SlotMut::String(&mut self.id),
            2 => SlotMut::Bool(&mut self.is_inline),
            3 => SlotMut::Object(&mut self.item),
            4 => SlotMut::Text(&mut self.last_modified_date_time),
            5 => SlotMut::String(&mut self.name),
            6 => SlotMut::I32(&mut self.size),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(ItemAttachment);

impl Extends<Attachment> for ItemAttachment {}

impl Extends<Entity> for ItemAttachment {}

/// `microsoft.graph.message`.
#[derive(Default)]
pub struct Message {
    /// `id`.
    pub id: Option<String>,
    /// `createdDateTime`.
    pub created_date_time: Option<DateTimeOffset>,
    /// `receivedDateTime`.
    pub received_date_time: Option<DateTimeOffset>,
    /// `sentDateTime`.
    pub sent_date_time: Option<DateTimeOffset>,
    /// `hasAttachments`.
    pub has_attachments: Option<bool>,
    /// `internetMessageId`.
    pub internet_message_id: Option<String>,
    /// `subject`.
    pub subject: Option<String>,
    /// `bodyPreview`.
    pub body_preview: Option<String>,
    /// `importance`.
    pub importance: Option<Importance>,
    /// `parentFolderId`.
    pub parent_folder_id: Option<String>,
    /// `conversationId`.
    pub conversation_id: Option<String>,
    /// `isRead`.
    pub is_read: Option<bool>,
    /// `isDraft`.
    pub is_draft: Option<bool>,
    /// `webLink`.
    pub web_link: Option<String>,
    /// `categories`.
    pub categories: Option<Vec<String>>,
    /// `body`.
    pub body: Option<Box<ItemBody>>,
    /// `sender`.
    pub sender: Option<Box<Recipient>>,
    /// `from`.
    pub from: Option<Box<Recipient>>,
    /// `toRecipients`.
    pub to_recipients: Option<Vec<Recipient>>,
    /// `ccRecipients`.
    pub cc_recipients: Option<Vec<Recipient>>,
    /// `replyTo`.
    pub reply_to: Option<Vec<Recipient>>,
    /// `attachments`.
    pub attachments: Option<Vec<Attachment>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Message {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.message",
            base: Some("microsoft.graph.entity"),
            fields: &[
                "attachments",
                "body",
                "bodyPreview",
                "categories",
                "ccRecipients",
                "conversationId",
                "createdDateTime",
                "from",
                "hasAttachments",
                "id",
                "importance",
                "internetMessageId",
                "isDraft",
                "isRead",
                "parentFolderId",
                "receivedDateTime",
                "replyTo",
                "sender",
                "sentDateTime",
                "subject",
                "toRecipients",
                "webLink",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Objects(&self.attachments),
            1 => SlotRef::Object(&self.body),
            2 => SlotRef::String(&self.body_preview),
            3 => SlotRef::Strings(&self.categories),
            4 => SlotRef::Objects(&self.cc_recipients),
            5 => SlotRef::String(&self.conversation_id),
            6 => SlotRef::Text(&self.created_date_time),
            7 => SlotRef::Object(&self.from),
            8 => SlotRef::Bool(&self.has_attachments),
            9 => SlotRef::String(&self.id),
            10 => SlotRef::Text(&self.importance),
            11 => SlotRef::String(&self.internet_message_id),
            12 => SlotRef::Bool(&self.is_draft),
            13 => SlotRef::Bool(&self.is_read),
            14 => SlotRef::String(&self.parent_folder_id),
            15 => SlotRef::Text(&self.received_date_time),
            16 => SlotRef::Objects(&self.reply_to),
            17 => SlotRef::Object(&self.sender),
            18 => SlotRef::Text(&self.sent_date_time),
            19 => SlotRef::String(&self.subject),
            20 => SlotRef::Objects(&self.to_recipients),
            21 => SlotRef::String(&self.web_link),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Objects(&mut self.attachments),
            1 => SlotMut::Object(&mut self.body),
            2 => SlotMut::String(&mut self.body_preview),
            3 => SlotMut::Strings(&mut self.categories),
            4 => SlotMut::Objects(&mut self.cc_recipients),
            5 => SlotMut::String(&mut self.conversation_id),
            6 => SlotMut::Text(&mut self.created_date_time),
            7 => SlotMut::Object(&mut self.from),
            8 => SlotMut::Bool(&mut self.has_attachments),
            9 => SlotMut::String(&mut self.id),
            10 => SlotMut::Text(&mut self.importance),
            11 => SlotMut::String(&mut self.internet_message_id),
            12 => SlotMut::Bool(&mut self.is_draft),
            13 => SlotMut::Bool(&mut self.is_read),
            14 => SlotMut::String(&mut self.parent_folder_id),
            15 => SlotMut::Text(&mut self.received_date_time),
            16 => SlotMut::Objects(&mut self.reply_to),
            17 => SlotMut::Object(&mut self.sender),
            18 => SlotMut::Text(&mut self.sent_date_time),
            19 => SlotMut::String(&mut self.subject),
            20 => SlotMut::Objects(&mut self.to_recipients),
            21 => SlotMut::String(&mut self.web_link),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Message);

impl Extends<Entity> for Message {}

/// `microsoft.graph.sample`.
#[derive(Default)]
pub struct Sample {
    /// `flag`.
    pub flag: Option<bool>,
    /// `u8`.
    pub u8: Option<u8>,
    /// `i8`.
    pub i8: Option<i8>,
    /// `i16`.
    pub i16: Option<i16>,
    /// `i32`.
    pub i32: Option<i32>,
    /// `i64`.
    pub i64: Option<i64>,
    /// `f32`.
    pub f32: Option<f32>,
    /// `f64`.
    pub f64: Option<f64>,
    /// `text`.
    pub text: Option<String>,
    /// `texts`.
    pub texts: Option<Vec<String>>,
    /// `importance`.
    pub importance: Option<Importance>,
    /// `usages`.
    pub usages: Option<Flags<KeyUsage>>,
    /// `moment`.
    pub moment: Option<DateTimeOffset>,
    /// `day`.
    pub day: Option<Date>,
    /// `clock`.
    pub clock: Option<TimeOfDay>,
    /// `length`.
    pub length: Option<Duration>,
    /// `guid`.
    pub guid: Option<Guid>,
    /// `bytes`.
    pub bytes: Option<Binary>,
    /// `stream`.
    pub stream: Option<Stream>,
    /// `decimal`.
    pub decimal: Option<Decimal>,
    /// `json`.
    pub json: Option<Json>,
    /// `child`.
    pub child: Option<Box<Sample>>,
    /// `children`.
    pub children: Option<Vec<Sample>>,
    /// `flags`.
    pub flags: Option<Vec<bool>>,
    /// `integers`.
    pub integers: Option<Vec<i64>>,
    /// `doubles`.
    pub doubles: Option<Vec<f64>>,
    /// `decimals`.
    pub decimals: Option<Vec<Decimal>>,
    /// `values`.
    pub values: Option<Vec<Json>>,
    /// `levels`.
    pub levels: Option<Vec<Importance>>,
    /// `guids`.
    pub guids: Option<Vec<Guid>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Sample {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "microsoft.graph.sample",
            base: None,
            fields: &[
                "bytes",
                "child",
                "children",
                "clock",
                "day",
                "decimal",
                "decimals",
                "doubles",
                "f32",
                "f64",
                "flag",
                "flags",
                "guid",
                "guids",
                "i16",
                "i32",
                "i64",
                "i8",
                "importance",
                "integers",
                "json",
                "length",
                "levels",
                "moment",
                "stream",
                "text",
                "texts",
                "u8",
                "usages",
                "values",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Text(&self.bytes),
            1 => SlotRef::Object(&self.child),
            2 => SlotRef::Objects(&self.children),
            3 => SlotRef::Text(&self.clock),
            4 => SlotRef::Text(&self.day),
            5 => SlotRef::Decimal(&self.decimal),
            6 => SlotRef::Scalars(&self.decimals),
            7 => SlotRef::Scalars(&self.doubles),
            8 => SlotRef::F32(&self.f32),
            9 => SlotRef::F64(&self.f64),
            10 => SlotRef::Bool(&self.flag),
            11 => SlotRef::Scalars(&self.flags),
            12 => SlotRef::Text(&self.guid),
            13 => SlotRef::Scalars(&self.guids),
            14 => SlotRef::I16(&self.i16),
            15 => SlotRef::I32(&self.i32),
            16 => SlotRef::I64(&self.i64),
            17 => SlotRef::I8(&self.i8),
            18 => SlotRef::Text(&self.importance),
            19 => SlotRef::Scalars(&self.integers),
            20 => SlotRef::Json(&self.json),
            21 => SlotRef::Text(&self.length),
            22 => SlotRef::Scalars(&self.levels),
            23 => SlotRef::Text(&self.moment),
            24 => SlotRef::Text(&self.stream),
            25 => SlotRef::String(&self.text),
            26 => SlotRef::Strings(&self.texts),
            27 => SlotRef::U8(&self.u8),
            28 => SlotRef::Text(&self.usages),
            29 => SlotRef::Scalars(&self.values),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Text(&mut self.bytes),
            1 => SlotMut::Object(&mut self.child),
            2 => SlotMut::Objects(&mut self.children),
            3 => SlotMut::Text(&mut self.clock),
            4 => SlotMut::Text(&mut self.day),
            5 => SlotMut::Decimal(&mut self.decimal),
            6 => SlotMut::Scalars(&mut self.decimals),
            7 => SlotMut::Scalars(&mut self.doubles),
            8 => SlotMut::F32(&mut self.f32),
            9 => SlotMut::F64(&mut self.f64),
            10 => SlotMut::Bool(&mut self.flag),
            11 => SlotMut::Scalars(&mut self.flags),
            12 => SlotMut::Text(&mut self.guid),
            13 => SlotMut::Scalars(&mut self.guids),
            14 => SlotMut::I16(&mut self.i16),
            15 => SlotMut::I32(&mut self.i32),
            16 => SlotMut::I64(&mut self.i64),
            17 => SlotMut::I8(&mut self.i8),
            18 => SlotMut::Text(&mut self.importance),
            19 => SlotMut::Scalars(&mut self.integers),
            20 => SlotMut::Json(&mut self.json),
            21 => SlotMut::Text(&mut self.length),
            22 => SlotMut::Scalars(&mut self.levels),
            23 => SlotMut::Text(&mut self.moment),
            24 => SlotMut::Text(&mut self.stream),
            25 => SlotMut::String(&mut self.text),
            26 => SlotMut::Strings(&mut self.texts),
            27 => SlotMut::U8(&mut self.u8),
            28 => SlotMut::Text(&mut self.usages),
            29 => SlotMut::Scalars(&mut self.values),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Sample);
