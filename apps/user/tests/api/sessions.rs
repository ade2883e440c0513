//! One's own sessions.

use eop_core::identity::model::AccountState;
use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World};

/// The sessions that the list shows to whoever has this token.
async fn listed(world: &World, access: &str) -> Vec<Value> {
    let reply = world.call("listMySessions").by(access).send().await.expect(200);
    reply.json()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn the_list_marks_the_session_of_the_request() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let (access, _) = world.signed_in(account.email.as_str()).await;
    let reply = world.call("listMySessions").by(&access).send().await.expect(200);
    reply.matches(EXCHANGES, "listMySessions");
    let (other, _) = world.signed_in(account.email.as_str()).await;
    for token in [&access, &other] {
        let current: Vec<_> =
            listed(&world, token).await.into_iter().filter(|one| one["current"] == json!(true)).collect();
        assert_eq!(current.len(), 1);
    }
    assert_eq!(listed(&world, &access).await.len(), 2);
}

#[tokio::test]
async fn one_session_is_ended_and_only_one_s_own() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let stranger = world.person(&[Role::ADMIN]).await;
    let (access, _) = world.signed_in(account.email.as_str()).await;
    let (session, refresh) = world.session(account.id).await;
    let by = |token: &str| world.call("revokeMySession").by(token).on(session.id).send();
    drop(by(stranger.token()).await.refused(404, "identity.not_found"));
    by(&access).await.expect(204).matches(EXCHANGES, "revokeMySession");
    drop(by(&access).await.refused(404, "identity.not_found"));
    drop(world.refresh(&refresh).await.refused(401, "identity.refresh_refused"));
    assert_eq!(listed(&world, &access).await.len(), 1);
}

#[tokio::test]
async fn all_other_sessions_are_ended_at_once() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let (access, mine) = world.signed_in(account.email.as_str()).await;
    let (_, other) = world.session(account.id).await;
    let reply = world.call("revokeMyOtherSessions").by(&access).send().await.expect(204);
    reply.matches(EXCHANGES, "revokeMyOtherSessions");
    drop(world.refresh(&other).await.refused(401, "identity.refresh_refused"));
    drop(world.refresh(&mine).await.expect(200));
}
