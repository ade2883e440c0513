//! Tokens of services.

use std::sync::Arc;

use eop_api_contract::reply::Reply;
use eop_contract::fixture::at_s;
use eop_core::identity::port::{TokenIssuer, TokenRefused, TokenVerifier};
use eop_core::identity::service::USER_SERVICE;
use eop_core::kernel::actor::{Principal, Role};
use eop_credentials::{Ed25519Issuer, IssuerConfig, JwksVerifier, LocalKeys, VerifierConfig};
use eop_memory::{PlainSealer, SequentialIds};

use crate::world::{EXCHANGES, Parts, World};

const ISSUER: &str = "https://id.example.com";
const FORM: &str = "application/x-www-form-urlencoded";
/// `order:secret of order`.
const BASIC: &str = "Basic b3JkZXI6c2VjcmV0IG9mIG9yZGVy";

async fn asked(world: &World, authorization: Option<&str>, body: &str) -> Reply {
    let call = world.call("issueServiceToken").body(FORM, body);
    match authorization {
        Some(value) => call.header("authorization", value).send().await,
        None => call.send().await,
    }
}

#[tokio::test]
async fn a_service_gets_a_token_by_header_or_body() {
    let world = World::new().await;
    let by_header = asked(&world, Some(BASIC), "grant_type=client_credentials").await.expect(200);
    by_header.matches(EXCHANGES, "issueServiceToken");
    assert_eq!(by_header.header("cache-control"), Some("no-store"));
    let body = "grant_type=client_credentials&client_id=order&client_secret=secret+of+order";
    let by_body = asked(&world, None, body).await.expect(200).json();
    for token in [by_header.json(), by_body].map(|body| body["access_token"].as_str().unwrap().to_owned()) {
        drop(world.call("getPolicy").by(&token).send().await.expect(200));
        // Its role takes the policy over, and nothing else.
        for operation in ["listUsers", "listRoles", "getMe", "listPermissions"] {
            drop(world.call(operation).by(&token).send().await.refused(403, "access.denied"));
        }
    }
}

#[tokio::test]
async fn whoever_is_no_client_gets_none() {
    let world = World::new().await;
    let grant = "grant_type=client_credentials";
    for (authorization, body) in [
        (None, grant.to_owned()),
        (None, format!("{grant}&client_id=order")),
        (None, format!("{grant}&client_id=order&client_secret=secret")),
        (None, format!("{grant}&client_id=billing&client_secret=secret+of+order")),
        (Some("Basic b3JkZXI6"), grant.to_owned()),
    ] {
        drop(asked(&world, authorization, &body).await.refused(401, "identity.bad_client"));
    }
    let other = asked(&world, Some(BASIC), "grant_type=password").await;
    drop(other.refused(422, "identity.invalid"));
}

#[tokio::test]
async fn the_token_of_a_service_is_for_the_user_service_alone() {
    let config = IssuerConfig::new(ISSUER);
    let ids = Arc::new(SequentialIds::new());
    let issuer: Arc<dyn TokenIssuer> = Arc::new(Ed25519Issuer::new(config, Arc::new(PlainSealer), ids));
    let keys = Arc::new(LocalKeys::new(Arc::clone(&issuer)));
    let at = |config: VerifierConfig| Arc::new(JwksVerifier::new(config, keys.clone()));
    let own = at(VerifierConfig::new(ISSUER).of_service(USER_SERVICE));
    let world = World::of(Parts { issuer, verifier: own.clone(), ..Parts::default() }).await;
    let reply = asked(&world, Some(BASIC), "grant_type=client_credentials").await.expect(200).json();
    let token = reply["access_token"].as_str().unwrap();
    drop(world.call("getPolicy").by(token).send().await.expect(200));
    let verified = own.verify(token, at_s(0)).await.unwrap();
    assert_eq!((verified.principal, verified.session), (Principal::Service("order".to_owned()), None));
    assert_eq!(verified.roles, [Role::SERVICE]);
    assert_eq!(own.verify(token, at_s(301)).await, Err(TokenRefused::Expired));
    for elsewhere in [VerifierConfig::new(ISSUER), VerifierConfig::new(ISSUER).of_service("eop-order")] {
        assert_eq!(at(elsewhere).verify(token, at_s(0)).await, Err(TokenRefused::Invalid));
    }
}
