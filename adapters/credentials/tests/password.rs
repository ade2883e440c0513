//! Passwords: new and old hashes, strength, and the bound on simultaneous work.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, Version};
use eop_core::identity::model::PasswordHash;
use eop_core::identity::port::{HasherBusy, PasswordCheck, PasswordHasher};
use eop_credentials::Argon2Hasher;

const PASSWORD: &str = "correct horse battery staple";
const CURRENT: PasswordCheck = PasswordCheck::Matches { outdated: false };
const OUTDATED: PasswordCheck = PasswordCheck::Matches { outdated: true };

fn by_argon2(algorithm: Algorithm, cost: (u32, u32, u32)) -> PasswordHash {
    let params = Params::new(cost.0, cost.1, cost.2, None).unwrap();
    let hash = Argon2::new(algorithm, Version::V0x13, params).hash_password(PASSWORD.as_bytes()).unwrap();
    PasswordHash(hash.to_string())
}

#[tokio::test]
async fn a_hash_is_argon2id_at_the_recommended_cost_and_matches_its_password_only() {
    let hasher = Argon2Hasher::new();
    let hash = hasher.hash(PASSWORD).await.unwrap();
    assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.0);
    assert_eq!(hasher.verify(PASSWORD, Some(&hash)).await, Ok(CURRENT));
    assert_eq!(hasher.verify("correct horse", Some(&hash)).await, Ok(PasswordCheck::Differs));
    assert_eq!(hasher.verify("", Some(&hash)).await, Ok(PasswordCheck::Differs));
}

#[tokio::test]
async fn one_password_is_never_hashed_to_the_same_text() {
    let hasher = Argon2Hasher::new();
    assert_ne!(hasher.hash(PASSWORD).await.unwrap(), hasher.hash(PASSWORD).await.unwrap());
}

#[tokio::test]
async fn hashes_of_bcrypt_in_every_version_match_as_outdated() {
    let hasher = Argon2Hasher::new();
    let parts = bcrypt::hash_with_result(PASSWORD, 4).unwrap();
    for version in [bcrypt::Version::TwoA, bcrypt::Version::TwoB, bcrypt::Version::TwoY] {
        let hash = PasswordHash(parts.format_for_version(version));
        assert_eq!(hasher.verify(PASSWORD, Some(&hash)).await, Ok(OUTDATED));
        assert_eq!(hasher.verify("another", Some(&hash)).await, Ok(PasswordCheck::Differs));
    }
}

/// A vector of the original implementation, so that not only our own hashes are understood.
#[tokio::test]
async fn a_hash_made_elsewhere_by_bcrypt_matches() {
    let hash = PasswordHash("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned());
    assert_eq!(Argon2Hasher::new().verify("U*U", Some(&hash)).await, Ok(OUTDATED));
}

#[tokio::test]
async fn argon2_hashes_of_another_kind_or_cost_match_as_outdated() {
    let hasher = Argon2Hasher::new();
    for hash in [
        by_argon2(Algorithm::Argon2i, (19 * 1024, 2, 1)),
        by_argon2(Algorithm::Argon2id, (8 * 1024, 2, 1)),
        by_argon2(Algorithm::Argon2id, (19 * 1024, 1, 1)),
        by_argon2(Algorithm::Argon2id, (19 * 1024, 2, 2)),
    ] {
        assert_eq!(hasher.verify(PASSWORD, Some(&hash)).await, Ok(OUTDATED), "{}", hash.0);
    }
}

#[tokio::test]
async fn no_hash_and_an_unreadable_hash_match_nothing() {
    let hasher = Argon2Hasher::new();
    assert_eq!(hasher.verify(PASSWORD, None).await, Ok(PasswordCheck::Differs));
    for hash in
        ["", "plain", "$2b$10$short", "$argon2id$v=19$m=19456,t=2,p=1$", "$scrypt$ln=1$c2FsdHNhbHQ$aGFzaA"]
    {
        let hash = PasswordHash(hash.to_owned());
        assert_eq!(hasher.verify(PASSWORD, Some(&hash)).await, Ok(PasswordCheck::Differs), "{}", hash.0);
    }
}

#[tokio::test]
async fn who_would_wait_too_long_is_turned_away() {
    let hasher = Arc::new(Argon2Hasher::bounded(1, Duration::ZERO));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let hasher = Arc::clone(&hasher);
        tasks.spawn(async move { hasher.hash(PASSWORD).await });
    }
    let results = tasks.join_all().await;
    assert!(results.iter().any(Result::is_ok), "the first one has its turn");
    assert!(results.iter().any(|result| matches!(result, Err(HasherBusy))), "the others do not wait");

    hasher.hash(PASSWORD).await.expect("afterwards there is room again");
}

#[tokio::test]
async fn all_have_their_turn_when_they_can_wait() {
    let hasher = Arc::new(Argon2Hasher::bounded(2, Duration::from_mins(1)));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let hasher = Arc::clone(&hasher);
        tasks.spawn(async move { hasher.verify(PASSWORD, None).await });
    }
    assert_eq!(tasks.join_all().await, vec![Ok(PasswordCheck::Differs); 8]);
}

#[test]
fn strength_knows_common_passwords_and_the_person() {
    let hasher = Argon2Hasher::new();
    assert_eq!(hasher.strength("", &[]), 0);
    assert_eq!(hasher.strength("password1", &[]), 0);
    assert!(hasher.strength("correct-horse-demo-battery", &[]) >= 3);

    let related = ["wilhelmina.oberhauser@example.com", "Wilhelmina Oberhauser"];
    assert!(hasher.strength("wilhelmina42", &[]) >= hasher.strength("wilhelmina42", &related));
    assert!(hasher.strength("Wilhelmina", &related) < 3);
    assert!(hasher.strength("oberhauser1", &related) < 3);
}

#[test]
fn the_longest_passwords_are_judged_too() {
    assert!(Argon2Hasher::new().strength(&"x".repeat(100_000), &[]) <= 4);
}
