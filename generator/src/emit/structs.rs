//! Structs.

use super::tokens::word;
use crate::plan::{Field, RustIdent, Struct, StructRuntime};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn item(item: &Struct) -> TokenStream {
    let Struct { name, docs, api_name, base, fields, order, ancestors, runtime } = item;
    let StructRuntime { extra, extends, meta, object, slot_mut, slot_ref, set_fields } = runtime;
    let declared = fields.iter().map(field);
    let base = match base {
        Some(base) => quote!(Some(#base)),
        None => quote!(None),
    };
    let sorted: Vec<&Field> = order.iter().map(|&at| &fields[at]).collect();
    let json_names = sorted.iter().map(|field| &field.api_name);
    let read = arms(&sorted, slot_ref, &quote!(&self));
    let write = arms(&sorted, slot_mut, &quote!(&mut self));
    let set_fields = set_fields.as_ref().map(|set_fields| {
        let names = sorted.iter().map(|field| &field.name);
        quote! {
            fn set_fields(&self) -> #set_fields {
                #set_fields::of(&[#(self.#names.is_some()),*])
            }
        }
    });
    let index = word(if sorted.is_empty() { "_index" } else { "index" });
    let allow = fields.iter().any(|field| field.deprecated.is_some()).then(
        || quote!(#[allow(deprecated, reason = "deprecated properties are read and written, too")]),
    );
    quote! {
        #docs
        #[derive(Default)]
        pub struct #name {
            #(#declared,)*
            /// What the pages do not declare, explicit nulls and values that do not fit, kept as received.
            pub extra: #extra,
        }

        #allow
        impl #object for #name {
            fn meta(&self) -> &'static #meta {
                &#meta { name: #api_name, base: #base, fields: &[#(#json_names),*] }
            }
            fn field(&self, #index: usize) -> #slot_ref<'_> { #read }
            #set_fields
            fn field_mut(&mut self, #index: usize) -> #slot_mut<'_> { #write }
        }

        object_impls!(#name);
        #(impl #extends<#ancestors> for #name {})*
    }
}

fn field(field: &Field) -> TokenStream {
    let Field { name, api_name: _, docs, ty, slot: _, deprecated } = field;
    let deprecated = deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
    quote!(#docs #deprecated pub #name: Option<#ty>)
}

fn arms(fields: &[&Field], slots: &RustIdent, this: &TokenStream) -> TokenStream {
    let extra = quote!(#slots::Extra(#this.extra));
    if fields.is_empty() {
        return extra;
    }
    let arms = fields.iter().enumerate().map(|(index, Field { name, slot, .. })| {
        let index = Literal::usize_unsuffixed(index);
        let slot = word(slot);
        quote!(#index => #slots::#slot(#this.#name),)
    });
    quote! {
        match index {
            #(#arms)*
            _ => #extra,
        }
    }
}
