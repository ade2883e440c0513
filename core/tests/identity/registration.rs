//! Registering: what is known of an address decides what happens, and nobody learns it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_contract::fixture::{a_session, at_s};
use eop_core::identity::command::{Register, Secret};
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{
    Account, AccountState, AdminRoster, Link, LinkPurpose, Session, SigningKey, TokenHash, TokenOwner,
};
use eop_core::identity::port::{IdentityStore, IdentityWrite};
use eop_core::identity::service::IdentityLimits;
use eop_core::kernel::actor::{Origin, Role};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use eop_core::kernel::id::{SessionId, UserId};
use eop_core::kernel::throttle::Limit;
use eop_memory::MemoryIdentity;
use rstest::rstest;

use crate::support::{House, NEW_PASSWORD, PASSWORD, a_house, fields, from, logging_in, registering, secret};

const ALICE: &str = "alice@example.com";

#[tokio::test]
async fn a_new_account_waits_for_its_address_to_be_verified() {
    let house = a_house().await;
    let command = Register {
        locale: Some("de-AT".to_owned()),
        time_zone: Some("Europe/Vienna".to_owned()),
        ..registering(" Alice@Example.com ")
    };
    house.users.register(command).await.unwrap();

    let account = house.account("alice@example.com").await;
    assert_eq!((account.state, account.verified_at), (AccountState::Pending, None));
    assert_eq!(account.roles, BTreeSet::from([Role::CUSTOMER]));
    assert_eq!((&*account.locale, &*account.time_zone), ("de-AT", "Europe/Vienna"));
    assert_eq!((account.version.0, account.created_at), (1, at_s(0)));
    assert_eq!(house.told(), ["user.registered.v1", "link.requested.v1"]);
    assert_eq!(house.audited().last().unwrap(), "account.register done");
    assert_eq!(house.mailed(LinkPurpose::VerifyEmail).len(), 1);
}

#[tokio::test]
async fn a_link_is_never_in_clear_in_an_event_nor_in_the_audit_log() {
    let house = a_house().await;
    house.users.register(registering("alice@example.com")).await.unwrap();
    let token = &house.mailed(LinkPurpose::VerifyEmail)[0].0;
    let written = format!("{:?} {:?}", house.database.events(), house.database.audit());
    assert!(!written.contains(token), "{written}");
    assert!(!written.contains(PASSWORD), "{written}");
}

#[rstest]
#[case::short("7 chars", "length")]
#[case::long(&"x".repeat(201), "length")]
#[case::common("password", "weak")]
#[case::with_the_name("my name is alice", "weak")]
#[case::with_the_address("wonderland rabbit hole", "weak")]
#[tokio::test]
async fn a_bad_password_is_refused(#[case] password: &str, #[case] code: &'static str) {
    let house = a_house().await;
    let command = Register { password: secret(password), ..registering("alice.wonderland@example.com") };
    let refused = house.users.register(command).await.unwrap_err();
    assert_eq!(fields(&refused), [("/password", code)]);
    assert_eq!(house.told(), Vec::<String>::new());
}

#[tokio::test]
async fn all_refused_values_are_told_at_once() {
    let house = a_house().await;
    let command = Register { name: String::new(), ..registering("nobody") };
    let refused = house.users.register(command).await.unwrap_err();
    assert_eq!(fields(&refused), [("/name", "length"), ("/email", "email")]);
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Invalid, "identity.invalid"));
}

async fn verify(house: &House, link: &Secret) -> Result<(), IdentityError> {
    house.users.verify_email(link, Origin::default()).await
}

/// Somebody registers my address first; then I do. Only my mailbox gets links, and only the newest of them counts.
#[tokio::test]
async fn nobody_takes_an_address_over_by_registering_it_first() {
    let house = a_house().await;
    let theirs =
        Register { name: "Mallory".to_owned(), password: secret(NEW_PASSWORD), ..registering(ALICE) };
    house.users.register(theirs).await.unwrap();
    house.users.register(registering("ALICE@example.com")).await.unwrap();
    let links = house.mailed(LinkPurpose::VerifyEmail);
    let old = verify(&house, &links[0]).await.unwrap_err();
    assert!(matches!(old, IdentityError::LinkRefused), "{old:?}");
    verify(&house, &links[1]).await.unwrap();

    let account = house.account(ALICE).await;
    assert_eq!((&*account.name, account.state), ("Alice Example", AccountState::Active));
    house.log_in(ALICE, PASSWORD).await.unwrap();
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap_err();
    assert!(house.audited().contains(&"account.register_again done".to_owned()));
    assert_eq!(house.last("user.updated.v1").user.name, "Alice Example");
}

