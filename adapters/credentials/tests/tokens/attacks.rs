//! Tokens that must not be accepted (RFC 8725), and those that must.

use std::sync::Arc;

use crate::support::{
    NOW_S, at, claims, encode, forge, header, issuer_with_key, now, payload, private_key, with,
};
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use eop_core::identity::model::SigningKey;
use eop_core::identity::port::{TokenIssuer, TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::actor::{Principal, Role};
use eop_credentials::{JwksVerifier, LocalKeys, VerifierConfig};
use serde_json::{Value, json};

fn verifier() -> (JwksVerifier, SigningKey) {
    let (issuer, key) = issuer_with_key();
    (JwksVerifier::new(VerifierConfig::new(crate::support::ISSUER), Arc::new(LocalKeys::new(issuer))), key)
}

/// A well signed token with this header and payload.
fn signed(key: &SigningKey, header: &Value, payload: &Value) -> String {
    let private = private_key(key);
    forge(header, payload, |message| private.sign(message).as_ref().to_vec())
}

async fn refused(verifier: &JwksVerifier, token: &str) -> TokenRefused {
    let outcome = verifier.verify(token, now()).await;
    outcome.expect_err(&format!("this must not be accepted: {token}"))
}

#[tokio::test]
async fn an_issued_token_says_who_may_what_until_when() {
    let (issuer, _) = issuer_with_key();
    let verifier = JwksVerifier::new(
        VerifierConfig::new(crate::support::ISSUER),
        Arc::new(LocalKeys::new(Arc::clone(&issuer) as Arc<dyn TokenIssuer>)),
    );
    let token = issuer.issue(&claims()).unwrap();
    let expected = VerifiedToken {
        principal: Principal::User(claims().subject),
        roles: vec![Role::CUSTOMER, Role::APPROVER],
        session: Some(claims().session),
        account_version: Some(claims().account_version),
        issued_at: at(NOW_S),
        expires_at: at(NOW_S + 600),
    };
    assert_eq!(token.expires_at, expected.expires_at);
    for _ in 0..2 {
        assert_eq!(verifier.verify(&token.token, now()).await, Ok(expected.clone()));
    }
}

#[tokio::test]
async fn a_well_formed_forgery_with_the_right_key_is_the_control_group() {
    let (verifier, key) = verifier();
    let token = signed(&key, &header(&key), &payload());
    assert!(verifier.verify(&token, now()).await.is_ok());
    let for_one = signed(&key, &header(&key), &with(payload(), "aud", json!("eop")));
    assert!(verifier.verify(&for_one, now()).await.is_ok());
}

#[tokio::test]
async fn no_algorithm_is_no_signature() {
    let (verifier, key) = verifier();
    for alg in ["none", "None", "NONE", "nOnE", ""] {
        let header = with(header(&key), "alg", json!(alg));
        for signature in [Vec::new(), vec![0; 64]] {
            let token = forge(&header, &payload(), |_| signature.clone());
            assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid);
        }
        assert_eq!(refused(&verifier, &signed(&key, &header, &payload())).await, TokenRefused::Invalid);
    }
}

#[tokio::test]
async fn a_public_key_is_no_shared_secret() {
    let (verifier, key) = verifier();
    let public = private_key(&key).public_key().as_ref().to_vec();
    let secrets =
        [public.clone(), encode(&public).into_bytes(), key.public_jwk.to_string().into_bytes(), Vec::new()];
    for secret in secrets {
        let mac = hmac::Key::new(hmac::HMAC_SHA256, &secret);
        for alg in ["HS256", "HS512", "EdDSA"] {
            let header = with(header(&key), "alg", json!(alg));
            let token = forge(&header, &payload(), |message| hmac::sign(&mac, message).as_ref().to_vec());
            assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid);
        }
    }
}

#[tokio::test]
async fn other_algorithms_are_refused_whoever_signs() {
    let (verifier, key) = verifier();
    let random = SystemRandom::new();
    let ec = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
    let rsa = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    for alg in ["ES256", "RS256", "PS256", "EdDSA"] {
        let header = with(header(&key), "alg", json!(alg));
        let by_ec =
            forge(&header, &payload(), |message| ec.sign(&random, message).unwrap().as_ref().to_vec());
        assert_eq!(refused(&verifier, &by_ec).await, TokenRefused::Invalid);
        let by_rsa = forge(&header, &payload(), |message| {
            let mut signature = vec![0; rsa.public_modulus_len()];
            rsa.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).unwrap();
            signature
        });
        assert_eq!(refused(&verifier, &by_rsa).await, TokenRefused::Invalid);
        if alg != "EdDSA" {
            assert_eq!(refused(&verifier, &signed(&key, &header, &payload())).await, TokenRefused::Invalid);
        }
    }
}

#[tokio::test]
async fn a_token_cannot_bring_its_own_key() {
    let (verifier, key) = verifier();
    let own = Ed25519KeyPair::generate().unwrap();
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": encode(own.public_key()), "kid": key.kid });
    for (name, value) in [
        ("jwk", jwk),
        ("jku", json!("https://evil.example/jwks.json")),
        ("x5u", json!("https://evil.example/cert.pem")),
        ("x5c", json!([])),
    ] {
        let header = with(header(&key), name, value);
        let token = forge(&header, &payload(), |message| own.sign(message).as_ref().to_vec());
        assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid, "{name}");
        assert_eq!(
            refused(&verifier, &signed(&key, &header, &payload())).await,
            TokenRefused::Invalid,
            "{name}"
        );
    }
    let token = forge(&header(&key), &payload(), |message| own.sign(message).as_ref().to_vec());
    assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid);
}

