//! The contract suites over both engines.

use std::sync::Arc;

use async_trait::async_trait;
use eop_contract::audit_log::AuditLogHarness;
use eop_contract::clock::ClockHarness;
use eop_contract::identity_store::IdentityStoreHarness;
use eop_contract::inbox::InboxHarness;
use eop_contract::mailbox::MailboxHarness;
use eop_contract::notification_store::NotificationStoreHarness;
use eop_contract::order_store::OrderStoreHarness;
use eop_contract::outbox::OutboxHarness;
use eop_contract::policy_keeper::PolicyKeeperHarness;
use eop_contract::retention::RetentionHarness;
use eop_contract::throttle::ThrottleHarness;
use eop_core::identity::port::{IdentityQueries, IdentityStore, PolicyStore};
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Event;
use eop_core::kernel::id::AuditId;
use eop_core::kernel::outbox::{OperatedOutbox, Outbox};
use eop_core::kernel::policy::PolicyKeeper;
use eop_core::kernel::retention::Retention;
use eop_core::kernel::throttle::{Bucket, Tally, Throttle};
use eop_core::kernel::trail::AuditLog;
use eop_core::notification::model::{Delivery, Kind};
use eop_core::notification::port::{
    Deferrals, DeliveryQueue, Inbox, Mailbox, NotificationQueries, NotificationStore,
};
use eop_core::order::port::{Customers, OrderNumbers, OrderQueries, OrderStore};
use eop_sql::{
    Database, SqlAudit, SqlIdentity, SqlNotifications, SqlOrders, SqlOutbox, SqlPolicyCopy, SqlRetention,
    SqlThrottle,
};
use sea_orm::{ConnectionTrait, Statement};

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, server};

struct Orders<E: Engine>(Scratch<E>);

impl<E: Engine> Orders<E> {
    fn sql(&self) -> Arc<SqlOrders> {
        Arc::new(SqlOrders::new(&self.0.database))
    }
}

fn outbox(database: &Database) -> Arc<dyn Outbox> {
    Arc::new(SqlOutbox::new(database))
}

#[async_trait]
impl<E: Engine> OrderStoreHarness for Orders<E> {
    async fn fresh() -> Self {
        Self(Scratch::fresh(Schema::Order).await)
    }

    fn store(&self) -> Arc<dyn OrderStore> {
        self.sql()
    }

    fn queries(&self) -> Arc<dyn OrderQueries> {
        self.sql()
    }

    fn numbers(&self) -> Arc<dyn OrderNumbers> {
        self.sql()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        outbox(&self.0.database)
    }

    fn customers(&self) -> Arc<dyn Customers> {
        self.sql()
    }
}

#[async_trait]
impl<E: Engine> AuditLogHarness for Orders<E> {
    async fn fresh() -> Self {
        Self(Scratch::fresh(Schema::Order).await)
    }

    fn log(&self) -> Arc<dyn AuditLog> {
        Arc::new(SqlAudit::new(&self.0.database))
    }

    fn log_looking_at(&self, entries: u32) -> Arc<dyn AuditLog> {
        Arc::new(SqlAudit::new(&self.0.database).looking_at(entries))
    }

    async fn write(&self, audit: Vec<AuditEntry>) {
        OrderStore::commit(&*self.sql(), Commit { audit, ..Commit::of(vec![]) }).await.unwrap();
    }
}

#[async_trait]
impl<E: Engine> OutboxHarness for Orders<E> {
    async fn fresh() -> Self {
        Self(Scratch::fresh(Schema::Order).await)
    }

    fn outbox(&self) -> Arc<dyn OperatedOutbox> {
        Arc::new(SqlOutbox::new(&self.0.database))
    }

    async fn commit_events(&self, events: Vec<Event>) {
        OrderStore::commit(&*self.sql(), Commit { events, ..Commit::of(vec![]) }).await.unwrap();
    }

