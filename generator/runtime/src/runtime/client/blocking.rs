//! The blocking driver.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::error::Error;
use super::exchange::{Exchange, Next};
use super::monitor::{Finished, Monitored, Step};
use super::policy::Policy;
use super::reply::{Asked, Reply};
use super::settings::Settings;
use super::walk::{Paged, Position, Walk};
use super::{BoxError, HttpRequest, HttpResponse};
use crate::runtime::request::{Request, Response, Service};

/// Sends a request and gives the response, whatever its status. Redirects are not its job.
///
/// Any function from an `http::Request<Vec<u8>>` to a `Result<http::Response<Vec<u8>>, BoxError>` is a transport.
pub trait Transport: Send + Sync {
    /// Sends a request. [`BodyLimit`](super::BodyLimit) among its extensions tells where to stop reading the response.
    ///
    /// # Errors
    /// There is no whole response.
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError>;

    /// Waits before the next try.
    fn sleep(&self, wait: Duration) {
        std::thread::sleep(wait);
    }
}

impl<F> Transport for F
where
    F: Fn(HttpRequest) -> Result<HttpResponse, BoxError> + Send + Sync,
{
    fn send(&self, request: &HttpRequest) -> Result<HttpResponse, BoxError> {
        self(request.clone())
    }
}

type Token = dyn Fn() -> Result<String, BoxError> + Send + Sync;

/// Sends requests by any HTTP stack and waits for the responses. Cloning it is cheap.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    token: Option<Arc<Token>>,
    settings: Arc<Settings>,
}

impl Client {
    /// A client of a service: `Client::new(v1_0::API, transport)`.
    #[must_use]
    pub fn new(service: Service, transport: impl Transport + 'static) -> Self {
        Self {
            transport: Arc::new(transport),
            token: None,
            settings: Arc::new(Settings::new(service)),
        }
    }

    /// Where tokens come from. It is asked for each try, so that it can renew what has run out, and what it gives is
    /// sent to the service's own origin only.
    #[must_use]
    pub fn token(
        mut self,
        token: impl Fn() -> Result<String, BoxError> + Send + Sync + 'static,
    ) -> Self {
        self.token = Some(Arc::new(token));
        self
    }

    /// Another root for all requests, such as that of a national cloud. Without a path it replaces scheme and host alone.
    #[must_use]
    pub fn root(mut self, root: &str) -> Self {
        Arc::make_mut(&mut self.settings).at(root);
        self
    }

