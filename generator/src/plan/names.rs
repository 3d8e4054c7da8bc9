//! The only room in which a Rust identifier is born.
//!
//! In: a name of the API, in any spelling. Out: a [`RustIdent`] of the asked kind. Each name is made from
//! its own letters alone, so another type, member or property can never change it. Only where two come out equal
//! does the less plain spelling get an underscore (`plan/alike.rs`).
//!
//! `iOSVersion` becomes `ios_version`, `userIDs` becomes `user_ids`, `type` becomes `r#type`. Products that are written
//! with a capital inside are one word: `eTag` is `etag`, `macOSVersion` is `macos_version`, `iCalUId` is `ical_uid`.

use super::words::{is_simple, is_snake, join, simple_camel, simple_snake};
use heck::{ToSnakeCase, ToUpperCamelCase};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A Rust identifier. Only this room can make one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustIdent {
    text: String,
    raw: bool,
    shortened: bool,
}

impl RustIdent {
    /// The identifier without `r#`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it has to be written with `r#`.
    pub fn is_raw(&self) -> bool {
        self.raw
    }

    /// Whether the name was too long to be in full.
    pub(super) fn is_shortened(&self) -> bool {
        self.shortened
    }

    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), raw: false, shortened: false }
    }

    /// The name of the `number`th thing after the one that is called `self`: with so many underscores, or with a number
    /// where they could no longer be counted at a glance, and a thousand of them would be a page of underscores.
    pub(super) fn evade_by(&self, number: usize) -> Self {
        const MOST_UNDERSCORES: usize = 3;
        let text = match number {
            0 => return self.clone(),
            1..=MOST_UNDERSCORES => format!("{}{}", self.text, "_".repeat(number)),
            _ => format!("{}{number}_", self.text),
        };
        Self { text, raw: false, shortened: self.shortened }
    }

    /// The first name after `self` that is not taken. `tried` remembers, by name, how far earlier searches came, so that a
    /// thousand things of one name are not a million attempts.
    pub(super) fn evade_taken(
        &self,
        tried: &mut BTreeMap<Self, usize>,
        is_taken: impl Fn(&Self) -> bool,
    ) -> Self {
        let number = tried.entry(self.clone()).or_default();
        loop {
            let name = self.evade_by(*number);
            *number += 1;
            if !is_taken(&name) {
                return name;
            }
        }
    }

    /// `self` with an underscore, for where this name is taken by something of our own.
    pub(super) fn evade(&self) -> Self {
        self.evade_by(1)
    }
}

impl fmt::Display for RustIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.raw { "r#" } else { "" })?;
        f.write_str(&self.text)
    }
}

/// A name that is ours, not the API's: a runtime type, a primitive, a module of the layout.
pub(super) fn own(name: &str) -> RustIdent {
    RustIdent::plain(name)
}

/// A struct or enum: `user` to `User`. The prelude's names get an underscore.
pub(super) fn type_name(name: &str) -> RustIdent {
    let text = camel(name);
    if SHADOWED.contains(&text.as_str()) {
        return RustIdent::plain(text).evade();
    }
    bounded(ident(text), "H")
}

/// A variant: `notContacted` to `NotContacted`. The fallback variant's name is kept free.
pub(super) fn variant_name(name: &str) -> RustIdent {
    let text = camel(name);
    match text.as_str() {
        "Unknown" => RustIdent::plain("UnknownMember"),
        _ => bounded(ident(text), "H"),
    }
}

/// A field: `displayName` to `display_name`. The name of the bag is kept free.
pub(super) fn field_name(name: &str) -> RustIdent {
    let text = snake(name);
    if text == "extra" { RustIdent::plain(text).evade() } else { bounded(ident(text), "_") }
}

/// A function or an argument.
pub(super) fn function_name(name: &str) -> RustIdent {
    bounded(ident(snake(name)), "_")
}

/// An argument. Digits alone say nothing, and clippy says so.
pub(super) fn argument_name(name: &str) -> RustIdent {
    let text = snake(name);
    if text.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit()) {
        return function_name(&format!("key_{}", text.trim_start_matches('_')));
    }
    function_name(&text)
}

/// A module, which is a file name too: no raw identifiers, nothing that Windows reserves.
pub(super) fn module_name(name: &str) -> RustIdent {
    let text = snake(name);
    if is_keyword(&text) || UNRAWABLE.contains(&text.as_str()) || is_reserved_file(&text) {
        return RustIdent::plain(text).evade();
    }
    bounded(RustIdent::plain(text), "_")
}

