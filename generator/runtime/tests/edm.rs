//! The OData scalars: what their texts may be, and what they convert to.

use runtime::runtime::edm::{DateParts, DateTimeParts, DurationParts, TimeParts};
use runtime::runtime::{Binary, Date, DateTimeOffset, Duration, Guid, Json, Stream, TimeOfDay};

#[track_caller]
fn moment(text: &str) -> DateTimeOffset {
    let value: DateTimeOffset = text.parse().expect("valid");
    assert_eq!(value.as_str(), text);
    value
}

#[test]
fn moments() {
    for text in [
        "2014-01-01T00:00:00Z",
        "2014-01-01T00:00Z",
        "2014-01-01t00:00:00z",
        "2014-01-01T23:59:60.1234567890123+14:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999-08:30",
        "-0044-03-15T12:00:00Z",
        "2020-02-29T00:00:00Z",
    ] {
        moment(text);
    }
    assert_eq!(
        moment("2014-03-02T04:05:06.07-01:30").parts(),
        DateTimeParts {
            date: DateParts { year: 2014, month: 3, day: 2 },
            time: TimeParts { hour: 4, minute: 5, second: 6, nanosecond: 70_000_000 },
            offset_minutes: -90,
        }
    );
    for (text, reason) in [
        ("2014-01-01", "no `T` between date and time"),
        ("2014-01-01T00:00:00", "no offset from UTC at the end"),
        ("2014-01-01 00:00:00Z", "no `T` between date and time"),
        ("2014-13-01T00:00:00Z", "no such month"),
        ("2014-00-01T00:00:00Z", "no such day"),
        ("2014-02-29T00:00:00Z", "no such day"),
        ("1900-02-29T00:00:00Z", "no such day"),
        ("2014-01-01T24:00:00Z", "the time is not of the form `hh:mm:ss`"),
        ("2014-01-01T0:00:00Z", "the time is not of the form `hh:mm:ss`"),
        ("2014-01-01T00:00:00.Z", "the fraction of a second is no number"),
        ("2014-01-01T00:00:00+0100", "the offset is neither `Z` nor of the form `+hh:mm`"),
        ("2014-01-01T00:00:00ZZ", "the offset is neither `Z` nor of the form `+hh:mm`"),
        ("14-01-01T00:00:00Z", "the date is not of the form `yyyy-mm-dd`"),
        ("String (timestamp)", "the date is not of the form `yyyy-mm-dd`"),
        ("", "no `T` between date and time"),
        ("éT", "the date is not of the form `yyyy-mm-dd`"),
        ("2014-01-01Té+", "the time is not of the form `hh:mm:ss`"),
    ] {
        let error = text.parse::<DateTimeOffset>().expect_err("invalid");
        assert_eq!(error.reason(), reason, "{text}");
    }
    let error = DateTimeOffset::try_from("now").expect_err("invalid");
    assert_eq!(
        error.to_string(),
        "expected a date and time with offset, found \"now\": no `T` between date and time"
    );
}

