//! Values of a base type as the derived type that they name, and back.

mod model;

use model::{Attachment, DirectoryObject, Entity, FileAttachment, ItemAttachment, Message, User};
use runtime::runtime::{
    ObjectExt, Page, from_slice, json_equal, misfits, odata_type, round_trip, to_json_string,
};

const FILE: &str = r##"{"@odata.type":"#microsoft.graph.fileAttachment","@odata.mediaContentType":"text/plain","id":"1",
    "name":"a.txt","size":3,"isInline":null,"contentBytes":"AQID","contentId":null,"new":{"a":1}}"##;

fn attachment(json: &str) -> Attachment {
    from_slice(json.as_bytes()).expect("it decodes")
}

#[track_caller]
fn same_json(left: &str, right: &str) {
    json_equal(left.as_bytes(), right.as_bytes()).expect("the same JSON");
}

#[test]
fn a_base_keeps_the_derived_properties() {
    let base = attachment(FILE);
    assert_eq!(base.extra.get("contentBytes"), Some("\"AQID\""));
    same_json(&to_json_string(&base), FILE);
}

#[test]
fn cast_and_back() {
    let base = attachment(FILE);
    let file: FileAttachment = base.cast().expect("it names the type");
    assert_eq!(file.content_bytes.as_ref().map(|bytes| bytes.to_bytes()), Some(vec![1, 2, 3]));
    assert!(file.is_null("contentId") && file.is_null("isInline"));
    assert_eq!(file.extra.get("contentBytes"), None);
    same_json(&to_json_string(&file), FILE);
    assert_eq!(file, from_slice(FILE.as_bytes()).expect("it decodes"));
    let again: Attachment = file.to_base();
    assert_eq!(again, base);
    let root: Entity = file.to_base();
    assert_eq!(root.cast::<FileAttachment>(), Some(file.clone()));
    assert_eq!(root.cast::<Attachment>(), None);
    assert_eq!(base.cast::<ItemAttachment>(), None);
}

