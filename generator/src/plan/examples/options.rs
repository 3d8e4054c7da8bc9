//! Query options and headers of an example request, as the calls that add them to a request.
//!
//! In: the query and the headers that a page shows, and what the request function takes already. Out: method calls of
//! the runtime's `Request`: `.top(10)`, `.select(&["id"])`, `.header("Prefer", "…")`.

use super::url::decode;
use crate::plan::items::{Expr, ThenCall};

/// Headers that whoever sends a request takes care of.
const SENDERS: [&str; 7] = [
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "date",
    "host",
    "user-agent",
];

/// The options of `query`, but for the parameters that are `taken`. A list of names that are not all properties, as
/// far as `is_property` knows, is passed as text: the runtime may take such a name for a misspelling.
pub(super) fn of_query(
    query: &str,
    taken: &[&str],
    is_property: &dyn Fn(&str) -> bool,
) -> Vec<ThenCall> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .filter(|(name, _)| !taken.iter().any(|taken| taken.eq_ignore_ascii_case(name)))
        .map(|(name, value)| option(&name, value, is_property))
        .collect()
}

/// What an item of a list of names begins with.
fn head(item: &str) -> &str {
    item.trim().split(['/', '(', ' ']).next().unwrap_or_default()
}

fn option(name: &str, value: String, is_property: &dyn Fn(&str) -> bool) -> ThenCall {
    let lists_names = matches!(name, "$select" | "$expand" | "$orderby");
    let known = !lists_names || split(&value).into_iter().map(head).all(is_property);
    let text = |value: &str| Expr::Str(value.to_owned());
    let list = |value: &str| Expr::Slice(split(value).into_iter().map(text).collect());
    let number = |value: &str| value.parse::<u32>().is_ok_and(|n| n.to_string() == value);
    let (method, args) = match name {
        name if !known => ("query", vec![text(name), Expr::Str(value)]),
        "$select" => ("select", vec![list(&value)]),
        "$expand" => ("expand", vec![list(&value)]),
        "$orderby" => ("order_by", vec![list(&value)]),
        "$filter" => ("filter", vec![Expr::Str(value)]),
        "$search" => ("search", vec![Expr::Str(value)]),
        "$top" if number(&value) => ("top", vec![Expr::Number(value)]),
        "$skip" if number(&value) => ("skip", vec![Expr::Number(value)]),
        "$count" if value == "true" => ("count", Vec::new()),
        name => ("query", vec![text(name), Expr::Str(value)]),
    };
    ThenCall { method, args }
}

/// Splits at the commas outside parentheses.
fn split(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b',' if depth <= 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts
}

/// The headers that a request of the program's own has to have, in order: not those that the sender adds, nor a
/// repeated one.
pub(super) fn shown(headers: &[(String, String)]) -> Vec<&(String, String)> {
    let mut shown: Vec<&(String, String)> = Vec::new();
    for header in headers {
        let lower = header.0.to_ascii_lowercase();
        let known = shown.iter().any(|known| known.0.eq_ignore_ascii_case(&lower));
        if !known && !SENDERS.contains(&lower.as_str()) {
            shown.push(header);
        }
    }
    shown
}

/// The calls that add the headers of `shown` which the request does not have by itself; `None` if HTTP does not allow
/// one of them.
pub(super) fn of_headers(
    shown: &[&(String, String)],
    taken: &[&str],
    media_type: Option<&str>,
) -> Option<Vec<ThenCall>> {
    let mut calls = Vec::new();
    for (name, value) in shown {
        if !is_token(name) || !value.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t')) {
            return None;
        }
        let own = name.eq_ignore_ascii_case("content-type")
            && media_type.is_some_and(|sent| essence(value).eq_ignore_ascii_case(sent));
        if own || taken.iter().any(|taken| taken.eq_ignore_ascii_case(name)) {
            continue;
        }
        let args = vec![Expr::Str(name.clone()), Expr::Str(value.clone())];
        calls.push(ThenCall { method: "header", args });
    }
    Some(calls)
}

/// A media type without its parameters.
pub(super) fn essence(value: &str) -> &str {
    value.split([';', ',']).next().unwrap_or_default().trim()
}

fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}
