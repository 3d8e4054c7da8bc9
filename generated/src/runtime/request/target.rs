//! Where a request goes: a path below the root of a service, or a whole URL that the service gave.

use std::borrow::Cow;

use http::Uri;

use super::error::RequestError;
use super::path::PathError;

/// Where a request goes.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// A path below a root; or why there is none.
    Path { root: Cow<'static, str>, path: Result<String, PathError> },
    /// A whole URL, from a link.
    Url(String),
}

impl Target {
    pub(super) fn url(&self) -> Result<String, RequestError> {
        Ok(match self {
            Self::Url(url) => url.clone(),
            Self::Path { root, path } => format!("{root}{}", path.clone()?),
        })
    }

    /// The part of the URL below `root`.
    pub(super) fn below(&self, root: &str) -> Result<String, RequestError> {
        match self {
            Self::Path { path, .. } => Ok(path.clone()?),
            Self::Url(url) => match url.strip_prefix(root) {
                Some(path) if path.starts_with(['/', '?']) => Ok(path.to_owned()),
                _ => Err(RequestError::OutsideService(shown(url).to_owned())),
            },
        }
    }

    /// Starts the path from another root.
    pub(super) fn at(&mut self, new: &str) {
        if let Self::Path { root, .. } = self {
            *root = Cow::Owned(rooted(root, new));
        }
    }
}

/// The root that takes the place of `root`: one without a path of its own replaces scheme and host alone, so that
/// versions keep their place.
pub(crate) fn rooted(root: &str, new: &str) -> String {
    let new = new.trim_end_matches('/');
    let kept = if path_start(new).is_none() { path_start(root) } else { None };
    let path = kept.and_then(|at| root.get(at..)).unwrap_or_default();
    format!("{new}{path}")
}

/// Where the path of a URL begins, if it has one.
fn path_start(url: &str) -> Option<usize> {
    let host = url.find("://")? + 3;
    Some(host + url.get(host..)?.find('/')?)
}

/// A URL as far as it may be shown: signed URLs carry their secret in the query.
pub(crate) fn shown(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// Scheme, host and port of a URL: what a token is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Origin {
    /// The origin of a URL; `None` if it is not an absolute `http` or `https` URL, or names a user.
    pub(crate) fn of(uri: &Uri) -> Option<Self> {
        let scheme = uri.scheme_str()?.to_ascii_lowercase();
        let authority = uri.authority()?;
        if authority.as_str().contains('@') {
            return None;
        }
        let port = match (authority.port_u16(), scheme.as_str()) {
            (Some(port), "http" | "https") => port,
            (None, "https") => 443,
            (None, "http") => 80,
            _ => return None,
        };
        Some(Self { scheme, host: authority.host().to_ascii_lowercase(), port })
    }

    /// Whether it is the machine that the program runs on.
    pub(crate) fn is_this_machine(&self) -> bool {
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        let address = host.parse::<std::net::IpAddr>();
        host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }

    /// Whether what is sent there can be read on the way.
    pub(crate) fn is_plain(&self) -> bool {
        self.scheme == "http"
    }
}
