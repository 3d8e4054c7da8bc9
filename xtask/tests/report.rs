//! The report from outside: that it is one file, that pages cannot break out of it, that folders are safe,
//! and, where a headless browser is installed, that it works in one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ATTACK: &str = "</script><img src=x onerror=\"document.documentElement.dataset.pwned=1\">";

fn zebra() -> String {
    format!(
        "---\ntitle: \"zebra resource type {ATTACK}\"\ndescription: \"{ATTACK}\"\ndoc_type: resourcePageType\n---\n\n\
         # zebra resource type\n\nNamespace: microsoft.graph\n\nA striped animal {ATTACK}.\n\n## Properties\n\n\
         |Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n|stripes|Int32|{ATTACK}|\n\
         |{ATTACK}|String|An invalid name.|\n|herd|{ATTACK}|No type.|\n|<!--|String|No name either.|\n"
    )
}

const HORSE: &str = "\
# Get horse

Namespace: microsoft.graph

Reads a horse.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Stable.Read|
|Application|Stable.Read.All|

## HTTP request

<!-- { \"blockType\": \"ignored\" } -->
``` http
GET /stable/horses/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [horse](../resources/horse.md) object in the response body.
";

const HORSE_TYPE: &str = "\
# horse resource type

Namespace: microsoft.graph

An animal.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|name|Sting|Its name.|
";

/// A folder with pages in `docs`.
struct Project {
    root: TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { root: TempDir::new().unwrap() };
        project.put("docs/v1.0/resources/zebra.md", &zebra());
        project.put("docs/v1.0/resources/horse.md", HORSE_TYPE);
        project.put("docs/v1.0/api/horse-get.md", HORSE);
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let full = self.path(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    fn report(&self, out: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["report", "--docs", "docs", "--out", out]).current_dir(self.root.path());
        command.output().unwrap()
    }

    /// The text of the report.
    fn page(&self, out: &str) -> String {
        let output = self.report(out);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(self.path(out).join("index.html")).unwrap()
    }

    #[track_caller]
    fn expect_refusal(&self, out: &str) {
        let output = self.report(out);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(&format!("`{out}`")), "{stderr}");
    }
}

#[test]
fn pages_cannot_break_out() {
    let page = Project::new().page("out");
    for forbidden in ["<img", "<!--\"", "onerror=\"", "</script><"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert_eq!(page.matches("</script>").count(), 2);
    // The comment that every report begins with, and no other.
    assert_eq!(page.matches("<!--").count(), 1);
    assert!(
        page.contains("&lt;/script&gt;&lt;img src=x onerror="),
        "the line in question is shown"
    );
    let data = data(&page);
    let types: Vec<&str> =
        data["types"].as_array().unwrap().iter().map(|ty| ty["name"].as_str().unwrap()).collect();
    assert!(types.contains(&"microsoft.graph.zebra"), "{types:?}");
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = Project::new().page("out");
    let markup = page.split_once("id=\"data\"").unwrap().0;
    assert!(!markup.contains("src=\"") && !markup.contains("url(") && !markup.contains("@import"));
    for (at, attribute) in markup.match_indices("href=\"") {
        let target = &markup[at + attribute.len()..];
        assert!(target.starts_with('#'), "{}", &target[..target.len().min(60)]);
    }
    assert!(markup.contains("default-src 'none'"));
}

#[test]
fn findings_stand_with_their_lines_and_items_with_their_pages() {
    let page = Project::new().page("out");
    assert!(page.contains("id=\"code-unknown-type\""));
    let (before, after) =
        page.split_once("<mark>Sting</mark>").expect("the unknown type is marked");
    assert!(before.ends_with("|name|"), "{}", &before[before.len() - 80..]);
    let marker = after.lines().nth(1).unwrap();
    assert!(marker.contains("      ^^^^^"), "{marker}");
    assert!(page.contains("v1.0/resources/horse.md:12:7"));

    let data = data(&page);
    let text = |value: &serde_json::Value| {
        data["strings"][value.as_u64().unwrap() as usize].as_str().unwrap().to_owned()
    };
    let types = data["types"].as_array().unwrap();
    let zebra = types.iter().find(|ty| ty["name"] == "microsoft.graph.zebra").unwrap();
    assert_eq!(text(&zebra["page"]), "v1.0/resources/zebra.md");
    assert_eq!(zebra["rust"], "v1_0::types::Zebra");
    assert_eq!(zebra["file"], "src/v1_0/types/zebra.rs");
    let operation = &data["operations"][0];
    assert_eq!(operation["path"], "/stable/horses/{id}");
    assert_eq!(operation["rust"], "v1_0::requests::stable::horses::get");
}

#[test]
fn the_same_pages_give_the_same_bytes_and_touch_nothing() {
    let project = Project::new();
    let first = project.page("out");
    assert_eq!(first, project.page("elsewhere/out"));
    assert!(!first.contains(project.root.path().to_str().unwrap()), "no path of this machine");
    let modified = || fs::metadata(project.path("out/index.html")).unwrap().modified().unwrap();
    let before = modified();
    assert_eq!(first, project.page("out"));
    assert_eq!(before, modified());
    project.put("docs/v1.0/resources/horse.md", &HORSE_TYPE.replace("Sting", "String"));
    assert_ne!(first, project.page("out"));
    assert_eq!(fs::read_dir(project.path("out")).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn folders_of_others_are_left_alone() {
    let project = Project::new();
    project.put("full/notes.txt", "mine");
    project.put("site/index.html", "<!doctype html>\n<title>mine</title>");
    project.put("file", "mine");
    for out in ["full", "site", "file", "docs"] {
        project.expect_refusal(out);
    }
    assert!(!project.path("full/index.html").exists() && !project.path("docs/index.html").exists());
    assert_eq!(fs::read_to_string(project.path("site/index.html")).unwrap().lines().count(), 2);
    fs::create_dir(project.path("empty")).unwrap();
    project.page("empty");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let project = Project::new();
    project.page("out");
    fs::rename(project.path("out/index.html"), project.path("kept.html")).unwrap();
    std::os::unix::fs::symlink(project.path("kept.html"), project.path("out/index.html")).unwrap();
    project.expect_refusal("out");
}

#[test]
fn errors_are_reported_and_shown() {
    let project = Project::new();
    project
        .put("docs/codegen.toml", "[severity]\nunknown-type = \"error\"\nempty-page = \"note\"\n");
    let output = project.report("out");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("error[unknown-type]"), "{stderr}");
    let page = fs::read_to_string(project.path("out/index.html")).unwrap();
    assert!(page.contains("<span class=\"badge error\">error</span>"));
}

#[test]
fn the_search_works_in_a_browser() {
    let Some(browser) = browser() else {
        println!("skipped: no headless browser installed");
        return;
    };
    let project = Project::new();
    project.page("out");

    let all = dom(&browser, &project, "");
    assert!(all.contains("data-ready=\"true\""), "the script ran to its end: {}", head(&all));
    assert!(all.contains("data-searching=\"false\""), "{}", head(&all));
    assert!(all.contains(">microsoft.graph.</span>horse"), "the list of types is there");
    assert!(!all.contains("data-pwned"), "no text of a page ran");
    assert!(!all.contains("<img"), "no text of a page became an element");

    let found = dom(&browser, &project, "#q=zebra");
    assert!(found.contains("data-ready=\"true\""), "{}", head(&found));
    assert!(found.contains("data-query=\"zebra\""), "{}", head(&found));
    assert!(found.contains(">microsoft.graph.</span>zebra"), "the type is found");
    assert!(!found.contains(">microsoft.graph.</span>horse"), "the other is not");
    assert!(found.contains("data-found=\"1 0 "), "{}", head(&found));
    assert!(!found.contains("data-pwned") && !found.contains("<img"));

    let opened = dom(&browser, &project, "#code-unknown-type");
    let group = opened.split_once("id=\"code-unknown-type\"").unwrap().1;
    assert!(group[..group.find('>').unwrap()].contains("open"), "the link opens the group");
    println!("checked in {}", browser.display());
}

fn head(dom: &str) -> &str {
    &dom[..dom.find("<head").unwrap_or(dom.len().min(300))]
}

fn data(page: &str) -> serde_json::Value {
    let start = page.split_once("id=\"data\">").unwrap().1;
    serde_json::from_str(start.split_once("</script>").unwrap().0).unwrap()
}

fn browser() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

/// The document after its scripts ran.
fn dom(browser: &Path, project: &Project, fragment: &str) -> String {
    let profile = TempDir::new().unwrap();
    let output = project.path("dom.html");
    let page = project.path("out/index.html");
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("file://{}{fragment}", page.display()))
        .stdin(Stdio::null())
        .stdout(fs::File::create(&output).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{} did not end", browser.display());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    fs::read_to_string(output).unwrap()
}
