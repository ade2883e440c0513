//! What every store of identity must do: what is written is there.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::identity::model::{
    Account, AccountState, KeyState, LinkPurpose, Revocation, RevocationReason, Session, SigningKey,
    TokenOwner,
};
use eop_core::identity::port::{IdentityQueries, IdentityStore, IdentityWrite, PolicyStore};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError, Name};
use eop_core::kernel::email::Email;
use eop_core::kernel::id::SessionId;
use eop_core::kernel::outbox::Outbox;

use crate::fixture::{a_key, a_link, a_session, an_account, at_s, email, id, token, user};

/// Sets up a store of identity for one case.
#[async_trait]
pub trait IdentityStoreHarness: Send + Sync + Sized {
    /// An empty store that no other case sees.
    async fn fresh() -> Self;
    /// The store.
    fn store(&self) -> Arc<dyn IdentityStore>;
    /// The reads over it.
    fn queries(&self) -> Arc<dyn IdentityQueries>;
    /// The policy in it.
    fn policies(&self) -> Arc<dyn PolicyStore>;
    /// The outbox that its commits fill.
    fn outbox(&self) -> Arc<dyn Outbox>;
}

/// Lists the cases of [`identity_store`](crate::identity_store), [`identity_commits`](crate::identity_commits),
/// [`identity_roles`](crate::identity_roles) and [`identity_queries`](crate::identity_queries) for a harness.
#[macro_export]
macro_rules! identity_store_contract {
    ($harness:ty) => {
        $crate::identity_store_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, identity_store when ($condition):
            every_field_of_an_account_is_read_back_equal,
            an_account_is_found_by_its_address_in_any_case,
            an_account_is_found_by_every_spelling_of_its_address,
            an_account_that_kept_its_older_spelling_is_found_by_both,
            what_was_never_written_is_not_found,
            an_updated_account_is_found_by_its_new_address_only,
            a_session_is_read_back_equal_at_every_stage,
            a_session_is_found_by_every_token_it_ever_had,
            a_link_is_found_by_purpose_and_token,
            a_spent_link_says_so,
            withdrawing_spends_the_unspent_links_of_one_purpose,
            a_newer_link_replaces_the_older_in_one_commit,
            revoking_ends_the_open_sessions_of_one_account,
            the_time_of_an_exchange_is_known_of_older_tokens,
            the_roster_names_administrators_that_can_act,
            the_roster_follows_changes_of_accounts,
            keys_come_newest_first_and_retired_ones_not_at_all,
            a_second_active_key_is_refused,
            a_key_moves_from_the_state_it_is_in,
        );
        $crate::cases!($harness, identity_commits when ($condition):
            a_taken_address_is_reported_as_taken,
            of_many_registrations_of_one_address_one_wins,
            an_account_cannot_move_to_a_taken_address,
            a_taken_account_id_is_reported_as_taken,
            a_stale_account_is_refused,
            a_stale_session_is_refused,
            a_link_is_spent_once,
            of_many_refreshes_of_one_version_one_wins,
            a_refresh_that_lost_to_a_revocation_is_stale,
            two_administrators_cannot_remove_each_other,
            a_roster_that_moved_refuses_the_commit,
            of_many_first_keys_one_wins,
            a_refused_commit_of_identity_leaves_no_trace,
            a_repeated_commit_of_identity_has_no_second_effect,
            of_64_concurrent_registrations_the_62_good_ones_are_applied,
        );
        $crate::cases!($harness, identity_roles when ($condition):
            roles_are_read_back_equal_and_by_name,
            a_taken_role_is_reported_as_taken,
            a_stale_role_is_refused,
            a_removed_role_is_gone,
            of_many_changes_of_the_policy_one_wins,
        );
        $crate::cases!($harness, identity_queries when ($condition):
            pages_of_accounts_are_complete_and_in_order,
            the_last_page_of_accounts_says_so,
            accounts_are_counted_on_request,
            accounts_are_found_by_part_of_name_or_address,
            accounts_are_filtered_by_role_and_state,
            sessions_come_newest_first_with_ended_ones,
            only_the_newest_sign_ins_are_recent,
            a_session_and_its_account_are_found_together,
            the_costliest_hash_of_bcrypt_is_found,
        );
    };
}

