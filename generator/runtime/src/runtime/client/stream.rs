//! The pages and items of the asynchronous client as a `Stream`.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::asynchronous::{Items, Pages, TokenSource, Transport};
use super::error::Error;
use super::walk::Paged;

impl<P: Paged, T: Transport, K: TokenSource> Pages<P, T, K> {
    /// The pages as a stream. It is `Send` where the futures of the transport are.
    pub fn into_stream(self) -> impl Stream<Item = Result<P, Error>> {
        unfold(self, |mut pages: Self| async move {
            let page = pages.next().await;
            (page, pages)
        })
    }
}

impl<P: Paged, T: Transport, K: TokenSource> Items<P, T, K> {
    /// The items as a stream. It is `Send` where the futures of the transport are.
    pub fn into_stream(self) -> impl Stream<Item = Result<P::Item, Error>> {
        unfold(self, |mut items: Self| async move {
            let item = items.next().await;
            (item, items)
        })
    }
}

/// A stream of what `step` gives, until it gives nothing.
struct Unfold<S, N, F> {
    state: Option<S>,
    step: N,
    // A future of its own type, so that the stream is `Send` where the future is.
    future: Option<Pin<Box<F>>>,
}

fn unfold<S, N, F, I>(state: S, step: N) -> Unfold<S, N, F>
where
    N: Fn(S) -> F,
    F: Future<Output = (Option<I>, S)>,
{
    Unfold { state: Some(state), step, future: None }
}

impl<S, N, F> Unpin for Unfold<S, N, F> {}

impl<S, N, F, I> Stream for Unfold<S, N, F>
where
    N: Fn(S) -> F,
    F: Future<Output = (Option<I>, S)>,
{
    type Item = I;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<I>> {
        let this = &mut *self;
        if let Some(state) = this.state.take() {
            this.future = Some(Box::pin((this.step)(state)));
        }
        let Some(future) = &mut this.future else {
            return Poll::Ready(None);
        };
        let (item, state) = ready!(future.as_mut().poll(context));
        this.future = None;
        // Without an item this is the end, and the state is not needed again.
        this.state = item.is_some().then_some(state);
        Poll::Ready(item)
    }
}
