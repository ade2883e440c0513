//! Rows of a newer version: a word that this one does not know takes its own row out of a list, and nothing else with it.

use eop_contract::fixture::{
    a_delivery, a_key, a_note, a_notification, a_recipient, a_session, an_account, an_attempt, an_order,
    at_s, inserted, result_of, stepped, user,
};
use eop_core::identity::model::KeyState;
use eop_core::identity::port::{AccountFilter, IdentityQueries, IdentityStore, IdentityWrite};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::notification::model::{Attempt, AttemptOutcome, Channel, Lane};
use eop_core::notification::port::{
    DeliveryQueue, DueClaim, NotificationFilter, NotificationQueries, NotificationStore, NotificationWrite,
    TakenUp,
};
use eop_core::order::model::{Action, Status, Visibility};
use eop_core::order::port::{OrderFilter, OrderQueries, OrderSort, OrderStore, OrderWrite};
use eop_sql::{Database, SqlIdentity, SqlNotifications, SqlOrders};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::support::{Engine, Postgres, Schema, Scratch, Sqlite, on_both_engines};

/// Writes as a newer version does.
async fn newer_version(database: &Database, change: &str) {
    let changed = database.connection().execute_unprepared(change).await.unwrap();
    assert!(changed.rows_affected() > 0, "{change}");
}

/// A newer version knows more steps of orders, and puts up a guard that lets them through; here it is none at all.
async fn a_newer_guard(database: &Database) {
    let connection = database.connection();
    let on = if connection.get_database_backend() == DbBackend::Postgres { " ON orders" } else { "" };
    connection.execute_unprepared(&format!("DROP TRIGGER orders_step{on}")).await.unwrap();
}

/// A single row that is asked for is said to be of a newer version: whoever asks again may be answered by that one.
fn is_newer<T: std::fmt::Debug>(read: Result<T, StoreError>, expected: (&str, &str, &str)) {
    let error = read.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Unavailable, "store.newer"));
    let StoreError::Newer { table, column, word, .. } = error else { panic!("{error:?}") };
    assert_eq!((table, column, word.as_str()), expected);
}

async fn a_list_of_orders_goes_without_a_status_that_is_not_known<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = SqlOrders::new(&scratch.database);
    let placed: Vec<_> = (1..=4).map(|n| an_order().numbered(n).build()).collect();
    orders.commit(Commit::of(placed.iter().map(inserted).collect())).await.unwrap();
    a_newer_guard(&scratch.database).await;
    newer_version(
        &scratch.database,
        &format!("UPDATE orders SET status = 'ON_HOLD' WHERE number = '{}'", placed[1].number),
    )
    .await;

    let mut page = PageRequest::first(2);
    let mut numbers = Vec::new();
    loop {
        let found = orders
            .list(&OrderFilter::default(), OrderSort::Number, Direction::Ascending, &page)
            .await
            .unwrap();
        numbers.extend(found.items.into_iter().map(|order| order.number));
        let Some(next) = found.next else { break };
        page.after = Some(next);
    }
    let others: Vec<String> = [0, 2, 3].map(|n: usize| placed[n].number.clone()).into();
    assert_eq!(numbers, others, "the pages go on behind it");
    is_newer(orders.find(placed[1].id).await, ("orders", "status", "ON_HOLD"));
    assert!(orders.find(placed[0].id).await.unwrap().is_some());
}

async fn the_history_and_notes_of_an_order_go_without_what_is_not_known<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = SqlOrders::new(&scratch.database);
    let order = an_order().build();
    let notes = [1, 2].map(|n| OrderWrite::AddNote(a_note(n, order.id, Visibility::Internal)));
    orders.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
    orders.commit(Commit::of(vec![stepped(&order, Action::Approve, Status::Approved).1])).await.unwrap();
    orders.commit(Commit::of(notes.into())).await.unwrap();
    assert_eq!(orders.history(order.id).await.unwrap().len(), 2);
    newer_version(&scratch.database, "UPDATE order_history SET action = 'hold'").await;
    assert_eq!(orders.history(order.id).await.unwrap(), []);
    assert_eq!(orders.notes(order.id, true, &PageRequest::first(20)).await.unwrap().items.len(), 2);
    newer_version(&scratch.database, "UPDATE order_note SET visibility = 'partners'").await;
    assert_eq!(orders.notes(order.id, true, &PageRequest::first(20)).await.unwrap().items, []);
}

async fn lists_of_notifications_go_without_what_is_not_known<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let mut writes = Vec::new();
    for n in 1..=3 {
        let delivery = a_delivery().numbered(n).build();
        let attempt = an_attempt(delivery.id, 1);
        let result = Some(result_of(AttemptOutcome::Accepted));
        writes.push(NotificationWrite::InsertNotification(a_notification(n)));
        writes.push(NotificationWrite::InsertDelivery(delivery));
        writes.push(NotificationWrite::PutAttempt(Attempt { result, ..attempt }));
    }
    store.commit(Commit::of(writes)).await.unwrap();
    let list = async || {
        let (filter, page) = (NotificationFilter::default(), PageRequest::first(10));
        store.list_notifications(&filter, Direction::Ascending, &page).await.unwrap().items
    };
    let told = list().await;
    assert_eq!(told.len(), 3);
    let (first, deliveries) = &told[0];
    let delivery = deliveries[0].id;

    newer_version(&scratch.database, "UPDATE attempt SET outcome = 'deferred'").await;
    assert_eq!(store.attempts_of(&[delivery]).await.unwrap(), []);
    newer_version(&scratch.database, "UPDATE delivery SET status = 'held'").await;
    assert_eq!(store.deliveries_of(first.id).await.unwrap(), []);
    is_newer(store.find_delivery(delivery).await, ("delivery", "status", "held"));
    newer_version(&scratch.database, "UPDATE delivery SET status = 'sent', channel = 'sms'").await;
    is_newer(store.find_delivery(delivery).await, ("delivery", "channel", "sms"));
    let told = list().await;
    assert!(told.len() == 3 && told.iter().all(|(_, deliveries)| deliveries.is_empty()), "{told:?}");
    newer_version(&scratch.database, "UPDATE notification SET kind = 'order.held'").await;
    assert_eq!(list().await, []);
    is_newer(store.find_notification(first.id).await, ("notification", "kind", "order.held"));
}

