//! The guard of the life of orders: whoever writes to the database, an order takes the steps of the table and no others.

use std::collections::BTreeSet;

use eop_contract::fixture::{an_order, inserted, stepped};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::order::model::{Action, LIFE, Order, Status};
use eop_core::order::port::{OrderQueries, OrderStore};
use eop_sql::{Database, SqlOrders};
use sea_orm::ConnectionTrait;

use crate::support::{Engine, Postgres, Schema, Scratch, Sqlite, on_both_engines};

/// Whether the database takes this change of an order, past everything that this program checks.
async fn takes(database: &Database, order: &Order, change: &str) -> bool {
    let update = format!("UPDATE orders SET {change} WHERE number = '{}'", order.number);
    match database.connection().execute_unprepared(&update).await {
        Ok(done) => {
            assert_eq!(done.rows_affected(), 1, "{update}");
            true
        }
        Err(error) => {
            assert!(error.to_string().contains("an order does not"), "{error}");
            false
        }
    }
}

async fn an_order_in(store: &SqlOrders, n: u64, status: Status) -> Order {
    let order = an_order().numbered(n).in_status(status).build();
    store.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
    order
}

async fn the_database_takes_the_steps_of_the_table_and_no_others<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let store = SqlOrders::new(&scratch.database);
    let mut taken = BTreeSet::new();
    let mut n = 0;
    for from in Status::ALL {
        for to in Status::ALL {
            n += 1;
            let order = an_order_in(&store, n, *from).await;
            if takes(&scratch.database, &order, &format!("status = '{to}', version = version + 1")).await {
                taken.insert((*from, *to));
            }
        }
    }
    assert_eq!(taken, LIFE.steps().collect(), "what the database takes is what the table has");
    let order = an_order_in(&store, n + 1, Status::Created).await;
    let step = format!("status = '{}', version = version + 1", "ON_HOLD");
    assert!(!takes(&scratch.database, &order, &step).await, "nor a status that nobody knows");
}

async fn a_version_is_one_more_or_the_same<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let store = SqlOrders::new(&scratch.database);
    let order = an_order_in(&store, 1, Status::Created).await;
    for (change, is_taken) in [
        ("status = 'APPROVED'", false),
        ("status = 'APPROVED', version = version + 2", false),
        ("version = version + 2", false),
        ("version = version - 1", false),
        ("note = 'ring twice'", true),
        ("status = 'APPROVED', version = version + 1", true),
        // Nothing leads from there to itself.
        ("version = version + 1", false),
    ] {
        assert_eq!(takes(&scratch.database, &order, change).await, is_taken, "{change}");
    }
}

/// A program that lost its mind is refused, alone, and leaves nothing behind.
async fn a_commit_with_no_such_step_is_refused_and_no_other<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let store = SqlOrders::new(&scratch.database);
    let orders =
        [an_order_in(&store, 1, Status::Created).await, an_order_in(&store, 2, Status::Created).await];
    let (_, ship) = stepped(&orders[0], Action::Ship, Status::Shipped);
    let (approved, approve) = stepped(&orders[1], Action::Approve, Status::Approved);
    let (bad, good) =
        tokio::join!(store.commit(Commit::of(vec![ship])), store.commit(Commit::of(vec![approve])));
    assert!(matches!(bad, Err(CommitError::Store(StoreError::Refused(_)))), "{bad:?}");
    good.unwrap();
    assert_eq!(store.find(orders[0].id).await.unwrap(), Some(orders[0].clone()));
    assert_eq!(store.history(orders[0].id).await.unwrap().len(), 1);
    assert_eq!(store.find(orders[1].id).await.unwrap(), Some(approved));
}

on_both_engines!(
    the_database_takes_the_steps_of_the_table_and_no_others,
    a_version_is_one_more_or_the_same,
    a_commit_with_no_such_step_is_refused_and_no_other,
);
