//! What operators see of the outbox.

use eop_core::kernel::outbox::Outbox;

use crate::world::{EXCHANGES, World, admin};

#[tokio::test]
async fn the_state_of_the_outbox() {
    let world = World::new();
    world.placed().await;
    world.parked().await;
    world.placed().await;
    let reply = world.call("getOutbox").sent_by(&admin()).send().await.expect(200);
    reply.matches(EXCHANGES, "getOutbox");
    assert_eq!((&reply.json()["pending"], &reply.json()["parked"]), (&2.into(), &1.into()));
}

#[tokio::test]
async fn parked_messages_say_where_they_are_and_what_is_wrong() {
    let world = World::new();
    let position = world.parked().await;
    world.placed().await;
    let reply = world.call("listParkedMessages").sent_by(&admin()).send().await.expect(200);
    reply.matches(EXCHANGES, "listParkedMessages");
    let items = reply.json()["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 1);
    assert_eq!((&items[0]["position"], &items[0]["error"]), (&position.into(), &"it is too large".into()));
}

#[tokio::test]
async fn a_parked_message_is_released_or_skipped_once() {
    let world = World::new();
    for (operation, pending) in [("releaseOutboxMessage", 1), ("skipOutboxMessage", 1)] {
        let position = world.parked().await;
        let decide = || world.call(operation).sent_by(&admin()).on(position).send();
        decide().await.expect(204).matches(EXCHANGES, operation);
        drop(decide().await.refused(404, "outbox.not_parked"));
        let stats = world.database.stats().await.unwrap();
        assert_eq!((stats.pending, stats.parked), (pending, 0), "{operation}");
    }
}
