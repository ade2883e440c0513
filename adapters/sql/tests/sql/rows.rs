//! What the contract suites cannot see: rows that do not make sense, text that `PostgreSQL` cannot hold, and changes of
//! many rows that meet changes of one.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use eop_contract::fixture::{
    a_dead_letter, a_delivery, a_notification, a_recipient, a_session, an_account, an_attempt, an_order,
    at_once, at_s, id, inserted, result_of, token, user,
};
use eop_core::identity::model::RevocationReason;
use eop_core::identity::port::{AccountFilter, IdentityQueries, IdentityStore, IdentityWrite};
use eop_core::identity::service::collisions;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::notification::model::{
    Attempt, AttemptOutcome, AttemptResult, Channel, DeadLetter, Lane, Recipient,
};
use eop_core::notification::port::{
    DeliveryQueue, DueClaim, NotificationQueries, NotificationStore, NotificationWrite,
};
use eop_core::order::model::decision::OrderRules;
use eop_core::order::port::OrderStore;
use eop_core::order::service::{OrderPorts, OrderService};
use eop_memory::{FixedClock, SequentialIds, TablePolicy};
use eop_migrations::identity::Migrator;
use eop_migrations::{migrate, pending, revert};
use eop_sql::{SqlIdentity, SqlNotifications, SqlOrders, SqlOutbox};
use sea_orm::ConnectionTrait;

use crate::support::{Engine, Postgres, Schema, Scratch, Sqlite, on_both_engines};

/// Of accounts from before addresses had one form, those that would be one today are found, on whichever page they are.
async fn accounts_whose_addresses_are_one_are_found<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let store = SqlIdentity::new(&scratch.database);
    let mut accounts: Vec<_> =
        (1..=250).map(|n| an_account().numbered(n).registered_at(at_s(1)).build()).collect();
    let spellings = [
        (0, "x@xn--bcher-kva.example"),
        (120, "x@bücher.example"),
        (249, "X@Bücher.Example"),
        (7, "a@ｅｘ.example"),
        (8, "A@ｅｘ.example"),
        (9, "only@straße.example"),
        (10, "a@0x7f.1"),
        (11, "b@EXAMPLE.com"),
    ];
    for (at, spelling) in spellings {
        accounts[at].email = Email::kept(spelling.to_owned());
    }
    accounts[200].created_at = at_s(0);
    let writes = accounts.iter().cloned().map(IdentityWrite::InsertAccount).collect();
    store.commit(Commit::of(writes)).await.unwrap();
    let found = collisions(&store, &store).await.unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.email.as_str(), one.accounts.iter().map(|account| account.email.as_str()).collect()))
        .collect();
    let expected: [(&str, Vec<&str>); 2] = [
        ("a@ex.example", vec!["a@ｅｘ.example", "A@ｅｘ.example"]),
        ("x@xn--bcher-kva.example", vec!["x@xn--bcher-kva.example", "x@bücher.example", "X@Bücher.Example"]),
    ];
    assert_eq!(found, expected);
}

/// Somebody signs out everywhere while their other tabs refresh: no session survives, whichever came first.
async fn a_revocation_among_refreshes_leaves_no_session_open<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let store = SqlIdentity::new(&scratch.database);
    let sessions: Vec<_> = (1..=24).map(|n| a_session().numbered(n).build()).collect();
    let mut writes = vec![IdentityWrite::InsertAccount(an_account().build())];
    writes.extend(sessions.iter().cloned().map(IdentityWrite::InsertSession));
    store.commit(Commit::of(writes)).await.unwrap();

    let mut commits: Vec<IdentityWrite> = (1_u64..)
        .zip(&sessions)
        .map(|(n, session)| IdentityWrite::UpdateSession {
            session: session.rotated(token(n + 100), at_s(1), None),
            from: session.version,
        })
        .collect();
    let reason = RevocationReason::AccountLocked;
    let revoke = IdentityWrite::RevokeSessions { account: user(1), except: None, reason, at: at_s(1) };
    commits.insert(12, revoke);
    let results = at_once(commits.into_iter().map(|write| {
        let store = store.clone();
        async move { store.commit(Commit::of(vec![write])).await }
    }))
    .await;
    assert!(results[12].is_ok(), "{:?}", results[12]);
    assert!(results.iter().all(|result| matches!(result, Ok(()) | Err(CommitError::Stale))), "{results:?}");
    let left = store.list_sessions(user(1)).await.unwrap();
    assert_eq!(left.len(), sessions.len());
    let open: Vec<_> = left.iter().filter(|session| session.revoked.is_none()).collect();
    assert!(open.is_empty(), "{open:?}");
}

