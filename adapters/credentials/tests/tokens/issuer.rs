//! Making, installing and publishing keys; tokens that other implementations understand.

use std::sync::Arc;

use crate::support::{ISSUER, NOW_S, claims, issuer, issuer_with_key, now};
use aws_lc_rs::encoding::{AsBigEndian, Curve25519SeedBin};
use base64::Engine;
use eop_core::identity::model::KeyState;
use eop_core::identity::port::{NoSigningKey, TokenIssuer, TokenRefused, TokenVerifier};
use eop_credentials::{
    AeadSealer, Ed25519Issuer, IssuerConfig, JwksVerifier, LocalKeys, MasterKey, VerifierConfig,
};
use jsonwebtoken::jwk::{JwkSet, ThumbprintHash};
use serde_json::{Value, json};

fn verifier(issuer: &Arc<Ed25519Issuer>) -> JwksVerifier {
    let keys = LocalKeys::new(Arc::clone(issuer) as Arc<dyn TokenIssuer>);
    JwksVerifier::new(VerifierConfig::new(ISSUER), Arc::new(keys))
}

#[test]
fn another_implementation_reads_keys_and_tokens() {
    let (issuer, key) = issuer_with_key();
    let set: JwkSet = serde_json::from_value(issuer.jwks()).unwrap();
    let jwk = set.find(&key.kid).unwrap();
    assert_eq!(jwk.thumbprint(ThumbprintHash::SHA256).unwrap(), key.kid);

    let mut rules = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::EdDSA);
    rules.set_issuer(&[ISSUER]);
    rules.set_audience(&["eop"]);
    rules.validate_exp = false;
    let token = issuer.issue(&claims()).unwrap().token;
    let decoding = jsonwebtoken::DecodingKey::from_jwk(jwk).unwrap();
    let read = jsonwebtoken::decode::<Value>(&token, &decoding, &rules).unwrap();

    assert_eq!(read.header.typ.as_deref(), Some("at+jwt"));
    assert_eq!(read.header.kid, Some(key.kid));
    assert_eq!(
        read.claims,
        json!({
            "iss": ISSUER,
            "aud": ["eop"],
            "sub": claims().subject.to_string(),
            "sid": claims().session.to_string(),
            "jti": "00000000-0000-0000-0000-000000000001",
            "iat": NOW_S,
            "exp": NOW_S + 600,
            "roles": ["customer", "approver"],
            "account_version": 3,
        })
    );
}

#[test]
fn every_token_has_an_id_of_its_own() {
    let (issuer, _) = issuer_with_key();
    assert_ne!(issuer.issue(&claims()).unwrap(), issuer.issue(&claims()).unwrap());
}

#[test]
fn an_issuer_without_a_key_signs_and_publishes_nothing() {
    let issuer = issuer();
    assert!(matches!(issuer.issue(&claims()), Err(NoSigningKey(_))));
    assert_eq!(issuer.jwks(), json!({ "keys": [] }));
    assert!(issuer.install(&[]).is_err());
}

