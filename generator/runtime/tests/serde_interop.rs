//! serde's traits, also where `serde_json` cannot hand out raw text: behind `flatten` and untagged enums, from trees,
//! and in other formats. The same tests hold with `--features serde-json-features`.
#![cfg(feature = "serde")]

mod model;

use model::{Importance, Message, Sample};
use runtime::runtime::{
    DateTimeOffset, Decimal, Guid, Json, from_slice, json_equal, misfits, to_json_string,
};
use serde::{Deserialize, Serialize};

const BODY: &str = r##"{"@odata.etag":"e","text":"a","i64":-5,"f64":1.50,"decimal":12.10,"integers":[1,2],"doubles":[0.5,1.0],
    "json":{"a":[1,"x",null]},"child":{"flag":null,"i8":"wrong"},"children":[{"text":"b"}],"moment":"2021-01-01T00:00:00Z",
    "new":{"b":[true,1.25]},"f32":"INF"}"##;

#[track_caller]
fn same(left: &str, right: &str) {
    json_equal(left.as_bytes(), right.as_bytes()).expect("the same JSON");
}

#[derive(Serialize, Deserialize)]
struct Wrapper<T> {
    id: u32,
    #[serde(flatten)]
    inner: T,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Either {
    Number(u32),
    Sample(Box<Sample>),
}

#[test]
fn within_other_types() {
    let text = format!("[{{\"sample\":{BODY}}}]");
    let values: Vec<std::collections::BTreeMap<String, Sample>> =
        serde_json::from_str(&text).expect("it deserializes");
    assert_eq!(misfits(&values[0]["sample"])[0].path, "child.i8");
    same(&serde_json::to_string(&values).expect("it serializes"), &text);
    let from_reader: Sample = serde_json::from_reader(BODY.as_bytes()).expect("it deserializes");
    same(&to_json_string(&from_reader), BODY);
}

#[test]
fn behind_flatten_and_untagged() {
    let text = BODY.replacen('{', "{\"id\":7,", 1);
    let wrapper: Wrapper<Sample> = serde_json::from_str(&text).expect("it deserializes");
    assert_eq!((wrapper.id, wrapper.inner.text.as_deref()), (7, Some("a")));
    same(&to_json_string(&wrapper.inner), BODY);
    same(&serde_json::to_string(&wrapper).expect("it serializes"), &text);
    match serde_json::from_str(BODY).expect("it deserializes") {
        Either::Sample(sample) => same(&to_json_string(sample.as_ref()), BODY),
        Either::Number(number) => panic!("{number}"),
    }
}

#[test]
fn to_and_from_trees() {
    let value: Sample = from_slice(BODY.as_bytes()).expect("it decodes");
    let tree = serde_json::to_value(&value).expect("a tree");
    assert_eq!(tree["child"]["i8"], "wrong");
    same(&tree.to_string(), BODY);
    let again: Sample = serde_json::from_value(tree.clone()).expect("it deserializes");
    same(&to_json_string(&again), BODY);
    let again = Sample::deserialize(&tree).expect("it deserializes");
    same(&to_json_string(&again), BODY);
}

#[test]
fn numbers_stay_exact() {
    let body = r#"{"decimal":12345678901234567890123456789.12345678901234567890,"f64":0.1000000000000000055511151231257827,"i64":9223372036854775807,
        "new":[18446744073709551615,-9223372036854775809,123456789012345678901234567890,1e400],"decimals":[1.10]}"#;
    let value: Sample = serde_json::from_str(body).expect("it deserializes");
    assert_eq!(
        value.decimal.as_ref().map(Decimal::as_str),
        Some("12345678901234567890123456789.12345678901234567890")
    );
    same(&to_json_string(&value), body);
    same(&serde_json::to_string(&value).expect("it serializes"), body);
    same(&serde_json::to_string_pretty(&value).expect("it serializes"), body);
}

#[test]
fn scalars_by_themselves() {
    for (text, moment) in [("\"2021-01-01T00:00:00Z\"", true), ("\"2021\"", false), ("5", false)] {
        assert_eq!(serde_json::from_str::<DateTimeOffset>(text).is_ok(), moment);
    }
    let error = serde_json::from_str::<Guid>("\"x\"").expect_err("no GUID");
    assert!(
        error.to_string().starts_with("invalid value: string \"x\", expected a GUID"),
        "{error}"
    );
    let json: Json = serde_json::from_str(" {\"a\": 1.10}").expect("JSON");
    assert_eq!(json.as_str(), "{\"a\":1.10}");
    let decimals: Vec<Decimal> = serde_json::from_str("[1.10,\"2.20\"]").expect("decimals");
    same(&serde_json::to_string(&decimals).expect("it serializes"), "[1.1,\"2.20\"]");
    assert!(serde_json::from_str::<Decimal>("true").is_err());
    let map: std::collections::BTreeMap<&str, Importance> =
        serde_json::from_str(r#"{"a":"low"}"#).expect("a map");
    assert_eq!(map["a"], Importance::Low);
}

#[test]
fn errors_name_the_path() {
    let error =
        serde_json::from_str::<Message>(r#"{"from":{"emailAddress":tru}}"#).expect_err("no JSON");
    assert!(error.is_syntax(), "{error}");
    let error = serde_json::from_str::<Vec<Message>>("[5]").expect_err("no object");
    assert!(error.to_string().contains("expected an object, found 5"), "{error}");
    let deep = "{\"child\":".repeat(200) + "{}" + &"}".repeat(200);
    assert!(serde_json::from_str::<Sample>(&deep).is_err());
}

#[test]
fn without_reader_features_keys_keep_their_order_of_value() {
    // Whatever features `serde_json` has, encoding is by name.
    let value: Sample = serde_json::from_str(r#"{"u8":1,"i8":2}"#).expect("it deserializes");
    assert_eq!(serde_json::to_string(&value).expect("it serializes"), r#"{"i8":2,"u8":1}"#);
}
