//! What a message holds, by kind.

use super::{Entity, Message};
use runtime::runtime::{
    Binary, DateTimeOffset, Extends, Extra, Meta, Object, SlotMut, SlotRef, object_impls,
};

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
