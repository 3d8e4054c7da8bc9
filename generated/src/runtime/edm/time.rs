//! Conversions to and from the time crate's types.

use time::{Month, OffsetDateTime, Time, UtcOffset};

use super::{Date, DateParts, DateTimeOffset, Duration, OutOfRange, TimeOfDay, TimeParts};

fn out_of_range(text: &str, target: &'static str) -> OutOfRange {
    OutOfRange { text: text.into(), target }
}

impl TryFrom<&DateTimeOffset> for OffsetDateTime {
    type Error = OutOfRange;

    fn try_from(value: &DateTimeOffset) -> Result<Self, OutOfRange> {
        let parts = value.parts();
        let moment = || {
            let offset = UtcOffset::from_whole_seconds(i32::from(parts.offset_minutes) * 60);
            Some(Self::new_in_offset(day(parts.date)?, clock(parts.time)?, offset.ok()?))
        };
        moment().ok_or_else(|| out_of_range(value.as_str(), "time::OffsetDateTime"))
    }
}

impl TryFrom<&Date> for time::Date {
    type Error = OutOfRange;

    fn try_from(value: &Date) -> Result<Self, OutOfRange> {
        day(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "time::Date"))
    }
}

impl TryFrom<&TimeOfDay> for Time {
    type Error = OutOfRange;

    fn try_from(value: &TimeOfDay) -> Result<Self, OutOfRange> {
        clock(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "time::Time"))
    }
}

impl TryFrom<&Duration> for time::Duration {
    type Error = OutOfRange;

    fn try_from(value: &Duration) -> Result<Self, OutOfRange> {
        let parts = value.parts();
        let length = || {
            let seconds = i64::try_from(parts.whole_seconds()?).ok()?;
            let length = Self::new(seconds, parts.nanosecond.cast_signed());
            Some(if parts.negative { -length } else { length })
        };
        length().ok_or_else(|| out_of_range(value.as_str(), "time::Duration"))
    }
}

impl From<OffsetDateTime> for DateTimeOffset {
    fn from(value: OffsetDateTime) -> Self {
        let (date, time) = (value.date(), value.time());
        let offset = value.offset();
        let sign = if offset.is_negative() { '-' } else { '+' };
        let (hours, minutes, _) = offset.as_hms();
        let (hours, minutes) = (hours.unsigned_abs(), minutes.unsigned_abs());
        let text =
            format!("{}T{}{sign}{hours:02}:{minutes:02}", Date::from(date), TimeOfDay::from(time));
        Self(text.into_boxed_str())
    }
}

impl From<time::Date> for Date {
    fn from(value: time::Date) -> Self {
        let (year, month, day) = value.to_calendar_date();
        let sign = if year < 0 { "-" } else { "" };
        let text = format!("{sign}{:04}-{:02}-{day:02}", year.unsigned_abs(), u8::from(month));
        Self(text.into_boxed_str())
    }
}

impl From<Time> for TimeOfDay {
    fn from(value: Time) -> Self {
        let (hour, minute, second, nanosecond) = value.as_hms_nano();
        let mut text = format!("{hour:02}:{minute:02}:{second:02}");
        if nanosecond > 0 {
            let digits = format!(".{nanosecond:09}");
            text.push_str(digits.trim_end_matches('0'));
        }
        Self(text.into_boxed_str())
    }
}

fn day(parts: DateParts) -> Option<time::Date> {
    let month = Month::try_from(parts.month).ok()?;
    time::Date::from_calendar_date(parts.year, month, parts.day).ok()
}

/// A leap second becomes the second before it.
fn clock(parts: TimeParts) -> Option<Time> {
    Time::from_hms_nano(parts.hour, parts.minute, parts.second.min(59), parts.nanosecond).ok()
}
