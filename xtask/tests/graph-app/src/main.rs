//! Everyday tasks of an application, twice: blocking over ureq and asynchronous over reqwest, each against a service of
//! its own on this machine. Both must find the same; the lines that each task takes are counted.

mod asynchronous;
mod blocking;
mod data;
mod lines;
mod service;

use graph::runtime::Account;
use graph::v1_0::OPERATIONS;
use service::Service;
use std::error::Error;

/// What a task says of its outcome, or why there is none.
type Told = Result<String, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let service = Service::start()?;
    let blocking = blocking::all(&service.root)?;
    service.check()?;

    let service = Service::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let asynchronous = runtime.block_on(asynchronous::all(&service.root))?;
    service.check()?;

    let lines = |source| lines::of_functions(source);
    let (ours, theirs) =
        (lines(include_str!("blocking.rs")), lines(include_str!("asynchronous.rs")));
    println!("{:20} {:>8} {:>8}  outcome", "task", "blocking", "async");
    for ((task, told), (_, other)) in blocking.iter().zip(&asynchronous) {
        if told != other {
            return Err(format!("{task}: blocking: {told}; asynchronous: {other}").into());
        }
        let count = |lines: &[(String, usize)]| {
            lines.iter().find(|(name, _)| name == task).map_or(0, |(_, count)| *count)
        };
        println!("{task:20} {:8} {:8}  {told}", count(&ours), count(&theirs));
    }
    let scopes = OPERATIONS.least_privileged(&data::REQUESTS, Account::DelegatedWork)?;
    println!("permissions: {}", scopes.join(" "));
    Ok(())
}