    async fn audited(&self) -> Vec<AuditId> {
        let connection = self.0.database.connection();
        let statement =
            Statement::from_string(connection.get_database_backend(), "SELECT id FROM audit ORDER BY id");
        let rows = connection.query_all_raw(statement).await.unwrap();
        rows.iter().map(|row| AuditId(row.try_get_by_index(0).unwrap())).collect()
    }
}

#[async_trait]
impl<E: Engine> PolicyKeeperHarness for Orders<E> {
    async fn fresh() -> Self {
        Self(Scratch::fresh(Schema::Order).await)
    }

    fn keeper(&self) -> Arc<dyn PolicyKeeper> {
        Arc::new(SqlPolicyCopy::new(&self.0.database))
    }
}

#[async_trait]
impl<E: Engine> ClockHarness for Orders<E> {
    async fn fresh() -> Self {
        Self(Scratch::fresh(Schema::Order).await)
    }

    fn clock(&self) -> Arc<dyn Clock> {
        self.0.database.clock()
    }
}

struct Identity<E: Engine>(Arc<Scratch<E>>);

#[async_trait]
impl<E: Engine> IdentityStoreHarness for Identity<E> {
    async fn fresh() -> Self {
        Self(Arc::new(Scratch::fresh(Schema::Identity).await))
    }

    fn store(&self) -> Arc<dyn IdentityStore> {
        Arc::new(SqlIdentity::new(&self.0.database))
    }

    fn queries(&self) -> Arc<dyn IdentityQueries> {
        Arc::new(SqlIdentity::new(&self.0.database))
    }

    fn policies(&self) -> Arc<dyn PolicyStore> {
        Arc::new(SqlIdentity::new(&self.0.database))
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        outbox(&self.0.database)
    }
}

/// A throttle that keeps its database, because the cases let go of the harness.
struct Throttling<E: Engine> {
    throttle: SqlThrottle,
    _scratch: Arc<Scratch<E>>,
}

#[async_trait]
impl<E: Engine> Throttle for Throttling<E> {
    async fn hit(&self, buckets: &[Bucket], now: Timestamp) -> Result<Vec<Tally>, StoreError> {
        self.throttle.hit(buckets, now).await
    }

    async fn forgive(&self, once: &[&str], wholly: &[&str]) -> Result<(), StoreError> {
        self.throttle.forgive(once, wholly).await
    }
}

#[async_trait]
impl<E: Engine> ThrottleHarness for Identity<E> {
    async fn fresh() -> Self {
        Self(Arc::new(Scratch::fresh(Schema::Identity).await))
    }

    fn throttle(&self) -> Arc<dyn Throttle> {
        let throttle = SqlThrottle::new(&self.0.database);
        Arc::new(Throttling { throttle, _scratch: Arc::clone(&self.0) })
    }
}

struct Notifications<E: Engine>(Scratch<E>);

impl<E: Engine> Notifications<E> {
    async fn scratch() -> Self {
        Self(Scratch::fresh(Schema::Notification).await)
    }

    fn sql(&self) -> Arc<SqlNotifications> {
        Arc::new(SqlNotifications::new(&self.0.database))
    }
}

#[async_trait]
impl<E: Engine> NotificationStoreHarness for Notifications<E> {
    async fn fresh() -> Self {
        Self::scratch().await
    }

    fn store(&self) -> Arc<dyn NotificationStore> {
        self.sql()
    }

    fn queue(&self) -> Arc<dyn DeliveryQueue> {
        self.sql()
    }

    fn deferrals(&self) -> Arc<dyn Deferrals> {
        self.sql()
    }

    fn queries(&self) -> Arc<dyn NotificationQueries> {
        self.sql()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        outbox(&self.0.database)
    }