#[test]
fn days_and_times() {
    assert_eq!(
        "2000-02-29".parse::<Date>().expect("valid").parts(),
        DateParts { year: 2000, month: 2, day: 29 }
    );
    for text in ["2000-2-29", "2000-02-30", "20000229", "2000-02-29Z", "+2000-01-01", "2000-04-31"]
    {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    assert_eq!(
        "17:30:01.5".parse::<TimeOfDay>().expect("valid").parts(),
        TimeParts { hour: 17, minute: 30, second: 1, nanosecond: 500_000_000 }
    );
    for text in ["17", "17:60", "17:30:61", "17:30:00.x", "5:30 PM", "17:30:00Z"] {
        assert!(text.parse::<TimeOfDay>().is_err(), "{text}");
    }
}

#[test]
fn durations() {
    assert_eq!(
        "-P1Y2M3W4DT5H6M7.08S".parse::<Duration>().expect("valid").parts(),
        DurationParts {
            negative: true,
            years: 1,
            months: 2,
            weeks: 3,
            days: 4,
            hours: 5,
            minutes: 6,
            seconds: 7,
            nanosecond: 80_000_000
        }
    );
    for text in ["PT0S", "P90D", "PT8H", "P1Y", "PT1M", "P1M", "P0D", "P2W"] {
        assert!(text.parse::<Duration>().is_ok(), "{text}");
    }
    for text in [
        "P",
        "PT",
        "P1",
        "P1DT",
        "1D",
        "PT1D",
        "P1H",
        "PT1S1M",
        "P1D1D",
        "PT1.5H",
        "PT.5S",
        "P-1D",
        "PT1é",
        "P99999999999D",
        "pt1s",
    ] {
        assert!(text.parse::<Duration>().is_err(), "{text}");
    }
    use std::time::Duration as Std;
    for (seconds, nanos, text) in [
        (0, 0, "PT0S"),
        (90, 0, "PT1M30S"),
        (86_400, 0, "P1D"),
        (90_061, 500_000_000, "P1DT1H1M1.5S"),
        (0, 1, "PT0.000000001S"),
        (3600, 0, "PT1H"),
    ] {
        let std = Std::new(seconds, nanos);
        let value = Duration::from(std);
        assert_eq!(value.as_str(), text);
        assert_eq!(Std::try_from(&value.as_str().parse::<Duration>().expect("valid")), Ok(std));
    }
    assert!(Std::try_from(&"P1M".parse::<Duration>().expect("valid")).is_err());
    assert!(Std::try_from(&"-PT1S".parse::<Duration>().expect("valid")).is_err());
}

#[test]
fn guids() {
    let text = "0A1b2c3D-4e5f-6789-abcd-EF0123456789";
    assert_eq!(text.parse::<Guid>().expect("valid").as_str(), text);
    for text in [
        "not-a-guid",
        "",
        "{00000000-0000-0000-0000-000000000000}",
        "00000000-0000-0000-0000-00000000000g",
        "00000000000000000000000000000000",
        "0-00000000000-0000-0000-000000000000",
        "00000000-0000-0000-0000-0000000000é",
    ] {
        assert!(text.parse::<Guid>().is_err(), "{text}");
    }
}

#[test]
fn bytes() {
    for (text, bytes) in [
        ("", &b""[..]),
        ("AQ==", b"\x01"),
        ("AQ", b"\x01"),
        ("AR==", b"\x01"),
        ("AQI=", b"\x01\x02"),
        ("-_8", b"\xfb\xff"),
        ("+/8=", b"\xfb\xff"),
    ] {
        let value: Binary = text.parse().expect("valid");
        assert_eq!((value.as_str(), value.to_bytes().as_slice()), (text, bytes));
    }
    for text in ["A", "AQ=", "A===", "====", "A Q=", "AQ==AQ==", "+_==", "é", "base64-string!"] {
        assert!(text.parse::<Binary>().is_err(), "{text}");
    }
    assert_eq!(Binary::from_bytes(b"\xfb\xff").as_str(), "+/8=");
    assert_eq!(Binary::from(b"\xfb\xff"), Binary::from(vec![0xfb, 0xff]));
    assert_eq!("anything".parse::<Stream>().expect("any text").as_str(), "anything");
}

#[test]
fn untyped_json() {
    let json: Json = " { \"b\" : [ 1.0 , \" \\\" \" ] , \"a\" : null } ".parse().expect("JSON");
    assert_eq!(json.as_str(), r#"{"b":[1.0," \" "],"a":null}"#);
    assert_eq!(json, r#"{"a":null,"b":[1," \" "]}"#.parse().expect("JSON"));
    assert_eq!(json.to_value().expect("a tree")["b"][1], " \" ");
    assert_eq!(Json::from_value(&serde_json::json!({"a": [1, "x"]})).as_str(), r#"{"a":[1,"x"]}"#);
    assert_eq!(Json::string("a\"").as_str(), r#""a\"""#);
    assert!("{".parse::<Json>().is_err());
    assert_eq!(
        "[1,]".parse::<Json>().expect_err("not JSON").to_string(),
        "[1]: expected a value at line 1 column 4"
    );
}

#[cfg(feature = "uuid")]
#[test]
fn to_uuid_and_back() {
    let guid: Guid = "0A1b2c3D-4e5f-6789-abcd-EF0123456789".parse().expect("valid");
    assert_eq!(Guid::from(guid.to_uuid()).as_str(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
}

#[cfg(feature = "jiff")]
#[test]
fn to_jiff_and_back() {
    let stamp =
        jiff::Timestamp::try_from(&moment("2014-03-02T04:05:06.07-01:30")).expect("in range");
    assert_eq!(DateTimeOffset::from(stamp).as_str(), "2014-03-02T05:35:06.07Z");
    assert!(jiff::Timestamp::try_from(&moment("123456-01-01T00:00:00Z")).is_err());
    let day: Date = "2014-03-02".parse().expect("valid");
    assert_eq!(Date::from(jiff::civil::Date::try_from(&day).expect("in range")), day);
    let clock: TimeOfDay = "17:30:00".parse().expect("valid");
    assert_eq!(TimeOfDay::from(jiff::civil::Time::try_from(&clock).expect("in range")), clock);
    let span =
        jiff::Span::try_from(&"-P1DT2H".parse::<Duration>().expect("valid")).expect("in range");
    assert_eq!((span.get_days(), span.get_hours()), (-1, -2));
}

#[cfg(feature = "chrono")]
#[test]
fn to_chrono_and_back() {
    use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
    let local = DateTime::<FixedOffset>::try_from(&moment("2014-03-02T04:05:06.07-01:30"))
        .expect("in range");
    assert_eq!(DateTimeOffset::from(local).as_str(), "2014-03-02T05:35:06.070Z");
    assert_eq!(
        DateTime::<Utc>::try_from(&moment("2014-03-02T04:05:06.07-01:30")).ok(),
        Some(local.to_utc())
    );
    assert!(DateTime::<Utc>::try_from(&moment("2016-12-31T23:59:60Z")).is_ok());
    let day: Date = "2014-03-02".parse().expect("valid");
    assert_eq!(Date::from(NaiveDate::try_from(&day).expect("in range")), day);
    let clock: TimeOfDay = "17:30:00".parse().expect("valid");
    assert_eq!(TimeOfDay::from(NaiveTime::try_from(&clock).expect("in range")), clock);
    let length = TimeDelta::try_from(&"-PT1.5S".parse::<Duration>().expect("valid"));
    assert_eq!(length.ok(), Some(TimeDelta::milliseconds(-1500)));
    assert!(TimeDelta::try_from(&"P1Y".parse::<Duration>().expect("valid")).is_err());
}

#[cfg(feature = "time")]
#[test]
fn to_time_and_back() {
    let local =
        time::OffsetDateTime::try_from(&moment("2014-03-02T04:05:06.07-01:30")).expect("in range");
    assert_eq!(DateTimeOffset::from(local).as_str(), "2014-03-02T04:05:06.07-01:30");
    let day: Date = "2014-03-02".parse().expect("valid");
    assert_eq!(Date::from(time::Date::try_from(&day).expect("in range")), day);
    let clock: TimeOfDay = "17:30:00".parse().expect("valid");
    assert_eq!(TimeOfDay::from(time::Time::try_from(&clock).expect("in range")), clock);
    let length = time::Duration::try_from(&"-PT1.5S".parse::<Duration>().expect("valid"));
    assert_eq!(length.ok(), Some(time::Duration::milliseconds(-1500)));
}

#[test]
fn a_guid_is_equal_in_any_case() {
    use std::collections::HashSet;

    let guid = |text: &str| text.parse::<Guid>().expect("valid");
    let small = guid("0f1e2d3c-aaaa-bbbb-cccc-0123456789ab");
    let capital = guid("0F1E2D3C-AAAA-BBBB-CCCC-0123456789AB");
    assert_eq!(small, capital);
    assert_ne!(small, guid("0f1e2d3c-aaaa-bbbb-cccc-0123456789ac"));
    assert_ne!(small.as_str(), capital.as_str());
    assert_eq!(HashSet::from([small, capital]).len(), 1);
}
