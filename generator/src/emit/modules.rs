//! `mod`, `use` and constants.

use crate::plan::{Module, TextConst, Use};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn module(module: &Module) -> TokenStream {
    let Module { name, public, inception } = module;
    let visibility = public.then(|| quote!(pub));
    let allow = inception.then(
        || quote!(#[allow(clippy::module_inception, reason = "the path repeats this segment")]),
    );
    quote!(#allow #visibility mod #name;)
}

pub(super) fn use_item(item: &Use) -> TokenStream {
    let Use { public, path, names } = item;
    let visibility = public.then(|| quote!(pub));
    let mut names: Vec<TokenStream> = names
        .iter()
        .map(|(name, alias)| match alias {
            Some(alias) => quote!(#name as #alias),
            None => quote!(#name),
        })
        .collect();
    let names = match names.len() {
        1 => names.remove(0),
        _ => quote!({ #(#names),* }),
    };
    quote!(#visibility use #(#path::)* #names;)
}

pub(super) fn text(item: &TextConst) -> TokenStream {
    let TextConst { name, docs, text } = item;
    quote!(#docs pub const #name: &str = #text;)
}
