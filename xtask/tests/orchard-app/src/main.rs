//! What a service without OData has of the client: tokens, retries, redirects, and pages in a form of its own.

use orchard::clear;
use orchard::runtime::client::blocking::{Client, Transport};
use orchard::runtime::client::{BoxError, HttpRequest, HttpResponse};
use orchard::v1::API;
use orchard::v1::requests::orchards::TreesParameters;
use orchard::v1::requests::trees::ListQuery;
use orchard::v1::requests::{orchards, trees};
use orchard::v1::types::Tree;
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[cfg(feature = "odata")]
use orchard::runtime::{Batch, Change, Upload, quote};
#[cfg(feature = "odata")]
use orchard::{expand, order_by, select};

/// The service: it is busy for every second request, and planting leads to another host.
#[derive(Clone, Default)]
struct Orchard(Arc<Mutex<Log>>);

#[derive(Default)]
struct Log {
    /// The requests, and whether they had the token.
    sent: Vec<(String, bool)>,
    waits: Vec<Duration>,
}

impl Transport for Orchard {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        let mut log = self.0.lock().expect("no panic before");
        let token = request.headers().get("authorization").is_some_and(|token| token == "Bearer t");
        log.sent.push((format!("{} {}", request.method(), request.uri()), token));
        if log.sent.len().is_multiple_of(2) {
            let busy = http::Response::builder().status(429).header("retry-after", "3");
            return Ok(busy.body(Vec::new())?);
        }
        let uri = request.uri();
        let (status, body) = match (uri.host(), uri.query().unwrap_or_default()) {
            (Some("nursery.example"), _) => (200, r#"{"id":"a9"}"#),
            _ if request.method() == http::Method::POST => (307, ""),
            (_, query) if query.contains("from=2") => {
                (200, r#"{"fruits":[{"id":"a3"}],"paging":{"next":null}}"#)
            }
            _ => (
                200,
                r#"{"fruits":[{"id":"a1"},{"id":"a2"}],"paging":{"next":"https://orchard.example/trees?from=2"}}"#,
            ),
        };
        let response = http::Response::builder().status(status);
        let response = response.header("location", "https://nursery.example/new");
        Ok(response.body(body.as_bytes().to_vec())?)
    }

    fn sleep(&self, wait: Duration) {
        self.0.lock().expect("no panic before").waits.push(wait);
    }
}

fn main() -> Result<(), BoxError> {
    let service = Orchard::default();
    let client = Client::new(API, service.clone())
        .root("https://orchard.example")
        .token(|| Ok("t".to_owned()));
    let query = ListQuery { sort: Some("age".to_owned()), ..Default::default() };
    let ids: Vec<String> = client
        .items(trees::list(&query))
        .map(|tree| Ok(tree?.id.map(|id| id.to_string()).unwrap_or_default()))
        .collect::<Result<_, BoxError>>()?;
    assert_eq!(ids, ["a1", "a2", "a3"]);

    let planted = client.send(orchards::trees("north", &TreesParameters::default()))?;
    assert_eq!(planted.id.map(|id| id.to_string()).as_deref(), Some("a9"));

    let mut tree = Tree::default();
    clear!(tree.planted);

    let log = service.0.lock().expect("no panic before");
    for (request, token) in &log.sent {
        println!("{request}, token: {token}");
    }
    println!("waits: {:?}", log.waits);
    Ok(())
}
