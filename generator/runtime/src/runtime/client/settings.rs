//! What both drivers hold: the service, where it is, and the policy.

use super::policy::Policy;
use crate::runtime::request::{Service, rooted};

/// What both drivers hold.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) service: Service,
    /// The root that replaces the service's own.
    pub(crate) root: Option<String>,
    /// The root as it is: what the token is for.
    pub(crate) home: String,
    pub(crate) policy: Policy,
}

impl Settings {
    pub(crate) fn new(service: Service) -> Self {
        let home = service.root().to_owned();
        Self { service, root: None, home, policy: Policy::default() }
    }

    pub(crate) fn at(&mut self, root: &str) {
        self.home = rooted(self.service.root(), root);
        self.root = Some(root.to_owned());
    }
}
