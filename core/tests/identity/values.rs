//! What people really type: passwords in two encodings, passwords like oneself, addresses in several spellings.

use std::sync::atomic::Ordering;

use eop_core::identity::command::ChangeProfile;
use eop_core::identity::model::{Account, LinkPurpose, PasswordHash};
use eop_core::identity::port::{IdentityStore, IdentityWrite, PasswordHasher};
use eop_core::identity::service::IdentityLimits;
use eop_core::kernel::actor::{Origin, Role};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::DomainError;
use eop_memory::PlainHasher;

use crate::support::{House, a_house, as_actor, fields, registering, secret};

const COMPOSED: &str = "größe-violet-umbrella";
const COMBINED: &str = "gro\u{308}ße-violet-umbrella";
const ALICE: &str = "alice@example.com";

async fn a_house_where_alice_chose(password: &str) -> House {
    let house = a_house().await;
    let account = house.with(ALICE, &[Role::CUSTOMER]).await;
    let hash = PlainHasher.hash(password, None).await.unwrap();
    set(&house, &account, |account| account.password = hash).await;
    house
}

async fn set(house: &House, account: &Account, change: impl FnOnce(&mut Account)) {
    let next = account.changed(account.updated_at, change);
    let write = IdentityWrite::UpdateAccount { account: next, from: account.version };
    house.database.commit(Commit::of(vec![write])).await.unwrap();
}

/// Follows the newest link that was mailed to verify an address.
async fn verify(house: &House) {
    let token = house.mailed(LinkPurpose::VerifyEmail).pop().unwrap();
    house.users.verify_email(&token, Origin::default()).await.unwrap();
}

#[tokio::test]
async fn a_password_opens_the_account_however_its_letters_are_encoded() {
    for (chosen, typed) in [(COMPOSED, COMBINED), (COMBINED, COMPOSED), (COMBINED, COMBINED)] {
        let house = a_house().await;
        let mut command = registering(ALICE);
        command.password = secret(chosen);
        house.users.register(command).await.unwrap();
        verify(&house).await;
        assert!(house.log_in(ALICE, typed).await.is_ok(), "{typed:?} for {chosen:?}");
        assert!(house.log_in(ALICE, &typed.to_uppercase()).await.is_err(), "case counts");
    }
}

#[tokio::test]
async fn a_hash_of_what_was_typed_is_good_once_more_and_made_anew() {
    let house = a_house_where_alice_chose(COMBINED).await;
    let before = house.account(ALICE).await.password;
    assert!(house.log_in(ALICE, COMBINED).await.is_ok(), "as it was typed then");
    let after = house.account(ALICE).await.password;
    assert_eq!(
        (before, after.clone()),
        (PasswordHash(format!("plain:{COMBINED}")), PasswordHash(format!("plain:{COMPOSED}")))
    );
    assert!(house.log_in(ALICE, COMPOSED).await.is_ok(), "and from now on in any encoding");
    assert_eq!(house.account(ALICE).await.password, after);
}

#[tokio::test]
async fn the_work_of_a_sign_in_depends_on_what_is_typed_alone() {
    let house = a_house_where_alice_chose(COMPOSED).await;
    for (password, comparisons) in [("wrong-violet-umbrella", 1), ("wro\u{308}ng-violet-umbrella", 2)] {
        for address in [ALICE, "nobody@example.com", "no address"] {
            let before = house.hasher.compared.load(Ordering::SeqCst);
            house.log_in(address, password).await.unwrap_err();
            let done = house.hasher.compared.load(Ordering::SeqCst) - before;
            assert_eq!(done, comparisons, "{address} {password:?}");
        }
    }
}

