//! The words of a name, before they are an identifier.
//!
//! In: a name of the API. Out: its parts in some case. What no splitter of words gets right is put right here:
//! `iOSVersion` is two words, `userIDs` is two, and the underscore in `v1_0` is kept.

/// Applies `case` to the parts of a name, and keeps the underscore between two digits: `v1_0` is not `v10`.
pub(super) fn join(name: &str, between: &str, case: impl Fn(&str) -> String) -> String {
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

/// Whether `name` is letters and digits in which every capital begins a word: `displayName`, as most names are.
/// A capital behind one small letter may be part of a special word, as in `eTag`.
pub(super) fn is_simple(name: &str) -> bool {
    let bytes = name.as_bytes();
    let begins_word = |at: usize| bytes.get(at + 1).is_none_or(u8::is_ascii_lowercase);
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && !bytes.get(1).is_some_and(u8::is_ascii_uppercase)
        && bytes.iter().enumerate().all(|(at, byte)| match byte {
            b'A'..=b'Z' => begins_word(at),
            _ => byte.is_ascii_alphanumeric(),
        })
}

/// Whether `name` is small letters, digits and single underscores between them: its own words joined by `_`.
pub(super) fn is_snake(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// The words of a simple name in lower case, joined by `_`.
pub(super) fn simple_snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The words of a simple name, each with a capital.
pub(super) fn simple_camel(name: &str) -> String {
    let mut out = name.to_owned();
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    out
}

/// Only ASCII letters, digits and `_` are left; a name without any letter or digit is spelled in words.
fn spell(name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if name.bytes().all(is_plain) && name.bytes().any(|byte| byte != b'_') {
        return name.to_owned();
    }
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
        let may_be_special = at_hump
            && matches!(
                bytes[at],
                b'i' | b'e' | b'E' | b'c' | b'm' | b'M' | b'o' | b'O' | b'u' | b'U'
            );
        let special = SPECIAL.iter().filter(|_| may_be_special).find(|(from, _)| {
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

/// Spellings that stand for one word. [`humps`] looks for them only at the letters they begin with.
const SPECIAL: &[(&str, &str)] = &[
    ("iPhone", "Iphone"),
    ("iPad", "Ipad"),
    ("iCloud", "Icloud"),
    ("iCal", "Ical"),
    ("UId", "Uid"),
    ("uId", "Uid"),
    ("macOS", "Macos"),
    ("MacOS", "Macos"),
    ("eBook", "Ebook"),
    ("EBook", "Ebook"),
    ("eBooks", "Ebooks"),
    ("EBooks", "Ebooks"),
    ("eTag", "Etag"),
    ("cTag", "Ctag"),
    ("oAuth", "Oauth"),
    ("OAuth", "Oauth"),
];

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

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(singular(many), one);
        }
        assert_eq!(singular("series"), "series");
    }
}
