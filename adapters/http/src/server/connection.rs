//! What one connection waits for, noted where it happens and read by the sweep.
//!
//! All of it is one task's doing, or several of HTTP/2, and the sweep only ends what has lasted for seconds: the atomics
//! need no order among each other.

use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, AtomicUsize};
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use poem::http::Version;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::connections::{Coarse, ConnectionLimits};

/// A client that takes at least so much while a limit for writing lasts is slow, not hostile.
const PROGRESS_BYTES: usize = 16 * 1024;

/// How a connection is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// After the requests under way.
    WhenDone,
    /// At once.
    Now,
}

/// What the client of a connection owes us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing; the next request may come, or not.
    Idle,
    /// The rest of a head.
    Head,
    /// The rest of a body.
    Body,
    /// Nothing: we owe an answer.
    Work,
}

/// One connection.
#[derive(Debug)]
pub(crate) struct Connection {
    /// What it is counted under.
    pub(super) address: IpAddr,
    clock: Arc<Coarse>,
    /// Requests whose head has come and whose answer has not left.
    under_way: AtomicUsize,
    /// Those of them whose body has not come whole.
    bodies: AtomicUsize,
    /// Bytes of a head have come; also before the first request, which a client that connects owes us.
    is_reading: AtomicBool,
    /// HTTP/2, after its first request: what comes between requests are not heads only.
    is_multiplexed: AtomicBool,
    /// When the phase began, by the coarse clock.
    since: AtomicU64,
    /// When a write first found no room in the socket; 0 while there is some.
    blocked_since: AtomicU64,
    /// Bytes taken since then.
    taken: AtomicUsize,
    end: AtomicU8,
    wake: Notify,
}

impl Connection {
    pub(super) fn new(address: IpAddr, clock: Arc<Coarse>) -> Self {
        let now = clock.now();
        Self {
            address,
            clock,
            under_way: AtomicUsize::new(0),
            bodies: AtomicUsize::new(0),
            is_reading: AtomicBool::new(true),
            is_multiplexed: AtomicBool::new(false),
            since: AtomicU64::new(now),
            blocked_since: AtomicU64::new(0),
            taken: AtomicUsize::new(0),
            end: AtomicU8::new(0),
            wake: Notify::new(),
        }
    }

    /// What the client owes, and for how many milliseconds.
    pub(super) fn phase(&self, now: u64) -> (Phase, u64) {
        let (under_way, bodies) = (self.under_way.load(Relaxed), self.bodies.load(Relaxed));
        let phase = if under_way > bodies {
            Phase::Work
        } else if bodies > 0 {
            Phase::Body
        } else if self.is_reading.load(Relaxed) {
            Phase::Head
        } else {
            Phase::Idle
        };
        (phase, now.saturating_sub(self.since.load(Relaxed)))
    }

    /// How this connection has to end by now, and what for.
    pub(super) fn overdue(&self, now: u64, limits: &ConnectionLimits) -> Option<(End, &'static str)> {
        let exceeds = |spent: u64, limit: std::time::Duration| u128::from(spent) >= limit.as_millis();
        let blocked = self.blocked_since.load(Relaxed);
        if blocked > 0 && exceeds(now.saturating_sub(blocked), limits.write) {
            return Some((End::Now, "write_timeout"));
        }
        match self.phase(now) {
            (Phase::Head, spent) if exceeds(spent, limits.head) => Some((End::Now, "head_timeout")),
            (Phase::Idle, spent) if exceeds(spent, limits.idle) => Some((End::WhenDone, "idle")),
            _ => None,
        }
    }

    /// Whether no request is under way, so that what is written may be about a head that is none.
    pub(super) fn is_unengaged(&self) -> bool {
        self.under_way.load(Relaxed) == 0
    }

    /// Something was read.
    pub(super) fn read(&self) {
        if !self.is_reading.load(Relaxed)
            && self.under_way.load(Relaxed) == 0
            && !self.is_multiplexed.load(Relaxed)
        {
            self.is_reading.store(true, Relaxed);
            self.since.store(self.clock.now(), Relaxed);
        }
    }

    /// So many of `offered` bytes were taken by the socket.
    pub(super) fn wrote(&self, taken: usize, offered: usize) {
        if self.blocked_since.load(Relaxed) == 0 {
            return;
        }
        if taken >= offered {
            self.blocked_since.store(0, Relaxed);
        } else if self.taken.fetch_add(taken, Relaxed) + taken >= PROGRESS_BYTES {
            self.taken.store(0, Relaxed);
            self.blocked_since.store(self.clock.now(), Relaxed);
        }
    }

    /// The socket has no room for what is to be written.
    pub(super) fn blocked(&self) {
        if self.blocked_since.load(Relaxed) == 0 {
            self.taken.store(0, Relaxed);
            self.blocked_since.store(self.clock.now(), Relaxed);
        }
    }

    /// Asks the connection's task to end it.
    pub(super) fn finish(&self, end: End) {
        self.end.store(if end == End::Now { 2 } else { 1 }, Relaxed);
        self.wake.notify_one();
    }

    /// Waits until the connection is to end.
    pub(super) async fn ended(&self) -> End {
        self.wake.notified().await;
        if self.end.load(Relaxed) == 2 { End::Now } else { End::WhenDone }
    }

    fn begin_phase(&self) {
        self.since.store(self.clock.now(), Relaxed);
    }
}

/// What the listener knows of a request; absent where an application is called without one.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    connection: Arc<Connection>,
    /// When the listener stops.
    stop: CancellationToken,
    /// The listener serves this machine only.
    pub(crate) is_loopback: bool,
}

impl Arrival {
    pub(super) fn new(connection: Arc<Connection>, stop: CancellationToken, is_loopback: bool) -> Self {
        Self { connection, stop, is_loopback }
    }

    /// Cancelled when the listener stops: what would go on for ever has to end.
    pub(crate) fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    /// A head is complete: its request is under way until the guard is dropped.
    pub(super) fn begin(&self, version: Version) -> UnderWay {
        let connection = Arc::clone(&self.connection);
        connection.under_way.fetch_add(1, Relaxed);
        connection.is_reading.store(false, Relaxed);
        if version == Version::HTTP_2 {
            connection.is_multiplexed.store(true, Relaxed);
        }
        UnderWay(connection)
    }

    /// The request's body is waited for until the guard is dropped.
    pub(crate) fn await_body(&self) -> AwaitedBody {
        let connection = Arc::clone(&self.connection);
        if connection.bodies.fetch_add(1, Relaxed) == 0 {
            connection.begin_phase();
        }
        AwaitedBody(connection)
    }
}

/// A request that is under way.
#[derive(Debug)]
pub(super) struct UnderWay(Arc<Connection>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        if self.0.under_way.fetch_sub(1, Relaxed) == 1 {
            self.0.begin_phase();
        }
    }
}

/// A body that has not come whole.
#[derive(Debug)]
pub(crate) struct AwaitedBody(Arc<Connection>);

impl Drop for AwaitedBody {
    fn drop(&mut self) {
        self.0.bodies.fetch_sub(1, Relaxed);
    }
}

/// The body of an answer, whose request is under way until it has left.
#[derive(Debug)]
pub(super) struct Answering<B> {
    body: B,
    _under_way: UnderWay,
}

impl<B> Answering<B> {
    pub(super) fn new(body: B, under_way: UnderWay) -> Self {
        Self { body, _under_way: under_way }
    }
}

impl<B: Body<Data = Bytes, Error = io::Error> + Unpin> Body for Answering<B> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
