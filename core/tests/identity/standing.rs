//! What an access token is worth once its session, its account or its roles are not what they were.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{at_s, id, user};
use eop_core::identity::command::{Lock, SetRoles};
use eop_core::identity::model::AccountState;
use eop_core::identity::port::{IdentityStore, IdentityWrite, TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::SessionId;
use eop_memory::PlainTokens;

use crate::support::{House, PASSWORD, a_house, as_actor, in_session};

const BOB: &str = "bob@example.com";

async fn check(house: &House, token: &str) -> Result<VerifiedToken, TokenRefused> {
    house.verifier().verify(token, at_s(1)).await
}

/// A house with two administrators, and Bob's access token.
async fn a_house_with_two_administrators() -> (House, String) {
    let house = a_house().await;
    house.with("ada@example.com", &[Role::ADMIN]).await;
    house.with(BOB, &[Role::ADMIN]).await;
    let token = house.log_in(BOB, PASSWORD).await.unwrap().access.token;
    assert_eq!(check(&house, &token).await.unwrap().roles, [Role::ADMIN]);
    (house, token)
}

#[tokio::test]
async fn a_locked_administrator_unlocks_nobody() {
    let (house, token) = a_house_with_two_administrators().await;
    let ada = as_actor(&house.account("ada@example.com").await);
    let bob = house.account(BOB).await.id;
    house.users.lock(&ada, &Lock { user: bob, until: None }).await.unwrap();
    assert_eq!(check(&house, &token).await, Err(TokenRefused::Ended));
    house.users.unlock(&ada, bob).await.unwrap();
    assert_eq!(check(&house, &token).await, Err(TokenRefused::Ended), "the session has ended for good");
}

#[tokio::test]
async fn a_demoted_administrator_acts_by_the_roles_that_are_left() {
    let (house, token) = a_house_with_two_administrators().await;
    let ada = as_actor(&house.account("ada@example.com").await);
    let user = house.account(BOB).await.id;
    let demote = SetRoles { user, roles: vec!["customer".to_owned()], if_match: None };
    house.users.set_roles(&ada, &demote).await.unwrap();
    assert_eq!(check(&house, &token).await.unwrap().roles, [Role::CUSTOMER]);
    let strip = SetRoles { user, roles: Vec::new(), if_match: None };
    house.users.set_roles(&ada, &strip).await.unwrap();
    assert_eq!(check(&house, &token).await.unwrap().roles, []);
}

#[tokio::test]
async fn the_thief_of_a_session_that_was_ended_ends_no_other() {
    let (house, token) = a_house_with_two_administrators().await;
    let mine = house.log_in(BOB, PASSWORD).await.unwrap();
    let me = in_session(&house.account(BOB).await, &mine);
    house.users.revoke_other_sessions(&me).await.unwrap();
    assert_eq!(check(&house, &token).await, Err(TokenRefused::Ended));
    assert!(check(&house, &mine.access.token).await.is_ok());
    house.users.log_out(&me).await.unwrap();
    assert_eq!(check(&house, &mine.access.token).await, Err(TokenRefused::Ended));
}

#[tokio::test]
async fn a_session_that_was_not_used_for_a_week_is_over_for_its_access_tokens_too() {
    let (house, _) = a_house_with_two_administrators().await;
    let tokens = house.log_in(BOB, PASSWORD).await.unwrap();
    let session = house.session(&tokens).await;
    let late = PlainTokens::token(&VerifiedToken {
        principal: Principal::User(session.account),
        roles: vec![Role::ADMIN],
        session: Some(session.id),
        account_version: None,
        issued_at: session.idle_until,
        expires_at: session.idle_until + Duration::from_mins(10),
    });
    assert_eq!(house.verifier().verify(&late, session.idle_until).await, Err(TokenRefused::Ended));
}

/// As a version gave them out that let people sign in before their address was verified.
#[tokio::test]
async fn nobody_acts_before_their_address_is_verified() {
    let (house, token) = a_house_with_two_administrators().await;
    let account = house.account(BOB).await;
    let pending = account.changed(at_s(0), |account| {
        account.state = AccountState::Pending;
        account.verified_at = None;
    });
    let write = IdentityWrite::UpdateAccount { account: pending, from: account.version };
    house.database.commit(Commit::of(vec![write])).await.unwrap();
    assert_eq!(check(&house, &token).await, Err(TokenRefused::Ended));
}

#[tokio::test]
async fn a_token_is_good_for_the_session_and_the_account_that_it_names() {
    let (house, _) = a_house_with_two_administrators().await;
    let tokens = house.log_in(BOB, PASSWORD).await.unwrap();
    let session = house.session(&tokens).await;
    let token = |principal, session| {
        let roles = vec![Role::ADMIN];
        PlainTokens::token(&VerifiedToken {
            principal,
            roles,
            session,
            account_version: None,
            issued_at: at_s(0),
            expires_at: at_s(600),
        })
    };
    let bob = Principal::User(session.account);
    for (principal, session, expected) in [
        (bob.clone(), None, TokenRefused::Invalid),
        (bob, Some(SessionId(id(999))), TokenRefused::Ended),
        (Principal::User(user(999)), Some(session.id), TokenRefused::Ended),
    ] {
        assert_eq!(check(&house, &token(principal, session)).await, Err(expected));
    }
    let service = check(&house, &token(Principal::Service("billing".to_owned()), None)).await.unwrap();
    assert_eq!(service.principal, Principal::Service("billing".to_owned()), "a service has no session");
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_taken_for_granted() {
    let (house, token) = a_house_with_two_administrators().await;
    house.database.set_available(false);
    assert_eq!(check(&house, &token).await, Err(TokenRefused::Unchecked));
    assert_eq!(check(&house, "forged").await, Err(TokenRefused::Invalid), "that needs no asking");
    let verifier: Arc<dyn TokenVerifier> = Arc::new(house.verifier());
    assert!(verifier.is_ready().await);
}