/// Applies these writes in one commit.
pub(crate) async fn commit(store: &dyn IdentityStore, writes: Vec<IdentityWrite>) {
    store.commit(Commit::of(writes)).await.unwrap();
}

/// Puts `accounts` into the store.
pub(crate) async fn given_accounts(store: &dyn IdentityStore, accounts: &[Account]) {
    commit(store, accounts.iter().cloned().map(IdentityWrite::InsertAccount).collect()).await;
}

/// The write that puts `next` in the place of `before`.
pub(crate) fn updated(before: &Account, next: &Account) -> IdentityWrite {
    IdentityWrite::UpdateAccount { account: next.clone(), from: before.version }
}

/// The write that puts `next` in the place of `before`.
pub(crate) fn updated_session(before: &Session, next: &Session) -> IdentityWrite {
    IdentityWrite::UpdateSession { session: next.clone(), from: before.version }
}

/// Every member of an account in each state, times to the microsecond.
pub async fn every_field_of_an_account_is_read_back_equal<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let accounts = [
        an_account().numbered(1).with_everything().build(),
        an_account().numbered(2).in_state(AccountState::Locked { until: None }).build(),
        Account { verified_at: None, ..an_account().numbered(3).in_state(AccountState::Pending).build() },
        an_account().numbered(4).with_roles([]).build(),
        an_account().numbered(5).with_roles([Role::named("night_shift-2").unwrap()]).build(),
    ];
    given_accounts(&*store, &accounts).await;
    for account in &accounts {
        assert_eq!(store.find_account(account.id).await.unwrap().as_ref(), Some(account));
        assert_eq!(store.find_account_by_email(&account.email).await.unwrap().as_ref(), Some(account));
    }
    let next = accounts[0].changed(at_s(9), |account| {
        account.phone = None;
        account.state = AccountState::Active;
        account.roles = [Role::AUDITOR].into();
    });
    commit(&*store, vec![updated(&accounts[0], &next)]).await;
    assert_eq!(store.find_account(next.id).await.unwrap(), Some(next));
}

/// A person does not remember how they typed it when they registered.
pub async fn an_account_is_found_by_its_address_in_any_case<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let account = an_account().with_email("Jürgen.Müller@Example.com").build();
    given_accounts(&*harness.store(), std::slice::from_ref(&account)).await;
    for spelling in ["jürgen.müller@example.com", "JÜRGEN.MÜLLER@EXAMPLE.COM", " Jürgen.müller@example.com "]
    {
        let found = harness.store().find_account_by_email(&email(spelling)).await.unwrap();
        assert_eq!(found.as_ref(), Some(&account), "{spelling:?}");
    }
    assert_eq!(harness.store().find_account_by_email(&email("j%@example.com")).await.unwrap(), None);
}

/// A domain has two spellings, and a local part may be typed composed or not.
pub async fn an_account_is_found_by_every_spelling_of_its_address<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let account = an_account().with_email("e\u{301}mile@Bücher.example").build();
    given_accounts(&*harness.store(), std::slice::from_ref(&account)).await;
    for spelling in ["émile@xn--bcher-kva.example", "ÉMILE@BÜCHER.example", "émile@bu\u{308}cher.example"]
    {
        let found = harness.store().find_account_by_email(&email(spelling)).await.unwrap();
        assert_eq!(found.as_ref(), Some(&account), "{spelling:?}");
    }
}

