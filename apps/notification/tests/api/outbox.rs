//! The operators' interface of the outbox.

use eop_api_contract::outbox;
use eop_api_contract::people::person;
use eop_core::kernel::actor::Role;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn the_state_of_the_outbox() {
    outbox::the_state_of_the_outbox(&World::new(), EXCHANGES).await;
}

#[tokio::test]
async fn what_waits_is_listed() {
    outbox::what_waits_is_listed(&World::new(), EXCHANGES).await;
}

#[tokio::test]
async fn a_parked_event_is_decided_about_once() {
    outbox::a_parked_event_is_decided_about_once(&World::new(), EXCHANGES).await;
}

#[tokio::test]
async fn who_may_not_decide_is_noted() {
    outbox::who_may_not_decide_is_noted(&World::new(), &person(8, &[Role::AUDITOR])).await;
}
