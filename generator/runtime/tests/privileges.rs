//! The fewest scopes that cover a list of requests, from the table of operations.

use runtime::runtime::{Account, NoScopes, Operations};

/// A row: line, function, page, and the scopes of an application.
macro_rules! row {
    ($line:literal, $function:literal, $scopes:literal) => {
        concat!($line, "\t200\trequests::", $function, "\tpage.md\tDelegated\t-\t", $scopes, "\t\n")
    };
}

static OPERATIONS: Operations = Operations::new(concat!(
    row!("GET /users", "users::list", "User.Read.All User.ReadWrite.All Directory.Read.All"),
    row!("GET /users/{id}", "users::get", "User.Read.All User.ReadWrite.All Directory.Read.All"),
    row!("PATCH /users/{id}", "users::update", "User.ReadWrite.All Directory.ReadWrite.All"),
    row!("GET /groups", "groups::list", "Group.Read.All Directory.Read.All"),
    row!("POST /invite", "invite", "User.Invite.All+Group.Read.All Directory.ReadWrite.All"),
    row!("GET /me", "me::get", "-"),
    row!("GET /silent", "silent", ""),
    row!("GET /talk", "talk", "?"),
    // The first page says nothing, the second one does.
    row!("GET /two", "two", ""),
    row!("GET /two", "two", "Two.Read"),
    "GET /kinds\t200\trequests::kinds\tkinds.md\tA\t-\tA.Read\tapple\n",
    "GET /kinds\t200\trequests::kinds\tkinds.md\tB\t-\tB.Read\tpear\n",
    row!("GET /a", "a", "A B"),
    row!("GET /b", "b", "B C"),
    row!("GET /c", "c", "C D"),
    row!("GET /d", "d", "D B"),
));

#[track_caller]
fn scopes(names: &[&str]) -> Vec<&'static str> {
    OPERATIONS.least_privileged(names, Account::Application).expect("scopes")
}

#[track_caller]
fn cause(name: &str, account: Account) -> NoScopes {
    let error = OPERATIONS.least_privileged(&["GET /users", name], account).expect_err("none");
    let [(cause, why)] = error.causes.as_slice() else { panic!("{error}") };
    assert_eq!(*cause, name);
    assert!(error.to_string().contains(name), "{error}");
    why.clone()
}

#[test]
fn one_request_needs_its_first_scope() {
    assert_eq!(scopes(&["GET /users"]), ["User.Read.All"]);
    assert_eq!(scopes(&["requests::users::list"]), ["User.Read.All"]);
    assert_eq!(scopes(&[]), [""; 0]);
}

#[test]
fn what_another_request_needs_anyway_is_enough() {
    let names = ["requests::users::list", "requests::users::get", "requests::users::update"];
    assert_eq!(scopes(&names), ["User.ReadWrite.All"]);
}

#[test]
fn no_wide_scope_stands_in_for_two_narrow_ones() {
    // `Directory.Read.All` would do alone, and is the least privileged scope of neither.
    assert_eq!(scopes(&["GET /users", "GET /groups"]), ["Group.Read.All", "User.Read.All"]);
}

#[test]
fn scopes_that_are_needed_together_come_together() {
    assert_eq!(scopes(&["POST /invite"]), ["Group.Read.All", "User.Invite.All"]);
    let both = scopes(&["GET /groups", "POST /invite"]);
    assert_eq!(both, ["Group.Read.All", "User.Invite.All"]);
}

#[test]
fn the_set_is_the_smallest_not_the_first_that_fits() {
    // Leaving out one by one, in the order of the alphabet or of the requests, would end with three.
    assert_eq!(scopes(&["GET /a", "GET /b", "GET /c", "GET /d"]), ["B", "C"]);
}

#[test]
fn a_page_that_says_nothing_leaves_it_to_the_next() {
    assert_eq!(scopes(&["GET /two"]), ["Two.Read"]);
}

#[test]
fn what_is_not_supported_is_told_apart_from_what_is_not_documented() {
    assert_eq!(cause("GET /me", Account::Application), NoScopes::NotSupported);
    assert_eq!(cause("GET /silent", Account::Application), NoScopes::NotDocumented);
    assert_eq!(cause("GET /talk", Account::Application), NoScopes::InWords("page.md"));
    assert_eq!(cause("GET /nothing", Account::Application), NoScopes::Unknown);
    let kinds = NoScopes::Depends(vec!["apple", "pear"]);
    assert_eq!(cause("GET /kinds", Account::Application), kinds);
    let error = OPERATIONS.least_privileged(&["GET /me", "GET /silent"], Account::Application);
    assert_eq!(
        error.expect_err("none").to_string(),
        "GET /me is not supported for Application; no page lists the permissions of GET /silent"
    );
}
