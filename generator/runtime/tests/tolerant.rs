//! A value that does not fit costs nothing but itself; strict decoding tells where it is.

mod model;

use model::{Message, Sample};
use runtime::runtime::{
    Page, from_slice, from_slice_strict, json_equal, misfits, round_trip, to_json_string,
};

#[track_caller]
fn sample(json: &str) -> Sample {
    from_slice(json.as_bytes()).expect("it decodes")
}

#[track_caller]
fn strict_error(json: &str) -> String {
    from_slice_strict::<Sample>(json.as_bytes()).expect_err("a misfit").to_string()
}

#[test]
fn each_misfit_is_kept_and_listed() {
    for (field, raw, expected) in [
        ("flag", "\"true\"", "a boolean"),
        ("flag", "1", "a boolean"),
        ("u8", "256", "an integer from 0 to 255"),
        ("u8", "-1", "an integer from 0 to 255"),
        ("i8", "128", "an integer from -128 to 127"),
        ("i16", "1.5", "a 16-bit integer"),
        ("i32", "2147483648", "a 32-bit integer"),
        ("i32", "\"5\"", "a 32-bit integer"),
        ("i64", "9223372036854775808", "a 64-bit integer"),
        ("i64", "1e2", "a 64-bit integer"),
        ("f64", "\"1\"", "a number"),
        ("f64", "1e999", "a number"),
        ("f32", "true", "a number"),
        ("text", "5", "a string"),
        ("text", "{\"a\":[1]}", "a string"),
        ("texts", "\"a\"", "a collection (a string each)"),
        ("texts", "[\"a\",null]", "a collection (a string each)"),
        ("importance", "0", "a string"),
        ("usages", "[\"a\"]", "a string"),
        ("moment", "\"String (timestamp)\"", "a date and time with offset"),
        ("moment", "\"2021-07-16\"", "a date and time with offset"),
        ("day", "\"2021-02-29\"", "a date"),
        ("clock", "\"25:00:00\"", "a time of day"),
        ("length", "\"1 hour\"", "a duration"),
        ("guid", "\"not-a-guid\"", "a GUID"),
        ("bytes", "\"?\"", "base64 text"),
        ("stream", "{}", "a string"),
        ("decimal", "\"twelve\"", "a decimal number"),
        ("decimal", "[]", "a decimal number"),
        ("child", "\"text\"", "an object"),
        ("child", "[{}]", "an object"),
        ("children", "{}", "a collection (an object each)"),
        ("children", "[{},null]", "a collection (an object each)"),
        ("children", "[{\"i8\":1},[]]", "a collection (an object each)"),
        ("flags", "[true,null]", "a collection (a boolean each)"),
        ("integers", "[1,\"2\"]", "a collection (a 64-bit integer each)"),
        ("doubles", "[1.5,true]", "a collection (a number each)"),
        ("levels", "[\"low\",5]", "a collection (a string each)"),
        ("guids", "[\"x\"]", "a collection (a GUID each)"),
    ] {
        let json = format!("{{\"{field}\":{raw},\"u8\":7}}")
            .replace("\"u8\":256,\"u8\":7", "\"u8\":256")
            .replace("\"u8\":-1,\"u8\":7", "\"u8\":-1");
        let value = sample(&json);
        let found = misfits(&value);
        assert_eq!(found.len(), 1, "{json}");
        assert_eq!(
            (found[0].path.as_str(), found[0].raw.as_str(), found[0].expected.as_str()),
            (field, raw, expected)
        );
        json_equal(json.as_bytes(), to_json_string(&value).as_bytes()).expect("nothing is lost");
        assert_eq!(value.clone(), value);
        #[cfg(feature = "serde")]
        {
            let through: Sample = serde_json::from_str(&json).expect("tolerant, too");
            assert_eq!(through, value);
            let text = serde_json::to_string(&value).expect("it serializes");
            json_equal(json.as_bytes(), text.as_bytes()).expect("nothing is lost");
        }
        assert!(strict_error(&json).starts_with(field), "{json}");
    }
}

