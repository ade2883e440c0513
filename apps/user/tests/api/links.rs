//! One-time links.

use std::time::Duration;

use eop_core::identity::model::{AccountState, LinkPurpose};
use eop_core::kernel::actor::Role;
use serde_json::json;

use crate::world::{EXCHANGES, NEW_PASSWORD, PASSWORD, World};

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn the_mailed_link_verifies_and_using_it_twice_is_fine() {
    let world = World::new().await;
    drop(world.call("register").example().send().await.expect(202));
    let token = world.mailed().remove(0);
    let verify = || world.call("verifyEmail").json(&json!({ "token": token })).send();
    verify().await.expect(204).matches(EXCHANGES, "verifyEmail");
    let told = world.database.events().len();
    drop(verify().await.expect(204));
    assert_eq!(world.database.events().len(), told);
}

#[tokio::test]
async fn links_that_are_unknown_too_old_or_for_something_else_are_refused() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Pending).await;
    let verify = |token: String| world.call("verifyEmail").json(&json!({ "token": token })).send();
    drop(verify("unknown".to_owned()).await.refused(422, "identity.link_refused"));
    let reset = world.link(account.id, LinkPurpose::ResetPassword).await;
    drop(verify(reset).await.refused(422, "identity.link_refused"));
    let old = world.link(account.id, LinkPurpose::VerifyEmail).await;
    world.clock.advance(DAY);
    drop(verify(old).await.refused(422, "identity.link_refused"));
}

#[tokio::test]
async fn a_link_is_mailed_once_a_minute_whether_or_not_there_is_an_account() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Pending).await;
    for (operation, name) in
        [("resendVerification", "resendVerification"), ("forgotPassword", "forgotPassword")]
    {
        let known = account.email.to_string();
        let send = |email: &str| world.call(operation).json(&json!({ "email": email })).send();
        let answer = send(&known).await.expect(202);
        answer.matches(EXCHANGES, name);
        assert_eq!(send("nobody@example.com").await.expect(202).text(), answer.text());
        for email in [known.as_str(), "nobody@example.com"] {
            let reply = send(email).await.refused(429, "identity.too_many_tries");
            assert_eq!(reply.header("retry-after"), Some("60"), "{reply}");
        }
        drop(send("no address").await.refused(422, "identity.invalid"));
        world.clock.advance(Duration::from_mins(1));
        drop(send(&known).await.expect(202));
    }
    assert_eq!(world.mailed().len(), 4);
}

#[tokio::test]
async fn a_new_password_is_chosen_once_and_ends_all_sessions() {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    let email = account.email.as_str();
    let (_, refresh) = world.signed_in(email).await;
    let token = world.link(account.id, LinkPurpose::ResetPassword).await;
    let reset = |password: &str| {
        world.call("resetPassword").json(&json!({ "token": token, "password": password })).send()
    };
    let weak = reset("password").await.refused(422, "identity.invalid");
    assert_eq!(weak.refused_values(), ["/password weak"]);
    reset(NEW_PASSWORD).await.expect(204).matches(EXCHANGES, "resetPassword");
    drop(reset(NEW_PASSWORD).await.refused(422, "identity.link_refused"));
    drop(world.refresh(&refresh).await.refused(401, "identity.refresh_refused"));
    drop(world.log_in(email, PASSWORD).await.refused(401, "identity.bad_credentials"));
    drop(world.log_in(email, NEW_PASSWORD).await.expect(200));
}
