//! A server on this machine that does to its connections what a test says.
#![allow(dead_code, reason = "which of this is used depends on the test")]

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the server does with a request.
pub enum Act {
    /// Answers and keeps the connection.
    Answer(Vec<u8>),
    /// Sends this and hangs up.
    HangUp(Vec<u8>),
    /// Sends this and resets the connection.
    Reset(Vec<u8>),
    /// Sends this and then nothing, until the client hangs up.
    Stall(Vec<u8>),
    /// Sends this, then this again and again, as long as the client takes it.
    Pour(Vec<u8>, Vec<u8>),
}

pub struct Server {
    pub root: String,
    /// The targets of the requests that arrived.
    arrived: Arc<Mutex<Vec<String>>>,
    /// The bytes of poured bodies that were sent.
    poured: Arc<Mutex<usize>>,
}

impl Server {
    /// `act` gets the number of requests before, and the target.
    pub fn new(act: impl Fn(usize, &str) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (arrived, poured) = (Arc::<Mutex<Vec<String>>>::default(), Arc::default());
        let server = Self {
            root: format!("http://{address}"),
            arrived: Arc::clone(&arrived),
            poured: Arc::clone(&poured),
        };
        let act = Arc::new(act);
        // It ends with the test's process.
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (act, arrived) = (Arc::clone(&act), Arc::clone(&arrived));
                let poured = Arc::clone(&poured);
                // What the client does to the connection is the client's business.
                thread::spawn(move || drop(serve(connection, &*act, &arrived, &poured)));
            }
        });
        server
    }

    pub fn arrived(&self) -> Vec<String> {
        self.arrived.lock().expect("no panic before").clone()
    }

    pub fn poured(&self) -> usize {
        *self.poured.lock().expect("no panic before")
    }
}

/// A JSON answer with further header lines.
pub fn json(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} x\r\nContent-Type: application/json\r\n{headers}");
    format!("{head}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

fn serve(
    mut connection: TcpStream,
    act: &dyn Fn(usize, &str) -> Act,
    arrived: &Mutex<Vec<String>>,
    poured: &Mutex<usize>,
) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    let mut buffer = [0; 16 << 10];
    loop {
        // The request is looked at without taking it, as a connection with bytes left is reset when it is closed.
        let (length, target) = loop {
            let seen = connection.peek(&mut buffer)?;
            if seen == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&buffer[..seen]).into_owned();
            if let Some(end) = text.find("\r\n\r\n") {
                let target = text.split(' ').nth(1).unwrap_or_default().to_owned();
                break (end + 4 + body_length(&text), target);
            }
            thread::sleep(Duration::from_millis(1));
        };
        let number = {
            let mut arrived = arrived.lock().expect("no panic before");
            arrived.push(target.clone());
            arrived.len() - 1
        };
        let act = act(number, &target);
        if let Act::Reset(bytes) = &act {
            connection.write_all(bytes)?;
            // So that the client has these bytes before the reset throws them away.
            thread::sleep(Duration::from_millis(20));
            return Ok(());
        }
        connection.read_exact(&mut buffer[..length])?;
        match act {
            Act::Answer(bytes) => connection.write_all(&bytes)?,
            Act::HangUp(bytes) | Act::Reset(bytes) => return connection.write_all(&bytes),
            Act::Stall(bytes) => {
                connection.write_all(&bytes)?;
                while connection.read(&mut buffer)? > 0 {}
                return Ok(());
            }
            Act::Pour(head, block) => {
                connection.write_all(&head)?;
                loop {
                    match connection.write(&block) {
                        Ok(count) => *poured.lock().expect("no panic before") += count,
                        Err(error) if error.kind() == ErrorKind::Interrupted => {}
                        Err(error) => return Err(error),
                    }
                }
            }
        }
    }
}

fn body_length(head: &str) -> usize {
    let lower = head.to_ascii_lowercase();
    let value = lower.split("content-length:").nth(1).and_then(|rest| rest.split("\r\n").next());
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(0)
}
