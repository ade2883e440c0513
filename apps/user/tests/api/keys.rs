//! The keys that sign access tokens.

use eop_core::kernel::actor::Role;
use serde_json::Value;

use crate::world::{EXCHANGES, World};

fn states(list: &Value) -> Vec<&str> {
    let keys = list["items"].as_array().unwrap().iter();
    let mut states: Vec<_> = keys.map(|key| key["state"].as_str().unwrap()).collect();
    states.sort_unstable();
    states
}

#[tokio::test]
async fn keys_are_listed_without_their_private_parts() {
    let world = World::new().await;
    let auditor = world.person(&[Role::AUDITOR]).await;
    let reply = world.call("listKeys").sent_by(&auditor).send().await.expect(200);
    reply.matches(EXCHANGES, "listKeys");
    assert!(!reply.text().contains("sealed"), "{}", reply.text());
}

#[tokio::test]
async fn the_next_key_signs_when_everybody_can_know_it() {
    let world = World::new().await;
    let admin = world.admin().await;
    drop(world.call("rotateKeys").sent_by(&admin).send().await.refused(409, "identity.key_too_new"));

    world.age_the_next_key().await;
    let reply = world.call("rotateKeys").sent_by(&admin).send().await.expect(200);
    reply.matches(EXCHANGES, "rotateKeys");
    assert_eq!(states(&reply.json()), ["active", "next", "retiring"]);
}

#[tokio::test]
async fn a_key_that_others_may_know_is_gone_at_once() {
    let world = World::new().await;
    let admin = world.admin().await;
    let listed = world.call("listKeys").sent_by(&admin).send().await.expect(200).json();
    let active = listed["items"].as_array().unwrap().iter().find(|key| key["state"] == "active").unwrap();
    let kid = active["kid"].as_str().unwrap();
    let reply = world.call("retireKey").sent_by(&admin).on(kid).send().await.expect(200);
    reply.matches(EXCHANGES, "retireKey");
    assert_eq!(states(&reply.json()), ["active", "next"]);
    assert!(!reply.text().contains(kid), "{}", reply.text());
    drop(world.call("retireKey").sent_by(&admin).on(kid).send().await.refused(404, "identity.no_such_key"));
}
