//! The parser's events to blocks: the only loop over them.
//!
//! In: a text and where its body begins. Out: [`Block`]s. Tab groups are reduced to their HTTP tab here,
//! because their headers are level-one headings that would tear the section tree apart. A code block that
//! swallowed the next section is cut, and reading starts anew behind the cut.

use super::inline::{self, Events, Source, Text};
use super::{Block, Code, Heading, Include, annotation, options, recover, table};
use crate::diagnostic::{self, Diagnostic, Diagnostics};
use crate::span::FileId;
use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// A page with more unclosed fences than this is beyond repair; each costs a parser run.
const MAX_RESTARTS: usize = 16;

/// The blocks of `text` from `body` on.
pub(super) fn read(
    file: FileId,
    text: &str,
    body: usize,
    diagnostics: &mut Diagnostics,
) -> Vec<Block> {
    let source = Source { file, text, base: body };
    let mut reader = Reader { source, blocks: Vec::new(), tab: Tab::None, items: 0, diagnostics };
    for run in 0..=MAX_RESTARTS {
        let may_restart = run < MAX_RESTARTS;
        match reader.run(may_restart) {
            Some(cut) => (reader.source.base, reader.items) = (cut, 0),
            None => break,
        }
    }
    reader.blocks
}

/// Where we are in a docfx tab group.
#[derive(Clone, Copy, PartialEq)]
enum Tab {
    None,
    Kept,
    Dropped,
}

