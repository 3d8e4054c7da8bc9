//! How the service says what HTTP leaves open; the client asks here and knows no service itself.

use crate::runtime::conventions::{Conventions, ErrorShape, Monitor, NextPage, Paging};

/// The conventions of the service.
#[rustfmt::skip]
pub static CONVENTIONS: Conventions = Conventions {
    option_prefix: "",
    error: ErrorShape {
        path: {error},
        code: {error_code},
        message: {error_message},
        target: &[],
        details: {error_details},
        inner: &[],
    },
    paging: Paging {
        items: {items},
        count: {count},
        next: {next},
    },
    carried: {carried},
    request_id: {request_id},
    monitor: Monitor {
        location: &["location"],
        status: &["status"],
        succeeded: &["completed", "succeeded", "success"],
        failed: &["failed", "cancelled", "canceled", "error"],
    },
    batch: None,
    upload: None,
};
