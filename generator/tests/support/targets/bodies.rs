//! The runtime that emitted crates carry, fed by a bad server.

use crate::model::{Message, Sample, User};
use runtime::runtime::json::Reader;
use runtime::runtime::{
    Bytes, Json, Misfit, NoContent, Object, Page, PathArg, Request, Service, from_slice,
    from_slice_strict, json_equal, misfits, round_trip, to_json_string,
};
use serde_json::value::RawValue;

static API: Service = Service::new("https://graph.example/v1.0");

/// The reader takes what `serde_json` takes, and reads the same from it.
pub fn json_reader(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        assert!(from_slice::<Sample>(data).is_err(), "JSON is UTF-8");
        return;
    };
    let mut reader = Reader::new(text);
    let reads = reader.skip().is_ok() && reader.end().is_ok();
    assert_eq!(reads, serde_reads(text), "{text:?}");
    if !reads {
        return;
    }
    let json: Json = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
    json_equal(text.as_bytes(), json.as_str().as_bytes()).expect("the same value");
    if let Ok(expected) = serde_json::from_str::<serde_json::Value>(text) {
        assert_eq!(json.to_value().ok(), Some(expected), "{text}");
    }
    if let Ok(expected) = serde_json::from_str::<String>(text) {
        assert_eq!(Reader::new(text).string().ok().as_deref(), Some(&*expected), "{text}");
    }
}

/// Numbers beyond the range of `serde_json` are JSON all the same.
fn serde_reads(text: &str) -> bool {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(_) => true,
        Err(error) if error.to_string().starts_with("number out of range") => {
            serde_json::from_str::<&RawValue>(text).is_ok()
        }
        Err(_) => false,
    }
}

/// Whatever is accepted re-encodes to an equal value, and strict decoding fails exactly when a misfit is listed.
pub fn typed(data: &[u8]) {
    decoded::<Sample>(data);
    decoded::<Message>(data);
    decoded::<User>(data);
    if let Err(runtime::runtime::RoundTripError::Difference(difference)) =
        round_trip::<Page<User>>(data)
    {
        panic!("{difference}");
    }
}

fn decoded<T: Object + Default + Clone + PartialEq + std::fmt::Debug + 'static>(data: &[u8]) {
    let Ok(value) = from_slice::<T>(data) else {
        assert!(from_slice_strict::<T>(data).is_err(), "strict takes no more than tolerant");
        return;
    };
    let json = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data);
    let encoded = to_json_string(&value);
    json_equal(json, encoded.as_bytes()).unwrap_or_else(|difference| panic!("{difference}"));
    let again: T = from_slice(encoded.as_bytes()).expect("what was encoded decodes");
    assert_eq!(again, value);
    assert_eq!(to_json_string(&value.clone()), encoded);
    let listed: Vec<Misfit> = misfits(&value);
    assert_eq!(from_slice_strict::<T>(data).is_ok(), listed.is_empty(), "{listed:?}");
    let _ = format!("{value:?}");
}

/// Arguments, query, headers and body of a request; and the same bytes as an answer.
pub fn requests(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.splitn(4, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let (argument, name, value, rest) = (part(), part(), part(), part());
    let arguments: [&dyn PathArg; 2] = [&argument, &name];
    let request: Request<Page<User>> =
        API.request_with("GET /users/{id}/messages/{id}/$value", &arguments);
    let request = request.query(name, value);
    if let Ok(url) = request.url() {
        let (path, _) = url.split_once('?').unwrap_or((&url, ""));
        assert_eq!(path.matches('/').count(), 8, "{url}");
        assert!(url.starts_with("https://graph.example/v1.0/users/"), "{url}");
        assert!(!url.contains(|c: char| c.is_control() || c == ' ' || !c.is_ascii()), "{url}");
    }
    let request = request.header("X-Any", value).header(name, "x");
    if let Ok(http) = request.to_http() {
        assert_eq!(http.uri().host(), Some("graph.example"));
    }
    let _ = Request::<Json>::follow(value).to_http().is_ok();
    let status = 100 + data.first().map_or(0, |&byte| u16::from(byte) * 3 % 500);
    let answer = http::Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(rest.as_bytes().to_vec());
    let Ok(answer) = answer else { return };
    let _ = request.decode(&answer).map(|page| format!("{page:?}")).map_err(|e| e.to_string());
    let _ = request.decode_strict(&answer).is_ok();
    let _ = API.request::<Json>("GET /a", &[]).decode(&answer).is_ok();
    let _ = API.request::<Bytes>("GET /a", &[]).decode(&answer).is_ok();
    let _ = API.request::<NoContent>("GET /a", &[]).decode(&answer).is_ok();
    let _ = API.request::<Option<Message>>("GET /a", &[]).decode(&answer).is_ok();
}
