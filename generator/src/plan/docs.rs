//! Rust docs from page text.
//!
//! In: paragraphs of inline text with resolved links. Out: the lines of a doc comment, wrapped, in which
//! nothing but the links and the code is markup: no word of a page can open a list, a heading, a code block,
//! an HTML tag or a link of rustdoc's.

use super::markup::{self, Atom, Atoms, Markup, Piece, code, markup, wrap};
use crate::ir::{DocText, Inline, LinkTarget, TypeId};

/// Lines of a doc comment, without the slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    lines: Vec<Markup>,
}

/// Where links lead from the place of the docs.
pub(super) trait Links {
    /// The path of a type for an intra-doc link.
    fn type_path(&self, id: TypeId) -> Markup;
    /// The path of the function that a page documents, for an intra-doc link.
    fn function_path(&self, page: &str) -> Option<&Markup>;
    /// Where the pages are published.
    fn docs_url(&self) -> Option<&str>;
}

impl Docs {
    /// No lines.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// The lines; paragraphs are apart by an empty one.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(Markup::as_str)
    }

    /// One sentence of our own, which may hold markup.
    pub(super) fn sentence(text: impl Piece) -> Self {
        let mut docs = Self::new();
        docs.paragraph(text);
        docs
    }

    /// Adds a paragraph of our own, which may hold markup, on one line.
    pub(super) fn paragraph(&mut self, text: impl Piece) {
        self.separate();
        self.lines.push(Markup::default().with(text));
    }

    /// Adds an item of a list: words of our own, which may be markup and are not broken.
    pub(super) fn item(&mut self, words: impl IntoIterator<Item = Markup>) {
        let atoms: Vec<Atom<'_>> = words.into_iter().map(Atom::markup).collect();
        self.bullet(wrap(&atoms));
    }

    /// The same behind words of a page and a colon, if it has words.
    pub(super) fn labelled_item(&mut self, label: &str, words: impl IntoIterator<Item = Markup>) {
        let mut atoms = Atoms::default();
        if !label.trim().is_empty() {
            atoms.text(label.trim());
            atoms.markup(markup!(":"));
        }
        for word in words {
            atoms.text(" ");
            atoms.markup(word);
        }
        self.bullet(atoms.lines());
    }

    fn bullet(&mut self, lines: Vec<Markup>) {
        for (at, line) in lines.into_iter().enumerate() {
            self.lines.push(markup!(if at == 0 { "- " } else { "  " }, line));
        }
    }

    /// Adds the words of a page.
    pub(super) fn text(&mut self, text: &DocText, links: &dyn Links) {
        let mut in_list = false;
        for paragraph in &text.paragraphs {
            let lines = atoms(&paragraph.inlines, links).lines();
            if lines.is_empty() {
                continue;
            }
            if !(in_list && paragraph.item) {
                self.separate();
            }
            if paragraph.item {
                self.bullet(lines);
            } else {
                self.lines.extend(lines);
            }
            in_list = paragraph.item;
        }
    }

    /// Adds the words of a page behind some of our own.
    pub(super) fn text_after(&mut self, words: &'static str, text: &DocText, links: &dyn Links) {
        let mut said = Self::new();
        said.text(text, links);
        match said.lines.first_mut() {
            Some(first) => *first = markup!(words, " ", &*first),
            None => said.paragraph(words),
        }
        self.block(said.lines);
    }

    /// Adds a paragraph of plain words.
    pub(super) fn words(&mut self, text: &str) {
        self.block(markup::words(text));
    }

    /// Adds a line that names pages, as links if they are published.
    pub(super) fn pages<'p>(
        &mut self,
        word: &'static str,
        pages: impl Iterator<Item = &'p str>,
        docs_url: Option<&str>,
    ) {
        let mut words: Vec<Markup> = Vec::new();
        for page in pages {
            if let Some(last) = words.pop() {
                words.push(last.with(","));
            }
            words.push(self::page(page, docs_url));
        }
        let words = std::iter::once(markup!(word)).chain(words);
        let atoms: Vec<Atom<'_>> = words.map(Atom::markup).collect();
        self.block(wrap(&atoms));
    }

    /// Whether there are no lines.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn block(&mut self, lines: Vec<Markup>) {
        if !lines.is_empty() {
            self.separate();
            self.lines.extend(lines);
        }
    }

    fn separate(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Markup::default());
        }
    }
}

