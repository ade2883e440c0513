//! Passwords: new and old hashes, strength, and the bound on simultaneous work.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, Version};
use eop_core::identity::model::PasswordHash;
use eop_core::identity::port::{HasherBusy, PasswordCheck, PasswordHasher};
use eop_core::kernel::network::Network;
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
    let hash = hasher.hash(PASSWORD, None).await.unwrap();
    assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.0);
    assert_eq!(hasher.verify(PASSWORD, Some(&hash), None).await, Ok(CURRENT));
    assert_eq!(hasher.verify("correct horse", Some(&hash), None).await, Ok(PasswordCheck::Differs));
    assert_eq!(hasher.verify("", Some(&hash), None).await, Ok(PasswordCheck::Differs));
}

#[tokio::test]
async fn one_password_is_never_hashed_to_the_same_text() {
    let hasher = Argon2Hasher::new();
    assert_ne!(hasher.hash(PASSWORD, None).await.unwrap(), hasher.hash(PASSWORD, None).await.unwrap());
}

#[tokio::test]
async fn hashes_of_bcrypt_in_every_version_match_as_outdated() {
    let hasher = Argon2Hasher::new();
    let parts = bcrypt::hash_with_result(PASSWORD, 4).unwrap();
    for version in [bcrypt::Version::TwoA, bcrypt::Version::TwoB, bcrypt::Version::TwoY] {
        let hash = PasswordHash(parts.format_for_version(version));
        assert_eq!(hasher.verify(PASSWORD, Some(&hash), None).await, Ok(OUTDATED));
        assert_eq!(hasher.verify("another", Some(&hash), None).await, Ok(PasswordCheck::Differs));
    }
}

/// A vector of the original implementation, so that not only our own hashes are understood.
#[tokio::test]
async fn a_hash_made_elsewhere_by_bcrypt_matches() {
    let hash = PasswordHash("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned());
    assert_eq!(Argon2Hasher::new().verify("U*U", Some(&hash), None).await, Ok(OUTDATED));
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
        assert_eq!(hasher.verify(PASSWORD, Some(&hash), None).await, Ok(OUTDATED), "{}", hash.0);
    }
}

#[tokio::test]
async fn no_hash_and_an_unreadable_hash_match_nothing() {
    let hasher = Argon2Hasher::new();
    assert_eq!(hasher.verify(PASSWORD, None, None).await, Ok(PasswordCheck::Differs));
    for hash in
        ["", "plain", "$2b$10$short", "$argon2id$v=19$m=19456,t=2,p=1$", "$scrypt$ln=1$c2FsdHNhbHQ$aGFzaA"]
    {
        let hash = PasswordHash(hash.to_owned());
        assert_eq!(
            hasher.verify(PASSWORD, Some(&hash), None).await,
            Ok(PasswordCheck::Differs),
            "{}",
            hash.0
        );
    }
}

#[tokio::test]
async fn who_would_wait_too_long_is_turned_away() {
    let hasher = Arc::new(Argon2Hasher::bounded(1, Duration::ZERO));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let hasher = Arc::clone(&hasher);
        tasks.spawn(async move { hasher.hash(PASSWORD, None).await });
    }
    let results = tasks.join_all().await;
    assert!(results.iter().any(Result::is_ok), "the first one has its turn");
    assert!(results.iter().any(|result| matches!(result, Err(HasherBusy))), "the others do not wait");

    hasher.hash(PASSWORD, None).await.expect("afterwards there is room again");
}

#[tokio::test]
async fn all_have_their_turn_when_they_can_wait() {
    let hasher = Arc::new(Argon2Hasher::bounded(2, Duration::from_mins(1)));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let hasher = Arc::clone(&hasher);
        tasks.spawn(async move { hasher.verify(PASSWORD, None, None).await });
    }
    assert_eq!(tasks.join_all().await, vec![Ok(PasswordCheck::Differs); 8]);
}

async fn strength(password: &str, related: &[&str]) -> u8 {
    Argon2Hasher::new().strength(password, related, None).await.unwrap()
}

#[tokio::test]
async fn strength_knows_common_passwords_and_the_person() {
    assert_eq!(strength("", &[]).await, 0);
    assert_eq!(strength("password1", &[]).await, 0);
    assert!(strength("correct-horse-demo-battery", &[]).await >= 3);

    let related = ["wilhelmina.oberhauser@example.com", "Wilhelmina Oberhauser"];
    assert!(strength("wilhelmina42", &[]).await >= strength("wilhelmina42", &related).await);
    assert!(strength("Wilhelmina", &related).await < 3);
    assert!(strength("oberhauser1", &related).await < 3);
}

/// Judging a password is work as hashing it is: it has its turn, and nobody else waits for it on the executor.
#[tokio::test]
async fn strength_is_judged_in_turn() {
    let hasher = Argon2Hasher::bounded(0, Duration::ZERO);
    assert_eq!(hasher.strength("correct-horse-demo-battery", &[], None).await, Err(HasherBusy));
}

/// Judging these took up to a second each, and ten times that without optimisation: a ratio, so that it does not matter
/// how fast this machine is.
#[tokio::test]
async fn no_password_takes_long_to_judge() {
    let ordinary = judged_in("harbour-violet-9-piano-xk").await;
    for nasty in [
        "4@({[<691!|17$5+7830%2bceg",
        "4@({[<691!|17$5+7830%2bceg4@({[<691!|17$5+7830%2bceg4@({[<691!|17$5+7830%2bceg",
        "p4@s($5w0rd<1!|+7{[69ceglt",
    ] {
        let took = judged_in(nasty).await;
        assert!(took < ordinary * 150, "{nasty}: {took:?} against {ordinary:?}");
    }
}

/// The fastest of a few times.
async fn judged_in(password: &str) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..4 {
        let started = std::time::Instant::now();
        strength(password, &["Alice Example", "alice@example.com"]).await;
        best = best.min(started.elapsed());
    }
    best
}

#[tokio::test]
async fn the_longest_passwords_are_judged_too() {
    assert!(strength(&"x".repeat(100_000), &[]).await <= 4);
}

/// A login flood comes from forty networks; somebody else signs in meanwhile.
#[tokio::test]
async fn a_flood_lets_others_in_between() {
    let hasher = Arc::new(Argon2Hasher::bounded(1, Duration::from_mins(5)));
    let network = |n: u8| Some(Network::of(IpAddr::V4(Ipv4Addr::new(198, 18, n, 1))));
    let mut flood = tokio::task::JoinSet::new();
    for n in 0..40 {
        for _ in 0..5 {
            let hasher = Arc::clone(&hasher);
            flood.spawn(async move { hasher.strength("guess", &[], network(n)).await });
        }
    }
    tokio::task::yield_now().await;
    hasher.strength("mine", &[], network(99)).await.unwrap();
    let mut done = 0;
    while flood.try_join_next().is_some() {
        done += 1;
    }
    assert!(done <= 60, "{done} of the flood went first");
    flood.join_all().await;
}
