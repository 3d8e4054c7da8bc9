//! Names of types as pages write them.

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
