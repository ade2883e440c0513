//! The keys that sign access tokens.

use eop_core::identity::model::KeyState;
use eop_core::identity::port::IdentityStore;

use crate::support::{a_house, a_house_without_keys};

#[tokio::test]
async fn the_first_start_makes_a_key_and_the_next_one_finds_it() {
    let house = a_house_without_keys();
    house.users.ensure_signing_key().await.unwrap();
    let keys = house.database.signing_keys().await.unwrap();
    assert_eq!(keys.iter().map(|key| key.state).collect::<Vec<_>>(), [KeyState::Active]);
    assert_eq!(house.users.jwks()["keys"][0]["kid"], keys[0].kid.as_str());
    assert_eq!(house.audited(), ["key.create done"]);

    let next = house.another_instance(2, house.database.clone());
    next.ensure_signing_key().await.unwrap();
    assert_eq!(house.database.signing_keys().await.unwrap(), keys);
    assert_eq!(next.jwks(), house.users.jwks());
}

#[tokio::test]
async fn a_database_that_is_down_is_told_and_the_key_in_use_stays() {
    let house = a_house().await;
    let before = house.users.jwks();
    house.database.set_available(false);
    house.users.ensure_signing_key().await.unwrap_err();
    assert_eq!(house.users.jwks(), before);
}
