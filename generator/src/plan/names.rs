//! The only room in which a Rust identifier is born.
//!
//! In: a name of the API, in any spelling. Out: a [`RustIdent`] of the asked kind. Each name is made from
//! its own letters alone, so another type, member or property can never change it; two that come out equal
//! are the caller's to report.
//!
//! `iOSVersion` becomes `ios_version`, `userIDs` becomes `user_ids`, `type` becomes `r#type`.

use heck::{ToSnakeCase, ToUpperCamelCase};
use std::fmt;

/// A Rust identifier. Only this room can make one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustIdent {
    text: String,
    raw: bool,
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

    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), raw: false }
    }

    /// The static that belongs to this function: `assign_user` to `ASSIGN_USER`.
    pub(super) fn to_static(&self) -> Self {
        Self::plain(self.text.to_ascii_uppercase())
    }

    /// `self` with an underscore, for where this name is taken by something of our own.
    pub(super) fn evade(&self) -> Self {
        Self::plain(format!("{}_", self.text))
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
    if SHADOWED.contains(&text.as_str()) { RustIdent::plain(text).evade() } else { ident(text) }
}

/// A variant: `notContacted` to `NotContacted`. The fallback variant's name is kept free.
pub(super) fn variant_name(name: &str) -> RustIdent {
    let text = camel(name);
    match text.as_str() {
        "Unknown" => RustIdent::plain("UnknownMember"),
        _ => ident(text),
    }
}

/// A field: `displayName` to `display_name`. The name of the bag is kept free.
pub(super) fn field_name(name: &str) -> RustIdent {
    let text = snake(name);
    if text == "extra" { RustIdent::plain(text).evade() } else { ident(text) }
}

/// A function or an argument.
pub(super) fn function_name(name: &str) -> RustIdent {
    ident(snake(name))
}

/// A module, which is a file name too: no raw identifiers, nothing that Windows reserves.
pub(super) fn module_name(name: &str) -> RustIdent {
    let text = snake(name);
    if is_keyword(&text) || UNRAWABLE.contains(&text.as_str()) || is_reserved_file(&text) {
        return RustIdent::plain(text).evade();
    }
    RustIdent::plain(text)
}

/// A file name that Windows takes, with the stem's reserved names evaded.
pub(super) fn file_stem(name: &str) -> String {
    let clean: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' })
        .collect();
    let clean = clean.trim_end_matches('.').to_owned();
    let (head, tail) = clean.split_at(clean.find('.').unwrap_or(clean.len()));
    if head.is_empty() || is_reserved_file(head) { format!("{head}_{tail}") } else { clean }
}

/// The words of `name` in lower case, joined by `_`; not an identifier yet.
pub(super) fn snake(name: &str) -> String {
    guard(join(name, "_", |part| part.to_snake_case()))
}

/// `message` to `messages`, `policy` to `policies`: for names in lower case.
pub(super) fn plural(word: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.strip_suffix('y') {
        Some(stem) if !ends(&["ay", "ey", "oy", "uy"]) => format!("{stem}ies"),
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// `messages` to `message`, `policies` to `policy`: for names in lower case.
pub(super) fn singular(word: &str) -> String {
    if word.ends_with("series") || word.ends_with("news") {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes", "uses"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !["s", "u", "i"].iter().any(|end| stem.ends_with(end)) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

fn camel(name: &str) -> String {
    guard(join(name, "_", |part| part.to_upper_camel_case()))
}

/// Spelled letter by letter if nothing of the name can stand in an identifier, and never digit-first.
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
    RustIdent { text, raw }
}

/// Applies `case` to the parts of a name, and keeps the underscore between two digits: `v1_0` is not `v10`.
fn join(name: &str, between: &str, case: impl Fn(&str) -> String) -> String {
    let spelled = spell(name);
    let normal = humps(&spelled);
    let mut parts: Vec<String> = Vec::new();
    let mut start = 0;
    let bytes = normal.as_bytes();
    for at in 1..bytes.len().saturating_sub(1) {
        let digits = bytes[at - 1].is_ascii_digit() && bytes[at + 1].is_ascii_digit();
        if bytes[at] == b'_' && digits {
            parts.push(case(&normal[start..at]));
            start = at + 1;
        }
    }
    parts.push(case(&normal[start..]));
    parts.join(between)
}

/// Only ASCII letters, digits and `_` are left; a name without any letter or digit is spelled in words.
fn spell(name: &str) -> String {
    if !name.chars().any(char::is_alphanumeric) {
        let words: Vec<&str> = name.chars().map(symbol).filter(|word| !word.is_empty()).collect();
        return if words.is_empty() { "empty".to_owned() } else { words.join("_") };
    }
    let mut out = String::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c),
            c if c.is_alphanumeric() => out.push_str(&format!("_u{:x}_", c as u32)),
            '+' | '-' if at == 0 => out.push_str(&format!("{}_", symbol(c))),
            _ => out.push('_'),
        }
    }
    out
}

