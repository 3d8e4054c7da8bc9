//! Addresses that examples show.

/// The path of an example's URL below host and version.
pub fn example_path(url: &str) -> String {
    let url = url.trim();
    let after_scheme = url.split_once("://").map(|(_, rest)| rest);
    let path = match after_scheme {
        Some(rest) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url.trim_start_matches('/'),
    };
    let below = path.split_once('/');
    match below {
        Some((first, rest)) if after_scheme.is_some() || is_version(first) => format!("/{rest}"),
        _ if after_scheme.is_some() => "/".to_owned(),
        _ => format!("/{path}"),
    }
}

fn is_version(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    lower == "beta"
        || lower
            .strip_prefix('v')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
