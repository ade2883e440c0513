//! What everything that keeps secrets must do: passwords, tokens, sealed fields.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use eop_core::identity::model::{KeyState, PasswordHash};
use eop_core::identity::port::{
    AccessClaims, PasswordCheck, PasswordHasher, SecretTokens, TokenIssuer, TokenRefused, TokenVerifier,
    VerifiedToken,
};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::SessionId;
use eop_core::kernel::sealed::{CannotOpen, Sealer};

use crate::fixture::{AWKWARD, a_key, at_s, id, user};

/// Sets up what keeps secrets, for one case.
#[async_trait]
pub trait CredentialsHarness: Send + Sync + Sized {
    /// Parts that belong together, without a signing key yet.
    async fn fresh() -> Self;
    /// Hashes passwords.
    fn hasher(&self) -> Arc<dyn PasswordHasher>;
    /// Makes secret tokens.
    fn secrets(&self) -> Arc<dyn SecretTokens>;
    /// Seals fields.
    fn sealer(&self) -> Arc<dyn Sealer>;
    /// Signs access tokens.
    fn issuer(&self) -> Arc<dyn TokenIssuer>;
    /// A new verifier that reads the keys which the issuer publishes.
    fn verifier(&self) -> Arc<dyn TokenVerifier>;
}

/// Lists the cases of [`credentials`](crate::credentials) for a harness.
#[macro_export]
macro_rules! credentials_contract {
    ($harness:ty) => {
        $crate::cases!($harness, credentials:
            a_password_matches_its_hash_and_no_other_does,
            no_password_matches_without_a_hash,
            a_password_that_is_easy_to_guess_is_weak,
            generated_tokens_are_new_and_safe_in_an_address,
            a_token_has_one_hash,
            a_token_has_one_successor_per_session,
            what_is_sealed_opens_for_its_purpose_only,
            changed_text_does_not_open,
            nothing_is_issued_without_an_active_key,
            an_issued_token_says_what_was_claimed,
            a_token_is_good_until_it_expires,
            a_changed_or_foreign_token_is_invalid,
            a_token_outlives_the_key_that_signed_it_for_a_while,
            keys_are_published_without_their_private_part,
        );
    };
}

/// Whatever is in the password.
pub async fn a_password_matches_its_hash_and_no_other_does<H: CredentialsHarness>() {
    let hasher = H::fresh().await.hasher();
    let long = "ä".repeat(200);
    for password in ["correct horse battery staple", AWKWARD, long.as_str()] {
        let hash = hasher.hash(password, None).await.unwrap();
        let check = async |tried: &str| hasher.verify(tried, Some(&hash), None).await.unwrap();
        assert_eq!(check(password).await, PasswordCheck::Matches { outdated: false });
        for other in ["", &format!("{password} "), &format!("x{password}"), &password.to_uppercase()] {
            assert_eq!(check(other).await, PasswordCheck::Differs, "{other:?}");
        }
    }
}

/// Nor when the hash cannot be read.
pub async fn no_password_matches_without_a_hash<H: CredentialsHarness>() {
    let hasher = H::fresh().await.hasher();
    let broken = PasswordHash("not a hash".to_owned());
    for hash in [None, Some(&broken)] {
        for password in ["", "correct horse battery staple", "not a hash"] {
            assert_eq!(hasher.verify(password, hash, None).await.unwrap(), PasswordCheck::Differs);
        }
    }
}

/// Below 3 of 4; a person's own name does not make it stronger.
pub async fn a_password_that_is_easy_to_guess_is_weak<H: CredentialsHarness>() {
    let hasher = H::fresh().await.hasher();
    let strength =
        async |password: &str, related: &[&str]| hasher.strength(password, related, None).await.unwrap();
    assert!(strength("correct horse battery staple", &["Alice", "alice@example.com"]).await >= 3);
    for weak in ["", "password", "Alice Example"] {
        assert!(strength(weak, &["Alice Example"]).await < 3, "{weak:?}");
    }
}