/// Before there was one spelling, two accounts could have the same address; each of them is still there.
pub async fn an_account_that_kept_its_older_spelling_is_found_by_both<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let kept = |text: &str| Email::kept(text.to_owned());
    let mut older = an_account().numbered(1).build();
    older.email = kept("x@bücher.example");
    given_accounts(&*store, std::slice::from_ref(&older)).await;
    for spelling in [email("x@bücher.example"), email("x@xn--bcher-kva.example"), kept("x@bücher.example")]
    {
        assert_eq!(
            store.find_account_by_email(&spelling).await.unwrap().as_ref(),
            Some(&older),
            "{spelling}"
        );
    }
    let mut odd = an_account().numbered(2).build();
    odd.email = kept("a@foo.123");
    let present = an_account().numbered(3).with_email("x@xn--bcher-kva.example").build();
    given_accounts(&*store, &[odd.clone(), present.clone()]).await;
    for (spelling, expected) in
        [(kept("a@foo.123"), &odd), (email("x@bücher.example"), &present), (kept("x@bücher.example"), &older)]
    {
        assert_eq!(
            store.find_account_by_email(&spelling).await.unwrap().as_ref(),
            Some(expected),
            "{spelling}"
        );
    }
}

/// Absent, not an error.
pub async fn what_was_never_written_is_not_found<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    assert_eq!(store.find_account(user(1)).await.unwrap(), None);
    assert_eq!(store.find_account_by_email(&email("alice@example.com")).await.unwrap(), None);
    assert_eq!(store.find_session(SessionId(id(1))).await.unwrap(), None);
    assert_eq!(store.find_session_by_token(token(1)).await.unwrap(), None);
    assert_eq!(store.find_link(LinkPurpose::VerifyEmail, token(1)).await.unwrap(), None);
    assert_eq!(store.admin_roster().await.unwrap().members, []);
    assert_eq!(store.signing_keys().await.unwrap(), []);
    assert_eq!(harness.queries().list_sessions(user(1)).await.unwrap(), []);
}

/// The old address is free again.
pub async fn an_updated_account_is_found_by_its_new_address_only<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let account = an_account().with_email("old@example.com").build();
    given_accounts(&*store, std::slice::from_ref(&account)).await;
    let moved = account.changed(at_s(1), |account| account.email = email("new@example.com"));
    commit(&*store, vec![updated(&account, &moved)]).await;
    assert_eq!(store.find_account_by_email(&email("new@example.com")).await.unwrap(), Some(moved));
    assert_eq!(store.find_account_by_email(&email("old@example.com")).await.unwrap(), None);
    let newcomer = an_account().numbered(2).with_email("old@example.com").build();
    given_accounts(&*store, &[newcomer]).await;
}

/// Opened, refreshed, ended for each reason; with nothing optional too.
pub async fn a_session_is_read_back_equal_at_every_stage<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    for (n, reason) in (1_u64..).zip(RevocationReason::ALL) {
        let mut opened = a_session().numbered(n).build();
        if n % 2 == 0 {
            (opened.device, opened.ip) = (None, None);
        }
        let refreshed = opened.rotated(token(n + 100), at_s(60), Some("192.0.2.1".to_owned()));
        let ended = refreshed.revoked(*reason, at_s(90));
        commit(&*store, vec![IdentityWrite::InsertSession(opened.clone())]).await;
        assert_eq!(store.find_session(opened.id).await.unwrap().as_ref(), Some(&opened));
        for (before, next) in [(&opened, &refreshed), (&refreshed, &ended)] {
            commit(&*store, vec![updated_session(before, next)]).await;
            assert_eq!(store.find_session(opened.id).await.unwrap().as_ref(), Some(next));
        }
    }
}

