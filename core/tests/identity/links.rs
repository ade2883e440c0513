//! One-time links: verifying an address, and choosing a new password.

use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::identity::command::{ResetPassword, Secret};
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{AccountState, LinkPurpose, RevocationReason};
use eop_core::kernel::actor::{Origin, Role};
use eop_core::kernel::error::{DomainError, ErrorKind};
use rstest::rstest;

use crate::support::{House, NEW_PASSWORD, PASSWORD, a_house, fields, from, registering, secret};

const ALICE: &str = "alice@example.com";

async fn a_house_with_alice() -> House {
    let house = a_house().await;
    house.users.register(registering(ALICE)).await.unwrap();
    house
}

async fn verify(house: &House, token: &Secret) -> Result<(), IdentityError> {
    house.users.verify_email(token, Origin::default()).await
}

fn resetting(token: &Secret, password: &str) -> ResetPassword {
    ResetPassword { token: token.clone(), password: secret(password), origin: Origin::default() }
}

#[tokio::test]
async fn the_mailed_link_verifies_the_address_and_may_be_used_again() {
    let house = a_house_with_alice().await;
    let link = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    house.clock.advance(Duration::from_hours(23));
    verify(&house, &link).await.unwrap();
    let account = house.account(ALICE).await;
    assert_eq!(account.state, AccountState::Active);
    assert_eq!(account.verified_at, Some(at_s(23 * 3600)));
    assert_eq!(house.told()[2..], ["user.verified.v1", "session.revoked.v1"]);

    let told = house.told();
    verify(&house, &link).await.unwrap();
    assert_eq!((house.account(ALICE).await, house.told()), (account, told));
}

#[tokio::test]
async fn a_link_is_refused_after_a_day_and_when_it_is_unknown() {
    let house = a_house_with_alice().await;
    let link = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    let unknown = verify(&house, &secret("guessed")).await.unwrap_err();
    assert_eq!((unknown.kind(), unknown.code()), (ErrorKind::Invalid, "identity.link_refused"));
    house.clock.advance(Duration::from_hours(24));
    let late = verify(&house, &link).await.unwrap_err();
    assert!(matches!(late, IdentityError::LinkRefused), "{late:?}");
    assert_eq!(house.account(ALICE).await.verified_at, None);
}

/// Nobody takes a link away from its owner by asking for another one.
#[tokio::test]
async fn a_further_link_leaves_those_before_it_good_until_one_is_used() {
    for used in [0, 1] {
        let house = a_house_with_alice().await;
        house.users.resend_verification("Alice@example.com", Origin::default()).await.unwrap();
        let links = house.mailed(LinkPurpose::VerifyEmail);
        verify(&house, &links[used]).await.unwrap();

        let house = a_house_with_alice().await;
        let mut resets = vec![a_reset_link(&house).await];
        house.clock.advance(Duration::from_mins(1));
        resets.push(a_reset_link(&house).await);
        house.users.reset_password(resetting(&resets[used], NEW_PASSWORD)).await.unwrap();
        for link in &resets {
            let refused = house.users.reset_password(resetting(link, PASSWORD)).await.unwrap_err();
            assert!(matches!(refused, IdentityError::LinkRefused), "{refused:?}");
        }
        let unverified = house.mailed(LinkPurpose::VerifyEmail).remove(0);
        verify(&house, &unverified).await.unwrap();
    }
}

/// A flood of guesses keeps nobody with a good link out.
#[tokio::test]
async fn bad_links_are_tried_only_so_often_and_good_ones_are_taken_all_the_same() {
    let house = a_house_with_alice().await;
    let guess = async || house.users.verify_email(&secret("guessed"), from(1)).await;
    for _ in 0..60 {
        assert!(matches!(guess().await, Err(IdentityError::LinkRefused)));
    }
    assert_eq!(guess().await.unwrap_err().kind(), ErrorKind::Limited);
    let reset = ResetPassword { origin: from(1), ..resetting(&secret("guessed"), NEW_PASSWORD) };
    assert_eq!(house.users.reset_password(reset).await.unwrap_err().kind(), ErrorKind::Limited);
    let good = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    house.users.verify_email(&good, from(1)).await.unwrap();
}

#[tokio::test]
async fn a_link_serves_only_its_purpose() {
    let house = a_house_with_alice().await;
    let link = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    let refused = house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.unwrap_err();
    assert!(matches!(refused, IdentityError::LinkRefused), "{refused:?}");
}

