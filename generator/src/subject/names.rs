//! A name cell: marks of presence, footnotes, several names, and names of parts.
//!
//! In: the words of a cell. Out: [`Named`]s. The patterns of the dialect say which marks there are.

use crate::dialect::Dialect;

/// A name of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// The objects that it is a part of, the outermost first.
    pub(super) owners: Vec<String>,
    /// What its marks say of its presence.
    pub(super) required: Option<bool>,
    /// Marks of footnotes.
    pub(super) notes: Vec<String>,
}

const MAX_DEPTH: usize = 8;

/// The names of a cell; none if its words are no names.
pub(super) fn read(cell: &str, dialect: &Dialect) -> Vec<Named> {
    let mut parts = vec![cell.trim()];
    for separator in dialect.names.several.iter() {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().filter_map(|part| one(part, dialect)).collect()
}

fn one(cell: &str, dialect: &Dialect) -> Option<Named> {
    let (text, notes) = without_notes(cell.trim(), dialect.markup.footnotes);
    // A parameter of the path may be called as the path writes it.
    let text = text.trim().trim_matches(['`', '"']).trim().trim_start_matches(':');
    let mut text = text.to_owned();
    let mut required = None;
    for (lexicon, meaning) in [(&dialect.names.optional, false), (&dialect.names.required, true)] {
        let found = lexicon.fit(&text.to_ascii_lowercase()).and_then(|found| found.get("name"));
        if let Some(range) = found {
            text = text[range].trim().to_owned();
            required = Some(meaning);
        }
    }
    let (text, more) = without_notes(&text, dialect.markup.footnotes);
    let mut owners = Vec::new();
    let mut name = text.trim().to_owned();
    while owners.len() < MAX_DEPTH {
        let found = dialect.names.nested.fit(&name.to_ascii_lowercase());
        let parts = found.and_then(|found| Some((found.get("owner")?, found.get("name")?)));
        let Some((owner, inner)) = parts else { break };
        // In `a[b][c]` the part `b][c` goes on as `b[c]`.
        let next = match name[inner.clone()].split_once(']') {
            Some((part, rest)) if !part.contains('[') => format!("{part}{rest}]"),
            _ => name[inner].to_owned(),
        };
        owners.push(name[owner].trim_end_matches("[]").to_owned());
        name = next;
    }
    let name = name.trim_end_matches("[]").to_owned();
    let sound = owners.iter().chain([&name]).all(|part| is_name(part));
    let notes = notes.into_iter().chain(more).collect();
    sound.then_some(Named { name, owners, required, notes })
}

/// A name as JSON and URLs have them: no white space, at least one letter or digit, no brackets.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 120
        && text.chars().any(char::is_alphanumeric)
        && text.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@' | ':' | '/' | '+')
        })
}

/// Cuts `*`, `**` and `[3]` off the end.
fn without_notes(text: &str, footnotes: bool) -> (&str, Vec<String>) {
    let mut notes = Vec::new();
    let mut text = text.trim_end();
    if !footnotes {
        return (text, notes);
    }
    loop {
        let stars = text.len() - text.trim_end_matches('*').len();
        if stars > 0 {
            notes.push("*".repeat(stars));
            text = text[..text.len() - stars].trim_end();
            continue;
        }
        let mark = text.strip_suffix(']').and_then(|head| head.rsplit_once('['));
        match mark {
            Some((before, mark))
                if !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                notes.push(format!("[{mark}]"));
                text = before.trim_end();
            }
            _ => break,
        }
    }
    (text, notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cell: &str, settings: &str) -> Vec<String> {
        let text = format!("extends = \"plain-rest\"\n{settings}");
        let dialect = Dialect::parse("test", &text).expect("a dialect");
        let show = |named: Named| {
            let mut out = named.owners;
            out.push(named.name);
            let mark = match named.required {
                Some(true) => "!",
                Some(false) => "?",
                None => "",
            };
            format!("{}{mark}{}", out.join("/"), named.notes.concat())
        };
        read(cell, &dialect).into_iter().map(show).collect()
    }

    #[test]
    fn marks_and_parts_are_told_from_the_name() {
        let notes = "[markup]\nfootnotes = true";
        assert_eq!(names("owner? *", notes), ["owner?*"]);
        assert_eq!(names("content [2]", notes), ["content[2]"]);
        assert_eq!(names("mention_channels?[3]", notes), ["mention_channels?[3]"]);
        assert_eq!(names("metadata.labels", ""), ["metadata/labels"]);
        assert_eq!(names("position[line_range][end][line]", ""), ["position/line_range/end/line"]);
        assert_eq!(names("deployments[][id]", ""), ["deployments/id"]);
        assert_eq!(names("iids[]", ""), ["iids"]);
        assert_eq!(names(":id", ""), ["id"]);
        assert_eq!(names("a/b", "[names]\nseveral = [\"/\"]"), ["a", "b"]);
        assert!(names("a long remark", "").is_empty());
    }
}
