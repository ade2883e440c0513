//! Access tokens of the real issuer, and what is not one.

use std::sync::Arc;

use eop_contract::fixture::at_s;
use eop_core::identity::model::AccountState;
use eop_core::identity::port::{TokenIssuer, TokenVerifier};
use eop_core::kernel::actor::Role;
use eop_credentials::{Ed25519Issuer, IssuerConfig, JwksVerifier, LocalKeys, VerifierConfig};
use eop_memory::{PlainSealer, SequentialIds};

use crate::world::{Parts, World};

const ISSUER: &str = "https://id.example.com";

/// A world whose tokens are signed by a key of its own and say that `issuer` issued them.
async fn a_world_of(issuer: &str) -> World {
    let config = IssuerConfig::new(issuer);
    let ids = Arc::new(SequentialIds::new());
    let issuer: Arc<dyn TokenIssuer> = Arc::new(Ed25519Issuer::new(config, Arc::new(PlainSealer), ids));
    let keys = Arc::new(LocalKeys::new(Arc::clone(&issuer)));
    let verifier: Arc<dyn TokenVerifier> = Arc::new(JwksVerifier::new(VerifierConfig::new(ISSUER), keys));
    World::of(Parts { issuer, verifier, ..Parts::default() }).await
}

/// The access token of somebody who signs in.
async fn a_token_of(world: &World) -> String {
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    world.signed_in(account.email.as_str()).await.0
}

#[tokio::test]
async fn a_signed_token_is_taken_until_it_expires() {
    let world = a_world_of(ISSUER).await;
    let token = a_token_of(&world).await;
    let me = || world.call("getMe").by(&token).send();
    drop(me().await.expect(200));
    drop(world.call("getMe").header("authorization", &format!("bEARER {token}")).send().await.expect(200));
    world.clock.set(at_s(600));
    drop(me().await.refused(401, "auth.token_expired"));
}

#[tokio::test]
async fn forged_and_foreign_tokens_are_refused() {
    let world = a_world_of(ISSUER).await;
    let token = a_token_of(&world).await;
    let [header, claims, signature] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
    let (_, other_claims, _) = {
        let other = a_token_of(&world).await;
        let parts: Vec<_> = other.split('.').map(str::to_owned).collect();
        (parts[0].clone(), parts[1].clone(), parts[2].clone())
    };
    // {"alg":"none","typ":"at+jwt"} and {"alg":"HS256","typ":"at+jwt"}
    let (none, hmac) =
        ("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0", "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9");
    let foreign_key = a_token_of(&a_world_of(ISSUER).await).await;
    for bad in [
        format!("{header}.{claims}."),
        format!("{header}.{claims}"),
        format!("{header}.{other_claims}.{signature}"),
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{hmac}.{claims}.{signature}"),
        format!("{token}A"),
        foreign_key,
    ] {
        let reply = world.call("getMe").by(&bad).send().await.refused(401, "auth.token_invalid");
        assert_eq!(reply.header("www-authenticate"), Some("Bearer error=\"invalid_token\""), "{bad}");
    }
    let elsewhere = a_world_of("https://id.elsewhere.example").await;
    let token = a_token_of(&elsewhere).await;
    drop(elsewhere.call("getMe").by(&token).send().await.refused(401, "auth.token_invalid"));
}

#[tokio::test]
async fn the_published_keys_are_those_that_sign() {
    let world = a_world_of(ISSUER).await;
    let keys = world.call("getJwks").send().await.expect(200).json();
    let key = &keys["keys"][0];
    assert_eq!((&key["kty"], &key["alg"], &key["use"]), (&"OKP".into(), &"EdDSA".into(), &"sig".into()));
    assert!(key.get("d").is_none(), "the private part stays where it is");
}
