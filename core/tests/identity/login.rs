//! Signing in.

use std::sync::atomic::Ordering;
use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::identity::command::{Lock, LogIn};
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{Account, PasswordHash, Session};
use eop_core::identity::port::{IdentityStore, IdentityWrite, PasswordHasher};
use eop_core::kernel::actor::{Origin, Principal, Role};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_memory::PlainHasher;

use crate::support::{
    House, PASSWORD, a_house, a_house_without_keys, as_actor, from, logging_in, registering,
};

const ALICE: &str = "alice@example.com";

async fn a_house_with_alice() -> House {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    house
}

#[tokio::test]
async fn signing_in_opens_a_session() {
    let house = a_house_with_alice().await;
    let account = house.account(ALICE).await;
    let origin = Origin { user_agent: Some("Firefox".to_owned()), ..from(7) };
    let tokens =
        house.users.log_in(LogIn { origin, ..logging_in(" ALICE@example.com", PASSWORD) }).await.unwrap();

    let session = house.session(&tokens).await;
    assert_eq!(session.account, account.id);
    assert_eq!(session.current, house.secrets().hash(&tokens.refresh));
    assert_eq!((session.device.as_deref(), session.ip.as_deref()), (Some("Firefox"), Some("192.0.7.2")));
    assert_eq!(
        (session.idle_until, session.expires_at),
        (at_s(0) + Session::IDLE, at_s(0) + Session::LIFETIME)
    );
    assert_eq!(tokens.refresh_until, session.idle_until);
    let read = house.read(&tokens).await;
    assert_eq!((read.principal, read.session), (Principal::User(account.id), Some(session.id)));
    assert_eq!(read.roles, [Role::CUSTOMER]);
    assert_eq!(house.last("session.opened.v1").session.unwrap().id, session.id);
    assert_eq!(house.audited().last().unwrap(), "session.open done");
    assert!(!format!("{tokens:?}").contains(&tokens.refresh), "tokens are never printed");
}

#[tokio::test]
async fn unknown_wrong_unverified_and_locked_get_one_answer_after_the_same_work() {
    let house = a_house_with_alice().await;
    house.users.register(registering("pending@example.com")).await.unwrap();
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    let locked = house.with("locked@example.com", &[Role::CUSTOMER]).await;
    house.users.lock(&as_actor(&admin), &Lock { user: locked.id, until: None }).await.unwrap();
    let told = house.told();

    let mut answers = Vec::new();
    for (address, password) in [
        ("nobody@example.com", PASSWORD),
        ("no address", PASSWORD),
        (ALICE, "wrong"),
        ("locked@example.com", PASSWORD),
        ("pending@example.com", PASSWORD),
    ] {
        let before = house.hasher.compared.load(Ordering::SeqCst);
        let refused = house.log_in(address, password).await.unwrap_err();
        assert_eq!(house.hasher.compared.load(Ordering::SeqCst), before + 1, "{address}");
        answers.push((refused.kind(), refused.code(), refused.to_string()));
    }
    assert_eq!(answers[0].0, ErrorKind::Unauthenticated);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(house.told(), told);
}

