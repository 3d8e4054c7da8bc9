//! What two states of an API are compared by: names and facts, without the model they came from.
//!
//! A snapshot is made from a model (`model`), read from an exported IR (`export`) or from the record of an emitted
//! crate (`record`). What a source cannot tell is `None`, and what one side cannot tell is not compared.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One state of an API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// By name.
    pub versions: BTreeMap<String, Version>,
    /// Whether the source tells descriptions and examples. If not, their absence means nothing.
    pub tells_prose: bool,
}

/// One version of the API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// By qualified name.
    pub types: BTreeMap<String, Type>,
    /// By request line, such as `GET /users/{id}`.
    pub operations: BTreeMap<String, Operation>,
}

/// Where something is stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The page, relative to the docs root.
    pub file: String,
    /// Its line, if the source of the snapshot knows it.
    pub line: Option<u32>,
    /// Its column, in characters.
    pub column: Option<u32>,
    /// Its bytes, for showing them.
    #[serde(skip)]
    pub bytes: Option<(u32, u32)>,
}

/// What something is in the emitted crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rust {
    /// `v1_0::types::User::display_name`
    pub path: String,
    /// Its type or signature with whole paths, if the source of the snapshot knows it.
    pub form: Option<String>,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Type {
    /// `entity`, `complex`, `object`, `enum`, or `flags` for an enumeration whose members can be combined.
    pub kind: String,
    /// The base type.
    pub base: Option<String>,
    /// Accepts undeclared properties.
    pub open: bool,
    /// The pages call it deprecated.
    pub deprecated: Option<bool>,
    /// A hash of its description.
    pub prose: Option<String>,
    /// A hash of the representations that pages show.
    pub examples: Option<String>,
    /// Its own properties.
    pub properties: BTreeMap<String, Property>,
    /// The members of an enumeration.
    pub members: BTreeMap<String, Member>,
    /// Where.
    pub place: Option<Place>,
    /// In Rust.
    pub rust: Option<Rust>,
}

/// A property, or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// `Edm.String`, or `[Edm.String]` for a collection.
    pub ty: String,
    /// Leads to another entity.
    pub navigation: bool,
    /// Must be sent.
    pub required: Option<bool>,
    /// May be null.
    pub nullable: Option<bool>,
    /// The pages call it deprecated.
    pub deprecated: Option<bool>,
    /// A hash of its description.
    pub prose: Option<String>,
    /// An argument of the function: part of the URL, or a header.
    pub in_url: bool,
    /// Where.
    pub place: Option<Place>,
    /// In Rust.
    pub rust: Option<Rust>,
}

/// A header without which a request fails: an argument of its function, as a parameter in the URL is.
pub(super) fn required_header(place: Option<Place>) -> Property {
    Property {
        ty: "Edm.String".to_owned(),
        navigation: false,
        required: None,
        nullable: None,
        deprecated: None,
        prose: None,
        in_url: true,
        place,
        rust: None,
    }
}

/// A member of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its number, or text, as JSON.
    pub value: Option<String>,
    /// A hash of its description.
    pub prose: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// In Rust.
    pub rust: Option<Rust>,
}

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The type that is sent.
    pub request: Option<String>,
    /// The type that comes back.
    pub response: Option<String>,
    /// The status of success.
    pub status: Option<u16>,
    /// By name.
    pub parameters: BTreeMap<String, Property>,
    /// By account; scopes least-privileged first.
    pub permissions: BTreeMap<String, Vec<String>>,
    /// The pages call it deprecated.
    pub deprecated: Option<bool>,
    /// A hash of its description.
    pub prose: Option<String>,
    /// A hash of its examples.
    pub examples: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// In Rust.
    pub rust: Option<Rust>,
}

impl Version {
    /// `name` and its bases, nearest first; ends at a circle.
    pub fn lineage<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        let mut next = Some(name);
        while let Some(current) = next.filter(|current| seen.insert(*current)) {
            out.push(current);
            next = self.types.get(current).and_then(|ty| ty.base.as_deref());
        }
        out
    }

    /// The type that declares property `property` of `name`: itself or its nearest base that does.
    pub fn declares<'a>(
        &'a self,
        name: &'a str,
        property: &str,
    ) -> Option<(&'a str, &'a Property)> {
        self.lineage(name).into_iter().find_map(|ty| {
            self.types.get(ty)?.properties.get(property).map(|property| (ty, property))
        })
    }

    /// Every type that derives from `name`.
    pub fn derived<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let names = self.types.keys().map(String::as_str);
        names.filter(move |ty| *ty != name && self.lineage(ty).contains(&name))
    }
}

impl Snapshot {
    /// Whether nothing was recognised at all.
    pub fn is_empty(&self) -> bool {
        self.versions
            .values()
            .all(|version| version.types.is_empty() && version.operations.is_empty())
    }
}

impl Type {
    /// Whether it is an enumeration.
    pub fn is_enumeration(&self) -> bool {
        self.kind == "enum" || self.kind == "flags"
    }
}

/// The (element) type of `[T]` or `T`, and whether it is a collection.
pub(super) fn element(ty: &str) -> (&str, bool) {
    match ty.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        Some(inner) => (inner, true),
        None => (ty, false),
    }
}

/// A request line with its placeholders blanked: two that differ only in those are one request.
pub(crate) fn shape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut depth = 0usize;
    for c in line.chars() {
        match c {
            '{' | '<' => {
                depth += 1;
                if depth == 1 {
                    out.push_str("{}");
                }
            }
            '}' | '>' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}
