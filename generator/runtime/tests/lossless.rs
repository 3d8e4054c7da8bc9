//! Decoding and encoding give back the same JSON value, whatever it is.

mod model;

use model::{DirectoryObject, KeyUsage, Message, Sample, User};
use runtime::runtime::{
    DateTimeOffset, Decimal, Flags, Json, ObjectExt, from_slice, is_null, json_equal, misfits,
    round_trip, set_null, to_json_string,
};

#[track_caller]
fn sample(json: &str) -> Sample {
    from_slice(json.as_bytes()).expect("it decodes")
}

/// Round trip natively and through serde; no misfit.
#[track_caller]
fn sound(json: &str) -> Sample {
    let value = sample(json);
    let encoded = to_json_string(&value);
    json_equal(json.as_bytes(), encoded.as_bytes()).expect("native round trip");
    assert_eq!(misfits(&value), []);
    #[cfg(feature = "serde")]
    {
        let through_serde = serde_json::to_string(&value).expect("it serializes");
        json_equal(json.as_bytes(), through_serde.as_bytes()).expect("round trip through serde");
        let again: Sample = serde_json::from_str(json).expect("it deserializes");
        assert_eq!(again, value);
        assert_eq!(to_json_string(&again), encoded);
    }
    assert_eq!(value.clone(), value);
    assert_eq!(to_json_string(&value.clone()), encoded);
    let again: Sample = from_slice(encoded.as_bytes()).expect("what was encoded decodes");
    assert_eq!(again, value);
    value
}

#[test]
fn every_kind_of_field() {
    let value = sound(
        r#"{"flag":true,"u8":255,"i8":-128,"i16":-32768,"i32":2147483647,"i64":-9223372036854775808,
            "f32":0.5,"f64":1.25,"text":"a \"quoted\" \\ \n \u0001 é 😀","texts":["a",""],"importance":"high",
            "usages":"keyEncipherment,digitalSignature","moment":"2021-07-16T10:11:12.1234567Z","day":"2021-07-16",
            "clock":"10:11:12","length":"P1DT2H","guid":"0A0a0A0A-0000-0000-0000-0000000000ff","bytes":"AQID",
            "stream":"any","decimal":12.50,"json":{"a":[1,null]},"child":{"text":"in"},
            "children":[{"i32":1},{}],"flags":[true,false],"integers":[1,-1],"doubles":[0.5,2],
            "decimals":[1.10,"2.20"],"values":[null,1,"x",{}],"levels":["low","new"],
            "guids":["00000000-0000-0000-0000-000000000000"]}"#,
    );
    assert_eq!(value.text.as_deref(), Some("a \"quoted\" \\ \n \u{1} é 😀"));
    assert_eq!(value.u8, Some(255));
    assert_eq!(value.children.as_ref().map(Vec::len), Some(2));
    assert_eq!(value.doubles, Some(vec![0.5, 2.0]));
}

