//! Roles and what they may do, changed while the platform runs; and what nobody may do with them.

use std::collections::BTreeMap;
use std::slice;
use std::sync::Arc;

use eop_contract::fixture::at_once;
use eop_core::identity::command::{ChangeRole, CreateRole, SetRoles};
use eop_core::identity::error::IdentityError;
use eop_core::identity::event::{POLICY_CHANGED, PolicyData};
use eop_core::identity::model::{RoleDefinition, ShippedPolicy, ShippedRole};
use eop_core::identity::port::PolicyStore;
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::{Actor, Role};
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::DomainError;
use eop_core::kernel::policy::{Effect, Rule};
use eop_memory::TablePolicy;
use futures::FutureExt;

use crate::support::{House, a_house, as_actor, fields};

/// What the platform ships with, of this generation, with more rules beside.
fn shipped(generation: u32, more: &[(&str, Rule)]) -> ShippedPolicy {
    let mut by_role: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
    for line in include_str!("../../../adapters/casbin/policy/policy.csv").lines() {
        let words: Vec<&str> = line.split(',').map(str::trim).collect();
        let ["p", role, resource, action, scope, effect] = words[..] else { continue };
        let [resource, action, scope, effect] = [resource, action, scope, effect].map(str::to_owned);
        let written = Rule { resource, action, scope, effect };
        by_role.entry(role.to_owned()).or_default().push(written);
    }
    for (role, rule) in more {
        by_role.entry((*role).to_owned()).or_default().push(rule.clone());
    }
    let roles = by_role.into_iter().map(|(name, rules)| ShippedRole {
        name: role(&name),
        description: "As shipped",
        rules,
    });
    ShippedPolicy { generation, roles: roles.collect() }
}

fn role(name: &str) -> Role {
    Role::named(name).unwrap()
}

fn allow(permission: Permission, scope: Scope) -> Rule {
    Rule::new(permission.resource, permission.action, scope, Effect::Allow)
}

fn deny(permission: Permission) -> Rule {
    Rule::new(permission.resource, permission.action, Scope::Any, Effect::Deny)
}

fn making(name: &str, rules: &[Rule]) -> CreateRole {
    CreateRole { name: name.to_owned(), description: "For a test".to_owned(), rules: rules.to_vec() }
}

fn changing(name: &str, rules: &[Rule]) -> ChangeRole {
    let rules = rules.to_vec();
    ChangeRole { name: name.to_owned(), description: "Changed".to_owned(), rules, if_match: None }
}

fn giving(account: &Actor, roles: &[&str]) -> SetRoles {
    let user = account.user_id().unwrap();
    SetRoles { user, roles: roles.iter().map(ToString::to_string).collect(), if_match: None }
}

/// A house with the shipped roles on file, and an administrator.
pub(crate) async fn a_begun_house() -> (House, Actor) {
    let house = a_house().await;
    assert!(house.users.ensure_policy(&shipped(1, &[])).await.unwrap());
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    (house, as_actor(&admin))
}

/// Somebody who may write and assign roles, and read all orders, but not everything. Decides by the policy on file.
async fn a_house_with_clerk() -> (House, Actor, Actor) {
    let (house, admin) = a_begun_house().await;
    let rules = [
        allow(Permission::ROLE_WRITE, Scope::Any),
        allow(Permission::ROLE_ASSIGN, Scope::Any),
        allow(Permission::ROLE_READ, Scope::Any),
        allow(Permission::ORDER_READ, Scope::Any),
    ];
    house.users.create_role(&admin, making("clerk", &rules)).await.unwrap();
    let house = house.deciding_by_file().await;
    let clerk = house.with("clerk@example.com", &[role("clerk")]).await;
    let clerk = as_actor(&clerk);
    (house, admin, clerk)
}

async fn on_file(house: &House, name: &str) -> RoleDefinition {
    house.database.find_policy().await.unwrap().find(name).expect("the role is there").clone()
}

/// What the role alone may do, as the policy on file says.
async fn may(house: &House, name: &str, permission: Permission, scope: Scope) -> bool {
    use eop_core::kernel::access::AccessPolicy;
    let policy = house.database.find_policy().await.unwrap();
    TablePolicy::of(&policy.rules()).allows(&[role(name)], permission, scope)
}

