//! What a path of a docs tree is: a page, of which version and area, or a text that is no page.

use super::{Area, Candidate, Selection};

/// Endings of files that people write documentation in.
const TEXT_ENDINGS: [&str; 14] = [
    "adoc", "asciidoc", "erb", "htm", "html", "ipynb", "markdown", "md", "mdx", "mkd", "org",
    "rst", "textile", "txt",
];

/// Folders that hold `api/` or `resources/`, as paths below the root; empty for a flat folder.
pub(super) fn version_folders(paths: &[&str]) -> Vec<String> {
    let mut folders: Vec<String> = Vec::new();
    for path in paths {
        let parts: Vec<&str> = path.split('/').collect();
        let area = parts.iter().position(|part| area_of(part).is_some());
        // The file itself is never the folder, and the root cannot be a version: it has no name.
        if let Some(at) = area.filter(|&at| at > 0 && at + 1 < parts.len()) {
            folders.push(parts[..at].join("/"));
        }
    }
    folders.sort();
    folders.dedup();
    folders
}

fn area_of(folder: &str) -> Option<Area> {
    match folder {
        "api" => Some(Area::Api),
        "resources" => Some(Area::Resources),
        _ => None,
    }
}

/// Whether people may have written documentation into this file.
pub(super) fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    TEXT_ENDINGS.contains(&ending.as_str()) && !is_of_repository(name)
}

fn is_of_repository(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    upper.starts_with("README") || upper.starts_with("LICENSE")
}

/// Whether `path` is a page, and of which version and area.
pub(super) fn classify(
    path: &str,
    versions: &[String],
    selection: Selection<'_>,
) -> Option<Candidate> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some(is_page) = selection.is_page {
        let candidate = Candidate { path: path.to_owned(), version: None, area: None };
        return is_page(&name.to_lowercase()).then_some(candidate);
    }
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    if extension != "md" && extension != "txt" {
        return None;
    }
    let candidate = |version: Option<&str>, area| Candidate {
        path: path.to_owned(),
        version: version.map(|folder| folder.rsplit('/').next().unwrap_or(folder).to_owned()),
        area,
    };
    if versions.is_empty() {
        return (!is_of_repository(name)).then(|| candidate(None, None));
    }
    versions.iter().find_map(|version| {
        let rest = path.strip_prefix(version.as_str())?.strip_prefix('/')?;
        let (folder, _) = rest.split_once('/')?;
        let area = area_of(folder)?;
        Some(candidate(Some(version), Some(area)))
    })
}