    /// How requests are sent.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        Arc::make_mut(&mut self.settings).policy = policy;
        self
    }

    /// Sends a request; gives the value.
    ///
    /// # Errors
    /// There is no value.
    pub fn send<R: Response>(&self, request: Request<R>) -> Result<R, Error> {
        Ok(self.reply(request)?.value)
    }

    /// Sends a request; gives the value with status and headers.
    ///
    /// # Errors
    /// There is no value.
    pub fn reply<R: Response>(&self, request: Request<R>) -> Result<Reply<R>, Error> {
        let mut asked = Asked::new(request, &self.settings)?;
        let response = self.drive(&mut asked.exchange(&self.settings))?;
        asked.finish(response)
    }

    /// Sends any request as the policy says, with the token if it goes to the service; gives the response as it is.
    ///
    /// # Errors
    /// There is no response.
    pub fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Error> {
        self.drive(&mut Exchange::new(&self.settings.policy, &self.settings.home, request))
    }

    fn drive(&self, exchange: &mut Exchange<'_>) -> Result<HttpResponse, Error> {
        loop {
            let token = self.token.as_ref().filter(|_| exchange.wants_token());
            let token = token.map(|token| token()).transpose().map_err(Error::Token)?;
            let outcome = self.transport.send(exchange.request(token.as_deref())?);
            match exchange.answered(outcome)? {
                Next::Done(response) => return Ok(response),
                Next::Again(Duration::ZERO) => {}
                Next::Again(wait) => self.transport.sleep(wait),
            }
        }
    }

    /// The pages of a collection, each asked for when it is its turn.
    pub fn pages<P: Paged>(&self, first: Request<P>) -> Pages<P> {
        Pages {
            client: self.clone(),
            walk: Walk::new(&first, &self.settings),
            kind: std::marker::PhantomData,
        }
    }

    /// The items of a collection, page by page.
    pub fn items<P: Paged>(&self, first: Request<P>) -> Items<P> {
        Items { pages: self.pages(first), page: Vec::new().into_iter(), taken: 0 }
    }

    /// Waits for a long-running operation to end.
    ///
    /// # Errors
    /// It failed, or does not end in the time that the policy gives.
    pub fn wait(&self, mut operation: Monitored) -> Result<Finished, Error> {
        let mut waited = Duration::ZERO;
        let mut wait = operation.wait();
        loop {
            waited += wait;
            if waited > self.settings.policy.longest_operation {
                return Err(Error::Protocol("the operation does not end".into()));
            }
            self.transport.sleep(wait);
            let mut asked = Asked::new(operation.request(), &self.settings)?;
            let response = self.drive(&mut asked.exchange(&self.settings))?;
            match operation.answered(response)? {
                Step::Finished(finished) => return Ok(finished),
                Step::Again(longer) => wait = longer,
            }
        }
    }

    #[allow(dead_code, reason = "for parts of the runtime that not every service has")]
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    #[allow(dead_code, reason = "for parts of the runtime that not every service has")]
    pub(crate) fn sleep(&self, wait: Duration) {
        self.transport.sleep(wait);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("root", &self.settings.home).finish_non_exhaustive()
    }
}

/// The pages of a collection. After an error it ends; [`Pages::position`] tells where to go on.
pub struct Pages<P> {
    client: Client,
    walk: Walk,
    kind: std::marker::PhantomData<fn() -> P>,
}

impl<P: Paged> Pages<P> {
    /// Goes on from a place that was kept, whose first page comes without the items before that place.
    #[must_use]
    pub fn from(mut self, position: &Position) -> Self {
        self.walk.at(position);
        self
    }

    /// Where to go on later: the next page; `None` behind the last.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.walk.position(0, 0)
    }

    /// The URL to ask for changes later, once the last page came.
    #[must_use]
    pub fn delta_link(&self) -> Option<&str> {
        self.walk.delta_link()
    }

    /// The next page, and how many of its items were handed out before.
    fn advance(&mut self) -> Option<Result<(P, usize), Error>> {
        let asked = self.walk.ask::<P>()?;
        let came = asked.and_then(|(request, skip)| Ok((self.client.send(request)?, skip)));
        match &came {
            Ok((page, _)) => self.walk.came(page),
            Err(_) => self.walk.failed(),
        }
        Some(came)
    }
}

impl<P: Paged> Iterator for Pages<P> {
    type Item = Result<P, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.advance()?.map(|(page, _)| page))
    }
}

/// The items of a collection. After an error it ends; [`Items::position`] tells where to go on.
pub struct Items<P: Paged> {
    pages: Pages<P>,
    page: std::vec::IntoIter<P::Item>,
    taken: usize,
}

impl<P: Paged> Items<P> {
    /// Goes on from a place that was kept.
    #[must_use]
    pub fn from(mut self, position: &Position) -> Self {
        self.pages.walk.at(position);
        self
    }

    /// Where to go on later, also in the middle of a page; `None` behind the last item.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.pages.walk.position(self.taken, self.page.len())
    }

    /// The URL to ask for changes later, once the last page came.
    #[must_use]
    pub fn delta_link(&self) -> Option<&str> {
        self.pages.delta_link()
    }
}

impl<P: Paged> Iterator for Items<P> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                self.taken += 1;
                return Some(Ok(item));
            }
            match self.pages.advance()? {
                Ok((page, skip)) => {
                    self.page = page.into_items().into_iter();
                    self.taken = self.page.by_ref().take(skip).count();
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
