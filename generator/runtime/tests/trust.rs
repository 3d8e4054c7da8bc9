//! Whom the client trusts: what a service, or who pretends to be one, can make it do. Each test fails without its guard.
#![cfg(feature = "client")]

mod model;
#[path = "support/scripted.rs"]
mod scripted;

use model::User;
use runtime::runtime::client::blocking::Client;
use runtime::runtime::client::{Error, Monitored, Policy};
use runtime::runtime::{
    Accepted, Json, Page, PathArg, Redirect, Request, RequestError, Service, Upload,
};
use scripted::{Scripted, answer};

static API: Service = Service::new("https://graph.example/v1.0");
const HOME: &str = "https://graph.example";

fn client(transport: &Scripted) -> Client {
    Client::new(API, transport.clone()).token(|| Ok("secret".to_owned()))
}

fn users() -> Request<Page<User>> {
    API.request("GET /users", &[])
}

/// Whether the token goes along, by origin, in the order of the requests.
fn tokens(transport: &Scripted) -> Vec<(String, bool)> {
    transport.log.lock().expect("no panic before").tokens()
}

const ELSEWHERE: [&str; 5] = [
    "https://evil.example",
    "https://graph.example:8443",
    "https://graph.example.evil.example",
    "https://sub.graph.example",
    "https://user@graph.example",
];

