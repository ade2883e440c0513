//! The words of events that this version knows. Each set grows, and a newer version writes what an older one has not heard
//! of: an event with such a word is neither nonsense nor nothing, it waits for who knows it.

use serde::Deserialize;

use super::super::super::model::Word;
use super::Unplanned;
use crate::identity::event::{self as identity, LinkPurpose};
use crate::kernel::actor::ActorKind;
use crate::kernel::event::Event;
use crate::order::event::{self as order, Action, Status};

/// Every word that this version knows: what waits for one of them need not wait any longer.
#[must_use]
pub fn known() -> Vec<Word> {
    let kinds = identity::PUBLISHED.iter().chain(order::PUBLISHED).map(|one| kind(one.name));
    let purposes = LinkPurpose::ALL.iter().map(|one| purpose(one.as_str()));
    let statuses = Status::ALL.iter().map(|one| status(one.as_str()));
    let actions = Action::ALL.iter().map(|one| action(one.as_str()));
    let actors = ActorKind::ALL.iter().map(|one| actor(one.as_str()));
    kinds.chain(purposes).chain(statuses).chain(actions).chain(actors).collect()
}

/// The word of an order's event that is not known, when that is why it cannot be read.
pub(super) fn unknown_in_order(event: &Event) -> Option<Unplanned> {
    #[derive(Deserialize)]
    struct Words<'a> {
        #[serde(borrow)]
        order: InOrder<'a>,
        #[serde(borrow)]
        change: InChange<'a>,
    }
    #[derive(Deserialize)]
    struct InOrder<'a> {
        status: &'a str,
        #[serde(borrow)]
        created_by: Who<'a>,
    }
    #[derive(Deserialize)]
    struct InChange<'a> {
        action: &'a str,
        from: Option<&'a str>,
        to: &'a str,
        #[serde(borrow)]
        actor: Who<'a>,
    }
    #[derive(Deserialize)]
    struct Who<'a> {
        kind: &'a str,
    }
    let Words { order, change } = event.data.read().ok()?;
    let statuses = [Some(order.status), change.from, Some(change.to)].into_iter().flatten();
    let actors = [order.created_by.kind, change.actor.kind];
    let mut unknown = statuses
        .filter(|text| Status::named(text).is_none())
        .map(status)
        .chain(Action::named(change.action).is_none().then(|| action(change.action)))
        .chain(actors.into_iter().filter(|text| ActorKind::named(text).is_none()).map(actor));
    unknown.next().map(Unplanned::Unknown)
}

/// The word for a type of event.
pub(super) fn kind(name: &str) -> Word {
    Word(format!("event {name}"))
}

/// The word for what a one-time link is good for.
pub(super) fn purpose(name: &str) -> Word {
    Word(format!("link purpose {name}"))
}

fn status(name: &str) -> Word {
    Word(format!("order status {name}"))
}

fn actor(kind: &str) -> Word {
    Word(format!("actor kind {kind}"))
}

fn action(name: &str) -> Word {
    Word(format!("order action {name}"))
}
