//! Texts that every emitted crate carries as they are.

/// The runtime's manifest: its dependencies and features are the crate's.
pub(super) const MANIFEST: &str = include_str!("../../runtime/Cargo.toml");

/// How the carried sources are formatted, so that `cargo fmt` in the crate leaves them alone.
pub(super) const RUSTFMT: &str = include_str!("../../../.rustfmt.toml");

/// The runner of the example tests; `crate_name` stands for the crate.
pub(super) const HARNESS: &str = include_str!("templates/harness.rs");

/// What has the example tests go over a connection; `crate_name` stands for the crate.
pub(super) const WIRE: &str = include_str!("templates/wire.rs");

/// The readme, with `{…}` for what differs.
pub(super) const README: &str = include_str!("templates/README.md");

/// What coding agents need to know, with `{…}` for what differs.
pub(super) const AGENTS: &str = include_str!("templates/AGENTS.md");

/// The conventions of OData.
pub(super) const CONVENTIONS: &str = include_str!("../../runtime/src/conventions.rs");

/// Conventions without OData, with `{…}` for what differs.
pub(super) const PLAIN_CONVENTIONS: &str = include_str!("templates/conventions.rs");

/// The runtime's sources by their path below `src/runtime/`, but for what differs from dialect to dialect.
pub(super) const RUNTIME: &[(&str, &str)] = &[
    ("check.rs", include_str!("../../runtime/src/runtime/check.rs")),
    ("client/asynchronous.rs", include_str!("../../runtime/src/runtime/client/asynchronous.rs")),
    ("client/blocking.rs", include_str!("../../runtime/src/runtime/client/blocking.rs")),
    ("client/documented.rs", include_str!("../../runtime/src/runtime/client/documented.rs")),
    ("client/error.rs", include_str!("../../runtime/src/runtime/client/error.rs")),
    ("client/exchange.rs", include_str!("../../runtime/src/runtime/client/exchange.rs")),
    ("client/mod.rs", include_str!("../../runtime/src/runtime/client/mod.rs")),
    ("client/monitor.rs", include_str!("../../runtime/src/runtime/client/monitor.rs")),
    ("client/policy.rs", include_str!("../../runtime/src/runtime/client/policy.rs")),
    ("client/reply.rs", include_str!("../../runtime/src/runtime/client/reply.rs")),
    ("client/reqwest.rs", include_str!("../../runtime/src/runtime/client/reqwest.rs")),
    ("client/settings.rs", include_str!("../../runtime/src/runtime/client/settings.rs")),
    ("client/stream.rs", include_str!("../../runtime/src/runtime/client/stream.rs")),
    ("client/ureq.rs", include_str!("../../runtime/src/runtime/client/ureq.rs")),
    ("client/walk.rs", include_str!("../../runtime/src/runtime/client/walk.rs")),
    ("conventions.rs", include_str!("../../runtime/src/runtime/conventions.rs")),
    ("edm/binary.rs", include_str!("../../runtime/src/runtime/edm/binary.rs")),
    ("edm/calendar.rs", include_str!("../../runtime/src/runtime/edm/calendar.rs")),
    ("edm/chrono.rs", include_str!("../../runtime/src/runtime/edm/chrono.rs")),
    ("edm/decimal.rs", include_str!("../../runtime/src/runtime/edm/decimal.rs")),
    ("edm/duration.rs", include_str!("../../runtime/src/runtime/edm/duration.rs")),
    ("edm/guid.rs", include_str!("../../runtime/src/runtime/edm/guid.rs")),
    ("edm/jiff.rs", include_str!("../../runtime/src/runtime/edm/jiff.rs")),
    ("edm/json.rs", include_str!("../../runtime/src/runtime/edm/json.rs")),
    ("edm/mod.rs", include_str!("../../runtime/src/runtime/edm/mod.rs")),
    ("edm/text_type.rs", include_str!("../../runtime/src/runtime/edm/text_type.rs")),
    ("edm/time.rs", include_str!("../../runtime/src/runtime/edm/time.rs")),
    ("enumeration.rs", include_str!("../../runtime/src/runtime/enumeration.rs")),
    ("flags.rs", include_str!("../../runtime/src/runtime/flags.rs")),
    ("json/compare.rs", include_str!("../../runtime/src/runtime/json/compare.rs")),
    ("json/escape.rs", include_str!("../../runtime/src/runtime/json/escape.rs")),
    ("json/fault.rs", include_str!("../../runtime/src/runtime/json/fault.rs")),
    ("json/mod.rs", include_str!("../../runtime/src/runtime/json/mod.rs")),
    ("json/number.rs", include_str!("../../runtime/src/runtime/json/number.rs")),
    ("json/reader.rs", include_str!("../../runtime/src/runtime/json/reader.rs")),
    ("json/scan.rs", include_str!("../../runtime/src/runtime/json/scan.rs")),
    ("json/text.rs", include_str!("../../runtime/src/runtime/json/text.rs")),
    ("json/writer.rs", include_str!("../../runtime/src/runtime/json/writer.rs")),
    ("macros.rs", include_str!("../../runtime/src/runtime/macros.rs")),
    ("mod.rs", include_str!("../../runtime/src/runtime/mod.rs")),
    ("object/address.rs", include_str!("../../runtime/src/runtime/object/address.rs")),
    ("object/budget.rs", include_str!("../../runtime/src/runtime/object/budget.rs")),
    ("object/cast.rs", include_str!("../../runtime/src/runtime/object/cast.rs")),
    ("object/clone.rs", include_str!("../../runtime/src/runtime/object/clone.rs")),
    ("object/debug.rs", include_str!("../../runtime/src/runtime/object/debug.rs")),
    ("object/decode.rs", include_str!("../../runtime/src/runtime/object/decode.rs")),
    ("object/encode.rs", include_str!("../../runtime/src/runtime/object/encode.rs")),
    ("object/equal.rs", include_str!("../../runtime/src/runtime/object/equal.rs")),
    ("object/extra.rs", include_str!("../../runtime/src/runtime/object/extra.rs")),
    ("object/keep.rs", include_str!("../../runtime/src/runtime/object/keep.rs")),
    ("object/lookup.rs", include_str!("../../runtime/src/runtime/object/lookup.rs")),
    ("object/misfits.rs", include_str!("../../runtime/src/runtime/object/misfits.rs")),
    ("number.rs", include_str!("../../runtime/src/runtime/number.rs")),
    ("object/mod.rs", include_str!("../../runtime/src/runtime/object/mod.rs")),
    ("object/property.rs", include_str!("../../runtime/src/runtime/object/property.rs")),
    ("object/scalar.rs", include_str!("../../runtime/src/runtime/object/scalar.rs")),
    ("object/similar.rs", include_str!("../../runtime/src/runtime/object/similar.rs")),
    ("object/slot.rs", include_str!("../../runtime/src/runtime/object/slot.rs")),
    ("object/traits.rs", include_str!("../../runtime/src/runtime/object/traits.rs")),
    ("prelude.rs", include_str!("../../runtime/src/runtime/prelude.rs")),
    ("request/api_error.rs", include_str!("../../runtime/src/runtime/request/api_error.rs")),
    ("request/argument.rs", include_str!("../../runtime/src/runtime/request/argument.rs")),
    ("request/bodies.rs", include_str!("../../runtime/src/runtime/request/bodies.rs")),
    ("request/builder.rs", include_str!("../../runtime/src/runtime/request/builder.rs")),
    ("request/draft.rs", include_str!("../../runtime/src/runtime/request/draft.rs")),
    ("request/elsewhere.rs", include_str!("../../runtime/src/runtime/request/elsewhere.rs")),
    ("request/error.rs", include_str!("../../runtime/src/runtime/request/error.rs")),
    ("request/mod.rs", include_str!("../../runtime/src/runtime/request/mod.rs")),
    ("request/names.rs", include_str!("../../runtime/src/runtime/request/names.rs")),
    ("request/operation.rs", include_str!("../../runtime/src/runtime/request/operation.rs")),
    ("request/parameters.rs", include_str!("../../runtime/src/runtime/request/parameters.rs")),
    ("request/path.rs", include_str!("../../runtime/src/runtime/request/path.rs")),
    ("request/privileges.rs", include_str!("../../runtime/src/runtime/request/privileges.rs")),
    ("request/received.rs", include_str!("../../runtime/src/runtime/request/received.rs")),
    ("request/response.rs", include_str!("../../runtime/src/runtime/request/response.rs")),
    ("request/service.rs", include_str!("../../runtime/src/runtime/request/service.rs")),
    ("request/target.rs", include_str!("../../runtime/src/runtime/request/target.rs")),
    ("serde_impls/capture.rs", include_str!("../../runtime/src/runtime/serde_impls/capture.rs")),
    (
        "serde_impls/deserialize.rs",
        include_str!("../../runtime/src/runtime/serde_impls/deserialize.rs"),
    ),
    ("serde_impls/mod.rs", include_str!("../../runtime/src/runtime/serde_impls/mod.rs")),
    (
        "serde_impls/serialize.rs",
        include_str!("../../runtime/src/runtime/serde_impls/serialize.rs"),
    ),
];

