//! Number text in, Rust numbers out, only where nothing is lost.

/// The integer that `text` states, also when it is spelled `5.0`; `None` if it is no integer or too large.
#[inline]
pub(crate) fn integer(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| {
        let (whole, fraction) = text.split_once('.')?;
        let zeros = fraction.bytes().all(|byte| byte == b'0');
        if zeros { whole.parse().ok() } else { None }
    })
}

/// The double nearest to `text`, and whether the writer would spell it otherwise; `None` beyond the range of doubles.
#[inline]
pub(crate) fn double(text: &str) -> Option<(f64, bool)> {
    let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
    let short = is_short(text, 15);
    Some((value, !short && write_double(value) != text))
}

/// As [`double`], for singles.
#[inline]
pub(crate) fn single(text: &str) -> Option<(f32, bool)> {
    let value: f32 = text.parse().ok().filter(|value: &f32| value.is_finite())?;
    let short = is_short(text, 6);
    Some((value, !short && write_single(value) != text))
}

/// Whether the shortest spelling of the parsed value must be `text`: few digits, no exponent, no padding zeros.
fn is_short(text: &str, digits: usize) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let padded =
        text == "0" || text.starts_with("0.000") || (text.contains('.') && text.ends_with('0'));
    plain && text.len() <= digits && (!padded || text == "0")
}

/// The shortest text that reads back as `value`; integral values without a fraction, as services write them.
pub(crate) fn write_double(value: f64) -> String {
    if is_plain_integer(value) {
        return itoa::Buffer::new().format(truncate(value)).to_owned();
    }
    zmij::Buffer::new().format_finite(value).to_owned()
}

/// As [`write_double`], for singles.
pub(crate) fn write_single(value: f32) -> String {
    if is_plain_integer(f64::from(value)) && value.abs() < 16_777_216.0 {
        return itoa::Buffer::new().format(truncate(f64::from(value))).to_owned();
    }
    zmij::Buffer::new().format_finite(value).to_owned()
}

/// Whether `value` is an integer small enough that its digits are its shortest spelling, and not `-0`.
pub(crate) fn is_plain_integer(value: f64) -> bool {
    value.fract() == 0.0 && value.abs() < 1e15 && !(value == 0.0 && value.is_sign_negative())
}

/// Exact for every value that [`is_plain_integer`] admits.
#[allow(clippy::cast_possible_truncation, reason = "is_plain_integer bounds the value")]
pub(crate) fn truncate(value: f64) -> i64 {
    value as i64
}
