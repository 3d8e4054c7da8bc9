//! Decoding, encoding and cloning against serde's derive, on shapes of real bodies.
//!
//! Both sides box single objects. The derived types keep less: no unknown properties, no nulls, no annotations.
//! Run with `cargo bench -p runtime`; the figure to compare is bytes per second.

#[path = "../tests/model/mod.rs"]
mod model;
mod shapes {
    pub(crate) mod derived;
    pub(crate) mod wide;
}

use divan::Bencher;
use divan::counter::BytesCount;
use runtime::runtime::{Object, Page, SlotRef, from_slice, to_vec};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shapes::{derived, wide};

fn main() {
    divan::main();
}

/// A message with nested objects, as Outlook sends it.
fn message(i: usize) -> String {
    let text = "here are the numbers that you asked for in the meeting of last week. They are still provisional.";
    let person = |name: &str| {
        format!(r#"{{"emailAddress":{{"name":"{name} Vance","address":"{name}@example.com"}}}}"#)
    };
    format!(
        r#"{{"id":"AAMkAGUAAAwTW09AAA{i}","createdDateTime":"2018-09-12T19:55:00Z","receivedDateTime":"2018-09-12T19:55:00Z","sentDateTime":"2018-09-12T19:54:59Z","hasAttachments":false,"internetMessageId":"<MWHPR6E1BE060@example.com>","subject":"Quarterly numbers, part {i}","bodyPreview":"Hello all,\r\n\r\n{text}","importance":"normal","parentFolderId":"AAMkAGUAAAwTW09AAA","conversationId":"AAQkAGUAAAwTW09AAA","isRead":false,"isDraft":false,"webLink":"https://outlook.example.com/owa/?ItemID=AAMkAGUAAAwTW09AAA%3D&exvsurl=1&viewmodel=ReadMessageItem","categories":["red","blue"],"body":{{"contentType":"html","content":"<html><head></head><body><p>Hello all,</p><p>{text}</p></body></html>"}},"sender":{adele},"from":{adele},"toRecipients":[{alex},{megan}],"ccRecipients":[],"replyTo":[]}}"#,
        adele = person("adele"),
        alex = person("alex"),
        megan = person("megan"),
    )
}

/// An object of the wide type with one property in eight set.
fn wide(i: usize) -> String {
    let sample = wide::Wide::default();
    let mut members = Vec::new();
    let fields = sample.meta().fields.iter().enumerate();
    for (index, name) in fields.filter(|(index, _)| index % 8 == 3) {
        let value = match sample.field(index) {
            SlotRef::Bool(_) => "true".to_owned(),
            SlotRef::I32(_) => format!("10{i}"),
            SlotRef::Strings(_) => format!(r#"["+1 425 555 {i}"]"#),
            SlotRef::Text(_) => r#""2021-07-16T10:11:12Z""#.to_owned(),
            SlotRef::Object(_) => format!(
                r#"{{"city":"Seattle {i}","countryOrRegion":"US","postalCode":"98101","street":"{i} Main Street"}}"#
            ),
            _ => format!(r#""A plausible value, number {i}""#),
        };
        members.push(format!(r#""{name}":{value}"#));
    }
    format!("{{{}}}", members.join(","))
}

fn page(item: fn(usize) -> String) -> String {
    let items: Vec<_> = (0..1000).map(item).collect();
    format!(r#"{{"value":[{}]}}"#, items.join(","))
}

fn decode_ours<T: Object + Default>(bencher: Bencher<'_, '_>, json: String) {
    bencher
        .counter(BytesCount::of_str(&json))
        .bench_local(|| from_slice::<T>(json.as_bytes()).expect("it decodes"));
}

fn decode_derived<T: DeserializeOwned>(bencher: Bencher<'_, '_>, json: String) {
    bencher
        .counter(BytesCount::of_str(&json))
        .bench_local(|| serde_json::from_slice::<T>(json.as_bytes()).expect("it decodes"));
}

fn encode_ours<T: Object + Default>(bencher: Bencher<'_, '_>, json: String) {
    let value: T = from_slice(json.as_bytes()).expect("it decodes");
    assert_eq!(to_vec(&value).len(), json.len());
    bencher.counter(BytesCount::of_str(&json)).bench_local(|| to_vec(&value));
}

fn encode_derived<T: DeserializeOwned + Serialize>(bencher: Bencher<'_, '_>, json: String) {
    let value: T = serde_json::from_str(&json).expect("it decodes");
    assert_eq!(serde_json::to_vec(&value).map(|json| json.len()).ok(), Some(json.len()));
    bencher
        .counter(BytesCount::of_str(&json))
        .bench_local(|| serde_json::to_vec(&value).expect("it encodes"));
}

macro_rules! shape {
    ($name:ident, $json:expr, $ours:ty, $derived:ty) => {
        mod $name {
            use super::*;

            #[divan::bench]
            fn decode(bencher: Bencher<'_, '_>) {
                decode_ours::<$ours>(bencher, $json);
            }

            #[divan::bench]
            fn decode_serde_derive(bencher: Bencher<'_, '_>) {
                decode_derived::<$derived>(bencher, $json);
            }

            #[divan::bench]
            fn encode(bencher: Bencher<'_, '_>) {
                encode_ours::<$ours>(bencher, $json);
            }

            #[divan::bench]
            fn encode_serde_derive(bencher: Bencher<'_, '_>) {
                encode_derived::<$derived>(bencher, $json);
            }

            #[divan::bench]
            fn clone(bencher: Bencher<'_, '_>) {
                let value: $ours = from_slice($json.as_bytes()).expect("it decodes");
                bencher.bench_local(|| value.clone());
            }

            #[divan::bench]
            fn clone_serde_derive(bencher: Bencher<'_, '_>) {
                let value: $derived = serde_json::from_str(&$json).expect("it decodes");
                bencher.bench_local(|| value.clone());
            }
        }
    };
}

shape!(one_message, message(1), model::Message, derived::Message);
shape!(one_wide, wide(1), wide::Wide, derived::Wide);
shape!(page_of_messages, page(message), Page<model::Message>, derived::Page<derived::Message>);
shape!(page_of_wide, page(wide), Page<wide::Wide>, derived::Page<derived::Wide>);
