//! What a store of identity must do with roles: one of each name, one winner of each version, and one version of them all.

use eop_core::identity::model::RoleDefinition;
use eop_core::identity::port::IdentityWrite;
use eop_core::kernel::access::Scope;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError, Name, Version};
use eop_core::kernel::id::RoleId;
use eop_core::kernel::policy::{Effect, Rule};

use crate::fixture::{at_once, at_s, id};
use crate::identity_store::{IdentityStoreHarness, commit};

/// The `n`-th role, which grants something and denies something.
fn a_role(n: u64, name: &str) -> RoleDefinition {
    RoleDefinition {
        id: RoleId(id(n)),
        name: Role::named(name).expect("a role"),
        description: "Does \u{2713} what it says".to_owned(),
        rules: vec![
            Rule::new("order", "*", Scope::Any, Effect::Allow),
            Rule::new("order", "abort", Scope::Own, Effect::Deny),
        ],
        shipped: None,
        version: Version::FIRST,
        created_at: at_s(1),
        updated_at: at_s(1),
    }
}

fn moved(from: u64, generation: u32) -> IdentityWrite {
    IdentityWrite::MovePolicy { from: Version(from), generation }
}

/// Every member, roles by name, and the version and generation of them all.
pub async fn roles_are_read_back_equal_and_by_name<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let before = harness.policies().find_policy().await.unwrap();
    assert_eq!((before.version, before.generation, before.roles), (Version(0), 0, Vec::new()));
    let shipped = Some(vec![Rule::new("*", "read", Scope::Any, Effect::Allow)]);
    let built_in = RoleDefinition { shipped, rules: Vec::new(), ..a_role(1, "zebra") };
    let (second, third) = (a_role(2, "a_b"), a_role(3, "a-b"));
    let insert = |role: &RoleDefinition| IdentityWrite::InsertRole(role.clone());
    let writes = vec![insert(&built_in), insert(&second), insert(&third), moved(0, 7)];
    commit(&*harness.store(), writes).await;
    let after = harness.policies().find_policy().await.unwrap();
    assert_eq!((after.version, after.generation), (Version(1), 7));
    assert_eq!(after.roles, [third, second, built_in]);
}

/// Whoever made it first has it.
pub async fn a_taken_role_is_reported_as_taken<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let first = a_role(1, "clerk");
    commit(&*harness.store(), vec![IdentityWrite::InsertRole(first.clone())]).await;
    let second = IdentityWrite::InsertRole(a_role(2, "clerk"));
    let refused = harness.store().commit(Commit::of(vec![moved(0, 1), second])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::Role))), "{refused:?}");
    let after = harness.policies().find_policy().await.unwrap();
    assert_eq!((after.version, after.roles), (Version(0), vec![first]));
}

/// A change, or the end of a role, that was decided on an older version is not applied.
pub async fn a_stale_role_is_refused<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let role = a_role(1, "clerk");
    commit(&*store, vec![IdentityWrite::InsertRole(role.clone())]).await;
    let next = role.changed(at_s(2), |role| "Something else".clone_into(&mut role.description));
    let from = role.version;
    commit(&*store, vec![IdentityWrite::UpdateRole { role: next.clone(), from }]).await;
    for late in [
        IdentityWrite::UpdateRole { role: next.clone(), from },
        IdentityWrite::RemoveRole { id: role.id, from },
        IdentityWrite::RemoveRole { id: RoleId(id(9)), from },
        moved(3, 1),
    ] {
        let refused = store.commit(Commit::of(vec![late.clone()])).await;
        assert!(matches!(refused, Err(CommitError::Stale)), "{late:?}: {refused:?}");
    }
    assert_eq!(harness.policies().find_policy().await.unwrap().roles, [next]);
}

/// Its name is free again.
pub async fn a_removed_role_is_gone<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let role = a_role(1, "clerk");
    commit(&*store, vec![IdentityWrite::InsertRole(role.clone())]).await;
    commit(&*store, vec![IdentityWrite::RemoveRole { id: role.id, from: role.version }, moved(0, 1)]).await;
    let after = harness.policies().find_policy().await.unwrap();
    assert_eq!((after.version, after.roles.len()), (Version(1), 0));
    commit(&*store, vec![IdentityWrite::InsertRole(a_role(2, "clerk"))]).await;
}

/// Changes of two roles are two versions of one policy.
pub async fn of_many_changes_of_the_policy_one_wins<H: IdentityStoreHarness>() {
    let harness = H::fresh().await;
    let results = at_once((1..=12_u64).map(|n| {
        let store = harness.store();
        let role = IdentityWrite::InsertRole(a_role(n, &format!("clerk-{n}")));
        async move { store.commit(Commit::of(vec![role, moved(0, 1)])).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert!(results.iter().all(|result| matches!(result, Ok(()) | Err(CommitError::Stale))), "{results:?}");
    let after = harness.policies().find_policy().await.unwrap();
    assert_eq!((after.version, after.roles.len()), (Version(1), 1));
}
