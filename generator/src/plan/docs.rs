//! Rust docs from page text.
//!
//! In: paragraphs of inline text with resolved links. Out: the lines of a doc comment, wrapped, in which
//! nothing but the links and the code is markup: no word of a page can open a list, a heading, a code block,
//! an HTML tag or a link of rustdoc's.

use super::markup::{Atom, clean, code, destination, escape, escape_word, wrap};
use crate::ir::{DocText, Inline, LinkTarget, TypeId};
use std::borrow::Cow;

/// Lines of a doc comment, without the slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// Paragraphs are apart by an empty line.
    pub lines: Vec<String>,
}

/// Where links lead from the place of the docs.
pub(super) trait Links {
    /// The path of a type for an intra-doc link.
    fn type_path(&self, id: TypeId) -> String;
    /// The path of the function that a page documents, for an intra-doc link.
    fn function_path(&self, page: &str) -> Option<&str>;
    /// Where the pages are published.
    fn docs_url(&self) -> Option<&str>;
}

impl Docs {
    /// No lines.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// One sentence of our own, which may hold markup.
    pub(super) fn sentence(text: impl Into<String>) -> Self {
        let mut docs = Self::new();
        docs.paragraph(text);
        docs
    }

    /// Adds a paragraph of our own, which may hold markup, on one line.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        self.separate();
        self.lines.push(text.into());
    }

    /// Adds lines that follow the last one directly.
    pub(super) fn follow(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines.extend(lines);
    }

    /// Adds an item of a list: words of our own, which may be markup and are not broken.
    pub(super) fn item(&mut self, words: impl IntoIterator<Item = String>) {
        let atom = |text| Atom { text: Cow::Owned(text), glued: false };
        let atoms: Vec<Atom<'_>> = words.into_iter().map(atom).collect();
        self.bullet(wrap(&atoms));
    }

    /// The same behind words of a page and a colon, if it has words.
    pub(super) fn labelled_item(&mut self, label: &str, words: impl IntoIterator<Item = String>) {
        let atom = |text| Atom { text, glued: false };
        let mut atoms: Vec<Atom<'_>> = label
            .split_whitespace()
            .map(|word| atom(Cow::Owned(escaped(clean(word)).into_owned())))
            .collect();
        if let Some(last) = atoms.last_mut() {
            last.text.to_mut().push(':');
        }
        atoms.extend(words.into_iter().map(|word| atom(Cow::Owned(word))));
        self.bullet(wrap(&atoms));
    }

    fn bullet(&mut self, lines: Vec<String>) {
        for (at, line) in lines.into_iter().enumerate() {
            self.lines.push(format!("{} {line}", if at == 0 { "-" } else { " " }));
        }
    }

    /// Adds the words of a page.
    pub(super) fn text(&mut self, text: &DocText, links: &dyn Links) {
        let mut in_list = false;
        for paragraph in &text.paragraphs {
            let lines = wrap(&atoms(&paragraph.inlines, links));
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

    /// Adds a paragraph of plain words.
    pub(super) fn words(&mut self, text: &str) {
        let atom = |word| Atom { text: escaped(clean(word)), glued: false };
        let lines = wrap(&text.split_whitespace().map(atom).collect::<Vec<_>>());
        if !lines.is_empty() {
            self.separate();
            self.lines.extend(lines);
        }
    }

    /// Adds a line that names pages, as links if they are published.
    pub(super) fn pages<'p>(
        &mut self,
        word: &str,
        pages: impl Iterator<Item = &'p str>,
        docs_url: Option<&str>,
    ) {
        let mut words: Vec<String> = word.split(' ').map(str::to_owned).collect();
        for (at, page) in pages.enumerate() {
            if let Some(last) = words.last_mut().filter(|_| at > 0) {
                last.push(',');
            }
            words.push(self::page(page, docs_url));
        }
        let atom = |text| Atom { text: Cow::Owned(text), glued: false };
        let lines = wrap(&words.into_iter().map(atom).collect::<Vec<_>>());
        self.separate();
        self.lines.extend(lines);
    }

    /// Whether there are no lines.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn separate(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }
}

