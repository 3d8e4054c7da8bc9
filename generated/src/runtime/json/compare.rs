//! Two JSON texts in, the first difference out: numbers compare by exact value, members in any order.

use std::borrow::Cow;
use std::fmt;

use super::fault::{push_element, push_member};
use super::{Fault, Kind, Reader, describe};

/// Where two JSON texts differ first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonDifference {
    path: String,
    left: String,
    right: String,
}

impl JsonDifference {
    /// The JSON path of the difference; empty for the whole text.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for JsonDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the body" } else { &self.path };
        write!(f, "{place}: {} became {}", self.left, self.right)
    }
}

impl std::error::Error for JsonDifference {}

/// Whether two JSON texts state the same value: `1` equals `1.0`, members may come in any order, and of members with
/// the same key the last counts.
///
/// # Errors
/// The first difference, or that a text is not JSON.
pub fn json_equal(left: &[u8], right: &[u8]) -> Result<(), JsonDifference> {
    let left = tree(left).map_err(|error| invalid(&error, "JSON"))?;
    let right = tree(right).map_err(|error| invalid("JSON", &error))?;
    let mut path = String::new();
    compare(&left, &right, &mut path)
}

enum Tree<'a> {
    /// `null`, booleans.
    Word(&'a str),
    Number(&'a str),
    Text(Cow<'a, str>),
    Array(Vec<Tree<'a>>, &'a str),
    /// Sorted by key, each key once.
    Object(Vec<(Cow<'a, str>, Tree<'a>)>, &'a str),
}

impl Tree<'_> {
    fn show(&self) -> String {
        match self {
            Self::Word(text) | Self::Number(text) => (*text).to_owned(),
            Self::Text(text) => describe(&format!("{text:?}")),
            Self::Array(_, text) | Self::Object(_, text) => describe(text),
        }
    }
}

fn invalid(left: &str, right: &str) -> JsonDifference {
    JsonDifference { path: String::new(), left: left.to_owned(), right: right.to_owned() }
}

fn tree(bytes: &[u8]) -> Result<Tree<'_>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut reader = Reader::new(text);
    let parsed = node(&mut reader).and_then(|tree| reader.end().map(|()| tree));
    parsed.map_err(|fault| format!("text that is not JSON ({})", fault.into_error(bytes)))
}

fn node<'a>(reader: &mut Reader<'a>) -> Result<Tree<'a>, Box<Fault>> {
    let start = reader.offset();
    Ok(match reader.kind() {
        Kind::String => Tree::Text(reader.string()?),
        Kind::Number => Tree::Number(reader.number()?),
        Kind::Array => {
            let mut elements = Vec::new();
            reader.begin_array()?;
            while reader.next_element(elements.is_empty())? {
                elements.push(node(reader)?);
            }
            Tree::Array(elements, reader.since(start))
        }
        Kind::Object => {
            let mut members = Vec::new();
            reader.begin_object()?;
            while let Some(key) = reader.next_key(members.is_empty())? {
                members.push((key, node(reader)?));
            }
            // Reversed before a stable sort, the last of equal keys comes first, and the first is what dedup keeps.
            members.reverse();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            members.dedup_by(|a, b| a.0 == b.0);
            Tree::Object(members, reader.since(start))
        }
        Kind::Null | Kind::Bool | Kind::Invalid => Tree::Word(reader.skip()?),
    })
}

fn compare(left: &Tree<'_>, right: &Tree<'_>, path: &mut String) -> Result<(), JsonDifference> {
    let equal = match (left, right) {
        (Tree::Word(a), Tree::Word(b)) => a == b,
        (Tree::Number(a), Tree::Number(b)) => Number::of(a) == Number::of(b),
        (Tree::Text(a), Tree::Text(b)) => a == b,
        (Tree::Array(a, _), Tree::Array(b, _)) if a.len() == b.len() => {
            return compare_elements(a, b, path);
        }
        (Tree::Object(a, _), Tree::Object(b, _)) => return compare_members(a, b, path),
        _ => false,
    };
    if equal {
        return Ok(());
    }
    Err(JsonDifference { path: path.clone(), left: left.show(), right: right.show() })
}

fn compare_elements(
    a: &[Tree<'_>],
    b: &[Tree<'_>],
    path: &mut String,
) -> Result<(), JsonDifference> {
    let length = path.len();
    for (index, (left, right)) in a.iter().zip(b).enumerate() {
        push_element(path, index);
        compare(left, right, path)?;
        path.truncate(length);
    }
    Ok(())
}

type Members<'a> = [(Cow<'a, str>, Tree<'a>)];

fn compare_members(
    a: &Members<'_>,
    b: &Members<'_>,
    path: &mut String,
) -> Result<(), JsonDifference> {
    let length = path.len();
    for (key, left) in a {
        push_member(path, key);
        match b.binary_search_by(|member| member.0.cmp(key)) {
            Ok(at) => {
                if let Some((_, right)) = b.get(at) {
                    compare(left, right, path)?;
                }
            }
            Err(_) => return Err(missing(path, left.show(), "nothing".to_owned())),
        }
        path.truncate(length);
    }
    for (key, right) in b {
        if a.binary_search_by(|member| member.0.cmp(key)).is_err() {
            push_member(path, key);
            return Err(missing(path, "nothing".to_owned(), right.show()));
        }
    }
    Ok(())
}

fn missing(path: &str, left: String, right: String) -> JsonDifference {
    JsonDifference { path: path.to_owned(), left, right }
}

/// A number by value: its significant digits and the place of the point.
#[derive(PartialEq)]
struct Number {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Number {
    fn of(text: &str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        if digits.is_empty() {
            return Self { negative: false, digits: String::new(), exponent: 0 };
        }
        // Beyond i64 an exponent saturates: such numbers are equal if their digits are.
        let limit = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let exponent: i64 = exponent.parse().unwrap_or(limit);
        let trailing = all.len() - all.trim_end_matches('0').len();
        let shift =
            i64::try_from(trailing).unwrap_or(0) - i64::try_from(fraction.len()).unwrap_or(0);
        Self { negative, digits: digits.to_owned(), exponent: exponent.saturating_add(shift) }
    }
}