    async fn set_readable(&self, delivery: &Delivery, readable: bool) {
        let kind = if readable { Kind::OrderCreated.as_str() } else { "order.held" };
        let connection = self.0.database.connection();
        let change = Statement::from_sql_and_values(
            connection.get_database_backend(),
            "UPDATE notification SET kind = $1 WHERE id = $2",
            [kind.into(), delivery.notification.0.into()],
        );
        let changed = connection.execute_raw(change).await.expect("the notification can be changed");
        assert_eq!(changed.rows_affected(), 1);
    }
}

#[async_trait]
impl<E: Engine> InboxHarness for Notifications<E> {
    async fn fresh() -> Self {
        Self::scratch().await
    }

    fn inbox(&self) -> Arc<dyn Inbox> {
        self.sql()
    }
}

#[async_trait]
impl<E: Engine> MailboxHarness for Notifications<E> {
    async fn fresh() -> Self {
        Self::scratch().await
    }

    fn mailbox(&self) -> Arc<dyn Mailbox> {
        self.sql()
    }
}

struct Forgetting<E: Engine> {
    identity: Scratch<E>,
    notification: Scratch<E>,
    forgets: (Arc<SqlRetention>, Arc<SqlRetention>),
}

#[async_trait]
impl<E: Engine> RetentionHarness for Forgetting<E> {
    async fn fresh() -> Self {
        let identity = Scratch::fresh(Schema::Identity).await;
        let notification = Scratch::fresh(Schema::Notification).await;
        let forgets = (
            Arc::new(SqlRetention::of_identity(&identity.database)),
            Arc::new(SqlRetention::of_notifications(&notification.database)),
        );
        Self { identity, notification, forgets }
    }

    fn identity(&self) -> (Arc<dyn IdentityStore>, Arc<dyn Retention>) {
        (Arc::new(SqlIdentity::new(&self.identity.database)), self.forgets.0.clone())
    }

    fn notification(&self) -> (Arc<dyn NotificationStore>, Arc<dyn NotificationQueries>, Arc<dyn Retention>) {
        let store = Arc::new(SqlNotifications::new(&self.notification.database));
        (store.clone(), store, self.forgets.1.clone())
    }
}

mod sqlite {
    use super::{Forgetting, Identity, Notifications, Orders, Sqlite};

    eop_contract::order_store_contract!(Orders<Sqlite>);
    eop_contract::outbox_contract!(Orders<Sqlite>);
    eop_contract::audit_log_contract!(Orders<Sqlite>);
    eop_contract::clock_contract!(Orders<Sqlite>);
    eop_contract::policy_keeper_contract!(Orders<Sqlite>);
    eop_contract::identity_store_contract!(Identity<Sqlite>);
    eop_contract::throttle_contract!(Identity<Sqlite>);
    eop_contract::notification_store_contract!(Notifications<Sqlite>);
    eop_contract::inbox_contract!(Notifications<Sqlite>);
    eop_contract::mailbox_contract!(Notifications<Sqlite>);
    eop_contract::retention_contract!(Forgetting<Sqlite>);
}

mod postgres {
    use super::{Forgetting, Identity, Notifications, Orders, Postgres, server};

    eop_contract::order_store_contract!(Orders<Postgres>, when server().is_some());
    eop_contract::outbox_contract!(Orders<Postgres>, when server().is_some());
    eop_contract::audit_log_contract!(Orders<Postgres>, when server().is_some());
    eop_contract::clock_contract!(Orders<Postgres>, when server().is_some());
    eop_contract::policy_keeper_contract!(Orders<Postgres>, when server().is_some());
    eop_contract::identity_store_contract!(Identity<Postgres>, when server().is_some());
    eop_contract::throttle_contract!(Identity<Postgres>, when server().is_some());
    eop_contract::notification_store_contract!(Notifications<Postgres>, when server().is_some());
    eop_contract::inbox_contract!(Notifications<Postgres>, when server().is_some());
    eop_contract::mailbox_contract!(Notifications<Postgres>, when server().is_some());
    eop_contract::retention_contract!(Forgetting<Postgres>, when server().is_some());
}
