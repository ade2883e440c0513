//! Signing in, refreshing and signing out.

use std::time::Duration;

use eop_core::identity::model::AccountState;
use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, PASSWORD, Parts, World};

/// A world with an active customer, and their address.
async fn a_world_with_somebody() -> (World, String) {
    let world = World::new().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    (world, account.email.to_string())
}

#[tokio::test]
async fn programs_get_both_tokens_in_the_answer() {
    let (world, email) = a_world_with_somebody().await;
    let reply = world.log_in(&email, PASSWORD).await.expect(200);
    reply.matches(EXCHANGES, "logIn");
    assert_eq!((reply.header("set-cookie"), reply.header("cache-control")), (None, Some("no-store")));
    let tokens = reply.json();
    assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(600)));
    let me = world.call("getMe").by(tokens["access_token"].as_str().unwrap()).send().await.expect(200);
    assert_eq!(me.json()["email"], email);
}

#[tokio::test]
async fn browsers_get_the_refresh_token_as_a_cookie_that_scripts_cannot_read() {
    for secure_cookies in [true, false] {
        let world = World::of(Parts { secure_cookies, ..Parts::default() }).await;
        let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
        let body = json!({ "email": account.email, "password": PASSWORD, "refresh": "cookie" });
        let reply = world.call("logIn").json(&body).send().await.expect(200);
        assert_eq!(reply.json()["refresh_token"], Value::Null);
        let cookie = reply.header("set-cookie").unwrap();
        let (value, flags) = cookie.split_once("; ").unwrap();
        for flag in ["Path=/api/v1/auth", "HttpOnly", "SameSite=Strict", "Expires="] {
            assert!(flags.contains(flag), "{cookie}");
        }
        assert_eq!(flags.contains("Secure"), secure_cookies, "{cookie}");

        let cookies = format!("theme=dark; {value}");
        let refresh = || world.call("refreshTokens").header("cookie", &cookies).json(&json!({}));
        for foreign in [None, Some("https://evil.example"), Some("null")] {
            let call = foreign.map_or_else(refresh, |origin| refresh().header("origin", origin));
            drop(call.send().await.refused(403, "auth.foreign_origin"));
        }
        let refresh = world
            .call("refreshTokens")
            .header("cookie", &cookies)
            .header("host", "id.example.com")
            .header("origin", "https://id.example.com");
        let refreshed = refresh.json(&json!({})).send().await.expect(200);
        assert_eq!(refreshed.json()["refresh_token"], Value::Null);
        assert!(
            refreshed
                .header("set-cookie")
                .is_some_and(|next| next.starts_with("eop_refresh=") && next != cookie)
        );
    }
}

#[tokio::test]
async fn nobody_learns_why_a_sign_in_was_refused() {
    let (world, email) = a_world_with_somebody().await;
    let locked = world.account(&[Role::CUSTOMER], AccountState::Locked { until: None }).await;
    let pending = world.account(&[Role::CUSTOMER], AccountState::Pending).await;
    let mut answers = Vec::new();
    for (email, password) in [
        (email.as_str(), "wrong"),
        ("nobody@example.com", PASSWORD),
        (locked.email.as_str(), PASSWORD),
        (pending.email.as_str(), PASSWORD),
        ("no address", PASSWORD),
    ] {
        let reply = world.log_in(email, password).await.refused(401, "identity.bad_credentials");
        let mut body = reply.json();
        for name in ["request_id", "trace_id"] {
            body[name] = Value::Null;
        }
        answers.push((reply.header("www-authenticate").unwrap().to_owned(), body));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

#[tokio::test]
async fn too_many_tries_have_to_wait_whoever_makes_them() {
    let (world, email) = a_world_with_somebody().await;
    for email in [email.as_str(), "nobody@example.com"] {
        for _ in 0..20 {
            drop(world.log_in(email, "wrong").await.refused(401, "identity.bad_credentials"));
        }
        let reply = world.log_in(email, PASSWORD).await.refused(429, "identity.too_many_tries");
        assert_eq!(reply.header("retry-after"), Some("900"));
    }
    world.clock.advance(Duration::from_mins(15));
    drop(world.log_in(&email, PASSWORD).await.expect(200));
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_once_with_a_minute_of_grace() {
    let (world, email) = a_world_with_somebody().await;
    let (_, first) = world.signed_in(&email).await;
    let reply = world.refresh(&first).await.expect(200);
    reply.matches(EXCHANGES, "refreshTokens");
    let second = reply.json()["refresh_token"].as_str().unwrap().to_owned();
    assert_ne!(second, first);
    let again = world.refresh(&first).await.expect(200);
    assert_eq!(again.json()["refresh_token"], second.as_str(), "a lost answer is given again");

    world.clock.advance(Duration::from_secs(61));
    drop(world.refresh(&first).await.refused(401, "identity.refresh_refused"));
    drop(world.refresh(&second).await.refused(401, "identity.refresh_refused"));
    let told: Vec<_> = world.database.events().into_iter().map(|event| event.kind).collect();
    assert!(told.contains(&"session.reuse_detected.v1".to_owned()), "{told:?}");
}

#[tokio::test]
async fn without_a_good_refresh_token_there_is_no_exchange() {
    let (world, _) = a_world_with_somebody().await;
    drop(world.refresh("nonsense").await.refused(401, "identity.refresh_refused"));
    let none = world.call("refreshTokens").json(&json!({})).send().await;
    drop(none.refused(401, "identity.refresh_refused"));
    let odd =
        world.call("refreshTokens").header("cookie", "eop_refresh=; a; =b").json(&json!({})).send().await;
    drop(odd.refused(401, "identity.refresh_refused"));
}

#[tokio::test]
async fn signing_out_ends_the_session_of_the_token() {
    let (world, email) = a_world_with_somebody().await;
    let (access, refresh) = world.signed_in(&email).await;
    let out = || world.call("logOut").by(&access).send();
    let reply = out().await.expect(204);
    let cookie = reply.header("set-cookie").unwrap();
    for part in ["eop_refresh=;", "Path=/api/v1/auth", "Max-Age=0", "HttpOnly"] {
        assert!(cookie.contains(part), "the browser forgets its token: {cookie}");
    }
    reply.matches(EXCHANGES, "logOut");
    drop(out().await.refused(401, "auth.session_ended"));
    drop(world.refresh(&refresh).await.refused(401, "identity.refresh_refused"));
}

#[tokio::test]
async fn the_public_keys_are_there_for_everybody() {
    let world = World::new().await;
    world.call("getJwks").send().await.expect(200).matches(EXCHANGES, "getJwks");
}