/// A token that comes again long after it was exchanged still leads to its session, so that the theft is noticed.
pub async fn a_session_is_found_by_every_token_it_ever_had<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let mut session = a_session().numbered(1).build();
    let other = a_session().numbered(50).build();
    let opened = [&session, &other].map(|session| IdentityWrite::InsertSession(session.clone()));
    commit(&*store, opened.to_vec()).await;
    for n in 2..=5 {
        let next = session.rotated(token(n), at_s(i64::try_from(n).unwrap()), None);
        commit(&*store, vec![updated_session(&session, &next)]).await;
        session = next;
    }
    for n in 1..=5 {
        assert_eq!(
            found_by(&*store, n).await.map(|owner| owner.session).as_ref(),
            Some(&session),
            "token {n}"
        );
    }
    assert_eq!(found_by(&*store, 50).await.map(|owner| owner.session), Some(other));
    assert_eq!(store.find_session_by_token(token(6)).await.unwrap(), None);
}

async fn found_by(store: &dyn IdentityStore, n: u64) -> Option<TokenOwner> {
    store.find_session_by_token(token(n)).await.unwrap()
}

/// Of the last two the session itself says it.
pub async fn the_time_of_an_exchange_is_known_of_older_tokens<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let mut session = a_session().numbered(1).build();
    let other = a_session().numbered(50).opened_at(at_s(15)).build();
    let opened = [&session, &other].map(|session| IdentityWrite::InsertSession(session.clone()));
    commit(&*store, opened.to_vec()).await;
    for (n, second) in [(2, 10), (3, 20), (4, 20), (5, 40)] {
        let next = session.rotated(token(n), at_s(second), None);
        commit(&*store, vec![updated_session(&session, &next)]).await;
        session = next;
    }
    let ended = session.revoked(RevocationReason::LoggedOut, at_s(60));
    commit(&*store, vec![updated_session(&session, &ended)]).await;
    let mut found = Vec::new();
    for n in 1..=5 {
        found.push(found_by(&*store, n).await.unwrap().exchanged_at);
    }
    assert_eq!(found, [Some(at_s(10)), Some(at_s(20)), Some(at_s(20)), None, None]);
    assert_eq!(found_by(&*store, 50).await.unwrap().exchanged_at, None);
}

/// The token of one purpose opens nothing else.
pub async fn a_link_is_found_by_purpose_and_token<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let verify = a_link(1, user(1), LinkPurpose::VerifyEmail);
    let reset = a_link(2, user(1), LinkPurpose::ResetPassword);
    let links = [&verify, &reset].map(|link| IdentityWrite::InsertLink(link.clone()));
    commit(&*store, links.to_vec()).await;
    let find = async |purpose, n| store.find_link(purpose, token(n)).await.unwrap();
    assert_eq!(find(LinkPurpose::VerifyEmail, 1).await, Some(verify));
    assert_eq!(find(LinkPurpose::ResetPassword, 2).await, Some(reset));
    assert_eq!(find(LinkPurpose::ResetPassword, 1).await, None);
    assert_eq!(find(LinkPurpose::VerifyEmail, 3).await, None);
}

/// It is still found, with the instant of its use.
pub async fn a_spent_link_says_so<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let link = a_link(1, user(1), LinkPurpose::VerifyEmail);
    commit(&*store, vec![IdentityWrite::InsertLink(link.clone())]).await;
    commit(&*store, vec![IdentityWrite::SpendLink { id: link.id, at: at_s(5) }]).await;
    let spent = store.find_link(link.purpose, link.token).await.unwrap().unwrap();
    assert_eq!(spent.spent_at, Some(at_s(5)));
    assert!(!spent.is_good(at_s(6)));
}

