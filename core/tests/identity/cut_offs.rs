//! What other services hear of tokens that end before their time, by the feed alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use eop_contract::fixture::{at_s, id, user};
use eop_core::identity::command::{Lock, ResetPassword, SetRoles};
use eop_core::identity::model::{Account, LinkPurpose};
use eop_core::identity::port::{LONGEST_TOKEN_LIFE, TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::identity::service::{CutOff, CutOffVerifier, CutOffs, Hearing, Tokens};
use eop_core::kernel::actor::{Origin, Principal, Role};
use eop_core::kernel::bus::EventPublisher;
use eop_core::kernel::commit::Version;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::SessionId;
use eop_memory::{MemoryBus, PlainTokens};
use futures::FutureExt;
use rstest::rstest;
use serde_json::json;

use crate::support::{House, NEW_PASSWORD, PASSWORD, a_house, as_actor, in_session, secret};

const ALICE: &str = "alice@example.com";
const ADA: &str = "ada@example.com";

/// Another service, which hears what is published.
struct Elsewhere {
    bus: Arc<MemoryBus>,
    published: AtomicUsize,
    hearing: Hearing,
    cut_offs: Arc<CutOffs>,
    verifier: CutOffVerifier,
}

impl Elsewhere {
    fn over(bus: Arc<MemoryBus>) -> Self {
        let cut_offs = Arc::new(CutOffs::default());
        let hearing = Hearing::new(bus.feed(Topic::Identity, at_s(-3600)), cut_offs.clone());
        let verifier = CutOffVerifier::new(Arc::new(PlainTokens::new()), cut_offs.clone());
        Self { bus, published: AtomicUsize::new(0), hearing, cut_offs, verifier }
    }

    /// Hears everything that the house has told. Gives how many cut-offs were news.
    async fn hears(&self, house: &House) -> usize {
        let events = house.database.events();
        let new = events[self.published.swap(events.len(), Ordering::SeqCst)..].to_vec();
        assert!(self.bus.publish(new).await.iter().all(Result::is_ok));
        self.steps().await
    }

    async fn steps(&self) -> usize {
        let mut news = 0;
        loop {
            let step = self.hearing.step(Duration::ZERO).await.unwrap();
            news += step.cut.len();
            if step.is_current {
                return news;
            }
        }
    }

    async fn says(&self, tokens: &Tokens) -> Option<TokenRefused> {
        self.verifier.verify(&tokens.access.token, at_s(0)).await.err()
    }
}

/// A way in which tokens end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    LogOut,
    EndOne,
    EndOthers,
    NewPassword,
    ForgottenPassword,
    Lock,
    Roles,
    Reuse,
}

/// Does it, by the session `mine` where somebody must be signed in, to `other` or to all.
async fn go(way: Way, house: &House, alice: &Account, (mine, other): (&Tokens, &Tokens)) {
    let me = in_session(alice, mine);
    let ada = as_actor(&house.account(ADA).await);
    let users = &house.users;
    match way {
        Way::LogOut => users.log_out(&in_session(alice, other)).await.unwrap(),
        Way::EndOne => users.revoke_session(&me, other.session).await.unwrap(),
        Way::EndOthers => users.revoke_other_sessions(&me).await.unwrap(),
        Way::NewPassword => {
            users.change_password(&me, &secret(PASSWORD), &secret(NEW_PASSWORD)).await.unwrap();
        }
        Way::ForgottenPassword => {
            users.forgot_password(ALICE, Origin::default()).await.unwrap();
            let token = house.mailed(LinkPurpose::ResetPassword).pop().unwrap();
            let (password, origin) = (secret(NEW_PASSWORD), Origin::default());
            users.reset_password(ResetPassword { token, password, origin }).await.unwrap();
        }
        Way::Lock => {
            users.lock(&ada, &Lock { user: alice.id, until: None }).await.unwrap();
        }
        Way::Roles => {
            let roles = vec!["customer".to_owned(), "auditor".to_owned()];
            users.set_roles(&ada, &SetRoles { user: alice.id, roles, if_match: None }).await.unwrap();
        }
        Way::Reuse => {
            house.refresh(&other.refresh).await.unwrap();
            house.clock.advance(Duration::from_mins(2));
            house.refresh(&other.refresh).await.unwrap_err();
        }
    }
}