/// The words of `text` on one line, for the note of an attribute, which rustdoc reads as markdown.
pub(super) fn plain(text: &DocText) -> Markup {
    let mut out = String::new();
    for inline in text.paragraphs.iter().flatten() {
        let (Inline::Text(words) | Inline::Code(words) | Inline::Link { text: words, .. }) = inline;
        out.push_str(words);
    }
    markup::line(&out)
}

/// What announces that many pages.
pub(super) fn page_word(count: usize) -> &'static str {
    if count == 1 { "Page:" } else { "Pages:" }
}

/// A page's path, as a link if the pages are published.
fn page(path: &str, docs_url: Option<&str>) -> Markup {
    match docs_url {
        Some(base) => markup::link(path, true, &format!("{base}/{path}")),
        None => code(path),
    }
}

fn atoms<'a>(inlines: &'a [Inline], links: &dyn Links) -> Atoms<'a> {
    let mut atoms = Atoms::default();
    for inline in inlines {
        match inline {
            Inline::Text(text) => atoms.text(text),
            Inline::Code(text) => atoms.markup(code(text)),
            Inline::Link { text, code, target } => atoms.markup(link(text, *code, target, links)),
        }
    }
    atoms
}

fn link(text: &str, is_code: bool, target: &LinkTarget, links: &dyn Links) -> Markup {
    let url = match target {
        LinkTarget::Type(id) => return markup::item_link(text, is_code, &links.type_path(*id)),
        LinkTarget::Page(path) if links.function_path(path).is_some() => {
            let function = links.function_path(path).cloned().unwrap_or_default();
            return markup::item_link(text, is_code, &function);
        }
        LinkTarget::Page(path) => links.docs_url().map(|base| format!("{base}/{path}")),
        LinkTarget::Url(url) => is_web(url).then(|| url.clone()),
        LinkTarget::Site(path) => links.docs_url().map(|base| on_site(base, path)),
    };
    match url {
        Some(url) => markup::link(text, is_code, &url),
        None if is_code => code(text),
        None => markup::inline(text),
    }
}

fn is_web(url: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
}

