//! Properties named by fields, and misspelt names in texts.

mod model;

use model::{Message, User};
use runtime::runtime::{Json, ObjectExt, Page, Request, RequestError, Service, quote};
use runtime::{clear, expand, order_by, select};

static API: Service = Service::new("https://graph.example/v1.0");

fn users() -> Request<Page<User>> {
    API.request("GET /users", &[])
}

#[test]
fn fields_name_properties() {
    assert_eq!(select!(User: id, display_name), ["id", "displayName"]);
    assert_eq!(select!(User: display_name,), ["displayName"]);
    assert_eq!(order_by!(User: display_name desc, id asc, id), ["displayName desc", "id", "id"]);
    let url = users().select(&select!(User: id)).order_by(&order_by!(User: id desc)).url();
    assert_eq!(
        url.expect("a URL"),
        "https://graph.example/v1.0/users?$select=id&$orderby=id%20desc"
    );
}

#[test]
fn every_field_of_a_type_is_found() {
    let message = Message::default();
    let meta = runtime::runtime::Object::meta(&message);
    assert_eq!(select!(Message: subject, from, attachments), ["subject", "from", "attachments"]);
    assert_eq!(select!(Message: extra), [""; 0], "what is no property has no name");
    assert!(meta.fields.contains(&"subject"));
}

#[test]
fn relationships_are_expanded_with_a_selection() {
    assert_eq!(
        expand!(Message: attachments(model::Attachment: id, name), from),
        ["attachments($select=id,name)", "from"]
    );
}

#[test]
fn fields_are_cleared() {
    let mut patch = User { display_name: Some("A".to_owned()), ..User::default() };
    clear!(patch.job_title, patch.display_name);
    assert!(patch.is_null("jobTitle") && patch.is_null("displayName"));
    assert_eq!(patch.display_name, None);
    let by_reference = &mut patch;
    clear!(by_reference.account_enabled);
    assert!(patch.is_null("accountEnabled"));
    patch.display_name = Some("B".to_owned());
    assert!(!patch.is_null("displayName"), "a value that is set later wins");
}

#[test]
fn a_misspelt_name_is_reported_with_a_suggestion() {
    for (name, meant) in [
        ("displayNam", "displayName"),
        ("DisplayName", "displayName"),
        ("display_name", "displayName"),
        ("jobTilte", "jobTitle"),
    ] {
        for request in [
            users().select(&["id", name]),
            users().order_by(&[format!("{name} desc")]),
            users().expand(&[format!("{name}($select=id)")]),
        ] {
            let error = request.to_http().expect_err(name);
            let RequestError::UnknownProperty { name: found, suggestion } = &error else {
                panic!("{error}")
            };
            assert_eq!((found.as_str(), *suggestion), (name, meant));
            assert_eq!(
                error.to_string(),
                format!("the response has no property `{name}`; is `{meant}` meant?")
            );
        }
    }
    let one: Request<User> = API.request("GET /me", &[]);
    assert!(one.select(&["displayNam"]).into_http().is_err());
    let mut user = User::default();
    let error = user.set_null("displayNam").expect_err("misspelt");
    assert_eq!(error.suggestion(), Some("displayName"));
}

#[test]
fn what_may_be_right_passes() {
    // Properties of derived types, casts, annotations, and whatever `query` is given.
    for name in ["*", "assignedPlans", "microsoft.graph.guest/x", "id", "displayName/x", ""] {
        users().select(&[name]).to_http().expect(name);
    }
    users().query("$select", "displayNam").to_http().expect("text of the caller");
    let untyped: Request<Json> = API.request("GET /me", &[]);
    untyped.select(&["displayNam"]).to_http().expect("no type to know better");
}

#[test]
fn quotes_in_filters_are_doubled() {
    assert_eq!(quote("O'Brien"), "'O''Brien'");
    let url = users().filter(&format!("surname eq {}", quote("O'Brien & x"))).url().expect("a URL");
    assert_eq!(url, "https://graph.example/v1.0/users?$filter=surname%20eq%20'O''Brien%20%26%20x'");
}
