//! Many at once: one wins, and the others are told what is true now.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use eop_contract::fixture::{at_once, at_s};
use eop_core::identity::command::{Register, ResetPassword, SetRoles};
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{
    Account, AccountState, AdminRoster, Link, LinkPurpose, PasswordHash, RevocationReason, Session,
    SigningKey, TokenHash, TokenOwner,
};
use eop_core::identity::port::{IdentityQueries, IdentityStore, IdentityWrite};
use eop_core::identity::service::IdentityService;
use eop_core::kernel::actor::{Origin, Role};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{SessionId, UserId};
use eop_memory::{MemoryIdentity, PlainHasher};
use tokio::sync::Barrier;

use crate::support::{
    House, NEW_PASSWORD, PASSWORD, a_house, a_house_without_keys, as_actor, from, logging_in, registering,
    secret,
};

const ALICE: &str = "alice@example.com";

/// A store whose first writers all get to decide before any of them writes: the worst of all interleavings. Before the
/// first write, `first` may write something of its own.
struct Together {
    database: Arc<MemoryIdentity>,
    barrier: Barrier,
    writers: usize,
    seen: AtomicUsize,
    first: Mutex<Option<IdentityWrite>>,
    /// What somebody else writes before the first account is read.
    between: Mutex<Option<IdentityWrite>>,
}

/// The users of `house` through a store before which `writers` people are about to write at once.
fn contended(house: &House, writers: usize) -> Arc<IdentityService> {
    house.through(together(house, writers, None))
}

/// The users of `house`, where somebody else makes one write before their first one.
fn overtaken(house: &House, first: IdentityWrite) -> Arc<IdentityService> {
    house.through(together(house, 1, Some(first)))
}

fn together(house: &House, writers: usize, first: Option<IdentityWrite>) -> Arc<Together> {
    Arc::new(Together {
        database: house.database.clone(),
        barrier: Barrier::new(writers),
        writers,
        seen: AtomicUsize::new(0),
        first: Mutex::new(first),
        between: Mutex::new(None),
    })
}

#[async_trait]
impl IdentityStore for Together {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        let between = self.between.lock().unwrap().take();
        if let Some(write) = between {
            self.database.commit(Commit::of(vec![write])).await.unwrap();
        }
        self.database.find_account(id).await
    }
    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.database.find_account_by_email(email).await
    }
    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.database.find_session(id).await
    }
    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        self.database.find_session_by_token(token).await
    }
    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        self.database.find_link(purpose, token).await
    }
    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        self.database.admin_roster().await
    }
    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        self.database.signing_keys().await
    }
    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        if self.seen.fetch_add(1, Ordering::SeqCst) < self.writers {
            self.barrier.wait().await;
        }
        let first = self.first.lock().unwrap().take();
        if let Some(write) = first {
            self.database.commit(Commit::of(vec![write])).await?;
        }
        self.database.commit(commit).await
    }
}

