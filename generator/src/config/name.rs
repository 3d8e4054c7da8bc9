//! Whether a text can be the name of a Cargo package whose library is used from Rust.

/// Words that cannot name a crate, or that cargo or the compiler keep for themselves.
const RESERVED: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "do",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc-macro",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// Names of devices that Windows keeps in every folder.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// The longest name that the public registry takes.
const MAX_LENGTH: usize = 64;

/// Why `name` cannot name the emitted package, if so.
pub(super) fn objection(name: &str) -> Option<&'static str> {
    let Some(first) = name.chars().next() else { return Some("it is empty") };
    if !first.is_ascii_alphabetic() {
        return Some("it must begin with an ASCII letter");
    }
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        return Some("it may hold ASCII letters, digits, `-` and `_` only");
    }
    if name.len() > MAX_LENGTH {
        return Some("it is longer than 64 characters");
    }
    let lower = name.to_ascii_lowercase();
    if RESERVED.contains(&lower.as_str()) {
        return Some("it is a reserved word");
    }
    let numbered = |stem| {
        lower.strip_prefix(stem).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']))
    };
    if DEVICES.contains(&lower.as_str()) || numbered("com") || numbered("lpt") {
        return Some("Windows reserves it for a device");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::objection;

    #[test]
    fn package_names() {
        let accepted = ["generated", "graph-client", "a", "x1", "my_api", "serde-like", "com10"];
        for name in accepted {
            assert_eq!(objection(name), None, "{name}");
        }
        let refused =
            ["", "1api", "-x", "_", "a b", "a.b", "é", "fn", "Self", "std", "con", "LPT1"];
        for name in refused {
            assert!(objection(name).is_some(), "{name:?} must be refused");
        }
        assert!(objection(&"a".repeat(65)).is_some());
    }
}
