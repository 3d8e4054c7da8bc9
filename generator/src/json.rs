//! JSON as it is in pages: leniently read, with the place of every value.
//!
//! In: the text of a body and its span. Out: a [`Json`] tree and what had to be tolerated.

use crate::span::Span;

/// A JSON value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Json {
    /// The value.
    pub kind: Kind,
    /// Its place.
    pub span: Span,
}

/// The six kinds of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// The number as typed.
    Number(String),
    /// The string, unescaped.
    String(String),
    /// Elements in order.
    Array(Vec<Json>),
    /// Members in order; repeated keys are kept (the last one counts).
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The key, unescaped.
    pub key: String,
    /// The key's place, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Json,
}

impl Json {
    /// The last member called `key`, if this is an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.members().iter().rev().find(|member| member.key == key).map(|member| &member.value)
    }

    /// The members, if this is an object, else none.
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// The text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The word for messages: `a string`, `an object`, …
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }
}
