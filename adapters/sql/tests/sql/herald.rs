//! Several processes on one database: an event reaches the relay that holds the outbox at once, whoever wrote it.

use std::time::Duration;

use eop_contract::fixture::{an_event, an_order, inserted};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::outbox::{Claim, Outbox};
use eop_core::order::port::OrderStore;
use eop_sql::{Database, SqlOrders, SqlOutbox};
use tokio::time::timeout;

use super::support::{Engine, Postgres, Schema, Scratch, server};

/// How many messages a relay of this name gets.
async fn claimed_by(database: &Database, relay: &str) -> usize {
    let now = an_order().build().created_at;
    let claim = Claim { relay, now, lease: Duration::from_mins(1), limit: 10, except: &[] };
    SqlOutbox::new(database).claim(claim).await.unwrap().len()
}

async fn place(database: &Database, n: u64) {
    let order = an_order().numbered(n).build();
    let event = an_event().numbered(n).build();
    let commit = Commit { events: vec![event], ..Commit::of(vec![inserted(&order)]) };
    SqlOrders::new(database).commit(commit).await.unwrap();
}

#[tokio::test]
async fn the_holder_hears_of_what_another_process_wrote() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let (holder, other) = (&scratch.database, Database::connect(&scratch.settings).await.unwrap());
    assert_eq!((claimed_by(holder, "holder").await, claimed_by(&other, "other").await), (0, 0));
    let (holders_wake, others_wake) = (holder.outbox_wake(), other.outbox_wake());

    // Until the holder listens, news go unheard, and its sweep would find them.
    let mut written = 0;
    let heard = loop {
        written += 1;
        place(&other, written).await;
        if timeout(Duration::from_millis(200), holders_wake.notified()).await.is_ok() || written == 50 {
            break written < 50;
        }
    };
    assert!(heard, "nothing was heard of {written} commits");
    let idle = timeout(Duration::from_millis(100), others_wake.notified()).await.is_err();
    assert!(idle, "who stands by asks for the lease by its sweep only");
    assert_eq!(claimed_by(holder, "holder").await, usize::try_from(written).unwrap().min(10));
    other.close().await;
}

async fn the_process_that_holds_the_outbox_is_woken_by_its_own_commits<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let wake = scratch.database.outbox_wake();
    assert_eq!(claimed_by(&scratch.database, "holder").await, 0);
    place(&scratch.database, 1).await;
    timeout(Duration::from_secs(5), wake.notified()).await.expect("the commit wakes the relay");
}

#[tokio::test]
async fn on_sqlite_the_holder_is_woken() {
    the_process_that_holds_the_outbox_is_woken_by_its_own_commits::<super::support::Sqlite>().await;
}

#[tokio::test]
async fn on_postgres_the_holder_is_woken() {
    if server().is_some() {
        the_process_that_holds_the_outbox_is_woken_by_its_own_commits::<Postgres>().await;
    }
}
