//! Faults on a real connection: nothing hangs, no item is lost, none comes twice.
#![cfg(feature = "ureq")]

mod model;
#[path = "support/socket.rs"]
mod socket;

use model::User;
use runtime::runtime::client::blocking::{Client, Transport};
use runtime::runtime::client::{BoxError, Error, HttpRequest, HttpResponse, Policy, Ureq};
use runtime::runtime::{Json, Page, Request, Service};
use socket::{Act, Server, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A connection, and a clock that is only looked at.
#[derive(Clone)]
struct Watched {
    ureq: Ureq,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl Watched {
    fn new() -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_millis(500)));
        Self { ureq: Ureq::new(config.build().into()), waits: Arc::default() }
    }

    fn waits(&self) -> Vec<u128> {
        self.waits.lock().expect("no panic before").iter().map(Duration::as_millis).collect()
    }
}

impl Transport for Watched {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        self.ureq.send(request)
    }

    fn sleep(&self, wait: Duration) {
        self.waits.lock().expect("no panic before").push(wait);
    }
}

/// A client of a server, and its clock.
fn client(server: &Server) -> (Client, Watched) {
    let transport = Watched::new();
    let service = Service::new(server.root.clone().leak());
    let policy = Policy { jitter: 0.0, ..Policy::default() };
    (Client::new(service, transport.clone()).policy(policy), transport)
}

fn users(server: &Server) -> Request<Page<User>> {
    Service::new(server.root.clone().leak()).request("GET /users", &[])
}

/// Page `number` of `pages`, with two users: their ids count on from page to page.
fn page(number: usize, pages: usize) -> String {
    let (a, b) = (number * 2, number * 2 + 1);
    let next = match number + 1 < pages {
        true => format!(r#","@odata.nextLink":"/users?page={}""#, number + 1),
        false => String::new(),
    };
    format!(r#"{{"value":[{{"id":"{a}"}},{{"id":"{b}"}}]{next}}}"#)
}

fn number_of(target: &str) -> usize {
    target.split("page=").nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[track_caller]
fn all_items(client: &Client, first: Request<Page<User>>, pages: usize) {
    let ids = client.items(first).map(|user| user.expect("a user").id.expect("an id"));
    let expected: Vec<String> = (0..pages * 2).map(|id| id.to_string()).collect();
    assert_eq!(ids.collect::<Vec<_>>(), expected);
}

/// A body that breaks off after half of its length, by the ways in which connections end.
#[test]
fn a_body_that_breaks_off_is_asked_for_again() {
    for fault in [Act::HangUp, Act::Reset] {
        let server = Server::new(move |number, target| {
            let whole = json(200, "", &page(number_of(target), 3));
            // Each page breaks off once.
            match number.is_multiple_of(2) {
                true => fault(whole[..whole.len() - 20].to_vec()),
                false => Act::Answer(whole),
            }
        });
        let (client, transport) = client(&server);
        all_items(&client, users(&server), 3);
        assert_eq!(server.arrived().len(), 6);
        assert_eq!(transport.waits(), [500; 3]);
    }
}

#[test]
fn a_post_that_may_have_been_done_is_not_sent_again() {
    for fault in [Act::HangUp, Act::Reset] {
        let server = Server::new(move |_, _| {
            fault(b"HTTP/1.1 201 x\r\nContent-Length: 9\r\n\r\n{".to_vec())
        });
        let (client, transport) = client(&server);
        let service = Service::new(server.root.clone().leak());
        let request: Request<Json> = service.request("POST /users", &[]);
        let error = client.send(request.json_raw(&Json::string("x"))).expect_err("broken off");
        assert!(matches!(error, Error::Transport(_)), "{error}");
        assert_eq!((server.arrived().len(), transport.waits().len()), (1, 0));
    }
}

#[test]
fn a_chunked_body_that_breaks_off_is_no_body() {
    let head = "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n";
    let server = Server::new(move |number, target| match number {
        0 => Act::HangUp(format!("{head}d\r\n{{\"value\":[]}}\n\r\n").into_bytes()),
        _ => Act::Answer(json(200, "", &page(number_of(target), 1))),
    });
    let (client, _) = client(&server);
    all_items(&client, users(&server), 1);
    assert_eq!(server.arrived().len(), 2);
}

/// Of 200 pages each one is refused three times.
#[test]
fn a_storm_of_429_costs_no_item() {
    let server = Server::new(|number, target| {
        Act::Answer(match number % 4 {
            3 => json(200, "", &page(number_of(target), 200)),
            _ => json(429, "Retry-After: 1\r\n", "{}"),
        })
    });
    let (client, transport) = client(&server);
    all_items(&client, users(&server), 200);
    assert_eq!(server.arrived().len(), 800);
    assert_eq!(transport.waits(), [1000; 600]);
}

#[test]
fn a_storm_of_429_that_does_not_end_ends_the_request() {
    let server = Server::new(|_, _| Act::Answer(json(429, "Retry-After: 2\r\n", "{}")));
    let (client, transport) = client(&server);
    let error = client.send(users(&server)).expect_err("never an answer");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(2)));
    assert_eq!((server.arrived().len(), transport.waits()), (5, vec![2000; 4]));
}

#[test]
fn the_wait_that_the_service_names_is_kept() {
    let headers = [
        ("Retry-After: 0.249\r\n", 249),
        (
            "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nRetry-After: Wed, 21 Oct 2015 07:28:07 GMT\r\n",
            7000,
        ),
        ("Retry-After: Wed, 21 Oct 2015 07:28:07 GMT\r\n", 0),
    ];
    for (header, wait) in headers {
        let server = Server::new(move |number, target| {
            Act::Answer(match number {
                0 => json(503, header, "{}"),
                _ => json(200, "", &page(number_of(target), 1)),
            })
        });
        let (client, transport) = client(&server);
        all_items(&client, users(&server), 1);
        let waits: Vec<u128> = transport.waits();
        assert_eq!(waits.iter().sum::<u128>(), wait, "{header}");
        assert_eq!(server.arrived().len(), 2);
    }
}

#[test]
fn a_loop_of_links_ends() {
    let server = Server::new(|_, target| {
        let next = (number_of(target) + 1) % 3;
        let next = format!(r#"{{"value":[{{"id":"1"}}],"@odata.nextLink":"/users?page={next}"}}"#);
        Act::Answer(json(200, "", &next))
    });
    let (client, _) = client(&server);
    let items: Vec<_> = client.items(users(&server)).collect();
    // The first page has no number and so is another URL than page 0.
    assert_eq!((server.arrived().len(), items.len()), (4, 5));
    assert!(matches!(items.last(), Some(Err(Error::RepeatedLink { .. }))));
}

#[test]
fn a_body_that_never_ends_to_come_is_given_up() {
    let server = Server::new(|number, target| {
        let whole = json(200, "", &page(number_of(target), 2));
        match number {
            1 => Act::Stall(whole[..whole.len() - 20].to_vec()),
            _ => Act::Answer(whole),
        }
    });
    let (client, _) = client(&server);
    all_items(&client, users(&server), 2);
    assert_eq!(server.arrived().len(), 3);

    let server =
        Server::new(|_, _| Act::Stall(b"HTTP/1.1 200 x\r\nContent-Length: 9\r\n\r\n{".to_vec()));
    let (client, _) = self::client(&server);
    let client = client.policy(Policy { retries: 1, ..Policy::default() });
    let error = client.send(users(&server)).expect_err("never whole");
    assert!(matches!(error, Error::Transport(_)), "{error}");
    assert_eq!(server.arrived().len(), 2);
}
