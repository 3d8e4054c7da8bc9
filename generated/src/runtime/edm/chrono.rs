//! Conversions to and from chrono's types.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc};

use super::{Date, DateParts, DateTimeOffset, Duration, OutOfRange, TimeOfDay, TimeParts};

fn out_of_range(text: &str, target: &'static str) -> OutOfRange {
    OutOfRange { text: text.into(), target }
}

impl TryFrom<&DateTimeOffset> for DateTime<FixedOffset> {
    type Error = OutOfRange;

    fn try_from(value: &DateTimeOffset) -> Result<Self, OutOfRange> {
        let parts = value.parts();
        let moment = || {
            let clock = naive_date(parts.date)?.and_time(naive_time(parts.time)?);
            let offset = FixedOffset::east_opt(i32::from(parts.offset_minutes) * 60)?;
            clock.and_local_timezone(offset).single()
        };
        moment().ok_or_else(|| out_of_range(value.as_str(), "chrono::DateTime"))
    }
}

impl TryFrom<&DateTimeOffset> for DateTime<Utc> {
    type Error = OutOfRange;

    fn try_from(value: &DateTimeOffset) -> Result<Self, OutOfRange> {
        DateTime::<FixedOffset>::try_from(value).map(Self::from)
    }
}

impl TryFrom<&Date> for NaiveDate {
    type Error = OutOfRange;

    fn try_from(value: &Date) -> Result<Self, OutOfRange> {
        naive_date(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "chrono::NaiveDate"))
    }
}

impl TryFrom<&TimeOfDay> for NaiveTime {
    type Error = OutOfRange;

    fn try_from(value: &TimeOfDay) -> Result<Self, OutOfRange> {
        naive_time(value.parts()).ok_or_else(|| out_of_range(value.as_str(), "chrono::NaiveTime"))
    }
}

impl TryFrom<&Duration> for TimeDelta {
    type Error = OutOfRange;

    fn try_from(value: &Duration) -> Result<Self, OutOfRange> {
        let parts = value.parts();
        let length = || {
            let seconds = i64::try_from(parts.whole_seconds()?).ok()?;
            let length = Self::new(seconds, parts.nanosecond)?;
            Some(if parts.negative { -length } else { length })
        };
        length().ok_or_else(|| out_of_range(value.as_str(), "chrono::TimeDelta"))
    }
}

impl<Zone: chrono::TimeZone> From<DateTime<Zone>> for DateTimeOffset {
    fn from(value: DateTime<Zone>) -> Self {
        Self(value.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true).into_boxed_str())
    }
}

impl From<NaiveDate> for Date {
    fn from(value: NaiveDate) -> Self {
        Self(value.to_string().into_boxed_str())
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(value: NaiveTime) -> Self {
        Self(value.to_string().into_boxed_str())
    }
}

fn naive_date(parts: DateParts) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(parts.year, parts.month.into(), parts.day.into())
}

/// A leap second is the second before it, as long again: chrono's own form.
fn naive_time(parts: TimeParts) -> Option<NaiveTime> {
    let leap = parts.second == 60;
    let second = if leap { 59 } else { parts.second };
    let nanosecond = parts.nanosecond + if leap { 1_000_000_000 } else { 0 };
    NaiveTime::from_hms_nano_opt(parts.hour.into(), parts.minute.into(), second.into(), nanosecond)
}