/// Letters, digits, `-` and `_` go into a link as they are; 32 bytes take at least 43 of them.
pub async fn generated_tokens_are_new_and_safe_in_an_address<H: CredentialsHarness>() {
    let secrets = H::fresh().await.secrets();
    let tokens: BTreeSet<String> = (0..100).map(|_| secrets.generate()).collect();
    assert_eq!(tokens.len(), 100);
    assert!(tokens.iter().all(|token| is_safe(token) && token.len() >= 43), "{tokens:?}");
}

fn is_safe(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Always the same, and another one for another token.
pub async fn a_token_has_one_hash<H: CredentialsHarness>() {
    let secrets = H::fresh().await.secrets();
    let (one, other) = (secrets.generate(), secrets.generate());
    assert_eq!(secrets.hash(&one), secrets.hash(&one));
    assert_ne!(secrets.hash(&one), secrets.hash(&other));
}

/// So that two tabs which refresh at once get the same one; nobody else's is the same.
pub async fn a_token_has_one_successor_per_session<H: CredentialsHarness>() {
    let secrets = H::fresh().await.secrets();
    let (first, second) = (SessionId(id(1)), SessionId(id(2)));
    let token = secrets.generate();
    let successor = secrets.successor(first, &token);
    assert_eq!(secrets.successor(first, &token), successor);
    assert!(is_safe(&successor) && successor.len() >= 43, "{successor}");
    let others =
        [token.clone(), secrets.successor(second, &token), secrets.successor(first, &secrets.generate())];
    assert!(!others.contains(&successor), "{others:?}");
    assert_ne!(secrets.hash(&successor), secrets.hash(&token));
}

/// Any bytes; the sealed text needs no escaping inside JSON.
pub async fn what_is_sealed_opens_for_its_purpose_only<H: CredentialsHarness>() {
    let sealer = H::fresh().await.sealer();
    let every_byte: Vec<u8> = (0..=255).collect();
    for plain in [&b""[..], b"token", AWKWARD.as_bytes(), &every_byte] {
        let text = sealer.seal("identity.link", plain);
        assert_eq!(sealer.open("identity.link", &text), Ok(plain.to_vec()));
        assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\'), "{text}");
        for purpose in ["identity.key", "identity.lin", "identity.link2", ""] {
            assert_eq!(sealer.open(purpose, &text), Err(CannotOpen), "{purpose:?}");
        }
    }
}

/// Not by one character.
pub async fn changed_text_does_not_open<H: CredentialsHarness>() {
    let sealer = H::fresh().await.sealer();
    let text = sealer.seal("identity.link", b"a secret token");
    for place in 0..text.len() {
        let changed = changed_at(&text, place);
        assert_eq!(sealer.open("identity.link", &changed), Err(CannotOpen), "{changed}");
    }
    for other in ["", "sealed", &text[1..], &text[..text.len() - 1], AWKWARD] {
        assert_eq!(sealer.open("identity.link", other), Err(CannotOpen), "{other:?}");
    }
}

/// `text` with another digit or letter at `place`.
fn changed_at(text: &str, place: usize) -> String {
    let swap = |(at, old): (usize, char)| match (at == place, old) {
        (false, old) => old,
        (true, '0') => '5',
        (true, _) => '0',
    };
    text.chars().enumerate().map(swap).collect()
}

fn claims(at: Timestamp) -> AccessClaims {
    AccessClaims {
        subject: user(1),
        session: SessionId(id(7)),
        account_version: Version(5),
        roles: vec![Role::CUSTOMER, Role::APPROVER],
        issued_at: at,
    }
}

/// Not before the first key, nor by keys of which none is active; such keys do not replace good ones.
pub async fn nothing_is_issued_without_an_active_key<H: CredentialsHarness>() {
    let issuer = H::fresh().await.issuer();
    issuer.issue(&claims(at_s(0))).unwrap_err();
    issuer.install(&[]).unwrap_err();
    issuer.install(&[a_key(1, KeyState::Retiring)]).unwrap_err();
    issuer.issue(&claims(at_s(0))).unwrap_err();
    issuer.install(&[issuer.generate_key(at_s(0))]).unwrap();
    issuer.install(&[a_key(1, KeyState::Retiring)]).unwrap_err();
    issuer.issue(&claims(at_s(0))).unwrap();
}

/// Who, which session, which roles, until when.
pub async fn an_issued_token_says_what_was_claimed<H: CredentialsHarness>() {
    let harness = H::fresh().await;
    harness.issuer().install(&[harness.issuer().generate_key(at_s(0))]).unwrap();
    for roles in [vec![], vec![Role::ADMIN], vec![Role::CUSTOMER, Role::named("night_shift-2").unwrap()]] {
        let issued =
            harness.issuer().issue(&AccessClaims { roles: roles.clone(), ..claims(at_s(0)) }).unwrap();
        let verified = harness.verifier().verify(&issued.token, at_s(1)).await.unwrap();
        let expected = VerifiedToken {
            principal: Principal::User(user(1)),
            roles,
            session: Some(SessionId(id(7))),
            account_version: Some(Version(5)),
            issued_at: verified.issued_at,
            expires_at: issued.expires_at,
        };
        assert_eq!(verified, expected);
        let cut_off = at_s(0) - verified.issued_at;
        assert!((0..1000).contains(&cut_off.num_milliseconds()), "to the second: {cut_off}");
    }
}

/// To the second, give or take what clocks may differ by: a minute.
pub async fn a_token_is_good_until_it_expires<H: CredentialsHarness>() {
    let harness = H::fresh().await;
    harness.issuer().install(&[harness.issuer().generate_key(at_s(0))]).unwrap();
    let issued = harness.issuer().issue(&claims(at_s(0))).unwrap();
    assert!(issued.expires_at > at_s(0));
    let last = issued.expires_at - std::time::Duration::from_secs(1);
    assert!(harness.verifier().verify(&issued.token, last).await.is_ok());
    let late = issued.expires_at + std::time::Duration::from_secs(61);
    assert_eq!(harness.verifier().verify(&issued.token, late).await, Err(TokenRefused::Expired));
}

/// Neither text that is no token, nor a token with any character changed.
pub async fn a_changed_or_foreign_token_is_invalid<H: CredentialsHarness>() {
    let harness = H::fresh().await;
    harness.issuer().install(&[harness.issuer().generate_key(at_s(0))]).unwrap();
    let token = harness.issuer().issue(&claims(at_s(0))).unwrap().token;
    let verifier = harness.verifier();
    // The last character of base64 may hold bits that mean nothing.
    for place in 0..token.len() - 1 {
        let changed = changed_at(&token, place);
        if changed != token {
            let refused = verifier.verify(&changed, at_s(1)).await;
            assert_eq!(refused, Err(TokenRefused::Invalid), "{changed}");
        }
    }
    for text in ["", ".", "..", "Bearer", &token[1..], &format!("{token}.{token}"), AWKWARD] {
        assert_eq!(verifier.verify(text, at_s(1)).await, Err(TokenRefused::Invalid), "{text:?}");
    }
}

/// A rotation signs nobody out: the key before verifies as long as it is published.
pub async fn a_token_outlives_the_key_that_signed_it_for_a_while<H: CredentialsHarness>() {
    let harness = H::fresh().await;
    let issuer = harness.issuer();
    let mut first = issuer.generate_key(at_s(0));
    issuer.install(std::slice::from_ref(&first)).unwrap();
    let old = issuer.issue(&claims(at_s(0))).unwrap();
    first.state = KeyState::Retiring;
    issuer.install(&[issuer.generate_key(at_s(1)), first]).unwrap();
    let new = issuer.issue(&claims(at_s(1))).unwrap();
    for token in [old.token, new.token] {
        harness.verifier().verify(&token, at_s(2)).await.unwrap();
    }
}

/// A JWK set with the key that was installed.
pub async fn keys_are_published_without_their_private_part<H: CredentialsHarness>() {
    let harness = H::fresh().await;
    let key = harness.issuer().generate_key(at_s(0));
    assert_eq!((key.state, key.created_at), (KeyState::Active, at_s(0)));
    harness.issuer().install(std::slice::from_ref(&key)).unwrap();
    let published = harness.issuer().jwks();
    assert_eq!(published["keys"].as_array().map(Vec::len), Some(1));
    assert_eq!(published["keys"][0]["kid"], key.kid);
    assert_eq!(published["keys"][0]["d"], serde_json::Value::Null);
    assert_eq!(key.public_jwk["d"], serde_json::Value::Null);
    assert!(harness.verifier().is_ready().await);
}
