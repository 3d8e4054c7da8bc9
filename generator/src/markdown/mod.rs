//! One text to a flat list of blocks, with byte spans down to the table cell.
//!
//! In: the text of a file. Out: a [`Document`]: front matter, then headings, paragraphs, tables, code and
//! comments in page order. This room knows what the documentation tool chain makes of a text (docfx tabs,
//! alerts, includes) and how tables and fences get broken, but not what any of it means.
//!
//! ```text
//! # user resource type           Heading
//! <!-- { "blockType": … } -->    Comment
//! ```http … ```                  Code
//! ```

mod annotation;
mod blocks;
mod front_matter;
mod inline;
mod recover;
mod table;

pub use annotation::Comment;
pub use front_matter::FrontMatter;
pub use inline::{Piece, Style, Text};
pub use table::{Table, TableRow};

use crate::diagnostic::Diagnostics;
use crate::span::{FileId, Span};

/// A text as blocks.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The keys of the front matter.
    pub front_matter: FrontMatter,
    /// The blocks in order. Block quotes, thematic breaks and all tabs but the HTTP one are left out.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading; tab headers are none.
    Heading(Heading),
    /// A paragraph outside lists.
    Paragraph(Text),
    /// A paragraph of a list item.
    Item(Text),
    /// A table, read by the markdown parser or line by line.
    Table(Table),
    /// A code block.
    Code(Code),
    /// An HTML comment.
    Comment(Comment),
    /// `[!INCLUDE [title](path)]`, alone in its paragraph.
    Include(Include),
    /// A paragraph of a block quote that speaks of deprecation; other quotes are left out.
    Alert(Text),
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: Text,
    /// Its words' place, without the number signs.
    pub span: Span,
}

/// A code block.
#[derive(Clone, Debug)]
pub struct Code {
    /// First word after the fence, lower-cased.
    pub info: String,
    /// What is between the fences, as in the source.
    pub content: Span,
}

/// An include directive.
#[derive(Clone, Debug)]
pub struct Include {
    /// The path as written.
    pub target: String,
    /// The directive.
    pub span: Span,
}

/// Reads `text`.
pub fn parse(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Document {
    let (front_matter, body) = front_matter::read(file, text, diagnostics);
    let blocks = blocks::read(file, text, body, diagnostics);
    Document { front_matter, blocks }
}

/// Reads `range` of `text` as inline markdown, for front ends that find cells and paragraphs themselves.
pub fn parse_inline(file: FileId, text: &str, range: std::ops::Range<usize>) -> Text {
    inline::fragment(file, text, range)
}

/// The only place where the markdown dialect is chosen.
fn options() -> pulldown_cmark::Options {
    pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
}
