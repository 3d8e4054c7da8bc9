//! A small service in the form of Graph: users with deltas, events, batches, upload sessions, content that lies
//! elsewhere; every seventh response is 429, and a token that goes astray is remembered.

use http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tiny_http::{Header, Response, Server};

const USERS: usize = 100;
const JSON: &str = "application/json";

/// The service, and the place where its content lies: another origin.
pub struct Service {
    pub root: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    root: String,
    elsewhere: String,
    count: usize,
    patched: Option<Value>,
    events: BTreeMap<String, Value>,
    uploaded: Vec<u8>,
    lost: bool,
    refused: Vec<String>,
}

struct Asked {
    method: String,
    target: String,
    token: bool,
    range: String,
    body: Vec<u8>,
}

struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Service {
    pub fn start() -> Result<Self, Box<dyn std::error::Error>> {
        let listen = || Server::http("127.0.0.1:0").map_err(|error| error.to_string());
        let (server, elsewhere) = (listen()?, listen()?);
        let root = format!("http://{}", server.server_addr());
        let state = State {
            root: root.clone(),
            elsewhere: format!("http://{}", elsewhere.server_addr()),
            ..State::default()
        };
        let state = Arc::new(Mutex::new(state));
        for server in [server, elsewhere] {
            let state = Arc::clone(&state);
            thread::spawn(move || serve(&server, &state));
        }
        Ok(Self { root, state })
    }

    /// Whether everything went as it should on this side too.
    pub fn check(&self) -> Result<(), String> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = state.uploaded == crate::data::content();
        match state.refused.is_empty() && whole && state.lost {
            true => Ok(()),
            false => Err(format!("refused: {:?}; upload is whole: {whole}", state.refused)),
        }
    }
}

fn serve(server: &Server, state: &Mutex<State>) {
    while let Ok(mut request) = server.recv() {
        let header = |name: &'static str| {
            let mut headers = request.headers().iter();
            headers.find(|header| header.field.equiv(name)).map(|header| header.value.to_string())
        };
        let mut asked = Asked {
            method: request.method().to_string(),
            target: request.url().to_owned(),
            token: header("authorization").is_some_and(|token| token == "Bearer secret"),
            range: header("content-range").unwrap_or_default(),
            body: Vec::new(),
        };
        // A body that does not come whole is answered as it came.
        let _ = request.as_reader().read_to_end(&mut asked.body);
        let answer = state.lock().unwrap_or_else(PoisonError::into_inner).answer(&asked);
        let headers = answer.headers.iter();
        let headers =
            headers.filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok());
        let (length, headers) = (answer.body.len(), headers.collect());
        let response =
            Response::new(answer.status.into(), headers, &*answer.body, Some(length), None);
        let _ = request.respond(response);
    }
}

impl Answer {
    fn json(status: u16, body: &Value) -> Self {
        let headers = vec![("content-type", JSON.to_owned()), ("request-id", "r-1".to_owned())];
        Self { status, headers, body: body.to_string().into_bytes() }
    }

    fn bytes(status: u16, content_type: &str, body: &[u8]) -> Self {
        let headers = vec![("content-type", content_type.to_owned())];
        Self { status, headers, body: body.to_vec() }
    }