/// What OData has beyond HTTP and JSON.
pub(super) const ODATA: &[(&str, &str)] = &[
    ("dialect/batch.rs", include_str!("../../runtime/src/runtime/dialect/batch.rs")),
    ("dialect/delta.rs", include_str!("../../runtime/src/runtime/dialect/delta.rs")),
    ("dialect/macros.rs", include_str!("../../runtime/src/runtime/dialect/macros.rs")),
    ("dialect/mod.rs", include_str!("../../runtime/src/runtime/dialect/mod.rs")),
    ("dialect/options.rs", include_str!("../../runtime/src/runtime/dialect/options.rs")),
    ("dialect/page.rs", include_str!("../../runtime/src/runtime/dialect/page.rs")),
    ("dialect/reference.rs", include_str!("../../runtime/src/runtime/dialect/reference.rs")),
    ("dialect/upload.rs", include_str!("../../runtime/src/runtime/dialect/upload.rs")),
];

/// What services without OData have.
pub(super) const PLAIN: &[(&str, &str)] = &[
    ("dialect/mod.rs", include_str!("../../runtime/src/plain/mod.rs")),
    ("dialect/page.rs", include_str!("../../runtime/src/plain/page.rs")),
];

/// The settings of one section of a manifest, line by line, without comments.
pub(super) fn section<'a>(
    manifest: &'a str,
    section: &str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let header = format!("[{section}]");
    manifest
        .lines()
        .map(str::trim_end)
        .skip_while(move |line| *line != header)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
