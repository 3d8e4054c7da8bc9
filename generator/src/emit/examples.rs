//! Tables of the example tests.

use crate::plan::{ArgReading, Bodies, BodyReading, ExampleRef, ExampleTables, Rebuilt};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn tables(tables: &ExampleTables) -> TokenStream {
    let ExampleTables { responses, requests, rebuilt } = tables;
    let responses = responses.iter().map(bodies);
    let requests = requests.iter().map(bodies);
    let rebuilt = rebuilt.iter().map(self::rebuilt);
    quote! {
        /// Bodies of responses.
        pub const RESPONSES: &[Bodies] = &[#(#responses),*];

        /// Bodies of requests.
        pub const REQUESTS: &[Bodies] = &[#(#requests),*];

        /// Requests that are rebuilt.
        pub const REBUILT: &[Rebuilt] = &[#(#rebuilt),*];
    }
}

fn bodies(bodies: &Bodies) -> TokenStream {
    let Bodies { ty, examples } = bodies;
    let examples = examples.iter().map(|ExampleRef { file, index, strict }| {
        let index = Literal::usize_unsuffixed(*index);
        quote!((#file, #index, #strict))
    });
    quote!(Bodies { check: round_trip::<#ty>, examples: &[#(#examples),*] })
}

fn rebuilt(rebuilt: &Rebuilt) -> TokenStream {
    let Rebuilt { stub, args, body, examples } = rebuilt;
    let mut values: Vec<TokenStream> = args
        .iter()
        .enumerate()
        .map(|(index, reading)| {
            let index = Literal::usize_unsuffixed(index);
            match reading {
                ArgReading::Text => quote!(example.text(#index)),
                ArgReading::Value => quote!(example.value(#index)?),
                ArgReading::Reference => quote!(&example.value(#index)?),
            }
        })
        .collect();
    match body {
        BodyReading::Nothing => {}
        BodyReading::Object => values.push(quote!(&example.object()?)),
        BodyReading::Json => values.push(quote!(&example.json()?)),
    }
    let example = if values.is_empty() { quote!(_) } else { quote!(example) };
    let examples = examples.iter().map(|ExampleRef { file, index, strict: _ }| {
        let index = Literal::usize_unsuffixed(*index);
        quote!((#file, #index))
    });
    quote! {
        Rebuilt {
            build: |#example| send(&#(#stub)::*(#(#values),*)),
            examples: &[#(#examples),*],
        }
    }
}
