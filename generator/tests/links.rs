//! Symbolic links in a docs folder: what they lead to is read only where it lies in the folder.
#![cfg(unix)]

use generator::Codegen;
use generator::diagnostic::Code;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

const PAGE: &str = "# Get thing\n\n## HTTP request\n```http\nGET /things\n```\n\n## Response\n\nReturns `200 OK`.\n";

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_link_out_of_the_docs_is_said_and_not_followed() {
    let temp = tempfile::tempdir().unwrap();
    let docs = temp.path().join("docs");
    let secret = temp.path().join("secret/key.md");
    put(&secret, "# secret resource type\n\nhush-hush\n");
    put(
        &docs.join("v1.0/api/get.md"),
        &format!("{PAGE}\n[!INCLUDE [x](../inc/secret.md)]\n\n[!INCLUDE [x](../folder/key.md)]\n"),
    );
    put(&docs.join("common/more.md"), &PAGE.replace("/things", "/others"));
    fs::create_dir_all(docs.join("v1.0/inc")).unwrap();
    symlink(&secret, docs.join("v1.0/inc/secret.md")).unwrap();
    symlink(&secret, docs.join("v1.0/api/secret.md")).unwrap();
    symlink(temp.path().join("secret"), docs.join("v1.0/folder")).unwrap();
    symlink("../../../secret/key.md", docs.join("v1.0/api/relative.md")).unwrap();
    symlink(temp.path().join("nothing"), docs.join("v1.0/api/nowhere.md")).unwrap();
    // This one stays within, and is a page like any other.
    symlink("../../common/more.md", docs.join("v1.0/api/more.md")).unwrap();

    let report = Codegen::new(&docs).run().unwrap();
    let said = |path: &str| {
        report.findings().iter().any(|found| {
            found.code == Code::LinkOut && found.message.starts_with(&format!("`{path}`"))
        })
    };
    for path in [
        "v1.0/inc/secret.md",
        "v1.0/api/secret.md",
        "v1.0/folder",
        "v1.0/api/relative.md",
        "v1.0/api/nowhere.md",
    ] {
        assert!(said(path), "{path}");
    }
    let mut others = false;
    for (path, bytes) in report.files().iter() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("hush"), "{path}");
        others |= text.contains("/others");
    }
    assert!(others, "the link within the folder is followed");
}
