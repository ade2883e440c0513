//! Registering, and accounts that the platform itself makes sure of.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use eop_contract::fixture::at_s;
use eop_core::identity::command::{EnsureAccount, Register};
use eop_core::identity::model::{AccountState, LinkPurpose};
use eop_core::identity::port::IdentityStore;
use eop_core::kernel::actor::Role;
use eop_core::kernel::error::{DomainError, ErrorKind};
use rstest::rstest;

use crate::support::{NEW_PASSWORD, PASSWORD, a_house, fields, from, registering, secret};

#[tokio::test]
async fn a_new_account_waits_for_its_address_to_be_verified() {
    let house = a_house().await;
    let command = Register {
        locale: Some("de-AT".to_owned()),
        time_zone: Some("Europe/Vienna".to_owned()),
        ..registering(" Alice@Example.com ")
    };
    house.users.register(command).await.unwrap();

    let account = house.account("alice@example.com").await;
    assert_eq!((account.state, account.verified_at), (AccountState::Pending, None));
    assert_eq!(account.roles, BTreeSet::from([Role::CUSTOMER]));
    assert_eq!((&*account.locale, &*account.time_zone), ("de-AT", "Europe/Vienna"));
    assert_eq!((account.version.0, account.created_at), (1, at_s(0)));
    assert_eq!(house.told(), ["user.registered.v1", "link.requested.v1"]);
    assert_eq!(house.audited().last().unwrap(), "account.register done");
    assert_eq!(house.mailed(LinkPurpose::VerifyEmail).len(), 1);
}

#[tokio::test]
async fn a_link_is_never_in_clear_in_an_event_nor_in_the_audit_log() {
    let house = a_house().await;
    house.users.register(registering("alice@example.com")).await.unwrap();
    let token = &house.mailed(LinkPurpose::VerifyEmail)[0].0;
    let written = format!("{:?} {:?}", house.database.events(), house.database.audit());
    assert!(!written.contains(token), "{written}");
    assert!(!written.contains(PASSWORD), "{written}");
}

#[tokio::test]
async fn a_known_address_gets_the_same_answer_after_the_same_work_and_nothing_changes() {
    let house = a_house().await;
    house.users.register(registering("alice@example.com")).await.unwrap();
    let (account, told) = (house.account("alice@example.com").await, house.told());
    let hashed = house.hasher.hashed.load(Ordering::SeqCst);

    let again = Register { name: "Mallory".to_owned(), ..registering("ALICE@example.com") };
    house.users.register(again).await.unwrap();
    assert_eq!(house.account("alice@example.com").await, account);
    assert_eq!(house.told(), told);
    assert_eq!(house.hasher.hashed.load(Ordering::SeqCst), hashed + 1);
    assert_eq!(house.audited().iter().filter(|entry| *entry == "account.register done").count(), 1);
}

#[rstest]
#[case::short("7 chars", "length")]
#[case::long(&"x".repeat(201), "length")]
#[case::common("password", "weak")]
#[case::with_the_name("my name is alice", "weak")]
#[case::with_the_address("wonderland rabbit hole", "weak")]
#[tokio::test]
async fn a_bad_password_is_refused(#[case] password: &str, #[case] code: &'static str) {
    let house = a_house().await;
    let command = Register { password: secret(password), ..registering("alice.wonderland@example.com") };
    let refused = house.users.register(command).await.unwrap_err();
    assert_eq!(fields(&refused), [("/password", code)]);
    assert_eq!(house.told(), Vec::<String>::new());
}

#[tokio::test]
async fn all_refused_values_are_told_at_once() {
    let house = a_house().await;
    let command = Register { name: String::new(), ..registering("nobody") };
    let refused = house.users.register(command).await.unwrap_err();
    assert_eq!(fields(&refused), [("/name", "length"), ("/email", "email")]);
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Invalid, "identity.invalid"));
}

#[tokio::test]
async fn one_address_of_origin_registers_only_so_often() {
    let house = a_house().await;
    for n in 0..300 {
        let command = Register { origin: from(1), ..registering(&format!("user{n}@example.com")) };
        house.users.register(command).await.unwrap();
    }
    let command = |n| Register { origin: from(n), ..registering("late@example.com") };
    let refused = house.users.register(command(1)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Limited, "identity.too_many_tries"));
    assert_eq!(refused.retry_after_s(), Some(300));
    house.users.register(command(2)).await.unwrap();
}

fn ensuring(roles: &[Role]) -> EnsureAccount {
    EnsureAccount {
        name: "Root".to_owned(),
        email: "root@example.com".to_owned(),
        password: secret(PASSWORD),
        roles: roles.iter().cloned().collect(),
    }
}

#[tokio::test]
async fn an_account_that_is_made_sure_of_is_made_once() {
    let house = a_house().await;
    assert!(house.users.ensure_account(ensuring(&[Role::ADMIN])).await.unwrap());
    let account = house.account("root@example.com").await;
    assert_eq!((account.state, account.verified_at), (AccountState::Active, Some(at_s(0))));
    assert_eq!(house.database.admin_roster().await.unwrap().members, [account.id]);
    let told = house.told();

    let again = EnsureAccount { password: secret(NEW_PASSWORD), ..ensuring(&[Role::ADMIN]) };
    assert!(!house.users.ensure_account(again).await.unwrap());
    assert_eq!(house.account("root@example.com").await, account, "an account in use keeps its password");
    assert_eq!(house.told(), told);
    house.log_in("root@example.com", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn missing_roles_are_added_to_an_account_that_is_made_sure_of() {
    let house = a_house().await;
    let before = house.with("root@example.com", &[Role::CUSTOMER]).await;
    assert!(!house.users.ensure_account(ensuring(&[Role::ADMIN])).await.unwrap());
    let after = house.account("root@example.com").await;
    assert_eq!(after.roles, BTreeSet::from([Role::CUSTOMER, Role::ADMIN]));
    assert_eq!((after.version, &after.password), (before.version.next(), &before.password));
    assert_eq!(house.database.admin_roster().await.unwrap().members, [after.id]);
    assert_eq!(house.told().last().unwrap(), "user.roles_changed.v1");
}

/// Whoever registered the address first need not be its owner.
#[tokio::test]
async fn an_unverified_account_does_not_become_an_administrator_with_the_password_of_whoever_registered_it() {
    let house = a_house().await;
    let stranger = Register { password: secret(NEW_PASSWORD), ..registering("root@example.com") };
    house.users.register(stranger).await.unwrap();
    let of_stranger = house.log_in("root@example.com", NEW_PASSWORD).await.unwrap();

    assert!(!house.users.ensure_account(ensuring(&[Role::ADMIN])).await.unwrap());
    let account = house.account("root@example.com").await;
    assert_eq!((account.state, account.verified_at), (AccountState::Active, Some(at_s(0))));
    assert!(account.roles.contains(&Role::ADMIN));
    house.log_in("root@example.com", NEW_PASSWORD).await.unwrap_err();
    house.refresh(&of_stranger.refresh).await.unwrap_err();
    house.log_in("root@example.com", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn what_is_no_address_cannot_be_made_sure_of() {
    let house = a_house().await;
    let refused = house
        .users
        .ensure_account(EnsureAccount { email: "root".to_owned(), ..ensuring(&[]) })
        .await
        .unwrap_err();
    assert_eq!(fields(&refused), [("/email", "email")]);
}
