//! Streams while they are open: how many there may be, what keeps them open, and what ends them.
//!
//! A stream takes a place of its own kind and gives the place of its request back once it is open: listeners, who wait,
//! do not keep out those who work. It holds its place until its body is gone. Its events wait in a bounded queue between
//! the task that makes them and the connection that sends them, so that a client that reads slowly holds up nobody and is
//! let go with the advice to come back; where it comes back, it goes on from the last event that it saw.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use eop_core::kernel::actor::Principal;
use futures::FutureExt;
use futures::future::{BoxFuture, OptionFuture};
use hyper::body::Bytes;
use poem::Body;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, MissedTickBehavior, interval_at};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use super::room;
use crate::caller::Watch;
use crate::metrics::{Counted, Metrics};
use crate::options::HttpOptions;
use crate::problem::Problem;
use crate::stream::{BUFFERED, Queue, Source, too_many};

/// How often a client hears of us: half of what the impatient among proxies wait.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// After how long a client comes back: at least so much, and each after another while, so that they do not come as one.
const COME_BACK_MS: u64 = 1000;
const SPREAD_MS: u64 = 3000;

/// The streams of a service.
#[derive(Debug)]
pub(super) struct Streams {
    service: String,
    metrics: Metrics,
    places: Arc<Semaphore>,
    accounts: Accounts,
    per_account: usize,
    tasks: TaskTracker,
    ended: AtomicU64,
}

/// How many streams each account has.
type Accounts = Arc<Mutex<HashMap<Principal, usize>>>;

/// Why a stream ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The client went away.
    Left,
    /// The client took nothing for too long.
    Slow,
    /// The token is good no more.
    Refused,
    /// The process stops.
    Shutdown,
    /// There is nothing more to send.
    Done,
    /// What sends the events failed.
    Failed,
}

impl End {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Slow => "slow",
            Self::Refused => "refused",
            Self::Shutdown => "shutdown",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// What the client is told, in a comment for whoever looks.
    fn reason(self) -> &'static str {
        match self {
            Self::Left | Self::Done => "that was all",
            Self::Slow => "events were not taken in time: come back with the last id as Last-Event-ID",
            Self::Refused => "the access token is good no more: come back with another one",
            Self::Shutdown => "the service stops: come back with the last id as Last-Event-ID",
            Self::Failed => "the service could not go on: come back with the last id as Last-Event-ID",
        }
    }
}

/// A stream that has a place and is not open yet.
pub(super) struct Opening {
    pub(super) source: Source,
    pub(super) place: Place,
    /// The token that it was opened with.
    pub(super) token: Option<Watch>,
    /// When the listener stops.
    pub(super) stop: Option<CancellationToken>,
}

/// How a stream went.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) end: End,
    pub(super) events: u64,
    pub(super) cause: Option<String>,
}

impl Streams {
    pub(super) fn new(service: &str, options: &HttpOptions, metrics: &Metrics) -> Self {
        Self {
            service: service.to_owned(),
            metrics: metrics.clone(),
            places: Arc::new(Semaphore::new(options.max_streams.min(Semaphore::MAX_PERMITS))),
            accounts: Accounts::default(),
            per_account: options.max_streams_per_account,
            tasks: TaskTracker::new(),
            ended: AtomicU64::new(0),
        }
    }

    /// A place for a stream of `account`.
    pub(super) fn enter(&self, account: Option<&Principal>) -> Result<Place, Problem> {
        let permit = Arc::clone(&self.places).try_acquire_owned().map_err(|_| full())?;
        let account = account.map(|account| self.count(account)).transpose()?;
        let counted = self.metrics.stream_opened(&self.service);
        Ok(Place { _permit: permit, _account: account, _counted: counted })
    }

    fn count(&self, account: &Principal) -> Result<Account, Problem> {
        let mut open = locked(&self.accounts);
        let own = open.entry(account.clone()).or_default();
        if *own >= self.per_account {
            return Err(too_many(self.per_account));
        }
        *own += 1;
        Ok(Account { accounts: Arc::clone(&self.accounts), account: account.clone() })
    }

    /// Opens the stream: gives its body, and tells `done` how it went once it has ended.
    pub(super) fn open(&self, opening: Opening, done: impl FnOnce(Outcome) + Send + 'static) -> Body {
        let Opening { source, place, token, stop } = opening;
        let (sender, events) = channel(BUFFERED);
        let last = Arc::new(OnceLock::new());
        let body = Frames { events, last: Arc::clone(&last), is_over: false, _place: place };
        let queue = Queue::new(sender);
        let after = self.ended.fetch_add(1, Relaxed).wrapping_mul(617) % SPREAD_MS + COME_BACK_MS;
        let (metrics, service) = (self.metrics.clone(), self.service.clone());
        let run = async move {
            let (end, cause) = run(source(queue.clone()), &queue, token, stop).await;
            // Before the queue is closed, which is when it is read. Nobody else writes it.
            let _first = last.set(Bytes::from(format!("retry: {after}\n: {}\n\n", end.reason())));
            let events = queue.sent();
            drop(queue);
            metrics.stream_ended(&service, end.as_str());
            done(Outcome { end, events, cause });
        };
        self.tasks.spawn(run.in_current_span());
        Body::from_bytes_stream(body)
    }
}

/// Sends events until something ends the stream.
async fn run(
    source: BoxFuture<'static, Result<(), Problem>>,
    queue: &Queue,
    token: Option<Watch>,
    stop: Option<CancellationToken>,
) -> (End, Option<String>) {
    let stopped = OptionFuture::from(stop.as_ref().map(CancellationToken::cancelled));
    let refused = OptionFuture::from(token.as_ref().map(Watch::refused));
    let beating = async {
        let mut beat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beat.tick().await;
            queue.beat();
        }
    };
    tokio::select! {
        biased;
        Some(()) = stopped => (End::Shutdown, None),
        () = queue.abandoned() => (End::Left, None),
        Some(()) = refused => (End::Refused, None),
        () = queue.stuck() => (End::Slow, None),
        outcome = AssertUnwindSafe(source).catch_unwind() => match outcome {
            Ok(Ok(())) => (End::Done, None),
            Ok(Err(problem)) => {
                let cause = problem.cause().map_or_else(|| problem.code().to_owned(), str::to_owned);
                (End::Failed, Some(cause))
            }
            Err(_panic) => (End::Failed, Some("a panic".to_owned())),
        },
        never = beating => { let never: Infallible = never; match never {} }
    }
}

/// A place of a stream, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    _permit: OwnedSemaphorePermit,
    _account: Option<Account>,
    _counted: Counted,
}

/// One of the streams of an account.
#[derive(derive_more::Debug)]
struct Account {
    #[debug(skip)]
    accounts: Accounts,
    account: Principal,
}

impl Drop for Account {
    fn drop(&mut self) {
        let mut open = locked(&self.accounts);
        if let Some(own) = open.get_mut(&self.account) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.account);
            }
        }
    }
}

fn locked(accounts: &Accounts) -> MutexGuard<'_, HashMap<Principal, usize>> {
    // Every change is complete before anything can panic.
    accounts.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The body of a stream: its events, and last what the client is told to do.
struct Frames {
    events: Receiver<Bytes>,
    last: Arc<OnceLock<Bytes>>,
    is_over: bool,
    _place: Place,
}

impl futures::Stream for Frames {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        self.events.poll_recv(context).map(|frame| {
            frame
                .or_else(|| {
                    self.is_over = true;
                    self.last.get().cloned()
                })
                .map(Ok)
        })
    }
}

fn full() -> Problem {
    room::overloaded().detail("too many streams are open here: try again in a second")
}