fn symbol(c: char) -> &'static str {
    match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '&' => "and",
        '|' => "or",
        '%' => "percent",
        '.' => "dot",
        '?' => "question",
        '#' => "hash",
        '@' => "at",
        '$' => "dollar",
        '_' => "underscore",
        _ => "",
    }
}

/// Turns humps that no splitter gets right into ones that it does: `iOSVersion` to `IosVersion`, `userIDs`
/// to `userIds`.
fn humps(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut out = String::with_capacity(name.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &name[at..];
        let at_word = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        // A hump starts here if the letter before is not part of the same word.
        let at_hump =
            at_word || (bytes[at].is_ascii_uppercase() && !bytes[at - 1].is_ascii_uppercase());
        let special = SPECIAL.iter().find(|(from, _)| {
            let fits = rest.starts_with(from)
                && (at_word || (at_hump && from.starts_with(char::is_uppercase)));
            fits && !rest[from.len()..].starts_with(|c: char| c.is_ascii_lowercase())
        });
        if let Some((from, to)) = special {
            out.push_str(to);
            at += from.len();
            continue;
        }
        let uppers = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        if at_hump && uppers >= 2 && is_plural_end(&rest[uppers..]) {
            // An acronym and its plural s: `IDs`.
            out.push(bytes[at] as char);
            out.push_str(&rest[1..uppers].to_ascii_lowercase());
            out.push('s');
            at += uppers + 1;
            continue;
        }
        if at_word && bytes[at].is_ascii_lowercase() && lone_letter(rest) {
            out.push(bytes[at].to_ascii_uppercase() as char);
            let run = rest[1..].bytes().take_while(u8::is_ascii_uppercase).count();
            // The last capital of the run starts the next word, unless the run ends the word.
            let ends = !rest[1 + run..].starts_with(|c: char| c.is_ascii_lowercase());
            let taken = if ends { run } else { run - 1 };
            out.push_str(&rest[1..=taken].to_ascii_lowercase());
            at += 1 + taken;
            continue;
        }
        out.push(bytes[at] as char);
        at += 1;
    }
    out
}

/// `iOS…`: one small letter before at least two capitals.
fn lone_letter(rest: &str) -> bool {
    let run = rest[1..].bytes().take_while(u8::is_ascii_uppercase).count();
    let ends = !rest[1 + run..].starts_with(|c: char| c.is_ascii_lowercase());
    run >= if ends { 2 } else { 3 }
}

fn is_plural_end(rest: &str) -> bool {
    rest.starts_with('s') && !rest[1..].starts_with(|c: char| c.is_ascii_lowercase())
}

/// Spellings that stand for one word.
const SPECIAL: &[(&str, &str)] = &[
    ("iPhone", "Iphone"),
    ("iPad", "Ipad"),
    ("iCloud", "Icloud"),
    ("eTag", "Etag"),
    ("cTag", "Ctag"),
    ("oAuth", "Oauth"),
    ("OAuth", "Oauth"),
];

/// Names of the prelude and of `std` that a reader of the crate takes for those.
const SHADOWED: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
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
    fn numbers_of_nouns() {
        for (one, many) in [
            ("message", "messages"),
            ("policy", "policies"),
            ("key", "keys"),
            ("status", "statuses"),
            ("mailbox", "mailboxes"),
            ("class", "classes"),
        ] {
            assert_eq!(plural(one), many);
            assert_eq!(singular(many), one);
        }
        assert_eq!(singular("series"), "series");
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
}