#[tokio::test]
async fn links_are_mailed_once_a_minute_whether_or_not_there_is_an_account() {
    for address in [ALICE, "nobody@example.com"] {
        let house = a_house_with_alice().await;
        house.users.resend_verification(address, Origin::default()).await.unwrap();
        let again = house.users.resend_verification(address, Origin::default()).await.unwrap_err();
        assert_eq!((again.kind(), again.retry_after_s()), (ErrorKind::Limited, Some(60)), "{address}");
        house.users.forgot_password(address, Origin::default()).await.unwrap();
        house.clock.advance(Duration::from_mins(1));
        house.users.resend_verification(address, Origin::default()).await.unwrap();
    }
}

#[tokio::test]
async fn nobody_learns_whether_there_is_an_account() {
    let house = a_house_with_alice().await;
    let told = house.told();
    house.users.resend_verification("nobody@example.com", Origin::default()).await.unwrap();
    house.users.forgot_password("nobody@example.com", Origin::default()).await.unwrap();
    assert_eq!(house.told(), told);
    let refused = house.users.forgot_password("nobody", Origin::default()).await.unwrap_err();
    assert_eq!(fields(&refused), [("/email", "email")]);
}

#[tokio::test]
async fn a_verified_address_gets_no_further_verification() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    house.users.resend_verification(ALICE, Origin::default()).await.unwrap();
    assert_eq!(house.mailed(LinkPurpose::VerifyEmail).len(), 0);
}

async fn a_reset_link(house: &House) -> Secret {
    house.users.forgot_password(ALICE, Origin::default()).await.unwrap();
    house.mailed(LinkPurpose::ResetPassword).pop().unwrap()
}

#[tokio::test]
async fn a_new_password_ends_all_sessions() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let before = house.log_in(ALICE, PASSWORD).await.unwrap();
    let link = a_reset_link(&house).await;
    house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.unwrap();

    house.log_in(ALICE, PASSWORD).await.unwrap_err();
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap();
    house.refresh(&before.refresh).await.unwrap_err();
    let ended = house.session(&before).await.revoked.unwrap();
    assert_eq!(ended.reason, RevocationReason::PasswordChanged);
    let told = house.told();
    assert!(told.ends_with(
        &["user.password_changed.v1", "session.revoked.v1", "session.opened.v1"].map(str::to_owned)
    ));
    assert_eq!(house.last("session.revoked.v1").session, None, "all sessions of the account ended");
}

#[tokio::test]
async fn a_reset_link_is_good_once_and_verifies_the_address() {
    let house = a_house_with_alice().await;
    let link = a_reset_link(&house).await;
    house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.unwrap();
    let account = house.account(ALICE).await;
    assert_eq!((account.state, account.verified_at), (AccountState::Active, Some(at_s(0))));
    let again = house.users.reset_password(resetting(&link, PASSWORD)).await.unwrap_err();
    assert!(matches!(again, IdentityError::LinkRefused), "{again:?}");
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap();
}

#[rstest]
#[case::in_time(Duration::from_secs(30 * 60 - 1), true)]
#[case::too_late(Duration::from_mins(30), false)]
#[tokio::test]
async fn a_reset_link_is_good_for_half_an_hour(#[case] waited: Duration, #[case] good: bool) {
    let house = a_house_with_alice().await;
    let link = a_reset_link(&house).await;
    house.clock.advance(waited);
    assert_eq!(house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.is_ok(), good);
    assert_eq!(house.log_in(ALICE, NEW_PASSWORD).await.is_ok(), good);
}

#[tokio::test]
async fn a_weak_password_does_not_use_up_the_link() {
    let house = a_house_with_alice().await;
    let link = a_reset_link(&house).await;
    let refused = house.users.reset_password(resetting(&link, "password")).await.unwrap_err();
    assert_eq!(fields(&refused), [("/password", "weak")]);
    house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn a_new_password_does_not_unlock_a_locked_account() {
    use eop_core::identity::command::Lock;
    let house = a_house_with_alice().await;
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    let user = house.account(ALICE).await.id;
    house.users.lock(&crate::support::as_actor(&admin), &Lock { user, until: None }).await.unwrap();
    let link = a_reset_link(&house).await;
    house.users.reset_password(resetting(&link, NEW_PASSWORD)).await.unwrap();
    assert_eq!(house.account(ALICE).await.state, AccountState::Locked { until: None });
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap_err();
}
