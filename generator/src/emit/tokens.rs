//! The leaves of what is quoted: identifiers, types, doc lines.

use super::ast::{self, spaced};
use crate::plan::{Docs, RustIdent, RustType};
use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt, quote};

impl ToTokens for RustIdent {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(ast::ident(self));
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
        for line in self.lines() {
            let line = spaced(line);
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

/// The docs of the module that the file is.
pub(super) fn inner_docs(docs: &Docs) -> TokenStream {
    let lines = docs.lines().map(spaced);
    quote!(#(#![doc = #lines])*)
}
