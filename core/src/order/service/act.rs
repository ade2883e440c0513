//! Doing something to an order: one path for every transition of the table.

use super::super::command::{ActOnOrder, Deed};
use super::super::event::OrderSnapshot;
use super::super::model::decision::{Decision, Standing, audit_action};
use super::super::model::{Guard, Order, TRANSITIONS};
use super::{OrderError, OrderService, OrderView};
use crate::kernel::access::{Denied, Permission};
use crate::kernel::actor::Actor;
use crate::kernel::commit::{Commit, CommitError, Once, RequestKey};
use crate::kernel::error::{DomainError, ErrorKind, StoreError};
use crate::kernel::id::OrderId;
use crate::kernel::page::{Cursor, PageRequest};

/// How often a decision is made anew because somebody else was faster.
const TRIES: usize = 4;

impl OrderService {
    /// Does `command.deed` to an order.
    ///
    /// A repeated request, by its idempotency key, gets the first answer even when the order has moved on since.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order; `Denied` without the permission of the transition;
    /// `TransitionRefused` and the errors of the guards; `VersionMismatch` and `VersionRequired` by `If-Match`.
    pub async fn act(&self, actor: &Actor, mut command: ActOnOrder) -> Result<OrderView, OrderError> {
        command.deed.validate(&self.rules.currencies).map_err(OrderError::Invalid)?;
        let action = command.deed.action();
        let key = command
            .idempotency
            .as_ref()
            .map(|one| RequestKey::of(actor, format!("order.{action} {}", command.order), one));
        let error = match self.try_act(actor, &command, key.as_ref()).await {
            Err(error) if command.idempotency.is_some() && may_hide_a_repetition(&error) => error,
            Err(error @ (OrderError::Denied(_) | OrderError::OwnOrder)) => {
                self.audit_denied(actor, audit_action(action), format!("order:{}", command.order)).await;
                return Err(error);
            }
            done_or_failed => return done_or_failed,
        };
        // The first request may have moved the order to where this one is refused: then this is its answer again.
        let (Some(key), Some(one)) = (&key, &command.idempotency) else { return Err(error) };
        match self.ports.store.find_outcome(key).await? {
            Some(outcome) => self.answered_before(actor, one, outcome).await,
            None => Err(error),
        }
    }

    async fn try_act(
        &self,
        actor: &Actor,
        command: &ActOnOrder,
        key: Option<&RequestKey>,
    ) -> Result<OrderView, OrderError> {
        for _ in 0..TRIES {
            let order = self.find_visible(actor, command.order).await?;
            let decision = self.decide(actor, &order, command)?;
            let at = decision.entry.at;
            let (after, (mut commit, told)) = if decision.changes_nothing(&order) {
                if key.is_none() {
                    return Ok(self.view(actor, order).await);
                }
                // Nothing but that the key was used.
                let told = OrderSnapshot::from(&order);
                (order, (Commit::of(Vec::new()), told))
            } else {
                (decision.order.clone(), decision.into_commit(actor, &*self.ports.ids))
            };
            if let (Some(key), Some(one)) = (key, &command.idempotency) {
                commit.once = Some(Once::answering(key.clone(), one, &told, at));
            }
            match self.ports.store.commit(commit).await {
                Ok(()) => return Ok(self.view(actor, after).await),
                Err(CommitError::Stale) => {}
                Err(CommitError::Repeated(outcome)) => {
                    let Some(one) = &command.idempotency else {
                        return Err(StoreError::Refused(CommitError::Repeated(outcome).into()).into());
                    };
                    return self.answered_before(actor, one, outcome).await;
                }
                Err(CommitError::Store(error)) => return Err(error.into()),
                Err(error @ CommitError::Taken(_)) => return Err(StoreError::Refused(error.into()).into()),
            }
        }
        Err(OrderError::Contended)
    }

    fn decide(&self, actor: &Actor, order: &Order, command: &ActOnOrder) -> Result<Decision, OrderError> {
        let standing = self.standing(actor, permission_of(&command.deed)?, order)?;
        match command.if_match {
            Some(version) if version != order.version => {
                return Err(OrderError::VersionMismatch { current: order.version });
            }
            None if needs_version(&command.deed) => return Err(OrderError::VersionRequired),
            Some(_) | None => {}
        }
        order
            .decide(&command.deed, self.situation(actor, standing))
            .map_err(|error| self.with_allowed(error, actor, order))
    }

    /// Tells the actor what is possible instead.
    fn with_allowed(&self, error: OrderError, actor: &Actor, order: &Order) -> OrderError {
        match error {
            OrderError::TransitionRefused { action, status, .. } => {
                OrderError::TransitionRefused { action, status, allowed: self.allowed_actions(actor, order) }
            }
            OrderError::GraceOver { minutes, .. } => {
                OrderError::GraceOver { minutes, allowed: self.allowed_actions(actor, order) }
            }
            other => other,
        }
    }

    /// Calls off the orders that waited for approval too long, a page of them, oldest first. One that cannot be read or
    /// written is passed over and named, so that it holds up no other.
    ///
    /// # Errors
    /// When the store does not answer; what was called off before stays so.
    pub async fn expire_overdue(&self, page: &PageRequest) -> Result<Expiry, OrderError> {
        let before = self.ports.clock.now() - self.rules.approval_timeout;
        let overdue = self.ports.queries.overdue(before, page).await?;
        let mut expiry = Expiry { next: overdue.next, ..Expiry::default() };
        for id in overdue.items {
            match self.expire(id).await {
                Ok(expired) => expiry.expired += usize::from(expired),
                Err(error) if error.kind() == ErrorKind::Internal => expiry.passed_over.push((id, error)),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(expiry)
    }

    /// Calls off one order, unless somebody decided in this moment.
    async fn expire(&self, id: OrderId) -> Result<bool, StoreError> {
        let actor = Actor::system("approval_timeout");
        let Some(order) = self.ports.store.find(id).await? else { return Ok(false) };
        let Ok(decision) = order.decide(&Deed::Expire, self.situation(&actor, Standing::System)) else {
            return Ok(false);
        };
        match self.ports.store.commit(decision.into_commit(&actor, &*self.ports.ids).0).await {
            Ok(()) => Ok(true),
            Err(CommitError::Stale) => Ok(false),
            Err(CommitError::Store(error)) => Err(error),
            Err(error) => Err(StoreError::Refused(error.into())),
        }
    }
}

/// What became of a page of orders that waited too long.
#[derive(Debug, Default)]
pub struct Expiry {
    /// How many were called off.
    pub expired: usize,
    /// Those that could not be, and why.
    pub passed_over: Vec<(OrderId, StoreError)>,
    /// Where the next page starts; `None` after the last one.
    pub next: Option<Cursor>,
}

/// The permission of a deed is the same in every row of the table that has it.
fn permission_of(deed: &Deed) -> Result<Permission, Denied> {
    let row = TRANSITIONS.iter().find(|row| row.action == deed.action());
    // No row grants a person what only the platform itself does.
    row.and_then(|row| row.permission)
        .ok_or(Denied { permission: Permission { resource: "order", action: "expire" } })
}

fn needs_version(deed: &Deed) -> bool {
    TRANSITIONS.iter().any(|row| row.action == deed.action() && row.guards.contains(&Guard::VersionGiven))
}

fn may_hide_a_repetition(error: &OrderError) -> bool {
    matches!(error.kind(), ErrorKind::Conflict | ErrorKind::Precondition)
}
