//! Durations: checked ISO 8601 text, taken apart on request.

use super::calendar::nanoseconds;
use super::{OutOfRange, text_type};

text_type! {
    /// `Edm.Duration`: a length of time, such as `P1DT2H30M`.
    ///
    /// The text stays as received, and equality is of the text: `PT60M` and `PT1H` differ. To compare lengths, compare
    /// what [`Duration::parts`] says, or convert to [`std::time::Duration`].
    Duration, "a duration", parse
}

/// A duration, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DurationParts {
    /// Whether the whole duration is negative.
    pub negative: bool,
    /// Years, of no certain length.
    pub years: u32,
    /// Months, of no certain length.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days, of 24 hours.
    pub days: u32,
    /// Hours.
    pub hours: u32,
    /// Minutes.
    pub minutes: u32,
    /// Seconds.
    pub seconds: u32,
    /// The fraction of the second; digits beyond nanoseconds are cut.
    pub nanosecond: u32,
}

impl DurationParts {
    /// The length in whole seconds, without sign; `None` with years or months, which have no certain length.
    #[must_use]
    pub fn whole_seconds(&self) -> Option<u64> {
        if self.years != 0 || self.months != 0 {
            return None;
        }
        let days = u64::from(self.weeks) * 7 + u64::from(self.days);
        let hours = days * 24 + u64::from(self.hours);
        let minutes = hours * 60 + u64::from(self.minutes);
        Some(minutes * 60 + u64::from(self.seconds))
    }
}

impl Duration {
    /// The duration, taken apart.
    #[must_use]
    pub fn parts(&self) -> DurationParts {
        // The text was checked when the value was made.
        parse(self.as_str()).unwrap_or_default()
    }
}

impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        let (seconds, fraction) = (duration.as_secs(), duration.subsec_nanos());
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let mut text = String::from("P");
        if hours >= 24 {
            text.push_str(&format!("{}D", hours / 24));
        }
        let mut clock = String::new();
        for (count, unit) in [(hours % 24, 'H'), (minutes, 'M')] {
            if count > 0 {
                clock.push_str(&format!("{count}{unit}"));
            }
        }
        let seconds = seconds % 60;
        if fraction > 0 {
            let digits = format!("{fraction:09}");
            clock.push_str(&format!("{seconds}.{}S", digits.trim_end_matches('0')));
        } else if seconds > 0 {
            clock.push_str(&format!("{seconds}S"));
        }
        if clock.is_empty() && text.len() == 1 {
            clock.push_str("0S");
        }
        if !clock.is_empty() {
            text.push('T');
            text.push_str(&clock);
        }
        Self(text.into_boxed_str())
    }
}

impl TryFrom<&Duration> for std::time::Duration {
    type Error = OutOfRange;

    fn try_from(duration: &Duration) -> Result<Self, OutOfRange> {
        let parts = duration.parts();
        let seconds = parts.whole_seconds().filter(|_| !parts.negative);
        seconds.map(|seconds| Self::new(seconds, parts.nanosecond)).ok_or_else(|| OutOfRange {
            text: duration.as_str().into(),
            target: "std::time::Duration",
        })
    }
}

fn parse(text: &str) -> Result<DurationParts, &'static str> {
    const REASON: &str = "not of the form `P1DT2H3M4.5S`";
    let mut parts = DurationParts::default();
    let rest = match text.strip_prefix('-') {
        Some(rest) => {
            parts.negative = true;
            rest
        }
        None => text.strip_prefix('+').unwrap_or(text),
    };
    let rest = rest.strip_prefix('P').ok_or("no `P` at the start")?;
    let (days, clock) = match rest.split_once('T') {
        Some((_, "")) => return Err("nothing after `T`"),
        Some((days, clock)) => (days, clock),
        None if rest.is_empty() => return Err("nothing after `P`"),
        None => (rest, ""),
    };
    let mut units = "YMWD".chars();
    let mut rest = days;
    while let Some((count, unit, tail)) = component(rest) {
        let count = count.parse().map_err(|_| REASON)?;
        // Units come in order, each once: what was passed over is used up.
        units.find(|&next| next == unit).ok_or(REASON)?;
        match unit {
            'Y' => parts.years = count,
            'M' => parts.months = count,
            'W' => parts.weeks = count,
            _ => parts.days = count,
        }
        rest = tail;
    }
    if !rest.is_empty() {
        return Err(REASON);
    }
    let mut units = "HMS".chars();
    let mut rest = clock;
    while let Some((count, unit, tail)) = component(rest) {
        units.find(|&next| next == unit).ok_or(REASON)?;
        match unit {
            'H' => parts.hours = count.parse().map_err(|_| REASON)?,
            'M' => parts.minutes = count.parse().map_err(|_| REASON)?,
            _ => (parts.seconds, parts.nanosecond) = seconds(count).ok_or(REASON)?,
        }
        rest = tail;
    }
    if rest.is_empty() { Ok(parts) } else { Err(REASON) }
}

/// Splits `12H30M` into `12`, `H` and `30M`.
fn component(text: &str) -> Option<(&str, char, &str)> {
    let (at, unit) = text.char_indices().find(|(_, c)| !c.is_ascii_digit() && *c != '.')?;
    let (count, tail) = text.split_at_checked(at)?;
    // `u32::from_str` takes a sign; counts have none.
    let digits = count.bytes().next()?.is_ascii_digit();
    digits.then_some(())?;
    Some((count, unit, tail.get(unit.len_utf8()..)?))
}

fn seconds(text: &str) -> Option<(u32, u32)> {
    match text.split_once('.') {
        Some((whole, fraction)) => Some((whole.parse().ok()?, nanoseconds(fraction)?)),
        None => Some((text.parse().ok()?, 0)),
    }
}