/// I register; then somebody else does. My link verifies nothing of theirs.
#[tokio::test]
async fn nobody_slips_their_password_under_a_link_that_was_mailed_before() {
    let house = a_house().await;
    house.users.register(registering(ALICE)).await.unwrap();
    let theirs = Register { password: secret(NEW_PASSWORD), origin: from(66), ..registering(ALICE) };
    house.users.register(theirs).await.unwrap();
    let mine = house.mailed(LinkPurpose::VerifyEmail).remove(0);
    let refused = verify(&house, &mine).await.unwrap_err();
    assert!(matches!(refused, IdentityError::LinkRefused), "{refused:?}");
    assert_eq!(house.account(ALICE).await.verified_at, None);
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap_err();
}

/// An older version let people sign in before: such a session is not the owner's.
#[tokio::test]
async fn verification_ends_the_sessions_that_were_before_it() {
    let house = a_house().await;
    house.users.register(registering(ALICE)).await.unwrap();
    let session = a_session().of(house.account(ALICE).await.id).build();
    let open = IdentityWrite::InsertSession(session.clone());
    house.database.commit(Commit::of(vec![open])).await.unwrap();
    verify(&house, &house.mailed(LinkPurpose::VerifyEmail)[0]).await.unwrap();
    assert!(house.database.find_session(session.id).await.unwrap().unwrap().revoked.is_some());
    assert!(house.told().ends_with(&["user.verified.v1".to_owned(), "session.revoked.v1".to_owned()]));
}

#[tokio::test]
async fn the_owner_of_an_account_is_told_that_somebody_registered_their_address() {
    let house = a_house().await;
    let before = house.with(ALICE, &[Role::CUSTOMER]).await;
    let stranger =
        Register { name: "Mallory".to_owned(), password: secret(NEW_PASSWORD), ..registering(ALICE) };
    house.users.register(stranger).await.unwrap();
    assert_eq!(house.account(ALICE).await, before);
    house.log_in(ALICE, NEW_PASSWORD).await.unwrap_err();
    let told = house.last("link.requested.v1");
    let link = told.link.unwrap();
    assert_eq!((&*link.purpose, link.registered_again), ("reset_password", true));
    assert_eq!(told.user.name, "Somebody", "nothing that the stranger typed");
    assert_eq!(house.mailed(LinkPurpose::ResetPassword).len(), 1);
    assert_eq!(house.audited().last().unwrap(), "account.register_in_vain done");
}

/// Counts what is asked of the store.
struct Counted {
    database: Arc<MemoryIdentity>,
    reads: AtomicU64,
    commits: AtomicU64,
}

impl Counted {
    fn read(&self) -> &MemoryIdentity {
        self.reads.fetch_add(1, Ordering::SeqCst);
        &self.database
    }
}

#[async_trait]
impl IdentityStore for Counted {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        self.read().find_account(id).await
    }
    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.read().find_account_by_email(email).await
    }
    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.read().find_session(id).await
    }
    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        self.read().find_session_by_token(token).await
    }
    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        self.read().find_link(purpose, token).await
    }
    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        self.read().admin_roster().await
    }
    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        self.read().signing_keys().await
    }
    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        self.commits.fetch_add(1, Ordering::SeqCst);
        self.database.commit(commit).await
    }
}

/// Reads, commits and hashes of one public request of each kind for `address`.
async fn work(house: &House, address: &str) -> Vec<[u64; 3]> {
    let store = Arc::new(Counted {
        database: house.database.clone(),
        reads: AtomicU64::new(0),
        commits: AtomicU64::new(0),
    });
    let users = house.through(store.clone());
    let done = || {
        let hashed =
            house.hasher.hashed.load(Ordering::SeqCst) + house.hasher.compared.load(Ordering::SeqCst);
        [store.reads.load(Ordering::SeqCst), store.commits.load(Ordering::SeqCst), hashed]
    };
    let mut work = Vec::new();
    let mut before = done();
    for request in 0..4 {
        match request {
            0 => users.register(registering(address)).await.unwrap(),
            1 => drop(users.log_in(logging_in(address, "wrong")).await.unwrap_err()),
            2 => users.forgot_password(address, Origin::default()).await.unwrap(),
            _ => users.resend_verification(address, Origin::default()).await.unwrap(),
        }
        let after = done();
        work.push([0, 1, 2].map(|place| after[place] - before[place]));
        before = after;
    }
    work
}