/// A row that somebody changed by hand is named with table, column and key.
async fn a_row_that_makes_no_sense_is_named<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let store = SqlIdentity::new(&scratch.database);
    let account = an_account().build();
    store.commit(Commit::of(vec![IdentityWrite::InsertAccount(account.clone())])).await.unwrap();
    let change = "UPDATE account SET roles = '[5]'";
    scratch.database.connection().execute_unprepared(change).await.unwrap();
    let error = store.find_account(account.id).await.unwrap_err();
    let StoreError::Inconsistent { table, column, row } = error else { panic!("{error:?}") };
    assert_eq!((table, column, row), ("account", "roles", account.id.to_string()));
}

/// What the version before wrote is searched like what is written now.
async fn accounts_from_before_are_searched_without_what_people_do_not_mean<E: Engine>() {
    const STEP: &str = "m20261127_006000_fold_account_search";
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let store = SqlIdentity::new(&scratch.database);
    let account = an_account().named("E\u{301}mile Straße").with_email("info@bücher.example").build();
    store.commit(Commit::of(vec![IdentityWrite::InsertAccount(account)])).await.unwrap();
    let connection = scratch.database.connection();
    while !pending::<Migrator>(connection).await.unwrap().contains(&STEP.to_owned()) {
        revert::<Migrator>(connection, 1).await.unwrap();
    }
    let before = "UPDATE account SET search = 'e\u{301}mile straße\ninfo@bücher.example'";
    connection.execute_unprepared(before).await.unwrap();
    migrate::<Migrator>(connection).await.unwrap();
    for text in ["émile", "STRASSE", "xn--bcher-kva.example", "Bücher"] {
        let filter = AccountFilter { text: Some(text.to_owned()), ..AccountFilter::default() };
        let page = store.list_accounts(&filter, Direction::Ascending, &PageRequest::first(5)).await.unwrap();
        assert_eq!(page.items.len(), 1, "{text}");
    }
}

/// Ten mails of news, a second after the start.
fn a_claim(lease: std::time::Duration) -> DueClaim<'static> {
    let (channel, lane) = (Channel::Email, Lane::News);
    DueClaim { holder: "notification-1", channel, lane, now: at_s(1), lease, limit: 10 }
}

/// The others of its channel are still handed out, now and after its lease.
async fn a_delivery_that_makes_no_sense_holds_up_no_other<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let mut writes = Vec::new();
    for n in 1..=3 {
        writes.push(NotificationWrite::InsertNotification(a_notification(n)));
        writes.push(NotificationWrite::InsertDelivery(a_delivery().numbered(n).build()));
    }
    store.commit(Commit::of(writes)).await.unwrap();
    let bad = format!("UPDATE notification SET kind = 'nonsense' WHERE created_at = '{}'", stored_at(2));
    let changed = scratch.database.connection().execute_unprepared(&bad).await.unwrap();
    assert_eq!(changed.rows_affected(), 1);
    let lease = std::time::Duration::from_mins(1);
    for now in [at_s(1), at_s(100)] {
        let claim = DueClaim { now, ..a_claim(lease) };
        let claimed = store.claim_due(claim).await.unwrap();
        let ids: Vec<_> = claimed.iter().map(|one| one.delivery.id.0).collect();
        assert_eq!(ids, [id(1), id(3)]);
    }
}

/// SQLite hands over whatever lies in a column: the row that came with it is not even read into columns.
#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_with_a_broken_document_holds_up_no_other() {
    let scratch = Scratch::<Sqlite>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let mut writes = Vec::new();
    for n in 1..=3 {
        writes.push(NotificationWrite::InsertNotification(a_notification(n)));
        writes.push(NotificationWrite::InsertDelivery(a_delivery().numbered(n).build()));
    }
    store.commit(Commit::of(writes)).await.unwrap();
    let bad = format!("UPDATE notification SET data = 'no JSON' WHERE created_at = '{}'", stored_at(2));
    let changed = scratch.database.connection().execute_unprepared(&bad).await.unwrap();
    assert_eq!(changed.rows_affected(), 1);
    let lease = std::time::Duration::from_mins(1);
    let claimed = store.claim_due(a_claim(lease)).await.unwrap();
    assert_eq!(claimed.iter().map(|one| one.delivery.id.0).collect::<Vec<_>>(), [id(1), id(3)]);
    assert_eq!(store.set_aside().await.unwrap(), 1);
}

