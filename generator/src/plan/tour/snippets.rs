//! The code of the tour's steps, with `{…}` for what differs from crate to crate.

/// What the snippets import, a line each.
pub(super) const HEAD: [&str; 5] = [
    "use {crate}::runtime::Account;\n",
    "use {crate}::runtime::client::Policy;\n",
    "use {crate}::runtime::client::blocking::Client;\n",
    "use {crate}::{version}::{API, OPERATIONS, requests, types};\n",
    "use {crate}::{clear, operations, runtime, select};\n",
];

pub(super) const PLAIN_HEAD: [&str; 4] = [
    "use {crate}::runtime::client::Policy;\n",
    "use {crate}::runtime::client::blocking::Client;\n",
    "use {crate}::{version}::{API, requests, types};\n",
    "use {crate}::{clear, runtime};\n",
];

/// A service that answers anything with an empty object, each part of a batch too.
pub(super) const SERVICE: &str = r##"
fn service() -> Client {
    Client::new(API, |request: http::Request<Vec<u8>>| {
        let parts = String::from_utf8_lossy(request.body()).matches("\"id\":\"").count();
        let parts: Vec<String> =
            (0..parts).map(|id| format!(r#"{{"id":"{id}","status":200,"body":{{}}}}"#)).collect();
        let body = match request.uri().path().ends_with("/$batch") {
            true => format!(r#"{{"responses":[{}]}}"#, parts.join(",")),
            false => "{}".to_owned(),
        };
        Ok(http::Response::new(body.into_bytes()))
    })
}
"##;

pub(super) const FIRST_REQUEST: &str = "\
let page = client.send({call})?;
for item in page.items() {
    println!(\"{:?}\", item.{text});
}
";

pub(super) const PAGING: &str = "\
let names = select!(types::{name}: id, {text});
let mut items = client.items({call}.select(&names));
for item in items.by_ref().take(100) {
    println!(\"{:?}\", item?.id);
}
let kept = items.position().map(|position| position.to_string());
";

pub(super) const PLAIN_PAGING: &str = "\
let mut items = client.items({call});
for item in items.by_ref().take(100) {
    println!(\"{:?}\", item?.id);
}
let kept = items.position().map(|position| position.to_string());
";

pub(super) const ERRORS: &str = "\
let client = client.policy(Policy { retries: 2, ..Policy::default() });
match client.send({call}) {
    Ok(value) => println!(\"{value:?}\"),
    Err(error) if error.status().is_some_and(|status| status == 404) => println!(\"there is none\"),
    Err(error) => println!(\"{error}, asked to wait {:?}\", error.retry_after()),
}
";

pub(super) const PATCH: &str = "\
let mut patch = types::{name} { {set}: Some(\"new\".to_owned()), ..Default::default() };
clear!(patch.{cleared});
client.send({call})?;
";

pub(super) const BATCH: &str = "\
let mut batch = runtime::Batch::new();
let one = batch.add({one});
let all = batch.add({all});
let mut answers = client.batch(batch)?;
let one = answers.take(&one)?;
let all = answers.take(&all)?;
";

pub(super) const DOWNLOAD: &str = "\
let content = client.send({call})?;
println!(\"{:?}: {} bytes\", content.content_type, content.as_ref().len());
";

pub(super) const PRIVILEGES: &str = "\
let names = operations!({version}: {list}, {get});
match OPERATIONS.least_privileged(&names, Account::Application) {
    Ok(scopes) => println!(\"{scopes:?}\"),
    Err(error) => println!(\"{error}\"),
}
";
