//! Diagnostics for people: the lines in question with carets, as the Rust compiler shows them.
//!
//! A few findings are all shown. Of many, every error is shown, the first few warnings of each code, and
//! notes are counted, so that the list stays short.

use super::Shown;
use crate::config::ConfigError;
use crate::diagnostic::{Code, Diagnostic, Label, Severity};
use crate::source::DocSet;
use crate::visible;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet,
    normalize_untrusted_str,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

/// Up to this many findings are all shown.
const MAX_ALL: usize = 50;
/// Of more, this many of each code.
const FIRST_OF_CODE: usize = 3;

const RENDERER: Renderer = Renderer::styled();

/// All of `diagnostics`, or as many as a person would read.
pub fn diagnostics(
    docs: &DocSet,
    shown: &Shown,
    diagnostics: &[Diagnostic],
    errors_only: bool,
) -> String {
    let mut text = String::new();
    let mut show = |diagnostic: &Diagnostic| {
        text.push_str(&one(docs, shown, diagnostic));
        text.push_str("\n\n");
    };
    let of = |severity| diagnostics.iter().filter(move |found| found.severity == severity);
    let visible = diagnostics.iter().filter(|found| found.severity != Severity::Allow);
    if errors_only {
        of(Severity::Error).for_each(show);
        return text;
    }
    if visible.clone().count() <= MAX_ALL {
        visible.for_each(show);
        return text;
    }
    let warnings = by_code(of(Severity::Warning));
    for list in warnings.values() {
        list.iter().take(FIRST_OF_CODE).for_each(|found| show(found));
    }
    // The errors come last, where the eye is when the run ends.
    of(Severity::Error).for_each(show);
    text.push_str(&counted(&by_code(of(Severity::Note)), &warnings));
    text
}

fn by_code<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
) -> BTreeMap<Code, Vec<&'a Diagnostic>> {
    let mut lists: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        lists.entry(diagnostic.code).or_default().push(diagnostic);
    }
    lists
}

/// What was not shown, most frequent first.
fn counted(
    notes: &BTreeMap<Code, Vec<&Diagnostic>>,
    warnings: &BTreeMap<Code, Vec<&Diagnostic>>,
) -> String {
    let mut text = String::new();
    let notes = frequent(notes).map(|(code, count)| (Severity::Note, code, count));
    let rest = frequent(warnings).filter(|(_, count)| *count > FIRST_OF_CODE);
    let rest = rest.map(|(code, count)| (Severity::Warning, code, count - FIRST_OF_CODE));
    for (severity, code, count) in notes.chain(rest) {
        let more = if severity == Severity::Warning { "… and " } else { "" };
        let noun = if severity == Severity::Warning { "more " } else { "" };
        writeln!(text, "{severity}: {more}{count} {noun}{}", code.as_str()).ok();
    }
    if !text.is_empty() {
        text.push_str(
            "`--message-format short` lists all; `cargo xtask explain CODE` tells more\n\n",
        );
    }
    text
}

fn frequent(
    lists: &BTreeMap<Code, Vec<&Diagnostic>>,
) -> impl Iterator<Item = (Code, usize)> + use<> {
    let mut counts: Vec<(Code, usize)> =
        lists.iter().map(|(code, list)| (*code, list.len())).collect();
    counts.sort_by_key(|&(code, count)| (std::cmp::Reverse(count), code));
    counts.into_iter()
}

/// One diagnostic with its places.
pub(super) fn one(docs: &DocSet, shown: &Shown, diagnostic: &Diagnostic) -> String {
    let title =
        level(diagnostic.severity).primary_title(&diagnostic.message).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(primary) = &diagnostic.primary {
        let file = docs.file(primary.span.file);
        let here = |label: &&Label| label.span.file == primary.span.file;
        let mut places = vec![(AnnotationKind::Primary, primary)];
        places.extend(diagnostic.secondary.iter().filter(here).map(context));
        group = group.element(snippet(&file.text, shown.path(&file.path), &places));
        // Other pages follow in the order in which they are named.
        let mut others: Vec<(u32, Vec<(AnnotationKind, &Label)>)> = Vec::new();
        for label in diagnostic.secondary.iter().filter(|label| !here(label)) {
            match others.iter_mut().find(|(file, _)| *file == label.span.file.0) {
                Some((_, places)) => places.push(context(label)),
                None => others.push((label.span.file.0, vec![context(label)])),
            }
        }
        for (_, places) in &others {
            let Some((_, label)) = places.first() else { continue };
            let file = docs.file(label.span.file);
            group = group.element(snippet(&file.text, shown.path(&file.path), places));
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(help_line(help));
    }
    RENDERER.render(&[group])
}

/// A help line may quote a page, so it is not to be trusted with the terminal either.
fn help_line(help: &str) -> Message<'static> {
    Level::HELP.message(normalize_untrusted_str(help))
}

