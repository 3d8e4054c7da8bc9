//! A client of a service that follows a script, and what it did.
#![allow(dead_code, reason = "which of this is used depends on the test")]

use crate::model::User;
use crate::scripted::Scripted;
use runtime::runtime::client::Policy;
use runtime::runtime::client::blocking::Client;
use runtime::runtime::{Page, Request, Service};
use std::time::Duration;

pub static API: Service = Service::new("https://graph.example/v1.0");

pub fn steady() -> Policy {
    Policy { jitter: 0.0, ..Policy::default() }
}

pub fn client(transport: &Scripted) -> Client {
    Client::new(API, transport.clone()).policy(steady())
}

pub fn waits(transport: &Scripted) -> Vec<u128> {
    let log = transport.log.lock().expect("no panic before");
    log.waits.iter().map(Duration::as_millis).collect()
}

pub fn requests(transport: &Scripted) -> usize {
    transport.log.lock().expect("no panic before").sent.len()
}

pub fn me() -> Request<User> {
    API.request("GET /me", &[])
}

pub fn users() -> Request<Page<User>> {
    API.request("GET /users", &[])
}
