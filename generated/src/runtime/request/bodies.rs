//! Bodies that are no struct of the API: one value, bytes, nothing.

use http::header::{CONTENT_RANGE, CONTENT_TYPE};

use crate::runtime::json::DecodeError;
use crate::runtime::object::{Extra, Meta, Misfit, Mode, Object, Scalar, SlotMut, SlotRef};

use super::received::Received;
use super::response::Response;

/// A single value, or a collection of scalars: `{"value": …}`.
pub struct Value<S> {
    /// The value.
    pub value: Option<S>,
    /// Annotations and whatever else the body has.
    pub extra: Extra,
}

impl<S> Default for Value<S> {
    fn default() -> Self {
        Self { value: None, extra: Extra::default() }
    }
}

impl<S: Scalar> Object for Value<S> {
    fn meta(&self) -> &'static Meta {
        &Meta { name: "value", base: None, fields: &["value"] }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::Scalars(&self.value),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::Scalars(&mut self.value),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

impl<S: Scalar> Clone for Value<S> {
    fn clone(&self) -> Self {
        crate::runtime::clone_object(self)
    }
}

impl<S: Scalar> PartialEq for Value<S> {
    fn eq(&self, other: &Self) -> bool {
        crate::runtime::equal_objects(self, other)
    }
}

impl<S: Scalar> std::fmt::Debug for Value<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        crate::runtime::debug_object(self, f)
    }
}

/// A response without a body; one that has a body all the same keeps it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NoContent {
    body: Vec<u8>,
}

impl NoContent {
    /// The body that was received, empty as a rule.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl std::fmt::Debug for NoContent {
    /// Without the body.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NoContent({} bytes)", self.body.len())
    }
}

impl Response for NoContent {
    const ACCEPT: Option<&'static str> = None;

    fn decode(received: &mut Received<'_>, _mode: Mode) -> Result<Self, DecodeError> {
        Ok(Self { body: received.take_body() })
    }

    fn encode(&self) -> Vec<u8> {
        self.body.clone()
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        Vec::new()
    }
}

/// A response of any content, such as a photo or a file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Bytes {
    /// The content.
    pub content: Vec<u8>,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Content-Range` header, where a part was asked for: `bytes 0-99/1000`.
    pub content_range: Option<String>,
}

impl Bytes {
    /// The first byte's place in the whole, the last one's, and the size of the whole if the service knows it; `None` if
    /// the response is no part.
    #[must_use]
    pub fn range(&self) -> Option<(u64, u64, Option<u64>)> {
        let range = self.content_range.as_deref()?.strip_prefix("bytes ")?;
        let (places, size) = range.split_once('/')?;
        let (first, last) = places.split_once('-')?;
        Some((first.parse().ok()?, last.parse().ok()?, size.parse().ok()))
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.content
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(content: Vec<u8>) -> Self {
        Self { content, ..Self::default() }
    }
}

impl std::fmt::Debug for Bytes {
    /// Without the content.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { content, content_type, content_range } = self;
        f.debug_struct("Bytes")
            .field("content", &format_args!("{} bytes", content.len()))
            .field("content_type", content_type)
            .field("content_range", content_range)
            .finish()
    }
}

impl Response for Bytes {
    const ACCEPT: Option<&'static str> = Some("*/*");

    fn decode(received: &mut Received<'_>, _mode: Mode) -> Result<Self, DecodeError> {
        let text = |name| received.header(name).map(str::to_owned);
        Ok(Self {
            content_type: text(CONTENT_TYPE),
            content_range: text(CONTENT_RANGE),
            content: received.take_body(),
        })
    }

    fn encode(&self) -> Vec<u8> {
        self.content.clone()
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        Vec::new()
    }
}
