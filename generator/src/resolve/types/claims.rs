//! Which of several statements counts: the one table of precedence.
//!
//! In: everything that was said about the type of a property, or the base of a type. Out: what counts. All claims
//! are kept, so that the model can tell what else was said.

use crate::ir::{Claim, Edm, Evidence, TypeClaim, TypeExpr, TypeId, TypeRef};
use crate::span::Span;

/// What a claim may overrule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Overrules {
    /// Nothing at all: it counts where nothing else was said.
    Nothing,
    /// What says no more than that there is a value. So the first row counts, and later ones do not.
    Untyped,
    /// A text, which is what tables are filled with where the author knows no better.
    Text,
    /// A text, or a number of unstated kind.
    Loose,
    /// Whatever was said.
    Anything,
}

/// The precedence of statements about the type of a property, in the order in which they are weighed.
const PRECEDENCE: [(Evidence, Overrules); 8] = [
    (Evidence::Row, Overrules::Untyped),
    (Evidence::Example, Overrules::Nothing),
    (Evidence::Values, Overrules::Text),
    (Evidence::Representation, Overrules::Loose),
    (Evidence::Sentence, Overrules::Loose),
    (Evidence::OtherVersion, Overrules::Text),
    (Evidence::Name, Overrules::Anything),
    (Evidence::RequestLine, Overrules::Anything),
];

/// What shows another spelling of a property's name than its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// The representation beside the table.
    Representation,
    /// An example of a type that no page describes.
    Example,
    /// A request line, a body or the name of a type that has humps where the row has none.
    Humps,
}

/// Whether a property called `known` is called `name` instead. Both are the same but for case.
pub(super) fn respells(known: &str, name: &str, by: Spelling) -> bool {
    let capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
    match by {
        // One of the two has a capital too many. (Where one has none, that one lost them.)
        Spelling::Representation => capitals(known) > capitals(name),
        // Examples that disagree show one property; its name begins small if one of them does.
        Spelling::Example => {
            known.starts_with(char::is_uppercase) && name.starts_with(char::is_lowercase)
        }
        // Lower-casing loses humps and nothing invents them.
        Spelling::Humps => capitals(known) == 0 && capitals(name) > 0,
    }
}

/// The type of which `claims` convince.
pub(super) fn judge(claims: &[Claim<TypeClaim>]) -> TypeExpr {
    if let [Claim { says: TypeClaim::Whole(only), .. }] = claims {
        return *only;
    }
    let mut verdict: Option<TypeExpr> = None;
    for (evidence, overrules) in PRECEDENCE {
        for claim in claims.iter().filter(|claim| claim.by == evidence) {
            let yields = match verdict {
                None => true,
                Some(known) => yields(known, claim.says, overrules),
            };
            if yields {
                verdict = Some(said(claim.says, verdict.unwrap_or(TypeExpr::UNTYPED)));
            }
        }
    }
    verdict.unwrap_or(TypeExpr::UNTYPED)
}

/// Whether a claim by evidence that overrules so much counts against what is known.
fn yields(known: TypeExpr, claim: TypeClaim, overrules: Overrules) -> bool {
    let is_vague = known.ty == TypeRef::Edm(Edm::Untyped);
    match overrules {
        Overrules::Nothing => false,
        Overrules::Untyped => is_vague && !is_untyped(claim),
        Overrules::Text => is_vague || known.ty == TypeRef::Edm(Edm::String),
        Overrules::Loose => is_vague || matches!(known.ty, TypeRef::Edm(Edm::String | Edm::Double)),
        Overrules::Anything => true,
    }
}

fn is_untyped(claim: TypeClaim) -> bool {
    matches!(
        claim,
        TypeClaim::Whole(TypeExpr { ty: TypeRef::Edm(Edm::Untyped), .. })
            | TypeClaim::Element(TypeRef::Edm(Edm::Untyped))
    )
}

/// What is known once `claim` counts.
fn said(claim: TypeClaim, known: TypeExpr) -> TypeExpr {
    match claim {
        TypeClaim::Whole(ty) => ty,
        TypeClaim::Element(ty) => TypeExpr { ty, ..known },
        TypeClaim::Collection(collection) => TypeExpr { collection, ..known },
    }
}

/// Whether a claim about a base counts only where the docs of this version state none. Examples and likeness show
/// that a type is a kind of another, not that it is no kind of a third.
pub(super) fn is_weak(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Example | Evidence::Likeness | Evidence::OtherVersion)
}

/// The weak claim that counts if nothing states a base.
pub(super) fn weak_base(claims: &[Claim<TypeId>]) -> Option<TypeId> {
    claims.iter().find(|claim| is_weak(claim.by)).map(|claim| claim.says)
}

/// The place of the claim that made `says` of a base.
pub(super) fn place(claims: &[Claim<TypeId>], says: TypeId) -> Option<Span> {
    claims.iter().find(|claim| claim.says == says).map(|claim| claim.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    fn claim(by: Evidence, says: TypeClaim) -> Claim<TypeClaim> {
        Claim { says, by, at: Span { file: FileId(0), start: 0, end: 0 } }
    }

    #[track_caller]
    fn check(claims: &[(Evidence, TypeClaim)], expected: TypeExpr) {
        let claims: Vec<_> = claims.iter().map(|(by, says)| claim(*by, *says)).collect();
        assert_eq!(judge(&claims), expected);
        // What was said first matters between statements of one kind only.
        let mut reversed = claims;
        reversed.reverse();
        assert_eq!(judge(&reversed), expected, "in reverse");
    }

    #[test]
    fn stronger_statements_count_in_any_order() {
        let text = TypeExpr::single(TypeRef::Edm(Edm::String));
        let guid = TypeRef::Edm(Edm::Guid);
        let state = TypeRef::Named(TypeId(3));
        let whole = TypeClaim::Whole;
        check(&[], TypeExpr::UNTYPED);
        check(&[(Evidence::Example, whole(text))], text);
        check(
            &[(Evidence::Row, whole(TypeExpr::UNTYPED)), (Evidence::Example, whole(text))],
            TypeExpr::UNTYPED,
        );
        check(
            &[
                (Evidence::Row, whole(TypeExpr::collection(text.ty))),
                (Evidence::Representation, TypeClaim::Element(guid)),
            ],
            TypeExpr::collection(guid),
        );
        check(
            &[
                (Evidence::Row, whole(text)),
                (Evidence::Representation, TypeClaim::Element(guid)),
                (Evidence::Values, TypeClaim::Element(state)),
            ],
            TypeExpr::single(state),
        );
        check(
            &[
                (Evidence::Row, whole(TypeExpr::single(state))),
                (Evidence::Representation, TypeClaim::Element(guid)),
            ],
            TypeExpr::single(state),
        );
        check(
            &[
                (Evidence::Row, whole(TypeExpr::single(state))),
                (Evidence::RequestLine, TypeClaim::Collection(true)),
            ],
            TypeExpr::collection(state),
        );
        check(&[(Evidence::Row, whole(TypeExpr::UNTYPED)), (Evidence::Row, whole(text))], text);
    }
}
