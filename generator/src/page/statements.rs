//! The words of `Request body` and `Response` sections, digested.
//!
//! In: their paragraphs. Out: success codes, types, whether a collection or nothing is meant.

use super::phrases::Phrases;
use super::type_spelling;
use super::words;
use super::{Mention, Statement};
use crate::markdown::{Piece, Style, Text};
use crate::span::{Span, Spanned};

/// Adds a paragraph to `statement`.
pub(crate) fn add(statement: &mut Statement, text: Text) {
    let plain = text.plain();
    statement.no_body |= denies_body(&plain);
    // `If an error occurred, this method returns a 207` is no promise of success.
    const FAILURE: &str = "if an error";
    let start = plain.get(..FAILURE.len() + 3).unwrap_or(&plain);
    let is_failure = words::find(start, FAILURE).is_some_and(|at| at < 4);
    for (index, piece) in text.pieces.iter().enumerate() {
        if !is_failure {
            statuses(piece, &mut statement.statuses);
        }
        let first = statement.types.is_empty();
        if let Some(mention) = type_mention(&text, index) {
            if first {
                statement.collection = is_collection(&text, index, mention.span);
            }
            statement.types.push(mention);
        }
    }
    if statement.types.is_empty()
        && let Some((index, mention)) = unmarked_type(&text, &plain)
    {
        statement.collection = is_collection(&text, index, mention.span);
        statement.types.push(mention);
    }
    statement.text.push(text);
}

/// The word before `object`, `collection` and the like, where nothing is marked up: `a user object`.
fn unmarked_type(text: &Text, plain: &str) -> Option<(usize, Mention)> {
    static NOUNS: Phrases = Phrases::new(&[" object", " collection", " resource", " entity"]);
    const NO_TYPES: [&str; 21] = [
        "json",
        "the",
        "this",
        "a",
        "an",
        "new",
        "of",
        "following",
        "empty",
        "each",
        "other",
        "same",
        "updated",
        "created",
        "single",
        "that",
        "specified",
        "requested",
        "existing",
        "resulting",
        "directory",
    ];
    // `the id of a user object` is no user object.
    static REFERENCES: Phrases = Phrases::new(&["identifier", "id of", "ids of", "reference to"]);
    if REFERENCES.occur_in(plain) {
        return None;
    }
    text.pieces.iter().enumerate().find_map(|(index, piece)| {
        if piece.style != Style::Plain || piece.href.is_some() {
            return None;
        }
        NOUNS.found_in(&piece.text).find_map(|(noun, end)| {
            let end = end - noun.len();
            let word = piece.text[..end].rsplit(char::is_whitespace).next().unwrap_or_default();
            let start = end - word.len();
            let usable = words::is_identifier(word)
                && word.len() > 1
                && !NO_TYPES.iter().any(|known| known.eq_ignore_ascii_case(word));
            let span = piece.place(start..end);
            usable.then(|| (index, Mention { name: word.to_owned(), link: None, span }))
        })
    })
}

/// Success codes and redirections: three digits that are alone.
fn statuses(piece: &Piece, found: &mut Vec<Spanned<u16>>) {
    let bytes = piece.text.as_bytes();
    let mut at = 0;
    while at + 3 <= bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + digits;
        let stands_alone = (at == 0 || !is_word(bytes[at - 1]))
            && bytes.get(end).is_none_or(|next| !is_word(*next) && *next != b'.')
            || bytes.get(end) == Some(&b'.')
                && bytes.get(end + 1).is_none_or(|next| !next.is_ascii_digit());
        // A bare number in a sentence is a status only if its reason follows.
        let reasoned = piece.style == Style::Code
            || bytes.get(end) == Some(&b' ')
                && bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase)
            || words::contains(&piece.text[end..], "response")
            || words::contains(&piece.text[end..], "status");
        if digits == 3
            && stands_alone
            && reasoned
            && let Ok(code) = piece.text[at..end].parse::<u16>()
            && (matches!(code, 200..=208 | 226 | 300..=308))
            && !found.iter().any(|known| known.value == code)
        {
            found.push(Spanned::new(code, piece.place(at..end)));
        }
        at = end;
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/')
}

