//! Who the customers are is learnt from identity.

use std::collections::BTreeMap;

use eop_contract::fixture::{an_account, at_s, user};
use eop_core::identity::event::{IdentityData, USER_REGISTERED, USER_UPDATED, event};
use eop_core::kernel::actor::Actor;
use eop_core::kernel::bus::EventPublisher;
use eop_core::kernel::error::DomainError;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::UserId;
use eop_core::order::command::PlaceOrder;
use eop_core::order::error::OrderError;
use eop_core::order::port::Customers;
use eop_core::order::service::customers::{Learning, LearningError, LearningStep};
use eop_memory::{MemoryBus, SequentialIds};

use crate::support::{Desk, a_desk, alice, an_order_command, approver, support};

/// What identity tells of the `n`-th person at `version`.
fn told(n: u64, kind: &'static str, name: &str, version: u64) -> Event {
    let account = an_account().numbered(n).named(name).build();
    let data = IdentityData::of(&account);
    event(kind, &data, version, &Actor::system("test"), at_s(0), &SequentialIds::default())
}

async fn learning(desk: &Desk, events: Vec<Event>) -> Learning {
    let bus = MemoryBus::new();
    assert!(bus.publish(events).await.iter().all(Result::is_ok));
    Learning::new(bus.consumer("order", &[Topic::Identity]), desk.database.clone())
}

async fn name_of(desk: &Desk, id: UserId) -> Option<String> {
    desk.database.names(&[id]).await.unwrap().remove(&id)
}

fn placed_for(customer: UserId) -> PlaceOrder {
    PlaceOrder { customer: Some(customer), ..an_order_command() }
}

#[tokio::test]
async fn the_newest_that_was_told_is_known() {
    let desk = a_desk();
    let events = vec![
        told(21, USER_REGISTERED, "Dora", 1),
        told(22, USER_REGISTERED, "Emil", 1),
        told(21, USER_UPDATED, "Dora D.", 2),
        told(21, "user.celebrated.v9", "Dora E.", 3),
    ];
    let learning = learning(&desk, events).await;
    assert_eq!(learning.step().await.unwrap(), LearningStep { learnt: 2, passed_over: 0 });
    assert_eq!(name_of(&desk, user(21)).await.as_deref(), Some("Dora E."));
    assert_eq!(name_of(&desk, user(22)).await.as_deref(), Some("Emil"));
    assert_eq!(learning.step().await.unwrap(), LearningStep::default(), "each was acknowledged");
}

#[tokio::test]
async fn what_cannot_be_read_is_passed_over_and_holds_up_nothing() {
    let desk = a_desk();
    let unreadable = Event { data: EventData::of(&"nonsense"), ..told(21, USER_UPDATED, "x", 1) };
    let elsewhere = Event { kind: "policy.changed.v1".to_owned(), ..unreadable.clone() };
    let learning = learning(&desk, vec![unreadable, elsewhere, told(22, USER_REGISTERED, "Em\0il", 1)]).await;
    assert_eq!(learning.step().await.unwrap(), LearningStep { learnt: 1, passed_over: 1 });
    assert_eq!(name_of(&desk, user(22)).await.as_deref(), Some("Em\u{fffd}il"));
}

#[tokio::test]
async fn nothing_is_acknowledged_before_it_is_known() {
    let desk = a_desk();
    let learning = learning(&desk, vec![told(21, USER_REGISTERED, "Dora", 1)]).await;
    desk.database.set_available(false);
    for _ in 0..2 {
        assert!(matches!(learning.step().await, Err(LearningError::Store(_))));
    }
    desk.database.set_available(true);
    assert_eq!(learning.step().await.unwrap(), LearningStep { learnt: 1, passed_over: 0 });
    assert_eq!(name_of(&desk, user(21)).await.as_deref(), Some("Dora"));
}

#[tokio::test]
async fn staff_order_only_for_people_who_are_known() {
    let desk = a_desk();
    let refused = desk.orders.place(&support(), placed_for(user(21))).await.unwrap_err();
    let OrderError::Invalid(fields) = &refused else { panic!("{refused:?}") };
    assert_eq!(
        (&*fields[0].field, fields[0].code, refused.code()),
        ("/customer_id", "unknown", "order.invalid")
    );
    assert_eq!(desk.database.events().len(), 0);

    learning(&desk, vec![told(21, USER_REGISTERED, "Dora", 1)]).await.step().await.unwrap();
    let view = desk.orders.place(&support(), placed_for(user(21))).await.unwrap();
    assert_eq!((view.order.customer_id, view.customer.as_deref()), (user(21), Some("Dora")));
}

#[tokio::test]
async fn whoever_had_an_order_before_is_known_without_being_told_of() {
    let desk = a_desk();
    let stranger = Actor::becoming(user(30), eop_core::kernel::actor::Origin::default());
    let stranger = Actor { roles: alice().roles, ..stranger };
    let own = desk.orders.place(&stranger, an_order_command()).await.unwrap();
    assert_eq!(own.customer, None, "their own order needs nobody to know them");
    desk.orders.place(&support(), placed_for(user(30))).await.unwrap();
}

#[tokio::test]
async fn orders_and_their_history_say_the_names() {
    let desk = a_desk();
    let order = desk.placed().await;
    desk.act(&approver(), order.id, crate::support::deed(eop_core::order::model::Action::Approve))
        .await
        .unwrap();
    let view = desk.orders.find(&alice(), order.id).await.unwrap();
    assert_eq!(view.customer.as_deref(), Some("Person 1"));
    let names: BTreeMap<String, Option<String>> = desk
        .orders
        .history(&alice(), order.id)
        .await
        .unwrap()
        .into_iter()
        .map(|step| (step.what.action.to_string(), step.name))
        .collect();
    let approver = approver().user_id().unwrap();
    let of_approver = name_of(&desk, approver).await;
    assert!(of_approver.is_some());
    let expected = [("create".to_owned(), Some("Person 1".to_owned())), ("approve".to_owned(), of_approver)];
    assert_eq!(names, expected.into());
}
