//! Names of types and operations as pages write them.

/// The namespace of everything that states none.
pub(in crate::resolve) const DEFAULT_NAMESPACE: &str = "microsoft.graph";

/// The primitive `Edm.X` or the type `namespace.x` that an `@odata.type` names, without `#` and `Collection( )`.
pub(in crate::resolve) fn odata_type(text: &str) -> (&str, bool) {
    let text = text.trim().trim_start_matches('#');
    let inner = text
        .get(..11)
        .filter(|head| head.eq_ignore_ascii_case("collection("))
        .and_then(|_| text.get(11..)?.strip_suffix(')'));
    match inner {
        Some(inner) => (inner.trim().trim_start_matches('#'), true),
        None => (text, false),
    }
}

/// `createLink`, `getByPath`: names of operations, where `copies` or `addresses` name what is there.
pub(in crate::resolve) fn begins_with_verb(name: &str) -> bool {
    const VERBS: [&str; 16] = [
        "add",
        "assign",
        "calculate",
        "check",
        "copy",
        "create",
        "find",
        "get",
        "move",
        "remove",
        "reply",
        "send",
        "set",
        "sync",
        "update",
        "validate",
    ];
    VERBS.iter().any(|verb| {
        name.strip_prefix(verb).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}