#[test]
fn a_next_link_elsewhere_gets_no_token() {
    for elsewhere in ELSEWHERE {
        let link = format!("{elsewhere}/v1.0/users?page=2");
        let transport = Scripted::new(move |number, _| {
            let next =
                if number == 0 { format!(r#","@odata.nextLink":"{link}""#) } else { String::new() };
            Ok(answer(200, &[], &format!(r#"{{"value":[{{"id":"{number}"}}]{next}}}"#)))
        });
        let _ = client(&transport).items(users()).collect::<Vec<_>>();
        let sent = tokens(&transport);
        assert_eq!(sent[0], (HOME.to_owned(), true));
        assert!(sent[1..].iter().all(|(_, token)| !token), "{elsewhere}: {sent:?}");
    }
}

#[test]
fn the_origin_is_compared_as_browsers_do() {
    for same in
        ["https://graph.example/x", "https://GRAPH.example:443/x", "HTTPS://graph.example/x"]
    {
        let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
        client(&transport).send(Request::<Json>::follow(same)).expect("a value");
        assert!(tokens(&transport)[0].1, "{same}");
    }
}

#[test]
fn a_redirect_gets_no_token_and_no_cookie() {
    for elsewhere in ELSEWHERE.into_iter().chain([HOME]) {
        let link = format!("{elsewhere}/content");
        let transport = Scripted::new(move |number, _| {
            Ok(match number {
                0 => answer(302, &[("Location", &link)], ""),
                _ => answer(200, &[], "{}"),
            })
        });
        let request: Request<Json> = API.request("GET /content", &[]);
        let request = request.header("Cookie", "session=1");
        let outcome = client(&transport).send(request);
        if let Err(error) = &outcome {
            assert!(matches!(error, Error::Unsafe { .. }), "{error}");
            continue;
        }
        let log = transport.log.lock().expect("no panic before");
        assert_eq!(log.sent.len(), 2);
        assert!(log.sent[0].headers().contains_key("authorization"));
        assert!(!log.sent[1].headers().contains_key("authorization"), "{elsewhere}");
        assert!(!log.sent[1].headers().contains_key("cookie"), "{elsewhere}");
    }
}

#[test]
fn a_token_that_the_program_set_itself_does_not_follow_a_redirect() {
    let transport = Scripted::new(|number, _| {
        Ok(match number {
            0 => answer(307, &[("Location", "https://evil.example/")], ""),
            _ => answer(200, &[], "{}"),
        })
    });
    let client = Client::new(API, transport.clone());
    let request: Request<Json> = API.request("GET /content", &[]);
    client.send(request.header("Authorization", "Bearer mine")).expect("a value");
    assert_eq!(tokens(&transport)[1], ("https://evil.example".to_owned(), false));
}

#[test]
fn no_redirect_and_no_link_leads_from_https_to_http() {
    let transport = Scripted::new(|number, _| {
        Ok(match number {
            0 => answer(302, &[("Location", "http://graph.example/content")], ""),
            _ => answer(200, &[], "{}"),
        })
    });
    let request: Request<Json> = API.request("GET /content", &[]);
    let error = client(&transport).send(request).expect_err("a downgrade");
    assert!(matches!(error, Error::Unsafe { .. }), "{error}");
    assert_eq!(tokens(&transport).len(), 1);

    let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
    for link in ["http://graph.example/v1.0/users", "http://evil.example/", "ftp://graph.example/"]
    {
        let error = client(&transport).send(Request::<Json>::follow(link)).expect_err("refused");
        assert!(matches!(error, Error::Unsafe { .. }), "{link}: {error}");
    }
    assert!(tokens(&transport).is_empty());
}

#[test]
fn a_redirect_away_and_back_gets_no_token() {
    let transport = Scripted::new(|number, _| {
        Ok(match number {
            0 => answer(302, &[("Location", "https://evil.example/")], ""),
            1 => answer(302, &[("Location", "https://graph.example/v1.0/me")], ""),
            _ => answer(200, &[], "{}"),
        })
    });
    let request: Request<Json> = API.request("GET /content", &[]);
    client(&transport).send(request).expect("a value");
    let sent: Vec<bool> = tokens(&transport).into_iter().map(|sent| sent.1).collect();
    assert_eq!(sent, [true, false, false]);
}

#[test]
fn a_monitor_and_an_upload_elsewhere_get_no_token() {
    let transport = Scripted::new(|_, _| Ok(answer(200, &[], r#"{"status":"completed"}"#)));
    let accepted: Request<Accepted> = API.request("POST /copy", &[]);
    let accepted = accepted
        .decode(&answer(202, &[("Location", "https://monitor.example/1?sig=x")], ""))
        .expect("accepted");
    client(&transport).wait(Monitored::of(&accepted).expect("a URL")).expect("it ended");
    assert_eq!(tokens(&transport), [("https://monitor.example".to_owned(), false)]);

    let transport = Scripted::new(|_, _| Ok(answer(201, &[], r#"{"id":"1"}"#)));
    let mut upload = Upload::resume("https://upload.example/1?sig=x", 3).expect("a session");
    let mut content = std::io::Cursor::new(vec![1, 2, 3]);
    client(&transport).upload(&mut upload, &mut content).expect("uploaded");
    assert_eq!(tokens(&transport), [("https://upload.example".to_owned(), false)]);
}

#[test]
fn credentials_of_the_policy_go_to_the_service_only() {
    let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
    let mut policy = Policy::default();
    policy.headers.insert("authorization", "Basic x".parse().expect("a value"));
    policy.headers.insert("user-agent", "test".parse().expect("a value"));
    let client = Client::new(API, transport.clone()).policy(policy);
    client.send(Request::<Json>::follow("https://evil.example/")).expect("a value");
    client.send(users()).expect("a page");
    assert_eq!(
        tokens(&transport),
        [("https://evil.example".to_owned(), false), (HOME.to_owned(), true)]
    );
    let log = transport.log.lock().expect("no panic before");
    assert!(log.sent.iter().all(|request| request.headers()["user-agent"] == "test"));
}

#[test]
fn the_token_goes_over_http_to_this_machine_only() {
    let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
    let at = |root: &str| client(&transport).root(root);
    let error = at("http://graph.test").send(users()).expect_err("readable on the way");
    assert!(matches!(error, Error::TokenOverHttp), "{error}");
    at("http://127.0.0.1:8080").send(users()).expect("a page");
    at("http://[::1]:8080").send(users()).expect("a page");
    let policy = Policy { token_over_http: true, ..Policy::default() };
    at("http://graph.test").policy(policy).send(users()).expect("a page");
    let log = transport.log.lock().expect("no panic before");
    assert_eq!(
        log.urls(),
        [
            "http://127.0.0.1:8080/v1.0/users",
            "http://[::1]:8080/v1.0/users",
            "http://graph.test/v1.0/users"
        ]
    );
}

#[test]
fn an_argument_cannot_leave_its_place() {
    let path = |argument: &str| {
        let arguments: [&dyn PathArg; 1] = [&argument];
        API.request_with::<Json>("GET /users/{id}/photo", &arguments).to_http()
    };
    for odd in ["a/../b", "a?b", "a#b", "a\r\nHost: evil", "a\0b", "%2e%2e", "..%2f", "a\\b", "a;b"]
    {
        let http = path(odd).expect("a request");
        let uri = http.uri().to_string();
        let segments: Vec<&str> = http.uri().path().split('/').collect();
        assert_eq!(segments.len(), 5, "{odd}: {uri}");
        assert!(!uri.contains(['\r', '\n', '\0', '#', '\\']) && !uri.contains('?'), "{uri}");
        let decoded = percent_encoding::percent_decode_str(segments[3]).decode_utf8_lossy();
        assert_eq!(decoded, odd);
    }
    for dots in ["..", "."] {
        assert!(matches!(path(dots), Err(RequestError::DotSegment(_))), "{dots}");
    }
    assert!(matches!(path(""), Err(RequestError::EmptyArgument(_))));
}

#[test]
fn a_header_cannot_smuggle_another() {
    for odd in ["a\r\nX: y", "a\nb", "a\0b", "\r\n\r\nbody"] {
        let request = users().header("Prefer", odd);
        assert!(matches!(request.to_http(), Err(RequestError::Http(_))), "{odd:?}");
        let mut batch = runtime::runtime::Batch::new();
        let _ticket = batch.add(users().header("Prefer", odd));
        let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
        let error = client(&transport).batch(batch).expect_err("refused");
        assert!(matches!(error, Error::Request(RequestError::Http(_))), "{odd:?}: {error}");
    }
    let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
    let odd = Client::new(API, transport.clone()).token(|| Ok("a\r\nX: y".to_owned()));
    assert!(matches!(odd.send(users()), Err(Error::Token(_))));
    assert!(tokens(&transport).is_empty());
}

#[test]
fn a_body_beyond_the_limit_is_an_error() {
    let transport = Scripted::new(|_, _| Ok(answer(200, &[], &"x".repeat(1001))));
    let policy = Policy { largest_body: 1000, ..Policy::default() };
    let client = client(&transport).policy(policy);
    let error = client.send(users()).expect_err("too large");
    assert!(matches!(error, Error::TooLarge { limit: 1000 }), "{error}");
    let log = transport.log.lock().expect("no panic before");
    let limit = log.sent[0].extensions().get::<runtime::runtime::client::BodyLimit>();
    assert_eq!(limit.map(|limit| limit.0), Some(1000), "the transport is told where to stop");
}

#[test]
fn endless_redirects_end() {
    let transport =
        Scripted::new(|number, _| Ok(answer(302, &[("Location", &format!("/v1.0/{number}"))], "")));
    let error = client(&transport).send(users()).expect_err("endless");
    assert!(matches!(error, Error::TooManyRedirects), "{error}");
    assert_eq!(tokens(&transport).len(), 6);
}

#[test]
fn a_link_that_repeats_ends_the_pages() {
    let transport = Scripted::new(|number, _| {
        let next = format!("https://graph.example/v1.0/users?page={}", (number + 1) % 3);
        Ok(answer(
            200,
            &[],
            &format!(r#"{{"value":[{{"id":"{number}"}}],"@odata.nextLink":"{next}"}}"#),
        ))
    });
    let items: Vec<_> = client(&transport).items(users()).collect();
    // The first page and the three of the circle, each once.
    assert_eq!(items.len(), 5);
    let error = items.last().expect("items").as_ref().expect_err("a repeated link");
    assert!(matches!(error, Error::RepeatedLink { .. }), "{error}");
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let body = User { display_name: Some("hidden".to_owned()), ..User::default() };
    let request: Request<Json> = API.request("POST /users", &[]);
    let request = request.json(&body).header("Authorization", "hidden").query("sig", "hidden");
    let transport = Scripted::new(|_, _| {
        Ok(answer(
            403,
            &[("Set-Cookie", "hidden")],
            r#"{"hidden":"hidden","error":{"code":"Denied"}}"#,
        ))
    });
    let client = Client::new(API, transport.clone()).token(|| Ok("hidden".to_owned()));
    let error = client.send(request.clone()).expect_err("denied");
    let redirect = API.request::<Redirect>("GET /content", &[]).expects(302).decode(&answer(
        302,
        &[("Location", "https://cdn.example/?sig=hidden")],
        "",
    ));
    for printed in [
        format!("{request:?}"),
        format!("{client:?}"),
        format!("{error:?}"),
        format!("{error}"),
        format!("{redirect:?}"),
        format!("{:?}", Upload::resume("https://upload.example/?sig=hidden", 1)),
        format!("{:?}", Monitored::at("https://monitor.example/?sig=hidden")),
        format!("{:?}", transport.log.lock().expect("no panic").sent[0].headers().get("x")),
    ] {
        assert!(!printed.contains("hidden"), "{printed}");
    }
    let sent = format!("{:?}", {
        let transport = Scripted::new(|_, _| Ok(answer(200, &[], "{}")));
        Client::new(API, transport.clone())
            .token(|| Ok("hidden".to_owned()))
            .send(users())
            .expect("a page");
        transport.log.lock().expect("no panic before").sent[0].headers().clone()
    });
    assert!(sent.contains("Sensitive") && !sent.contains("hidden"), "{sent}");
}
