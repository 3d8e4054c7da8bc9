//! The file as it is written: serde's view of `codegen.toml`, and the way from there to [`Config`].

use super::error::{Problem, line_of};
use super::severity::{self, RawRules};
use super::{Accepted, Config, Correction, Package, Pin, Slice, Version, name};
use crate::dialect::Dialect;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    #[serde(rename = "crate", default)]
    package: RawPackage,
    default_version: Option<Text>,
    #[serde(default)]
    versions: BTreeMap<Text, RawVersion>,
    #[serde(default)]
    severity: BTreeMap<Text, RawRules>,
    #[serde(default)]
    correction: Vec<Spanned<RawCorrection>>,
    #[serde(default)]
    slice: RawSlice,
    dialect: Option<Spanned<RawDialect>>,
    #[serde(default)]
    pin: Vec<Spanned<RawPin>>,
    #[serde(default)]
    accepted: Vec<Spanned<RawAccepted>>,
}

/// The name of a built-in dialect, a file beside this one, or the dialect itself.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawDialect {
    Named(String),
    Own(toml::Table),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPackage {
    name: Option<Text>,
    version: Option<Text>,
    license: Option<Text>,
    repository: Option<Text>,
    publish: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawVersion {
    base_url: Option<Text>,
    docs_url: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawCorrection {
    page: Text,
    find: Text,
    replace: Text,
    reason: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPin {
    version: Option<Text>,
    property: Text,
    #[serde(rename = "type")]
    ty: Text,
    reason: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAccepted {
    fingerprint: Text,
    reason: Text,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawSlice {
    #[serde(default)]
    include: Vec<Text>,
    #[serde(default)]
    exclude: Vec<Text>,
}

/// Parses and checks the whole file.
pub(super) fn parse(path: &Path, text: &str) -> Result<Config, Vec<Problem>> {
    let raw: Raw = toml::from_str(text).map_err(|error| {
        vec![Problem { message: first_line(error.message()), span: error.span(), help: None }]
    })?;
    let mut problems = Vec::new();
    let dialect = dialect(path, text, raw.dialect, &mut problems);
    let standing = dialect.default_version.clone();
    let config = Config {
        names: None,
        package: package(raw.package, &mut problems),
        default_version: default_version(raw.default_version, standing, &mut problems),
        versions: versions(raw.versions, &mut problems),
        severity: severity::rules(text, raw.severity, &mut problems),
        corrections: raw
            .correction
            .into_iter()
            .map(|entry| correction(text, entry, &mut problems))
            .collect(),
        slice: Slice {
            include: patterns(raw.slice.include, &mut problems),
            exclude: patterns(raw.slice.exclude, &mut problems),
        },
        dialect,
        pins: raw.pin.into_iter().map(|entry| pin(text, entry, &mut problems)).collect(),
        accepted: raw
            .accepted
            .into_iter()
            .map(|entry| accepted(text, entry, &mut problems))
            .collect(),
    };
    if problems.is_empty() {
        return Ok(config);
    }
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    Err(problems)
}

fn dialect(
    path: &Path,
    text: &str,
    raw: Option<Spanned<RawDialect>>,
    problems: &mut Vec<Problem>,
) -> Dialect {
    let Some(raw) = raw else { return Dialect::standard() };
    let span = raw.span();
    match raw.into_inner() {
        RawDialect::Named(name) => {
            if let Some(dialect) = Dialect::built_in(&name) {
                return dialect;
            }
            let file = path.with_file_name(&name);
            let read = match std::fs::read_to_string(&file) {
                Ok(read) => read,
                Err(error) => {
                    let known: Vec<String> =
                        crate::dialect::builtin_names().map(|name| format!("`{name}`")).collect();
                    let message = format!("the dialect `{name}` cannot be read: {error}");
                    let help = format!(
                        "name a file next to `codegen.toml`, or one of {}",
                        known.join(", ")
                    );
                    problems.push(Problem::new(span, message).help(help));
                    return Dialect::standard();
                }
            };
            Dialect::parse(&name, &read).unwrap_or_else(|problem| {
                let line = problem.span.map_or(1, |span| line_of(&read, span.start));
                let message = format!("{}:{line}: {}", file.display(), problem.message);
                problems.push(Problem { message, span: Some(span), help: problem.help });
                Dialect::standard()
            })
        }
        RawDialect::Own(table) => {
            let own = table.to_string();
            Dialect::parse("codegen.toml", &own).unwrap_or_else(|problem| {
                // The key is looked up in the file as it was written.
                let word = problem.message.split('`').nth(1).unwrap_or_default();
                let after = text.find("[dialect").unwrap_or(span.start);
                let found = text.get(after..).and_then(|rest| rest.find(word)).map(|at| after + at);
                let place = found.filter(|_| !word.is_empty()).map(|at| at..at + word.len());
                let message = problem.message;
                problems.push(Problem { message, span: place.or(Some(span)), help: problem.help });
                Dialect::standard()
            })
        }
    }
}

fn package(raw: RawPackage, problems: &mut Vec<Problem>) -> Package {
    let default = Package::default();
    if let Some(name) = &raw.name
        && let Some(objection) = name::objection(name.get_ref())
    {
        let message = format!("`{}` cannot name a package: {objection}", name.get_ref());
        problems.push(Problem::new(name.span(), message));
    }
    if let Some(version) = &raw.version
        && let Err(error) = semver::Version::parse(version.get_ref())
    {
        let message = format!("`{}` is not a semantic version: {error}", version.get_ref());
        problems.push(Problem::new(version.span(), message).help("write it like `0.1.0`"));
    }
    for text in [&raw.license, &raw.repository].into_iter().flatten() {
        not_blank(text, problems);
    }
    Package {
        name: raw.name.map_or(default.name, Spanned::into_inner),
        version: raw.version.map_or(default.version, Spanned::into_inner),
        license: raw.license.map(Spanned::into_inner),
        repository: raw.repository.map(Spanned::into_inner),
        publish: raw.publish.unwrap_or(default.publish),
    }
}

fn default_version(raw: Option<Text>, standing: String, problems: &mut Vec<Problem>) -> String {
    let Some(raw) = raw else { return standing };
    version_name(&raw, problems);
    raw.into_inner()
}

fn versions(
    raw: BTreeMap<Text, RawVersion>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Version> {
    let checked = raw.into_iter().map(|(key, version)| {
        version_name(&key, problems);
        let version = Version {
            base_url: version.base_url.map(|url| address(url, problems)),
            docs_url: version.docs_url.map(|url| address(url, problems)),
        };
        (key.into_inner(), version)
    });
    checked.collect()
}

/// A version is a segment of a URL and the name of a folder.
fn version_name(text: &Text, problems: &mut Vec<Problem>) {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name = text.get_ref();
    if !name.chars().all(allowed) || !name.chars().any(|c| c.is_ascii_alphanumeric()) {
        let message = format!("`{name}` cannot name a version of the API");
        let help = "a version is one segment of the URL, such as `v1.0` or `beta`";
        problems.push(Problem::new(text.span(), message).help(help));
    }
}

fn address(text: Text, problems: &mut Vec<Problem>) -> String {
    let url = text.get_ref();
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let well_formed = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
        && !url.contains(['?', '#', '"', '\\', '<', '>'])
        && !url.chars().any(|c| c.is_whitespace() || c.is_control());
    if !well_formed {
        let message = format!("`{url}` is not a base URL: paths cannot be appended to it");
        let help = "write it like `https://graph.example/v1.0`, without query and fragment";
        problems.push(Problem::new(text.span(), message).help(help));
    }
    url.trim_end_matches('/').to_owned()
}

fn correction(
    text: &str,
    entry: Spanned<RawCorrection>,
    problems: &mut Vec<Problem>,
) -> Correction {
    let line = line_of(text, entry.span().start);
    let raw = entry.into_inner();
    not_blank(&raw.page, problems);
    not_blank(&raw.reason, problems);
    if raw.find.get_ref().is_empty() {
        problems.push(Problem::new(raw.find.span(), "`find` is empty"));
    }
    // Line numbers must stay those of the page as its authors see it.
    for part in [&raw.find, &raw.replace] {
        if part.get_ref().contains(['\n', '\r']) {
            let problem = Problem::new(part.span(), "a correction must stay within one line");
            problems.push(problem.help("write one correction for each line"));
        }
    }
    if raw.find.get_ref() == raw.replace.get_ref() {
        let message = "`replace` is the same text as `find`, so it would have no effect";
        problems.push(Problem::new(raw.replace.span(), message));
    }
    Correction {
        page: raw.page.into_inner(),
        find: raw.find.into_inner(),
        replace: raw.replace.into_inner(),
        reason: raw.reason.into_inner(),
        line,
    }
}

fn pin(text: &str, entry: Spanned<RawPin>, problems: &mut Vec<Problem>) -> Pin {
    let line = line_of(text, entry.span().start);
    let raw = entry.into_inner();
    for part in [&raw.ty, &raw.reason] {
        not_blank(part, problems);
    }
    if !raw.property.get_ref().contains('.') {
        let message = format!("`{}` does not name a property", raw.property.get_ref());
        let help = "write the qualified name of the type, a dot and the property";
        problems.push(Problem::new(raw.property.span(), message).help(help));
    }
    Pin {
        version: raw.version.map(Spanned::into_inner),
        property: raw.property.into_inner(),
        ty: raw.ty.into_inner(),
        reason: raw.reason.into_inner(),
        line,
    }
}

fn accepted(text: &str, entry: Spanned<RawAccepted>, problems: &mut Vec<Problem>) -> Accepted {
    let line = line_of(text, entry.span().start);
    let raw = entry.into_inner();
    not_blank(&raw.reason, problems);
    let fingerprint = raw.fingerprint.get_ref();
    if fingerprint.len() != 12 || !fingerprint.bytes().all(|b| b.is_ascii_hexdigit()) {
        let message = format!("`{fingerprint}` is not the fingerprint of a change");
        let help = "`cargo xtask diff` shows fingerprints: twelve hexadecimal digits";
        problems.push(Problem::new(raw.fingerprint.span(), message).help(help));
    }
    Accepted { fingerprint: raw.fingerprint.into_inner(), reason: raw.reason.into_inner(), line }
}

fn patterns(raw: Vec<Text>, problems: &mut Vec<Problem>) -> Vec<String> {
    for pattern in &raw {
        not_blank(pattern, problems);
    }
    raw.into_iter().map(Spanned::into_inner).collect()
}

fn not_blank(text: &Text, problems: &mut Vec<Problem>) {
    if text.get_ref().trim().is_empty() {
        problems.push(Problem::new(text.span(), "this text is empty"));
    }
}

/// The parser's messages may go on with a list that is too long for a title.
fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("it is not valid").to_owned()
}
