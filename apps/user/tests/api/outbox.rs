//! The operators' interface of the outbox.

use eop_api_contract::outbox;
use eop_core::kernel::actor::Role;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn the_state_of_the_outbox() {
    outbox::the_state_of_the_outbox(&World::new().await, EXCHANGES).await;
}

#[tokio::test]
async fn what_waits_is_listed() {
    outbox::what_waits_is_listed(&World::new().await, EXCHANGES).await;
}

#[tokio::test]
async fn a_parked_event_is_decided_about_once() {
    outbox::a_parked_event_is_decided_about_once(&World::new().await, EXCHANGES).await;
}

#[tokio::test]
async fn who_may_not_decide_is_noted() {
    let world = World::new().await;
    let stranger = world.person(&[Role::AUDITOR]).await;
    outbox::who_may_not_decide_is_noted(&world, &stranger).await;
}