fn context(label: &Label) -> (AnnotationKind, &Label) {
    (AnnotationKind::Context, label)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note | Severity::Allow => Level::NOTE,
    }
}

/// The lines of `text` from the first to the last of `places`. The renderer folds what lies between.
fn snippet<'a>(
    text: &'a str,
    path: String,
    places: &[(AnnotationKind, &'a Label)],
) -> Snippet<'a, Annotation<'a>> {
    let spans: Vec<Range<usize>> =
        places.iter().map(|(_, label)| first_line(text, label.span.range())).collect();
    let window = lines_around(text, &spans);
    let line = text[..window.start].bytes().filter(|&byte| byte == b'\n').count() + 1;
    let annotations = places.iter().zip(&spans).map(|((kind, label), span)| {
        let inner = span.start - window.start..span.end - window.start;
        let annotation = (*kind).span(inner);
        match label.message.as_str() {
            "" => annotation,
            message => annotation.label(normalize_untrusted_str(message)),
        }
    });
    let annotations: Vec<_> = annotations.collect();
    Snippet::source(visible::excerpt(&text[window]))
        .line_start(line)
        .path(normalize_untrusted_str(&path))
        .annotations(annotations)
}

/// `range` made to lie on character boundaries and within its first line: a caret under a whole JSON body
/// tells no more than one under its beginning.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (floor(range.start), floor(range.end));
    let end = end.max(start);
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |at| start + at);
    start..line_end
}

/// The whole lines that hold all `spans`.
fn lines_around(text: &str, spans: &[Range<usize>]) -> Range<usize> {
    let start = spans.iter().map(|span| span.start).min().unwrap_or(0);
    let end = spans.iter().map(|span| span.end).max().unwrap_or(0);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    line_start..line_end
}

/// A message without a place.
pub fn message(severity: Severity, message: &str, help: Option<&str>) -> String {
    let mut group = Group::with_title(level(severity).primary_title(visible::lines(message)));
    if let Some(help) = help {
        group = group.element(help_line(help));
    }
    RENDERER.render(&[group]) + "\n"
}

/// A part of a page that is shown, or only named.
#[derive(Clone, Debug)]
pub struct Excerpt<'a> {
    /// How the page is called.
    pub path: String,
    /// The line, for a page whose text is not at hand.
    pub line: Option<u32>,
    /// The page's text.
    pub text: Option<&'a str>,
    /// Which bytes of it, and what is said there.
    pub label: Option<Label>,
}

