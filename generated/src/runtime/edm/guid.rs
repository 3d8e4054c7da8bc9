//! `Edm.Guid`: checked text.

use super::text_type;

text_type! {
    /// `Edm.Guid`: a UUID, such as `00000000-0000-0000-0000-000000000000`.
    ///
    /// The text stays in the case received. Two are equal if they are the same UUID, whatever the case.
    Guid, "a GUID", check, ignoring case
}

fn check(text: &str) -> Result<(), &'static str> {
    let dashes = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    if text.len() != 36 {
        return Err("not 36 characters long");
    }
    let mut bytes = text.bytes().enumerate();
    let fits = bytes.all(|(at, byte)| match byte {
        b'-' => dashes(at),
        _ => !dashes(at) && byte.is_ascii_hexdigit(),
    });
    if fits { Ok(()) } else { Err("not five groups of hexadecimal digits with dashes between") }
}

#[cfg(feature = "uuid")]
impl From<&Guid> for uuid::Uuid {
    fn from(guid: &Guid) -> Self {
        // The text was checked when the value was made.
        Self::try_parse(guid.as_str()).unwrap_or_default()
    }
}

#[cfg(feature = "uuid")]
impl From<uuid::Uuid> for Guid {
    fn from(uuid: uuid::Uuid) -> Self {
        Self(uuid.hyphenated().to_string().into_boxed_str())
    }
}

#[cfg(feature = "uuid")]
impl Guid {
    /// This GUID as a [`uuid::Uuid`].
    #[must_use]
    pub fn to_uuid(&self) -> uuid::Uuid {
        self.into()
    }
}
