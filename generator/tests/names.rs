//! Names that stay: whatever comes and goes beside a thing, its name is the one that it had.

use generator::config::Config;
use generator::file_tree::FileTree;
use generator::pipeline;
use generator::plan::{LOCK_FILE, NameLock};
use generator::source::DocSet;
use std::collections::BTreeMap;

const THING: &str = "# foo_bar resource type

Namespace: microsoft.graph

A thing.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|user_ids|String collection|Who.|
|state|thingState|How.|

### thingState values

|Member|Description|
|:---|:---|
|in_use|Used.|
|idle|Not used.|
";

const LIST: &str = "# List messages

Namespace: microsoft.graph

## HTTP request

```http
GET /users/{id}/messages
```

## Response

If successful, this method returns a `200 OK` response code and a collection of [foo_bar](../resources/thing.md) objects.
";

const ACTION: &str = "# foo_bar: pack

Namespace: microsoft.graph

## HTTP request

```http
POST /ants/{id}/pack
POST /zoos/{id}/pack
```

## Request body

|Parameter|Type|Description|
|:---|:---|:---|
|box_size|Int32|How large.|

## Response

If successful, this method returns a `204 No Content` response code.
";

/// A type, a property, a member, a parameter and a request for which the rules make names that are taken, each plainer
/// than the one that has it.
fn neighbours() -> Vec<(&'static str, String)> {
    vec![
        (
            "v1.0/resources/foobar.md",
            THING.replace("foo_bar", "fooBar").replace("thingState", "otherState"),
        ),
        ("v1.0/resources/thing.md", {
            let more = "|userIds|String|The same.|\\n|state|".replace("\\n", "\n");
            THING.replace("|state|", &more).replace("|idle|", "|inUse|The same.|\n|idle|")
        }),
        ("v1.0/api/messages-all.md", LIST.replace("/users/{id}/messages", "/users/messages")),
        ("v1.0/api/pack.md", ACTION.replace("|box_size|", "|boxSize|Int32|The same.|\n|box_size|")),
    ]
}

fn pages(with: &[(&'static str, String)]) -> DocSet {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    pages.insert("v1.0/resources/thing.md", THING.to_owned());
    pages.insert("v1.0/api/messages-list.md", LIST.to_owned());
    pages.insert("v1.0/api/pack.md", ACTION.to_owned());
    pages.extend(with.iter().cloned());
    DocSet::from_texts(pages.iter().map(|(path, text)| (*path, text.as_str())))
}

fn generate(docs: &DocSet, include: &[&str], lock: Option<&str>) -> FileTree {
    let mut config = Config { names: lock.map(str::to_owned), ..Config::default() };
    config.slice.include.extend(include.iter().map(|&pattern| pattern.to_owned()));
    pipeline::generate(docs, &config, None).files
}

fn text<'a>(files: &'a FileTree, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_default()).unwrap()
}

fn lock(files: &FileTree) -> &str {
    text(files, LOCK_FILE)
}

/// By item, its path in Rust; with where parameter structs are declared.
fn names(files: &FileTree) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for line in text(files, "api-record.tsv").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let part = if matches!(fields[2], "type" | "operation") { "" } else { fields[3] };
        names.insert(format!("{} {part}", fields[1]), fields[fields.len() - 1].to_owned());
    }
    for (path, _) in files.iter().filter(|(path, _)| path.contains("/requests/")) {
        for line in text(files, path).lines() {
            if let Some(name) = line.strip_prefix("pub struct ") {
                names.insert(name.to_owned(), path.to_owned());
            }
        }
    }
    names
}

/// The items that both have, under another name.
fn moved(old: &FileTree, new: &FileTree) -> Vec<String> {
    let new = names(new);
    let old = names(old).into_iter();
    old.filter_map(|(item, name)| {
        let now = new.get(&item).filter(|now| **now != name)?;
        Some(format!("{item}: {name} -> {now}"))
    })
    .collect()
}

