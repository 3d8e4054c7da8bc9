//! What a request may give back: a response in, a value out, and the same body again.

use super::received::Received;
use crate::runtime::edm::Json;
use crate::runtime::json::{DecodeError, Fault, Kind, Reader, Writer};
use crate::runtime::object::{
    Extra, Misfit, Mode, Object, SlotMut, SlotRef, decode_slice, misfits, text_of, to_json_string,
};

/// A type that a response decodes into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type that a response decodes into",
    label = "no response",
    note = "a response is a struct of the API, `Page`, `Value`, `Json`, `Bytes`, `NoContent`, `Redirect`, `Accepted`, or \
            an `Option` of one of these where the body may be empty"
)]
pub trait Response: Sized {
    /// The `Accept` header of requests for it; `None` where no content is expected.
    const ACCEPT: Option<&'static str> = Some("application/json");

    /// Whether a redirect is the response itself, rather than the way to it.
    const IS_REDIRECT: bool = false;

    /// Decodes a response.
    ///
    /// # Errors
    /// Headers or body are not what the type expects.
    fn decode(received: &mut Received<'_>, mode: Mode) -> Result<Self, DecodeError>;

    /// The body that decodes into this value.
    fn encode(&self) -> Vec<u8>;

    /// The values in the body that did not fit their properties.
    fn all_misfits(&self) -> Vec<Misfit>;

    /// Shows a value that holds nothing, if the type is a struct of the API.
    #[doc(hidden)]
    fn with_empty(_look: &mut dyn FnMut(&mut dyn Object)) {}
}

/// An object; also in an envelope, `{"value": {…}}`, which is remembered.
impl<T: Object + Default> Response for T {
    fn decode(received: &mut Received<'_>, mode: Mode) -> Result<Self, DecodeError> {
        let mut object = Self::default();
        decode_enveloped(&received.body, &mut object, mode)?;
        Ok(object)
    }

    fn encode(&self) -> Vec<u8> {
        encode_enveloped(self)
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        misfits(self)
    }

    fn with_empty(look: &mut dyn FnMut(&mut dyn Object)) {
        look(&mut Self::default());
    }
}

/// What may or may not have a body.
impl<R: Response> Response for Option<R> {
    const ACCEPT: Option<&'static str> = R::ACCEPT;

    fn decode(received: &mut Received<'_>, mode: Mode) -> Result<Self, DecodeError> {
        if received.body.trim_ascii().is_empty() {
            return Ok(None);
        }
        R::decode(received, mode).map(Some)
    }

    fn encode(&self) -> Vec<u8> {
        self.as_ref().map_or_else(Vec::new, Response::encode)
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        self.as_ref().map_or_else(Vec::new, Response::all_misfits)
    }

    fn with_empty(look: &mut dyn FnMut(&mut dyn Object)) {
        R::with_empty(look);
    }
}

impl Response for Json {
    fn decode(received: &mut Received<'_>, _mode: Mode) -> Result<Self, DecodeError> {
        Self::from_slice(&received.body)
    }

    fn encode(&self) -> Vec<u8> {
        self.as_str().as_bytes().to_vec()
    }

    fn all_misfits(&self) -> Vec<Misfit> {
        Vec::new()
    }
}

fn decode_enveloped(body: &[u8], object: &mut dyn Object, mode: Mode) -> Result<(), DecodeError> {
    let text = text_of(body)?;
    // A type whose own `value` can be an object is never taken for an envelope; one whose `value` is a text or a
    // number is, since nothing else explains an object there.
    let own = object.meta().fields.binary_search(&"value").ok().map(|index| object.field(index));
    let takes_object = matches!(own, Some(SlotRef::Object(_) | SlotRef::Json(_)));
    let envelope = if takes_object { None } else { envelope(text).ok().flatten() };
    let Some((inner, annotations)) = envelope else {
        return decode_slice(body, object, mode);
    };
    // Decoded in its place, so that an error tells the place in the whole body.
    decode_inner(text, inner, object, mode)?;
    if let SlotMut::Extra(extra) = object.field_mut(usize::MAX) {
        extra.set_envelope(annotations);
    }
    Ok(())
}

fn decode_inner(
    text: &str,
    inner: &str,
    object: &mut dyn Object,
    mode: Mode,
) -> Result<(), DecodeError> {
    let start = inner.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
    let decoded = crate::runtime::object::decode_text(Reader::new(inner), object, mode);
    decoded.map_err(|fault: Box<Fault>| {
        fault.moved_by(start).in_member("value").into_error(text.as_bytes())
    })
}

/// The object in `{"value": {…}}` and the annotations beside it, as JSON members; `None` for any other text.
fn envelope(text: &str) -> Result<Option<(&str, String)>, Box<Fault>> {
    let mut reader = Reader::new(text);
    if reader.kind() != Kind::Object {
        return Ok(None);
    }
    let mut inner = None;
    let mut annotations = Writer::new();
    let mut first = true;
    reader.begin_object()?;
    while let Some(key) = reader.next_key(first)? {
        first = false;
        if key == "value" && inner.is_none() && reader.kind() == Kind::Object {
            inner = Some(reader.skip()?);
        } else if key.contains('@') {
            annotations.key(&key);
            annotations.raw(&reader.raw()?);
        } else {
            return Ok(None);
        }
    }
    reader.end()?;
    Ok(inner.map(|inner| (inner, annotations.into_string())))
}

fn encode_enveloped(object: &dyn Object) -> Vec<u8> {
    let envelope = match object.field(usize::MAX) {
        SlotRef::Extra(extra) => Extra::envelope(extra),
        _ => None,
    };
    let json = to_json_string(object);
    match envelope {
        None => json,
        Some("") => format!("{{\"value\":{json}}}"),
        Some(annotations) => format!("{{{annotations},\"value\":{json}}}"),
    }
    .into_bytes()
}
