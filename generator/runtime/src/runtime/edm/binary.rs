//! `Edm.Binary` and `Edm.Stream`: checked base64 text, and text of any kind.

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::text_type;

text_type! {
    /// `Edm.Binary`: bytes as base64 text, in the standard or the URL-safe alphabet, padded or not.
    ///
    /// The text stays as received, and equality is of the text: the same bytes in two alphabets differ. To compare
    /// bytes, decode them.
    Binary, "base64 text", check
}

text_type! {
    /// `Edm.Stream`: what a body holds of a stream, mostly a link or inline content; any text.
    /// Equality is of the text.
    Stream, "a string", any
}

fn any(_text: &str) -> Result<(), &'static str> {
    Ok(())
}

fn check(text: &str) -> Result<(), &'static str> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    let plain =
        digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    let url_safe =
        || digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !plain && !url_safe() {
        return Err("a character that base64 does not have");
    }
    let complete = padding == 0 || (padding <= 2 && text.len().is_multiple_of(4));
    if digits.len() % 4 == 1 || !complete {
        return Err("base64 text of an impossible length");
    }
    Ok(())
}

/// Services pad as they like, and leave what they like in the last bits.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_allow_trailing_bits(true)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent);

impl Binary {
    /// The bytes as padded base64 text in the standard alphabet.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let text = base64::engine::general_purpose::STANDARD.encode(bytes);
        Self(text.into_boxed_str())
    }

    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let url_safe = self.as_str().contains(['-', '_']);
        let alphabet = if url_safe { &URL_SAFE } else { &STANDARD };
        // The text was checked when the value was made.
        GeneralPurpose::new(alphabet, LENIENT).decode(self.as_str()).unwrap_or_default()
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(bytes.as_slice())
    }
}

impl<const N: usize> From<&[u8; N]> for Binary {
    fn from(bytes: &[u8; N]) -> Self {
        Self::from(bytes.as_slice())
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self::from_bytes(bytes)
    }
}