/// The type that the piece names, if it names one.
fn type_mention(text: &Text, index: usize) -> Option<Mention> {
    let piece = text.pieces.get(index)?;
    if let Some(href) = &piece.href {
        if !is_type_link(href) {
            return None;
        }
        // The remaining pieces of one link (`[**x** y](z)`) belong to the first.
        let previous = index.checked_sub(1).and_then(|at| text.pieces.get(at));
        if previous.is_some_and(|previous| {
            previous.href.as_ref() == Some(href) && adjacent(previous, piece)
        }) {
            return None;
        }
        let name = match type_spelling::name_in(&piece.text) {
            Some(name) => name.to_owned(),
            // A link to a section of another page is a reference to words, not to a type.
            None if href.contains('#') || !href.contains("resources/") => return None,
            None => words::trim(&piece.text).0.to_owned(),
        };
        return Some(Mention { name, link: Some(href.clone()), span: piece.span });
    }
    let (name, place) = words::trim(&piece.text);
    match piece.style {
        Style::Strong | Style::Code | Style::Emphasis => {
            let item = type_spelling::name_in(name)?;
            let next = text.pieces.get(index + 1).map_or("", |next| next.text.as_str());
            let noun = next.trim_start();
            let is_noun = ["object", "collection", "resource", "value", "entity", "string", "enum"]
                .iter()
                .any(|word| {
                    noun.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
                });
            let usable = type_spelling::is_primitive(item) || is_noun;
            usable.then(|| Mention { name: item.to_owned(), link: None, span: piece.place(place) })
        }
        Style::Plain => plain_primitive(piece),
    }
}

fn adjacent(previous: &Piece, piece: &Piece) -> bool {
    piece.span.start.saturating_sub(previous.span.end) <= 4
}

/// A link to a type's page, and not to an operation, a concept or another site.
pub(crate) fn is_type_link(href: &str) -> bool {
    let path = href.split(['#', '?']).next().unwrap_or_default().to_ascii_lowercase();
    // The published pages have addresses of their own: `https://docs.example.com/graph/api/resources/user`.
    if path.starts_with("http") && !path.contains("/graph/api/resources/")
        || path.contains("/concepts/")
        || path.contains("/api/") && !path.contains("/api/resources/")
    {
        return false;
    }
    path.contains("resources/") || (path.ends_with(".md") && !path.contains('/'))
}

/// `a Boolean`, `a String object`, `returns a stream` without any markup.
fn plain_primitive(piece: &Piece) -> Option<Mention> {
    static NAMES: Phrases = Phrases::exact(&[
        "String",
        "Boolean",
        "Stream",
        "Int32",
        "Int64",
        "Double",
        "DateTimeOffset",
        "Guid",
        "Binary",
        "string collection",
    ]);
    NAMES.found_in(&piece.text).find_map(|(name, end)| {
        let at = end - name.len();
        let name = name.split(' ').next().unwrap_or(name);
        let end = at + name.len();
        let bytes = piece.text.as_bytes();
        let alone = (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
            && bytes.get(end).is_none_or(|next| !next.is_ascii_alphanumeric());
        let place = piece.place(at..end);
        alone.then(|| Mention { name: name.to_owned(), link: None, span: place })
    })
}

/// `collection`, `array` or `list` is by the mention at `span` in piece `index`, or it is in the plural.
fn is_collection(text: &Text, index: usize, span: Span) -> bool {
    static WORDS: Phrases = Phrases::new(&["collection", "array", "list of"]);
    let piece = &text.pieces[index];
    if piece.href.is_some() && WORDS.occur_in(&piece.text) {
        return true;
    }
    // Where the mention is a word of a longer piece, the rest of the piece is around it.
    let start = (span.start.saturating_sub(piece.span.start) as usize).min(piece.text.len());
    let end = (start + span.range().len()).min(piece.text.len());
    let around = piece.href.is_none() && piece.style == Style::Plain;
    let own = |range: std::ops::Range<usize>| {
        piece.text.get(range).filter(|_| around).unwrap_or_default()
    };
    let mut after = own(end..piece.text.len()).to_owned();
    for next in &text.pieces[index + 1..] {
        if next.href.as_deref().is_some_and(is_type_link) || after.len() > 60 {
            break;
        }
        after.push_str(&next.text);
    }
    let following: Vec<&str> = sentence_head(&after).split_whitespace().take(4).collect();
    let plural = following.first().is_some_and(|word| {
        ["objects", "resources", "entities"].contains(&word.trim_end_matches(['.', ',']))
    });
    if plural || WORDS.occur_in(&following.join(" ")) {
        return true;
    }
    let mut before = own(0..start).to_owned();
    for previous in text.pieces[..index].iter().rev() {
        if before.len() > 80 {
            break;
        }
        before.insert_str(0, &previous.text);
    }
    let before = before.rsplit(". ").next().unwrap_or_default();
    before.split_whitespace().rev().take(6).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        ["collection", "collections", "array", "list"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
    })
}

