//! Seeing and ending one's sessions.

use std::time::Duration;

use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{Account, RevocationReason};
use eop_core::identity::service::Tokens;
use eop_core::kernel::actor::{Actor, Role};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::SessionId;

use crate::support::{House, PASSWORD, a_house, in_session};

const ALICE: &str = "alice@example.com";

async fn signed_in(sessions: usize) -> (House, Account, Vec<Tokens>) {
    let house = a_house().await;
    let alice = house.with(ALICE, &[Role::CUSTOMER]).await;
    let mut tokens = Vec::new();
    for _ in 0..sessions {
        tokens.push(house.log_in(ALICE, PASSWORD).await.unwrap());
        house.clock.advance(Duration::from_secs(1));
    }
    (house, alice, tokens)
}

async fn open(house: &House, actor: &Actor) -> Vec<SessionId> {
    house.users.my_sessions(actor).await.unwrap().into_iter().map(|session| session.id).collect()
}

#[tokio::test]
async fn logging_out_ends_the_session_of_the_request() {
    let (house, alice, tokens) = signed_in(2).await;
    let actor = in_session(&alice, &tokens[0]);
    house.users.log_out(&actor).await.unwrap();
    assert_eq!(house.session(&tokens[0]).await.revoked.unwrap().reason, RevocationReason::LoggedOut);
    house.refresh(&tokens[0].refresh).await.unwrap_err();
    house.refresh(&tokens[1].refresh).await.unwrap();
    let session = house.last("session.revoked.v1").session.unwrap();
    assert_eq!((session.id, session.reason.as_deref()), (tokens[0].session, Some("logged_out")));

    let told = house.told();
    house.users.log_out(&actor).await.unwrap();
    assert_eq!(house.told(), told, "a second time is fine and no news");
}

#[tokio::test]
async fn open_sessions_are_listed_newest_first() {
    let (house, alice, tokens) = signed_in(3).await;
    let actor = in_session(&alice, &tokens[0]);
    house.users.revoke_session(&actor, tokens[1].session).await.unwrap();
    assert_eq!(open(&house, &actor).await, [tokens[2].session, tokens[0].session]);
    house.clock.advance(Duration::from_hours(8 * 24));
    assert_eq!(open(&house, &actor).await, []);
}

#[tokio::test]
async fn one_session_is_ended_from_another() {
    let (house, alice, tokens) = signed_in(2).await;
    let actor = in_session(&alice, &tokens[0]);
    house.users.revoke_session(&actor, tokens[1].session).await.unwrap();
    assert_eq!(house.session(&tokens[1]).await.revoked.unwrap().reason, RevocationReason::RevokedByUser);
    let again = house.users.revoke_session(&actor, tokens[1].session).await.unwrap_err();
    assert!(matches!(again, IdentityError::NotFound), "{again:?}");
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let (house, _, tokens) = signed_in(1).await;
    for role in [Role::CUSTOMER, Role::ADMIN] {
        let other = house.with(&format!("{role}@example.com"), std::slice::from_ref(&role)).await;
        let own = house.log_in(other.email.as_str(), PASSWORD).await.unwrap();
        let actor = in_session(&other, &own);
        let refused = house.users.revoke_session(&actor, tokens[0].session).await.unwrap_err();
        assert!(matches!(refused, IdentityError::NotFound), "{role}: {refused:?}");
        assert_eq!(open(&house, &actor).await, [own.session], "{role}");
    }
    house.refresh(&tokens[0].refresh).await.unwrap();
}

#[tokio::test]
async fn all_other_sessions_are_ended_at_once() {
    let (house, alice, tokens) = signed_in(3).await;
    let bob = house.with("bob@example.com", &[Role::CUSTOMER]).await;
    let of_bob = house.log_in("bob@example.com", PASSWORD).await.unwrap();
    let actor = in_session(&alice, &tokens[1]);
    house.users.revoke_other_sessions(&actor).await.unwrap();
    assert_eq!(open(&house, &actor).await, [tokens[1].session]);
    assert_eq!(open(&house, &in_session(&bob, &of_bob)).await, [of_bob.session]);
    assert_eq!(house.last("session.revoked.v1").user.id, alice.id);
}

#[tokio::test]
async fn without_a_role_there_is_nothing_to_see_or_end() {
    let (house, alice, tokens) = signed_in(1).await;
    let actor = Actor { roles: Vec::new(), ..in_session(&alice, &tokens[0]) };
    let refusals = [
        house.users.my_sessions(&actor).await.unwrap_err(),
        house.users.revoke_session(&actor, tokens[0].session).await.unwrap_err(),
        house.users.revoke_other_sessions(&actor).await.unwrap_err(),
    ];
    for refused in refusals {
        assert_eq!(refused.kind(), ErrorKind::Forbidden, "{refused:?}");
    }
    house.users.log_out(&actor).await.unwrap();
    house.refresh(&tokens[0].refresh).await.unwrap_err();
}
