//! Passwords, secret tokens, sealed fields, and the signing and checking of access tokens.
//!
//! Every key comes from one [`MasterKey`] of the environment: what is stored or published is useless without it.
//! Access tokens are JWTs signed with Ed25519 ([`Ed25519Issuer`]) that the other services check offline, from a cached
//! key set ([`JwksVerifier`]); no request asks another service. What services do ask each other for, beside requests, they
//! ask with tokens of their own ([`UserService`]).

#![deny(missing_docs)]

mod claims;
mod clients;
mod comparison;
mod issuer;
mod jwk;
mod jws;
mod key_source;
mod master_key;
mod password;
mod sealing;
mod secret;
mod strength;
mod turns;
mod user_service;
mod verified;
mod verifier;

use base64::engine::general_purpose::{GeneralPurpose, URL_SAFE_NO_PAD};

pub use clients::{PlatformClients, service_secret};
pub use issuer::{Ed25519Issuer, IssuerConfig};
pub use key_source::{HttpKeys, KeySource, KeysUnavailable, LocalKeys};
pub use master_key::{BadMasterKey, MasterKey};
pub use password::Argon2Hasher;
pub use sealing::AeadSealer;
pub use secret::RandomTokens;
pub use user_service::UserService;
pub use verifier::{JwksVerifier, VerifierConfig};

/// The text form of everything binary here (RFC 4648 section 5, as RFC 7515 wants it): no padding, one spelling only.
const BASE64URL: GeneralPurpose = URL_SAFE_NO_PAD;
