//! The keys that sign access tokens.

use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::KeyState::{self, Active, Next, Retiring};
use eop_core::identity::model::key_ring::{PUBLISHED_AFTER, PUBLISHED_BEFORE};
use eop_core::identity::port::IdentityStore;
use eop_core::identity::service::IdentityLimits;
use eop_core::kernel::actor::{Actor, Role};

use crate::support::{House, a_house, a_house_without_keys, as_actor};

async fn an_admin(house: &House) -> Actor {
    as_actor(&house.with("admin@example.com", &[Role::ADMIN]).await)
}

impl House {
    /// The published keys, newest first.
    async fn keys(&self) -> Vec<(String, KeyState)> {
        let keys = self.database.signing_keys().await.unwrap();
        keys.into_iter().map(|key| (key.kid, key.state)).collect()
    }

    async fn states(&self) -> Vec<KeyState> {
        self.keys().await.into_iter().map(|(_, state)| state).collect()
    }

    async fn kid(&self, wanted: KeyState) -> String {
        self.keys().await.into_iter().find(|(_, state)| *state == wanted).unwrap().0
    }

    fn published(&self) -> Vec<String> {
        let jwks = self.users.jwks();
        let keys = jwks["keys"].as_array().unwrap().iter();
        keys.map(|key| key["kid"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn the_first_start_makes_keys_and_the_next_one_finds_them() {
    let house = a_house_without_keys();
    house.users.tend_keys().await.unwrap();
    let keys = house.database.signing_keys().await.unwrap();
    assert_eq!(house.states().await, [Next, Active]);
    assert_eq!(house.audited(), ["key.create done", "key.create done"]);

    let other = house.another_instance(3, house.database.clone());
    other.tend_keys().await.unwrap();
    assert_eq!(house.database.signing_keys().await.unwrap(), keys);
    assert_eq!(other.jwks(), house.users.jwks());
}

#[tokio::test]
async fn a_database_that_is_down_is_told_and_the_key_in_use_stays() {
    let house = a_house().await;
    let before = house.users.jwks();
    house.database.set_available(false);
    house.users.tend_keys().await.unwrap_err();
    assert_eq!(house.users.jwks(), before);
}

#[tokio::test]
async fn keys_change_by_themselves_and_nothing_that_they_signed_is_refused() {
    let lifetime = Duration::from_hours(24);
    let limits = IdentityLimits { key_lifetime: Some(lifetime), ..IdentityLimits::default() };
    let house = a_house().await.within(&limits);
    let (first, second) = (house.kid(Active).await, house.kid(Next).await);
    house.clock.set(at_s(0) + lifetime - Duration::from_secs(1));
    house.users.tend_keys().await.unwrap();
    assert_eq!(house.kid(Active).await, first);

    house.clock.set(at_s(0) + lifetime);
    house.users.tend_keys().await.unwrap();
    assert_eq!(house.states().await, [Next, Active, Retiring]);
    assert_eq!((house.kid(Active).await, house.kid(Retiring).await), (second, first.clone()));
    assert!(house.published().contains(&first));

    house.clock.set(at_s(0) + lifetime + PUBLISHED_AFTER);
    house.users.tend_keys().await.unwrap();
    assert_eq!(house.states().await, [Next, Active]);
    assert!(!house.published().contains(&first));
    assert_eq!(
        house.audited()[2..],
        ["key.rotate done", "key.activate done", "key.create done", "key.retire done"]
    );
}

#[tokio::test]
async fn an_administrator_rotates_when_everybody_can_know_the_next_key() {
    let house = a_house().await;
    let admin = an_admin(&house).await;
    let next = house.kid(Next).await;
    let refused = house.users.rotate_keys(&admin).await.unwrap_err();
    assert!(matches!(refused, IdentityError::KeyTooNew { wait_s: 121 }), "{refused:?}");

    house.clock.set(at_s(0) + PUBLISHED_BEFORE);
    house.users.rotate_keys(&admin).await.unwrap();
    assert_eq!(house.kid(Active).await, next);
    house.users.rotate_keys(&admin).await.unwrap_err();
    assert_eq!(house.kid(Active).await, next, "twice at once is once");
}

#[tokio::test]
async fn a_retired_key_is_published_no_longer_and_the_next_one_signs() {
    let house = a_house().await;
    let admin = an_admin(&house).await;
    let (stolen, next) = (house.kid(Active).await, house.kid(Next).await);
    house.users.retire_key(&admin, &stolen).await.unwrap();
    assert_eq!(house.states().await, [Next, Active]);
    assert_eq!(house.kid(Active).await, next);
    assert!(!house.published().contains(&stolen));
    let again = house.users.retire_key(&admin, &stolen).await.unwrap_err();
    assert!(matches!(again, IdentityError::NoSuchKey), "{again:?}");

    // The next one may be known to others too.
    let next = house.kid(Next).await;
    house.users.retire_key(&admin, &next).await.unwrap();
    assert_eq!(house.states().await, [Next, Active]);
    assert_ne!(house.kid(Next).await, next);
}

#[tokio::test]
async fn who_may_not_rotate_is_noted() {
    let house = a_house().await;
    let auditor = as_actor(&house.with("auditor@example.com", &[Role::AUDITOR]).await);
    assert_eq!(house.users.list_keys(&auditor).await.unwrap().len(), 2);
    let before = house.keys().await;
    for refused in [
        house.users.rotate_keys(&auditor).await.unwrap_err(),
        house.users.retire_key(&auditor, &before[0].0).await.unwrap_err(),
    ] {
        assert!(matches!(refused, IdentityError::Denied(_)), "{refused:?}");
    }
    assert_eq!(house.keys().await, before);
    assert_eq!(house.audited().split_off(3), ["key.rotate denied", "key.retire denied"]);
    let customer = as_actor(&house.with("alice@example.com", &[Role::CUSTOMER]).await);
    house.users.list_keys(&customer).await.unwrap_err();
}
