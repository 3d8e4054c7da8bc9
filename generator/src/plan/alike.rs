//! Names that come out alike.
//!
//! In: things of the API that share one scope, with the Rust names made for them. Out: how many underscores tell each
//! one apart, and diagnostics with both places. What had a name in the run before keeps it. Of the others the plainest
//! spelling gets it: fewest signs, then a small initial; what order they come in is no matter.

use super::lock::Held;
use super::names::RustIdent;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Something of the API that gets a Rust name.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    /// Its name in the API.
    pub(super) spelling: &'a str,
    /// Where the pages state it.
    pub(super) origin: Span,
    /// The name made from it.
    pub(super) name: RustIdent,
    /// What it had in the run before.
    pub(super) held: Held,
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
    let mut taken: BTreeSet<RustIdent> = BTreeSet::new();
    let mut settled = vec![false; named.len()];
    let mut locked: Vec<(usize, &Named<'_>)> = named.iter().enumerate().collect();
    locked.sort_by_key(|(at, named)| (named.held, plainness(named.spelling), *at));
    for (at, named) in locked {
        let Held::Locked(underscores) = named.held else { break };
        // Two branches may have given one name twice.
        if taken.insert(named.name.evade_by(underscores)) {
            out[at] = underscores;
            settled[at] = true;
        }
    }
    for group in alike.values() {
        let mut rest: Vec<usize> = group.iter().copied().filter(|&at| !settled[at]).collect();
        rest.sort_by_key(|&at| {
            let spelled = named[at].held == Held::Spelled;
            (!spelled, plainness(named[at].spelling), at)
        });
        let mut underscores = 0;
        for at in rest {
            let name = |underscores| named[at].name.evade_by(underscores);
            while taken.contains(&name(underscores))
                || (underscores > 0 && alike.contains_key(&name(underscores)))
            {
                underscores += 1;
            }
            taken.insert(name(underscores));
            out[at] = underscores;
        }
        report(what, group, named, &out, diagnostics);
    }
    out
}

/// Tells of all of a group but the one that has the plain name.
fn report(
    what: &str,
    group: &[usize],
    named: &[Named<'_>],
    underscores: &[usize],
    diagnostics: &mut Diagnostics,
) {
    let mut group = group.to_vec();
    group.sort_by_key(|&at| (underscores[at], at));
    let Some((&first, rest)) = group.split_first() else { return };
    let first = &named[first];
    for &at in rest {
        let other = &named[at];
        let name = other.name.evade_by(underscores[at]);
        let found = if other.spelling == first.spelling { clash } else { similar };
        diagnostics.push(found(
            (what, other.spelling, other.origin),
            (first.spelling, first.origin),
            &name,
        ));
    }
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

#[cfg(test)]
mod tests {
    use super::super::names::type_name;
    use super::*;
    use crate::span::FileId;

    #[test]
    fn no_two_names_come_out_alike() {
        let spellings = ["a", "a", "a", "A_", "a_", "a4", "a4", "a", "a", "a", "a4_", "a4_"];
        let named = spellings.iter().map(|spelling| Named {
            spelling,
            held: Held::Nothing,
            origin: Span::new(FileId(0), 0..0),
            name: type_name(spelling),
        });
        let names = names("type", named.collect(), &mut Diagnostics::new());
        let distinct: BTreeSet<&RustIdent> = names.iter().collect();
        assert_eq!(distinct.len(), spellings.len(), "{names:?}");
    }
}
