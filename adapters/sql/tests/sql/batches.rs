//! Commits of any context that come together are written in one go, also where a new row refers to another one of its
//! commit: the rows of a batch are written table by table.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{
    a_delivery, a_notification, a_recipient, a_session, an_account, an_attempt, an_event, id,
};
use eop_core::identity::port::{IdentityStore, IdentityWrite};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::id::{EventId, NotificationId};
use eop_core::notification::model::Notification;
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_sql::{SqlIdentity, SqlNotifications};

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, metric, on_both_engines, waits_for};

/// Writes the first of these alone, and the others while it is being written: how often the database was asked to.
async fn goes<E: Engine, W: Send + 'static, F>(
    scratch: &Scratch<E>,
    writes: Vec<Vec<W>>,
    commit: impl Fn(Commit<W>) -> F,
) -> u64
where
    F: Future<Output = Result<(), CommitError>> + Send + 'static,
{
    let block = E::block(&scratch.settings).await;
    let mut tasks = Vec::new();
    for (n, writes) in (1..).zip(writes) {
        let events = vec![an_event().numbered(n).build()];
        tasks.push(tokio::spawn(commit(Commit { events, ..Commit::of(writes) })));
        waits_for(|| metric(&scratch.database, "eop_commit_wait_seconds_count") == 1).await;
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    metric(&scratch.database, "eop_commit_round_trips_total")
}

async fn identity_is_written_in_one_go<E: Engine>() {
    let scratch = Scratch::<E>::tuned(Schema::Identity, |settings| settings.writers = 1).await;
    let store = Arc::new(SqlIdentity::new(&scratch.database));
    let people = (1..=9).map(|n| {
        let account = an_account().numbered(n).build();
        let session = a_session().numbered(n).of(account.id).build();
        vec![IdentityWrite::InsertSession(session), IdentityWrite::InsertAccount(account)]
    });
    let commit = |commit| {
        let store = Arc::clone(&store);
        async move { store.commit(commit).await }
    };
    assert_eq!(goes(&scratch, people.collect(), commit).await, 2);
}

async fn notifications_are_written_in_one_go<E: Engine>() {
    let scratch = Scratch::<E>::tuned(Schema::Notification, |settings| settings.writers = 1).await;
    let store = Arc::new(SqlNotifications::new(&scratch.database));
    let news = (1..=9).map(|n| {
        let (told, event) = (NotificationId(id(n)), EventId(id(n)));
        let delivery = a_delivery().numbered(n).of(told).build();
        vec![
            NotificationWrite::PutAttempt(an_attempt(delivery.id, 1)),
            NotificationWrite::InsertDelivery(delivery),
            NotificationWrite::InsertNotification(Notification { id: told, event, ..a_notification(n) }),
            NotificationWrite::PutRecipient(a_recipient(n)),
        ]
    });
    let commit = |commit| {
        let store = Arc::clone(&store);
        async move { store.commit(commit).await }
    };
    assert_eq!(goes(&scratch, news.collect(), commit).await, 2);
}

on_both_engines!(identity_is_written_in_one_go, notifications_are_written_in_one_go);