#[tokio::test]
async fn a_new_platform_starts_with_the_shipped_roles_and_tells_nobody() {
    let (house, admin) = a_begun_house().await;
    let names: Vec<String> =
        house.users.list_roles(&admin).await.unwrap().iter().map(|role| role.name.to_string()).collect();
    assert_eq!(
        names,
        ["admin", "approver", "auditor", "customer", "fulfilment", "service", "support", "unverified"]
    );
    assert!(house.users.list_roles(&admin).await.unwrap().iter().all(RoleDefinition::is_built_in));
    assert!(!house.told().contains(&POLICY_CHANGED.to_owned()), "everybody decides by them already");
    assert_eq!(house.database.find_policy().await.unwrap().version, Version(1));
    assert!(!house.users.ensure_policy(&shipped(1, &[])).await.unwrap(), "once is enough");
}

#[tokio::test]
async fn a_role_is_made_changed_and_removed_with_its_audit_and_event() {
    let (house, admin) = a_begun_house().await;
    let read = allow(Permission::ORDER_READ, Scope::Any);
    let made = house.users.create_role(&admin, making("desk", &[read.clone(), read.clone()])).await.unwrap();
    assert_eq!((made.version, made.rules.as_slice(), made.is_built_in()), (Version(1), &[read][..], false));
    let changed = house.users.change_role(&admin, changing("desk", &[])).await.unwrap();
    assert_eq!(
        (changed.version, changed.rules.len(), changed.description.as_str()),
        (Version(2), 0, "Changed")
    );
    assert_eq!(house.users.find_role(&admin, "desk").await.unwrap(), changed);
    let before = house.told().len();
    assert_eq!(house.users.change_role(&admin, changing("desk", &[])).await.unwrap(), changed);
    assert_eq!(house.told().len(), before, "what is the same already changes nothing");
    house.users.remove_role(&admin, "desk", Some(Version(2))).await.unwrap();
    assert!(matches!(house.users.find_role(&admin, "desk").await, Err(IdentityError::NotFound)));

    let events: Vec<PolicyData> = house
        .database
        .events()
        .into_iter()
        .filter(|event| event.kind == POLICY_CHANGED)
        .map(|event| event.data.read().unwrap())
        .collect();
    let versions: Vec<u64> = events.iter().map(|data| data.version.0).collect();
    assert_eq!(versions, [2, 3, 4]);
    assert!(events.iter().all(|data| data.roles == [role("desk")]));
    assert!(
        house
            .audited()
            .ends_with(&["role.create done", "role.change done", "role.remove done"].map(str::to_owned))
    );
    let entry = house.database.audit().into_iter().rfind(|entry| entry.action == "role.change").unwrap();
    assert_eq!(entry.target, "role:desk");
    assert_eq!(entry.detail["before"]["permissions"][0], "order:read any allow");
}

#[tokio::test]
async fn values_that_mean_nothing_are_named_by_their_place() {
    let (house, admin) = a_begun_house().await;
    let mut rules = vec![allow(Permission::ORDER_READ, Scope::Any); 2];
    "oder".clone_into(&mut rules[0].resource);
    "fly".clone_into(&mut rules[1].action);
    let mut command = making("Desk", &rules);
    command.description = " ".to_owned();
    let refused = house.users.create_role(&admin, command).await.unwrap_err();
    let [name, description, resource, action] = fields(&refused)[..] else { panic!("{refused:?}") };
    assert_eq!((name, resource), (("/name", "role"), ("/permissions/0/resource", "unknown")));
    assert_eq!((description.0, action), ("/description", ("/permissions/1/action", "unknown")));
    let many = vec![allow(Permission::ORDER_READ, Scope::Any); 201];
    let refused = house.users.change_role(&admin, changing("support", &many)).await.unwrap_err();
    assert_eq!(fields(&refused), [("/permissions", "too_many")]);
}

#[tokio::test]
async fn names_are_taken_once_and_versions_are_respected() {
    let (house, admin) = a_begun_house().await;
    for name in ["support", "admin"] {
        let refused = house.users.create_role(&admin, making(name, &[])).await.unwrap_err();
        assert_eq!(refused.code(), "identity.role_taken", "{name}");
    }
    let command = ChangeRole { if_match: Some(Version(9)), ..changing("support", &[]) };
    let refused = house.users.change_role(&admin, command).await.unwrap_err();
    assert_eq!(refused.current_version(), Some(Version(1)));
    let refused = house.users.change_role(&admin, changing("nobody", &[])).await.unwrap_err();
    assert_eq!(refused.code(), "identity.not_found");
}

