//! Enums.

use crate::plan::{Enum, EnumRuntime, RustIdent, Variant};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn item(item: &Enum) -> TokenStream {
    match &item.runtime {
        EnumRuntime::Texts { enumeration, unknown_value } => {
            texts(item, enumeration, unknown_value)
        }
        EnumRuntime::Numbers { enumeration } => numbers(item, enumeration),
    }
}

/// Values are numbers: a member that has none cannot be sent, and is left out.
fn numbers(item: &Enum, enumeration: &RustIdent) -> TokenStream {
    let Enum { name, docs, variants, .. } = item;
    let valued: Vec<(&Variant, Literal)> = variants
        .iter()
        .filter_map(|variant| Some((variant, Literal::i64_unsuffixed(variant.value?))))
        .collect();
    let declared = valued.iter().map(|(Variant { name, docs, .. }, _)| quote!(#docs #name,));
    let arms = valued.iter().map(|(Variant { name, .. }, value)| quote!(Self::#name => #value,));
    let members =
        valued.iter().map(|(Variant { name, api_name, .. }, _)| quote!((Self::#name, #api_name)));
    quote! {
        #docs
        #[derive(Clone, Copy)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared)*
            /// A number that the pages do not list, kept as received.
            Unknown(i64),
        }

        impl #name {
            /// The number of this value in JSON.
            pub fn number(&self) -> i64 {
                match self {
                    #(#arms)*
                    Self::Unknown(number) => *number,
                }
            }
        }

        impl #enumeration for #name {
            const MEMBERS: &'static [(Self, &'static str)] = &[#(#members),*];
            fn number(&self) -> i64 {
                Self::number(self)
            }
            fn unknown(number: i64) -> Self {
                Self::Unknown(number)
            }
        }

        number_enum_impls!(#name);
    }
}

fn texts(item: &Enum, enumeration: &RustIdent, unknown_value: &RustIdent) -> TokenStream {
    let Enum { name, docs, variants, has_values, .. } = item;
    let declared = variants.iter().map(|Variant { name, docs, .. }| quote!(#docs #name,));
    let names = variants.iter().map(|variant| &variant.name);
    let to_text = to_text(variants);
    let value = has_values.then(|| value(variants));
    quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared)*
            /// A value that the pages do not list, kept as received.
            Unknown(#unknown_value),
        }

        impl #name {
            /// The text of this value in JSON.
            pub fn as_str(&self) -> &str { #to_text }
            #value
        }

        impl #enumeration for #name {
            const MEMBERS: &'static [Self] = &[#(Self::#names),*];
            fn as_str(&self) -> &str {
                Self::as_str(self)
            }
            fn unknown(value: #unknown_value) -> Self {
                Self::Unknown(value)
            }
        }

        enum_impls!(#name);
    }
}

fn to_text(variants: &[Variant]) -> TokenStream {
    if variants.is_empty() {
        return quote! {
            let Self::Unknown(value) = self;
            value.as_str()
        };
    }
    let arms =
        variants.iter().map(|Variant { name, api_name, .. }| quote!(Self::#name => #api_name,));
    quote! {
        match self {
            #(#arms)*
            Self::Unknown(value) => value.as_str(),
        }
    }
}

fn value(variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().filter_map(|Variant { name, value, .. }| {
        let value = Literal::i64_unsuffixed((*value)?);
        Some(quote!(Self::#name => #value,))
    });
    quote! {
        /// The number that the pages give this member.
        pub fn value(&self) -> Option<i64> {
            Some(match self {
                #(#arms)*
                _ => return None,
            })
        }
    }
}
