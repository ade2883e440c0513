//! Places for operations, and what happens when there is none.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU64, AtomicUsize};

use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use futures::TryStreamExt;
use hyper::body::Body as _;
use poem::{Body, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use crate::problem::Problem;

/// How often shedding is said.
const REPORT_MS: u64 = 1000;

/// The places of a service.
#[derive(Debug)]
pub(super) struct Room {
    service: String,
    places: Arc<Semaphore>,
    /// Requests shed since that was last said.
    shed: AtomicUsize,
    opened: Instant,
    /// When it was, in milliseconds since `opened`.
    said: AtomicU64,
}

impl Room {
    pub(super) fn new(service: &str, places: usize) -> Self {
        Self {
            service: service.to_owned(),
            places: Arc::new(Semaphore::new(places.min(Semaphore::MAX_PERMITS))),
            shed: AtomicUsize::new(0),
            opened: Instant::now(),
            said: AtomicU64::new(0),
        }
    }

    /// Whether every place is taken at this moment, so that what comes need not be looked at.
    pub(super) fn is_full(&self) -> bool {
        self.places.available_permits() == 0
    }

    /// A place, while there is one.
    pub(super) fn enter(&self) -> Option<OwnedSemaphorePermit> {
        if self.shed.load(Relaxed) > 0 {
            self.report();
        }
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Counts a request that was shed.
    pub(super) fn note_shed(&self) {
        self.shed.fetch_add(1, Relaxed);
        self.report();
    }

    /// Says how many were shed, in one line per second however many there are. The last ones are said with the next
    /// request that comes.
    fn report(&self) {
        let now =
            u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX).saturating_add(REPORT_MS);
        let said = self.said.load(Relaxed);
        let is_due = now.saturating_sub(said) >= REPORT_MS;
        if is_due && self.said.compare_exchange(said, now, Relaxed, Relaxed).is_ok() {
            let count = self.shed.swap(0, Relaxed);
            tracing::warn!(service = self.service, count, "requests were shed: too many were being served");
        }
    }
}

/// The answer, whose body holds `place` until it ends if it is made while it is sent. One that is whole already needs no
/// place: who takes it slowly keeps nobody from working.
pub(super) fn held(place: OwnedSemaphorePermit, answer: Response) -> Response {
    let (parts, body) = answer.into_parts();
    let frames: hyper::Response<_> = Response::from(body).into();
    let frames = frames.into_body();
    if frames.size_hint().exact().is_some() {
        return Response::from_parts(parts, Body::from(frames));
    }
    let held = Body::from(frames).into_bytes_stream().inspect_ok(move |_| {
        let _held = &place;
    });
    Response::from_parts(parts, Body::from_bytes_stream(held))
}

pub(super) fn overloaded() -> Problem {
    Problem::new(ErrorKind::Unavailable, OVERLOADED)
        .detail("too many requests are being served: try again in a second")
}

/// The code of what is shed here.
const OVERLOADED: &str = "service.overloaded";

/// Whether this is the code of a request that was shed: here, or because the store has too many commits in hand.
pub(super) fn is_overload(code: &str) -> bool {
    code == OVERLOADED || code == StoreError::Overloaded.code()
}