#[test]
fn unknown_properties_and_annotations_are_kept() {
    let value = sound(
        r##"{"@odata.etag":"W/\"1\"","text":"a","text@odata.type":"#String","new":{"b":[1,2]},"":0,"a\"b":1}"##,
    );
    assert_eq!(value.extra.get("new"), Some(r#"{"b":[1,2]}"#));
    assert_eq!(value.extra.get("a\"b"), Some("1"));
    let names: Vec<_> = value.extra.iter().map(|entry| entry.name.into_owned()).collect();
    assert_eq!(names, ["@odata.etag", "text@odata.type", "new", "", "a\"b"]);
}

#[test]
fn annotations_come_first() {
    let value = sample(r#"{"text":"a","unknown":1,"@odata.etag":"b","text@x":1}"#);
    assert_eq!(
        to_json_string(&value),
        r##"{"@odata.etag":"b","text@x":1,"text":"a","unknown":1}"##
    );
}

#[test]
fn white_space_inside_kept_values_is_not_kept() {
    let value = sample("{ \"new\" : { \"a b\" : [ 1 ,\n 2 ] } }");
    assert_eq!(to_json_string(&value), r#"{"new":{"a b":[1,2]}}"#);
}

#[test]
fn explicit_null_differs_from_absent() {
    let value = sound(r#"{"text":null,"child":{"flag":null},"children":null}"#);
    assert!(is_null(&value, "text"));
    assert!(!is_null(&value, "flag"));
    assert_eq!(value.text, None);
    assert_ne!(value, sample(r#"{"child":{"flag":null},"children":null}"#));
}

#[test]
fn a_patch_clears_a_property() {
    let mut patch = Sample { text: Some("gone".to_owned()), ..Sample::default() };
    patch.set_null("text").expect("it has that property");
    assert_eq!(to_json_string(&patch), r#"{"text":null}"#);
    patch.text = Some("back".to_owned());
    assert_eq!(to_json_string(&patch), r#"{"text":"back"}"#);
    assert!(!patch.is_null("text"));
    let error = set_null(&mut patch, "txet").expect_err("there is none");
    assert_eq!(
        error.to_string(),
        "microsoft.graph.sample has no property `txet`; is `text` meant?"
    );
}

#[test]
fn numbers_keep_their_value_at_any_size() {
    for number in [
        "0",
        "-0",
        "1",
        "1.0",
        "1.10",
        "1e3",
        "1E+3",
        "-1.5e-7",
        "0.1",
        "123456789012345678",
        "0.1000000000000000055511151231257827",
        "3.141592653589793238462643383279",
        "1e308",
        "4.9e-324",
        "100000000000000000000",
        "9007199254740993",
        "0.00001",
        "-0.0",
    ] {
        let value = sound(&format!(
            r#"{{"f64":{number},"doubles":[{number}],"decimal":{number},"json":{number},"new":{number}}}"#
        ));
        assert!(value.f64.is_some() && value.doubles.is_some(), "{number}");
        let text = to_json_string(&value);
        assert!(text.contains(&format!("\"decimal\":{number},")), "{text}");
    }
    for number in ["0.1", "1.5", "0.123456789", "16777217", "1e10", "3.4028235e38", "1.0"] {
        sound(&format!(r#"{{"f32":{number}}}"#));
    }
    for number in ["123456789012345678901234567890", "1e400", "-1e-400"] {
        sound(&format!(r#"{{"decimal":{number},"json":[{number}],"new":{number}}}"#));
    }
}

#[test]
fn an_integer_may_be_spelled_with_a_fraction() {
    assert_eq!(sound(r#"{"i32":5.0,"i64":-7.00}"#).i32, Some(5));
}

#[test]
fn a_changed_float_is_written_as_it_is() {
    let mut value = sample(r#"{"f64":1.50,"f32":2.50,"doubles":[1.50]}"#);
    assert_eq!(to_json_string(&value), r#"{"doubles":[1.50],"f32":2.50,"f64":1.50}"#);
    value.f64 = Some(3.0);
    value.f32 = Some(0.25);
    value.doubles = Some(vec![4.0]);
    assert_eq!(to_json_string(&value), r#"{"doubles":[4],"f32":0.25,"f64":3}"#);
}

#[test]
fn what_json_numbers_cannot_say() {
    let value = sound(r#"{"f64":"INF","f32":"-INF","doubles":["INF",1]}"#);
    assert_eq!(value.f64, Some(f64::INFINITY));
    let value = sample(r#"{"f64":"NaN"}"#);
    assert!(value.f64.is_some_and(f64::is_nan));
    assert_eq!(to_json_string(&value), r#"{"f64":"NaN"}"#);
    #[cfg(feature = "serde")]
    assert_eq!(serde_json::to_string(&value).expect("it serializes"), r#"{"f64":"NaN"}"#);
}

#[test]
fn text_scalars_keep_their_text_until_changed() {
    let json = r#"{"moment":"2021-07-16t10:11:12.100+02:00","usages":"digitalSignature, keyEncipherment,new"}"#;
    let mut value = sound(json);
    value.moment = Some(DateTimeOffset::try_from("2022-01-01T00:00:00Z").expect("valid"));
    let mut usages = value.usages.take().expect("it is set");
    usages.insert(&KeyUsage::DigitalSignature);
    assert_eq!(usages.as_str(), "digitalSignature, keyEncipherment,new");
    usages.remove(&KeyUsage::DigitalSignature);
    value.usages = Some(usages);
    assert_eq!(
        to_json_string(&value),
        r#"{"moment":"2022-01-01T00:00:00Z","usages":"keyEncipherment,new"}"#
    );
    let usages: Flags<KeyUsage> = "x,x".parse().expect("any text");
    assert_eq!(usages, "x".parse().expect("any text"));
}

#[test]
fn of_repeated_keys_the_last_counts() {
    for (json, expected) in [
        (r#"{"text":"a","text":"b"}"#, r#"{"text":"b"}"#),
        (r#"{"text":"a","text":null}"#, r#"{"text":null}"#),
        (r#"{"text":null,"text":"a"}"#, r#"{"text":"a"}"#),
        (r#"{"text":"a","text":5}"#, r#"{"text":5}"#),
        (r#"{"text":5,"text":"a"}"#, r#"{"text":"a"}"#),
        (r#"{"f64":1.50,"f64":2}"#, r#"{"f64":2}"#),
        (r#"{"x":1,"x":2,"y":3,"x":4}"#, r#"{"y":3,"x":4}"#),
        (r#"{"x":1,"\u0078":2}"#, r#"{"x":2}"#),
        (r#"{"child":{"text":"a"},"child":{"flag":true}}"#, r#"{"child":{"flag":true}}"#),
        (r#"{"children":[{},{}],"children":[{}]}"#, r#"{"children":[{}]}"#),
        (r#"{"texts":["a"],"texts":["b"]}"#, r#"{"texts":["b"]}"#),
    ] {
        assert_eq!(to_json_string(&sample(json)), expected, "{json}");
        json_equal(json.as_bytes(), expected.as_bytes()).expect("as trees have it");
    }
    let many: String = (0..100).map(|i| format!("\"k{}\":{i},", i % 10)).collect();
    let value = sample(&format!("{{{many}\"end\":0}}"));
    assert_eq!(value.extra.iter().count(), 11);
    assert_eq!(value.extra.get("k3"), Some("93"));
}

#[test]
fn the_bag_can_be_changed() {
    let mut user = User::default();
    let link: Json = r#"["https://example.com/1"]"#.parse().expect("JSON");
    user.extra.insert("owners@odata.bind", &link);
    user.extra.insert("extension_color", &Json::string("red"));
    user.extra.insert("jobTitle", &Json::string("from the bag"));
    assert_eq!(
        to_json_string(&user),
        r##"{"owners@odata.bind":["https://example.com/1"],"extension_color":"red","jobTitle":"from the bag"}"##
    );
    user.job_title = Some("set".to_owned());
    user.extra.insert("extension_color", &Json::string("blue"));
    assert!(user.extra.remove("owners@odata.bind"));
    assert_eq!(to_json_string(&user), r##"{"jobTitle":"set","extension_color":"blue"}"##);
}

#[test]
fn debug_shows_what_is_set() {
    let value = sample(
        r#"{"@odata.etag":"e","text":"a","i32":"x","flag":null,"child":{"i8":1},"new":[1]}"#,
    );
    assert_eq!(
        format!("{value:?}"),
        r#"sample { @odata.etag: "e", child: sample { i8: 1 }, text: "a", flag: null, i32: misfit "x", new: [1] }"#
    );
}

#[test]
fn equality_is_of_what_is_stated() {
    let a = sample(r#"{"text":"a","x":{"b":1,"c":2.0},"y":1}"#);
    let b = sample("{\"y\":1,\"x\": {\"c\":2,\"b\":1},\"text\":\"a\"}");
    assert_eq!(a, b);
    assert_ne!(a, sample(r#"{"text":"a","x":{"b":1,"c":3},"y":1}"#));
    assert_ne!(a, sample(r#"{"text":"a","x":{"b":1,"c":2}}"#));
    assert_ne!(sample(r#"{"i32":"a"}"#), sample(r#"{"i32":"b"}"#));
    assert_ne!(sample(r#"{"i32":"a"}"#), sample("{}"));
    assert_ne!(sample(r#"{"flags":[true]}"#), sample(r#"{"flags":[false]}"#));
    assert_ne!(sample(r#"{"children":[{"i8":1}]}"#), sample(r#"{"children":[{"i8":2}]}"#));
    assert_ne!(sample(r#"{"i8":1}"#), sample(r#"{"i16":1}"#));
    let built = DirectoryObject::default();
    let decoded: DirectoryObject = from_slice(b"{}").expect("it decodes");
    assert_eq!(built, decoded);
}

#[test]
fn decimals_are_exact() {
    let mut value = sample(r#"{"decimal":79228162514264337593543950335.10}"#);
    assert_eq!(
        value.decimal.as_ref().map(Decimal::as_str),
        Some("79228162514264337593543950335.10")
    );
    value.decimal = Some("0.10".parse().expect("a number"));
    assert_eq!(to_json_string(&value), r#"{"decimal":0.10}"#);
    for text in ["", "1.", "01", "+1", "1 ", "NaN", "1e", ".5"] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
}

#[test]
fn a_real_message() {
    let body = r##"{
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users('x')/messages/$entity",
        "@odata.etag": "W/\"CQAAAB\"", "id": "AAMk", "createdDateTime": "2018-09-12T19:55:00Z",
        "subject": "Déjà vu", "importance": "normal", "inferenceClassification": "focused",
        "body": {"contentType": "html", "content": "<html>\r\n\u003cbody\u003e"},
        "from": {"emailAddress": {"name": "A", "address": "a@example.com"}},
        "toRecipients": [{"emailAddress": {"name": "B", "address": "b@example.com"}}, {"x": 1}],
        "ccRecipients": [], "flag": {"flagStatus": "notFlagged"}
    }"##;
    assert_eq!(round_trip::<Message>(body.as_bytes()), Ok(Vec::new()));
    let message: Message = from_slice(body.as_bytes()).expect("it decodes");
    let name = message.from.as_ref().and_then(|from| from.email_address.as_ref()?.name.clone());
    assert_eq!(name.as_deref(), Some("A"));
}

#[test]
fn fields_are_equal_as_their_types_are() {
    let small = r#"{"guid":"0f1e2d3c-aaaa-bbbb-cccc-0123456789ab","guids":["0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"]}"#;
    let other = small.to_ascii_uppercase().replace("GUIDS", "guids").replace("GUID", "guid");
    assert_ne!(small, other);
    assert_eq!(sample(small), sample(&other));
    assert_ne!(sample(small), sample(&other.replace("AB\"", "AC\"")));
    assert_ne!(sample(r#"{"guids":[]}"#), sample(small));
    let moment = |text: &str| sample(&format!(r#"{{"dateTimeOffset":"{text}"}}"#));
    assert_ne!(moment("2014-01-01T00:00:00Z"), moment("2014-01-01T00:00:00+00:00"));
}
