//! One change, and how much it matters to users of the emitted crate.

use super::snapshot::Place;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

macro_rules! kinds {
    ($($variant:ident $name:literal,)+) => {
        /// What changed. The names are those of `api-diff/1`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[allow(missing_docs, reason = "each is its name in words")]
        pub enum Kind { $(#[serde(rename = $name)] $variant,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)+];

            /// The name in every format.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

kinds! {
    TypeAdded "type-added",
    TypeRemoved "type-removed",
    TypeRenamed "type-renamed",
    TypeKindChanged "type-kind-changed",
    TypeBaseChanged "type-base-changed",
    TypeOpened "type-opened",
    TypeClosed "type-closed",
    PropertyAdded "property-added",
    PropertyRemoved "property-removed",
    PropertyRenamed "property-renamed",
    PropertyMoved "property-moved",
    PropertyRetyped "property-retyped",
    PropertyBecameEnum "property-became-enum",
    PropertyCollectionChanged "property-collection-changed",
    PropertyRequiredChanged "property-required-changed",
    PropertyNullableChanged "property-nullable-changed",
    MemberAdded "member-added",
    MemberRemoved "member-removed",
    MemberRenamed "member-renamed",
    MemberValueChanged "member-value-changed",
    OperationAdded "operation-added",
    OperationRemoved "operation-removed",
    OperationRenamed "operation-renamed",
    OperationStatusChanged "operation-status-changed",
    OperationRequestChanged "operation-request-changed",
    OperationResponseChanged "operation-response-changed",
    ParameterAdded "parameter-added",
    ParameterRemoved "parameter-removed",
    ParameterRetyped "parameter-retyped",
    ParameterRequiredChanged "parameter-required-changed",
    PermissionChanged "permission-changed",
    Deprecated "deprecated",
    Undeprecated "undeprecated",
    ProseChanged "prose-changed",
    ExampleChanged "example-changed",
}

/// What a change means for code that uses the emitted crate, written as its README asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Code that compiled may no longer compile.
    Breaking,
    /// There is something new; code that compiled still does.
    Additive,
    /// Documentation, or the wire alone.
    Docs,
}

impl Class {
    /// The name in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Docs => "docs",
        }
    }
}

/// The version bump that the emitted crate needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// Nothing changed.
    None,
    /// Docs only.
    Patch,
    /// Something new.
    Minor,
    /// Something breaks.
    Major,
}

impl Bump {
    /// The name in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The version after `version`: below 1.0 the second number is the one that tells of breaks.
    pub fn next(self, version: &str) -> Option<String> {
        let mut version = semver::Version::parse(version).ok()?;
        match (self, version.major) {
            (Self::None, _) => return Some(version.to_string()),
            (Self::Major, 1..) => {
                version.major += 1;
                (version.minor, version.patch) = (0, 0);
            }
            (Self::Major, 0) | (Self::Minor, 1..) => {
                version.minor += 1;
                version.patch = 0;
            }
            (Self::Minor, 0) | (Self::Patch, _) => version.patch += 1,
        }
        (version.pre, version.build) = Default::default();
        Some(version.to_string())
    }

    /// The bump for changes of these classes.
    pub fn of(classes: impl Iterator<Item = Class>) -> Self {
        let bump = |class| match class {
            Class::Breaking => Self::Major,
            Class::Additive => Self::Minor,
            Class::Docs => Self::Patch,
        };
        classes.map(bump).max().unwrap_or(Self::None)
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The same as long as kind, item and facts are; lines do not matter.
    pub fingerprint: String,
    /// What changed.
    pub kind: Kind,
    /// What it means for users.
    pub class: Class,
    /// The API's version.
    pub version: String,
    /// What it is about.
    pub item: String,
    /// The fact before.
    pub was: Value,
    /// The fact after.
    pub now: Value,
    /// Everything in the emitted crate that it touches.
    pub rust: Vec<String>,
    /// Where the old pages say it.
    pub old: Option<Place>,
    /// Where the new pages say it.
    pub new: Option<Place>,
    /// One sentence without a full stop.
    pub message: String,
    /// Why it was accepted, if the configuration says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// The former type or signature in Rust, for witnesses.
    #[serde(skip)]
    pub old_form: Option<String>,
    /// The path in the former crate.
    #[serde(skip)]
    pub old_rust: Option<String>,
}

impl Change {
    /// Sets the fingerprint from the rest.
    pub(super) fn seal(&mut self) {
        let mut hasher = Sha256::new();
        let facts = [self.was.to_string(), self.now.to_string()];
        let parts = [self.kind.as_str(), &self.version, &self.item, &facts[0], &facts[1]];
        for part in parts {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        self.fingerprint = hex(&hasher.finalize()[..6]);
    }

    pub(super) fn sort_key(&self) -> (&str, &str, Kind, &str) {
        (&self.version, &self.item, self.kind, &self.fingerprint)
    }
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A short hash of prose: its words, whatever their case and how the lines are broken.
pub(super) fn prose_hash<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut words = String::new();
    for text in texts {
        for word in text.split_whitespace() {
            words.push_str(&word.to_lowercase());
            words.push(' ');
        }
    }
    (!words.is_empty()).then(|| hex(&Sha256::digest(words.as_bytes())[..6]))
}
