//! Primitive values and members of enumerations.
//!
//! The forms that a text must have are the runtime's own: what passes here decodes without a misfit there.

use super::Findings;
use super::object::{placeholder, quoted, wrong_kind};
use super::placeholder::is_placeholder;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Edm, Enumeration, TypeId};
use crate::json::{Json, Kind};
use runtime::runtime as form;

/// Checks a value of a primitive type.
pub(super) fn primitive(findings: &mut Findings<'_>, edm: Edm, json: &Json) {
    let expected = match edm {
        Edm::Untyped => return,
        Edm::Boolean => "true or false",
        Edm::Byte | Edm::SByte | Edm::Int16 | Edm::Int32 | Edm::Int64 => "an integer",
        Edm::Single | Edm::Double | Edm::Decimal => "a number",
        Edm::String
        | Edm::Guid
        | Edm::Date
        | Edm::DateTimeOffset
        | Edm::TimeOfDay
        | Edm::Duration
        | Edm::Binary
        | Edm::Stream => "a string",
    };
    match &json.kind {
        Kind::Null => {}
        Kind::Bool(_) if edm == Edm::Boolean => {}
        Kind::Number(text) => number(findings, edm, json, text, expected),
        Kind::String(text) => string(findings, edm, json, text, expected),
        Kind::Bool(_) | Kind::Array(_) | Kind::Object(_) => wrong_kind(findings, expected, json),
    }
}

fn number(findings: &mut Findings<'_>, edm: Edm, json: &Json, text: &str, expected: &str) {
    let (low, high) = match edm {
        Edm::Byte => (0, i128::from(u8::MAX)),
        Edm::SByte => (i128::from(i8::MIN), i128::from(i8::MAX)),
        Edm::Int16 => (i128::from(i16::MIN), i128::from(i16::MAX)),
        Edm::Int32 => (i128::from(i32::MIN), i128::from(i32::MAX)),
        Edm::Int64 => (i128::from(i64::MIN), i128::from(i64::MAX)),
        Edm::Single | Edm::Double | Edm::Decimal => return,
        _ => return wrong_kind(findings, expected, json),
    };
    match integer(text) {
        Some(value) if (low..=high).contains(&value) => {}
        Some(_) => {
            let message = format!("{text} is outside the range of {}", edm.as_str());
            findings.at(Code::WrongFormat, json.span, message);
        }
        None => findings.at(Code::WrongFormat, json.span, format!("{text} is not an integer")),
    }
}

/// The integer that a JSON number is, `1.0` and `1e3` included.
fn integer(text: &str) -> Option<i128> {
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let float: f64 = text.parse().ok()?;
    (float.fract() == 0.0 && float.abs() < 1e18).then_some(float as i128)
}

fn string(findings: &mut Findings<'_>, edm: Edm, json: &Json, text: &str, expected: &str) {
    let form = match edm {
        Edm::String | Edm::Stream => return,
        Edm::Guid => text.parse::<form::Guid>().is_ok(),
        Edm::Date => text.parse::<form::Date>().is_ok(),
        Edm::DateTimeOffset => text.parse::<form::DateTimeOffset>().is_ok(),
        Edm::TimeOfDay => text.parse::<form::TimeOfDay>().is_ok(),
        Edm::Duration => text.parse::<form::Duration>().is_ok(),
        Edm::Binary => text.parse::<form::Binary>().is_ok(),
        Edm::Single | Edm::Double if matches!(text, "NaN" | "INF" | "-INF") => return,
        _ if is_placeholder(text) => return placeholder(findings, json, text),
        _ => return wrong_kind(findings, expected, json),
    };
    if form {
        return;
    }
    if is_placeholder(text) {
        return placeholder(findings, json, text);
    }
    let message = format!("`{}` is not in the form of {}", shortened(text), edm.as_str());
    findings.at(Code::WrongFormat, json.span, message);
}

fn shortened(text: &str) -> String {
    let mut out: String = text.chars().take(40).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// Checks a member of an enumeration.
pub(super) fn member(
    findings: &mut Findings<'_>,
    id: TypeId,
    enumeration: &Enumeration,
    json: &Json,
) {
    let Kind::String(text) = &json.kind else {
        return match json.kind {
            Kind::Null => {}
            _ => wrong_kind(findings, "a member's name", json),
        };
    };
    let name = &findings.api[id].name;
    for part in text.split(',').map(str::trim) {
        // A comma-separated list is fine for flags; elsewhere the whole text is the value.
        let part = if enumeration.flags { part } else { text.as_str() };
        if enumeration.members.is_empty()
            || enumeration.members.iter().any(|member| member.name == part)
        {
            continue;
        }
        if is_placeholder(part) {
            return placeholder(findings, json, part);
        }
        let close =
            enumeration.members.iter().find(|member| member.name.eq_ignore_ascii_case(part));
        match close {
            Some(member) => {
                let message = format!("`{part}` is spelled `{}`", member.name);
                let parts = text.split(',').map(|other| {
                    let name = other.trim();
                    if name == part { other.replace(name, &member.name) } else { other.to_owned() }
                });
                let whole = if enumeration.flags {
                    parts.collect::<Vec<_>>().join(",")
                } else {
                    member.name.clone()
                };
                findings.push(
                    Diagnostic::new(Code::EnumCase, json.span, message)
                        .fix(quoted(json.span, &whole)),
                );
            }
            None => {
                let message = format!("`{part}` is not a member of `{name}`");
                let members: Vec<&str> = enumeration
                    .members
                    .iter()
                    .map(|member| member.name.as_str())
                    .take(12)
                    .collect();
                findings.push(
                    Diagnostic::new(Code::EnumValue, json.span, message)
                        .help(format!("members are {}", members.join(", "))),
                );
            }
        }
        if !enumeration.flags {
            return;
        }
    }
}
