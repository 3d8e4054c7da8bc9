//! Names of the API. No Rust case anywhere.

use std::fmt;

/// `namespace.name`, e.g. `microsoft.graph.callRecords.session`, in its true case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QualifiedName(String);

impl QualifiedName {
    /// Joins a namespace and a simple name.
    pub fn new(namespace: &str, name: &str) -> Self {
        Self(format!("{namespace}.{name}"))
    }

    /// A type that only a property holds: called after its owner and that property, so that no later type renames it.
    pub fn of_property(owner: &Self, property: &str) -> Self {
        let mut name = owner.name().to_owned();
        let mut letters = property.chars();
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(letters.as_str());
        Self::new(owner.namespace(), &name)
    }

    /// Takes a name that is qualified already.
    pub fn from_qualified(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the last dot; empty if there is none.
    pub fn namespace(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(namespace, _)| namespace)
    }

    /// The part after the last dot.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('.').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
