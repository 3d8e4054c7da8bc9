//! A small model in the exact form of emitted code, hand-written once: it stands for what the emitter writes.
#![allow(dead_code, unused_imports, reason = "each test uses a part of the model")]

mod attachment;
mod directory;
mod enums;
mod mail;
mod metric;
mod sample;

pub use attachment::{Attachment, FileAttachment, ItemAttachment};
pub use directory::{AssignedLicense, DirectoryObject, Entity, PasswordProfile, User};
pub use enums::{Importance, KeyUsage};
pub use mail::{EmailAddress, ItemBody, Message, Recipient};
pub use metric::Metric;
pub use sample::Sample;