#[test]
fn the_name_counts_in_any_case_with_or_without_hash() {
    for name in ["#microsoft.graph.fileattachment", "microsoft.graph.FileAttachment"] {
        let json = FILE.replace("#microsoft.graph.fileAttachment", name);
        let file = attachment(&json).cast::<FileAttachment>().expect("it names the type");
        same_json(&to_json_string(&file), &json);
    }
    assert_eq!(attachment(r#"{"id":"1"}"#).cast::<FileAttachment>(), None);
    assert_eq!(attachment(r#"{"@odata.type":5}"#).cast::<FileAttachment>(), None);
}

#[test]
fn a_built_value_says_its_type_only_where_a_base_is_declared() {
    let file = FileAttachment { name: Some("a".to_owned()), ..FileAttachment::default() };
    let bare = r#"{"name":"a"}"#;
    assert_eq!(to_json_string(&file), bare);
    #[cfg(feature = "serde")]
    assert_eq!(serde_json::to_string(&file).ok().as_deref(), Some(bare));
    assert_eq!(odata_type(&file), None);
    // In a collection of its base.
    let json = r##"{"@odata.type":"#microsoft.graph.fileAttachment","name":"a"}"##;
    let base: Attachment = file.to_base();
    assert_eq!(to_json_string(&base), json);
    assert_eq!(to_json_string(&base.clone()), json);
    #[cfg(feature = "serde")]
    assert_eq!(serde_json::to_string(&base).ok().as_deref(), Some(json));
    assert_eq!(odata_type(&base).as_deref(), Some("microsoft.graph.fileAttachment"));
    let message = Message { attachments: Some(vec![base]), ..Message::default() };
    assert!(to_json_string(&message).contains(json));
    let decoded: FileAttachment = from_slice(json.as_bytes()).expect("it decodes");
    assert_eq!(decoded, file);
}

#[test]
fn a_decoded_derived_value_is_encoded_as_received() {
    for json in
        [r#"{"displayName":"A"}"#, r##"{"@odata.type":"#microsoft.graph.user","id":"1"}"##, "{}"]
    {
        let user: User = from_slice(json.as_bytes()).expect("it decodes");
        assert_eq!(to_json_string(&user), json);
        assert_eq!(to_json_string(&user.clone()), json);
        #[cfg(feature = "serde")]
        {
            let user: User = serde_json::from_str(json).expect("it decodes");
            assert_eq!(serde_json::to_string(&user).ok().as_deref(), Some(json));
        }
    }
}

#[test]
fn a_value_without_type_finds_back_from_its_base() {
    let json = r#"{"displayName":"A","id":"1","manager":{"id":"2"}}"#;
    let user: User = from_slice(json.as_bytes()).expect("it decodes");
    let base: DirectoryObject = user.to_base();
    assert_eq!(base.odata_type().as_deref(), Some("microsoft.graph.user"));
    assert!(to_json_string(&base).contains("\"@odata.type\":\"#microsoft.graph.user\""));
    let root: Entity = user.to_base();
    for again in [base.cast::<User>(), base.clone().cast::<User>(), root.cast::<User>()] {
        let again = again.expect("it knows its type");
        assert_eq!(again, user);
        assert_eq!(to_json_string(&again), json);
    }
    let built = User { id: Some("1".to_owned()), ..User::default() };
    let again = built.to_base::<DirectoryObject>().cast::<User>().expect("it says its type");
    assert_eq!((&again, to_json_string(&again)), (&built, to_json_string(&built)));
}

#[test]
fn nothing_is_lost_at_any_depth() {
    let json = r##"{"@odata.type":"#microsoft.graph.itemAttachment","item":{"@odata.etag":"x","subject":5,"body":{"content":null,"new":1.50},
        "attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","contentBytes":"?"}]}}"##;
    let base = attachment(json);
    let item: ItemAttachment = base.cast().expect("it names the type");
    same_json(&to_json_string(&item), json);
    assert_eq!(item.misfits().len(), 1);
    let message = item.item.as_ref().expect("typed");
    let inner =
        message.attachments.as_ref().expect("typed")[0].cast::<FileAttachment>().expect("typed");
    assert_eq!(misfits(&inner)[0].expected, "base64 text");
    assert_eq!(item.to_base::<Attachment>(), base);
    // Deeper than text from outside may nest.
    let mut deep = User::default();
    for _ in 0..300 {
        deep = User { manager: Some(Box::new(deep.to_base())), ..User::default() };
    }
    assert_eq!(deep.to_base::<DirectoryObject>().cast::<User>(), Some(deep));
}

#[test]
fn a_page_of_a_base_type() {
    let body = format!(r#"{{"value":[{FILE},{{"id":"2"}}]}}"#);
    assert_eq!(round_trip::<Page<Attachment>>(body.as_bytes()), Ok(Vec::new()));
    let page: Page<Attachment> = from_slice(body.as_bytes()).expect("it decodes");
    let files: Vec<FileAttachment> = page.items().iter().filter_map(ObjectExt::cast).collect();
    assert_eq!(files.len(), 1);
}

#[test]
fn what_the_path_tells_needs_no_annotation() {
    let untyped = r#"{"id":"1","contentBytes":"AQID","new":{"a":1}}"#;
    let base = attachment(untyped);
    assert_eq!(base.cast::<FileAttachment>(), None);
    let file: FileAttachment = base.cast_as();
    assert_eq!(file.content_bytes.as_ref().map(|bytes| bytes.to_bytes()), Some(vec![1, 2, 3]));
    same_json(&to_json_string(&file), untyped);
    let typed: FileAttachment = attachment(FILE).cast_as();
    same_json(&to_json_string(&typed), FILE);
}

#[test]
fn texts_and_scalars_come_out_of_extra_without_quotes() {
    let base =
        attachment(r#"{"url":"https:\/\/x","size@odata":"a\"b","count":3,"list":["a"],"n":null}"#);
    assert_eq!(base.extra.get_str("url").as_deref(), Some("https://x"));
    assert_eq!(base.extra.get_str("size@odata").as_deref(), Some("a\"b"));
    assert_eq!(base.extra.get_str("count"), None);
    assert_eq!(base.extra.get_as::<i32>("count"), Some(3));
    assert_eq!(base.extra.get_as::<Vec<String>>("list"), Some(vec!["a".to_owned()]));
    assert_eq!(base.extra.get_as::<i32>("n"), None);
    assert_eq!(base.extra.get_as::<i32>("none"), None);
}