fn sentence_head(text: &str) -> &str {
    text.split(". ").next().unwrap_or_default()
}

/// Whether the paragraph says that there is no body.
fn denies_body(plain: &str) -> bool {
    static PHRASES: Phrases = Phrases::new(&[
        "do not supply a request body",
        "don't supply a request body",
        "don\u{2019}t supply a request body",
        "do not specify a request body",
        "no request body",
        "request body is not required",
        "request body is empty",
        "does not require a request body",
        "does not return anything",
        "doesn't return anything",
        "doesn\u{2019}t return anything",
        "empty response body",
        "no response body",
        "does not return a response body",
        "does not have a response body",
        "no content in the response body",
        "empty body",
        "leave the request body blank",
        "do not provide a request body",
        "do not need to supply a request body",
    ]);
    PHRASES.occur_in(plain)
}

#[cfg(test)]
mod tests {
    use super::{Statement, add};
    use crate::markdown;
    use crate::span::FileId;

    /// `codes types [] none`
    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut statement = Statement::default();
        add(&mut statement, markdown::parse_inline(FileId(0), words, 0..words.len()));
        let codes = statement.statuses.iter().map(|status| status.value.to_string());
        let types = statement.types.iter().map(|mention| mention.name.clone());
        let mut actual: Vec<String> = codes.chain(types).collect();
        actual.extend(statement.collection.then(|| "[]".to_owned()));
        actual.extend(statement.no_body.then(|| "none".to_owned()));
        assert_eq!(actual.join(" "), expected, "{words}");
    }

    #[test]
    fn responses() {
        check(
            "If successful, this method returns a `200 OK` response code and a [user](../resources/user.md) object in the response body.",
            "200 user",
        );
        check(
            "If successful, this method returns a `200 OK` response code and a collection of [user](../resources/user.md) objects in the response body.",
            "200 user []",
        );
        check(
            "If successful, this method returns `200 OK` and a [user](../resources/user.md) collection object.",
            "200 user []",
        );
        check(
            "If successful, this method returns a `200 OK` response code and the requested [user](../resources/user.md) objects.",
            "200 user []",
        );
        check(
            "If successful, this method returns a `204 No Content` response code. It does not return anything in the response body.",
            "204 none",
        );
        check("Returns `201 Created` and a new **user** object.", "201 user");
        check(
            "returns a `200 OK` response code and a String collection in the response body.",
            "200 String []",
        );
        check("returns `200, OK` response code and a Boolean in the response body.", "200 Boolean");
        check(
            "returns a `202 Accepted` response, or `303 See Other`. A `404 Not Found` means failure.",
            "202 303",
        );
        check("If an error occurred, this method returns a `207` status code.", "");
        check("returns a ```302 Found``` response with a `Location` header.", "302");
        check("returns a 200-series response code and a [user](../resources/user.md).", "user");
        check("returns 200 OK and a user object in the response body.", "200 user");
    }

    #[test]
    fn what_is_no_type() {
        check(
            "returns `200 OK`. See [errors](/graph/errors) and [create user](user-post.md).",
            "200",
        );
        check(
            "returns `200 OK` and a [user](../resources/user.md). [Common errors](../resources/planner-overview.md#errors) apply.",
            "200 user",
        );
        check("The report covers Microsoft 365 Groups; `302 Found`.", "302");
        check("supply the id of a user object.", "");
    }

    #[test]
    fn request_bodies() {
        check("Do not supply a request body for this method.", "none");
        check("Don\u{2019}t supply a request body.", "none");
        check(
            "In the request body, supply a JSON representation of the [user](../resources/user.md) object.",
            "user",
        );
        check("In the request body, supply JSON representation of the parameters.", "");
    }
}