/// A path of modules that fits into the path of a file: what is too long or too deep is one module, which is called
/// after all of it.
pub(super) fn module_path<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<RustIdent> {
    let mut path: Vec<RustIdent> = names.into_iter().map(module_name).collect();
    let mut length = 0;
    let fits = path.iter().take(MAX_DEPTH).take_while(|name| {
        length += name.text.len() + 1;
        length <= MAX_PATH
    });
    let fits = fits.count();
    if fits < path.len() {
        let rest: Vec<&str> = path[fits..].iter().map(RustIdent::as_str).collect();
        let folded = fold(&rest.join("_"), "_");
        path.truncate(fits);
        path.push(folded);
    }
    path
}

/// The longest name, in bytes. Files take 255, the longest name known of real pages has half of this.
const MAX_NAME: usize = 120;
/// The most modules below one another, and the most bytes of their names. Paths of files take 4,096.
const MAX_DEPTH: usize = 24;
const MAX_PATH: usize = 480;

/// `name`, or as much of it as fits, with the hash of all of it. `between` is what the case of the name demands.
fn bounded(name: RustIdent, between: &str) -> RustIdent {
    if name.text.len() <= MAX_NAME { name } else { fold(&name.text, between) }
}

/// A name that is longer than any name is told by its beginning and a hash of all of it, before its words are looked for.
fn capped(name: &str) -> Cow<'_, str> {
    if name.len() <= MAX_SPELLING {
        return Cow::Borrowed(name);
    }
    let mut end = MAX_SPELLING;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    Cow::Owned(format!("{}_{:016x}", &name[..end], hash(name)))
}

/// Four times as long as a name of the crate may be.
const MAX_SPELLING: usize = 4 * MAX_NAME;

fn fold(text: &str, between: &str) -> RustIdent {
    RustIdent { text: short(text, between), raw: false, shortened: true }
}

/// The beginning of `text`, which is ASCII, and the hash of all of it.
fn short(text: &str, between: &str) -> String {
    const KEPT: usize = MAX_NAME - 17;
    let head = text.get(..KEPT.min(text.len())).unwrap_or_default().trim_end_matches('_');
    format!("{head}{between}{:016x}", hash(text))
}

/// FNV-1a: a few lines, and the same for ever.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A path of files that Windows takes, or one name with a hash where it is too long for a path.
pub(super) fn file_path(path: &str) -> String {
    let path = path.split('/').map(file_stem).collect::<Vec<_>>().join("/");
    if path.len() <= MAX_PATH { path } else { short(&path.replace('/', "_"), "-") }
}

/// A file name that Windows takes, with the stem's reserved names evaded.
fn file_stem(name: &str) -> String {
    let clean: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' })
        .collect();
    let clean = clean.trim_end_matches('.').to_owned();
    let (head, tail) = clean.split_at(clean.find('.').unwrap_or(clean.len()));
    let stem = match head.is_empty() || is_reserved_file(head) {
        true => format!("{head}_{tail}"),
        false => clean,
    };
    if stem.len() <= MAX_NAME { stem } else { short(&stem, "-") }
}

/// The words of `name` in lower case, joined by `_`; not an identifier yet.
pub(super) fn snake(name: &str) -> String {
    let name = &*capped(name);
    if is_snake(name) {
        return name.to_owned();
    }
    if is_simple(name) {
        return simple_snake(name);
    }
    guard(join(name, "_", |part| part.to_snake_case()))
}

fn camel(name: &str) -> String {
    let name = &*capped(name);
    if is_simple(name) {
        return simple_camel(name);
    }
    guard(join(name, "_", |part| part.to_upper_camel_case()))
}

/// Spelled letter by letter if nothing of the name can be in an identifier, and never digit-first.
fn guard(text: String) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("_{text}"),
        Some(_) => text,
        None => "_".to_owned(),
    }
}

fn ident(text: String) -> RustIdent {
    if UNRAWABLE.contains(&text.as_str()) {
        return RustIdent::plain(text).evade();
    }
    let raw = is_keyword(&text);
    RustIdent { text, raw, shortened: false }
}

/// The types, traits and variants of the standard prelude. Any other name, `Error` say, keeps itself: whoever wants
/// two of that name in one place imports one of them under another.
const SHADOWED: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    // A function `new` of a type of that name is no constructor to clippy.
    "New",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Cannot be written with `r#`.
const UNRAWABLE: &[&str] = &["self", "Self", "super", "crate", "_"];

fn is_keyword(text: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.binary_search(&text).is_ok()
}

