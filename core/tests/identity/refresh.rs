//! Exchanging refresh tokens.

use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::identity::command::Lock;
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{RevocationReason, Session};
use eop_core::identity::service::Tokens;
use eop_core::kernel::actor::Role;
use eop_core::kernel::error::{DomainError, ErrorKind};

use crate::support::{House, PASSWORD, a_house, as_actor, from, secret};

const ALICE: &str = "alice@example.com";

async fn signed_in() -> (House, Tokens) {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let tokens = house.log_in(ALICE, PASSWORD).await.unwrap();
    (house, tokens)
}

#[tokio::test]
async fn a_token_is_exchanged_for_its_successor() {
    let (house, first) = signed_in().await;
    house.clock.advance(Duration::from_hours(1));
    let second = house.users.refresh(&secret(&first.refresh), &from(9)).await.unwrap();
    assert_ne!(second.refresh, first.refresh);
    assert_eq!(second.session, first.session);
    assert_eq!(second.refresh_until, at_s(3600) + Session::IDLE);

    let session = house.session(&first).await;
    assert_eq!(session.current, house.secrets().hash(&second.refresh));
    assert_eq!(session.previous, Some((house.secrets().hash(&first.refresh), at_s(3600))));
    assert_eq!((session.last_seen_at, session.ip.as_deref()), (at_s(3600), Some("192.0.9.2")));
    assert_eq!(session.version.0, 2);
    assert_eq!(house.told().last().unwrap(), "session.opened.v1", "an exchange is no news");
}

#[tokio::test]
async fn within_the_grace_period_a_token_has_the_same_successor_again() {
    let (house, first) = signed_in().await;
    let second = house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_secs(59));
    let again = house.refresh(&first.refresh).await.unwrap();
    assert_eq!((&again.refresh, again.session), (&second.refresh, second.session));
    assert_eq!(house.session(&first).await.version.0, 2, "nothing was exchanged anew");
    house.refresh(&second.refresh).await.unwrap();
}

#[tokio::test]
async fn a_token_that_comes_again_later_ends_its_session_and_is_told() {
    let (house, first) = signed_in().await;
    let second = house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_mins(1));
    let refused = house.refresh(&first.refresh).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unauthenticated, "identity.refresh_refused"));

    let ended = house.session(&first).await.revoked.unwrap();
    assert_eq!((ended.reason, ended.at), (RevocationReason::TokenReused, at_s(60)));
    let data = house.last("session.reuse_detected.v1");
    let session = data.session.unwrap();
    assert_eq!((session.id, session.reason.as_deref()), (first.session, Some("token_reused")));
    assert_eq!(house.audited().last().unwrap(), "session.reuse done");

    let told = house.told();
    for token in [&second.refresh, &first.refresh] {
        let refused = house.refresh(token).await.unwrap_err();
        assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");
    }
    assert_eq!(house.told(), told, "it is told once");
}

#[tokio::test]
async fn any_older_token_of_the_session_ends_it() {
    let (house, first) = signed_in().await;
    let mut newest = first.clone();
    for _ in 0..3 {
        house.clock.advance(Duration::from_mins(10));
        newest = house.refresh(&newest.refresh).await.unwrap();
    }
    house.refresh(&first.refresh).await.unwrap_err();
    house.refresh(&newest.refresh).await.unwrap_err();
    assert!(house.session(&first).await.revoked.is_some());
}

#[tokio::test]
async fn the_end_of_one_session_leaves_the_others_alone() {
    let (house, first) = signed_in().await;
    let other = house.log_in(ALICE, PASSWORD).await.unwrap();
    house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_mins(1));
    house.refresh(&first.refresh).await.unwrap_err();
    house.refresh(&other.refresh).await.unwrap();
}

#[tokio::test]
async fn an_unknown_token_is_refused_and_ends_nothing() {
    let (house, first) = signed_in().await;
    let refused = house.refresh("guessed").await.unwrap_err();
    assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");
    house.refresh(&first.refresh).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_for_a_week() {
    let (house, first) = signed_in().await;
    let day = Duration::from_hours(24);
    house.clock.advance(Duration::from_secs(7 * 24 * 3600 - 1));
    let second = house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(day * 7);
    let refused = house.refresh(&second.refresh).await.unwrap_err();
    assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");
}

#[tokio::test]
async fn a_session_ends_after_a_month_however_often_it_is_used() {
    let (house, mut tokens) = signed_in().await;
    let day = Duration::from_hours(24);
    for _ in 0..29 {
        house.clock.advance(day);
        tokens = house.refresh(&tokens.refresh).await.unwrap();
    }
    house.clock.advance(day);
    house.refresh(&tokens.refresh).await.unwrap_err();
}

#[tokio::test]
async fn new_roles_are_in_the_next_access_token() {
    let (house, first) = signed_in().await;
    house
        .users
        .ensure_account(eop_core::identity::command::EnsureAccount {
            name: String::new(),
            email: ALICE.to_owned(),
            password: secret(PASSWORD),
            roles: [Role::SUPPORT].into(),
        })
        .await
        .unwrap();
    let second = house.refresh(&first.refresh).await.unwrap();
    assert_eq!(house.read(&second).await.roles, [Role::CUSTOMER, Role::SUPPORT]);
}

#[tokio::test]
async fn a_locked_account_is_not_refreshed() {
    let (house, first) = signed_in().await;
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    let user = house.account(ALICE).await.id;
    house.users.lock(&as_actor(&admin), &Lock { user, until: None }).await.unwrap();
    let refused = house.refresh(&first.refresh).await.unwrap_err();
    assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");
}

/// 300 bad ones in five minutes are enough; whoever has a good one behind the same address does not feel it.
#[tokio::test]
async fn bad_tokens_are_tried_only_so_often_and_good_ones_are_taken_all_the_same() {
    let (house, first) = signed_in().await;
    let bad = async || house.users.refresh(&secret("guessed"), &from(1)).await;
    for _ in 0..300 {
        assert!(matches!(bad().await, Err(IdentityError::RefreshRefused)));
    }
    assert_eq!(bad().await.unwrap_err().kind(), ErrorKind::Limited);
    house.users.refresh(&secret(&first.refresh), &from(1)).await.unwrap();
    let elsewhere = house.users.refresh(&secret("guessed"), &from(2)).await.unwrap_err();
    assert!(matches!(elsewhere, IdentityError::RefreshRefused), "{elsewhere:?}");
}

/// Two tabs, a lost answer, a slow network: the chain went on while the first request was still under way.
#[tokio::test]
async fn a_token_whose_successor_was_used_within_the_grace_ends_nothing() {
    let (house, first) = signed_in().await;
    house.clock.advance(Duration::from_hours(1));
    let second = house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_secs(1));
    let third = house.refresh(&second.refresh).await.unwrap();
    let told = house.told();
    for seconds in [0, 1, 57] {
        house.clock.advance(Duration::from_secs(seconds));
        let refused = house.refresh(&first.refresh).await.unwrap_err();
        assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");
        assert_eq!((house.session(&first).await.revoked, house.told()), (None, told.clone()));
    }
    let newest = house.refresh(&third.refresh).await.unwrap();

    house.clock.advance(Duration::from_secs(1));
    house.refresh(&first.refresh).await.unwrap_err();
    let ended = house.session(&first).await.revoked.expect("after its grace it is an alarm");
    assert_eq!(ended.reason, RevocationReason::TokenReused);
    assert_eq!(house.told().last().unwrap(), "session.reuse_detected.v1");
    house.refresh(&newest.refresh).await.unwrap_err();
}
