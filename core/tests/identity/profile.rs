//! One's own profile and password.

use eop_core::identity::command::ChangeProfile;
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{Account, RevocationReason};
use eop_core::kernel::actor::{Actor, Principal, Role};
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind};

use crate::support::{House, NEW_PASSWORD, PASSWORD, a_house, as_actor, fields, in_session, secret};

const ALICE: &str = "alice@example.com";

async fn a_house_with_alice() -> (House, Account) {
    let house = a_house().await;
    let alice = house.with(ALICE, &[Role::CUSTOMER]).await;
    (house, alice)
}

#[tokio::test]
async fn everybody_sees_their_own_account() {
    let (house, alice) = a_house_with_alice().await;
    assert_eq!(house.users.me(&as_actor(&alice)).await.unwrap(), alice);
    let without_role = Actor { roles: Vec::new(), ..as_actor(&alice) };
    assert_eq!(house.users.me(&without_role).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let program = Actor { principal: Principal::Service("shop".to_owned()), ..as_actor(&alice) };
    assert_eq!(house.users.me(&program).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn a_change_names_the_version_that_was_looked_at() {
    let (house, alice) = a_house_with_alice().await;
    let actor = as_actor(&alice);
    let change = |if_match| ChangeProfile {
        name: Some("Alice B.".to_owned()),
        phone: Some(Some("+4930123456".to_owned())),
        if_match,
        ..ChangeProfile::default()
    };
    let refused = house.users.change_profile(&actor, change(None)).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::PreconditionRequired);
    let refused = house.users.change_profile(&actor, change(Some(Version(9)))).await.unwrap_err();
    assert_eq!(refused.current_version(), Some(alice.version));

    let changed = house.users.change_profile(&actor, change(Some(alice.version))).await.unwrap();
    let expected = Account {
        name: "Alice B.".to_owned(),
        phone: Some("+4930123456".to_owned()),
        version: alice.version.next(),
        ..alice.clone()
    };
    assert_eq!((&changed, house.account(ALICE).await), (&expected, expected.clone()));
    assert_eq!(house.last("user.updated.v1").user.phone.as_deref(), Some("+4930123456"));
    assert_eq!(house.audited().last().unwrap(), "profile.change done");

    let no_phone =
        ChangeProfile { phone: Some(None), if_match: Some(changed.version), ..ChangeProfile::default() };
    let changed = house.users.change_profile(&actor, no_phone).await.unwrap();
    assert_eq!((changed.phone, &*changed.name), (None, "Alice B."));
}

#[tokio::test]
async fn a_change_to_what_is_so_already_is_none() {
    let (house, alice) = a_house_with_alice().await;
    let same = ChangeProfile {
        name: Some(alice.name.clone()),
        phone: Some(alice.phone.clone()),
        if_match: Some(alice.version),
        ..ChangeProfile::default()
    };
    let (events, audited) = (house.told(), house.audited());
    let unchanged = house.users.change_profile(&as_actor(&alice), same).await.unwrap();
    assert_eq!((&unchanged, house.account(ALICE).await), (&alice, alice.clone()));
    assert_eq!((house.told(), house.audited()), (events, audited));
}

#[tokio::test]
async fn refused_values_are_told() {
    let (house, alice) = a_house_with_alice().await;
    let change = ChangeProfile {
        phone: Some(Some("030 123456".to_owned())),
        locale: Some("German".to_owned()),
        if_match: Some(alice.version),
        ..ChangeProfile::default()
    };
    let refused = house.users.change_profile(&as_actor(&alice), change).await.unwrap_err();
    assert_eq!(fields(&refused), [("/phone", "phone"), ("/locale", "locale")]);
    assert_eq!(house.account(ALICE).await, alice);
}

#[tokio::test]
async fn a_new_password_needs_the_current_one_and_ends_the_other_sessions() {
    let (house, alice) = a_house_with_alice().await;
    let here = house.log_in(ALICE, PASSWORD).await.unwrap();
    let elsewhere = house.log_in(ALICE, PASSWORD).await.unwrap();
    let actor = in_session(&alice, &here);
    let change = |current: &str, password: &str| {
        let (users, actor) = (house.users.clone(), actor.clone());
        let (current, password) = (secret(current), secret(password));
        async move { users.change_password(&actor, &current, &password).await }
    };

    let wrong = change("wrong", NEW_PASSWORD).await.unwrap_err();
    assert_eq!(fields(&wrong), [("/current_password", "wrong")]);
    let weak = change(PASSWORD, "password").await.unwrap_err();
    assert_eq!(fields(&weak), [("/password", "weak")]);
    house.log_in(ALICE, PASSWORD).await.unwrap();

    change(PASSWORD, NEW_PASSWORD).await.unwrap();
    house.log_in(ALICE, PASSWORD).await.unwrap_err();
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap();
    house.refresh(&here.refresh).await.unwrap();
    house.refresh(&elsewhere.refresh).await.unwrap_err();
    assert_eq!(house.session(&elsewhere).await.revoked.unwrap().reason, RevocationReason::PasswordChanged);
    assert_eq!(house.last("user.password_changed.v1").user.id, alice.id);
}

#[tokio::test]
async fn the_current_password_is_guessed_only_so_often() {
    let (house, alice) = a_house_with_alice().await;
    let actor = as_actor(&alice);
    for _ in 0..20 {
        house.users.change_password(&actor, &secret("wrong"), &secret(NEW_PASSWORD)).await.unwrap_err();
    }
    let refused =
        house.users.change_password(&actor, &secret(PASSWORD), &secret(NEW_PASSWORD)).await.unwrap_err();
    assert!(matches!(refused, IdentityError::TooManyTries(_)), "{refused:?}");
}
