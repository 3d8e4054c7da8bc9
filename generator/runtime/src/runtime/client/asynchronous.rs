//! The asynchronous driver: the same, for any runtime. Futures are `Send` where those of the transport are.

use std::fmt;
use std::future::Future;
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

/// An HTTP stack and a clock.
pub trait Transport {
    /// Sends a request and gives the response, whatever its status. Redirects are not its job.
    /// [`BodyLimit`](super::BodyLimit) among the request's extensions tells where to stop reading the response.
    fn send(&self, request: &HttpRequest) -> impl Future<Output = Result<HttpResponse, BoxError>>;

    /// Waits before the next try.
    fn sleep(&self, wait: Duration) -> impl Future<Output = ()>;
}

/// Why there is no token: any error, which `?` turns into this.
///
/// A type of its own, as a function's future with a `Box<dyn Error>` in it is not `Send` for rustc inside of another one
/// (rust-lang/rust#102211).
#[derive(Debug)]
pub struct TokenError(BoxError);

impl<E: Into<BoxError>> From<E> for TokenError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// Where tokens come from: any function that returns a future of a `Result<String, TokenError>`.
pub trait TokenSource {
    /// A token for the next try; `None` to send none.
    fn token(&self) -> impl Future<Output = Result<Option<String>, BoxError>>;
}

/// Sends requests without a token.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoToken;

impl TokenSource for NoToken {
    fn token(&self) -> impl Future<Output = Result<Option<String>, BoxError>> {
        std::future::ready(Ok(None))
    }
}

impl<F, T> TokenSource for F
where
    F: Fn() -> T,
    T: Future<Output = Result<String, TokenError>>,
{
    fn token(&self) -> impl Future<Output = Result<Option<String>, BoxError>> {
        let token = self();
        async { token.await.map(Some).map_err(|error| error.0) }
    }
}

/// Sends requests by any HTTP stack. Cloning it is cheap.
pub struct Client<T, K = NoToken> {
    transport: Arc<T>,
    token: Arc<K>,
    settings: Arc<Settings>,
}

impl<T: Transport> Client<T> {
    /// A client of a service: `Client::new(v1_0::API, transport)`.
    #[must_use]
    pub fn new(service: Service, transport: T) -> Self {
        Self {
            transport: Arc::new(transport),
            token: Arc::new(NoToken),
            settings: Arc::new(Settings::new(service)),
        }
    }

    /// Where tokens come from. It is asked for each try, so that it can renew what has run out, and what it gives is
    /// sent to the service's own origin only.
    #[must_use]
    pub fn token<K: TokenSource>(self, token: K) -> Client<T, K> {
        Client { transport: self.transport, token: Arc::new(token), settings: self.settings }
    }
}

impl<T: Transport, K: TokenSource> Client<T, K> {
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
    pub async fn send<R: Response>(&self, request: Request<R>) -> Result<R, Error> {
        Ok(self.reply(request).await?.value)
    }

    /// Sends a request; gives the value with status and headers.
    ///
    /// # Errors
    /// There is no value.
    pub async fn reply<R: Response>(&self, request: Request<R>) -> Result<Reply<R>, Error> {
        let mut asked = Asked::new(request, &self.settings)?;
        let response = self.drive(asked.exchange(&self.settings)).await?;
        asked.finish(response)
    }

    /// Sends any request as the policy says, with the token if it goes to the service; gives the response as it is.
    ///
    /// # Errors
    /// There is no response.
    pub async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Error> {
        let exchange = Exchange::new(&self.settings.policy, &self.settings.home, request);
        self.drive(exchange).await
    }

    async fn drive(&self, mut exchange: Exchange<'_>) -> Result<HttpResponse, Error> {
        loop {
            let token = match exchange.wants_token() {
                true => self.token.token().await.map_err(Error::Token)?,
                false => None,
            };
            let outcome = self.transport.send(exchange.request(token.as_deref())?).await;
            match exchange.answered(outcome)? {
                Next::Done(response) => return Ok(response),
                Next::Again(Duration::ZERO) => {}
                Next::Again(wait) => self.transport.sleep(wait).await,
            }
        }
    }

    /// The pages of a collection, each asked for when it is its turn.
    pub fn pages<P: Paged>(&self, first: Request<P>) -> Pages<P, T, K> {
        let kind = std::marker::PhantomData;
        Pages { client: self.clone(), walk: Walk::new(&first, &self.settings), kind }
    }

    /// The items of a collection, page by page.
    pub fn items<P: Paged>(&self, first: Request<P>) -> Items<P, T, K> {
        Items { pages: self.pages(first), page: Vec::new().into_iter(), taken: 0 }
    }

    /// Waits for a long-running operation to end.
    ///
    /// # Errors
    /// It failed, or does not end in the time that the policy gives.
    pub async fn wait(&self, mut operation: Monitored) -> Result<Finished, Error> {
        let mut waited = Duration::ZERO;
        let mut wait = operation.wait();
        loop {
            waited += wait;
            if waited > self.settings.policy.longest_operation {
                return Err(Error::Protocol("the operation does not end".into()));
            }
            self.sleep(wait).await;
            let mut asked = Asked::new(operation.request(), &self.settings)?;
            let response = self.drive(asked.exchange(&self.settings)).await?;
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
    pub(crate) async fn sleep(&self, wait: Duration) {
        self.transport.sleep(wait).await;
    }
}

impl<T, K> Clone for Client<T, K> {
    fn clone(&self) -> Self {
        Self {
            transport: Arc::clone(&self.transport),
            token: Arc::clone(&self.token),
            settings: Arc::clone(&self.settings),
        }
    }
}

impl<T, K> fmt::Debug for Client<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("root", &self.settings.home).finish_non_exhaustive()
    }
}

/// The pages of a collection. After an error it ends; [`Pages::position`] tells where to go on.
pub struct Pages<P, T, K = NoToken> {
    client: Client<T, K>,
    walk: Walk,
    kind: std::marker::PhantomData<fn() -> P>,
}

impl<P: Paged, T: Transport, K: TokenSource> Pages<P, T, K> {
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

    /// The next page.
    pub async fn next(&mut self) -> Option<Result<P, Error>> {
        Some(self.advance().await?.map(|(page, _)| page))
    }

    async fn advance(&mut self) -> Option<Result<(P, usize), Error>> {
        let came = match self.walk.ask::<P>()? {
            Ok((request, skip)) => self.client.send(request).await.map(|page| (page, skip)),
            Err(error) => Err(error),
        };
        match &came {
            Ok((page, _)) => self.walk.came(page),
            Err(_) => self.walk.failed(),
        }
        Some(came)
    }
}

/// The items of a collection. After an error it ends; [`Items::position`] tells where to go on.
pub struct Items<P: Paged, T, K = NoToken> {
    pages: Pages<P, T, K>,
    page: std::vec::IntoIter<P::Item>,
    taken: usize,
}

impl<P: Paged, T: Transport, K: TokenSource> Items<P, T, K> {
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
        self.pages.walk.delta_link()
    }

    /// The next item.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        loop {
            if let Some(item) = self.page.next() {
                self.taken += 1;
                return Some(Ok(item));
            }
            match self.pages.advance().await? {
                Ok((page, skip)) => {
                    self.page = page.into_items().into_iter();
                    self.taken = self.page.by_ref().take(skip).count();
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// All items; fails on the first error.
    ///
    /// # Errors
    /// A page did not come.
    pub async fn collect(mut self) -> Result<Vec<P::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }
}
