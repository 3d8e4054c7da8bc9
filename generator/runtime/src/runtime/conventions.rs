//! How a service says what HTTP leaves open: errors, pages of a collection, operations that go on.
//!
//! The types only. The values are those of the pages' dialect; they are in the crate's `conventions.rs`, which is
//! emitted. Nothing in the runtime knows a service.

/// The conventions of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conventions {
    /// What is before the names of query options: `$` in OData, nothing elsewhere.
    pub option_prefix: &'static str,
    /// How errors look.
    pub error: ErrorShape,
    /// How a collection is divided into pages.
    pub paging: Paging,
    /// Headers of a first request that the requests for its further pages need as well, in lower case.
    pub carried: &'static [&'static str],
    /// Response headers that name the request to the service's support, in lower case; the first one present counts.
    pub request_id: &'static [&'static str],
    /// How an operation that goes on after its response tells how far it is.
    pub monitor: Monitor,
    /// How several requests go in one, if the service has that.
    pub batch: Option<BatchShape>,
    /// How large content is uploaded in ranges, if the service has that.
    pub upload: Option<UploadShape>,
}

/// Where the facts of an error lie in its body. Each list has the spellings of one member; the first one present counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorShape {
    /// The members that lead to the object with the facts: `error` in `{"error": {"code": …}}`. Where a member is an
    /// array, its first element counts. None if the facts are in the body itself.
    pub path: &'static [&'static str],
    /// The code for programs.
    pub code: &'static [&'static str],
    /// The message for developers.
    pub message: &'static [&'static str],
    /// What the error is about.
    pub target: &'static [&'static str],
    /// Further errors.
    pub details: &'static [&'static str],
    /// What helps the service's people.
    pub inner: &'static [&'static str],
}

/// How a collection is divided into pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// The members that lead to the items; none if the body is the array of items.
    pub items: &'static [&'static str],
    /// The members that lead to the number of all items.
    pub count: &'static [&'static str],
    /// How the next page is asked for.
    pub next: NextPage,
}

/// How the next page of a collection is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextPage {
    /// Collections come whole.
    Never,
    /// These members of the body lead to its URL.
    Url(&'static [&'static str]),
    /// The `Link` header has its URL, as `rel="next"` (RFC 8288).
    LinkHeader,
    /// These members of the body lead to a token, which this query parameter of the next request repeats.
    Token {
        /// The members.
        path: &'static [&'static str],
        /// The query parameter.
        parameter: &'static str,
    },
    /// This query parameter counts pages; a page without items is the last.
    Number {
        /// The query parameter.
        parameter: &'static str,
        /// The number of the first page.
        first: u64,
    },
    /// This query parameter counts the items before the page; a page without items is the last.
    Offset {
        /// The query parameter.
        parameter: &'static str,
    },
    /// This query parameter names the last item of the page before by one of its members; a page without items is the
    /// last.
    After {
        /// The member of the item.
        member: &'static str,
        /// The query parameter.
        parameter: &'static str,
    },
}

/// How an operation that goes on after its response tells how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Monitor {
    /// Response headers with the URL to ask, in lower case; the first one present counts.
    pub location: &'static [&'static str],
    /// The members that lead to the state.
    pub status: &'static [&'static str],
    /// The states of an operation that succeeded, in lower case.
    pub succeeded: &'static [&'static str],
    /// The states of one that failed, in lower case.
    pub failed: &'static [&'static str],
}

/// How several requests go in one: a JSON body with a list of requests, answered by one with a list of responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchShape {
    /// The path below the root.
    pub path: &'static str,
    /// How many requests go in one.
    pub limit: usize,
}

/// How large content is uploaded in ranges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadShape {
    /// The member of a session that has the URL to send to.
    pub url: &'static str,
    /// The member that lists the ranges that are missing: `["26-", "100-199"]`.
    pub expected: &'static str,
    /// The lengths of ranges but for the last are multiples of this.
    pub multiple: usize,
}
