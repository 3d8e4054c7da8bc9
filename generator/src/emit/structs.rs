//! Structs.

use super::ast::{self, Borrow, word};
use crate::plan::{Field, Markup, RustIdent, Struct, StructRuntime};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Fields, FieldsNamed, ImplItem, ImplItemFn, Item, ItemImpl, ItemStruct};

/// The docs of the field that every struct has.
const EXTRA: &str =
    "Undocumented properties, explicit nulls, and values of unexpected type, as received.";

pub(super) fn items(item: &Struct, items: &mut Vec<Item>) -> syn::Result<()> {
    let Struct { name, runtime, ancestors, .. } = item;
    let extends = &runtime.extends;
    let rest: syn::File = syn::parse2(quote! {
        object_impls!(#name);
        #(impl #extends<#ancestors> for #name {})*
    })?;
    items.push(Item::Struct(declaration(item)));
    items.push(Item::Impl(object(item)?));
    items.extend(rest.items);
    Ok(())
}

fn declaration(item: &Struct) -> ItemStruct {
    let extra = &item.runtime.extra;
    let mut attrs = ast::docs(&item.docs);
    attrs.push(ast::list_attribute("derive", quote!(Default)));
    let mut named = item.fields.iter().map(field).collect::<Vec<syn::Field>>();
    named.push(declared(
        vec![ast::doc(EXTRA)],
        word("extra"),
        ast::path_type(ast::path([ast::ident(extra)])),
    ));
    ItemStruct {
        attrs,
        vis: ast::public(),
        struct_token: <syn::Token![struct]>::default(),
        ident: ast::ident(&item.name),
        generics: syn::Generics::default(),
        fields: Fields::Named(FieldsNamed {
            brace_token: syn::token::Brace::default(),
            named: named.into_iter().collect(),
        }),
        semi_token: None,
    }
}

fn field(field: &Field) -> syn::Field {
    let Field { name, api_name: _, docs, ty, slot: _, deprecated } = field;
    let mut attrs = ast::docs(docs);
    let note = deprecated.as_ref().map(Markup::as_str);
    attrs.extend(note.map(|note| ast::list_attribute("deprecated", quote!(note = #note))));
    declared(attrs, ast::ident(name), ast::generic(word("Option"), ast::ty(ty)))
}

fn declared(attrs: Vec<syn::Attribute>, ident: proc_macro2::Ident, ty: syn::Type) -> syn::Field {
    syn::Field {
        attrs,
        vis: ast::public(),
        modifiers: syn::FieldModifiers::default(),
        ident: Some(ident),
        colon_token: Some(<syn::Token![:]>::default()),
        ty,
        default: None,
    }
}

/// `impl Object`: the table, and the two ways into the fields.
fn object(item: &Struct) -> syn::Result<ItemImpl> {
    let Struct { name, docs: _, api_name, base, fields, order, ancestors: _, runtime } = item;
    let StructRuntime { meta, object, slot_mut, slot_ref, set_fields, .. } = runtime;
    let sorted: Vec<&Field> = order.iter().map(|&at| &fields[at]).collect();
    let table = ast::fields(
        ast::ident(meta),
        [
            ("name", ast::text(api_name)),
            ("base", ast::option(base.as_deref().map(ast::text))),
            ("fields", ast::slice(sorted.iter().map(|field| ast::text(&field.api_name)))),
        ],
    );
    let index = word(if sorted.is_empty() { "_index" } else { "index" });
    let allow = fields.iter().any(|field| field.deprecated.is_some()).then(
        || quote!(#[allow(deprecated, reason = "deprecated properties are read and written, too")]),
    );
    let mut item: ItemImpl = syn::parse2(quote!(#allow impl #object for #name {}))?;
    let mut method = |signature: TokenStream, body: Expr| -> syn::Result<()> {
        let sig = syn::parse2(signature)?;
        item.items.push(ImplItem::Fn(ImplItemFn {
            attrs: Vec::new(),
            vis: syn::Visibility::Inherited,
            modifiers: syn::FnModifiers::default(),
            sig,
            block: ast::block(body),
        }));
        Ok(())
    };
    method(quote!(fn meta(&self) -> &'static #meta), ast::borrow(Borrow::Shared, table))?;
    method(
        quote!(fn field(&self, #index: usize) -> #slot_ref<'_>),
        slots(&sorted, slot_ref, Borrow::Shared),
    )?;
    if let Some(set_fields) = set_fields {
        let are_set = sorted.iter().map(|field| {
            ast::method_call(ast::self_field(ast::ident(&field.name)), word("is_some"), [])
        });
        method(
            quote!(fn set_fields(&self) -> #set_fields),
            ast::call(ast::name([ast::ident(set_fields), word("of")]), [ast::slice(are_set)]),
        )?;
    }
    method(
        quote!(fn field_mut(&mut self, #index: usize) -> #slot_mut<'_>),
        slots(&sorted, slot_mut, Borrow::Mut),
    )?;
    Ok(item)
}

/// The slot of the field with a given index.
fn slots(fields: &[&Field], slots: &RustIdent, borrow: Borrow) -> Expr {
    let slot = |kind: &str, field| {
        let variant = ast::name([ast::ident(slots), word(kind)]);
        ast::call(variant, [ast::borrow(borrow, ast::self_field(field))])
    };
    let extra = slot("Extra", word("extra"));
    if fields.is_empty() {
        return extra;
    }
    let mut arms: Vec<syn::Arm> = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            ast::arm(ast::number_pattern(index), slot(field.slot, ast::ident(&field.name)))
        })
        .collect();
    arms.push(ast::arm(ast::wildcard(), extra));
    ast::match_on(ast::name([word("index")]), arms)
}