#[rstest]
#[case(Way::LogOut, None, Some(TokenRefused::Ended))]
#[case(Way::EndOne, None, Some(TokenRefused::Ended))]
#[case(Way::EndOthers, None, Some(TokenRefused::Superseded))]
#[case(Way::NewPassword, None, Some(TokenRefused::Superseded))]
#[case(Way::ForgottenPassword, Some(TokenRefused::Superseded), Some(TokenRefused::Superseded))]
#[case(Way::Lock, Some(TokenRefused::Superseded), Some(TokenRefused::Superseded))]
#[case(Way::Roles, Some(TokenRefused::Superseded), Some(TokenRefused::Superseded))]
#[case(Way::Reuse, None, Some(TokenRefused::Ended))]
#[tokio::test]
async fn what_ends_a_token_ends_it_in_every_service(
    #[case] way: Way,
    #[case] mine_then: Option<TokenRefused>,
    #[case] other_then: Option<TokenRefused>,
) {
    let house = a_house().await;
    house.with(ADA, &[Role::ADMIN]).await;
    let alice = house.with(ALICE, &[Role::CUSTOMER]).await;
    let mine = house.log_in(ALICE, PASSWORD).await.unwrap();
    let other = house.log_in(ALICE, PASSWORD).await.unwrap();
    let ada = house.log_in(ADA, PASSWORD).await.unwrap();
    let elsewhere = Elsewhere::over(MemoryBus::new());
    elsewhere.hears(&house).await;
    for tokens in [&mine, &other, &ada] {
        assert_eq!(elsewhere.says(tokens).await, None, "{way:?}: nothing happened yet");
    }

    go(way, &house, &alice, (&mine, &other)).await;
    assert_eq!(elsewhere.hears(&house).await, 1, "{way:?}: what is told twice is news once");
    assert_eq!(elsewhere.says(&mine).await, mine_then, "{way:?}: mine");
    assert_eq!(elsewhere.says(&other).await, other_then, "{way:?}: the other");
    assert_eq!(elsewhere.says(&ada).await, None, "{way:?}: somebody else's");
    if way != Way::Roles {
        let standing = house.verifier();
        for (tokens, then) in [(&mine, &mine_then), (&other, &other_then)] {
            let there = standing.verify(&tokens.access.token, at_s(0)).await;
            assert_eq!(there.is_err(), then.is_some(), "{way:?}: the service that holds the sessions");
        }
    }

    // The clock stands still: whoever signs in or refreshes at the same moment has a token that is good at once.
    let bob = as_actor(&house.account(ADA).await);
    house.users.unlock(&bob, alice.id).await.unwrap();
    let password =
        if matches!(way, Way::NewPassword | Way::ForgottenPassword) { NEW_PASSWORD } else { PASSWORD };
    let anew = house.log_in(ALICE, password).await.unwrap();
    elsewhere.hears(&house).await;
    assert_eq!(elsewhere.says(&anew).await, None, "{way:?}: a later session");
    if mine_then.is_none() || way == Way::Roles {
        let refreshed = house.refresh(&mine.refresh).await.unwrap();
        assert_eq!(elsewhere.says(&refreshed).await, None, "{way:?}: refreshed");
    }

    // A process that starts now hears the same of the recent past, and hearing it again changes nothing.
    let later = Elsewhere::over(elsewhere.bus.clone());
    assert_eq!(later.steps().await, 1);
    assert_eq!(later.says(&mine).await, mine_then, "{way:?}");
    assert_eq!(later.says(&other).await, other_then, "{way:?}");
    assert_eq!(later.says(&anew).await, None, "{way:?}");
}

/// A token of user 1 in a session, issued at 100 s.
fn token(session: u64, version: Option<u64>) -> VerifiedToken {
    VerifiedToken {
        principal: Principal::User(user(1)),
        roles: vec![Role::CUSTOMER],
        session: Some(SessionId(id(session))),
        account_version: version.map(Version),
        issued_at: at_s(100),
        expires_at: at_s(700),
    }
}

fn of_account(before: u64, kept: Option<u64>) -> CutOff {
    CutOff::Account { account: user(1), before: Version(before), kept: kept.map(|kept| SessionId(id(kept))) }
}

#[test]
fn cut_offs_may_come_in_any_order() {
    let cuts = [of_account(3, None), of_account(5, Some(7)), of_account(4, Some(8)), of_account(5, Some(7))];
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]];
    for order in orders {
        let cut_offs = CutOffs::default();
        for index in order {
            cut_offs.cut(cuts[index], at_s(100));
        }
        for (session, version, is_good) in [
            (7, 2, false),
            (7, 3, false),
            (7, 4, true),
            (7, 5, true),
            (8, 4, false),
            (9, 4, false),
            (9, 5, true),
        ] {
            let judged = cut_offs.judge(&token(session, Some(version)));
            let expected = if is_good { Ok(()) } else { Err(TokenRefused::Superseded) };
            assert_eq!(judged, expected, "session {session}, version {version}, order {order:?}");
        }
    }
}

