//! What a commit of identity must do: whole or not at all, unique addresses, one winner.

use eop_core::identity::model::{KeyState, LinkPurpose, RevocationReason};
use eop_core::identity::port::IdentityWrite;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError, Name, Outcome, Version};
use serde_json::Value;

use crate::fixture::{
    a_key, a_link, a_session, an_account, an_audit_entry, an_event, at_once, at_s, email, message, token,
    user,
};
use crate::identity_store::{IdentityStoreHarness, commit, given_accounts, updated, updated_session};
use crate::outbox::waiting_events;

/// One mailbox, one account, however the address is spelt.
pub async fn a_taken_address_is_reported_as_taken<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let first = an_account().numbered(1).with_email("alice@example.com").build();
    given_accounts(&*harness.store(), std::slice::from_ref(&first)).await;
    let second = an_account().numbered(2).with_email("ALICE@Example.com").build();
    let insert = IdentityWrite::InsertAccount(second.clone());
    let refused = harness.store().commit(Commit::of(vec![insert])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::Email))), "{refused:?}");
    assert_eq!(harness.store().find_account(second.id).await.unwrap(), None);
    assert_eq!(harness.store().find_account_by_email(&first.email).await.unwrap(), Some(first));
}

/// Also when they arrive together.
pub async fn of_many_registrations_of_one_address_one_wins<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let results = at_once((1..=16).map(|n| {
        let store = harness.store();
        let account = an_account().numbered(n).with_email("alice@example.com").build();
        async move { store.commit(Commit::of(vec![IdentityWrite::InsertAccount(account)])).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let taken = |result: &&Result<(), CommitError>| matches!(result, Err(CommitError::Taken(Name::Email)));
    assert_eq!(results.iter().filter(taken).count(), 15, "{results:?}");
    assert!(harness.store().find_account_by_email(&email("alice@example.com")).await.unwrap().is_some());
}

/// Nor by a change of an existing account.
pub async fn an_account_cannot_move_to_a_taken_address<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let [first, second] = [1, 2].map(|n| an_account().numbered(n).build());
    given_accounts(&*harness.store(), &[first.clone(), second.clone()]).await;
    let moved = second.changed(at_s(1), |account| account.email = first.email.clone());
    let refused = harness.store().commit(Commit::of(vec![updated(&second, &moved)])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::Email))), "{refused:?}");
    assert_eq!(harness.store().find_account(second.id).await.unwrap(), Some(second));
}

/// Ids are unique too.
pub async fn a_taken_account_id_is_reported_as_taken<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let first = an_account().with_email("first@example.com").build();
    given_accounts(&*harness.store(), std::slice::from_ref(&first)).await;
    let second = an_account().with_email("second@example.com").build();
    let refused = harness.store().commit(Commit::of(vec![IdentityWrite::InsertAccount(second)])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::Id))), "{refused:?}");
    assert_eq!(harness.store().find_account(first.id).await.unwrap(), Some(first));
}

/// A change that was decided on an older version, or on nothing, is not applied.
pub async fn a_stale_account_is_refused<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let account = an_account().build();
    let next = account.changed(at_s(1), |account| "Alice Second".clone_into(&mut account.name));
    let late = account.changed(at_s(2), |account| "Alice Late".clone_into(&mut account.name));
    let unknown = harness.store().commit(Commit::of(vec![updated(&account, &next)])).await;
    assert!(matches!(unknown, Err(CommitError::Stale)), "{unknown:?}");
    given_accounts(&*harness.store(), std::slice::from_ref(&account)).await;
    commit(&*harness.store(), vec![updated(&account, &next)]).await;
    let refused = harness.store().commit(Commit::of(vec![updated(&account, &late)])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(harness.store().find_account(account.id).await.unwrap(), Some(next));
}

/// The token of a refused exchange leads nowhere.
pub async fn a_stale_session_is_refused<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let session = a_session().build();
    commit(&*store, vec![IdentityWrite::InsertSession(session.clone())]).await;
    let next = session.rotated(token(2), at_s(1), None);
    let late = session.rotated(token(3), at_s(2), None);
    commit(&*store, vec![updated_session(&session, &next)]).await;
    let refused = store.commit(Commit::of(vec![updated_session(&session, &late)])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(store.find_session(session.id).await.unwrap(), Some(next));
    assert_eq!(store.find_session_by_token(token(3)).await.unwrap(), None);
}

/// Of many who follow one link at once, one gets through; a link that does not exist is spent as well.
pub async fn a_link_is_spent_once<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let link = a_link(1, user(1), LinkPurpose::ResetPassword);
    commit(&*store, vec![IdentityWrite::InsertLink(link.clone())]).await;
    let results =
        at_once(
            (1..=8).map(|second| {
                let (store, id) = (harness.store(), link.id);
                async move {
                    store.commit(Commit::of(vec![IdentityWrite::SpendLink { id, at: at_s(second) }])).await
                }
            }),
        )
        .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert!(results.iter().all(|result| matches!(result, Ok(()) | Err(CommitError::Stale))), "{results:?}");
    let unknown = a_link(2, user(1), LinkPurpose::ResetPassword).id;
    let refused = store.commit(Commit::of(vec![IdentityWrite::SpendLink { id: unknown, at: at_s(1) }])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
}

