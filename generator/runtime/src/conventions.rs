//! How the service says what HTTP leaves open; the client asks here and knows no service itself.

use crate::runtime::conventions::{
    BatchShape, Conventions, ErrorShape, Monitor, NextPage, Paging, UploadShape,
};

/// The conventions of the service.
pub static CONVENTIONS: Conventions = Conventions {
    option_prefix: "$",
    error: ErrorShape {
        path: &["error"],
        code: &["code"],
        message: &["message"],
        target: &["target"],
        details: &["details"],
        inner: &["innerError", "innererror"],
    },
    paging: Paging {
        items: &["value"],
        count: &["@odata.count"],
        next: NextPage::Url(&["@odata.nextLink"]),
    },
    carried: &["consistencylevel", "prefer"],
    request_id: &["request-id", "x-ms-request-id"],
    monitor: Monitor {
        location: &["operation-location", "location"],
        status: &["status"],
        succeeded: &["completed", "succeeded"],
        failed: &["failed", "cancelled", "canceled", "deletefailed"],
    },
    batch: Some(BatchShape { path: "/$batch", limit: 20 }),
    upload: Some(UploadShape {
        url: "uploadUrl",
        expected: "nextExpectedRanges",
        multiple: 320 * 1024,
    }),
};
