//! Names that come out alike.
//!
//! In: things of the API that share one scope, with the Rust names made for them. Out: how many underscores tell each
//! one apart, and diagnostics with both places. The plainest spelling keeps the name: fewest signs, then a small
//! initial; what order they come in is no matter.

use super::names::RustIdent;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::span::Span;
use std::collections::BTreeMap;

/// Something of the API that gets a Rust name.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    /// Its name in the API.
    pub(super) spelling: &'a str,
    /// Where the pages state it.
    pub(super) origin: Span,
    /// The name made from it.
    pub(super) name: RustIdent,
}

/// What each of `named` is called once they are told apart.
pub(super) fn names(
    what: &str,
    named: Vec<Named<'_>>,
    diagnostics: &mut Diagnostics,
) -> Vec<RustIdent> {
    let underscores = tell_apart(what, &named, diagnostics);
    let named = named.into_iter().zip(underscores);
    named.map(|(named, underscores)| named.name.evade_by(underscores)).collect()
}

/// How many underscores each of `named` gets; `what` says what they are.
pub(super) fn tell_apart(
    what: &str,
    named: &[Named<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<usize> {
    let mut alike: BTreeMap<&RustIdent, Vec<usize>> = BTreeMap::new();
    for (at, named) in named.iter().enumerate() {
        alike.entry(&named.name).or_default().push(at);
    }
    let mut out = vec![0; named.len()];
    for named in named.iter().filter(|named| named.name.is_shortened()) {
        diagnostics.push(long(what, named));
    }
    for group in alike.values() {
        let mut group: Vec<(usize, &Named<'_>)> =
            group.iter().map(|&at| (at, &named[at])).collect();
        group.sort_by_key(|(at, named)| (plainness(named.spelling), *at));
        let Some((&(_, plainest), rest)) = group.split_first() else { continue };
        let mut underscores = 0;
        for &(at, named) in rest {
            underscores += 1;
            while alike.contains_key(&named.name.evade_by(underscores)) {
                underscores += 1;
            }
            let name = named.name.evade_by(underscores);
            let second = (what, named.spelling, named.origin);
            let first = (plainest.spelling, plainest.origin);
            let found = if named.spelling == plainest.spelling { clash } else { similar };
            diagnostics.push(found(second, first, &name));
            out[at] = underscores;
        }
    }
    out
}

/// What tells which of several spellings keeps a name: the least one.
pub(super) fn plainness(spelling: &str) -> (usize, bool, &str) {
    let signs = spelling.chars().filter(|c| !c.is_alphanumeric()).count();
    (signs, spelling.starts_with(char::is_uppercase), spelling)
}

/// Two requests that nothing tells apart but an underscore.
pub(super) fn clash(
    (what, second, second_at): (&str, &str, Span),
    (first, first_at): (&str, Span),
    name: &RustIdent,
) -> Diagnostic {
    let message =
        format!("the {what} `{second}` is named `{name}` to distinguish it from `{first}`");
    Diagnostic::new(Code::NameClash, second_at, message)
        .also(first_at, format!("`{first}` is stated here"))
        .help("rename one of them with a correction in codegen.toml")
}

/// Two requests that would get one function, were it not for more words in the name of one.
pub(super) fn similar_requests(
    (second, second_at): (&str, Span),
    first: (&str, Span),
    name: &RustIdent,
) -> Diagnostic {
    similar(("request", second, second_at), first, name)
}

/// A name of which the crate has only the beginning.
fn long(what: &str, named: &Named<'_>) -> Diagnostic {
    let name = &named.name;
    let message = format!("the name of this {what} is too long: the crate calls it `{name}`");
    Diagnostic::new(Code::LongName, named.origin, message)
        .help("if it is a typo on the page, correct it in codegen.toml")
}

/// Two that would, were it not for an underscore.
fn similar(
    (what, second, second_at): (&str, &str, Span),
    (first, first_at): (&str, Span),
    name: &RustIdent,
) -> Diagnostic {
    let message =
        format!("the {what} `{second}` is named `{name}` to distinguish it from `{first}`");
    Diagnostic::new(Code::SimilarNames, second_at, message)
        .also(first_at, format!("`{first}` is stated here"))
        .help("if one of them is a typo on the page, correct it in codegen.toml")
}
