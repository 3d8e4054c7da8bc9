//! `mod`, `use` and what a version's module holds.

use super::ast;
use crate::plan::{Module, Use, VersionItems};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, ItemMod, ItemUse, UseTree, Visibility};

pub(super) fn module(module: &Module) -> ItemMod {
    let Module { name, public, inception } = module;
    let allow = || -> Attribute {
        let why = quote!(clippy::module_inception, reason = "the path repeats this segment");
        ast::list_attribute("allow", why)
    };
    ItemMod {
        attrs: inception.then(allow).into_iter().collect(),
        vis: visibility(*public),
        unsafety: None,
        mod_token: <syn::Token![mod]>::default(),
        ident: ast::ident(name),
        content: None,
        semi: Some(<syn::Token![;]>::default()),
    }
}

pub(super) fn use_item(item: &Use) -> ItemUse {
    let Use { public, path, names } = item;
    let mut names: Vec<UseTree> = names
        .iter()
        .map(|(name, alias)| use_name(ast::ident(name), alias.as_ref().map(ast::ident)))
        .collect();
    let names = match names.len() {
        0 => UseTree::Glob(syn::UseGlob { star_token: <syn::Token![*]>::default() }),
        1 => names.remove(0),
        _ => UseTree::Group(syn::UseGroup {
            brace_token: syn::token::Brace::default(),
            items: names.into_iter().collect(),
        }),
    };
    let tree = path.iter().rev().fold(names, |tree, segment| {
        UseTree::Path(syn::UsePath {
            ident: ast::ident(segment),
            colon2_token: <syn::Token![::]>::default(),
            tree: Box::new(tree),
        })
    });
    ItemUse {
        attrs: Vec::new(),
        vis: visibility(*public),
        use_token: <syn::Token![use]>::default(),
        leading_colon: None,
        tree,
        semi_token: <syn::Token![;]>::default(),
    }
}

fn use_name(ident: Ident, alias: Option<Ident>) -> UseTree {
    match alias {
        None => UseTree::Name(syn::UseName { ident }),
        Some(rename) => UseTree::Rename(syn::UseRename {
            ident,
            as_token: <syn::Token![as]>::default(),
            rename,
        }),
    }
}

fn visibility(public: bool) -> Visibility {
    if public { ast::public() } else { Visibility::Inherited }
}

pub(super) fn version(item: &VersionItems) -> TokenStream {
    let VersionItems { base_url, operations } = item;
    quote! {
        /// Where requests go, unless they are told otherwise.
        pub const BASE_URL: &str = #base_url;

        /// What makes the requests.
        pub static API: Service = Service::new(BASE_URL);

        /// What the pages say of each operation.
        pub static OPERATIONS: Operations = Operations::new(include_str!(#operations));
    }
}
