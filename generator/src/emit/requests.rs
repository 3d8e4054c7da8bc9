//! Request stubs.

use crate::plan::{Arg, Permissions, RustType, Stub, StubBody, StubRuntime};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Clippy's limit for arguments.
const MAX_ARGUMENTS: usize = 7;

pub(super) fn item(item: &Stub) -> TokenStream {
    let Stub {
        name,
        operation,
        docs,
        operation_docs,
        deprecated,
        path_args,
        text_args,
        body,
        response,
        method,
        base_url,
        path,
        page,
        status,
        permissions,
        runtime,
    } = item;
    let StubRuntime { operation: operation_type, request, permissions: permissions_type } = runtime;
    let deprecated = deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
    let mut args: Vec<TokenStream> =
        path_args.iter().map(|Arg { name, ty, .. }| quote!(#name: #ty)).collect();
    let values = path_args.iter().map(|Arg { name, borrowed, .. }| {
        let borrow = (*borrowed && !text_args).then(|| quote!(&));
        quote!(#borrow #name)
    });
    let constructor = if *text_args { quote!(new) } else { quote!(with_args) };
    let sent = match body {
        StubBody::Nothing => None,
        StubBody::Object(Arg { name, ty, .. }) => {
            args.push(quote!(#name: #ty));
            Some(quote!(.json(#name)))
        }
        StubBody::Json(Arg { name, ty, .. }) => {
            args.push(quote!(#name: #ty));
            Some(quote!(.json_raw(#name)))
        }
        StubBody::Bytes { content_type, body } => {
            args.push(quote!(#content_type: &str));
            args.push(quote!(#body: Vec<u8>));
            Some(quote!(.bytes(#content_type, #body)))
        }
    };
    let allow = (args.len() > MAX_ARGUMENTS).then(
        || quote!(#[allow(clippy::too_many_arguments, reason = "the path has this many keys")]),
    );
    let status = match status {
        Some(status) => {
            let status = Literal::u16_unsuffixed(*status);
            quote!(Some(#status))
        }
        None => quote!(None),
    };
    let permissions = match permissions {
        None => quote!(#permissions_type::NONE),
        Some(Permissions { delegated_work, delegated_personal, application }) => quote! {
            #permissions_type {
                delegated_work: #delegated_work,
                delegated_personal: #delegated_personal,
                application: #application,
            }
        },
    };
    quote! {
        #docs
        #deprecated
        #allow
        pub fn #name(#(#args),*) -> #request<#response> {
            #request::#constructor(&#operation, &[#(#values),*]) #sent
        }

        #operation_docs
        pub static #operation: #operation_type = #operation_type {
            method: #method,
            base_url: #base_url,
            path: #path,
            page: #page,
            status: #status,
            permissions: #permissions,
        };
    }
}

/// The signature as a line of text, for the list of public items.
pub(super) fn signature(item: &Stub) -> String {
    let mut args: Vec<String> =
        item.path_args.iter().map(|Arg { name, ty, .. }| format!("{name}: {ty}")).collect();
    match &item.body {
        StubBody::Nothing => {}
        StubBody::Object(Arg { name, ty, .. }) | StubBody::Json(Arg { name, ty, .. }) => {
            args.push(format!("{name}: {ty}"))
        }
        StubBody::Bytes { content_type, body } => {
            args.extend([format!("{content_type}: &str"), format!("{body}: Vec<u8>")]);
        }
    }
    let response: &RustType = &item.response;
    format!("{}({}) -> Request<{response}>", item.name, args.join(", "))
}
