//! The library as other programs use it: through its front door.

use generator::diagnostic::Code;
use generator::messages::Format;
use generator::{Codegen, ErrorKind};
use std::error::Error as _;
use std::fs;
use std::path::Path;

const PAGE: &str = "\
# Get kettle
Get a kettle.
## HTTP request
```http
GET /kettles/{id}
```
## Response
If successful, this method returns a `200 OK` response code and a [kettle](../resources/kettle.md) object in the response body.
## Example
### Response
<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.kettle\" } -->
```http
HTTP/1.1 200 OK

{ \"litres\": 2, \"lid\": true }
```
";

const RESOURCE: &str = "\
# kettle resource type
A kettle.
## Properties
|Property|Type|Description|
|:---|:---|:---|
|litres|Int32|What it holds.|
";

fn docs(folder: &Path) {
    for (path, text) in [("api/kettle-get.md", PAGE), ("resources/kettle.md", RESOURCE)] {
        let path = folder.join("v1.0").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }
}

#[test]
fn pages_become_a_crate() {
    let folder = tempfile::tempdir().expect("a folder");
    let (pages, out) = (folder.path().join("docs"), folder.path().join("crate"));
    docs(&pages);
    let report = Codegen::new(&pages).run().expect("the pages can be read");
    assert!(!report.has_errors());
    assert_eq!((report.summary().types, report.summary().operations), (1, 1));
    let codes: Vec<Code> = report.findings().iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::UnknownProperty]);
    assert!(report.render().contains("`microsoft.graph.kettle` declares no `lid`"));
    let mut short = Vec::new();
    report.render_as(Format::Short, &mut short).expect("a vector takes all");
    assert!(String::from_utf8_lossy(&short).contains("warning[unknown-property]"));
    let written = report.write(&out).expect("the folder is new");
    // The record of what was written is a file, too.
    assert_eq!((written.written, written.removed), (report.files().iter().count(), 0));
    assert!(out.join("src/v1_0/types/kettle.rs").is_file());
    assert_eq!(report.write(&out).expect("the folder is up to date").written, 0);
}

#[test]
fn patterns_select() {
    let folder = tempfile::tempdir().expect("a folder");
    docs(folder.path());
    let report = Codegen::new(folder.path()).exclude("/kettles/**").run().expect("it can be read");
    assert!(report.files().iter().all(|(path, _)| !path.contains("requests/kettles")));
}

#[test]
fn an_edited_file_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let (pages, out) = (folder.path().join("docs"), folder.path().join("crate"));
    docs(&pages);
    let report = Codegen::new(&pages).run().expect("the pages can be read");
    report.write(&out).expect("the folder is new");
    fs::write(out.join("Cargo.toml"), "# mine").expect("it can be written");
    let error = report.write(&out).expect_err("an edit would be lost");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Protected, out.as_path()));
    assert!(error.help().is_some());
    let kept = fs::read_to_string(out.join("Cargo.toml")).expect("it can be read");
    assert_eq!(kept, "# mine");
}

#[test]
fn errors_say_what_where_and_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing");
    let error = Codegen::new(&missing).run().expect_err("there are no pages");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Docs, missing.as_path()));
    assert!(error.source().is_some() && error.config().is_none());
    assert!(error.to_string().contains(error.reason()));

    docs(folder.path());
    let config = folder.path().join("codegen.toml");
    fs::write(&config, "[crate]\nname = 7\ncolour = 1\n").expect("it can be written");
    let error = Codegen::new(folder.path()).run().expect_err("the configuration is wrong");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Config, config.as_path()));
    let problems = &error.config().expect("the mistakes in the file").problems;
    assert!(problems.iter().all(|problem| problem.span.is_some()) && !problems.is_empty());
    assert!(error.to_string().contains(":2: ") || error.to_string().contains(":3: "));

    fs::write(&config, "[severity]\nunknown-property = \"error\"\n").expect("it can be written");
    let report = Codegen::new(folder.path()).run().expect("it can be read");
    let error = report.write(folder.path().join("crate")).expect_err("there are errors");
    assert_eq!(error.kind(), ErrorKind::Findings);
}