#[tokio::test]
async fn headers_that_change_the_meaning_are_refused() {
    let (verifier, key) = verifier();
    for (name, value) in [
        ("typ", json!("JWT")),
        ("typ", json!("id+jwt")),
        ("typ", Value::Null),
        ("alg", Value::Null),
        ("alg", json!(["EdDSA"])),
        ("kid", Value::Null),
        ("kid", json!(1)),
        ("kid", json!("../../etc/passwd")),
        ("kid", json!("unknown")),
        ("kid", json!("")),
        ("crit", json!(["exp"])),
        ("b64", json!(false)),
        ("zip", json!("DEF")),
    ] {
        let token = signed(&key, &with(header(&key), name, value.clone()), &payload());
        assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid, "{name}: {value}");
    }
}

#[tokio::test]
async fn claims_of_others_for_others_or_out_of_shape_are_refused() {
    let (verifier, key) = verifier();
    for (name, value) in [
        ("iss", json!("https://evil.example")),
        ("iss", json!("https://id.example.test/")),
        ("iss", Value::Null),
        ("aud", json!("another")),
        ("aud", json!(["another", "eop2"])),
        ("aud", json!([])),
        ("aud", Value::Null),
        ("sub", json!("alice")),
        ("sub", json!("")),
        ("sub", Value::Null),
        ("sid", json!("1")),
        ("sid", Value::Null),
        ("jti", Value::Null),
        ("iat", Value::Null),
        ("iat", json!(NOW_S + 31)),
        ("iat", json!("1780000000")),
        ("exp", Value::Null),
        ("exp", json!("1780000600")),
        ("exp", json!(1.78e9)),
        ("exp", json!(NOW_S)),
        ("exp", json!(i64::MAX)),
        ("roles", Value::Null),
        ("roles", json!("admin")),
        ("roles", json!([{ "name": "admin" }])),
    ] {
        let token = signed(&key, &header(&key), &with(payload(), name, value.clone()));
        assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid, "{name}: {value}");
    }
    for claims in [json!([]), json!("admin"), json!(null)] {
        let token = signed(&key, &header(&key), &claims);
        assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid);
    }
}

#[tokio::test]
async fn a_role_that_only_a_newer_version_would_name_takes_no_other_with_it() {
    let (verifier, key) = verifier();
    let token = signed(&key, &header(&key), &with(payload(), "roles", json!(["customer", "Team:Berlin 7"])));
    let roles = verifier.verify(&token, at(NOW_S)).await.unwrap().roles;
    assert_eq!(roles, [Role::CUSTOMER, Role::as_written("Team:Berlin 7".to_owned())]);
}

#[tokio::test]
async fn a_token_is_good_from_its_issue_to_its_end_and_says_expired_after() {
    let (verifier, key) = verifier();
    let token = signed(&key, &header(&key), &payload());
    for (second, expected) in [
        (NOW_S - 31, Err(TokenRefused::Invalid)),
        (NOW_S - 30, Ok(())),
        (NOW_S, Ok(())),
        (NOW_S + 599, Ok(())),
        (NOW_S + 600, Err(TokenRefused::Expired)),
        (NOW_S + 1_000_000, Err(TokenRefused::Expired)),
    ] {
        let fresh = verifier.verify(&token, at(second)).await.map(drop);
        assert_eq!(fresh, expected, "{} s after the issue", second - NOW_S);
    }
    let (another, key) = self::verifier();
    let unseen = signed(&key, &header(&key), &payload());
    assert_eq!(another.verify(&unseen, at(NOW_S + 600)).await, Err(TokenRefused::Expired));
}

#[tokio::test]
async fn a_changed_or_cut_token_is_refused_also_after_the_original_was_accepted() {
    let (verifier, key) = verifier();
    let token = signed(&key, &header(&key), &payload());
    verifier.verify(&token, now()).await.unwrap();

    let parts: Vec<&str> = token.split('.').collect();
    let promoted = encode(with(payload(), "roles", json!(["admin"])).to_string());
    let mut forgeries = vec![
        format!("{}.{}", parts[0], parts[1]),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}.{}", parts[0], promoted, parts[2]),
        format!(".{}.{}", parts[1], parts[2]),
        format!("{}..{}", parts[0], parts[2]),
        format!("{token}."),
        format!("{token}.{}", parts[2]),
        format!("{token}="),
        format!("{token}\n"),
        format!(" {token}"),
        format!("Bearer {token}"),
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        "é.ü.ß".to_owned(),
        "x".repeat(1_000_000),
    ];
    forgeries.extend((0..token.len()).map(|cut| token[..cut].to_owned()));
    forgeries.extend((0..token.len()).flat_map(|at| {
        // The neighbour in the alphabet differs in the lowest bit only: the last characters of a part have spare bits.
        let mut bytes = token.clone().into_bytes();
        let replacements = [bytes[at] ^ 1, b'A', b'.'];
        replacements
            .into_iter()
            .filter_map(|byte| {
                bytes[at] = byte;
                String::from_utf8(bytes.clone()).ok()
            })
            .collect::<Vec<_>>()
    }));
    for forgery in forgeries.into_iter().filter(|forgery| *forgery != token) {
        assert_eq!(refused(&verifier, &forgery).await, TokenRefused::Invalid);
    }
    verifier.verify(&token, now()).await.expect("the original is as good as before");
}

#[tokio::test]
async fn an_empty_signature_block_and_the_key_of_another_platform_are_refused() {
    let (_, key) = issuer_with_key();
    let (verifier, good) = verifier();
    let token = forge(&header(&good), &payload(), |_| vec![0; 64]);
    assert_eq!(refused(&verifier, &token).await, TokenRefused::Invalid);
    let of_another_platform = signed(&key, &header(&key), &payload());
    assert_eq!(refused(&verifier, &of_another_platform).await, TokenRefused::Invalid);
}