#[test]
fn a_misfit_reads_as_absent_and_a_value_set_later_wins() {
    let mut value = sample(r#"{"i32":"x","text":"kept","texts":["a",null]}"#);
    assert_eq!((value.i32, value.text.as_deref(), &value.texts), (None, Some("kept"), &None));
    value.i32 = Some(1);
    value.texts = Some(vec!["b".to_owned()]);
    assert_eq!(misfits(&value), []);
    assert_eq!(to_json_string(&value), r#"{"i32":1,"text":"kept","texts":["b"]}"#);
}

#[test]
fn a_misfit_in_an_object_stays_in_that_object() {
    let value = sample(r#"{"children":[{"text":"a"},{"text":5,"child":{"flag":0}}]}"#);
    let children = value.children.as_ref().expect("the collection is typed");
    assert_eq!(children[0].text.as_deref(), Some("a"));
    assert_eq!(children[1].text, None);
    let paths: Vec<_> = misfits(&value).into_iter().map(|misfit| misfit.path).collect();
    assert_eq!(paths, ["children[1].text", "children[1].child.flag"]);
}

#[test]
fn one_wrong_object_does_not_cost_the_page() {
    let body = r#"{"value":[{"id":"1"},{"id":2},{"id":"3"}]}"#;
    let page: Page<Message> = from_slice(body.as_bytes()).expect("it decodes");
    assert_eq!(page.items().len(), 3);
    let found = round_trip::<Page<Message>>(body.as_bytes()).expect("nothing is lost");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].to_string(), "value[1].id: expected a string, found 2");
}

#[test]
fn strict_errors_name_the_path_and_the_place() {
    let body = "{\"value\":[{},{},{},\n  {\"from\":{\"emailAddress\":{\"é\":\"é\",\"name\":5}}}]}";
    let error = from_slice_strict::<Page<Message>>(body.as_bytes()).expect_err("a misfit");
    assert_eq!(
        error.to_string(),
        "value[3].from.emailAddress.name: expected a string, found 5 at line 2 column 43"
    );
    assert_eq!(
        (error.path(), error.line(), error.column()),
        ("value[3].from.emailAddress.name", 2, 43)
    );
    assert_eq!(&body[error.offset()..=error.offset()], "5");
    for (json, expected) in [
        (r#"{"texts":["a",null]}"#, "texts[1]: expected a string, found null at line 1 column 15"),
        (
            r#"{"integers":[1,2,"3"]}"#,
            "integers[2]: expected a 64-bit integer, found \"3\" at line 1 column 18",
        ),
        (r#"{"children":[{},5]}"#, "children[1]: expected an object, found 5 at line 1 column 17"),
        (
            r#"{"children":[{"i8":300}]}"#,
            "children[0].i8: expected an integer from -128 to 127, found 300 at line 1 column 20",
        ),
        (
            r#"{"texts":{}}"#,
            "texts: expected a collection (a string each), found {} at line 1 column 10",
        ),
        (
            r#"{"guid":"not-a-guid"}"#,
            "guid: expected a GUID, found \"not-a-guid\" at line 1 column 9",
        ),
    ] {
        assert_eq!(strict_error(json), expected);
    }
    let long = format!(r#"{{"i8":"{}"}}"#, "x".repeat(100));
    assert!(strict_error(&long).contains("xxx… at line 1"), "{}", strict_error(&long));
}

#[test]
fn strict_takes_what_is_merely_unknown() {
    let json = r#"{"new":1,"@odata.type":"x","text":null,"importance":"brandNew"}"#;
    let value: Sample = from_slice_strict(json.as_bytes()).expect("no misfit");
    assert_eq!(
        value.importance.map(|importance| importance.as_str().to_owned()).as_deref(),
        Some("brandNew")
    );
}

#[test]
fn a_body_of_the_wrong_kind_is_an_error() {
    for (body, expected) in [
        ("[]", "expected an object, found [] at line 1 column 1"),
        (" 5", "expected an object, found 5 at line 1 column 2"),
        ("null", "expected an object, found null at line 1 column 1"),
        ("", "expected a value, found the end of the text at line 1 column 1"),
        ("{\"text\":}", "text: expected a value at line 1 column 9"),
        (
            "{\"children\":[{\"new\":[1,tru]}]}",
            "children[0].new[1]: expected a value at line 1 column 24",
        ),
        ("{} {}", "expected the end of the text at line 1 column 4"),
        (
            "{\"text\":\"a",
            "text: a string without end, found the end of the text at line 1 column 11",
        ),
    ] {
        let error = from_slice::<Sample>(body.as_bytes()).expect_err("no object");
        assert_eq!(error.to_string(), expected);
        let strict = from_slice_strict::<Sample>(body.as_bytes()).expect_err("no object");
        assert_eq!(strict, error);
    }
    let error = from_slice::<Sample>(b"{\"text\":\"\xff\"}").expect_err("not UTF-8");
    assert_eq!(error.to_string(), "the body is not UTF-8 at line 1 column 10");
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(round_trip::<Sample>(b"\xef\xbb\xbf{\"i8\":1}"), Ok(Vec::new()));
}

#[test]
fn depth_is_limited() {
    let nested =
        |depth: usize| format!("{}{}", "{\"child\":".repeat(depth) + "{}", "}".repeat(depth));
    assert!(from_slice::<Sample>(nested(127).as_bytes()).is_ok());
    let error = from_slice::<Sample>(nested(128).as_bytes()).expect_err("too deep");
    assert_eq!(error.message(), "nested deeper than 128 levels");
    let raw = format!("{{\"new\":{}{}}}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(from_slice::<Sample>(raw.as_bytes()).is_err());
    let misfit = format!("{{\"i8\":{}{}}}", "[".repeat(127), "]".repeat(127));
    assert!(from_slice::<Sample>(misfit.as_bytes()).is_ok());
}
