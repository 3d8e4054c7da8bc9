//! The lock of names, from the command line: it is never rebuilt unless asked for.

mod support;

use std::fs;
use support::Project;

fn lock(project: &Project) -> std::path::PathBuf {
    project.path("out/names.lock")
}

const PAGE: &str = "# Delete device

Namespace: microsoft.graph

## HTTP request

```http
DELETE /devices/{id}
```

## Response

If successful, this method returns a `204 No Content` response code.
";

#[test]
fn a_lost_lock_is_rebuilt_only_when_asked_for() {
    let project = Project::written();
    let path = lock(&project);
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    project.codegen(&[]).expect(2).says("is missing");
    assert!(!path.exists());
    project.codegen(&["--check"]).expect(1).says("names.lock");
    project.codegen(&["--overwrite-edited"]).expect(0);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    project.codegen(&["--check"]).expect(0);
}

#[test]
fn a_lock_in_conflict_is_rebuilt_only_when_asked_for() {
    let project = Project::written();
    let path = lock(&project);
    let text = fs::read_to_string(&path).unwrap();
    let conflict = format!("{text}<<<<<<< ours\nv1.0\tGET /a\t\tget\n=======\n>>>>>>> theirs\n");
    fs::write(&path, &conflict).unwrap();
    project.codegen(&[]).expect(2).says("holds lines that codegen did not write");
    assert_eq!(fs::read_to_string(&path).unwrap(), conflict);
    project.codegen(&["--check"]).expect(1).says("names.lock");
    project.codegen(&["--overwrite-edited"]).expect(0);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_line_that_keeps_another_name_counts() {
    let project = Project::written();
    project.put("docs/v1.0/api/device-delete.md", PAGE);
    project.codegen(&[]).expect(0);
    let path = lock(&project);
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().find(|line| line.contains("DELETE")).expect("a request");
    let kept = text.replacen(line, &format!("{line}_"), 1);
    fs::write(&path, &kept).unwrap();
    // The rename shows in what users call, and is told as breaking.
    project.codegen(&["--overwrite-edited"]).expect(0).says("operation-renamed");
    assert_eq!(fs::read_to_string(&path).unwrap(), kept);
    project.codegen(&["--check"]).expect(0);
}
