//! A service: its root URL and its conventions.

use super::argument::PathArg;
use super::builder::Request;
use super::draft::Draft;
use crate::runtime::conventions::Conventions;

/// A service, known by its root URL. Emitted request functions make their requests here; so can you, for what the pages
/// do not document.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    pub(super) root: &'static str,
    pub(super) conventions: &'static Conventions,
}

impl Service {
    /// The service at `root`, which has no slash at its end, with the conventions of this crate.
    #[must_use]
    pub const fn new(root: &'static str) -> Self {
        Self { root, conventions: &crate::conventions::CONVENTIONS }
    }

    /// The same service with other conventions.
    #[must_use]
    pub const fn with_conventions(self, conventions: &'static Conventions) -> Self {
        Self { conventions, ..self }
    }

    /// The root URL.
    #[must_use]
    pub const fn root(&self) -> &'static str {
        self.root
    }

    /// How the service says what HTTP leaves open.
    #[must_use]
    pub const fn conventions(&self) -> &'static Conventions {
        self.conventions
    }

    /// A request by its documented line, such as `GET /users/{id}`, with a text for each placeholder of its path.
    pub fn request<R>(&self, line: &'static str, arguments: &[&str]) -> Request<R> {
        Draft::of_texts(*self, line, arguments).into()
    }

    /// The same with arguments of any kind that a path takes.
    pub fn request_with<R>(&self, line: &'static str, arguments: &[&dyn PathArg]) -> Request<R> {
        Draft::of_args(*self, line, arguments).into()
    }
}
