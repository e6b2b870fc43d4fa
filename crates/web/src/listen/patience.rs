//! Slow clients: a body must keep coming, and what is answered must be taken.

use axum::BoxError;
use axum::body::Body;
use futures_util::StreamExt;
use futures_util::stream::unfold;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

/// The same body, which ends in an error where a piece of it lets itself be waited for longer than `piece`, or all of it longer than `whole`.
pub fn hurried(body: Body, piece: Duration, whole: Duration) -> Body {
    let end = Instant::now() + whole;
    let pieces = unfold(Some(body.into_data_stream()), move |rest| async move {
        let mut rest = rest?;
        match timeout_at(end.min(Instant::now() + piece), rest.next()).await {
            Ok(Some(Ok(bytes))) => Some((Ok(bytes), Some(rest))),
            Ok(Some(Err(error))) => Some((Err(BoxError::from(error)), None)),
            Ok(None) => None,
            Err(_) => Some((Err("the body came too slowly".into()), None)),
        }
    });
    Body::from_stream(pieces)
}

/// A connection whose other end must take what is written within a time; one that does not is an error.
pub struct Impatient<S> {
    inner: S,
    most: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl<S> Impatient<S> {
    /// Writing waits at most so long for the other end.
    pub fn new(inner: S, most: Duration) -> Self {
        Self { inner, most, waiting: None }
    }

    /// The same outcome, or an error where it was pending for too long.
    fn judge<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.waiting = None;
            return outcome;
        }
        let most = self.most;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + most)));
        waiting.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Impatient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Impatient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.inner).poll_write(cx, bytes);
        self.judge(cx, outcome)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_flush(cx);
        self.judge(cx, outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_shutdown(cx);
        self.judge(cx, outcome)
    }
}
