//! Comparing words of headings and header cells.
//!
//! In: text as people type it. Out: the same, folded: lower case, single spaces, no invisible characters, no
//! trailing colon.

/// Folds `text`.
pub(crate) fn fold(text: &str) -> String {
    if let Some(folded) = fold_plain(text) {
        return folded;
    }
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars() {
        if is_invisible(character) {
            continue;
        }
        if character.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else {
            out.extend(character.to_lowercase());
        }
    }
    let end = out.trim_end_matches([':', ' ']).len();
    out.truncate(end);
    out
}

/// Folds ASCII whose only white space is single spaces between words, as in most texts; `None` for others.
fn fold_plain(text: &str) -> Option<String> {
    let text = text.trim_end_matches([':', ' ']);
    let is_plain = !text.starts_with(' ')
        && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && !text.contains("  ");
    is_plain.then(|| text.to_ascii_lowercase())
}

/// Zero-width characters and byte order marks.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// `text` without invisible characters.
pub(crate) fn visible(mut text: String) -> String {
    if !text.is_ascii() {
        text.retain(|character| !is_invisible(character));
    }
    text
}

/// `text` without invisible characters and white space at its ends, and where that is in it.
pub(crate) fn trim(text: &str) -> (&str, std::ops::Range<usize>) {
    let skip = |c: char| c.is_whitespace() || is_invisible(c);
    let trimmed = text.trim_matches(skip);
    let start = text.len() - text.trim_start_matches(skip).len();
    (trimmed, start.min(text.len())..start.min(text.len()) + trimmed.len())
}

/// The first occurrence of `needle` (in lower case ASCII) in `text`, in any case.
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let last = text.len().checked_sub(needle.len())?;
    // Look for the rarest letter: most texts hold none of the words that are looked for.
    let (offset, rarest) = needle
        .iter()
        .copied()
        .enumerate()
        .min_by_key(|(_, byte)| FREQUENCY[usize::from(*byte & 127)])?;
    let candidates = &text[offset..=last + offset];
    memchr::memchr2_iter(rarest, rarest.to_ascii_uppercase(), candidates)
        .find(|&at| text[at..at + needle.len()].eq_ignore_ascii_case(needle))
}

/// The first occurrence of `needle` in `text` as it is written. For texts as short as cells; `str::find` gets ready
/// for longer ones.
pub(crate) fn position(text: &str, needle: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), needle.as_bytes())
}

/// How common an ASCII character is in English text, roughly; the unlisted are rare.
const FREQUENCY: [u8; 128] = {
    let common = b"jqxzkvbpygfwmucldrhsnioate ";
    let mut table = [0; 128];
    let mut at = 0;
    while at < common.len() {
        table[common[at] as usize] = at as u8 + 1;
        at += 1;
    }
    table
};

/// Whether `text` holds `needle` (in lower case ASCII) in any case.
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    find(text, needle).is_some()
}

/// A name as the API forms them: letters, digits, `_`, and dots between the parts of a qualified name.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
        && !text.ends_with('.')
}