    fn error(status: u16, code: &str) -> Self {
        Self::json(status, &json!({"error": {"code": code, "message": "As asked for."}}))
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

fn user(number: usize) -> Value {
    json!({"id": format!("u{number}"), "displayName": format!("User {number}")})
}

impl State {
    fn answer(&mut self, asked: &Asked) -> Answer {
        let at_home = asked.target.starts_with("/v1.0/");
        if asked.token != at_home {
            // The token belongs to the service, and to nothing else.
            self.refused.push(format!("{} {}", asked.method, asked.target));
            return Answer::error(401, "InvalidAuthenticationToken");
        }
        self.count += 1;
        // Who asks for a fault gets that one.
        let is_fault = ["/busy", "/html", "/truncated"].iter().any(|id| asked.target.ends_with(id));
        if at_home && !is_fault && self.count.is_multiple_of(7) {
            return Answer::error(429, "tooManyRequests").with("retry-after", "0");
        }
        match asked.target.strip_prefix("/v1.0") {
            Some(path) => self.at_home(asked, path),
            None => self.elsewhere(asked),
        }
    }

    fn elsewhere(&mut self, asked: &Asked) -> Answer {
        if asked.method == "GET" && asked.target == "/content/f1" {
            return Answer::bytes(200, "application/pdf", &vec![b'%'; 70_000]);
        }
        // A range gets lost once.
        if !self.uploaded.is_empty() && !std::mem::replace(&mut self.lost, true) {
            return Answer::error(503, "serviceNotAvailable");
        }
        let start = asked.range.strip_prefix("bytes ").and_then(|range| range.split('-').next());
        if start.and_then(|start| start.parse().ok()) == Some(self.uploaded.len()) {
            self.uploaded.extend_from_slice(&asked.body);
        }
        match self.uploaded.len() {
            crate::data::SIZE => Answer::json(201, &json!({"id": "f1", "name": "report.bin"})),
            length => Answer::json(202, &json!({"nextExpectedRanges": [format!("{length}-")]})),
        }
    }

    fn at_home(&mut self, asked: &Asked, target: &str) -> Answer {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        match (asked.method.as_str(), segments.as_slice()) {
            ("GET", ["users"]) => self.users(query),
            ("GET", ["users", "delta"]) => self.delta(query),
            ("GET", ["users", id]) => self.user(id),
            ("PATCH", ["users", _]) => {
                self.patched = serde_json::from_slice(&asked.body).ok();
                Answer::bytes(204, JSON, b"")
            }
            ("GET", ["me", "messages"]) => {
                let unread = query.contains("$filter=isRead%20eq%20false");
                let subjects: &[&str] = if unread { &["Bill", "Lunch?"] } else { &[] };
                let mails: Vec<Value> =
                    subjects.iter().map(|subject| json!({"subject": subject})).collect();
                Answer::json(200, &json!({"value": mails}))
            }
            ("POST", ["me", "events"]) => {
                let mut event: Value = serde_json::from_slice(&asked.body).unwrap_or_default();
                event["id"] = json!("e1");
                self.events.insert("e1".to_owned(), event.clone());
                Answer::json(201, &event)
            }
            ("DELETE", ["me", "events", id]) if self.events.remove(*id).is_some() => {
                Answer::bytes(204, JSON, b"")
            }
            ("GET", ["me", "events", id]) if self.events.contains_key(*id) => {
                Answer::json(200, &self.events[*id])
            }
            ("POST", ["me", "drive", "items", _, "createUploadSession"]) => {
                let url = format!("{}/upload/1?signature=x", self.elsewhere);
                Answer::json(200, &json!({"uploadUrl": url, "nextExpectedRanges": ["0-"]}))
            }
            ("GET", ["me", "drive", "items", id, "content"]) => {
                let content = format!("{}/content/{id}", self.elsewhere);
                Answer::bytes(302, JSON, b"").with("location", content)
            }
            ("POST", ["$batch"]) => self.batch(&asked.body),
            _ => Answer::error(404, "itemNotFound"),
        }
    }

    fn users(&self, query: &str) -> Answer {
        if !query.contains("skip=") && !query.contains("$select=id,displayName") {
            return Answer::error(400, "selectIsMissing");
        }
        let start = query.split("skip=").nth(1).and_then(|skip| skip.parse().ok()).unwrap_or(0);
        let end = (start + 20).min(USERS);
        let mut page = json!({"value": (start..end).map(user).collect::<Vec<_>>()});
        if end < USERS {
            page["@odata.nextLink"] = json!(format!("{}/v1.0/users?skip={end}", self.root));
        }
        Answer::json(200, &page)
    }

    fn delta(&self, query: &str) -> Answer {
        let link = |state: &str| json!(format!("{}/v1.0/users/delta?{state}", self.root));
        Answer::json(
            200,
            &match query {
                "" => {
                    json!({"value": [user(0), user(1), user(2)], "@odata.nextLink": link("next")})
                }
                "next" => json!({"value": [user(3)], "@odata.deltaLink": link("later")}),
                _ => json!({
                    "value": [user(4), {"id": "u1", "@removed": {"reason": "changed"}}],
                    "@odata.deltaLink": link("much-later"),
                }),
            },
        )
    }

    fn user(&self, id: &str) -> Answer {
        let number = id.strip_prefix('u').and_then(|number| number.parse::<usize>().ok());
        match (id, number) {
            ("busy", _) => Answer::error(429, "tooManyRequests").with("retry-after", "0.249"),
            ("html", _) => Answer::bytes(500, "text/html", b"<html><h1>Oops</h1></html>"),
            ("truncated", _) => Answer::bytes(200, JSON, br#"{"id": "u1", "displayName": "Us"#),
            (_, Some(number)) => {
                let mut user = user(number);
                user["officeLocation"] = json!("18/2111");
                if let Some(Value::Object(patch)) = self.patched.as_ref().filter(|_| number == 1) {
                    for (name, value) in patch {
                        user[name] = value.clone();
                    }
                }
                Answer::json(200, &user)
            }
            _ => Answer::error(404, "Request_ResourceNotFound"),
        }
    }

    fn batch(&mut self, body: &[u8]) -> Answer {
        let batch: Value = serde_json::from_slice(body).unwrap_or_default();
        let parts = batch["requests"].as_array().cloned().unwrap_or_default();
        if parts.len() > 20 {
            return Answer::error(400, "tooManyParts");
        }
        let responses = parts.iter().map(|part| {
            let text = |name: &str| part[name].as_str().unwrap_or_default().to_owned();
            let asked = Asked {
                method: text("method"),
                target: format!("/v1.0{}", text("url")),
                token: true,
                range: String::new(),
                body: part["body"].to_string().into_bytes(),
            };
            let answer = self.answer(&asked);
            let headers: BTreeMap<&str, String> = answer.headers.into_iter().collect();
            let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
            let status = StatusCode::from_u16(answer.status).map_or(500, |status| status.as_u16());
            json!({"id": part["id"], "status": status, "headers": headers, "body": body})
        });
        // A service may answer in any order.
        let responses: Vec<Value> = responses.collect::<Vec<_>>().into_iter().rev().collect();
        Answer::json(200, &json!({"responses": responses}))
    }
}
