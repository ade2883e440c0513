//! A socket that tells its connection what comes and goes.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::connection::Connection;
use super::refusal;

/// A stream that is watched.
#[derive(Debug)]
pub(super) struct Watched<S> {
    stream: S,
    connection: Arc<Connection>,
    /// Our answer in the place of one that hyper gave to a head it could not read.
    refusal: Option<Refusal>,
}

#[derive(Debug)]
struct Refusal {
    text: Vec<u8>,
    sent: usize,
}

impl<S> Watched<S> {
    pub(super) fn new(stream: S, connection: Arc<Connection>) -> Self {
        Self { stream, connection, refusal: None }
    }

    /// Notes the outcome of offering `offered` bytes to the socket.
    fn note(&self, outcome: &Poll<io::Result<usize>>, offered: usize) {
        match outcome {
            Poll::Ready(Ok(taken)) => self.connection.wrote(*taken, offered),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.connection.blocked(),
        }
    }
}

impl<S: AsyncWrite + Unpin> Watched<S> {
    /// Writes the problem in the place of `original`, and says that all of `original` was taken once it has left.
    fn poll_refusal(
        &mut self,
        context: &mut Context<'_>,
        original: &[u8],
    ) -> Option<Poll<io::Result<usize>>> {
        if self.refusal.is_none() {
            if !self.connection.is_unengaged() {
                return None;
            }
            self.refusal = Some(Refusal { text: refusal::instead_of(original)?, sent: 0 });
        }
        let Self { stream, connection, refusal } = self;
        let refusal = refusal.as_mut()?;
        while let Some(rest) = refusal.text.get(refusal.sent..).filter(|rest| !rest.is_empty()) {
            match Pin::new(&mut *stream).poll_write(context, rest) {
                Poll::Ready(Ok(0)) => return Some(Poll::Ready(Err(io::ErrorKind::WriteZero.into()))),
                Poll::Ready(Ok(taken)) => refusal.sent += taken,
                Poll::Ready(Err(error)) => return Some(Poll::Ready(Err(error))),
                Poll::Pending => {
                    connection.blocked();
                    return Some(Poll::Pending);
                }
            }
        }
        self.refusal = None;
        Some(Poll::Ready(Ok(original.len())))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.connection.read();
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if let Some(outcome) = self.poll_refusal(context, bytes) {
            return outcome;
        }
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.note(&outcome, bytes.len());
        outcome
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let mut filled = buffers.iter().filter(|buffer| !buffer.is_empty());
        if let (Some(only), None) = (filled.next(), filled.next())
            && let Some(outcome) = self.poll_refusal(context, only)
        {
            return outcome;
        }
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, buffers);
        self.note(&outcome, buffers.iter().map(|buffer| buffer.len()).sum());
        outcome
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