#[tokio::test]
async fn built_in_roles_stay_and_some_are_not_touched() {
    let (house, admin) = a_begun_house().await;
    for name in ["customer", "support", "admin", "service", "unverified"] {
        let refused = house.users.remove_role(&admin, name, None).await.unwrap_err();
        assert_eq!(refused.code(), "identity.role_built_in", "{name}");
    }
    for name in ["admin", "service", "unverified"] {
        let refused = house.users.change_role(&admin, changing(name, &[])).await.unwrap_err();
        assert_eq!(refused.code(), "identity.role_fixed", "{name}");
    }
    house.users.change_role(&admin, changing("support", &[])).await.unwrap();
    assert!(on_file(&house, "support").await.is_built_in());
}

#[tokio::test]
async fn a_role_that_somebody_has_is_not_removed() {
    let (house, admin) = a_begun_house().await;
    house.users.create_role(&admin, making("desk", &[])).await.unwrap();
    let alice = as_actor(&house.with("alice@example.com", &[Role::CUSTOMER]).await);
    house.users.set_roles(&admin, &giving(&alice, &["customer", "desk"])).await.unwrap();
    let refused = house.users.remove_role(&admin, "desk", None).await.unwrap_err();
    assert!(matches!(refused, IdentityError::RoleInUse { accounts: 1, .. }), "{refused:?}");
    house.users.set_roles(&admin, &giving(&alice, &["customer"])).await.unwrap();
    house.users.remove_role(&admin, "desk", None).await.unwrap();
    let refused = house.users.set_roles(&admin, &giving(&alice, &["desk"])).await.unwrap_err();
    assert_eq!(fields(&refused), [("/roles/0", "unknown")]);
}

#[tokio::test]
async fn whoever_lacks_the_permission_is_refused_and_noted() {
    let (house, _) = a_begun_house().await;
    let auditor = as_actor(&house.with("auditor@example.com", &[Role::AUDITOR]).await);
    house.users.list_roles(&auditor).await.unwrap();
    house.users.policy(&auditor).await.unwrap();
    for refused in [
        house.users.create_role(&auditor, making("Not even a name", &[])).await.unwrap_err(),
        house.users.change_role(&auditor, changing("nobody", &[])).await.unwrap_err(),
        house.users.remove_role(&auditor, "nobody", None).await.unwrap_err(),
    ] {
        assert_eq!(refused.code(), "access.denied");
    }
    assert!(
        house.audited().ends_with(
            &["role.create denied", "role.change denied", "role.remove denied"].map(str::to_owned)
        )
    );
    let customer = as_actor(&house.with("customer@example.com", &[Role::CUSTOMER]).await);
    assert_eq!(house.users.list_roles(&customer).await.unwrap_err().code(), "access.denied");
    assert_eq!(house.users.list_permissions(&customer).unwrap_err().code(), "access.denied");
    assert_eq!(house.users.policy(&customer).await.unwrap_err().code(), "access.denied");
}

#[tokio::test]
async fn nobody_grants_what_they_lack_by_editing_a_role() {
    let (house, admin, clerk) = a_house_with_clerk().await;
    let ship = allow(Permission::ORDER_SHIP, Scope::Any);
    let read = allow(Permission::ORDER_READ, Scope::Any);
    let refused =
        house.users.create_role(&clerk, making("shipper", slice::from_ref(&ship))).await.unwrap_err();
    let IdentityError::CannotGrant { role: named, permission } = refused else { panic!("{refused:?}") };
    assert_eq!((named.as_str(), permission), ("shipper", Permission::ORDER_SHIP));
    assert_eq!(house.audited().last().unwrap(), "role.create denied");
    house.users.create_role(&clerk, making("reader", slice::from_ref(&read))).await.unwrap();
    let refused =
        house.users.change_role(&clerk, changing("reader", slice::from_ref(&ship))).await.unwrap_err();
    assert_eq!(refused.code(), "identity.cannot_grant");
    // What others granted may stay.
    house.users.change_role(&admin, changing("reader", slice::from_ref(&ship))).await.unwrap();
    house.users.change_role(&clerk, changing("reader", &[ship, read])).await.unwrap();
}