#[tokio::test]
async fn a_lock_that_is_over_keeps_nobody_out() {
    let house = a_house_with_alice().await;
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    let user = house.account(ALICE).await.id;
    house.users.lock(&as_actor(&admin), &Lock { user, until: Some(at_s(3600)) }).await.unwrap();
    house.clock.advance(Duration::from_secs(3599));
    house.log_in(ALICE, PASSWORD).await.unwrap_err();
    house.clock.advance(Duration::from_secs(1));
    house.log_in(ALICE, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_account_is_tried_only_so_often_whether_or_not_it_exists() {
    for address in [ALICE, "nobody@example.com", "no address"] {
        let house = a_house_with_alice().await;
        for _ in 0..20 {
            let refused = house.log_in(address, "wrong").await.unwrap_err();
            assert!(matches!(refused, IdentityError::BadCredentials), "{refused:?}");
        }
        house.clock.advance(Duration::from_millis(1500));
        let refused = house.log_in(address, PASSWORD).await.unwrap_err();
        assert_eq!((refused.kind(), refused.retry_after_s()), (ErrorKind::Limited, Some(899)), "{address}");
    }
}

#[tokio::test]
async fn nobody_is_kept_out_for_ever_and_others_not_at_all() {
    let house = a_house_with_alice().await;
    house.with("bob@example.com", &[Role::CUSTOMER]).await;
    for _ in 0..50 {
        house.log_in(ALICE, "wrong").await.unwrap_err();
    }
    house.log_in("bob@example.com", PASSWORD).await.unwrap();
    house.clock.advance(Duration::from_mins(15));
    house.log_in(ALICE, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_success_forgets_the_failures_before_it() {
    let house = a_house_with_alice().await;
    for _ in 0..5 {
        for _ in 0..19 {
            house.log_in(ALICE, "wrong").await.unwrap_err();
        }
        house.log_in(ALICE, PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn one_address_of_origin_tries_only_so_often() {
    let house = a_house().await;
    let command =
        |n: u32, ip| LogIn { origin: from(ip), ..logging_in(&format!("user{n}@example.com"), "guess") };
    for n in 0..300 {
        let refused = house.users.log_in(command(n, 1)).await.unwrap_err();
        assert!(matches!(refused, IdentityError::BadCredentials), "{refused:?}");
    }
    let refused = house.users.log_in(command(300, 1)).await.unwrap_err();
    assert!(matches!(refused, IdentityError::TooManyTries(_)), "{refused:?}");
    let refused = house.users.log_in(command(300, 2)).await.unwrap_err();
    assert!(matches!(refused, IdentityError::BadCredentials), "{refused:?}");
}

/// Gives alice the hash of an older kind.
async fn aged(house: &House) -> Account {
    let account = house.account(ALICE).await;
    let old = account.changed(at_s(0), |account| account.password = PlainHasher::outdated(PASSWORD));
    let write = IdentityWrite::UpdateAccount { account: old.clone(), from: account.version };
    house.database.commit(Commit::of(vec![write])).await.unwrap();
    old
}

#[tokio::test]
async fn an_outdated_hash_is_replaced_at_the_next_sign_in() {
    let house = a_house_with_alice().await;
    let old = aged(&house).await;
    house.log_in(ALICE, "wrong").await.unwrap_err();
    assert_eq!(house.account(ALICE).await, old, "not by a wrong password");

    house.log_in(ALICE, PASSWORD).await.unwrap();
    let account = house.account(ALICE).await;
    assert_eq!(account.password, PlainHasher.hash(PASSWORD, None).await.unwrap());
    assert_eq!(account.version, old.version.next());
    assert_eq!(house.audited().last().unwrap(), "password.rehash done");
    assert!(!house.told().contains(&"user.password_changed.v1".to_owned()), "it is the same password");

    house.log_in(ALICE, PASSWORD).await.unwrap();
    assert_eq!(house.account(ALICE).await.version, account.version);
}

#[tokio::test]
async fn too_many_at_once_are_told_to_come_back() {
    let house = a_house_with_alice().await;
    house.hasher.busy.store(true, Ordering::SeqCst);
    let refused = house.log_in(ALICE, PASSWORD).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unavailable, "identity.busy"));
    assert_eq!(refused.retry_after_s(), Some(1));
}

#[tokio::test]
async fn without_a_key_nobody_is_signed_in_and_no_session_is_left_behind() {
    let house = a_house_without_keys();
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let refused = house.log_in(ALICE, PASSWORD).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unavailable, "identity.no_signing_key"));
    assert!(!house.told().contains(&"session.opened.v1".to_owned()));
}

/// Sixty networks make no more tries at one account than the limit for all of them.
#[tokio::test]
async fn strangers_together_try_an_account_only_so_often_and_its_owner_does_not_feel_it() {
    for address in [ALICE, "nobody@example.com"] {
        let house = a_house_with_alice().await;
        let home = from(200);
        let at_home = |password| LogIn { origin: home.clone(), ..logging_in(ALICE, password) };
        house.users.log_in(at_home(PASSWORD)).await.unwrap();
        let guess = |n| LogIn { origin: from(n), ..logging_in(address, "guess") };
        let mut tried = 0;
        for n in 0..60 {
            for _ in 0..3 {
                match house.users.log_in(guess(n)).await.unwrap_err() {
                    IdentityError::BadCredentials => tried += 1,
                    error => assert_eq!(error.kind(), ErrorKind::Limited),
                }
            }
        }
        assert_eq!(tried, 100, "{address}");
        house.users.log_in(at_home(PASSWORD)).await.unwrap();
        let elsewhere = || LogIn { origin: from(201), ..logging_in(ALICE, PASSWORD) };
        assert_eq!(house.users.log_in(elsewhere()).await.is_ok(), address != ALICE);
        house.clock.advance(Duration::from_hours(1));
        house.users.log_in(elsewhere()).await.unwrap();
    }
}

#[tokio::test]
async fn one_network_alone_does_not_use_up_the_tries_of_all() {
    let house = a_house_with_alice().await;
    for _ in 0..500 {
        let guess = LogIn { origin: from(1), ..logging_in(ALICE, "guess") };
        house.users.log_in(guess).await.unwrap_err();
    }
    house.users.log_in(LogIn { origin: from(2), ..logging_in(ALICE, PASSWORD) }).await.unwrap();
}

/// An office behind one address signs in on Monday morning.
#[tokio::test]
async fn successes_do_not_count() {
    let house = a_house_with_alice().await;
    for _ in 0..400 {
        house.users.log_in(LogIn { origin: from(1), ..logging_in(ALICE, PASSWORD) }).await.unwrap();
    }
}

#[tokio::test]
async fn at_start_the_hashes_of_other_systems_are_learned() {
    let house = a_house_with_alice().await;
    house.users.learn_password_hashes().await.unwrap();
    assert_eq!(*house.hasher.expected.lock().unwrap(), []);
    let account = house.account(ALICE).await;
    let hash = PasswordHash("$2a$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned());
    let old = account.changed(at_s(0), |account| account.password.clone_from(&hash));
    let write = IdentityWrite::UpdateAccount { account: old, from: account.version };
    house.database.commit(Commit::of(vec![write])).await.unwrap();
    house.users.learn_password_hashes().await.unwrap();
    assert_eq!(*house.hasher.expected.lock().unwrap(), [hash]);
}

/// However it came to it: it is for services, and gives no person anything.
#[tokio::test]
async fn the_role_of_services_is_in_no_token_of_a_person() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER, Role::SERVICE]).await;
    let tokens = house.log_in(ALICE, PASSWORD).await.unwrap();
    assert_eq!(house.read(&tokens).await.roles, [Role::CUSTOMER]);
    let refreshed = house.refresh(&tokens.refresh).await.unwrap();
    assert_eq!(house.read(&refreshed).await.roles, [Role::CUSTOMER]);
}

#[tokio::test]
async fn a_sign_in_from_another_device_is_news_but_the_first_one_is_not() {
    let house = a_house_with_alice().await;
    let mut news = Vec::new();
    for device in ["Firefox", "Firefox", "curl", "Firefox"] {
        let origin = Origin { user_agent: Some(device.to_owned()), ..Origin::default() };
        house.users.log_in(LogIn { origin, ..logging_in(ALICE, PASSWORD) }).await.unwrap();
        news.push(house.last("session.opened.v1").session.unwrap().new_device);
    }
    assert_eq!(news, [false, false, true, false]);
}