/// Links of other people and other purposes stay good, and spent ones keep the time of their use.
pub async fn withdrawing_spends_the_unspent_links_of_one_purpose<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().numbered(1).build(), an_account().numbered(2).build()]).await;
    let links = [
        a_link(1, user(1), LinkPurpose::ResetPassword),
        a_link(2, user(1), LinkPurpose::ResetPassword),
        a_link(3, user(1), LinkPurpose::ResetPassword),
        a_link(4, user(1), LinkPurpose::VerifyEmail),
        a_link(5, user(2), LinkPurpose::ResetPassword),
    ];
    commit(&*store, links.iter().cloned().map(IdentityWrite::InsertLink).collect()).await;
    commit(&*store, vec![IdentityWrite::SpendLink { id: links[0].id, at: at_s(10) }]).await;
    let purpose = LinkPurpose::ResetPassword;
    commit(&*store, vec![IdentityWrite::WithdrawLinks { account: user(1), purpose, at: at_s(20) }]).await;
    let mut spent = Vec::new();
    for link in &links {
        spent.push(store.find_link(link.purpose, link.token).await.unwrap().unwrap().spent_at);
    }
    assert_eq!(spent, [Some(at_s(10)), Some(at_s(20)), Some(at_s(20)), None, None]);
}

/// Asking again makes the link before void, not the one that is just being made.
pub async fn a_newer_link_replaces_the_older_in_one_commit<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let purpose = LinkPurpose::VerifyEmail;
    let [older, newer] = [1, 2].map(|n| a_link(n, user(1), purpose));
    commit(&*store, vec![IdentityWrite::InsertLink(older.clone())]).await;
    let withdraw = IdentityWrite::WithdrawLinks { account: user(1), purpose, at: at_s(2) };
    commit(&*store, vec![withdraw, IdentityWrite::InsertLink(newer.clone())]).await;
    let older = store.find_link(purpose, older.token).await.unwrap().unwrap();
    assert_eq!(older.spent_at, Some(at_s(2)));
    assert_eq!(store.find_link(purpose, newer.token).await.unwrap(), Some(newer));
}

/// All but the one that stays; other people's and those that had ended before are not touched.
pub async fn revoking_ends_the_open_sessions_of_one_account<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().numbered(1).build(), an_account().numbered(2).build()]).await;
    let [open, kept, ended] = [1, 2, 3].map(|n| a_session().numbered(n).of(user(1)).build());
    let others = a_session().numbered(4).of(user(2)).build();
    let opened = [&open, &kept, &ended, &others].map(|session| IdentityWrite::InsertSession(session.clone()));
    commit(&*store, opened.to_vec()).await;
    let logged_out = ended.revoked(RevocationReason::LoggedOut, at_s(5));
    commit(&*store, vec![updated_session(&ended, &logged_out)]).await;

    let reason = RevocationReason::PasswordChanged;
    let revoke = |except| IdentityWrite::RevokeSessions { account: user(1), except, reason, at: at_s(10) };
    commit(&*store, vec![revoke(Some(kept.id))]).await;
    let revoked = open.revoked(reason, at_s(10));
    assert_eq!(revoked.revoked, Some(Revocation { at: at_s(10), reason }));
    for expected in [&revoked, &kept, &logged_out, &others] {
        assert_eq!(store.find_session(expected.id).await.unwrap().as_ref(), Some(expected));
    }
    commit(&*store, vec![revoke(None)]).await;
    let expected = kept.revoked(reason, at_s(10));
    assert_eq!(store.find_session(kept.id).await.unwrap(), Some(expected));
    assert_eq!(store.find_session(open.id).await.unwrap(), Some(revoked), "it had ended before");
}

/// A lock takes somebody off it even when it is to end by itself; whose address is not verified is not on it yet.
pub async fn the_roster_names_administrators_that_can_act<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let admin = |n| an_account().numbered(n).with_roles([Role::ADMIN, Role::CUSTOMER]);
    let accounts = [
        admin(4).build(),
        admin(1).in_state(AccountState::Pending).build(),
        admin(2).in_state(AccountState::Locked { until: None }).build(),
        admin(3).in_state(AccountState::Locked { until: Some(at_s(1)) }).build(),
        an_account().numbered(5).with_roles([Role::AUDITOR]).build(),
        an_account().numbered(6).with_roles([Role::named("admin2").unwrap()]).build(),
    ];
    given_accounts(&*harness.store(), &accounts).await;
    let mut members = harness.store().admin_roster().await.unwrap().members;
    members.sort_unstable();
    assert_eq!(members, [user(4)]);
}

