//! One's own account.

use eop_core::identity::model::AccountState;
use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, NEW_PASSWORD, PASSWORD, World};

#[tokio::test]
async fn everybody_reads_their_own_account() {
    let world = World::new().await;
    let me = world.person(&[Role::CUSTOMER]).await;
    let reply = world.call("getMe").sent_by(&me).send().await.expect(200);
    reply.matches(EXCHANGES, "getMe");
    assert_eq!(reply.header("etag"), Some("\"1\""));
    assert_eq!(reply.json()["id"], json!(me.id));
    assert!(!reply.text().contains("plain:"), "nothing of the password is shown");
}

#[tokio::test]
async fn a_profile_is_changed_from_the_version_that_was_looked_at() {
    let world = World::new().await;
    let me = world.person(&[Role::CUSTOMER]).await;
    let change = || world.call("changeMe").sent_by(&me);
    drop(change().example().send().await.refused(428, "identity.version_required"));
    let reply = change().header("if-match", "\"1\"").example().send().await.expect(200);
    reply.matches(EXCHANGES, "changeMe");
    assert_eq!(reply.header("etag"), Some("\"2\""));
    let stale = change().header("if-match", "\"1\"").example().send().await;
    assert_eq!(stale.refused(412, "identity.version_mismatch").header("etag"), Some("\"2\""));
}

#[tokio::test]
async fn null_removes_the_phone_number_and_what_is_absent_stays() {
    let world = World::new().await;
    let me = world.person(&[Role::CUSTOMER]).await;
    let change = |version: u8, body: Value| {
        world.call("changeMe").sent_by(&me).header("if-match", &format!("\"{version}\"")).json(&body).send()
    };
    let with = change(1, json!({ "phone": "+4930123456" })).await.expect(200).json();
    assert_eq!(with["phone"], "+4930123456");
    let kept = change(2, json!({ "name": "Alice B." })).await.expect(200).json();
    assert_eq!((&kept["phone"], &kept["name"]), (&json!("+4930123456"), &json!("Alice B.")));
    let without = change(3, json!({ "phone": null })).await.expect(200).json();
    assert_eq!((&without["phone"], &without["name"]), (&Value::Null, &json!("Alice B.")));
    drop(change(4, json!({})).await.refused(422, "identity.invalid"));
    let refused = change(4, json!({ "phone": "0123456789", "locale": "!!" })).await;
    assert_eq!(refused.refused(422, "identity.invalid").refused_values(), ["/locale locale", "/phone phone"]);
}

#[tokio::test]
async fn the_password_is_changed_by_who_knows_it_and_other_sessions_end() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let (access, refresh) = world.signed_in(account.email.as_str()).await;
    let (_, other) = world.session(account.id).await;
    let change = |current: &str, password: &str| {
        let body = json!({ "current_password": current, "password": password });
        world.call("changeMyPassword").by(&access).json(&body).send()
    };
    let wrong = change("wrong", NEW_PASSWORD).await.refused(422, "identity.invalid");
    assert_eq!(wrong.refused_values(), ["/current_password wrong"]);
    let weak = change(PASSWORD, "alice-example").await.refused(422, "identity.invalid");
    assert_eq!(weak.refused_values(), ["/password similar"]);
    change(PASSWORD, NEW_PASSWORD).await.expect(204).matches(EXCHANGES, "changeMyPassword");
    drop(world.refresh(&other).await.refused(401, "identity.refresh_refused"));
    drop(world.refresh(&refresh).await.expect(200));
    drop(world.log_in(account.email.as_str(), PASSWORD).await.refused(401, "identity.bad_credentials"));
}

#[tokio::test]
async fn everybody_reads_what_they_may_do() {
    let world = World::new().await;
    let me = world.person(&[Role::CUSTOMER]).await;
    let reply = world.call("listMyPermissions").sent_by(&me).send().await.expect(200);
    reply.matches(EXCHANGES, "listMyPermissions");
    let place = json!({ "resource": "order", "action": "create", "scope": "own" });
    assert!(reply.json()["items"].as_array().unwrap().contains(&place));
}
