//! The example tests over a connection: what the client sends is what arrived on the other side, and what it gives comes
//! from bytes on a socket. A server on this machine takes the place of the service.

use generated::runtime::client::blocking::{Client, Transport};
use generated::runtime::client::{BoxError, HttpRequest, HttpResponse, Policy, Ureq};
use generated::runtime::{Request, Response, Service};
use http::header::{AUTHORIZATION, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderName, HeaderValue, Uri};
use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// What lies where a redirect leads.
const ELSEWHERE: &[u8] = b"\x00what lies elsewhere\xff";

thread_local! {
    static WIRE: RefCell<Option<Wire>> = const { RefCell::new(None) };
}

/// Runs `check` with all requests of this thread going over a connection; tells how many did.
#[track_caller]
pub fn over(version: &str, what: &str, check: impl FnOnce()) {
    let wire = Wire::new().expect("a server on this machine");
    WIRE.set(Some(wire));
    check();
    let wire = WIRE.take().expect("it was put there");
    let (sent, followed) = (wire.sent, wire.followed);
    assert!(wire.sent > 0, "no {what} went over the connection");
    println!("{version}: {sent} example {what} over HTTP, {followed} of them through a redirect");
    let path = format!("{}/tests/examples/{version}/exceptions.tsv", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(path).expect("the table of exceptions");
    table.lines().filter(|line| line.starts_with("# ")).for_each(|line| println!("  {line}"));
}

/// The request as it arrives, if requests go over a connection.
pub fn sent<R: Response>(request: &Request<R>) -> Option<Result<HttpRequest, String>> {
    on_the_wire(|wire| {
        let answer = http::Response::builder().header("content-type", "application/json");
        let answer = answer.body(b"{}".to_vec()).map_err(|error| error.to_string())?;
        // Whether `{}` is a value of the response does not matter here.
        let outcome = wire.exchange(request, answer);
        let arrived = wire.script().arrived.drain(..).next();
        arrived.ok_or_else(|| outcome.err().unwrap_or_else(|| "nothing arrived".to_owned()))
    })
}

/// The value of a response that comes over a connection, if responses do; `None` in it if a redirect was followed and
/// the value is what lies there.
pub fn received<R: Response>(
    request: &Request<R>,
    answer: HttpResponse,
) -> Option<Result<Option<R>, String>> {
    on_the_wire(|wire| {
        let value = wire.exchange(request, answer)?;
        let arrived = std::mem::take(&mut wire.script().arrived);
        let Some(last) = arrived.get(1) else { return Ok(Some(value)) };
        if last.headers().contains_key(AUTHORIZATION) {
            return Err("the token follows a redirect".to_owned());
        }
        wire.followed += 1;
        match value.encode() == ELSEWHERE {
            true => Ok(None),
            false => Err("what lies behind the redirect is not what came".to_owned()),
        }
    })
}

fn on_the_wire<T>(act: impl FnOnce(&mut Wire) -> T) -> Option<T> {
    WIRE.with_borrow_mut(|wire| wire.as_mut().map(act))
}

/// A client and the server that it talks to.
struct Wire {
    root: String,
    client: Client,
    script: Arc<Mutex<Script>>,
    sent: usize,
    followed: usize,
}

/// What the server says, and what it was told.
#[derive(Default)]
struct Script {
    answer: HttpResponse,
    arrived: Vec<HttpRequest>,
}

impl Wire {
    fn new() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let authority = listener.local_addr()?.to_string();
        let script = Arc::<Mutex<Script>>::default();
        let shared = Arc::clone(&script);
        // It ends with the test's process.
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                // A client that hangs up is noticed by the client.
                let _ = serve(&connection, &shared);
            }
        });
        let root = format!("http://{authority}");
        let service = Service::new(root.clone().leak());
        let client = Client::new(service, Nearby::new(authority))
            .token(|| Ok("token".to_owned()))
            .policy(Policy { retries: 0, ..Policy::default() });
        Ok(Self { root, client, script, sent: 0, followed: 0 })
    }

    fn script(&self) -> std::sync::MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn exchange<R: Response>(
        &mut self,
        request: &Request<R>,
        answer: HttpResponse,
    ) -> Result<R, String> {
        *self.script() = Script { answer, arrived: Vec::new() };
        self.sent += 1;
        let request = request.clone().base_url(&self.root);
        self.client.send(request).map_err(|error| error.to_string())
    }
}

/// A transport that finds all hosts on this machine, as behind a proxy.
struct Nearby {
    authority: String,
    ureq: Ureq,
}

impl Nearby {
    fn new(authority: String) -> Self {
        Self { authority, ureq: Ureq::new(ureq::Agent::new_with_defaults()) }
    }
}

impl Transport for Nearby {
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        let mut request = request.clone();
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = format!("http://{}{path}", self.authority).parse::<Uri>()?;
        self.ureq.send(&request)
    }
}

fn serve(mut connection: &TcpStream, script: &Mutex<Script>) -> Result<(), BoxError> {
    let request = read(&mut BufReader::new(connection))?;
    let mut script = script.lock().unwrap_or_else(PoisonError::into_inner);
    let first = script.arrived.is_empty();
    script.arrived.push(request);
    let elsewhere = HttpResponse::new(ELSEWHERE.to_vec());
    let answer = if first { &script.answer } else { &elsewhere };
    let mut head = format!("HTTP/1.1 {}\r\n", answer.status()).into_bytes();
    for (name, value) in answer.headers() {
        // How long it is, is told below.
        if ![CONTENT_LENGTH, TRANSFER_ENCODING, CONNECTION].contains(name) {
            head.extend_from_slice(name.as_str().as_bytes());
            head.extend_from_slice(b": ");
            head.extend_from_slice(value.as_bytes());
            head.extend_from_slice(b"\r\n");
        }
    }
    let length = answer.body().len();
    write!(head, "Content-Length: {length}\r\nConnection: close\r\n\r\n")?;
    head.extend_from_slice(answer.body());
    connection.write_all(&head)?;
    Ok(())
}

fn read(reader: &mut impl BufRead) -> Result<HttpRequest, BoxError> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_ascii_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut request = http::Request::builder().method(method).uri(target).body(Vec::new())?;
    let mut length = 0;
    loop {
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line)?;
        let line = line.trim_ascii();
        if line.is_empty() {
            break;
        }
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = line.split_at(colon);
        let value = HeaderValue::from_bytes(value.get(1..).unwrap_or_default().trim_ascii())?;
        let name = HeaderName::from_bytes(name)?;
        if name == CONTENT_LENGTH {
            length = value.to_str()?.parse()?;
        }
        request.headers_mut().append(name, value);
    }
    let body = request.body_mut();
    body.resize(length, 0);
    reader.read_exact(body)?;
    Ok(request)
}
