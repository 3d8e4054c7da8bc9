//! A typed request to an exchange, and its final response to a value with status and headers.

use http::{HeaderMap, StatusCode, Uri};

use super::error::Error;
use super::exchange::{Exchange, resolve};
use super::settings::Settings;
use super::{HttpRequest, HttpResponse};
use crate::runtime::request::{Request, Response, shown};

/// A value with what HTTP says beside it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reply<R> {
    /// The value.
    pub value: R,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
}

/// A request that is on its way: what it takes to make an exchange of it, and what decodes the response.
pub(crate) struct Asked<R> {
    request: Request<R>,
    http: HttpRequest,
}

impl<R: Response> Asked<R> {
    pub(crate) fn new(mut request: Request<R>, settings: &Settings) -> Result<Self, Error> {
        if let Some(root) = &settings.root {
            request.draft_mut().at(root);
        }
        request.check()?;
        let mut http = request.take_http()?;
        if http.uri().scheme().is_none() {
            // A link without a host is on the service's.
            let home = settings.home.parse::<Uri>().ok();
            let link = http.uri().to_string();
            let uri = home.and_then(|home| resolve(&home, &link));
            *http.uri_mut() = uri.ok_or(Error::Unsafe { url: shown(&link).to_owned() })?;
        }
        Ok(Self { request, http })
    }

    pub(crate) fn exchange<'a>(&mut self, settings: &'a Settings) -> Exchange<'a> {
        Exchange::new(&settings.policy, &settings.home, std::mem::take(&mut self.http))
            .expecting(self.request.expected())
            .keeping_redirects(R::IS_REDIRECT)
    }

    pub(crate) fn finish(self, response: HttpResponse) -> Result<Reply<R>, Error> {
        let (parts, body) = response.into_parts();
        let value = self.request.read_parts(&parts, body)?;
        Ok(Reply { value, status: parts.status, headers: parts.headers })
    }
}