#[tokio::test]
async fn a_password_like_oneself_is_refused_wherever_one_is_chosen() {
    let house = a_house().await;
    for (password, code) in [
        ("alice@example.com", "similar"),
        ("Alice.Example7!", "similar"),
        ("EXAMPLE alice 2026", "similar"),
        ("Enterprise-Order-Platform!", "similar"),
        ("violet\tumbrella-seven", "characters"),
    ] {
        let mut command = registering(ALICE);
        command.password = secret(password);
        let refused = house.users.register(command).await.unwrap_err();
        assert_eq!(fields(&refused), [("/password", code)], "{password}");
    }
    let account = house.with("violet@example.org", &[Role::CUSTOMER]).await;
    let refused = house
        .users
        .change_password(
            &as_actor(&account),
            &secret(crate::support::PASSWORD),
            &secret("Violet@Example.org1"),
        )
        .await
        .unwrap_err();
    assert_eq!(fields(&refused), [("/password", "similar")]);
}

#[tokio::test]
async fn spellings_of_one_domain_are_one_account() {
    let house = a_house().await;
    house.users.register(registering("x@bücher.example")).await.unwrap();
    verify(&house).await;
    let account = house.account("x@bücher.example").await;
    assert_eq!(account.email.as_str(), "x@xn--bcher-kva.example");
    for spelling in ["x@xn--bcher-kva.example", "X@BÜCHER.example", "x@bu\u{308}cher.example"] {
        house.users.register(registering(spelling)).await.unwrap();
        assert!(house.log_in(spelling, crate::support::PASSWORD).await.is_ok(), "{spelling}");
    }
    let told = house.told().iter().filter(|kind| *kind == "user.registered.v1").count();
    assert_eq!(told, 1);
    assert_eq!(house.last("user.registered.v1").user.email.as_str(), "x@xn--bcher-kva.example");
}

#[tokio::test]
async fn accounts_from_before_sign_in_as_they_always_did() {
    let house = a_house().await;
    for former in ["x@bücher.example", "a@foo.123", "b@ｅｘ.test"] {
        let account = house.with(&format!("person{}@example.com", former.len()), &[Role::CUSTOMER]).await;
        set(&house, &account, |account| account.email = Email::kept(former.to_owned())).await;
        assert!(house.log_in(former, crate::support::PASSWORD).await.is_ok(), "{former}");
        assert!(house.log_in(&former.to_uppercase(), crate::support::PASSWORD).await.is_ok(), "{former}");
    }
    assert!(house.log_in("x@xn--bcher-kva.example", crate::support::PASSWORD).await.is_ok());
    // And nobody registers the same mailbox beside them.
    house.users.register(registering("x@xn--bcher-kva.example")).await.unwrap();
    let registered = house.told().into_iter().filter(|kind| kind == "user.registered.v1").count();
    assert_eq!(registered, 3, "the people from before, and nobody else");
}

#[tokio::test]
async fn a_mailbox_outside_ascii_is_registered_only_where_mail_gets_to_it() {
    let house = a_house().await;
    let refused = house.users.register(registering("jürgen@example.com")).await.unwrap_err();
    assert_eq!(fields(&refused), [("/email", "smtputf8")]);
    let house = house.within(&IdentityLimits { smtputf8: true, ..IdentityLimits::default() });
    house.users.register(registering("jürgen@example.com")).await.unwrap();
}

#[tokio::test]
async fn a_profile_is_kept_in_its_one_form() {
    let house = a_house().await;
    let account = house.with(ALICE, &[Role::CUSTOMER]).await;
    let change = ChangeProfile {
        name: Some(" Zoe\u{308} ".to_owned()),
        locale: Some("EN-us".to_owned()),
        time_zone: Some("europe/berlin".to_owned()),
        if_match: Some(account.version),
        ..ChangeProfile::default()
    };
    let changed = house.users.change_profile(&as_actor(&account), change.clone()).await.unwrap();
    assert_eq!((&*changed.name, &*changed.locale, &*changed.time_zone), ("Zoë", "en-US", "Europe/Berlin"));
    let wrong = ChangeProfile {
        name: Some("\u{3164}".to_owned()),
        locale: Some("de_DE".to_owned()),
        time_zone: Some("Europe/Berln".to_owned()),
        ..change
    };
    let refused = house.users.change_profile(&as_actor(&account), wrong).await.unwrap_err();
    assert_eq!(fields(&refused), [("/name", "blank"), ("/locale", "locale"), ("/time_zone", "time_zone")]);
    assert_eq!(refused.code(), "identity.invalid");
}
