//! JSON of pages to a [`Json`] tree.
//!
//! In: a byte range that claims to hold JSON. Out: the tree with the place of every value; what had to be
//! tolerated, or why it cannot be parsed, is a diagnostic.

use super::json_repair;
use crate::diagnostic::{Applicability, Code, Diagnostic, Diagnostics, Fix};
use crate::json::{Json, Kind, Member};
use crate::span::Span;
use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::BTreeMap;

/// Reads the JSON at `span`. `None` if it cannot be parsed.
pub(crate) fn read(file_text: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<Json> {
    read_text(file_text.get(span.range())?, span, diagnostics)
}

/// Reads `text`, which is at `span` or as long as what is there. `None` if it cannot be parsed.
pub(crate) fn read_text(text: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<Json> {
    let complaint = match parse(text, span, &strict(), diagnostics) {
        Ok(json) => return json,
        Err(complaint) => complaint,
    };
    match read_leniently(text, span, diagnostics) {
        Ok(json) => {
            let message = format!("not strict JSON: {}", words(&complaint));
            let mut found =
                Diagnostic::new(Code::JsonTolerated, place(span, text, &complaint), message);
            let edits = json_repair::edits(text, span);
            if !edits.is_empty() {
                found = found.fix(Fix { edits, applicability: Applicability::Safe });
            }
            diagnostics.push(found);
            json
        }
        Err(complaint) => {
            let message = format!("the JSON cannot be parsed: {}", words(&complaint));
            diagnostics.push(Diagnostic::new(
                Code::JsonSyntax,
                place(span, text, &complaint),
                message,
            ));
            None
        }
    }
}

/// Reads the annotation object at `span`: the object, and where it is not strict.
pub(crate) fn read_quietly(file_text: &str, span: Span) -> (Option<Json>, Option<Span>) {
    let Some(text) = file_text.get(span.range()) else { return (None, None) };
    let mut ignored = Diagnostics::new();
    match parse(text, span, &strict(), &mut ignored) {
        Ok(json) => (json, None),
        Err(complaint) => {
            let place = place(span, text, &complaint);
            (read_leniently(text, span, &mut ignored).ok().flatten(), Some(place))
        }
    }
}

fn read_leniently(
    text: &str,
    span: Span,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Json>, ParseError> {
    let first = parse(text, span, &ParseOptions::default(), diagnostics);
    match (first, plain_spaces(text)) {
        (Err(_), Some(plain)) => parse(&plain, span, &ParseOptions::default(), diagnostics),
        (result, _) => result,
    }
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn parse(
    text: &str,
    span: Span,
    options: &ParseOptions,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Json>, ParseError> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), options)?;
    let mut builder = Builder { text, span, diagnostics, raw_control: None };
    let json = parsed.value.map(|value| builder.value(value));
    if let Some(place) = builder.raw_control {
        let message = "not strict JSON: a string contains a line break or control character";
        diagnostics.push(Diagnostic::new(Code::JsonTolerated, place, message));
    }
    Ok(json)
}

struct Builder<'a, 'd> {
    text: &'a str,
    span: Span,
    diagnostics: &'d mut Diagnostics,
    raw_control: Option<Span>,
}

impl Builder<'_, '_> {
    fn place(&self, range: jsonc_parser::common::Range) -> Span {
        self.span.inner(range.start..range.end)
    }

    fn value(&mut self, value: Value<'_>) -> Json {
        let range = value.range();
        let span = self.place(range);
        let kind = match value {
            Value::NullKeyword(_) => Kind::Null,
            Value::BooleanLit(literal) => Kind::Bool(literal.value),
            Value::NumberLit(literal) => Kind::Number(literal.value.to_owned()),
            Value::StringLit(literal) => {
                let source = self.text.get(range.start..range.end).unwrap_or_default();
                if self.raw_control.is_none() && source.bytes().any(|byte| byte < 0x20) {
                    self.raw_control = Some(span);
                }
                Kind::String(literal.value.into_owned())
            }
            Value::Array(array) => {
                Kind::Array(array.elements.into_iter().map(|element| self.value(element)).collect())
            }
            Value::Object(object) => Kind::Object(self.members(object.properties)),
        };
        Json { kind, span }
    }

    fn members(&mut self, properties: Vec<jsonc_parser::ast::ObjectProp<'_>>) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::with_capacity(properties.len());
        for property in properties {
            let key_span = self.place(property.name.range());
            let key = match property.name {
                ObjectPropName::String(literal) => literal.value.into_owned(),
                ObjectPropName::Word(word) => word.value.to_owned(),
            };
            members.push(Member { key, key_span, value: self.value(property.value) });
        }
        for (first, second) in duplicates(&members) {
            let message = format!("the object has two properties `{}`", members[second].key);
            self.diagnostics.push(
                Diagnostic::new(Code::DuplicateKey, members[second].key_span, message)
                    .also(members[first].key_span, "first here"),
            );
        }
        members
    }
}

/// Index pairs of members with one key.
fn duplicates(members: &[Member]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    if members.len() <= 12 {
        for (second, member) in members.iter().enumerate() {
            let first = members[..second].iter().position(|known| known.key == member.key);
            found.extend(first.map(|first| (first, second)));
        }
        return found;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        match seen.get(member.key.as_str()) {
            Some(&first) => found.push((first, index)),
            None => drop(seen.insert(&member.key, index)),
        }
    }
    found
}

/// `text` with the exotic spaces between tokens turned into plain ones, byte for byte; `None` if it has none.
fn plain_spaces(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for character in text.chars() {
        let exotic = !character.is_ascii()
            && (character.is_whitespace() || super::words::is_invisible(character));
        if !in_string && exotic {
            out.extend(std::iter::repeat_n(' ', character.len_utf8()));
            continue;
        }
        if in_string {
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else {
            in_string = character == '"';
        }
        out.push(character);
    }
    Some(out)
}

/// Where the parser stopped, at least one character wide.
fn place(span: Span, text: &str, error: &ParseError) -> Span {
    let range = error.range();
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    if start == end {
        // The end of the text: point at its last character.
        let last = text[..start].char_indices().next_back().map_or(0, |(at, _)| at);
        return span.inner(last..start);
    }
    span.inner(start..end)
}

fn words(error: &ParseError) -> String {
    let text = error.kind().to_string();
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => "it is malformed".to_owned(),
    }
}
