//! Dates and times: checked text, taken apart on request.

use super::text_type;

text_type! {
    /// `Edm.DateTimeOffset`: a moment with its offset from UTC, such as `2014-01-01T00:00:00Z`.
    ///
    /// The text stays as received, and equality is of the text: one moment spelled in two ways is two values. To
    /// compare moments, compare what [`DateTimeOffset::parts`] or a date library makes of them.
    DateTimeOffset, "a date and time with offset", date_time
}

text_type! {
    /// `Edm.Date`: a day, such as `2014-01-01`.
    ///
    /// Equality is of the text, of which there is one for a day.
    Date, "a date", date
}

text_type! {
    /// `Edm.TimeOfDay`: a time of the day, such as `17:30:00`.
    ///
    /// The text stays as received, and equality is of the text: `17:30:00` and `17:30:00.0` differ. To compare times,
    /// compare their [`TimeOfDay::parts`].
    TimeOfDay, "a time of day", time_of_day
}

/// A date, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateParts {
    /// The year, negative before the year 0.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A time of day, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeParts {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 60.
    pub second: u8,
    /// The fraction of the second; digits beyond nanoseconds are cut.
    pub nanosecond: u32,
}

/// A moment, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateTimeParts {
    /// The date where the clock shows it.
    pub date: DateParts,
    /// The time that the clock shows.
    pub time: TimeParts,
    /// How many minutes the clock is ahead of UTC.
    pub offset_minutes: i16,
}

// The text was checked when the value was made, so the fallbacks below are never seen.
impl DateTimeOffset {
    /// The moment, taken apart.
    #[must_use]
    pub fn parts(&self) -> DateTimeParts {
        date_time(self.as_str()).unwrap_or(DateTimeParts {
            date: FIRST_DAY,
            time: MIDNIGHT,
            offset_minutes: 0,
        })
    }
}

impl Date {
    /// The date, taken apart.
    #[must_use]
    pub fn parts(&self) -> DateParts {
        date(self.as_str()).unwrap_or(FIRST_DAY)
    }
}

impl TimeOfDay {
    /// The time, taken apart.
    #[must_use]
    pub fn parts(&self) -> TimeParts {
        time_of_day(self.as_str()).unwrap_or(MIDNIGHT)
    }
}

const FIRST_DAY: DateParts = DateParts { year: 1, month: 1, day: 1 };

const MIDNIGHT: TimeParts = TimeParts { hour: 0, minute: 0, second: 0, nanosecond: 0 };

type Checked<T> = Result<T, &'static str>;

fn date_time(text: &str) -> Checked<DateTimeParts> {
    let Some((day, clock)) = text.split_once(['T', 't']) else {
        return Err("no `T` between date and time");
    };
    let date = date(day)?;
    let at = clock.find(['Z', 'z', '+', '-']);
    let Some((time, offset)) = at.and_then(|at| clock.split_at_checked(at)) else {
        return Err("no offset from UTC at the end");
    };
    Ok(DateTimeParts { date, time: time_of_day(time)?, offset_minutes: offset_minutes(offset)? })
}

fn offset_minutes(text: &str) -> Checked<i16> {
    const REASON: &str = "the offset is neither `Z` nor of the form `+hh:mm`";
    if matches!(text, "Z" | "z") {
        return Ok(0);
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return Err(REASON),
    };
    let (hours, minutes) = rest.split_once(':').ok_or(REASON)?;
    let hours = two_digits(hours, 23).ok_or(REASON)?;
    let minutes = two_digits(minutes, 59).ok_or(REASON)?;
    Ok(sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

fn date(text: &str) -> Checked<DateParts> {
    const REASON: &str = "the date is not of the form `yyyy-mm-dd`";
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut fields = rest.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(REASON);
    };
    let year_fits = (4..=6).contains(&year.len()) && year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| year_fits).ok_or(REASON)?;
    let year = if negative { -year } else { year };
    let month = two_digits(month, 12).ok_or("no such month")?;
    let day = two_digits(day, 31).ok_or("no such day")?;
    if month == 0 || day == 0 || day > days_in(year, month) {
        return Err("no such day");
    }
    Ok(DateParts { year, month, day })
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn time_of_day(text: &str) -> Checked<TimeParts> {
    const REASON: &str = "the time is not of the form `hh:mm:ss`";
    let mut fields = text.split(':');
    let (Some(hour), Some(minute), seconds, None) =
        (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(REASON);
    };
    let (second, nanosecond) = match seconds.map(|text| text.split_once('.')) {
        None => (0, 0),
        Some(None) => (two_digits(seconds.unwrap_or_default(), 60).ok_or(REASON)?, 0),
        Some(Some((second, fraction))) => (
            two_digits(second, 60).ok_or(REASON)?,
            nanoseconds(fraction).ok_or("the fraction of a second is no number")?,
        ),
    };
    Ok(TimeParts {
        hour: two_digits(hour, 23).ok_or(REASON)?,
        minute: two_digits(minute, 59).ok_or(REASON)?,
        second,
        nanosecond,
    })
}

/// The fraction of a second in nanoseconds; digits beyond are cut.
pub(super) fn nanoseconds(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    Some(padded.fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
}

fn two_digits(text: &str, most: u8) -> Option<u8> {
    let &[tens, ones] = text.as_bytes() else {
        return None;
    };
    if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
        return None;
    }
    let value = (tens - b'0') * 10 + (ones - b'0');
    (value <= most).then_some(value)
}
