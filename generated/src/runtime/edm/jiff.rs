//! Conversions to and from jiff's types.

use jiff::civil;

use super::{Date, DateTimeOffset, Duration, OutOfRange, TimeOfDay};

fn out_of_range(text: &str, target: &'static str) -> OutOfRange {
    OutOfRange { text: text.into(), target }
}

impl TryFrom<&DateTimeOffset> for jiff::Timestamp {
    type Error = OutOfRange;

    fn try_from(value: &DateTimeOffset) -> Result<Self, OutOfRange> {
        let error = || out_of_range(value.as_str(), "jiff::Timestamp");
        let parts = value.parts();
        let date = civil_date(parts.date).ok_or_else(error)?;
        let clock = date.to_datetime(civil_time(parts.time).ok_or_else(error)?);
        let seconds = i32::from(parts.offset_minutes) * 60;
        let offset = jiff::tz::Offset::from_seconds(seconds).map_err(|_| error())?;
        offset.to_timestamp(clock).map_err(|_| error())
    }
}

impl TryFrom<&Date> for civil::Date {
    type Error = OutOfRange;

    fn try_from(value: &Date) -> Result<Self, OutOfRange> {
        civil_date(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "jiff::civil::Date"))
    }
}

impl TryFrom<&TimeOfDay> for civil::Time {
    type Error = OutOfRange;

    fn try_from(value: &TimeOfDay) -> Result<Self, OutOfRange> {
        civil_time(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "jiff::civil::Time"))
    }
}

impl TryFrom<&Duration> for jiff::Span {
    type Error = OutOfRange;

    fn try_from(value: &Duration) -> Result<Self, OutOfRange> {
        let text = value.as_str();
        text.parse().map_err(|_| out_of_range(text, "jiff::Span"))
    }
}

impl From<jiff::Timestamp> for DateTimeOffset {
    fn from(value: jiff::Timestamp) -> Self {
        Self(value.to_string().into_boxed_str())
    }
}

impl From<civil::Date> for Date {
    fn from(value: civil::Date) -> Self {
        Self(value.to_string().into_boxed_str())
    }
}

impl From<civil::Time> for TimeOfDay {
    fn from(value: civil::Time) -> Self {
        Self(value.to_string().into_boxed_str())
    }
}

fn civil_date(parts: super::DateParts) -> Option<civil::Date> {
    let year = i16::try_from(parts.year).ok()?;
    civil::Date::new(year, parts.month.cast_signed(), parts.day.cast_signed()).ok()
}

/// A leap second becomes the second before it, as in jiff's own parser.
fn civil_time(parts: super::TimeParts) -> Option<civil::Time> {
    civil::Time::new(
        parts.hour.cast_signed(),
        parts.minute.cast_signed(),
        parts.second.min(59).cast_signed(),
        parts.nanosecond.cast_signed(),
    )
    .ok()
}