/// Who has another role that grants it would have it again.
#[tokio::test]
async fn lifting_a_denial_is_granting() {
    let (house, admin, clerk) = a_house_with_clerk().await;
    let no_shipping = [deny(Permission::ORDER_SHIP)];
    house.users.create_role(&admin, making("grounded", &no_shipping)).await.unwrap();
    let refused = house.users.change_role(&clerk, changing("grounded", &[])).await.unwrap_err();
    assert_eq!(refused.code(), "identity.cannot_grant");
    let bob = as_actor(&house.with("bob@example.com", &[Role::FULFILMENT]).await);
    house.users.set_roles(&admin, &giving(&bob, &["fulfilment", "grounded"])).await.unwrap();
    let refused = house.users.set_roles(&clerk, &giving(&bob, &["fulfilment"])).await.unwrap_err();
    assert_eq!(refused.code(), "identity.cannot_grant", "taking a denial away by assignment is no other");
    house.users.set_roles(&clerk, &giving(&bob, &["grounded"])).await.unwrap();
    house.users.change_role(&admin, changing("grounded", &[])).await.unwrap();
}

#[tokio::test]
async fn ones_own_role_is_not_widened_but_may_be_narrowed() {
    let (house, admin, clerk) = a_house_with_clerk().await;
    let clerks = on_file(&house, "clerk").await.rules;
    // Nothing that they lack: their other roles could have it. Still it is not theirs to add.
    let both = as_actor(&house.with("both@example.com", &[role("clerk"), Role::FULFILMENT]).await);
    let wider = [clerks.clone(), vec![allow(Permission::ORDER_SHIP, Scope::Any)]].concat();
    let refused = house.users.change_role(&both, changing("clerk", &wider)).await.unwrap_err();
    assert!(
        matches!(refused, IdentityError::OwnRole { permission: Permission::ORDER_SHIP, .. }),
        "{refused:?}"
    );
    house.users.change_role(&admin, changing("clerk", &wider)).await.unwrap();
    house.users.change_role(&clerk, changing("clerk", &clerks)).await.unwrap();
}

#[tokio::test]
async fn somebody_can_always_administer() {
    let (house, admin) = a_begun_house().await;
    let admins = [allow(Permission::ORDER_READ, Scope::Any), deny(Permission::ROLE_ASSIGN)];
    // The only administrator has this role too.
    house.users.create_role(&admin, making("helper", &[])).await.unwrap();
    house.users.set_roles(&admin, &giving(&admin, &["admin", "helper"])).await.unwrap();
    let second = as_actor(&house.with("second@example.com", &[Role::ADMIN]).await);
    house.users.change_role(&second, changing("helper", &admins)).await.unwrap();
    // Now the second one is the last who can: by lock, by role, or by denial.
    for refused in [
        house.users.set_roles(&second, &giving(&second, &[])).await.unwrap_err(),
        house.users.set_roles(&second, &giving(&second, &["admin", "helper"])).await.unwrap_err(),
    ] {
        assert_eq!(refused.code(), "identity.last_admin");
    }
    house.users.create_role(&second, making("other", &[])).await.unwrap();
    house.users.set_roles(&second, &giving(&second, &["admin", "other"])).await.unwrap();
    let refused = house.users.change_role(&second, changing("other", &admins)).await.unwrap_err();
    assert_eq!(refused.code(), "identity.last_admin");
}

