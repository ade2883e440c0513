//! Everybody's account is told again, for who starts empty.

use eop_core::identity::command::ChangeProfile;
use eop_core::identity::event::{IdentityData, USER_SNAPSHOT};
use eop_core::identity::service::Republished;
use eop_core::kernel::actor::Role;
use eop_core::kernel::event::Event;
use eop_core::kernel::page::PageRequest;

use crate::support::{House, a_house_without_keys, as_actor};

/// The events of a whole republication, of which nothing else is told.
async fn republished(house: &House) -> Vec<Event> {
    let before = house.database.events().len();
    let mut after = None;
    loop {
        let Republished { accounts, next } = house.users.republish(after).await.unwrap();
        assert!(accounts <= usize::from(PageRequest::MAX_LIMIT));
        after = next;
        if after.is_none() {
            return house.database.events().split_off(before);
        }
    }
}

#[tokio::test]
async fn everybody_is_told_once_as_they_are() {
    let house = a_house_without_keys();
    let people = usize::from(PageRequest::MAX_LIMIT) + 3;
    for n in 0..people {
        house.with(&format!("person{n}@example.com"), &[Role::CUSTOMER]).await;
    }
    let events = republished(&house).await;
    assert_eq!(events.len(), people);
    for event in &events {
        let data: IdentityData = event.data.read().unwrap();
        let account = house.account(data.user.email.as_str()).await;
        assert_eq!((event.kind.as_str(), event.key), (USER_SNAPSHOT, account.id.0));
        assert_eq!((event.sequence, data.user.id), (account.version.0, account.id));
        assert!(data.session.is_none() && data.link.is_none());
    }
    let mut addresses: Vec<_> = events.iter().map(|event| event.key).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), people);
}

#[tokio::test]
async fn told_again_it_is_the_same_event_until_the_account_changes() {
    let house = a_house_without_keys();
    let alice = house.with("alice@example.com", &[Role::CUSTOMER]).await;
    let [first] = &republished(&house).await[..] else { panic!() };
    let [second] = &republished(&house).await[..] else { panic!() };
    assert_eq!(first.id, second.id);
    let name = Some("Alice Other".to_owned());
    let change = ChangeProfile { name, if_match: Some(alice.version), ..ChangeProfile::default() };
    house.users.change_profile(&as_actor(&alice), change).await.unwrap();
    let [third] = &republished(&house).await[..] else { panic!() };
    assert!(third.id != first.id && third.sequence > first.sequence);
    let data: IdentityData = third.data.read().unwrap();
    assert_eq!(data.user.name, "Alice Other");
}

#[tokio::test]
async fn nobody_is_nothing_to_tell() {
    let house = a_house_without_keys();
    assert_eq!(house.users.republish(None).await.unwrap(), Republished { accounts: 0, next: None });
    assert!(house.database.events().is_empty() && house.database.audit().is_empty());
}
