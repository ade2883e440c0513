//! Reading orders, their history and notes.

use super::super::command::WriteNote;
use super::super::model::{HistoryEntry, Note, Order, Visibility};
use super::super::port::{OrderFilter, OrderSort, OrderWrite};
use super::answer::KeptNote;
use super::{NO_KEY, OrderError, OrderService, OrderView};
use crate::kernel::access::{Denied, Permission};
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::commit::{CommitError, Once, RequestKey};
use crate::kernel::draft::Draft;
use crate::kernel::id::{NoteId, OrderId};
use crate::kernel::outbox::WaitingMessage;
use crate::kernel::page::{Direction, Page, PageRequest};

/// What a request wrote, and whether an earlier one with the same idempotency key had written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// What was written.
    pub value: T,
    /// By an earlier request.
    pub replayed: bool,
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed<T> {
    /// What.
    pub what: T,
    /// Their name, where they are a person whose name is known.
    pub name: Option<String>,
}

impl OrderService {
    /// One order.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see it.
    pub async fn find(&self, actor: &Actor, id: OrderId) -> Result<OrderView, OrderError> {
        let order = self.find_visible(actor, id).await?;
        Ok(self.view(actor, order).await)
    }

    /// One order by the number that people use for it, in either case.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see it.
    pub async fn find_by_number(&self, actor: &Actor, number: &str) -> Result<OrderView, OrderError> {
        let number = number.to_uppercase();
        let filter = OrderFilter { text: Some(number.clone()), ..OrderFilter::default() };
        let first = PageRequest { limit: 1, after: None, count: false };
        // Numbers that are longer and begin with this one come after it.
        let found = self.list(actor, filter, (OrderSort::Number, Direction::Ascending), &first).await?;
        found.items.into_iter().find(|view| view.order.number == number).ok_or(OrderError::NotFound)
    }

    /// Orders that match: the actor's own, or everybody's for staff.
    ///
    /// # Errors
    /// `Denied` without `order:read`.
    pub async fn list(
        &self,
        actor: &Actor,
        filter: OrderFilter,
        (sort, direction): (OrderSort, Direction),
        page: &PageRequest,
    ) -> Result<Page<OrderView>, OrderError> {
        let Some(filter) = self.within_reach(actor, Permission::ORDER_READ, filter)? else {
            return Ok(Page { items: Vec::new(), next: None, total: page.count.then_some(0) });
        };
        let page = self.ports.queries.list(&filter, sort, direction, page).await?;
        let names = self.names_of(page.items.iter().map(|order| order.customer_id)).await;
        Ok(page.map(|order| self.named_view(actor, order, &names)))
    }

    /// The steps of an order, first one first.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order.
    pub async fn history(&self, actor: &Actor, id: OrderId) -> Result<Vec<Signed<HistoryEntry>>, OrderError> {
        self.find_visible(actor, id).await?;
        let steps = self.ports.queries.history(id).await?;
        let names = self.names_of(steps.iter().filter_map(|step| step.actor.user_id())).await;
        let signed = steps.into_iter().map(|what| {
            let name = what.actor.user_id().and_then(|id| names.get(&id).cloned());
            Signed { what, name }
        });
        Ok(signed.collect())
    }

    /// The events of an order that wait to be published, by their places. What happened to the order and is not among them is
    /// on the bus. The first hundred.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order; `Denied` without `order:read` over all: what keeps an event is for those
    /// who can help.
    pub async fn waiting_events(
        &self,
        actor: &Actor,
        id: OrderId,
    ) -> Result<Vec<WaitingMessage>, OrderError> {
        let order = self.find_visible(actor, id).await?;
        actor.require_any(&*self.ports.access, Permission::ORDER_READ)?;
        Ok(self.ports.outbox.about(order.id.0).await?)
    }

    /// The notes on an order that the actor may read, oldest first, a page of them.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order.
    pub async fn notes(
        &self,
        actor: &Actor,
        id: OrderId,
        page: &PageRequest,
    ) -> Result<Page<Note>, OrderError> {
        self.find_visible(actor, id).await?;
        Ok(self.ports.queries.notes(id, self.reads_internal(actor), page).await?)
    }

    /// Writes a note on an order.
    ///
    /// # Errors
    /// `NotFound` unless the actor may see the order; `Denied` without `note:write`, or for an internal note without
    /// `note:read_internal`.
    pub async fn write_note(
        &self,
        actor: &Actor,
        mut command: WriteNote,
    ) -> Result<Written<Note>, OrderError> {
        let order = match self.find_notable(actor, &command).await {
            Ok(order) => order,
            Err(error) => {
                if matches!(error, OrderError::Denied(_)) {
                    self.audit_denied(actor, "note.write", format!("order:{}", command.order)).await;
                }
                return Err(error);
            }
        };
        command.validate().map_err(OrderError::Invalid)?;
        let now = self.ports.clock.now();
        let ids = &*self.ports.ids;
        let note = Note {
            id: NoteId::next(ids),
            order: order.id,
            visibility: command.visibility,
            text: command.text,
            author: actor.as_ref(),
            created_at: now,
        };
        let detail = serde_json::json!({ "note": note.id, "visibility": note.visibility });
        let target = format!("order:{}", order.id);
        let audit = AuditEntry::done(ids, now, actor, "note.write", target, detail);
        let draft = Draft::of([OrderWrite::AddNote(note.clone())]).audit(audit);
        let draft = match &command.idempotency {
            Some(one) => {
                let key = RequestKey::of(actor, format!("note.write {}", order.id), one);
                draft.once(Once::answering(key, one, &KeptNote::from(&note), now))
            }
            None => draft.unrepeated(NO_KEY),
        };
        match (self.ports.store.commit(draft.done()).await, command.idempotency) {
            (Ok(()), _) => Ok(Written { value: note, replayed: false }),
            (Err(CommitError::Repeated(outcome)), Some(one)) => {
                let first = outcome.replayed::<KeptNote>(&one)?;
                Ok(Written { value: first.into(), replayed: true })
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// The order, if `actor` may write this note on it.
    async fn find_notable(&self, actor: &Actor, command: &WriteNote) -> Result<Order, OrderError> {
        let order = self.find_visible(actor, command.order).await?;
        self.standing(actor, Permission::NOTE_WRITE, &order)?;
        if command.visibility == Visibility::Internal && !self.reads_internal(actor) {
            return Err(Denied { permission: Permission::NOTE_READ_INTERNAL }.into());
        }
        Ok(order)
    }

    fn reads_internal(&self, actor: &Actor) -> bool {
        actor.require_any(&*self.ports.access, Permission::NOTE_READ_INTERNAL).is_ok()
    }
}
