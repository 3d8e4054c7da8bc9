//! Bodies that want more than they are worth, and strictness to the letter.

mod model;

use model::Message;
use runtime::runtime::{self as form, Misfit, from_slice, from_slice_strict, misfits};

/// Objects in objects: each level of `{` is one more.
fn collection(items: usize) -> String {
    format!("{{\"toRecipients\":[{}{{}}]}}", "{},".repeat(items))
}

#[test]
fn empty_objects_take_no_more_than_the_length_of_their_body_allows() {
    // A process of its own for this file: nobody else decodes under this limit but the tests here, which need little.
    form::set_memory_limit(64 << 10, 4);
    assert!(from_slice::<Message>(collection(10).as_bytes()).is_ok());
    let bomb = collection(100_000);
    for decode in [from_slice::<Message>, from_slice_strict::<Message>] {
        let error =
            decode(bomb.as_bytes()).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("more memory than its length allows"), "{error}");
    }
    form::set_memory_limit(64 << 20, 4);
    assert!(from_slice::<Message>(bomb.as_bytes()).is_ok(), "the limit is the user's");
}

#[test]
fn strict_decoding_fails_exactly_when_a_misfit_is_listed() {
    let values = ["1", "\"x\"", "null", "true", "[]", "{}", "[1]"];
    for first in values {
        for second in values {
            for key in
                ["subject", "isRead", "sender", "toRecipients", "categories", "receivedDateTime"]
            {
                let body = format!("{{\"{key}\":{first},\"{key}\":{second}}}");
                let tolerant = from_slice::<Message>(body.as_bytes()).unwrap();
                let listed: Vec<Misfit> = misfits(&tolerant);
                let strict = from_slice_strict::<Message>(body.as_bytes());
                assert_eq!(strict.is_ok(), listed.is_empty(), "{body}: {listed:?}");
                if let Ok(strict) = strict {
                    assert_eq!(strict, tolerant, "{body}");
                }
            }
        }
    }
}
