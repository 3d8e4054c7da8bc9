//! Stand-ins: words in examples that are not data.

/// Whether a text stands for a value instead of being one: `String (timestamp)`, `<id>`, `{id}`, `…`.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let bare = lower.strip_prefix("edm.").unwrap_or(&lower);
    let first = bare.split([' ', '(']).next().unwrap_or_default();
    let type_word = matches!(
        first,
        "string"
            | "boolean"
            | "bool"
            | "integer"
            | "int"
            | "int16"
            | "int32"
            | "int64"
            | "number"
            | "double"
            | "single"
            | "float"
            | "decimal"
            | "binary"
            | "guid"
            | "date"
            | "datetime"
            | "datetimeoffset"
            | "timestamp"
            | "duration"
            | "timeofday"
            | "stream"
            | "json"
            | "object"
            | "byte"
            | "url"
            | "enum"
            | "timespan"
            | "time"
    );
    let only_type_word =
        type_word && (bare == first || bare[first.len()..].trim_start().starts_with('('));
    // `id-value-2` is the second of several.
    let unnumbered = lower.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    only_type_word
        || unnumbered.ends_with("-value")
        || lower.ends_with(" value")
        || lower == "value"
        || text.is_empty()
        || lower.starts_with("@odata.type")
        || lower.contains("...")
        || text.contains('…')
        || (text.contains('<') && text.contains('>'))
        || (text.starts_with('{') && text.ends_with('}'))
        || lower.contains(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_placeholder(text), expected, "{text}");
    }

    #[test]
    fn stand_ins() {
        for text in [
            "String",
            "string (timestamp)",
            "datetime-value",
            "id-value-2",
            "iVBORw0KGgo<<-- shortened -->>",
            "<id>",
            "{id}",
            "a | b",
            "eyJ0...",
            "Integer",
            "",
            "@odata.type: a.b",
        ] {
            check(text, true);
        }
        for text in ["pending", "2021-01-01T00:00:00Z", "String theory", "true", "12"] {
            check(text, false);
        }
    }
}
