//! `mock`: a server on this machine that answers with the exchanges that the pages show and that were checked.

use crate::Outcome;
use crate::cli::MockArguments;
use crate::failure::Failure;
use crate::paths::Folder;
use crate::pipeline::{self, Patterns};
use crate::terminal::Terminal;
use generator::file_tree::FileTree;
use runtime::runtime::Operations;
use runtime::runtime::client::{Documented, HttpRequest, HttpResponse};
use std::io::{Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Response, Server};

/// How many requests are answered at the same time.
const THREADS: usize = 4;

/// The largest body of a request that is read.
const LARGEST_BODY: u64 = 64 << 20;

pub(crate) fn run(arguments: &MockArguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let docs = Folder::docs(arguments.docs.as_deref())?;
    let (run, _) = pipeline::generate(&docs.path, Patterns::default(), None, None)?;
    let versions = versions(&run.product.files);
    if versions.iter().all(|(_, documented)| documented.is_empty()) {
        terminal.error("the pages show no exchange to play", None);
        return Ok(Outcome::Findings);
    }
    let server = Server::http(("127.0.0.1", arguments.port))
        .map_err(|error| Failure::new(format!("cannot listen: {error}")))?;
    let address = server.server_addr();
    let mut stdout = std::io::stdout();
    for (root, documented) in &versions {
        let count = documented.len();
        // On stdout, for scripts that let the system choose the port. One that has read enough may have closed it.
        let _ = writeln!(stdout, "http://{address}{root}: {count} documented responses");
    }
    let faults = Faults { arguments, count: AtomicU64::new(0) };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| serve(&server, &versions, &faults));
        }
    });
    Ok(Outcome::Clean)
}

/// The exchanges of each version as the emitted crate has them, by the path of its root.
fn versions(files: &FileTree) -> Vec<(String, Documented)> {
    let text = |contents| std::str::from_utf8(contents).unwrap_or_default();
    let tables = files.iter().filter_map(|(path, contents)| {
        Some((path.strip_prefix("src/")?.strip_suffix("/operations.tsv")?, text(contents)))
    });
    let version = |(module, table): (&str, &str)| {
        let folder = format!("tests/examples/{module}/");
        let examples =
            files.iter().filter(|(path, _)| path.starts_with(&folder) && path.ends_with(".json"));
        let examples: Vec<&str> = examples.map(|(_, contents)| text(contents)).collect();
        // The table of a version lives as long as the server.
        let operations = Operations::new(table.to_owned().leak());
        let root = files.get(&format!("src/{module}/mod.rs")).map(text).and_then(root_path);
        (root.unwrap_or_default().to_owned(), Documented::new(operations, &examples))
    };
    tables.map(version).collect()
}

/// The path of the root URL that a version's module states.
fn root_path(module: &str) -> Option<&str> {
    let url = module.split("pub const BASE_URL: &str = \"").nth(1)?.split('"').next()?;
    let host = url.find("://")? + 3;
    url.get(host..)?.find('/').and_then(|at| url.get(host + at..))
}

/// What is put in the way of a response.
struct Faults<'a> {
    arguments: &'a MockArguments,
    count: AtomicU64,
}

impl Faults<'_> {
    /// The response that takes the place of the documented one, if it is the turn of one.
    fn instead(&self) -> Option<HttpResponse> {
        let number = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        let turn = |every: u64| every > 0 && number.is_multiple_of(every);
        let (status, after) = if turn(self.arguments.busy_every) {
            (429, Some(self.arguments.retry_after.to_string()))
        } else if turn(self.arguments.fail_every) {
            (500, None)
        } else {
            return None;
        };
        let mut response = http::Response::builder().status(status);
        if let Some(after) = after {
            response = response.header("Retry-After", after);
        }
        response.body(Vec::new()).ok()
    }
}

fn serve(server: &Server, versions: &[(String, Documented)], faults: &Faults<'_>) {
    while let Ok(mut request) = server.recv() {
        let response = match read(&mut request) {
            Some(asked) => {
                thread::sleep(Duration::from_millis(faults.arguments.latency));
                faults.instead().unwrap_or_else(|| answer(versions, &asked))
            }
            None => HttpResponse::new(Vec::new()),
        };
        let (parts, body) = response.into_parts();
        let headers = parts
            .headers
            .iter()
            .filter_map(|(name, value)| Header::from_bytes(name.as_str(), value.as_bytes()).ok());
        let headers = headers.collect();
        let length = Some(body.len());
        let sent = Response::new(parts.status.as_u16().into(), headers, &*body, length, None);
        // The client may be gone.
        let _ = request.respond(sent);
    }
}

fn read(request: &mut tiny_http::Request) -> Option<HttpRequest> {
    let mut body = Vec::new();
    request.as_reader().take(LARGEST_BODY).read_to_end(&mut body).ok()?;
    let method = request.method().to_string();
    http::Request::builder().method(method.as_str()).uri(request.url()).body(body).ok()
}

fn answer(versions: &[(String, Documented)], request: &HttpRequest) -> HttpResponse {
    let path = request.uri().path();
    let below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    let named = versions.iter().find(|(root, _)| below(root));
    let documented = named.or(versions.first()).map(|(_, documented)| documented);
    documented.map_or_else(|| HttpResponse::new(Vec::new()), |found| found.answer(request))
}
