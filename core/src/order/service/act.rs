//! Doing something to an order: one path for every transition of the table.

use super::super::command::{ActOnOrder, Deed};
use super::super::event::OrderSnapshot;
use super::super::model::decision::{Decision, Standing, audit_action};
use super::super::model::{Guard, LIFE, Order};
use super::{NO_KEY, OrderError, OrderService, OrderView};
use crate::kernel::actor::Actor;
use crate::kernel::commit::{CommitError, Idempotency, Once, Outcome, RequestKey, retrying_stale};
use crate::kernel::draft::Draft;
use crate::kernel::error::{DomainError, ErrorKind, StoreError};
use crate::kernel::id::OrderId;
use crate::kernel::lifecycle::Living;
use crate::kernel::page::{Cursor, PageRequest};

/// A request that may come again.
struct Request<'a> {
    key: RequestKey,
    idempotency: &'a Idempotency,
}

/// What a try came to.
enum Done<'a> {
    /// The order after it.
    Now(Box<Order>),
    /// A request with the same key led to this before.
    Before(Outcome, &'a Idempotency),
}

impl OrderService {
    /// Does `command.deed` to an order.
    ///
    /// A repeated request, by its idempotency key, gets the first answer even when the order has moved on since.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order; `Denied` without the permission of the transition; then `Invalid` for
    /// refused values; `TransitionRefused` and the errors of the guards; `VersionMismatch` and `VersionRequired` by `If-Match`.
    pub async fn act(&self, actor: &Actor, command: ActOnOrder) -> Result<OrderView, OrderError> {
        self.act_within("order", actor, command).await
    }

    /// The same, with idempotency keys that belong to requests of the kind `within`.
    pub(super) async fn act_within(
        &self,
        within: &'static str,
        actor: &Actor,
        command: ActOnOrder,
    ) -> Result<OrderView, OrderError> {
        let action = command.deed.action();
        let request = command.idempotency.as_ref().map(|one| {
            let key = RequestKey::of(actor, format!("{within}.{action} {}", command.order), one);
            Request { key, idempotency: one }
        });
        let request = request.as_ref();
        let error = match retrying_stale(|| self.try_act(actor, &command, request)).await {
            Ok(Done::Now(order)) => return Ok(self.view(actor, *order).await),
            Ok(Done::Before(outcome, idempotency)) => {
                return self.answered_before(actor, idempotency, outcome).await;
            }
            Err(error) => error,
        };
        if matches!(error, OrderError::Denied(_) | OrderError::OwnOrder) {
            self.audit_denied(actor, audit_action(action), format!("order:{}", command.order)).await;
        }
        // The first request may have moved the order to where this one is refused: then this is its answer again.
        let Some(Request { key, idempotency }) = request.filter(|_| may_hide_a_repetition(&error)) else {
            return Err(error);
        };
        match self.ports.store.find_outcome(key).await? {
            Some(outcome) => self.answered_before(actor, idempotency, outcome).await,
            None => Err(error),
        }
    }

    /// One try: whether the actor may, whether the values are good, what follows, and what came of the commit of it.
    async fn try_act<'r>(
        &self,
        actor: &Actor,
        command: &ActOnOrder,
        request: Option<&Request<'r>>,
    ) -> Result<Result<Done<'r>, CommitError>, OrderError> {
        let order = self.find_visible(actor, command.order).await?;
        let decision = self.decide(actor, &order, command)?;
        let at = decision.entry.at;
        let (after, draft, told) = if decision.changes_nothing(&order) {
            if request.is_none() {
                return Ok(Ok(Done::Now(order.into())));
            }
            let told = OrderSnapshot::from(&order);
            (order, Draft::of([]).unaudited("nothing was changed but that the key is used"), told)
        } else {
            let after = decision.after.clone();
            let (draft, told) = decision.into_draft(actor, &*self.ports.ids);
            (after, draft, told)
        };
        let draft = match request {
            Some(Request { key, idempotency }) => {
                draft.once(Once::answering(key.clone(), idempotency, &told, at))
            }
            None => draft.unrepeated(NO_KEY),
        };
        Ok(match (self.ports.store.commit(draft.done()).await, request) {
            (Ok(()), _) => Ok(Done::Now(after.into())),
            (Err(CommitError::Repeated(outcome)), Some(one)) => Ok(Done::Before(outcome, one.idempotency)),
            (Err(error), _) => Err(error),
        })
    }

    pub(super) fn decide(
        &self,
        actor: &Actor,
        order: &Order,
        command: &ActOnOrder,
    ) -> Result<Decision, OrderError> {
        let action = command.deed.action();
        let refused = || self.with_allowed(order.no_such_step(action), actor, order);
        // What nobody has a permission for, the platform alone does.
        let permission = LIFE.permission_of(action).ok_or_else(refused)?;
        let standing = self.standing(actor, permission, order)?;
        let mut deed = command.deed.clone();
        deed.validate(&self.rules.currencies).map_err(OrderError::Invalid)?;
        match command.if_match {
            Some(version) if version != order.version => {
                return Err(OrderError::VersionMismatch { current: order.version });
            }
            None if LIFE.guards(action, &Guard::VersionGiven) => return Err(OrderError::VersionRequired),
            Some(_) | None => {}
        }
        order
            .decide(&deed, self.situation(actor, standing))
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
        let (draft, _) = decision.into_draft(&actor, &*self.ports.ids);
        let commit = draft.unrepeated("an order that was called off is not called off again").done();
        match self.ports.store.commit(commit).await {
            Ok(()) => Ok(true),
            Err(CommitError::Stale) => Ok(false),
            Err(error) => Err(error.into()),
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

fn may_hide_a_repetition(error: &OrderError) -> bool {
    matches!(error.kind(), ErrorKind::Conflict | ErrorKind::Precondition)
}
