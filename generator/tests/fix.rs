//! Repairs: what they change, that everything else stays byte for byte, and that one which does more is refused.

use generator::config::Config;
use generator::diagnostic::{Applicability, Code, Diagnostic, Diagnostics, Edit, Fix};
use generator::fix::{self, Options};
use generator::source::DocSet;
use std::path::Path;

const THING: &str = "# thing resource type

Namespace: microsoft.graph

A thing.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|displayName|String|How it is called.|
|state|[state](state.md)|How it is.|
|short|String

## JSON representation

<!-- { \"blockType\": \"resource\", \"keyProperty\": \"id\", \"@odata.type\": \"microsoft.graph.thing\" } -->
``` json
{
  \"id\": \"String (identifier)\",
  \"displayName\": \"String\",
  \"state\": \"String\",
  \"short\": \"String\"
}
```
";

const STATE: &str = "# state enum type\r
\r
Namespace: microsoft.graph\r
\r
How a thing is.\r
\r
## Members\r
\r
|Member|Value|Description|\r
|:---|:---|:---|\r
|isOpen|0|It is open.|\r
|isShut|1|It is shut.|\r
";

const GET: &str = "# Get thing

Namespace: microsoft.graph

Reads a thing.

## HTTP request

``` http
GET /things/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [thing](../resources/thing.md) object in the response body.

## Example

``` http
GET https://graph.microsoft.com/v1.0/things/{id}
```

<!-- { \"blockType\": \"response\", \"truncated\": true, \"@odata.type\": \"microsoft.graph.thing\" } -->
``` http
HTTP/1.1 200 OK
Content-Type: application/json
Content-Length: 7

{
  \"id\": \"1\", // the key
  \"DisplayName\": \"Ümlaut\",
  \"state\": \"isopen\",
}
```
";

fn docs() -> DocSet {
    DocSet::from_texts([
        ("v1.0/resources/thing.md", THING),
        ("v1.0/resources/state.md", STATE),
        ("v1.0/api/thing-get.md", GET),
    ])
}

fn run(options: Options) -> fix::Fixed {
    fix::fix(&docs(), &Config::default(), options)
}

#[test]
fn safe_repairs_are_made_and_nothing_else_changes() {
    let fixed = run(Options::default());
    assert!(fixed.refused.is_empty(), "{:?}", fixed.refused);
    let get = &fixed.pages["v1.0/api/thing-get.md"];
    let expected = GET
        .replace(" // the key", "")
        .replace("\"DisplayName\"", "\"displayName\"")
        .replace("\"isopen\",\n", "\"isOpen\"\n");
    // Its new length is that of the body as it was read, so a second run may correct it again.
    let without_length = |text: &str| -> String {
        text.lines()
            .filter(|line| !line.starts_with("Content-Length"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(without_length(get), without_length(&expected));
    let thing = &fixed.pages["v1.0/resources/thing.md"];
    assert_eq!(*thing, THING.replace("|short|String\n", "|short|String||\n"));
    assert!(!fixed.pages.contains_key("v1.0/resources/state.md"), "there is nothing to repair");
    for code in ["json-tolerated", "property-case", "enum-case", "short-row"] {
        assert_eq!(fixed.removed.get(code), Some(&1), "{code}: {:?}", fixed.removed);
    }
}

#[test]
fn repaired_pages_need_no_repair() {
    let mut texts: Vec<(String, String)> =
        docs().files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    for _ in 0..2 {
        let borrowed = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let fixed = fix::fix(&DocSet::from_texts(borrowed), &Config::default(), Options::default());
        for (path, text) in &mut texts {
            if let Some(new) = fixed.pages.get(path) {
                text.clone_from(new);
            }
        }
    }
    let borrowed = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let fixed = fix::fix(&DocSet::from_texts(borrowed), &Config::default(), Options::default());
    assert!(fixed.pages.is_empty(), "{:?}", fixed.removed);
}

/// A repair that somebody called safe and that is not.
fn claim(docs: &DocSet, path: &str, find: &str, replace: &str) -> Diagnostic {
    let at = docs.files.iter().position(|file| file.path == path).expect("the page");
    let start = docs.files[at].text.find(find).expect("the text");
    let file = generator::span::FileId(u32::try_from(at).expect("a number"));
    let span = generator::span::Span::new(file, start..start + find.len());
    Diagnostic::new(Code::TypeSpelling, span, "claimed").fix(Fix {
        edits: vec![Edit { span, text: replace.to_owned() }],
        applicability: Applicability::Safe,
    })
}

#[test]
fn a_repair_that_changes_what_a_page_says_is_refused_whatever_it_is_called() {
    let docs = docs();
    let thing = "v1.0/resources/thing.md";
    for (find, replace, reason) in [
        ("|displayName|String|", "|displayName|Int32|", "something else"),
        ("|displayName|", "|shownName|", "something else"),
        ("|state|[state](state.md)|How it is.|\n", "", "something else"),
        ("A thing.", "Another thing.", "something else"),
    ] {
        let mut found = Diagnostics::new();
        found.push(claim(&docs, thing, find, replace));
        let fixed = fix::fix_found(&docs, &Config::default(), Options::default(), found);
        assert!(fixed.pages.is_empty(), "{find}");
        assert_eq!(fixed.refused.len(), 1, "{find}");
        assert!(fixed.refused[0].reason.contains(reason), "{}", fixed.refused[0].reason);
    }
    // The model stays, but something is found that was not found before.
    let mut found = Diagnostics::new();
    found.push(claim(&docs, "v1.0/api/thing-get.md", "\"isopen\"", "\"ajar\""));
    let fixed = fix::fix_found(&docs, &Config::default(), Options::default(), found);
    assert!(fixed.refused[0].reason.contains("enum-value"), "{}", fixed.refused[0].reason);
}

#[test]
fn one_bad_repair_does_not_keep_good_ones_from_being_made() {
    let docs = docs();
    let mut found = Diagnostics::new();
    found.push(claim(
        &docs,
        "v1.0/resources/thing.md",
        "|displayName|String|",
        "|displayName|Int32|",
    ));
    found.push(claim(&docs, "v1.0/resources/thing.md", "|short|String", "|short|String||"));
    found.push(claim(&docs, "v1.0/api/thing-get.md", "\"DisplayName\"", "\"displayName\""));
    let fixed = fix::fix_found(&docs, &Config::default(), Options::default(), found);
    assert_eq!(fixed.refused.len(), 1);
    assert_eq!(fixed.pages.len(), 2);
}

#[test]
fn corrected_pages_are_left_alone() {
    let text = "[[correction]]\npage = \"v1.0/api/thing-get.md\"\nfind = \"Ümlaut\"\nreplace = \"x\"\nreason = \"r\"\n";
    let config = Config::parse(Path::new("codegen.toml"), text).expect("a configuration");
    let fixed = fix::fix(&docs(), &config, Options::default());
    assert!(!fixed.pages.contains_key("v1.0/api/thing-get.md"));
    assert!(!fixed.shown.is_empty(), "its repairs are still shown");
}
