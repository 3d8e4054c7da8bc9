//! Text of a file that is not made of items, and of comments.
//!
//! In: literals of our own, and texts of pages through the function of the place that they come to be in. Out:
//! [`Written`]. There is no way to add a text of a page as it is, so that none can end the literal or the comment that it
//! is in.

use super::markup::Markup;
use super::names::RustIdent;
use crate::visible;

/// Text that may be in an emitted file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Written(String);

/// One line of a comment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Comment(String);

impl Comment {
    /// Words of a page.
    pub(super) fn new(text: &str) -> Self {
        Self(visible::line(text).into_owned())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Written {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Text of our own.
    pub(super) fn own(&mut self, text: &'static str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// An identifier.
    pub(super) fn ident(&mut self, name: &RustIdent) -> &mut Self {
        self.own(if name.is_raw() { "r#" } else { "" });
        self.0.push_str(name.as_str());
        self
    }

    /// Markdown, in a file of markdown or a doc comment.
    pub(super) fn markup(&mut self, line: &Markup) -> &mut Self {
        self.0.push_str(line.as_str());
        self
    }

    /// A string of TOML.
    pub(super) fn toml(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&toml::Value::from(text).to_string());
        self
    }

    /// A string of JSON.
    pub(super) fn json(&mut self, text: &str) -> &mut Self {
        if text.bytes().any(|byte| matches!(byte, 0..b' ' | b'"' | b'\\' | 0x7f..)) {
            return self.escaped(text);
        }
        self.0.push('"');
        self.0.push_str(text);
        self.0.push('"');
        self
    }

    /// JSON escapes whatever does not show, so that a body reads as what it is.
    fn escaped(&mut self, text: &str) -> &mut Self {
        let quoted = serde_json::Value::from(text).to_string();
        for c in quoted.chars() {
            if visible::is_hidden(c) {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    self.0.push_str(&format!("\\u{unit:04x}"));
                }
            } else {
                self.0.push(c);
            }
        }
        self
    }

    /// A number of JSON; if it is not a number, a string.
    pub(super) fn json_number(&mut self, text: &str) -> &mut Self {
        if serde_json::from_str::<serde_json::Number>(text).is_err() {
            return self.json(text);
        }
        self.0.push_str(text.trim());
        self
    }

    /// A string literal of Rust.
    pub(super) fn rust(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&format!("{text:?}"));
        self
    }

    /// A count.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// A field of a line of tab-separated values.
    pub(super) fn tsv(&mut self, text: &str) -> &mut Self {
        let blank = |c| if visible::is_hidden(c) { ' ' } else { c };
        self.0.extend(text.chars().map(blank));
        self
    }

    /// A name that cargo takes for a package, or that name as a module: [`Options`](super::Options) holds no other.
    pub(super) fn package(&mut self, name: &str) -> &mut Self {
        let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        self.0.extend(name.chars().filter(kept));
        self
    }

    /// A text of the user's own that is carried as a file of its own.
    pub(super) fn file(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What was written elsewhere.
    pub(super) fn add(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// So many blanks.
    pub(super) fn blanks(&mut self, count: usize) -> &mut Self {
        self.0.extend(std::iter::repeat_n(' ', count));
        self
    }

    /// A text of our own in which each of `places` is replaced.
    pub(super) fn template(text: &'static str, places: &[(&'static str, &Self)]) -> Self {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        // One pass, so that nothing that was put in is looked at again.
        while let Some((at, (place, with))) = places
            .iter()
            .filter_map(|place| Some((rest.find(place.0)?, place)))
            .min_by_key(|(at, (place, _))| (*at, std::cmp::Reverse(place.len())))
        {
            out.push_str(&rest[..at]);
            out.push_str(&with.0);
            rest = &rest[at + place.len()..];
        }
        out.push_str(rest);
        Self(out)
    }

    /// A path of Rust identifiers.
    pub(super) fn path(&mut self, path: &str) -> &mut Self {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, '_' | ':' | '#');
        self.0.extend(path.chars().filter(kept));
        self
    }

    /// Each line of `text` behind `prefix`, an empty one behind `blank`.
    pub(super) fn lines(
        &mut self,
        text: &Self,
        prefix: &'static str,
        blank: &'static str,
    ) -> &mut Self {
        for line in text.0.lines() {
            self.0.push_str(if line.is_empty() { blank } else { prefix });
            self.0.push_str(line);
            self.0.push('\n');
        }
        self
    }

    /// Without any `c` at the end.
    pub(super) fn trim_end(&mut self, c: char) -> &mut Self {
        self.0.truncate(self.0.trim_end_matches(c).len());
        self
    }

    /// Whether it ends with `c`.
    pub(super) fn ends_with(&self, c: char) -> bool {
        self.0.ends_with(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVIL: &str = "a\"b\\c\n\r\t*/ // #!{x} '`|<\u{2028}\u{202e}\u{0}\u{ffff}";

    #[test]
    fn every_context_gives_back_its_text() {
        let mut json = Written::default();
        json.json(EVIL);
        assert_eq!(serde_json::from_str::<String>(json.as_str()).ok().as_deref(), Some(EVIL));
        assert!(!json.as_str().chars().any(visible::is_hidden));
        let mut rust = Written::default();
        rust.rust(EVIL);
        let tokens: Option<proc_macro2::TokenStream> = rust.as_str().parse().ok();
        assert_eq!(tokens.map(|tokens| tokens.into_iter().count()), Some(1), "one literal");
        assert!(!rust.as_str().chars().any(visible::is_hidden));
        let mut toml = Written::default();
        toml.own("x = ").toml(EVIL);
        let table: Option<toml::Table> = toml.as_str().parse().ok();
        assert_eq!(
            table.and_then(|table| table["x"].as_str().map(str::to_owned)).as_deref(),
            Some(EVIL)
        );
    }

    #[test]
    fn nothing_ends_its_line() {
        let mut tsv = Written::default();
        tsv.tsv(EVIL);
        for text in [tsv.as_str(), Comment::new(EVIL).as_str()] {
            assert!(!text.chars().any(visible::is_hidden), "{text:?}");
        }
    }

    #[test]
    fn numbers_are_numbers() {
        for (given, expected) in
            [("1e5", "1e5"), ("-0", "-0"), ("1;x", "\"1;x\""), ("01", "\"01\"")]
        {
            let mut out = Written::default();
            assert_eq!(out.json_number(given).as_str(), expected);
        }
    }

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        let mut evil = Written::default();
        evil.json("{b}");
        let text = Written::template("{a}-{b}", &[("{a}", &evil), ("{b}", &Written::file("x"))]);
        assert_eq!(text.as_str(), "\"{b}\"-x");
    }
}