/// Who is told by their role does not depend on what else is known of them, or of anybody.
async fn a_recipient_that_makes_no_sense_keeps_nobody_from_being_told<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let approver = |n| Recipient { roles: vec![Role::APPROVER], ..a_recipient(n) };
    let writes = [1, 2].map(|n| NotificationWrite::PutRecipient(approver(n)));
    store.commit(Commit::of(writes.into())).await.unwrap();
    let bad = "UPDATE recipient SET roles = '[5]' WHERE email = 'user1@example.com'";
    let changed = scratch.database.connection().execute_unprepared(bad).await.unwrap();
    assert_eq!(changed.rows_affected(), 1);
    assert!(store.find_recipient(user(1)).await.is_err());
    assert_eq!(store.with_role(&Role::APPROVER, 10).await.unwrap(), [user(1), user(2)]);
}

/// The oldest of those that wait for approval cannot be read: it is named, and the others are called off.
async fn an_overdue_order_that_makes_no_sense_holds_up_no_other<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let store = Arc::new(SqlOrders::new(&scratch.database));
    let orders: Vec<_> = (1..=3).map(|n| an_order().numbered(n).placed_at(at_s(0)).build()).collect();
    store.commit(Commit::of(orders.iter().map(inserted).collect())).await.unwrap();
    let bad = format!("UPDATE orders SET currency = 'nothing' WHERE number = '{}'", orders[0].number);
    let changed = scratch.database.connection().execute_unprepared(&bad).await.unwrap();
    assert_eq!(changed.rows_affected(), 1);
    let ports = OrderPorts {
        store: store.clone(),
        queries: store.clone(),
        numbers: store.clone(),
        customers: store.clone(),
        outbox: Arc::new(SqlOutbox::new(&scratch.database)),
        access: Arc::new(TablePolicy::new()),
        clock: Arc::new(FixedClock::at(at_s(1_000_000))),
        ids: Arc::new(SequentialIds::new()),
    };
    let service = OrderService::new(ports, OrderRules::default());
    let mut page = PageRequest::first(1);
    let (mut expired, mut passed_over) = (0, Vec::new());
    loop {
        let expiry = service.expire_overdue(&page).await.unwrap();
        expired += expiry.expired;
        passed_over.extend(expiry.passed_over.into_iter().map(|(order, _)| order));
        page.after = expiry.next;
        if page.after.is_none() {
            break;
        }
    }
    assert_eq!((expired, passed_over), (2, vec![orders[0].id]));
}

/// The instant of the `n`-th notification as both engines read it.
fn stored_at(n: i64) -> String {
    at_s(n).to_rfc3339()
}

/// What a broken producer or provider says can hold NUL, which text columns cannot; it must be recorded all the same.
async fn nul_characters_keep_nothing_from_being_recorded<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let letter = DeadLetter {
        value: "{\"\0\":1}".to_owned(),
        error: "unexpected \0 at 2".to_owned(),
        ..a_dead_letter(1)
    };
    let delivery = a_delivery().build();
    let detail = Some("451 try \0 later".to_owned());
    let result = AttemptResult { detail, ..result_of(AttemptOutcome::Temporary) };
    let attempt = Attempt { result: Some(result.clone()), ..an_attempt(delivery.id, 1) };
    let writes = vec![
        NotificationWrite::InsertNotification(a_notification(1)),
        NotificationWrite::InsertDelivery(delivery.clone()),
        NotificationWrite::PutAttempt(attempt.clone()),
        NotificationWrite::InsertDeadLetter(letter.clone()),
    ];
    store.commit(Commit::of(writes)).await.unwrap();
    let stored = store.find_dead_letter(letter.id).await.unwrap().unwrap();
    assert_eq!(stored, DeadLetter { error: "unexpected \u{fffd} at 2".to_owned(), ..letter });
    let detail = Some("451 try \u{fffd} later".to_owned());
    let expected = Attempt { result: Some(AttemptResult { detail, ..result }), ..attempt };
    assert_eq!(store.attempts_of(&[delivery.id]).await.unwrap(), [expected]);
}

on_both_engines!(
    accounts_whose_addresses_are_one_are_found,
    a_revocation_among_refreshes_leaves_no_session_open,
    a_row_that_makes_no_sense_is_named,
    accounts_from_before_are_searched_without_what_people_do_not_mean,
    a_delivery_that_makes_no_sense_holds_up_no_other,
    a_recipient_that_makes_no_sense_keeps_nobody_from_being_told,
    an_overdue_order_that_makes_no_sense_holds_up_no_other,
    nul_characters_keep_nothing_from_being_recorded,
);
