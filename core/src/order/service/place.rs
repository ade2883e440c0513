//! Placing orders.

use super::super::command::PlaceOrder;
use super::super::model::decision::NewOrder;
use super::{NO_KEY, OrderError, OrderService, OrderView};
use crate::kernel::access::{Denied, Permission, Scope};
use crate::kernel::actor::Actor;
use crate::kernel::commit::{CommitError, Once, RequestKey};
use crate::kernel::error::FieldError;
use crate::kernel::id::{OrderId, UserId};
use crate::kernel::page::{Direction, PageRequest};
use crate::order::model::Order;
use crate::order::port::{OrderFilter, OrderSort};

impl OrderService {
    /// Places an order for the actor, or for a customer that staff names.
    ///
    /// # Errors
    /// `Denied` without `order:create` over that customer; `TooMany` when the account places more than the rules let it;
    /// `Invalid` for refused values, and for a customer of whom nothing is known; `KeyReused` when the idempotency key belongs to another request.
    pub async fn place(&self, actor: &Actor, mut command: PlaceOrder) -> Result<OrderView, OrderError> {
        let customer = match self.customer(actor, &command) {
            Ok(customer) => customer,
            Err(error) => {
                if matches!(error, OrderError::Denied(_)) {
                    self.audit_denied(actor, "order.create", "order:new".to_owned()).await;
                }
                return Err(error);
            }
        };
        if let (Some(pace), Some(account)) = (&self.pace, actor.user_id()) {
            pace.hit(account, self.ports.clock.now()).map_err(OrderError::TooMany)?;
        }
        command.validate(&self.rules.currencies).map_err(OrderError::Invalid)?;
        if actor.user_id() != Some(customer) {
            self.require_known(customer).await?;
        }
        let PlaceOrder { content, metadata, idempotency, .. } = command;
        let now = self.ports.clock.now();
        let id = OrderId::next(&*self.ports.ids);
        let number = self.ports.numbers.next().await?;
        let order = Order::new(NewOrder { id, number, customer, content, metadata }, actor, now)
            .map_err(|error| invalid_lines(&error))?;
        let (draft, told) = order.clone().placed(actor).into_draft(actor, &*self.ports.ids);
        let draft = match &idempotency {
            Some(one) => {
                draft.once(Once::answering(RequestKey::of(actor, "order.place", one), one, &told, now))
            }
            None => draft.unrepeated(NO_KEY),
        };
        match (self.ports.store.commit(draft.done()).await, idempotency) {
            (Ok(()), _) => Ok(self.view(actor, order).await),
            (Err(CommitError::Repeated(outcome)), Some(one)) => {
                self.answered_before(actor, &one, outcome).await
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Refuses a customer of whom nothing is known: identity told nothing of them, and they never had an order. The latter
    /// are people whose events were gone from the bus before this service first read it.
    async fn require_known(&self, customer: UserId) -> Result<(), OrderError> {
        if self.ports.customers.names(&[customer]).await?.contains_key(&customer) {
            return Ok(());
        }
        let theirs = OrderFilter { customer: Some(customer), ..OrderFilter::default() };
        let (sort, newest_first) = (OrderSort::CreatedAt, Direction::Descending);
        let page = self.ports.queries.list(&theirs, sort, newest_first, &PageRequest::first(1)).await?;
        if !page.items.is_empty() {
            return Ok(());
        }
        Err(OrderError::Invalid(vec![FieldError {
            field: "/customer_id".to_owned(),
            code: "unknown",
            message: "nobody of this id is known; who registered just now is known in a few seconds"
                .to_owned(),
        }]))
    }

    fn customer(&self, actor: &Actor, command: &PlaceOrder) -> Result<UserId, OrderError> {
        let permission = Permission::ORDER_CREATE;
        match (actor.reach(&*self.ports.access, permission)?, command.customer, actor.user_id()) {
            (Scope::Any, Some(customer), _) => Ok(customer),
            (_, None, Some(me)) => Ok(me),
            (Scope::Own, Some(customer), Some(me)) if customer == me => Ok(me),
            (Scope::Any, None, None) => Err(OrderError::Invalid(vec![FieldError {
                field: "/customer_id".to_owned(),
                code: "required",
                message: "say for which customer".to_owned(),
            }])),
            (Scope::Own, _, _) => Err(Denied { permission }.into()),
        }
    }
}

fn invalid_lines(error: &crate::kernel::money::MoneyError) -> OrderError {
    OrderError::Invalid(vec![FieldError {
        field: "/lines".to_owned(),
        code: "total",
        message: error.to_string(),
    }])
}
