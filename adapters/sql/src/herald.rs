//! Wakes the relay that holds the outbox after a commit, wherever in the deployment it runs.
//!
//! One relay at a time holds an outbox. Where it is in this process, a signal is enough. Where this process stands by, its
//! commits are announced on `PostgreSQL` by `NOTIFY`: in a statement of its own, because inside of a commit it would make
//! all commits wait for each other, and at most once per [`BREATH`], however many commits there were. So an event never
//! waits for the holder's sweep, and a relay that stands by asks for the lease by its sweep only.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::Mutex;
use sea_orm::sqlx::postgres::{PgConnection, PgListener, PgPoolOptions};
use sea_orm::sqlx::{self, Acquire, Executor};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::reach::{Connector, PING_LIMIT, in_time};

/// The channel of the announcements. Channels are apart by database.
const CHANNEL: &str = "eop_outbox";
/// Between two announcements: the longest that an event waits for the next one.
const BREATH: Duration = Duration::from_millis(10);
/// When nothing was heard for this long, the connection is asked whether it still carries anything.
const QUIET: Duration = Duration::from_secs(5);
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
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Herald {
    /// A herald that announces to other processes on the same database, and listens to them.
    pub(crate) fn on_postgres(connector: &Connector) -> Self {
        let herald = Self::default();
        // Neither of the two may wait for the other, or for a query: each has a connection of its own.
        let ear = Ear {
            connector: connector.clone(),
            wake: Arc::clone(&herald.wake),
            stands_by: Arc::clone(&herald.stands_by),
        };
        let announcing = announce(connector.clone(), Arc::clone(&herald.news));
        #[expect(clippy::disallowed_methods, reason = "closing the herald ends these tasks")]
        let tasks = vec![tokio::spawn(ear.listen()), tokio::spawn(announcing)];
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

    /// Ends the tasks, which drops their connections.
    pub(crate) async fn close(&self) {
        let tasks = std::mem::take(&mut *self.tasks.lock());
        for task in tasks {
            task.abort();
            // It was aborted, so there is nothing to learn from how it ended.
            let _ = task.await;
        }
    }
}

impl Drop for Herald {
    fn drop(&mut self) {
        for task in self.tasks.lock().drain(..) {
            task.abort();
        }
    }
}

/// Announces news until it is aborted.
async fn announce(connector: Connector, news: Arc<Notify>) {
    let mut kept: Option<PgConnection> = None;
    loop {
        news.notified().await;
        match announce_once(&connector, kept.take()).await {
            Ok(connection) => kept = Some(connection),
            Err(error) => {
                tracing::debug!(%error, "news of the outbox cannot be announced; the holder's sweep finds them");
                sleep(PAUSE).await;
            }
        }
        sleep(BREATH).await;
    }
}

async fn announce_once(
    connector: &Connector,
    kept: Option<PgConnection>,
) -> Result<PgConnection, sqlx::Error> {
    let mut connection = match kept {
        Some(connection) => connection,
        None => connector.connect().await?,
    };
    let announcing = sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL).execute(&mut connection);
    in_time(PING_LIMIT, announcing).await?;
    Ok(connection)
}

/// Hears the announcements of other processes.
struct Ear {
    connector: Connector,
    wake: Arc<Notify>,
    stands_by: Arc<AtomicBool>,
}

impl Ear {
    /// Wakes the relay of this process on announcements, if it holds the outbox, until it is aborted.
    async fn listen(self) {
        let mut again = false;
        loop {
            if let Err(error) = self.hear(again).await {
                tracing::debug!(%error, "news of the outbox cannot be heard; the sweep finds them");
            }
            sleep(PAUSE).await;
            again = true;
        }
    }

    async fn hear(&self, again: bool) -> Result<(), sqlx::Error> {
        // Finds out where the server is now; the listener needs a pool, which knows one address.
        drop(self.connector.connect().await?);
        let pool = PgPoolOptions::new().max_connections(1).connect_lazy_with(self.connector.last());
        let mut listener = in_time(PING_LIMIT, PgListener::connect_with(&pool)).await?;
        listener.eager_reconnect(false);
        in_time(PING_LIMIT, listener.listen(CHANNEL)).await?;
        if again {
            // There may have been news meanwhile.
            self.tell();
        }
        loop {
            match timeout(QUIET, listener.try_recv()).await {
                Ok(Ok(Some(_))) => self.tell(),
                Ok(Ok(None)) => return Err(sqlx::Error::Io(io::ErrorKind::ConnectionAborted.into())),
                Ok(Err(error)) => return Err(error),
                // Nobody wrote, or nothing comes through any more: only an answer tells which.
                Err(_) => {
                    if let Err(error) = in_time(PING_LIMIT, listener.execute("SELECT 1")).await {
                        self.bury(listener).await;
                        return Err(error);
                    }
                }
            }
        }
    }

    fn tell(&self) {
        if !self.stands_by.load(Ordering::Relaxed) {
            self.wake.notify_one();
        }
    }

    /// Closes a connection that says nothing. A listener that is dropped would wait for its answer to a goodbye, for ever
    /// and on a task of its own; so it gets another connection to say that on.
    async fn bury(&self, mut listener: PgListener) {
        if let Ok(other) = self.connector.connect().await
            && let Ok(silent) = listener.acquire().await
        {
            *silent = other;
        }
    }
}