#[test]
fn nothing_moves_when_a_slice_is_widened_and_a_neighbour_comes_and_goes() {
    let slice = ["/zoos/**", "/users/{id}/messages"];
    let first = generate(&pages(&[]), &slice, None);
    let widened = generate(&pages(&[]), &[], Some(lock(&first)));
    assert_eq!(moved(&first, &widened), [""; 0]);
    let joined = generate(&pages(&neighbours()), &[], Some(lock(&widened)));
    assert_eq!(moved(&widened, &joined), [""; 0]);
    let left = generate(&pages(&[]), &[], Some(lock(&joined)));
    assert_eq!(moved(&joined, &left), [""; 0]);
    assert_eq!(moved(&first, &left), [""; 0]);
    let narrow = generate(&pages(&[]), &slice, Some(lock(&left)));
    assert_eq!(moved(&first, &narrow), [""; 0]);

    // Without a lock, each of these names would have moved.
    let free = generate(&pages(&neighbours()), &[], None);
    let moved = moved(&first, &free);
    let items = ["foo_bar ", "foo_bar user_ids", "thingState in_use", "messages ", "box_size"];
    for item in items.iter().chain(&["PackParameters"]) {
        assert!(moved.iter().any(|line| line.contains(item)), "{item}: {moved:#?}");
    }
}

#[test]
fn the_lock_of_a_run_gives_the_same_bytes() {
    let docs = pages(&neighbours());
    let first = generate(&docs, &[], None);
    let again = generate(&docs, &[], Some(lock(&first)));
    assert!(first.iter().eq(again.iter()));
    let order: FileTree = generate(&pages(&[]), &[], None);
    let joined = generate(&docs, &[], Some(lock(&order)));
    let again = generate(&docs, &[], Some(lock(&joined)));
    assert!(joined.iter().eq(again.iter()));
}

#[test]
fn a_forged_lock_brings_no_name_of_its_own() {
    let docs = pages(&[]);
    let good = generate(&docs, &[], None);
    let forged = [
        "v1.0\tmicrosoft.graph.foo_bar\t\tEvil",
        "v1.0\tmicrosoft.graph.foo_bar\t\tFooBar;fn_evil",
        "v1.0\tmicrosoft.graph.foo_bar\tuser_ids\tuser_ids: u8, evil",
        "v1.0\tmicrosoft.graph.foo_bar\tuser_ids\tr#evil",
        "v1.0\tGET /users/{id}/messages\t\tevil",
        "v1.0\tGET /users/{id}/messages\t\tlist\tevil",
        "v1.0\tmicrosoft.graph.thingState\tin_use\tInUse{}",
        "evil",
        "<<<<<<< ours",
    ];
    for line in forged {
        let text = format!("{line}\n");
        let files = generate(&docs, &[], Some(&text));
        assert!(files.iter().eq(good.iter()), "{line}");
    }
    let long = format!("v1.0\tmicrosoft.graph.foo_bar\t\tFooBar{}\n", "_".repeat(100_000));
    assert!(generate(&docs, &[], Some(&long)).iter().eq(good.iter()));
}

#[test]
fn what_a_merge_leaves_in_conflict_is_damage() {
    let good = "# c\nv1.0\tGET /a\t\tget\nv1.0\tmicrosoft.graph.a\tb_c\tb_c_\n";
    assert!(!NameLock::parse(good).is_damaged());
    for bad in
        ["<<<<<<< a\n", "=======\n", "v1.0\tGET /a\t\tget_\n", "v1.0\tx\n", "v1.0\ta\tb\tc d\n"]
    {
        assert!(NameLock::parse(&format!("{good}{bad}")).is_damaged(), "{bad}");
    }
    // Of both sides of a conflict neither counts, the rest does.
    let docs = pages(&[]);
    let line = |name: &str| format!("v1.0\tmicrosoft.graph.foo_bar\t\t{name}\n");
    let kept = generate(&docs, &[], Some(&line("FooBar__")));
    assert!(text(&kept, "api-record.tsv").contains("types::FooBar__"));
    let both = format!("<<<<<<< a\n{}=======\n{}>>>>>>> b\n", line("FooBar__"), line("FooBar_"));
    let lost = generate(&docs, &[], Some(&both));
    assert!(!text(&lost, "api-record.tsv").contains("types::FooBar_"));
}
