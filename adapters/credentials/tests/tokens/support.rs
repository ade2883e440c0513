//! An issuer with keys, and tokens forged with them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::signature::Ed25519KeyPair;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use eop_core::identity::model::SigningKey;
use eop_core::identity::port::{AccessClaims, TokenIssuer};
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::{IdGenerator, SessionId, UserId};
use eop_core::kernel::sealed::Sealer;
use eop_credentials::{AeadSealer, Ed25519Issuer, IssuerConfig, MasterKey};
use serde_json::{Value, json};
use uuid::Uuid;

pub(crate) const ISSUER: &str = "https://id.example.test";
pub(crate) const NOW_S: i64 = 1_780_000_000;

#[derive(Debug, Default)]
pub(crate) struct CountingIds(AtomicU64);

impl IdGenerator for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::Relaxed)) + 1)
    }
}

pub(crate) fn now() -> Timestamp {
    at(NOW_S)
}

pub(crate) fn at(second: i64) -> Timestamp {
    DateTime::from_timestamp(second, 0).unwrap()
}

pub(crate) fn sealer() -> Arc<AeadSealer> {
    Arc::new(AeadSealer::new(&MasterKey::from_bytes([7; 32])))
}

pub(crate) fn issuer() -> Ed25519Issuer {
    Ed25519Issuer::new(IssuerConfig::new(ISSUER), sealer(), Arc::new(CountingIds::default()))
}

/// An issuer that signs with a key of its own.
pub(crate) fn issuer_with_key() -> (Arc<Ed25519Issuer>, SigningKey) {
    let issuer = issuer();
    let key = issuer.generate_key(now());
    issuer.install(std::slice::from_ref(&key)).unwrap();
    (Arc::new(issuer), key)
}

/// Alice's session, with the roles `customer` and `approver`.
pub(crate) fn claims() -> AccessClaims {
    AccessClaims {
        subject: UserId(Uuid::from_u128(0xA11CE)),
        session: SessionId(Uuid::from_u128(0x5E55)),
        account_version: Version(3),
        roles: vec![Role::CUSTOMER, Role::APPROVER],
        issued_at: now(),
    }
}

/// The private key, as a thief of database and master key would have it.
pub(crate) fn private_key(key: &SigningKey) -> Ed25519KeyPair {
    let private = sealer().open("identity.signing-key", &key.sealed_private).unwrap();
    Ed25519KeyPair::from_pkcs8(&private).unwrap()
}

pub(crate) fn header(key: &SigningKey) -> Value {
    json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": key.kid })
}

pub(crate) fn payload() -> Value {
    json!({
        "iss": ISSUER,
        "aud": ["eop"],
        "sub": Uuid::from_u128(0xA11CE).to_string(),
        "sid": Uuid::from_u128(0x5E55).to_string(),
        "jti": Uuid::from_u128(1).to_string(),
        "iat": NOW_S,
        "exp": NOW_S + 600,
        "roles": ["customer"],
    })
}

/// `value` with one member replaced, or removed when it is `null`.
pub(crate) fn with(mut value: Value, name: &str, member: Value) -> Value {
    let members = value.as_object_mut().unwrap();
    if member.is_null() {
        members.remove(name);
    } else {
        members.insert(name.to_owned(), member);
    }
    value
}

pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A token of these parts, whose signature `sign` makes.
pub(crate) fn forge(header: &Value, payload: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let signed = format!("{}.{}", encode(header.to_string()), encode(payload.to_string()));
    let signature = encode(sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}