/// The other way round: the version before this one knows neither holders nor what is set aside, and claims, settles and
/// resends without a word about them.
async fn what_an_older_version_did_since_counts<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let mut writes = Vec::new();
    for n in 1..=2 {
        writes.push(NotificationWrite::InsertNotification(a_notification(n)));
        writes.push(NotificationWrite::InsertDelivery(a_delivery().numbered(n).build()));
    }
    store.commit(Commit::of(writes)).await.unwrap();
    newer_version(
        &scratch.database,
        "UPDATE notification SET kind = 'order.held' WHERE traceparent IS NOT NULL",
    )
    .await;
    let lease = std::time::Duration::from_mins(1);
    let (channel, lane) = (Channel::Email, Lane::News);
    let claim = DueClaim { holder: "one", channel, lane, now: at_s(1), lease, limit: 10 };
    assert_eq!(store.claim_due(claim).await.unwrap(), []);
    assert_eq!(store.set_aside().await.unwrap(), 2);
    let (now, until) = (at_s(10).to_rfc3339(), at_s(130).to_rfc3339());

    // An operator resends both there, and it claims them.
    let older = format!(
        "UPDATE delivery SET status = 'sending', due_at = '{until}', leased_until = '{until}', held_by = 'one', \
         updated_at = '{now}', version = version + 2"
    );
    newer_version(&scratch.database, &older).await;
    assert_eq!(store.set_aside().await.unwrap(), 0);
    assert_eq!(store.take_up(None, at_s(20), 10).await.unwrap(), TakenUp { freed: 0, next: None });
    assert_eq!(store.take_back(channel, "one", at_s(20)).await.unwrap(), 0, "an older version holds them");
    newer_version(
        &scratch.database,
        "UPDATE delivery SET status = 'failed', due_at = NULL, leased_until = NULL",
    )
    .await;
    newer_version(&scratch.database, "UPDATE notification SET kind = 'order.created'").await;
    assert_eq!(store.take_up(None, at_s(20), 10).await.unwrap().freed, 0, "a provider refused them");
}

async fn people_keep_roles_of_a_newer_version_and_the_others_work<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    store.commit(Commit::of(vec![NotificationWrite::PutRecipient(a_recipient(1))])).await.unwrap();
    newer_version(&scratch.database, r#"UPDATE recipient SET roles = '["approver","Team:Berlin 7"]'"#).await;
    let found = store.find_recipient(user(1)).await.unwrap().unwrap();
    assert_eq!(found.roles.iter().map(Role::as_str).collect::<Vec<_>>(), ["approver", "Team:Berlin 7"]);
}

async fn accounts_and_sessions_of_a_newer_version_take_nobody_with_them<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let store = SqlIdentity::new(&scratch.database);
    let (account, other) = (an_account().build(), an_account().numbered(2).build());
    let session = a_session().build();
    let writes = vec![
        IdentityWrite::InsertAccount(account.clone()),
        IdentityWrite::InsertAccount(other.clone()),
        IdentityWrite::InsertSession(session.clone()),
        IdentityWrite::InsertKey(a_key(1, KeyState::Active)),
    ];
    store.commit(Commit::of(writes)).await.unwrap();
    let of_account = format!("WHERE email = '{}'", account.email.as_str());
    newer_version(
        &scratch.database,
        &format!("UPDATE account SET roles = '[\"customer\",\"Team:7\"]' {of_account}"),
    )
    .await;
    let found = store.find_account(account.id).await.unwrap().unwrap();
    assert!(found.roles.contains(&Role::CUSTOMER) && found.roles.len() == 2, "{found:?}");

    newer_version(&scratch.database, &format!("UPDATE account SET state = 'dormant' {of_account}")).await;
    is_newer(store.find_account(account.id).await, ("account", "state", "dormant"));
    let (filter, page) = (AccountFilter::default(), PageRequest::first(10));
    let listed = store.list_accounts(&filter, Direction::Ascending, &page).await.unwrap();
    assert_eq!(listed.items.iter().map(|one| one.id).collect::<Vec<_>>(), [other.id]);

    let revoked = "UPDATE session SET revoked_at = created_at, revoked_reason = 'moon_phase'";
    newer_version(&scratch.database, revoked).await;
    is_newer(store.find_session(session.id).await, ("session", "revoked_reason", "moon_phase"));
    assert_eq!(store.list_sessions(account.id).await.unwrap(), []);

    newer_version(&scratch.database, "UPDATE signing_key SET state = 'compromised'").await;
    assert_eq!(store.signing_keys().await.unwrap(), [], "a key in a state that nobody knows signs nothing");
}

on_both_engines!(
    a_list_of_orders_goes_without_a_status_that_is_not_known,
    the_history_and_notes_of_an_order_go_without_what_is_not_known,
    lists_of_notifications_go_without_what_is_not_known,
    what_an_older_version_did_since_counts,
    people_keep_roles_of_a_newer_version_and_the_others_work,
    accounts_and_sessions_of_a_newer_version_take_nobody_with_them,
);