/// A message about several pages, with notes below.
pub fn excerpts(
    severity: Severity,
    id: &str,
    title: &str,
    excerpts: &[Excerpt<'_>],
    notes: &[String],
) -> String {
    let title = level(severity).primary_title(normalize_untrusted_str(title)).id(id);
    let mut group = Group::with_title(title);
    let mut kind = AnnotationKind::Primary;
    for Excerpt { path, line, text, label } in excerpts {
        if let (Some(text), Some(label)) = (text, label) {
            group = group.element(snippet(text, path.clone(), &[(kind, label)]));
            kind = AnnotationKind::Context;
        } else {
            let mut origin = Origin::path(normalize_untrusted_str(path));
            if let Some(line) = line {
                origin = origin.line(*line as usize);
            }
            group = group.element(origin);
        }
    }
    for note in notes {
        group = group.element(Level::NOTE.message(normalize_untrusted_str(note)));
    }
    RENDERER.render(&[group])
}

/// The mistakes in `codegen.toml`.
pub fn config(error: &ConfigError) -> String {
    let path = visible::path(&error.path.to_string_lossy()).replace('\\', "/");
    let mut text = String::new();
    for problem in &error.problems {
        let title = match problem.span {
            Some(_) => problem.message.clone(),
            None => format!("`{path}`: {}", problem.message),
        };
        let mut group = Group::with_title(Level::ERROR.primary_title(visible::lines(&title)));
        if let Some(span) = &problem.span {
            let span = first_line(&error.text, span.clone());
            let annotation = AnnotationKind::Primary.span(span);
            group = group.element(
                Snippet::source(visible::excerpt(&error.text))
                    .path(path.as_str())
                    .annotation(annotation),
            );
        }
        if let Some(help) = &problem.help {
            group = group.element(help_line(help));
        }
        text.push_str(&RENDERER.render(&[group]));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{FileId, Span};
    use std::path::Path;

    const A: &str = "# A\n\n|Property|Type|\n|---|---|\n|naïve|Sting|\n|b|String|\n";

    fn docs() -> (DocSet, Shown) {
        let docs = DocSet::from_texts([("v1.0/api/a.md", A), ("v1.0/api/b.md", "one\ntwo\n")]);
        (docs, Shown::new(Path::new("docs")))
    }

    fn at(file: u32, text: &str, word: &str) -> Span {
        let start = text.find(word).unwrap();
        Span::new(FileId(file), start..start + word.len())
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_caret_in_the_cell() {
        let (docs, shown) = docs();
        let found = Diagnostic::new(Code::UnknownType, at(0, A, "Sting"), "no type `Sting`")
            .label("named here")
            .also(at(0, A, "naïve"), "the property")
            .also(at(1, "one\ntwo\n", "two"), "another page")
            .help("write `String`");
        let expected = "\
warning[unknown-type]: no type `Sting`
 --> docs/v1.0/api/a.md:5:8
  |
5 | |naïve|Sting|
  |  ----- ^^^^^ named here
  |  |
  |  the property
  |
 ::: docs/v1.0/api/b.md:2:1
  |
2 | two
  | --- another page
  |
  = help: write `String`

";
        assert_eq!(plain(&diagnostics(&docs, &shown, &[found], false)), expected);
    }

    #[test]
    fn places_at_the_edges() {
        let (docs, shown) = docs();
        let end = A.len();
        let inside_a_character = A.find('ï').unwrap() + 1;
        let spans = [0..0, end..end, end + 5..end + 9, 0..end, inside_a_character..end];
        for span in spans {
            let found = Diagnostic::new(Code::EmptyPage, Span::new(FileId(0), span.clone()), "x");
            let text = plain(&one(&docs, &shown, &found));
            assert!(
                text.contains("docs/v1.0/api/a.md:") && text.contains('^'),
                "{span:?}:\n{text}"
            );
        }
    }

    #[test]
    fn many_findings_are_grouped() {
        let (docs, shown) = docs();
        let found = |code: Code, severity, count: usize| {
            (0..count).map(move |number| {
                let mut found =
                    Diagnostic::new(code, Span::new(FileId(0), 0..1), format!("number {number}"));
                found.severity = severity;
                found
            })
        };
        let mut all: Vec<Diagnostic> = found(Code::UnknownType, Severity::Warning, 40).collect();
        all.extend(found(Code::EnumValue, Severity::Warning, 2));
        all.extend(found(Code::TypeCase, Severity::Note, 20));
        all.extend(found(Code::EmptySlice, Severity::Error, 5));
        all.extend(found(Code::JsonSyntax, Severity::Allow, 100));
        let text = plain(&diagnostics(&docs, &shown, &all, false));
        let count = |what: &str| text.matches(what).count();
        assert_eq!(count("warning[unknown-type]"), 3);
        assert_eq!(count("warning[enum-value]"), 2);
        assert_eq!(count("error[empty-slice]"), 5, "errors are all shown");
        assert_eq!(count("note[type-case]"), 0);
        assert!(
            text.contains("note: 20 type-case\nwarning: … and 37 more unknown-type\n"),
            "{text}"
        );
        assert!(!text.contains("json-syntax"), "{text}");

        let few = plain(&diagnostics(&docs, &shown, &all[35..60], false));
        assert_eq!(few.matches("note[type-case]").count(), 18, "few are all shown");
        let errors = plain(&diagnostics(&docs, &shown, &all, true));
        assert_eq!(errors.matches("[").count(), 5, "{errors}");
    }

    #[test]
    fn text_of_pages_cannot_steer_the_terminal() {
        let docs =
            DocSet::from_texts([("v1.0/api/a.md", "a\u{1b}[31m\u{202e}\u{9b}31m\u{200b}b\n")]);
        let (_, shown) = self::docs();
        let quoted = "\u{1b}[31m\u{202e}";
        let found = Diagnostic::new(Code::UnknownType, Span::new(FileId(0), 0..1), quoted)
            .label(quoted)
            .help(quoted);
        let text = one(&docs, &shown, &found);
        assert!(
            !text.contains("\u{1b}[31m") && !text.contains(['\u{202e}', '\u{9b}', '\u{200b}']),
            "{text:?}"
        );
    }
}