/// The words of `text` on one line without markup, for attributes.
pub(super) fn plain(text: &DocText) -> String {
    let mut out = String::new();
    for inline in text.paragraphs.iter().flatten() {
        let (Inline::Text(words) | Inline::Code(words) | Inline::Link { text: words, .. }) = inline;
        out.push_str(words);
    }
    clean(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What announces so many pages.
pub(super) fn page_word(count: usize) -> &'static str {
    if count == 1 { "Page:" } else { "Pages:" }
}

/// A page's path, as a link if the pages are published.
fn page(path: &str, docs_url: Option<&str>) -> String {
    match docs_url {
        Some(base) => format!("[{}]({})", code(path), destination(&format!("{base}/{path}"))),
        None => code(path),
    }
}

/// [`escape_word`] for words that may have had to be cleaned.
fn escaped(word: Cow<'_, str>) -> Cow<'_, str> {
    match word {
        Cow::Borrowed(word) => escape_word(word),
        Cow::Owned(word) => Cow::Owned(escape_word(&word).into_owned()),
    }
}

fn atoms<'a>(inlines: &'a [Inline], links: &dyn Links) -> Vec<Atom<'a>> {
    let mut atoms = Vec::new();
    let mut blank = true;
    let mut push = |text: Cow<'a, str>, blank: &mut bool| {
        if !text.is_empty() {
            atoms.push(Atom { text, glued: !*blank });
            *blank = false;
        }
    };
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                let cleaned = clean(text);
                let words: Vec<Cow<'_, str>> = match &cleaned {
                    Cow::Borrowed(text) => text.split_whitespace().map(escape_word).collect(),
                    Cow::Owned(text) => {
                        let own = |word| Cow::Owned(escape_word(word).into_owned());
                        text.split_whitespace().map(own).collect()
                    }
                };
                blank |= cleaned.starts_with(char::is_whitespace);
                for (at, word) in words.into_iter().enumerate() {
                    blank |= at > 0;
                    push(word, &mut blank);
                }
                blank |= cleaned.ends_with(char::is_whitespace);
            }
            Inline::Code(text) => push(Cow::Owned(code(text)), &mut blank),
            Inline::Link { text, code: is_code, target } => {
                push(Cow::Owned(link(text, *is_code, target, links)), &mut blank);
            }
        }
    }
    atoms
}

fn link(text: &str, is_code: bool, target: &LinkTarget, links: &dyn Links) -> String {
    let words = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let label = if is_code { Cow::Owned(code(&words)) } else { escape(&words) };
    let url = match target {
        LinkTarget::Type(id) => return format!("[{label}]({})", links.type_path(*id)),
        LinkTarget::Page(path) if links.function_path(path).is_some() => {
            let function = links.function_path(path).unwrap_or_default();
            return format!("[{label}]({function})");
        }
        LinkTarget::Page(path) => links.docs_url().map(|base| format!("{base}/{path}")),
        LinkTarget::Url(url) => is_web(url).then(|| url.clone()),
        LinkTarget::Site(path) => links.docs_url().map(|base| on_site(base, path)),
    };
    match url {
        Some(url) if words.is_empty() => format!("<{}>", destination(&url)),
        Some(url) => format!("[{label}]({})", destination(&url)),
        None if is_code => label.into_owned(),
        None => words.split(' ').map(escape_word).collect::<Vec<_>>().join(" "),
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
    use super::*;
    use crate::ir::Paragraph;

    struct NoLinks(Option<&'static str>);

    impl Links for NoLinks {
        fn type_path(&self, id: TypeId) -> String {
            format!("super::T{}", id.0)
        }

        fn function_path(&self, page: &str) -> Option<&str> {
            (page == "v1.0/api/get.md").then_some("fn@crate::get")
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
            &NoLinks(Some("https://docs.example/api")),
        );
        assert_eq!(docs.lines.join("\n"), expected);
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
        docs.text(&DocText { paragraphs }, &NoLinks(None));
        let words = "word ".repeat(19);
        let long = format!("- {}", words.trim_end());
        assert_eq!(docs.lines, ["It holds:", "", "- tea", &long, "  word", "", "And more."]);
    }

    #[test]
    fn without_a_docs_url_links_are_words() {
        let mut docs = Docs::new();
        let inlines = vec![linked("the page", LinkTarget::Page("v1.0/a.md".into()))];
        docs.text(&DocText { paragraphs: vec![inlines.into()] }, &NoLinks(None));
        assert_eq!(docs.lines, ["the page"]);
    }

    #[test]
    fn a_broken_line_opens_no_block() {
        let long = "word ".repeat(19) + "1. - # end";
        let mut docs = Docs::new();
        docs.text(&DocText { paragraphs: vec![vec![text(&long)].into()] }, &NoLinks(None));
        assert_eq!(docs.lines.len(), 2);
        assert_eq!(docs.lines[1], r"1\. - # end");
    }
}