/// Many tabs refresh at once: one exchange, the others must look again.
pub async fn of_many_refreshes_of_one_version_one_wins<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    given_accounts(&*harness.store(), &[an_account().build()]).await;
    let session = a_session().build();
    commit(&*harness.store(), vec![IdentityWrite::InsertSession(session.clone())]).await;
    // All derive the same successor, as real refreshes do.
    let next = session.rotated(token(2), at_s(1), None);
    let results = at_once((0..16).map(|_| {
        let (store, write) = (harness.store(), updated_session(&session, &next));
        async move { store.commit(Commit::of(vec![write])).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let stale = |result: &&Result<(), CommitError>| matches!(result, Err(CommitError::Stale));
    assert_eq!(results.iter().filter(stale).count(), 15, "{results:?}");
    assert_eq!(harness.store().find_session(session.id).await.unwrap(), Some(next));
}

/// A refresh that was under way when all sessions were ended does not bring its session back to life.
pub async fn a_refresh_that_lost_to_a_revocation_is_stale<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_accounts(&*store, &[an_account().build()]).await;
    let session = a_session().build();
    commit(&*store, vec![IdentityWrite::InsertSession(session.clone())]).await;
    let refreshed = session.rotated(token(2), at_s(2), None);
    let reason = RevocationReason::AccountLocked;
    let revoke = IdentityWrite::RevokeSessions { account: user(1), except: None, reason, at: at_s(1) };
    commit(&*store, vec![revoke]).await;
    let refused = store.commit(Commit::of(vec![updated_session(&session, &refreshed)])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert!(store.find_session(session.id).await.unwrap().unwrap().revoked.is_some());
}

/// Each sees the other as the one who stays; only one of them is right.
pub async fn two_administrators_cannot_remove_each_other<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let admins = [1, 2].map(|n| an_account().numbered(n).with_roles([Role::ADMIN]).build());
    given_accounts(&*harness.store(), &admins).await;
    let roster = harness.store().admin_roster().await.unwrap();
    let results = at_once(admins.map(|admin| {
        let store = harness.store();
        let from = roster.version;
        async move {
            let next = admin.changed(at_s(1), |account| account.roles = [Role::CUSTOMER].into());
            store.commit(Commit::of(vec![IdentityWrite::TouchAdmins { from }, updated(&admin, &next)])).await
        }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert!(results.iter().any(|result| matches!(result, Err(CommitError::Stale))), "{results:?}");
    let after = harness.store().admin_roster().await.unwrap();
    assert_eq!(after.members.len(), 1);
    assert_ne!(after.version, roster.version);
}

/// The version moves with every change, and an older one is good for nothing.
pub async fn a_roster_that_moved_refuses_the_commit<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let mut seen = Vec::new();
    for n in 1..=3 {
        let from = store.admin_roster().await.unwrap().version;
        assert!(!seen.contains(&from), "the version did not move");
        seen.push(from);
        let admin = an_account().numbered(n).with_roles([Role::ADMIN]).build();
        let writes = vec![IdentityWrite::InsertAccount(admin), IdentityWrite::TouchAdmins { from }];
        commit(&*store, writes).await;
    }
    for from in seen {
        let account = an_account().numbered(9).build();
        let writes = vec![IdentityWrite::InsertAccount(account), IdentityWrite::TouchAdmins { from }];
        let refused = store.commit(Commit::of(writes)).await;
        assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    }
    assert_eq!(store.find_account(user(9)).await.unwrap(), None);
}

/// Replicas that start together agree on one signing key.
pub async fn of_many_first_keys_one_wins<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let results =
        at_once((1..=8).map(|n| {
            let store = harness.store();
            async move {
                store.commit(Commit::of(vec![IdentityWrite::InsertKey(a_key(n, KeyState::Active))])).await
            }
        }))
        .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let taken =
        |result: &&Result<(), CommitError>| matches!(result, Err(CommitError::Taken(Name::ActiveKey)));
    assert_eq!(results.iter().filter(taken).count(), 7, "{results:?}");
    assert_eq!(harness.store().signing_keys().await.unwrap().len(), 1);
}

/// One refused write keeps every other kind of write in the commit from happening.
pub async fn a_refused_commit_of_identity_leaves_no_trace<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let account = an_account().numbered(1).build();
    let session = a_session().numbered(1).build();
    let link = a_link(1, account.id, LinkPurpose::ResetPassword);
    given_accounts(&*store, std::slice::from_ref(&account)).await;
    let writes = vec![IdentityWrite::InsertSession(session.clone()), IdentityWrite::InsertLink(link.clone())];
    commit(&*store, writes).await;
    let roster = store.admin_roster().await.unwrap();

    let next = account.changed(at_s(1), |account| account.roles = [Role::ADMIN].into());
    let reason = RevocationReason::PasswordChanged;
    let good = vec![
        IdentityWrite::InsertAccount(an_account().numbered(2).build()),
        updated(&account, &next),
        updated_session(&session, &session.rotated(token(2), at_s(1), None)),
        IdentityWrite::InsertSession(a_session().numbered(3).build()),
        IdentityWrite::SpendLink { id: link.id, at: at_s(1) },
        IdentityWrite::InsertLink(a_link(4, account.id, LinkPurpose::VerifyEmail)),
        IdentityWrite::TouchAdmins { from: roster.version },
        IdentityWrite::InsertKey(a_key(1, KeyState::Active)),
    ];
    let revoke = IdentityWrite::RevokeSessions { account: account.id, except: None, reason, at: at_s(1) };
    let withdraw = IdentityWrite::WithdrawLinks {
        account: account.id,
        purpose: LinkPurpose::ResetPassword,
        at: at_s(1),
    };
    let unknown = an_account().numbered(9).build();
    let stale = IdentityWrite::UpdateAccount { account: unknown, from: Version(7) };
    for writes in [[good, vec![stale.clone()]].concat(), vec![revoke, withdraw, stale]] {
        let refused = Commit {
            writes,
            events: vec![an_event().build()],
            audit: vec![an_audit_entry(1)],
            once: Some(message("identity", 1)),
        };
        store.commit(refused).await.unwrap_err();
    }

    assert_eq!(store.find_account(user(1)).await.unwrap(), Some(account));
    assert_eq!(store.find_account(user(2)).await.unwrap(), None);
    assert_eq!(store.find_session(session.id).await.unwrap().as_ref(), Some(&session));
    assert_eq!(store.find_session_by_token(token(2)).await.unwrap(), None);
    assert_eq!(harness.queries().list_sessions(user(1)).await.unwrap(), [session]);
    assert_eq!(store.find_link(link.purpose, link.token).await.unwrap(), Some(link));
    assert_eq!(store.find_link(LinkPurpose::VerifyEmail, token(4)).await.unwrap(), None);
    assert_eq!(store.admin_roster().await.unwrap(), roster);
    assert_eq!(store.signing_keys().await.unwrap(), []);
    assert_eq!(waiting_events(&*harness.outbox()).await, []);
    let once = Some(message("identity", 1));
    store.commit(Commit { once, ..Commit::of(vec![]) }).await.unwrap();
}

/// A message that comes again changes nothing, and is told apart from a stale decision.
pub async fn a_repeated_commit_of_identity_has_no_second_effect<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let account = an_account().build();
    given_accounts(&*harness.store(), std::slice::from_ref(&account)).await;
    let next = account.changed(at_s(1), |account| "Alice Second".clone_into(&mut account.name));
    let commit = Commit {
        events: vec![an_event().build()],
        once: Some(message("identity", 1)),
        ..Commit::of(vec![updated(&account, &next)])
    };
    harness.store().commit(commit.clone()).await.unwrap();
    match harness.store().commit(commit).await {
        Err(CommitError::Repeated(outcome)) => {
            assert_eq!(outcome, Outcome { fingerprint: None, value: Value::Null });
        }
        other => panic!("a repeat was not refused as such: {other:?}"),
    }
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 1);
}