#[tokio::test]
async fn a_newer_version_brings_its_rules_and_leaves_what_was_changed() {
    let (house, admin) = a_begun_house().await;
    let mut rules = on_file(&house, "support").await.rules;
    let gone = rules.pop().unwrap();
    rules.push(allow(Permission::ORDER_SHIP, Scope::Any));
    house.users.change_role(&admin, changing("support", &rules)).await.unwrap();
    let newer =
        [("support", allow(Permission::AUDIT_READ, Scope::Any)), ("night", deny(Permission::ORDER_SHIP))];
    assert!(house.users.ensure_policy(&shipped(2, &newer)).await.unwrap());
    assert!(may(&house, "support", Permission::AUDIT_READ, Scope::Any).await, "what is new came");
    assert!(may(&house, "support", Permission::ORDER_SHIP, Scope::Any).await, "what was added here stayed");
    assert!(!on_file(&house, "support").await.rules.contains(&gone), "what was taken away here stayed away");
    assert!(on_file(&house, "night").await.is_built_in());
    assert_eq!(house.audited().last().unwrap(), "policy.renew done");
    assert_eq!(house.told().last().unwrap(), POLICY_CHANGED);
    // The older version, started again beside the newer one, takes nothing back; a still newer one does.
    assert!(!house.users.ensure_policy(&shipped(1, &[])).await.unwrap());
    assert!(house.users.ensure_policy(&shipped(3, &[])).await.unwrap());
    assert!(!may(&house, "support", Permission::AUDIT_READ, Scope::Any).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_first_starts_one_puts_the_roles_on_file() {
    let house = a_house().await;
    let outcomes = at_once((0..8).map(|_| {
        let users = Arc::clone(&house.users);
        async move { users.ensure_policy(&shipped(1, &[])).await.unwrap() }
    }))
    .await;
    assert_eq!(outcomes.iter().filter(|done| **done).count(), 1);
    assert_eq!(house.database.find_policy().await.unwrap().roles.len(), 8);
}

/// Each of two roles is held by one of two administrators: two denials at once could shut out both.
#[tokio::test(flavor = "multi_thread")]
async fn two_changes_at_once_do_not_shut_out_everybody() {
    for _ in 0..20 {
        let (house, admin) = a_begun_house().await;
        for name in ["left", "right"] {
            house.users.create_role(&admin, making(name, &[])).await.unwrap();
        }
        let second = as_actor(&house.with("second@example.com", &[Role::ADMIN]).await);
        house.users.set_roles(&admin, &giving(&admin, &["admin", "left"])).await.unwrap();
        house.users.set_roles(&admin, &giving(&second, &["admin", "right"])).await.unwrap();
        let denial = [deny(Permission::USER_WRITE)];
        let outcomes = at_once(["left", "right"].map(|name| {
            let (users, admin, command) = (Arc::clone(&house.users), admin.clone(), changing(name, &denial));
            async move { users.change_role(&admin, command).await.map(|_| ()) }
        }))
        .await;
        let refused: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
        assert!(matches!(refused[..], [IdentityError::LastAdmin]), "{outcomes:?}");
    }
}

/// The role is narrow when it is looked at, and wide when it is given.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_widened_meanwhile_is_not_given_by_whoever_lacks_it() {
    for _ in 0..20 {
        let (house, admin, clerk) = a_house_with_clerk().await;
        house.users.create_role(&admin, making("desk", &[])).await.unwrap();
        let bob = as_actor(&house.with("bob@example.com", &[]).await);
        let wide = [allow(Permission::ORDER_SHIP, Scope::Any)];
        let given = {
            let (users, command) = (Arc::clone(&house.users), giving(&bob, &["desk"]));
            async move { users.set_roles(&clerk, &command).await.map(|_| ()) }.boxed()
        };
        let widened = {
            let users = Arc::clone(&house.users);
            async move { users.change_role(&admin, changing("desk", &wide)).await.map(|_| ()) }.boxed()
        };
        let [given, widened] = <[_; 2]>::try_from(at_once([given, widened]).await).unwrap();
        widened.unwrap();
        // It was given before the role was widened, which was the administrator's to decide, or not at all.
        let events: Vec<String> = house.told().into_iter().rev().take(2).collect();
        match given {
            Ok(()) => assert_eq!(events, [POLICY_CHANGED, "user.roles_changed.v1"]),
            Err(IdentityError::CannotGrant { .. }) => assert_eq!(events[0], POLICY_CHANGED),
            Err(error) => panic!("{error:?}"),
        }
    }
}

/// Or it would be there again, for whoever makes one of the same name.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_not_given_while_it_is_removed() {
    for _ in 0..20 {
        let (house, admin) = a_begun_house().await;
        house.users.create_role(&admin, making("desk", &[])).await.unwrap();
        let bob = as_actor(&house.with("bob@example.com", &[]).await);
        let giving = {
            let (users, admin, command) = (Arc::clone(&house.users), admin.clone(), giving(&bob, &["desk"]));
            async move { users.set_roles(&admin, &command).await.is_ok() }.boxed()
        };
        let removing = {
            let users = Arc::clone(&house.users);
            async move { users.remove_role(&admin, "desk", None).await.is_ok() }.boxed()
        };
        let [given, removed] = <[_; 2]>::try_from(at_once([giving, removing]).await).unwrap();
        assert!(given != removed, "given: {given}, removed: {removed}");
        let has_it = house.account("bob@example.com").await.roles.contains(&role("desk"));
        assert_eq!(has_it, given);
    }
}