fn is_reserved_file(stem: &str) -> bool {
    let numbered = |device: &str| {
        stem.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(make: fn(&str) -> RustIdent, cases: &[(&str, &str)]) {
        for (name, expected) in cases {
            assert_eq!(make(name).to_string(), *expected, "from `{name}`");
        }
    }

    #[test]
    fn fields() {
        check(
            field_name,
            &[
                ("displayName", "display_name"),
                ("iOSVersion", "ios_version"),
                ("minimumIOSVersion", "minimum_ios_version"),
                ("userIDs", "user_ids"),
                ("allowedIPsV4", "allowed_ips_v4"),
                ("HTTPServer", "http_server"),
                ("eTag", "etag"),
                ("iCalUId", "ical_uid"),
                ("macOSMinimumVersion", "macos_minimum_version"),
                ("allowedMacOSVersions", "allowed_macos_versions"),
                ("managedEBooks", "managed_ebooks"),
                ("uId", "uid"),
                ("GPUIdle", "gpu_idle"),
                ("oAuth2AllowImplicitFlow", "oauth2_allow_implicit_flow"),
                ("isOAuth", "is_oauth"),
                ("type", "r#type"),
                ("self", "self_"),
                ("extra", "extra_"),
                ("2fa", "_2fa"),
                ("v1_0", "v1_0"),
                ("v10", "v10"),
                ("@odata.type", "odata_type"),
                ("größe", "gr_uf6_udf_e"),
                ("eSIM", "esim"),
                ("aPIKey", "api_key"),
                ("xBox", "x_box"),
                ("", "empty"),
            ],
        );
    }

    #[test]
    fn types() {
        check(
            type_name,
            &[
                ("windowsAutopilotDeviceIdentity", "WindowsAutopilotDeviceIdentity"),
                ("iosLobApp", "IosLobApp"),
                ("option", "Option_"),
                ("error", "Error"),
                ("future", "Future_"),
                ("hash", "Hash"),
                ("macOSLobApp", "MacosLobApp"),
                ("managedEBook", "ManagedEbook"),
                ("string", "String_"),
                ("self", "Self_"),
                ("Json", "Json"),
                ("oAuth2PermissionGrant", "Oauth2PermissionGrant"),
                ("3DModel", "_3dModel"),
            ],
        );
    }

    #[test]
    fn variants() {
        check(
            variant_name,
            &[
                ("unknown", "UnknownMember"),
                ("unknownFutureValue", "UnknownFutureValue"),
                ("v4_0_3", "V4_0_3"),
                ("v403", "V403"),
                ("10", "_10"),
                ("+1", "Plus1"),
                ("-1", "Minus1"),
                ("*", "Star"),
                (">=", "GreaterEqual"),
                ("application/json", "ApplicationJson"),
            ],
        );
    }

    #[test]
    fn modules_and_files() {
        check(
            module_name,
            &[
                ("callRecords", "call_records"),
                ("mod", "mod_"),
                ("type", "type_"),
                ("aux", "aux_"),
                ("com1", "com1_"),
                ("com10", "com10"),
                ("self", "self_"),
            ],
        );
        assert_eq!(file_stem("Nul.txt"), "nul_.txt");
        assert_eq!(file_stem("contentType.md"), "contenttype.md");
        assert_eq!(file_stem("a b:c"), "a_b_c");
    }

    #[test]
    fn simple_names_come_out_as_others_do() {
        for name in [
            "id",
            "Id",
            "displayName",
            "v10Beta2",
            "planB",
            "Get",
            "aB",
            "a",
            "A",
            "sha256Hash",
            "user_id",
            "v1_0",
            "a_1",
            "_a",
            "a__b",
            "a_",
        ] {
            let (snake_case, camel_case) = (snake(name), camel(name));
            assert_eq!(snake_case, guard(join(name, "_", |part| part.to_snake_case())), "{name}");
            assert_eq!(
                camel_case,
                guard(join(name, "_", |part| part.to_upper_camel_case())),
                "{name}"
            );
        }
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(
            is_keyword("abstract")
                && is_keyword("gen")
                && is_keyword("yield")
                && is_keyword("move")
        );
        assert!(!is_keyword("union"));
    }

    #[test]
    fn a_name_that_is_wanted_often_is_found_at_the_first_attempt() {
        let (mut tried, attempts) = (BTreeMap::new(), std::cell::Cell::new(0));
        let mut given = std::collections::BTreeSet::new();
        for _ in 0..1000 {
            let name = own("a").evade_taken(&mut tried, |name| {
                attempts.set(attempts.get() + 1);
                given.contains(name)
            });
            assert!(name.as_str().len() < 8, "{name}");
            assert!(given.insert(name));
        }
        assert_eq!(attempts.get(), 1000);
    }
}
