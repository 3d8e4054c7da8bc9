//! EDM primitives as pages spell them.

use crate::ir::Edm;

/// The primitive that a type cell's word means, in any case and with or without `Edm.`.
pub(in crate::resolve) fn primitive(word: &str) -> Option<Edm> {
    let lower = word.trim().to_ascii_lowercase();
    let bare = lower.strip_prefix("edm.").unwrap_or(&lower);
    Some(match bare {
        "string" | "url" | "uri" | "etag" | "email" => Edm::String,
        "boolean" | "bool" => Edm::Boolean,
        "byte" => Edm::Byte,
        "sbyte" => Edm::SByte,
        "int16" => Edm::Int16,
        "int32" | "int" | "integer" => Edm::Int32,
        "int64" | "long" => Edm::Int64,
        "single" | "float" => Edm::Single,
        "double" | "numeric" | "number" => Edm::Double,
        "decimal" => Edm::Decimal,
        "guid" | "uuid" => Edm::Guid,
        "date" => Edm::Date,
        "datetimeoffset" | "datetime" | "timestamp" => Edm::DateTimeOffset,
        "timeofday" | "time" => Edm::TimeOfDay,
        "duration" => Edm::Duration,
        "binary" | "bytes" => Edm::Binary,
        "stream" => Edm::Stream,
        "untyped" | "object" | "any" => Edm::Untyped,
        _ => return None,
    })
}

/// Words by which a type cell says that the property is an enumeration without naming it.
pub(in crate::resolve) fn is_enumeration_word(word: &str) -> bool {
    matches!(word.trim().to_ascii_lowercase().as_str(), "enumeration" | "enum" | "edm.enum")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<Edm>) {
        assert_eq!(primitive(word), expected, "{word}");
    }

    #[test]
    fn spellings() {
        check("Edm.string", Some(Edm::String));
        check("DateTimeOffSet", Some(Edm::DateTimeOffset));
        check("Bool", Some(Edm::Boolean));
        check("GUID", Some(Edm::Guid));
        check("recipient", None);
        check("", None);
    }
}