/// The account that such an exchange reads may be the one of after the end: its token would look like one of a later session.
#[tokio::test]
async fn an_exchange_in_its_grace_gives_nothing_when_the_session_ends_meanwhile() {
    let house = a_house().await;
    let alice = house.with(ALICE, &[Role::CUSTOMER]).await;
    let first = house.log_in(ALICE, PASSWORD).await.unwrap();
    house.refresh(&first.refresh).await.unwrap();
    let store = together(&house, 1, None);
    let (account, at, reason) = (alice.id, at_s(0), RevocationReason::PasswordChanged);
    let end = IdentityWrite::RevokeSessions { account, except: None, reason, at };
    *store.between.lock().unwrap() = Some(end);
    let refused = house.through(store).refresh(&secret(&first.refresh), &Origin::default()).await;
    assert!(matches!(refused, Err(IdentityError::RefreshRefused)), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_50_refreshes_of_one_token_all_get_the_one_successor() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let first = house.log_in(ALICE, PASSWORD).await.unwrap();
    let users = contended(&house, 50);
    let results = at_once((0..50).map(|_| {
        let (users, token) = (users.clone(), secret(&first.refresh));
        async move { users.refresh(&token, &Origin::default()).await.unwrap() }
    }))
    .await;
    assert!(results.iter().all(|tokens| tokens.refresh == results[0].refresh));
    let session = house.session(&first).await;
    assert_eq!((session.version.0, session.revoked), (2, None));
    house.refresh(&results[0].refresh).await.unwrap();
}

/// The thief presents an old token while its owner exchanges the newest: the session must end all the same.
#[tokio::test]
async fn a_reuse_ends_the_session_although_the_newest_token_is_exchanged_meanwhile() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let first = house.log_in(ALICE, PASSWORD).await.unwrap();
    let second = house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_mins(5));

    let session = house.session(&first).await;
    let third = house.secrets().successor(session.id, &second.refresh);
    let exchanged = session.rotated(house.secrets().hash(&third), session.last_seen_at, None);
    let meanwhile = IdentityWrite::UpdateSession { session: exchanged, from: session.version };
    let users = overtaken(&house, meanwhile);
    let refused = users.refresh(&secret(&first.refresh), &Origin::default()).await.unwrap_err();
    assert!(matches!(refused, IdentityError::RefreshRefused), "{refused:?}");

    let ended = house.session(&first).await.revoked.expect("the session has ended");
    assert_eq!(ended.reason, RevocationReason::TokenReused);
    assert_eq!(house.told().iter().filter(|kind| *kind == "session.reuse_detected.v1").count(), 1);
    house.refresh(&third).await.unwrap_err();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reuse_by_many_at_once_is_told_once() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let first = house.log_in(ALICE, PASSWORD).await.unwrap();
    house.refresh(&first.refresh).await.unwrap();
    house.clock.advance(Duration::from_mins(5));
    let users = contended(&house, 20);
    let results = at_once((0..20).map(|_| {
        let (users, token) = (users.clone(), secret(&first.refresh));
        async move { users.refresh(&token, &Origin::default()).await }
    }))
    .await;
    assert!(results.iter().all(|result| matches!(result, Err(IdentityError::RefreshRefused))));
    assert_eq!(house.told().iter().filter(|kind| *kind == "session.reuse_detected.v1").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_administrators_who_demote_each_other_one_stays() {
    let house = a_house().await;
    let one = house.with("one@example.com", &[Role::ADMIN]).await;
    let two = house.with("two@example.com", &[Role::ADMIN]).await;
    let users = contended(&house, 2);
    let results = at_once([(one.clone(), two.id), (two, one.id)].map(|(by, user)| {
        let users = users.clone();
        async move {
            let command = SetRoles { user, roles: vec!["customer".to_owned()], if_match: None };
            users.set_roles(&as_actor(&by), &command).await
        }
    }))
    .await;
    let (done, refused): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 1);
    assert!(matches!(refused[0], Err(IdentityError::LastAdmin)), "{refused:?}");
    assert_eq!(house.database.admin_roster().await.unwrap().members.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_register_one_address_at_once_one_gets_the_account() {
    let house = a_house().await;
    let users = contended(&house, 8);
    let results = at_once((0..8).map(|n| {
        let users = users.clone();
        let command = Register { origin: from(n), ..registering(ALICE) };
        async move { users.register(command).await }
    }))
    .await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(house.told(), ["user.registered.v1", "link.requested.v1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_used_twice_at_once_has_one_effect() {
    let house = a_house().await;
    house.users.register(registering(ALICE)).await.unwrap();
    let link = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    let users = contended(&house, 10);
    let results = at_once((0..10).map(|_| {
        let (users, link) = (users.clone(), link.clone());
        async move { users.verify_email(&link, Origin::default()).await }
    }))
    .await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(house.told().iter().filter(|kind| *kind == "user.verified.v1").count(), 1);

    house.users.forgot_password(ALICE, Origin::default()).await.unwrap();
    let token = house.mailed(LinkPurpose::ResetPassword).remove(0);
    let users = contended(&house, 10);
    let results = at_once((0..10).map(|_| {
        let (users, token) = (users.clone(), token.clone());
        let command = ResetPassword { token, password: secret(NEW_PASSWORD), origin: Origin::default() };
        async move { users.reset_password(command).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert_eq!(house.told().iter().filter(|kind| *kind == "user.password_changed.v1").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_start_at_once_make_one_first_administrator() {
    let house = a_house().await;
    let users = contended(&house, 5);
    let results = at_once((0..5).map(|_| {
        let users = users.clone();
        let command = eop_core::identity::command::EnsureAccount {
            name: "Root".to_owned(),
            email: "root@example.com".to_owned(),
            password: secret(PASSWORD),
            roles: [Role::ADMIN].into(),
        };
        async move { users.ensure_account(command).await.unwrap() }
    }))
    .await;
    assert_eq!(results.iter().filter(|made| **made).count(), 1);
    assert_eq!(house.told(), ["user.registered.v1"]);
}

/// The owner chooses a new password, or an administrator locks the account, while somebody who knows the old password is
/// signing in: no session may be left over.
#[tokio::test]
async fn no_sign_in_outlives_a_new_password_or_a_lock_that_comes_meanwhile() {
    for reason in [RevocationReason::PasswordChanged, RevocationReason::AccountLocked] {
        let house = a_house().await;
        let account = house.with(ALICE, &[Role::CUSTOMER]).await;
        let after = account.changed(account.updated_at, |account| match reason {
            RevocationReason::AccountLocked => account.state = AccountState::Locked { until: None },
            _ => account.password = PasswordHash("plain:another".to_owned()),
        });
        let meanwhile = IdentityWrite::UpdateAccount { account: after, from: account.version };
        let users = overtaken(&house, meanwhile);
        let refused = users.log_in(logging_in(ALICE, PASSWORD)).await.unwrap_err();
        assert!(matches!(refused, IdentityError::BadCredentials), "{refused:?}");
        let sessions = house.database.list_sessions(account.id).await.unwrap();
        let ended: Vec<_> = sessions.iter().map(|session| session.revoked.map(|end| end.reason)).collect();
        assert_eq!(ended, [Some(reason)]);
    }
}

#[tokio::test]
async fn a_hash_that_is_replaced_meanwhile_keeps_nobody_out() {
    let house = a_house().await;
    let account = house.with(ALICE, &[Role::CUSTOMER]).await;
    let outdated =
        account.changed(account.updated_at, |account| account.password = PlainHasher::outdated(PASSWORD));
    let meanwhile = IdentityWrite::UpdateAccount { account: outdated, from: account.version };
    let users = overtaken(&house, meanwhile);
    let tokens = users.log_in(logging_in(ALICE, PASSWORD)).await.unwrap();
    house.refresh(&tokens.refresh).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_start_at_once_sign_with_one_key() {
    let house = a_house_without_keys();
    let store = together(&house, 20, None);
    let instances: Vec<_> = (1..=20).map(|n| house.another_instance(n, store.clone())).collect();
    let started = instances.iter().cloned().map(|one| async move { one.tend_keys().await });
    for result in at_once(started).await {
        result.unwrap();
    }
    assert_eq!(house.database.signing_keys().await.unwrap().len(), 2, "one that signs, and the next one");
    assert!(instances.iter().all(|instance| instance.jwks() == instances[0].jwks()));
    assert_eq!(house.audited(), ["key.create done", "key.create done"]);
}