#[tokio::test]
async fn nobody_learns_from_the_work_whether_an_address_is_known() {
    let house = a_house().await;
    house.users.register(registering("pending@example.com")).await.unwrap();
    house.with("known@example.com", &[Role::CUSTOMER]).await;
    let expected = [[1, 1, 1], [1, 0, 1], [1, 1, 0], [1, 1, 0]];
    for address in ["new@example.com", "pending@example.com", "known@example.com"] {
        assert_eq!(work(&house, address).await, expected, "{address}");
    }
}

#[tokio::test]
async fn one_network_registers_only_so_often() {
    let house = a_house().await;
    let command =
        |n: u32, network| Register { origin: from(network), ..registering(&format!("user{n}@example.com")) };
    for n in 0..100 {
        house.users.register(command(n, 1)).await.unwrap();
    }
    let refused = house.users.register(command(100, 1)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Limited, "identity.too_many_tries"));
    assert_eq!(refused.retry_after_s(), Some(3600));
    house.users.register(command(100, 2)).await.unwrap();

    let open = a_house()
        .await
        .within(&IdentityLimits { registrations_per_network: None, ..IdentityLimits::default() });
    for n in 0..101 {
        open.users.register(command(n, 1)).await.unwrap();
    }
}

/// Of all mails to an address, whatever asks for them. Whoever asks is told, known address or not.
#[tokio::test]
async fn an_address_is_mailed_only_so_often_a_day() {
    for known in [true, false] {
        let house = a_house().await;
        if known {
            house.with(ALICE, &[Role::CUSTOMER]).await;
        }
        let forget = |n| house.users.forgot_password(ALICE, from(n));
        for n in 0..8 {
            forget(n).await.unwrap();
        }
        house.users.register(Register { origin: from(8), ..registering(ALICE) }).await.unwrap();
        house.users.resend_verification(ALICE, from(9)).await.unwrap();
        let refused = forget(10).await.unwrap_err();
        assert_eq!(
            (refused.kind(), refused.retry_after_s()),
            (ErrorKind::Limited, Some(24 * 3600)),
            "{known}"
        );
        let again = Register { origin: from(11), ..registering(ALICE) };
        assert_eq!(house.users.register(again).await.unwrap_err().kind(), ErrorKind::Limited);
        house.clock.advance(Duration::from_hours(24));
        forget(10).await.unwrap();
    }
}

#[tokio::test]
async fn an_owner_gets_their_link_however_many_strangers_ask_for_one() {
    let house = a_house().await;
    house.with(ALICE, &[Role::CUSTOMER]).await;
    let home = from(200);
    let sign_in = eop_core::identity::command::LogIn { origin: home.clone(), ..logging_in(ALICE, PASSWORD) };
    house.users.log_in(sign_in).await.unwrap();
    for n in 0..60 {
        let _ = house.users.forgot_password(ALICE, from(n)).await;
    }
    house.users.forgot_password(ALICE, home.clone()).await.unwrap();
    let mine = house.mailed(LinkPurpose::ResetPassword).pop().unwrap();
    for n in 60..90 {
        let _ = house.users.forgot_password(ALICE, from(n)).await;
    }
    let reset = eop_core::identity::command::ResetPassword {
        token: mine,
        password: secret(NEW_PASSWORD),
        origin: home,
    };
    house.users.reset_password(reset).await.unwrap();
}

#[tokio::test]
async fn one_network_asks_for_only_so_many_mails() {
    let house = a_house().await;
    let ask = |n: u32| {
        let users = house.users.clone();
        async move { users.forgot_password(&format!("user{n}@example.com"), from(1)).await }
    };
    for n in 0..30 {
        ask(n).await.unwrap();
    }
    let refused = ask(30).await.unwrap_err();
    assert_eq!((refused.kind(), refused.retry_after_s()), (ErrorKind::Limited, Some(600)));
    let limits = IdentityLimits {
        mails_per_network: Limit { max: 1, window: Duration::from_secs(1) },
        ..IdentityLimits::default()
    };
    let strict = a_house().await.within(&limits);
    strict.users.resend_verification("a@example.com", from(1)).await.unwrap();
    strict.users.forgot_password("b@example.com", from(1)).await.unwrap_err();
}
