//! The leaves: identifiers, types, doc lines.

use crate::plan::{Docs, RustIdent, RustType};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

impl ToTokens for RustIdent {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let make = if self.is_raw() { Ident::new_raw } else { Ident::new };
        tokens.append(make(self.as_str(), Span::call_site()));
    }
}

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Name(name) => name.to_tokens(tokens),
            Self::Path(path) => tokens.extend(quote!(#(#path)::*)),
            Self::Generic(name, inner) => tokens.extend(quote!(#name<#inner>)),
            Self::Ref(inner) => tokens.extend(quote!(&#inner)),
        }
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.lines {
            let line = spaced(line);
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

/// The docs of the module that the file is.
pub(super) fn inner_docs(docs: &Docs) -> TokenStream {
    let lines = docs.lines.iter().map(|line| spaced(line));
    quote!(#(#![doc = #lines])*)
}

/// `///` and a blank, but no blank on an empty line.
fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// An identifier of the emitted text itself, such as a slot's variant.
pub(super) fn word(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