#[test]
fn all_keys_but_retired_ones_are_published_and_only_their_public_part() {
    let issuer = issuer();
    let states = [KeyState::Next, KeyState::Active, KeyState::Retiring, KeyState::Retired];
    let keys = states.map(|state| {
        let mut key = issuer.generate_key(now());
        key.state = state;
        key
    });
    issuer.install(&keys).unwrap();
    let jwks = issuer.jwks();
    let kids: Vec<&str> =
        jwks["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap()).collect();
    assert_eq!(kids, [&keys[1].kid, &keys[0].kid, &keys[2].kid], "the one that signs first");
    for key in jwks["keys"].as_array().unwrap() {
        let members: Vec<&String> = key.as_object().unwrap().keys().collect();
        assert_eq!(members, ["alg", "crv", "kid", "kty", "use", "x"]);
    }
}

#[test]
fn a_key_that_cannot_be_used_leaves_the_keys_before_in_use() {
    let (issuer, good) = issuer_with_key();
    let before = issuer.jwks();

    let foreign_master = Arc::new(AeadSealer::new(&MasterKey::from_bytes([8; 32])));
    let foreign = Ed25519Issuer::new(
        IssuerConfig::new(ISSUER),
        foreign_master,
        Arc::new(crate::support::CountingIds::default()),
    );
    let sealed_elsewhere = foreign.generate_key(now());
    let mut swapped = issuer.generate_key(now());
    swapped.sealed_private = good.sealed_private.clone();
    let mut renamed = issuer.generate_key(now());
    renamed.kid = "another".to_owned();
    let mut damaged = issuer.generate_key(now());
    damaged.public_jwk = json!({ "kty": "OKP" });
    let mut retired = issuer.generate_key(now());
    retired.state = KeyState::Retired;

    for key in [sealed_elsewhere, swapped, renamed, damaged, retired] {
        let NoSigningKey(reason) = issuer.install(std::slice::from_ref(&key)).unwrap_err();
        assert!(!reason.contains(&key.sealed_private), "{reason}");
        assert_eq!(issuer.jwks(), before);
        issuer.issue(&claims()).unwrap();
    }
}

#[tokio::test]
async fn tokens_of_the_old_key_stay_good_through_a_rotation_until_it_is_retired() {
    let (issuer, mut old) = issuer_with_key();
    let verifier = verifier(&issuer);
    let before = issuer.issue(&claims()).unwrap().token;
    verifier.verify(&before, now()).await.unwrap();

    let new = issuer.generate_key(now());
    old.state = KeyState::Retiring;
    issuer.install(&[new.clone(), old.clone()]).unwrap();
    let after = issuer.issue(&claims()).unwrap().token;
    verifier.verify(&after, now()).await.unwrap();
    verifier.verify(&before, now()).await.unwrap();

    old.state = KeyState::Retired;
    let newest = issuer.generate_key(now());
    let mut retiring = new;
    retiring.state = KeyState::Retiring;
    issuer.install(&[newest, retiring, old]).unwrap();
    let last = issuer.issue(&claims()).unwrap().token;
    verifier.verify(&last, now()).await.unwrap();
    verifier.verify(&after, now()).await.unwrap();
    assert_eq!(
        verifier.verify(&before, now()).await,
        Err(TokenRefused::Invalid),
        "a remembered token goes with its key"
    );
}

#[tokio::test]
async fn a_verifier_is_ready_once_its_issuer_has_keys() {
    let issuer = Arc::new(issuer());
    let verifier = verifier(&issuer);
    let (other, _) = issuer_with_key();
    let token = other.issue(&claims()).unwrap().token;
    assert!(!verifier.is_ready().await);
    assert_eq!(verifier.verify(&token, now()).await, Err(TokenRefused::Unavailable));

    let key = issuer.generate_key(now());
    issuer.install(&[key]).unwrap();
    assert!(verifier.is_ready().await);
    assert_eq!(verifier.verify(&token, now()).await, Err(TokenRefused::Invalid));
}

#[tokio::test]
async fn nothing_secret_is_printed() {
    let (issuer, key) = issuer_with_key();
    let verifier = verifier(&issuer);
    let token = issuer.issue(&claims()).unwrap();
    verifier.verify(&token.token, now()).await.unwrap();
    let printed = format!("{issuer:?} {verifier:?} {token:?}");
    let signature = token.token.rsplit('.').next().unwrap();
    let private = crate::support::private_key(&key).seed().unwrap();
    let seed: Curve25519SeedBin<'_> = private.as_be_bytes().unwrap();
    let seed = seed.as_ref();
    let seed_text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(seed);
    for secret in [signature, &key.sealed_private, &seed_text, &format!("{seed:?}")] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert!(printed.contains(&key.kid), "the name of a key is no secret, and helps: {printed}");
}
