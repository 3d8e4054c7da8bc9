//! What the client holds in memory: a page at a time, and no body beyond the limit. A process of its own, as peaks are a
//! process's.
#![cfg(all(feature = "ureq", target_os = "linux"))]

mod model;
#[path = "support/socket.rs"]
mod socket;

use model::User;
use runtime::runtime::client::blocking::Client;
use runtime::runtime::client::{Error, Policy, Ureq};
use runtime::runtime::{Bytes, Page, Request, Service};
use socket::{Act, Server, json};

const MIB: usize = 1 << 20;

/// The most memory that this process ever had.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("the peak");
    let kib = line.split_ascii_whitespace().nth(1).and_then(|number| number.parse::<usize>().ok());
    kib.expect("a number") * 1024
}

fn service(server: &Server) -> Service {
    Service::new(server.root.clone().leak())
}

fn client(server: &Server) -> Client {
    let agent = ureq::Agent::new_with_defaults();
    Client::new(service(server), Ureq::new(agent))
}

const PAGES: usize = 10_000;
const ITEMS: usize = 10;

#[test]
fn ten_thousand_pages_take_the_memory_of_one() {
    let filler = "x".repeat(100);
    let server = Server::new(move |_, target| {
        let number: usize =
            target.split("page=").nth(1).and_then(|number| number.parse().ok()).unwrap_or(0);
        let ids = number * ITEMS..(number + 1) * ITEMS;
        let items: Vec<String> =
            ids.map(|id| format!(r#"{{"id":"{id}","displayName":"{filler}"}}"#)).collect();
        let next = match number + 1 < PAGES {
            true => format!(r#","@odata.nextLink":"/users?page={}""#, number + 1),
            false => String::new(),
        };
        Act::Answer(json(200, "", &format!(r#"{{"value":[{}]{next}}}"#, items.join(","))))
    });
    let first: Request<Page<User>> = service(&server).request("GET /users", &[]);
    let mut count = 0;
    let mut early = 0;
    for user in client(&server).items(first) {
        let user = user.expect("a user");
        assert_eq!(user.id.as_deref(), Some(&*count.to_string()));
        count += 1;
        if count == 100 * ITEMS {
            early = peak();
        }
    }
    assert_eq!((count, server.arrived().len()), (PAGES * ITEMS, PAGES));
    let grown = peak() - early;
    println!(
        "{count} items of {PAGES} pages: peak {} KiB, {} KiB more than after 100 pages",
        peak() / 1024,
        grown / 1024
    );
    // The links that were followed, 8 bytes each, and what the server of this test notes; the items are some 15 MiB.
    assert!(grown < 6 * MIB, "{grown} bytes");
}

/// A body of a GiB, of which the client takes a MiB: whether its length is declared, and however.
#[test]
fn a_body_of_a_gigabyte_is_not_taken() {
    let heads = [
        ("declared", "Content-Length: 1073741824\r\n\r\n"),
        ("chunked", "Transfer-Encoding: chunked\r\n\r\n40000000\r\n"),
        ("until the end", "Connection: close\r\n\r\n"),
    ];
    let before = peak();
    for (kind, head) in heads {
        let head = format!("HTTP/1.1 200 x\r\nContent-Type: text/plain\r\n{head}").into_bytes();
        let server = Server::new(move |_, _| Act::Pour(head.clone(), vec![b'x'; 64 << 10]));
        let limit = u64::try_from(MIB).expect("small");
        let client = client(&server).policy(Policy { largest_body: limit, ..Policy::default() });
        let request: Request<Bytes> = service(&server).request("GET /content", &[]);
        let error = client.send(request).expect_err("too large");
        assert!(matches!(error, Error::TooLarge { limit: l } if l == limit), "{kind}: {error}");
        assert_eq!(server.arrived().len(), 1, "a larger body does not get smaller by asking again");
        // Buffers of the connection among it.
        println!("{kind}: {} KiB were sent of 1048576", server.poured() / 1024);
        assert!(server.poured() < 32 * MIB, "{kind}: {} bytes", server.poured());
    }
    let grown = peak() - before;
    println!("peak: {} KiB more", grown / 1024);
    assert!(grown < 12 * MIB, "{grown} bytes");
}