/// A link that counts from the site's root, or from the folder of the pages.
fn on_site(base: &str, path: &str) -> String {
    let root = base
        .find("://")
        .and_then(|at| base[at + 3..].find('/').map(|slash| &base[..at + 3 + slash]));
    match path.strip_prefix('/') {
        Some(rest) => format!("{}/{rest}", root.unwrap_or(base)),
        None => format!("{base}/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;
    use crate::ir::Paragraph;

    struct NoLinks(Option<&'static str>, Option<Markup>);

    impl Links for NoLinks {
        fn type_path(&self, id: TypeId) -> Markup {
            markup!("super::", names::type_name(&format!("t{}", id.0)))
        }

        fn function_path(&self, page: &str) -> Option<&Markup> {
            self.1.as_ref().filter(|_| page == "v1.0/api/get.md")
        }

        fn docs_url(&self) -> Option<&str> {
            self.0
        }
    }

    #[track_caller]
    fn check(inlines: Vec<Inline>, expected: &str) {
        let mut docs = Docs::new();
        docs.text(
            &DocText { paragraphs: vec![inlines.into()] },
            &NoLinks(Some("https://docs.example/api"), Some(markup!("fn@crate::get"))),
        );
        assert_eq!(docs.lines().collect::<Vec<_>>().join("\n"), expected);
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    fn linked(words: &str, target: LinkTarget) -> Inline {
        Inline::Link { text: words.to_owned(), code: false, target }
    }

    #[test]
    fn nothing_in_text_is_markup() {
        for (given, expected) in [
            (
                "a *b* _c_ snake_case [x](y) <b> `t`",
                r"a \*b\* \_c\_ snake_case \[x\](y) \<b> \`t\`",
            ),
            ("# no heading", r"\# no heading"),
            ("- no item", r"\- no item"),
            ("1. no item", r"1\. no item"),
            ("=== no underline", r"\=== no underline"),
            ("    no code", "no code"),
            ("> no quote", r"\> no quote"),
            ("~~kept~~ &lt; AT&T & so", r"\~\~kept\~\~ \&lt; AT\&T & so"),
            ("see https://a.example/b_c_, now", "see <https://a.example/b_c_>, now"),
            ("(http://x.example)", "(<http://x.example>)"),
            ("https://", "https://"),
            ("a\u{202e}b\u{200b}c\u{a0}d", "abc d"),
        ] {
            check(vec![text(given)], expected);
        }
    }

    #[test]
    fn blanks_between_pieces_are_kept() {
        check(
            vec![
                text("set to "),
                Inline::Code("a`b".into()),
                text(", or"),
                Inline::Code("c".into()),
            ],
            "set to `` a`b ``, or`c`",
        );
    }

    #[test]
    fn links() {
        check(vec![linked("user", LinkTarget::Type(TypeId(7)))], "[user](super::T7)");
        check(vec![linked("x", LinkTarget::Page("v1.0/api/get.md".into()))], "[x](fn@crate::get)");
        check(
            vec![linked("x", LinkTarget::Page("v1.0/a.md".into()))],
            "[x](https://docs.example/api/v1.0/a.md)",
        );
        check(
            vec![linked("x", LinkTarget::Site("/graph/a b".into()))],
            "[x](https://docs.example/graph/a%20b)",
        );
        check(vec![linked("x", LinkTarget::Url("javascript:alert(1)".into()))], "x");
        check(
            vec![linked("", LinkTarget::Url("https://a.example/(b)".into()))],
            "<https://a.example/%28b%29>",
        );
        check(vec![linked("a [b]", LinkTarget::Type(TypeId(1)))], r"[a \[b\]](super::T1)");
    }

    #[test]
    fn a_list_follows_what_announces_it() {
        let item = |words: &str| Paragraph { item: true, inlines: vec![text(words)] };
        let paragraphs = vec![
            vec![text("It holds:")].into(),
            item("tea"),
            item(&"word ".repeat(20)),
            vec![text("And more.")].into(),
        ];
        let mut docs = Docs::new();
        docs.text(&DocText { paragraphs }, &NoLinks(None, None));
        let words = "word ".repeat(19);
        let long = format!("- {}", words.trim_end());
        let lines: Vec<&str> = docs.lines().collect();
        assert_eq!(lines, ["It holds:", "", "- tea", &long, "  word", "", "And more."]);
    }

    #[test]
    fn without_a_docs_url_links_are_words() {
        let mut docs = Docs::new();
        let inlines = vec![linked("the page", LinkTarget::Page("v1.0/a.md".into()))];
        docs.text(&DocText { paragraphs: vec![inlines.into()] }, &NoLinks(None, None));
        assert_eq!(docs.lines().collect::<Vec<_>>(), ["the page"]);
    }

    #[test]
    fn a_broken_line_opens_no_block() {
        let long = "word ".repeat(19) + "1. - # end";
        let mut docs = Docs::new();
        docs.text(&DocText { paragraphs: vec![vec![text(&long)].into()] }, &NoLinks(None, None));
        assert_eq!(docs.lines.len(), 2);
        assert_eq!(docs.lines[1].as_str(), r"1\. - # end");
    }
}
