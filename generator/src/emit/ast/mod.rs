//! Syntax trees of what there are tens of thousands of: fields, arguments, doc lines, expressions.
//!
//! In: names and texts of a plan. Out: nodes of `syn`. Frames of items are quoted and parsed; to parse all of
//! what is in them, too, would take a fifth of a run.

mod exprs;

pub(in crate::emit) use self::exprs::*;
use crate::plan::{Docs, RustIdent, RustType};
use proc_macro2::{Ident, Span, TokenStream};
use syn::{AttrStyle, Attribute, Expr, Lit, Meta, Path, PathArguments, PathSegment, Type};

/// An identifier of the emitted text itself, such as a slot's variant.
pub(super) fn word(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// An identifier of the plan.
pub(super) fn ident(name: &RustIdent) -> Ident {
    let make = if name.is_raw() { Ident::new_raw } else { Ident::new };
    make(name.as_str(), Span::call_site())
}

/// `a::b`
pub(super) fn path(segments: impl IntoIterator<Item = Ident>) -> Path {
    Path { leading_colon: None, segments: segments.into_iter().map(PathSegment::from).collect() }
}

/// A type.
pub(super) fn ty(ty: &RustType) -> Type {
    match ty {
        RustType::Name(name) => path_type(path([ident(name)])),
        RustType::Path(names) => path_type(path(names.iter().map(ident))),
        RustType::Generic(name, inner) => generic(ident(name), self::ty(inner)),
        RustType::Ref(inner) => reference(self::ty(inner)),
    }
}

/// `Name<argument>`
pub(super) fn generic(name: Ident, argument: Type) -> Type {
    path_type(Path {
        leading_colon: None,
        segments: [segment(name, None, argument)].into_iter().collect(),
    })
}

/// `Name<argument>`, or `name::<argument>` with the colons that it has among expressions.
fn segment(name: Ident, colons: Option<syn::Token![::]>, argument: Type) -> PathSegment {
    let arguments = PathArguments::AngleBracketed(syn::AngleBracketedGenericArguments {
        colon2_token: colons,
        lt_token: <syn::Token![<]>::default(),
        args: [syn::GenericArgument::Type(argument)].into_iter().collect(),
        gt_token: <syn::Token![>]>::default(),
    });
    PathSegment { ident: name, arguments }
}

/// `&ty`
pub(super) fn reference(ty: Type) -> Type {
    Type::Reference(syn::TypeReference {
        attrs: Vec::new(),
        and_token: <syn::Token![&]>::default(),
        lifetime: None,
        mutability: None,
        elem: Box::new(ty),
    })
}

/// A path as a type.
pub(super) fn path_type(path: Path) -> Type {
    Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path })
}

/// `name: ty`
pub(super) fn argument(name: &RustIdent, ty: Type) -> syn::FnArg {
    argument_named(ident(name), ty)
}

/// The same for a name of the emitted text itself.
pub(super) fn argument_named(name: Ident, ty: Type) -> syn::FnArg {
    syn::FnArg::Typed(syn::PatType {
        attrs: Vec::new(),
        pat: Box::new(binding(name)),
        colon_token: <syn::Token![:]>::default(),
        ty: Box::new(ty),
    })
}

/// `fn name(args) -> output`
pub(super) fn signature(name: &RustIdent, args: Vec<syn::FnArg>, output: Type) -> syn::Signature {
    syn::Signature {
        constness: None,
        asyncness: None,
        safety: syn::Safety::Default,
        abi: None,
        fn_token: <syn::Token![fn]>::default(),
        ident: ident(name),
        generics: syn::Generics::default(),
        paren_token: syn::token::Paren::default(),
        inputs: args.into_iter().collect(),
        variadic: None,
        output: syn::ReturnType::Type(<syn::Token![->]>::default(), Box::new(output)),
    }
}

/// `pub`
pub(super) fn public() -> syn::Visibility {
    syn::Visibility::Public(<syn::Token![pub]>::default())
}

/// `/// line` for each line.
pub(super) fn docs(docs: &Docs) -> Vec<Attribute> {
    docs.lines().map(doc).collect()
}

/// `/// line`
pub(super) fn doc(line: &str) -> Attribute {
    attribute(Meta::NameValue(syn::MetaNameValue {
        path: path([word("doc")]),
        eq_token: <syn::Token![=]>::default(),
        value: raw_text(&spaced(line)),
    }))
}

/// A text whose spelling does not matter: raw if it can be, which saves escaping it and reading that again.
fn raw_text(line: &str) -> Expr {
    let raw = || -> Option<Lit> {
        if line.contains(['"', '\r']) {
            return None;
        }
        let token: proc_macro2::Literal = format!("r\"{line}\"").parse().ok()?;
        Some(Lit::new(token))
    };
    match raw() {
        Some(lit) => literal(lit),
        None => text(line),
    }
}

/// `#[name(tokens)]`
pub(super) fn list_attribute(name: &str, tokens: TokenStream) -> Attribute {
    attribute(Meta::List(syn::MetaList {
        path: path([word(name)]),
        delimiter: syn::MacroDelimiter::Paren(syn::token::Paren::default()),
        tokens,
    }))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <syn::Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: syn::token::Bracket::default(),
        meta,
    }
}

/// `///` and a blank, but no blank on an empty line.
pub(super) fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}
