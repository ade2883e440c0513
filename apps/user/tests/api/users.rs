//! Everybody's accounts.

use eop_api_contract::reply::Reply;
use eop_core::identity::model::AccountState;
use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, PASSWORD, Parts, World};

fn ids(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_list_has_pages_filters_and_cursors_of_its_own() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let locked = world.account(&[Role::SUPPORT], AccountState::Locked { until: None }).await;
    let list = |query: &str| world.call("listUsers").sent_by(&admin).query(query).send();
    let all = [locked.id, alice.id, admin.id].map(|id| id.to_string());

    let reply = list("limit=1&count=exact&sort=created_at").await.expect(200);
    assert_eq!((&reply.json()["total"], ids(&reply.json())), (&json!(3), vec![all[2].clone()]));
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = list(&format!("limit=2{cursor}")).await.expect(200).json();
        seen.extend(ids(&page));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, all);
    drop(list(&format!("sort=created_at{cursor}")).await.refused(422, "page.cursor_invalid"));
    let elsewhere = World::of(Parts { cursor_secret: "another", ..Parts::default() }).await;
    let their_admin = elsewhere.admin().await;
    let foreign = elsewhere.call("listUsers").sent_by(&their_admin).query(&cursor[1..]).send().await;
    drop(foreign.refused(422, "page.cursor_invalid"));

    list("state=locked").await.expect(200).matches(EXCHANGES, "listUsers");
    for (query, expected) in [
        ("role=support", vec![all[0].clone()]),
        ("state=active&sort=created_at", vec![all[2].clone(), all[1].clone()]),
        ("role=king", vec![]),
        ("q=USER102%40", vec![all[1].clone()]),
    ] {
        assert_eq!(ids(&list(query).await.expect(200).json()), expected, "{query}");
    }
}

#[tokio::test]
async fn an_account_and_its_roles_are_read() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    for operation in ["getUser", "getUserRoles"] {
        let reply = world.call(operation).sent_by(&admin).on(alice.id).send().await.expect(200);
        reply.matches(EXCHANGES, operation);
        assert_eq!(reply.header("etag"), Some("\"1\""));
        drop(world.call(operation).sent_by(&admin).send().await.refused(404, "identity.not_found"));
    }
}

#[tokio::test]
async fn roles_are_set_from_the_version_that_was_looked_at() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let set = |version: &str, roles: Value| {
        let call = world.call("setUserRoles").sent_by(&admin).on(alice.id).header("if-match", version);
        call.json(&json!({ "roles": roles })).send()
    };
    let reply = set("\"1\"", json!(["customer", "approver"])).await.expect(200);
    reply.matches(EXCHANGES, "setUserRoles");
    assert_eq!(reply.json()["roles"], json!(["approver", "customer"]));
    let stale = set("\"1\"", json!([])).await.refused(412, "identity.version_mismatch");
    assert_eq!(stale.header("etag"), Some("\"2\""));
    let unknown = set("\"2\"", json!(["customer", "king", "unverified"])).await;
    let unknown = unknown.refused(422, "identity.invalid").refused_values();
    assert_eq!(unknown, ["/roles/1 unknown", "/roles/2 unknown"]);
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let world = World::new().await;
    let admin = world.admin().await;
    let on_oneself = |operation: &str| world.call(operation).sent_by(&admin).on(admin.id).example().send();
    drop(on_oneself("setUserRoles").await.refused(409, "identity.last_admin"));
    drop(on_oneself("lockUser").await.refused(409, "identity.last_admin"));
    world.account(&[Role::ADMIN], AccountState::Active).await;
    drop(on_oneself("setUserRoles").await.expect(200));
}

#[tokio::test]
async fn a_locked_account_cannot_sign_in_until_it_is_unlocked() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let (_, refresh) = world.signed_in(alice.email.as_str()).await;
    let reply = world.call("lockUser").sent_by(&admin).on(alice.id).example().send().await.expect(200);
    reply.matches(EXCHANGES, "lockUser");
    drop(world.refresh(&refresh).await.refused(401, "identity.refresh_refused"));
    drop(world.log_in(alice.email.as_str(), PASSWORD).await.refused(401, "identity.bad_credentials"));
    let reply = world.call("unlockUser").sent_by(&admin).on(alice.id).send().await.expect(200);
    reply.matches(EXCHANGES, "unlockUser");
    drop(world.log_in(alice.email.as_str(), PASSWORD).await.expect(200));
}

#[tokio::test]
async fn a_lock_does_not_end_before_it_begins() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let lock = |until: Value| {
        world.call("lockUser").sent_by(&admin).on(alice.id).json(&json!({ "until": until })).send()
    };
    let refused = |reply: Reply| reply.refused(422, "identity.invalid").refused_values();
    assert_eq!(refused(lock(json!("2020-01-01T00:00:00Z")).await), ["/until in_past"]);
    let for_ever = lock(Value::Null).await.expect(200).json();
    assert_eq!((&for_ever["state"], &for_ever["locked_until"]), (&json!("locked"), &Value::Null));
}

/// With a token from before: neither the lock on themselves nor the loss of a role can be undone, nor can they harm others.
#[tokio::test]
async fn a_locked_or_demoted_administrator_restores_nothing() {
    for lock in [true, false] {
        let world = World::new().await;
        let ada = world.admin().await;
        let bob = world.admin().await;
        let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
        let by_ada = |operation: &str| world.call(operation).sent_by(&ada).on(bob.id);
        if lock {
            drop(by_ada("lockUser").json(&json!({ "until": null })).send().await.expect(200));
        } else {
            drop(
                by_ada("setUserRoles")
                    .header("if-match", "\"1\"")
                    .json(&json!({ "roles": [] }))
                    .send()
                    .await
                    .expect(200),
            );
        }
        for (operation, on) in [
            ("unlockUser", bob.id),
            ("setUserRoles", bob.id),
            ("lockUser", ada.id),
            ("getUser", account.id),
            ("changeMyPassword", bob.id),
        ] {
            let call = world.call(operation).sent_by(&bob).on(on);
            let call = if matches!(operation, "unlockUser" | "getUser") { call } else { call.example() };
            let reply = call.send().await;
            let (status, code) = if lock { (401, "auth.session_ended") } else { (403, "access.denied") };
            drop(reply.refused(status, code));
        }
        let admin = world.call("getUser").sent_by(&ada).on(ada.id).send().await.expect(200).json();
        assert_eq!(admin["state"], "active");
    }
}

#[tokio::test]
async fn the_role_of_services_is_given_to_nobody() {
    let world = World::new().await;
    let admin = world.admin().await;
    let alice = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let call = world.call("setUserRoles").sent_by(&admin).on(alice.id).header("if-match", "\"1\"");
    let reply = call.json(&json!({ "roles": ["service"] })).send().await;
    assert_eq!(reply.refused(422, "identity.invalid").refused_values(), ["/roles/0 unknown"]);
}