struct Reader<'a, 'd> {
    source: Source<'a>,
    blocks: Vec<Block>,
    tab: Tab,
    /// How many list items are open.
    items: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Reader<'a, '_> {
    /// Reads to the end, or to an unclosed fence; then the offset in the file at which to go on.
    fn run(&mut self, may_restart: bool) -> Option<usize> {
        let source = self.source;
        let slice = source.text.get(source.base..).unwrap_or_default();
        let mut events: Events<'a> =
            Parser::new_ext(slice, options()).into_offset_iter().peekable();
        loop {
            let (event, range) = events.peek()?;
            let range = range.clone();
            if is_inline(event) {
                // The words of a tight list item are without a paragraph around them.
                let pieces = inline::collect(&mut events, source);
                let end =
                    pieces.last().map_or(range.end, |piece| piece.span.end as usize - source.base);
                self.paragraph(
                    Text { span: Some(source.span(&(range.start..end))), pieces },
                    range,
                );
                continue;
            }
            let (event, _) = events.next()?;
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let pieces = inline::collect(&mut events, source);
                    self.heading(level as u8, pieces, &range);
                }
                Event::Start(Tag::Paragraph) => {
                    let pieces = inline::collect(&mut events, source);
                    let range = table::trim(source, range);
                    self.paragraph(Text { span: Some(source.span(&range)), pieces }, range);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    if let Some(cut) = self.code(&mut events, &kind, &range, may_restart) {
                        return Some(cut);
                    }
                }
                Event::Start(Tag::HtmlBlock) => {
                    skip(&mut events, TagEnd::HtmlBlock);
                    if self.tab != Tab::Dropped {
                        let comments = annotation::comments(source, &range);
                        self.blocks.extend(comments.into_iter().map(Block::Comment));
                        self.html_tables(&range);
                    }
                }
                Event::Start(Tag::Table(_)) => {
                    let span = source.span(&range);
                    let table = table::read(&mut events, source, self.diagnostics, span);
                    if self.tab != Tab::Dropped {
                        self.blocks.push(Block::Table(table));
                    }
                }
                Event::Start(Tag::BlockQuote(_)) => self.quote(&mut events, &range),
                Event::Start(Tag::Item) => self.items += 1,
                Event::End(TagEnd::Item) => self.items = self.items.saturating_sub(1),
                Event::Rule => self.tab = Tab::None,
                _ => {}
            }
        }
    }

    /// Tables in HTML are not read; that much is said.
    fn html_tables(&mut self, range: &Range<usize>) {
        let html = self.source.slice(range);
        let mut at = 0;
        while let Some(tag) = html.get(at..).and_then(|rest| rest.find('<')) {
            at += tag;
            let rest = html.get(at..).unwrap_or_default();
            if rest.starts_with("<!--") {
                at += rest.find("-->").unwrap_or(rest.len());
                continue;
            }
            let end = at + "<table".len();
            if html.get(at..end).is_some_and(|tag| tag.eq_ignore_ascii_case("<table")) {
                let span = self.source.span(&(range.start + at..range.start + end));
                self.diagnostics.push(Diagnostic::new(
                    diagnostic::Code::HtmlTable,
                    span,
                    "a table in HTML is not read",
                ));
            }
            at += 1;
        }
    }

    fn heading(&mut self, level: u8, pieces: Vec<inline::Piece>, range: &Range<usize>) {
        let target = pieces.iter().find_map(|piece| piece.href.as_deref());
        if let Some(tab) = target.and_then(|href| href.strip_prefix("#tab/")) {
            let http = tab.split('/').next().is_some_and(|name| name.eq_ignore_ascii_case("http"));
            self.tab = if http { Tab::Kept } else { Tab::Dropped };
            return;
        }
        // The line that closes a group underlines the text above it when no empty line is between.
        if self.tab != Tab::None && !self.source.slice(range).starts_with('#') {
            let range = table::trim(self.source, range.clone());
            self.paragraph(Text { span: Some(self.source.span(&range)), pieces }, range);
            self.tab = Tab::None;
            return;
        }
        // A real heading ends a group that was not closed.
        self.tab = Tab::None;
        let span = match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => crate::span::Span { end: last.span.end, ..first.span },
            _ => self.source.span(&table::trim(self.source, range.clone())),
        };
        self.blocks.push(Block::Heading(Heading {
            level,
            text: Text { span: Some(span), pieces },
            span,
        }));
    }

    fn paragraph(&mut self, text: Text, range: Range<usize>) {
        if self.tab == Tab::Dropped || text.pieces.is_empty() {
            return;
        }
        let slice = self.source.slice(&range);
        if let Some(target) = include_target(slice) {
            let span = self.source.span(&range);
            self.blocks.push(Block::Include(Include { target: target.to_owned(), span }));
        } else if slice.contains('|')
            && recover::tables(self.source, &range, &mut self.blocks, self.diagnostics)
        {
            // The paragraph was a table after all.
        } else if self.items > 0 {
            self.blocks.push(Block::Item(text));
        } else {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// A code block; the offset of a cut if it swallowed what follows.
    fn code(
        &mut self,
        events: &mut Events<'a>,
        kind: &CodeBlockKind<'_>,
        block: &Range<usize>,
        may_restart: bool,
    ) -> Option<usize> {
        let mut content = block.end..block.end;
        for (event, range) in events.by_ref() {
            match event {
                Event::Text(_) => {
                    content.start = content.start.min(range.start);
                    content.end = range.end;
                }
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        if content.start == block.end {
            content.end = content.start;
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let fenced = matches!(kind, CodeBlockKind::Fenced(_));
        let cut = if fenced && may_restart { self.find_cut(block, &content) } else { None };
        if let Some(cut) = cut {
            content.end = cut;
            let fence = block.start
                ..block.start + self.source.slice(block).lines().next().map_or(0, str::len);
            self.diagnostics.push(
                Diagnostic::new(
                    diagnostic::Code::UnclosedFence,
                    self.source.span(&fence),
                    "the code block is not closed before the next section",
                )
                .also(self.source.span(&(cut..cut)), "taken to end here"),
            );
        }
        if self.tab != Tab::Dropped {
            let content = self.source.span(&content);
            self.blocks.push(Block::Code(Code { info: info.to_ascii_lowercase(), content }));
        }
        cut.map(|cut| self.source.base + cut)
    }

    /// Where a fenced block swallowed other content: it holds another opening fence, or runs to the end of
    /// the text over a heading.
    fn find_cut(&self, block: &Range<usize>, content: &Range<usize>) -> Option<usize> {
        let slice = self.source.slice(content);
        let nested = memmem::find_iter(slice.as_bytes(), "\n```").find_map(|at| {
            let rest = slice[at + 4..].trim_start_matches([' ', '`']);
            rest.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(at + 1)
        });
        let unclosed = || {
            let whole = self.source.slice(block).trim_end();
            !whole.ends_with("```") && !whole.ends_with("~~~")
        };
        let limit = match nested {
            Some(at) => at,
            None if unclosed() => slice.len(),
            None => return None,
        };
        let mut at = 0;
        for line in slice[..limit].split_inclusive('\n') {
            let hashes = line.len() - line.trim_start_matches('#').len();
            let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
            let comment = nested.is_some() && line.starts_with("<!--");
            if heading || comment {
                return Some(content.start + at);
            }
            at += line.len();
        }
        nested.map(|at| content.start + at)
    }

    /// Block quotes are notes for readers; only what they say of deprecation is kept.
    fn quote(&mut self, events: &mut Events<'a>, range: &Range<usize>) {
        let wanted = self.tab != Tab::Dropped && mentions_deprecation(self.source.slice(range));
        let mut depth = 1_usize;
        while depth > 0 {
            let Some((event, range)) = events.next() else { return };
            match event {
                Event::Start(Tag::BlockQuote(_)) => depth += 1,
                Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
                Event::Start(Tag::Paragraph) if wanted => {
                    let mut pieces = inline::collect(events, self.source);
                    strip_alert_kind(&mut pieces);
                    let text = Text { span: Some(self.source.span(&range)), pieces };
                    if mentions_deprecation(self.source.slice(&range)) {
                        self.blocks.push(Block::Alert(text));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Removes the `[!NOTE]` at the head of an alert.
fn strip_alert_kind(pieces: &mut [inline::Piece]) {
    let Some(first) = pieces.first_mut() else { return };
    let Some((kind, _)) = first.text.strip_prefix("[!").and_then(|rest| rest.split_once(']'))
    else {
        return;
    };
    let cut = kind.len() + "[!]".len();
    first.span = first.place(cut..first.text.len());
    first.text.drain(..cut);
}

fn mentions_deprecation(text: &str) -> bool {
    text.contains("eprecat")
}

fn skip(events: &mut Events<'_>, until: TagEnd) {
    for (event, _) in events.by_ref() {
        if event == Event::End(until) {
            return;
        }
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::InlineHtml(_) => true,
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        _ => false,
    }
}

/// The path of `[!INCLUDE [title](path)]` if that is what the paragraph is.
fn include_target(paragraph: &str) -> Option<&str> {
    let rest = paragraph.strip_prefix("[!INCLUDE")?;
    Some(rest.split_once("](")?.1.split_once(')')?.0.trim())
}
