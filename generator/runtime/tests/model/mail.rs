//! A message and its parts.

use super::{Attachment, Entity, Importance};
use runtime::runtime::{
    DateTimeOffset, Extends, Extra, Meta, Object, SlotMut, SlotRef, object_impls,
};

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
