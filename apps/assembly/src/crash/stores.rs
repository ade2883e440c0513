//! The points around commits.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::identity::model::{
    Account, AdminRoster, Link, LinkPurpose, Session, SigningKey, TokenHash, TokenOwner,
};
use eop_core::identity::port::{IdentityStore, IdentityWrite};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError, Once, Outcome, RequestKey};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeadLetterId, DeliveryId, NotificationId, OrderId, SessionId, UserId};
use eop_core::notification::model::{DeadLetter, Delivery, Notification, Recipient};
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_core::order::model::Order;
use eop_core::order::port::{OrderStore, OrderWrite};

use super::Point;

/// Commits, with a point before and after it.
async fn between(
    before: Point,
    after: Point,
    commit: impl Future<Output = Result<(), CommitError>>,
) -> Result<(), CommitError> {
    before.pass();
    commit.await?;
    after.pass();
    Ok(())
}

/// A store of orders that may die around a commit.
pub(super) struct CrashingOrders(pub(super) Arc<dyn OrderStore>);

#[async_trait]
impl OrderStore for CrashingOrders {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.0.find(id).await
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        self.0.find_outcome(key).await
    }

    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError> {
        between(Point::OrderCommitBefore, Point::OrderCommitAfter, self.0.commit(commit)).await
    }
}

/// A store of accounts that may die around the commit of one. Sessions and keys pass by: they raise no event that others
/// wait for.
pub(super) struct CrashingIdentity(pub(super) Arc<dyn IdentityStore>);

#[async_trait]
impl IdentityStore for CrashingIdentity {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        self.0.find_account(id).await
    }

    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.0.find_account_by_email(email).await
    }

    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.0.find_session(id).await
    }

    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        self.0.find_session_by_token(token).await
    }

    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        self.0.find_link(purpose, token).await
    }

    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        self.0.admin_roster().await
    }

    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        self.0.signing_keys().await
    }

    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        let is_new = commit.writes.iter().any(|write| matches!(write, IdentityWrite::InsertAccount(_)));
        if !is_new {
            return self.0.commit(commit).await;
        }
        between(Point::AccountCommitBefore, Point::AccountCommitAfter, self.0.commit(commit)).await
    }
}

/// A store of notifications that may die around the consumer's commit. What is written around an attempt has its points
/// at the channel.
pub(super) struct CrashingNotifications(pub(super) Arc<dyn NotificationStore>);

#[async_trait]
impl NotificationStore for CrashingNotifications {
    async fn find_recipient(&self, id: UserId) -> Result<Option<Recipient>, StoreError> {
        self.0.find_recipient(id).await
    }

    async fn with_role(&self, role: &Role, limit: u16) -> Result<Vec<UserId>, StoreError> {
        self.0.with_role(role, limit).await
    }

    async fn find_notification(&self, id: NotificationId) -> Result<Option<Notification>, StoreError> {
        self.0.find_notification(id).await
    }

    async fn find_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
        self.0.find_delivery(id).await
    }

    async fn find_dead_letter(&self, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError> {
        self.0.find_dead_letter(id).await
    }

    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<(), CommitError> {
        if !matches!(commit.once, Some(Once::Message { .. })) {
            return self.0.commit(commit).await;
        }
        between(Point::IntakeCommitBefore, Point::IntakeCommitAfter, self.0.commit(commit)).await
    }
}