/// A change of an account, and whether it is an administrator that can act after it.
type Step = (fn(&mut Account), bool);

/// Roles given and taken, locks set and ended.
pub async fn the_roster_follows_changes_of_accounts<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let mut account = an_account().with_roles([Role::CUSTOMER]).build();
    given_accounts(&*store, std::slice::from_ref(&account)).await;

    let steps: [Step; 5] = [
        (|account| account.roles.extend([Role::ADMIN]), true),
        (|account| account.state = AccountState::Locked { until: None }, false),
        (|account| account.state = AccountState::Active, true),
        (|account| account.roles.extend([Role::AUDITOR]), true),
        (|account| account.roles.retain(|role| *role != Role::ADMIN), false),
    ];
    for (place, (change, on_it)) in steps.into_iter().enumerate() {
        let next = account.changed(at_s(1), change);
        commit(&*store, vec![updated(&account, &next)]).await;
        account = next;
        let members = store.admin_roster().await.unwrap().members;
        assert_eq!(members.contains(&account.id), on_it, "after step {place}");
    }
}

/// A retired key verifies nothing any more.
pub async fn keys_come_newest_first_and_retired_ones_not_at_all<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let states = [KeyState::Retiring, KeyState::Retired, KeyState::Active, KeyState::Next];
    let keys: Vec<_> = (1..).zip(states).map(|(n, state)| a_key(n, state)).collect();
    commit(&*store, keys.iter().cloned().map(IdentityWrite::InsertKey).collect()).await;
    let expected = [3, 2, 0].map(|place: usize| keys[place].clone());
    assert_eq!(store.signing_keys().await.unwrap(), expected);
}

/// There is one signer at a time; keys in other states are no matter.
pub async fn a_second_active_key_is_refused<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    commit(&*store, vec![IdentityWrite::InsertKey(a_key(1, KeyState::Active))]).await;
    let second = vec![IdentityWrite::InsertKey(a_key(2, KeyState::Active))];
    let refused = store.commit(Commit::of(second)).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::ActiveKey))), "{refused:?}");
    commit(&*store, vec![IdentityWrite::InsertKey(a_key(3, KeyState::Next))]).await;
    let refused = store.commit(Commit::of(vec![IdentityWrite::InsertKey(a_key(4, KeyState::Next))])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::NextKey))), "{refused:?}");
    assert_eq!(store.signing_keys().await.unwrap(), [a_key(3, KeyState::Next), a_key(1, KeyState::Active)]);
}

/// Whoever decided upon another state decides again.
pub async fn a_key_moves_from_the_state_it_is_in<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let states = [KeyState::Retiring, KeyState::Active, KeyState::Next];
    commit(&*store, (1..).zip(states).map(|(n, state)| IdentityWrite::InsertKey(a_key(n, state))).collect())
        .await;
    let moved = |n, from, to| {
        let kid = a_key(n, from).kid;
        vec![IdentityWrite::MoveKey { kid, from, to, at: at_s(77) }]
    };
    commit(&*store, moved(2, KeyState::Active, KeyState::Retiring)).await;
    commit(&*store, moved(3, KeyState::Next, KeyState::Active)).await;
    commit(&*store, moved(1, KeyState::Retiring, KeyState::Retired)).await;
    for (n, from) in [(2, KeyState::Active), (1, KeyState::Retiring), (9, KeyState::Next)] {
        let stale = store.commit(Commit::of(moved(n, from, KeyState::Retired))).await;
        assert!(matches!(stale, Err(CommitError::Stale)), "{n}: {stale:?}");
    }
    let since = at_s(77);
    let signs = SigningKey { state: KeyState::Active, since, ..a_key(3, KeyState::Next) };
    let signed = SigningKey { state: KeyState::Retiring, since, ..a_key(2, KeyState::Active) };
    assert_eq!(store.signing_keys().await.unwrap(), [signs, signed]);
}