#[test]
fn a_token_that_says_no_version_is_judged_by_when_it_was_issued() {
    let cut_offs = CutOffs::default();
    cut_offs.cut(of_account(5, Some(7)), at_s(99));
    assert_eq!(cut_offs.judge(&token(9, None)), Ok(()), "it was issued later");
    cut_offs.cut(of_account(6, Some(7)), at_s(100) + Duration::from_millis(300));
    assert_eq!(cut_offs.judge(&token(9, None)), Err(TokenRefused::Superseded), "or in the same second");
    assert_eq!(cut_offs.judge(&token(7, None)), Ok(()), "its session goes on");
    let service =
        VerifiedToken { principal: Principal::Service("order".to_owned()), session: None, ..token(9, None) };
    assert_eq!(cut_offs.judge(&service), Ok(()), "a service is no account");
}

#[test]
fn a_cut_off_is_kept_for_the_longest_life_of_a_token() {
    let cut_offs = CutOffs::default();
    assert!(cut_offs.cut(CutOff::Session(SessionId(id(7))), at_s(0)));
    assert!(!cut_offs.cut(CutOff::Session(SessionId(id(7))), at_s(10)), "that is no news");
    assert!(cut_offs.cut(of_account(5, None), at_s(0)));
    assert!(cut_offs.cut(of_account(6, None), at_s(0)), "it stands for the one before too");
    assert_eq!(cut_offs.held(), 2);
    cut_offs.forget(at_s(0) + LONGEST_TOKEN_LIFE - Duration::from_secs(1));
    assert_eq!(cut_offs.held(), 2);
    cut_offs.forget(at_s(0) + LONGEST_TOKEN_LIFE);
    assert_eq!(cut_offs.held(), 1, "the session was told of later");
    assert_eq!(cut_offs.judge(&token(7, Some(9))), Err(TokenRefused::Ended));
    cut_offs.forget(at_s(10) + LONGEST_TOKEN_LIFE);
    assert_eq!((cut_offs.held(), cut_offs.judge(&token(7, Some(1)))), (0, Ok(())));
}

#[test]
fn whoever_waits_is_woken_by_the_next_cut_off_and_by_no_repetition() {
    let cut_offs = Arc::new(CutOffs::default());
    let verifier = CutOffVerifier::new(Arc::new(PlainTokens::new()), cut_offs.clone());
    let (one, two) = (verifier.withdrawn(), verifier.withdrawn());
    cut_offs.cut(CutOff::Session(SessionId(id(7))), at_s(0));
    assert_eq!((one.now_or_never(), two.now_or_never()), (Some(()), Some(())));
    let next = verifier.withdrawn();
    cut_offs.cut(CutOff::Session(SessionId(id(7))), at_s(0));
    assert_eq!(next.now_or_never(), None);
}

#[tokio::test]
async fn what_cannot_be_read_is_passed_over_and_what_follows_is_heard() {
    let elsewhere = Elsewhere::over(MemoryBus::new());
    elsewhere.bus.append_raw(Topic::Identity, b"nonsense");
    let event = |number, data| Event {
        id: eop_core::kernel::id::EventId(id(number)),
        topic: Topic::Identity,
        kind: "session.revoked.v1".to_owned(),
        key: id(1),
        sequence: 4,
        occurred_at: at_s(0),
        traceparent: None,
        data: EventData::of(&data),
    };
    let told = [
        event(1, json!({ "user": "nobody" })),
        // A later version says more, and may know more reasons.
        event(
            2,
            json!({ "user": { "id": user(1), "rank": 3 }, "session": { "id": id(7), "reason": "moved" } }),
        ),
    ];
    assert!(elsewhere.bus.publish(told.to_vec()).await.iter().all(Result::is_ok));
    let step = elsewhere.hearing.step(Duration::ZERO).await.unwrap();
    assert_eq!((step.cut.len(), step.passed_over, step.is_current), (1, 2, true));
    assert_eq!(elsewhere.cut_offs.judge(&token(7, Some(9))), Err(TokenRefused::Ended));

    elsewhere.bus.set_available(false);
    elsewhere.hearing.step(Duration::ZERO).await.unwrap_err();
    elsewhere.bus.set_available(true);
    assert!(elsewhere.hearing.step(Duration::ZERO).await.unwrap().is_current);
}
