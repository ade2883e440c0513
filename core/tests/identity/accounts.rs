//! Accounts that the platform itself makes sure of.

use std::collections::BTreeSet;

use eop_contract::fixture::at_s;
use eop_core::identity::command::{EnsureAccount, Register};
use eop_core::identity::model::{AccountState, LinkPurpose};
use eop_core::identity::port::IdentityStore;
use eop_core::kernel::actor::Role;

use crate::support::{NEW_PASSWORD, PASSWORD, a_house, fields, registering, secret};

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
    let link = house.mailed(LinkPurpose::VerifyEmail).remove(0);

    assert!(!house.users.ensure_account(ensuring(&[Role::ADMIN])).await.unwrap());
    let account = house.account("root@example.com").await;
    assert_eq!((account.state, account.verified_at), (AccountState::Active, Some(at_s(0))));
    assert!(account.roles.contains(&Role::ADMIN));
    house.log_in("root@example.com", NEW_PASSWORD).await.unwrap_err();
    house.log_in("root@example.com", PASSWORD).await.unwrap();
    let spent =
        house.database.find_link(LinkPurpose::VerifyEmail, house.secrets().hash(&link.0)).await.unwrap();
    assert!(spent.unwrap().spent_at.is_some(), "the stranger's link is good for nothing");
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
