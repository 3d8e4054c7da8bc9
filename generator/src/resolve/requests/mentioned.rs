//! Parameters that a page's prose names and its table lacks.
//!
//! In: an action's page. Out: "the **body** property of the `letter` parameter" as a parameter `letter`, if a
//! page describes a type called so: the sentence gives the name, the type's own page the rest.

use crate::ir::{DocText, Parameter, ParameterPlace, Told, TypeExpr, TypeRef};
use crate::page::{Page, Style};
use crate::resolve::types::link::Linker;

/// Adds what the paragraphs call a parameter.
pub(in crate::resolve) fn parameters(
    linker: &Linker<'_, '_>,
    page: &Page,
    parameters: &mut Vec<Parameter>,
) {
    for prose in &page.prose {
        for pair in prose.text.pieces.windows(2) {
            let [piece, next] = pair else { continue };
            let rest = next.text.strip_prefix(" parameter");
            let called = piece.style == Style::Code
                && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            let name = piece.text.trim();
            let known = parameters.iter().any(|known| known.name.eq_ignore_ascii_case(name));
            if !called || known {
                continue;
            }
            let Some(id) = linker.find(name, None, page) else { continue };
            parameters.push(Parameter {
                name: name.to_owned(),
                ty: TypeExpr::single(TypeRef::Named(id)),
                place: ParameterPlace::Body,
                doc: DocText::default(),
                origin: piece.span,
                told: Told::default(),
            });
        }
    }
}
