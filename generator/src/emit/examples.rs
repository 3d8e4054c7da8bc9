//! Tables of the example tests.

use super::ast::{self, Borrow, word};
use crate::plan::{ArgReading, Bodies, BodyReading, ExampleRef, ExampleTables, Rebuilt};
use syn::{Expr, Item, ItemConst};

pub(super) fn items(tables: &ExampleTables) -> [Item; 3] {
    let ExampleTables { responses, requests, rebuilt } = tables;
    [
        table("Bodies of responses.", "RESPONSES", "Bodies", responses.iter().map(bodies)),
        table("Bodies of requests.", "REQUESTS", "Bodies", requests.iter().map(bodies)),
        table(
            "Requests that are rebuilt.",
            "REBUILT",
            "Rebuilt",
            rebuilt.iter().map(self::rebuilt),
        ),
    ]
}

/// `pub const NAME: &[Row] = &[rows];`
fn table(docs: &str, name: &str, row: &str, rows: impl Iterator<Item = Expr>) -> Item {
    let rows_type = syn::Type::Slice(syn::TypeSlice {
        attrs: Vec::new(),
        bracket_token: syn::token::Bracket::default(),
        elem: Box::new(ast::path_type(ast::path([word(row)]))),
    });
    Item::Const(ItemConst {
        attrs: vec![ast::doc(docs)],
        vis: ast::public(),
        modifiers: syn::ConstModifiers::default(),
        const_token: <syn::Token![const]>::default(),
        ident: word(name),
        generics: syn::Generics::default(),
        colon_token: <syn::Token![:]>::default(),
        ty: Box::new(ast::reference(rows_type)),
        eq_token: <syn::Token![=]>::default(),
        expr: Box::new(ast::slice(rows)),
        semi_token: <syn::Token![;]>::default(),
    })
}

fn bodies(bodies: &Bodies) -> Expr {
    let Bodies { ty, examples } = bodies;
    let examples = examples.iter().map(|ExampleRef { file, index, strict }| {
        ast::tuple([ast::text(file), ast::number(*index), ast::flag(*strict)])
    });
    let check = ast::instance(word("round_trip"), ast::ty(ty));
    ast::fields(word("Bodies"), [("check", check), ("examples", ast::slice(examples))])
}

fn rebuilt(rebuilt: &Rebuilt) -> Expr {
    let Rebuilt { stub, args, body, examples } = rebuilt;
    let mut values: Vec<Expr> = args
        .iter()
        .enumerate()
        .map(|(index, reading)| {
            let index = ast::number(index);
            match reading {
                ArgReading::Text => of_example("text", Some(index)),
                ArgReading::Value => ast::question(of_example("value", Some(index))),
                ArgReading::Reference => borrowed(ast::question(of_example("value", Some(index)))),
            }
        })
        .collect();
    match body {
        BodyReading::Nothing => {}
        BodyReading::Object => values.push(borrowed(ast::question(of_example("object", None)))),
        BodyReading::Json => values.push(borrowed(ast::question(of_example("json", None)))),
    }
    let example = if values.is_empty() { ast::wildcard() } else { ast::binding(word("example")) };
    let request = ast::call(ast::name(stub.iter().map(ast::ident)), values);
    let send = ast::call(ast::name([word("send")]), [borrowed(request)]);
    let examples = examples.iter().map(|ExampleRef { file, index, strict: _ }| {
        ast::tuple([ast::text(file), ast::number(*index)])
    });
    ast::fields(
        word("Rebuilt"),
        [("build", ast::closure(example, send)), ("examples", ast::slice(examples))],
    )
}

/// `example.method(index)`
fn of_example(method: &str, index: Option<Expr>) -> Expr {
    ast::method_call(ast::name([word("example")]), word(method), index)
}

fn borrowed(value: Expr) -> Expr {
    ast::borrow(Borrow::Shared, value)
}
