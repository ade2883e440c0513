//! Wakes the relay that holds the outbox after a commit, wherever in the deployment it runs.
//!
//! One relay at a time holds an outbox. Where it is in this process, a signal is enough. Where this process stands by, its
//! commits are announced on `PostgreSQL` by `NOTIFY`: in a statement of its own, because inside of a commit it would make
//! all commits wait for each other, and at most once per [`BREATH`], however many commits there were. So an event never
//! waits for the holder's sweep, and a relay that stands by asks for the lease by its sweep only.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::Mutex;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};
use sea_orm::sqlx::{self, Executor};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// The channel of the announcements. Channels are apart by database.
const CHANNEL: &str = "eop_outbox";
/// Between two announcements: the longest that an event waits for the next one.
const BREATH: Duration = Duration::from_millis(10);
/// Before the next try when the database is away. Meanwhile the holder's sweep finds what there is.
const PAUSE: Duration = Duration::from_secs(1);

/// Wakes the relay that holds the outbox.
#[derive(Debug, Default)]
pub(crate) struct Herald {
    /// Wakes the relay of this process.
    wake: Arc<Notify>,
    /// Wakes the task that announces.
    news: Arc<Notify>,
    /// Whether another process holds the outbox, as the last claim found it.
    stands_by: Arc<AtomicBool>,
    tasks: Mutex<Vec<(JoinHandle<()>, PgPool)>>,
}

impl Herald {
    /// A herald that announces to other processes on the same database, and listens to them.
    pub(crate) fn on_postgres(options: &PgConnectOptions) -> Self {
        let herald = Self::default();
        // Neither of the two may wait for the other, or for a query.
        let pool = || PgPoolOptions::new().max_connections(1).connect_lazy_with(options.clone());
        let (heard, announced) = (pool(), pool());
        let listening = listen(heard.clone(), Arc::clone(&herald.wake), Arc::clone(&herald.stands_by));
        let announcing = announce(announced.clone(), Arc::clone(&herald.news));
        #[expect(clippy::disallowed_methods, reason = "closing the herald ends these tasks")]
        let tasks = vec![(tokio::spawn(listening), heard), (tokio::spawn(announcing), announced)];
        *herald.tasks.lock() = tasks;
        herald
    }

    /// What wakes the relay of this process.
    pub(crate) fn wake(&self) -> Arc<Notify> {
        Arc::clone(&self.wake)
    }

    /// There is something new in the outbox.
    pub(crate) fn tell(&self) {
        let announces = !self.tasks.lock().is_empty();
        if announces && self.stands_by.load(Ordering::Relaxed) {
            self.news.notify_one();
        } else {
            self.wake.notify_one();
        }
    }

    /// A claim found the outbox held by another relay, or took it.
    pub(crate) fn found(&self, held_by_another: bool) {
        self.stands_by.store(held_by_another, Ordering::Relaxed);
    }

    /// Ends the tasks and closes their connections.
    pub(crate) async fn close(&self) {
        let tasks = std::mem::take(&mut *self.tasks.lock());
        for (task, pool) in tasks {
            task.abort();
            // It was aborted, so there is nothing to learn from how it ended.
            let _ = task.await;
            pool.close().await;
        }
    }
}

impl Drop for Herald {
    fn drop(&mut self) {
        for (task, _) in self.tasks.lock().drain(..) {
            task.abort();
        }
    }
}

/// Announces news until it is aborted.
async fn announce(pool: PgPool, news: Arc<Notify>) {
    loop {
        news.notified().await;
        let announced = pool.execute(sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL)).await;
        if let Err(error) = announced {
            tracing::debug!(%error, "news of the outbox cannot be announced; the holder's sweep finds them");
            sleep(PAUSE).await;
        }
        sleep(BREATH).await;
    }
}

/// Wakes the relay of this process on announcements, if it holds the outbox, until it is aborted.
async fn listen(pool: PgPool, wake: Arc<Notify>, stands_by: Arc<AtomicBool>) {
    loop {
        if let Err(error) = hear(&pool, &wake, &stands_by).await {
            tracing::debug!(%error, "news of the outbox cannot be heard; the sweep finds them");
        }
        sleep(PAUSE).await;
    }
}

async fn hear(pool: &PgPool, wake: &Notify, stands_by: &AtomicBool) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        // Nothing is a connection that was lost and made again: there may have been news meanwhile.
        listener.try_recv().await?;
        if !stands_by.load(Ordering::Relaxed) {
            wake.notify_one();
        }
    }
}
