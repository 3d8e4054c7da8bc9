//! Page text that travels into Rust docs, with links resolved.

use super::TypeId;

/// Paragraphs of inline text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocText {
    /// In page order; empty if the page says nothing.
    pub paragraphs: Vec<Vec<Inline>>,
}

/// A run of inline text. Nothing in it is markup: emission escapes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that were in back-ticks.
    Code(String),
    /// A link.
    Link {
        /// Its words.
        text: String,
        /// Whether the words were in back-ticks.
        code: bool,
        /// Where it leads.
        target: LinkTarget,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To the page of a type of the same version.
    Type(TypeId),
    /// To another page of the docs tree; path relative to the docs root.
    Page(String),
    /// An absolute URL.
    Url(String),
    /// Elsewhere on the documentation's site, or nowhere: only the words are kept unless a `docs-url` is configured.
    Site(String),
}

impl DocText {
    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}
