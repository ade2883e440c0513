//! One deed for many orders: each in a commit of its own.

use futures::future::join_all;
use serde::{Deserialize, Serialize};

use super::super::command::{ActOnOrder, ActOnOrders, Deed};
use super::super::model::decision::audit_action;
use super::super::model::{Action, LIFE};
use super::{NO_KEY, OrderError, OrderService, OrderView};
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::commit::{CommitError, Idempotency, Once, RequestKey};
use crate::kernel::draft::Draft;
use crate::kernel::error::{DomainError, ErrorKind};
use crate::kernel::id::OrderId;

/// So many orders are acted on at the same time: their commits gather, and others get their turn in between.
const ABREAST: usize = 32;
/// The operation of the idempotency keys, and the action in the audit log.
const OPERATION: &str = "order.bulk";

/// What came of each order.
type Results = Vec<(OrderId, Result<OrderView, OrderError>)>;

/// What came of one deed for many orders.
#[derive(Debug)]
pub struct Bulk {
    /// For each order, in the order in which they were named.
    pub results: Results,
    /// Whether an earlier request with the same key was accepted.
    pub replayed: bool,
}

/// A request for many orders as it is kept for whoever repeats it. What came of each order is kept with that order.
#[derive(Serialize, Deserialize)]
struct KeptBulk {
    action: Action,
    orders: usize,
}

/// The results of a dry run, unless one could not be had: asking again costs nothing.
fn all_or_unavailable(results: Results) -> Result<Results, OrderError> {
    let one = |(id, result): (OrderId, Result<OrderView, OrderError>)| match result {
        Err(error) if error.kind() == ErrorKind::Unavailable => Err(error),
        other => Ok((id, other)),
    };
    results.into_iter().map(one).collect()
}

impl OrderService {
    /// Does the same to several orders, each on its own: one that is refused keeps no other from happening.
    ///
    /// With an idempotency key the request may be repeated until every order had its turn: those that had it before are
    /// answered as they were then, the others are tried again. A dry run says what would come of each, and writes nothing.
    ///
    /// # Errors
    /// Of the whole request: `Denied` for who has the action's permission for no order at all; then `Invalid` for refused
    /// values, `KeyReused`; and a store that does not answer, before anything was done. What is wrong with one order is in its
    /// result, as [`act`](Self::act) has it.
    pub async fn act_on_all(&self, actor: &Actor, command: ActOnOrders) -> Result<Bulk, OrderError> {
        let action = command.action;
        if let Some(permission) = LIFE.permission_of(action)
            && let Err(denied) = actor.reach(&*self.ports.access, permission)
        {
            self.audit_denied(actor, audit_action(action), "orders".to_owned()).await;
            return Err(denied.into());
        }
        command.validate().map_err(OrderError::Invalid)?;
        let ActOnOrders { fields, orders, dry_run, idempotency, .. } = command;
        let mut deed = fields.into_deed(action).map_err(OrderError::Invalid)?;
        deed.validate(&self.rules.currencies).map_err(OrderError::Invalid)?;
        if dry_run {
            let results = self.one_by_one(&orders, |order| self.foresee(actor, order, &deed)).await;
            return Ok(Bulk { results: all_or_unavailable(results)?, replayed: false });
        }
        let replayed = self.accept(actor, action, orders.len(), idempotency.as_ref()).await?;
        let results = self
            .one_by_one(&orders, |order| {
                let command = ActOnOrder {
                    order,
                    deed: deed.clone(),
                    if_match: None,
                    idempotency: idempotency.clone(),
                };
                self.act_within(OPERATION, actor, command)
            })
            .await;
        Ok(Bulk { results, replayed })
    }

    /// Notes who asked for what, and that the key is used. Gives whether it was before, for the same request.
    async fn accept(
        &self,
        actor: &Actor,
        action: Action,
        orders: usize,
        idempotency: Option<&Idempotency>,
    ) -> Result<bool, OrderError> {
        let now = self.ports.clock.now();
        let kept = KeptBulk { action, orders };
        let detail = serde_json::json!({ "action": action, "orders": orders });
        let audit = AuditEntry::done(&*self.ports.ids, now, actor, OPERATION, "orders".to_owned(), detail);
        let draft = Draft::of([]).audit(audit);
        let draft = match idempotency {
            Some(one) => {
                let key = RequestKey::of(actor, OPERATION, one);
                draft.once(Once::answering(key, one, &kept, now))
            }
            None => draft.unrepeated(NO_KEY),
        };
        match (self.ports.store.commit(draft.done()).await, idempotency) {
            (Ok(()), _) => Ok(false),
            (Err(CommitError::Repeated(outcome)), Some(one)) => {
                outcome.replayed::<KeptBulk>(one)?;
                Ok(true)
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// What `deed` would make of an order now.
    async fn foresee(&self, actor: &Actor, order: OrderId, deed: &Deed) -> Result<OrderView, OrderError> {
        let found = self.find_visible(actor, order).await?;
        let command = ActOnOrder { order, deed: deed.clone(), if_match: None, idempotency: None };
        let decision = self.decide(actor, &found, &command)?;
        Ok(self.view(actor, decision.after).await)
    }

    /// What `each` comes to for every order, a few at a time.
    async fn one_by_one<F>(&self, orders: &[OrderId], each: impl Fn(OrderId) -> F) -> Results
    where
        F: Future<Output = Result<OrderView, OrderError>>,
    {
        let mut results = Vec::with_capacity(orders.len());
        for some in orders.chunks(ABREAST) {
            let done = join_all(some.iter().map(|order| each(*order))).await;
            results.extend(some.iter().copied().zip(done));
        }
        for (order, result) in &results {
            if let Err(error) = result
                && error.kind() == ErrorKind::Internal
            {
                tracing::error!(%order, %error, "an order among several could not be handled");
            }
        }
        results
    }
}
