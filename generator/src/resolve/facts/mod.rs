//! What pages state of themselves, worked out once and only read afterwards: versions, spellings, primitives, paths.

pub(in crate::resolve) mod example_url;
pub(in crate::resolve) mod names;
pub(in crate::resolve) mod order;
pub(in crate::resolve) mod primitive;
pub(in crate::resolve) mod spelling;
pub(in crate::resolve) mod template;
pub(in crate::resolve) mod version;
