//! Page text that travels into Rust docs, with links resolved.

use super::TypeId;

/// Paragraphs of inline text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocText {
    /// In page order; empty if the page says nothing.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph, or an item of the list that the paragraph before it announces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// An item of a list.
    pub item: bool,
    /// Its words.
    pub inlines: Vec<Inline>,
}

impl From<Vec<Inline>> for Paragraph {
    fn from(inlines: Vec<Inline>) -> Self {
        Self { item: false, inlines }
    }
}

impl<'a> IntoIterator for &'a Paragraph {
    type Item = &'a Inline;
    type IntoIter = std::slice::Iter<'a, Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.inlines.iter()
    }
}

impl<'a> IntoIterator for &'a mut Paragraph {
    type Item = &'a mut Inline;
    type IntoIter = std::slice::IterMut<'a, Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.inlines.iter_mut()
    }
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
