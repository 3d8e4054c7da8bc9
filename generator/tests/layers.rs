//! The map in ARCHITECTURE.md against the code: no room imports one that its row does not name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

struct Row {
    room: String,
    may_use: Vec<String>,
    alone: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn words(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What each part of `resolve` may use, by the table headed `part of resolve | …`; parts come in the table's order.
fn parts() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let table = text.lines().skip_while(|line| !line.starts_with("| part of `resolve` |")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        (words(cells[0]).remove(0), words(cells[2]))
    });
    rows.collect()
}

#[test]
fn parts_of_resolve_use_only_the_parts_before_them() {
    let parts = parts();
    assert!(parts.len() >= 5, "the table of the parts of `resolve` was not found");
    for (at, (part, may_use)) in parts.iter().enumerate() {
        for used in may_use {
            let before = parts[..at].iter().any(|(name, _)| name == used);
            assert!(before, "ARCHITECTURE.md: `{part}` may use `{used}`, which is not above it");
        }
    }
    let folder = root().join("generator/src/resolve");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (_, path) in files().into_iter().filter(|(room, _)| room == "resolve") {
        let relative = path.strip_prefix(&folder).expect("below resolve");
        let first = relative.iter().next().expect("a name").to_string_lossy().into_owned();
        let part = first.strip_suffix(".rs").unwrap_or(&first);
        // The room's own file puts the parts in their order.
        if part == "mod" {
            continue;
        }
        let Some((_, may_use)) = parts.iter().find(|(name, _)| name == part) else {
            wrong.push(format!("{}: no row names the part `{part}`", path.display()));
            continue;
        };
        let code = code(&path);
        let own_folder = relative.components().count() == 1;
        let mut used = names_after(&code, "crate::resolve::");
        used.extend(names_after(&code, "super::super::"));
        if own_folder {
            used.extend(names_after(&code, "super::"));
        }
        seen += used.len();
        let named = used.iter().filter(|used| {
            let is_part = parts.iter().any(|(name, _)| name == *used);
            let is_item = used.starts_with(char::is_uppercase);
            **used != part && !is_item && (!is_part || !may_use.iter().any(|may| may == *used))
        });
        wrong.extend(named.map(|used| format!("{}: `{part}` uses `{used}`", path.display())));
        if code.contains("crate::resolve::{") {
            wrong.push(format!("{}: names parts in a group", path.display()));
        }
    }
    assert!(seen > 50, "hardly any use was found");
    assert!(wrong.is_empty(), "against the table in ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

/// The rows of the table headed `room | its one job | …`.
fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md"))
        .expect("ARCHITECTURE.md is at the project's root");
    let table = text.lines().skip_while(|line| !line.starts_with("| room |")).skip(2);
    let rows: Vec<Row> = table
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            assert_eq!(
                cells.len(),
                4,
                "a row of the rooms table in ARCHITECTURE.md has four cells: {line}"
            );
            Row {
                room: words(cells[0]).remove(0),
                may_use: words(cells[2]),
                alone: words(cells[3]),
            }
        })
        .collect();
    assert!(rows.len() > 10, "the rooms table of ARCHITECTURE.md was not found");
    rows
}

/// Every source file of a room, with the room's name.
fn files() -> Vec<(String, PathBuf)> {
    let src = root().join("generator/src");
    let mut found = Vec::new();
    let mut open = vec![src.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("generator/src can be read") {
            let path = entry.expect("an entry of generator/src").path();
            // Templates are texts that emitted crates carry, not code of the room.
            if path.is_dir() && !path.ends_with("templates") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(&src).expect("below src").to_owned();
                let first = relative.iter().next().expect("a name").to_string_lossy().into_owned();
                let room = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
                if room != "lib" {
                    found.push((room, path));
                }
            }
        }
    }
    found.sort();
    found
}

/// Code without comments: mentions in prose are no imports.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

fn names_after<'t>(text: &'t str, prefix: &str) -> Vec<&'t str> {
    text.match_indices(prefix)
        .filter(|(at, _)| {
            !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$')
        })
        .map(|(at, _)| {
            let rest = &text[at + prefix.len()..];
            &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())]
        })
        .collect()
}

/// Rooms that a file names as `crate::room` or in a group, `crate::{room, other::Item}`.
fn rooms_named(code: &str) -> Vec<String> {
    let mut rooms: Vec<String> =
        names_after(code, "crate::").into_iter().map(str::to_owned).collect();
    for (at, _) in code.match_indices("crate::{") {
        let mut depth = 0;
        let mut item = String::new();
        for c in code[at + "crate::".len()..].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => {
                    rooms.push(std::mem::take(&mut item));
                    continue;
                }
                _ if depth == 1 && !c.is_whitespace() => item.push(c),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        rooms.push(item);
    }
    let first = |room: String| room.split("::").next().unwrap_or_default().to_owned();
    rooms.into_iter().map(first).collect()
}

#[test]
fn rooms_import_only_what_the_map_allows() {
    let rows = rows();
    let order: BTreeMap<&str, usize> =
        rows.iter().enumerate().map(|(index, row)| (row.room.as_str(), index)).collect();
    for row in &rows {
        for used in &row.may_use {
            let above =
                order.get(used.as_str()).is_some_and(|index| *index < order[row.room.as_str()]);
            assert!(
                above,
                "ARCHITECTURE.md: `{}` may use `{used}`, which does not stand above it",
                row.room
            );
        }
    }
    let mut wrong = Vec::new();
    for (room, path) in files() {
        let Some(row) = rows.iter().find(|row| row.room == room) else {
            wrong.push(format!(
                "{}: no row of ARCHITECTURE.md names the room `{room}`",
                path.display()
            ));
            continue;
        };
        let code = code(&path);
        for used in rooms_named(&code) {
            let known = order.contains_key(used.as_str());
            if known && used != room && !row.may_use.contains(&used) {
                wrong.push(format!("{}: `{room}` may not use `{used}`", path.display()));
            }
        }
        for other in rows.iter().filter(|other| other.room != room) {
            for alone in other.alone.iter().filter(|name| !row.alone.contains(name)) {
                let named = code.contains(&format!("use {alone}::"))
                    || !names_after(&code, &format!("{alone}::")).is_empty();
                if named {
                    wrong.push(format!(
                        "{}: only `{}` may name `{alone}`",
                        path.display(),
                        other.room
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "against the map in ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn emission_never_sees_the_model() {
    let rows = rows();
    let emit = rows.iter().find(|row| row.room == "emit").expect("a row for `emit`");
    assert!(!emit.may_use.iter().any(|used| used == "ir"), "choices belong in `plan`");
}