/// Commits that are written together do not share a fate.
pub async fn of_64_concurrent_registrations_the_62_good_ones_are_applied<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let known = an_account().numbered(1000).build();
    given_accounts(&*harness.store(), std::slice::from_ref(&known)).await;
    let results = at_once((0..64).map(|n| {
        let store = harness.store();
        let account = an_account().numbered(n);
        let write = match n {
            20 => IdentityWrite::UpdateAccount { account: account.build(), from: Version::FIRST },
            40 => IdentityWrite::InsertAccount(account.with_email(known.email.as_str()).build()),
            _ => IdentityWrite::InsertAccount(account.build()),
        };
        let events = vec![an_event().numbered(n).about(n).build()];
        async move { store.commit(Commit { events, ..Commit::of(vec![write]) }).await }
    }))
    .await;
    for (n, result) in (0_u64..).zip(&results) {
        match n {
            20 => assert!(matches!(result, Err(CommitError::Stale)), "{result:?}"),
            40 => assert!(matches!(result, Err(CommitError::Taken(Name::Email))), "{result:?}"),
            _ => assert!(result.is_ok(), "commit {n}: {result:?}"),
        }
        let account = harness.store().find_account(user(n)).await.unwrap();
        assert_eq!(account.is_some(), result.is_ok(), "commit {n}");
    }
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 62);
}
