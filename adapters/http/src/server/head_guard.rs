//! A deadline for request heads, which the server under poem does not set.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// The end of a request head.
const END: &[u8; 4] = b"\r\n\r\n";

/// A stream whose reads fail when a request head takes longer than `limit` from its first byte, or from the opening
/// of the connection for the first one.
#[derive(Debug)]
pub(crate) struct HeadGuard<S> {
    stream: S,
    limit: Duration,
    phase: Phase,
    deadline: Pin<Box<Sleep>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The answer was sent; nothing of the next head has come, and how long that may take is not for us to say.
    Idle,
    /// A head is coming; so many bytes of its end are matched.
    Head { matched: usize, is_first: bool, read: usize },
    /// The head is complete: what follows is a body, with a limit of its own.
    Body,
    /// HTTP/2 multiplexes heads; its own limits hold.
    Http2,
}

impl<S> HeadGuard<S> {
    pub(crate) fn new(stream: S, limit: Duration) -> Self {
        let deadline = Box::pin(sleep_until(Instant::now() + limit));
        Self { stream, limit, phase: Phase::Head { matched: 0, is_first: true, read: 0 }, deadline }
    }

    /// Follows the head through newly read bytes.
    fn advance(&mut self, bytes: &[u8]) {
        if self.phase == Phase::Idle && !bytes.is_empty() {
            self.deadline.as_mut().reset(Instant::now() + self.limit);
            self.phase = Phase::Head { matched: 0, is_first: false, read: 0 };
        }
        let Phase::Head { mut matched, is_first, mut read } = self.phase else { return };
        // `PRI` opens HTTP/2 (RFC 9113, section 3.4); no HTTP/1 method begins so.
        if is_first && read == 0 && bytes.starts_with(b"PRI") {
            self.phase = Phase::Http2;
            return;
        }
        for byte in bytes {
            matched = match (*byte == END[matched], *byte) {
                (true, _) => matched + 1,
                (false, b'\r') => 1,
                (false, _) => 0,
            };
            if matched == END.len() {
                self.phase = Phase::Body;
                return;
            }
        }
        read = read.saturating_add(bytes.len());
        self.phase = Phase::Head { matched, is_first, read };
    }

    /// Something of an answer was written, so the next thing to read is a head.
    fn answered(&mut self) {
        if self.phase == Phase::Body {
            self.phase = Phase::Idle;
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for HeadGuard<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Ready(result) => {
                result?;
                self.advance(&buffer.filled()[before..]);
                Poll::Ready(Ok(()))
            }
            Poll::Pending if matches!(self.phase, Phase::Head { .. }) => {
                ready!(self.deadline.as_mut().poll(context));
                Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the request head took too long")))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for HeadGuard<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.answered();
        Pin::new(&mut self.stream).poll_write(context, bytes)
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
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.answered();
        Pin::new(&mut self.stream).poll_write_vectored(context, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    const LIMIT: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn a_slow_head_is_given_up() {
        let (mut client, server) = duplex(1024);
        let mut guarded = HeadGuard::new(server, LIMIT);
        client.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").await.unwrap();
        let mut text = Vec::new();
        let error = guarded.read_to_end(&mut text).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn bodies_and_pauses_between_requests_may_take_their_time() {
        let (mut client, server) = duplex(1024);
        let mut guarded = HeadGuard::new(server, LIMIT);
        let mut buffer = [0; 256];
        for _ in 0..2 {
            client.write_all(b"POST / HTTP/1.1\r\nContent-Length: 1\r").await.unwrap();
            assert!(guarded.read(&mut buffer).await.unwrap() > 0);
            client.write_all(b"\n\r\n").await.unwrap();
            assert!(guarded.read(&mut buffer).await.unwrap() > 0);
            assert_eq!(guarded.phase, Phase::Body);
            assert!(tokio::time::timeout(LIMIT * 2, guarded.read(&mut buffer)).await.is_err());
            guarded.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
            assert!(tokio::time::timeout(LIMIT * 2, guarded.read(&mut buffer)).await.is_err());
        }
    }

    #[tokio::test(start_paused = true)]
    async fn http2_is_left_alone() {
        let (mut client, server) = duplex(1024);
        let mut guarded = HeadGuard::new(server, LIMIT);
        let mut buffer = [0; 256];
        client.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await.unwrap();
        assert!(guarded.read(&mut buffer).await.unwrap() > 0);
        assert!(tokio::time::timeout(LIMIT * 2, guarded.read(&mut buffer)).await.is_err());
        assert_eq!(guarded.phase, Phase::Http2);
    }
}
