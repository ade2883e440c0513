//! What administrators do to accounts, and what nobody may do.

use std::time::Duration;

use eop_contract::fixture::{at_s, user};
use eop_core::identity::command::{Lock, SetRoles};
use eop_core::identity::error::IdentityError;
use eop_core::identity::model::{Account, AccountState, RevocationReason};
use eop_core::identity::port::{AccountFilter, IdentityStore};
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::actor::{Actor, Role};
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::UserId;
use eop_core::kernel::page::{Direction, PageRequest};

use crate::support::{House, PASSWORD, a_house, as_actor, fields};

const ALICE: &str = "alice@example.com";

async fn a_house_with_admin() -> (House, Actor, Account) {
    let house = a_house().await;
    let admin = house.with("admin@example.com", &[Role::ADMIN]).await;
    let alice = house.with(ALICE, &[Role::CUSTOMER]).await;
    (house, as_actor(&admin), alice)
}

fn giving(user: UserId, roles: &[&str]) -> SetRoles {
    SetRoles { user, roles: roles.iter().map(ToString::to_string).collect(), if_match: None }
}

#[tokio::test]
async fn an_administrator_gives_exactly_the_named_roles() {
    let (house, admin, alice) = a_house_with_admin().await;
    let changed =
        house.users.set_roles(&admin, &giving(alice.id, &["support", "approver", "support"])).await.unwrap();
    assert_eq!(changed.roles, [Role::APPROVER, Role::SUPPORT].into());
    assert_eq!((changed.version, &changed), (alice.version.next(), &house.account(ALICE).await));
    assert_eq!(house.last("user.roles_changed.v1").user.roles, [Role::APPROVER, Role::SUPPORT]);
    let entry = house.database.audit().pop().unwrap();
    assert_eq!((entry.action, entry.detail["before"][0].as_str()), ("role.assign", Some("customer")));
    let nothing = house.users.set_roles(&admin, &giving(alice.id, &[])).await.unwrap();
    assert!(nothing.roles.is_empty());
}

#[tokio::test]
async fn unknown_roles_are_refused_by_their_place() {
    let (house, admin, alice) = a_house_with_admin().await;
    let refused = house
        .users
        .set_roles(&admin, &giving(alice.id, &["support", "king", "unverified"]))
        .await
        .unwrap_err();
    assert_eq!(fields(&refused), [("/roles/1", "unknown"), ("/roles/2", "unknown")]);
    assert_eq!(house.account(ALICE).await, alice);
}

#[tokio::test]
async fn the_version_that_was_looked_at_is_respected() {
    let (house, admin, alice) = a_house_with_admin().await;
    let command = SetRoles { if_match: Some(Version(9)), ..giving(alice.id, &["support"]) };
    let refused = house.users.set_roles(&admin, &command).await.unwrap_err();
    assert_eq!((refused.kind(), refused.current_version()), (ErrorKind::Precondition, Some(alice.version)));
    let command = SetRoles { if_match: Some(alice.version), ..giving(alice.id, &["support"]) };
    house.users.set_roles(&admin, &command).await.unwrap();
}

#[tokio::test]
async fn whoever_lacks_the_permission_is_refused_before_anything_is_looked_at() {
    let (house, _, alice) = a_house_with_admin().await;
    for (role, address) in [
        (Role::CUSTOMER, "c@example.com"),
        (Role::SUPPORT, "s@example.com"),
        (Role::AUDITOR, "a@example.com"),
    ] {
        let actor = as_actor(&house.with(address, &[role]).await);
        for roles in [&["admin"][..], &["no such role"]] {
            let refused = house.users.set_roles(&actor, &giving(alice.id, roles)).await.unwrap_err();
            let expected = Denied { permission: Permission::ROLE_ASSIGN };
            assert!(
                matches!(refused, IdentityError::Denied(denied) if denied == expected),
                "{address}: {refused:?}"
            );
            assert_eq!(house.audited().last().unwrap(), "role.assign denied");
        }
        for refused in [
            house.users.lock(&actor, &Lock { user: alice.id, until: Some(at_s(-1)) }).await.unwrap_err(),
            house.users.lock(&actor, &Lock { user: alice.id, until: None }).await.unwrap_err(),
            house.users.unlock(&actor, alice.id).await.unwrap_err(),
        ] {
            assert_eq!(refused.kind(), ErrorKind::Forbidden, "{address}");
        }
        assert!(
            house
                .audited()
                .ends_with(&["account.lock denied".to_owned(), "account.unlock denied".to_owned()])
        );
    }
    assert_eq!(house.account(ALICE).await, alice);
}

#[tokio::test]
async fn an_unknown_account_is_not_found() {
    let (house, admin, _) = a_house_with_admin().await;
    let unknown = user(999);
    for refused in [
        house.users.set_roles(&admin, &giving(unknown, &["support"])).await.unwrap_err(),
        house.users.lock(&admin, &Lock { user: unknown, until: None }).await.unwrap_err(),
        house.users.unlock(&admin, unknown).await.unwrap_err(),
        house.users.find_account(&admin, unknown).await.unwrap_err(),
        house.users.roles_of(&admin, unknown).await.unwrap_err(),
    ] {
        assert!(matches!(refused, IdentityError::NotFound), "{refused:?}");
    }
}

/// A token that grants assigning roles but not everything else: such a role can be made by other rules.
#[tokio::test]
async fn nobody_grants_what_they_lack() {
    let (house, _, alice) = a_house_with_admin().await;
    let house = house.with_policy(
        "p, clerk, role, assign, any, allow
         p, clerk, order, read, any, allow
         p, reader, order, read, own, allow
         p, shipper, order, ship, any, allow
         p, admin, *, *, any, allow",
    );
    let clerk = Actor { roles: vec![Role::named("clerk").unwrap()], ..as_actor(&alice) };
    house.users.set_roles(&clerk, &giving(alice.id, &["reader"])).await.unwrap();
    house.users.set_roles(&clerk, &giving(alice.id, &["clerk"])).await.unwrap();
    let refused = house.users.set_roles(&clerk, &giving(alice.id, &["clerk", "shipper"])).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Forbidden, "identity.cannot_grant"));
    let IdentityError::CannotGrant { role, permission } = refused else { panic!("{refused:?}") };
    assert_eq!((role.as_str(), permission), ("shipper", Permission::ORDER_SHIP));
    house.users.set_roles(&clerk, &giving(alice.id, &["admin"])).await.unwrap_err();
    assert_eq!(house.account(ALICE).await.roles, [Role::named("clerk").unwrap()].into());
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let (house, admin, alice) = a_house_with_admin().await;
    let id = admin.user_id().unwrap();
    for refused in [
        house.users.set_roles(&admin, &giving(id, &["customer"])).await.unwrap_err(),
        house.users.lock(&admin, &Lock { user: id, until: None }).await.unwrap_err(),
    ] {
        assert_eq!((refused.kind(), refused.code()), (ErrorKind::Conflict, "identity.last_admin"));
    }
    house.users.set_roles(&admin, &giving(id, &["admin", "support"])).await.unwrap();

    house.users.set_roles(&admin, &giving(alice.id, &["admin"])).await.unwrap();
    house.users.set_roles(&admin, &giving(id, &["customer"])).await.unwrap();
    assert_eq!(house.database.admin_roster().await.unwrap().members, [alice.id]);
    let refused = house.users.lock(&as_actor(&alice), &Lock { user: alice.id, until: None }).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden, "her token still says customer");
}

#[tokio::test]
async fn a_locked_administrator_does_not_count() {
    let (house, admin, alice) = a_house_with_admin().await;
    house.users.set_roles(&admin, &giving(alice.id, &["admin"])).await.unwrap();
    house.users.lock(&admin, &Lock { user: alice.id, until: None }).await.unwrap();
    let id = admin.user_id().unwrap();
    let refused = house.users.set_roles(&admin, &giving(id, &[])).await.unwrap_err();
    assert!(matches!(refused, IdentityError::LastAdmin), "{refused:?}");
    house.users.unlock(&admin, alice.id).await.unwrap();
    house.users.set_roles(&admin, &giving(id, &[])).await.unwrap();
}

#[tokio::test]
async fn a_lock_ends_the_sessions_and_keeps_out() {
    let (house, admin, alice) = a_house_with_admin().await;
    let tokens = house.log_in(ALICE, PASSWORD).await.unwrap();
    let until = at_s(100) + Duration::from_nanos(1_999);
    let locked = house.users.lock(&admin, &Lock { user: alice.id, until: Some(until) }).await.unwrap();
    let stored = at_s(100) + Duration::from_micros(1);
    assert_eq!(locked.state, AccountState::Locked { until: Some(stored) }, "as precisely as can be stored");
    assert_eq!(house.account(ALICE).await, locked);
    assert_eq!(house.session(&tokens).await.revoked.unwrap().reason, RevocationReason::AccountLocked);
    assert!(house.told().ends_with(&["user.locked.v1".to_owned(), "session.revoked.v1".to_owned()]));
    house.log_in(ALICE, PASSWORD).await.unwrap_err();
    house.refresh(&tokens.refresh).await.unwrap_err();

    let unlocked = house.users.unlock(&admin, alice.id).await.unwrap();
    assert_eq!(unlocked.state, AccountState::Active);
    house.log_in(ALICE, PASSWORD).await.unwrap();
    assert_eq!(house.last("user.unlocked.v1").user.state, "active");
    let told = house.told();
    assert_eq!(house.users.unlock(&admin, alice.id).await.unwrap(), unlocked);
    assert_eq!(house.told(), told, "who is not locked stays as they are");
}

#[tokio::test]
async fn an_account_that_was_never_verified_is_pending_again_after_its_lock() {
    let (house, admin, _) = a_house_with_admin().await;
    house.users.register(crate::support::registering("new@example.com")).await.unwrap();
    let user = house.account("new@example.com").await.id;
    house.users.lock(&admin, &Lock { user, until: None }).await.unwrap();
    assert_eq!(house.users.unlock(&admin, user).await.unwrap().state, AccountState::Pending);
}

#[tokio::test]
async fn a_lock_does_not_end_in_the_past() {
    let (house, admin, alice) = a_house_with_admin().await;
    for until in [at_s(-1), at_s(0)] {
        let refused =
            house.users.lock(&admin, &Lock { user: alice.id, until: Some(until) }).await.unwrap_err();
        assert_eq!(fields(&refused), [("/until", "in_past")]);
    }
}

#[tokio::test]
async fn accounts_are_listed_for_whoever_may_see_them_all() {
    let (house, admin, alice) = a_house_with_admin().await;
    let list = |actor: Actor, filter: AccountFilter| {
        let users = house.users.clone();
        async move {
            let page =
                users.list_accounts(&actor, &filter, Direction::Ascending, &PageRequest::first(10)).await?;
            Ok::<_, IdentityError>(
                page.items.into_iter().map(|one| one.email.to_string()).collect::<Vec<_>>(),
            )
        }
    };
    let all = list(admin.clone(), AccountFilter::default()).await.unwrap();
    assert_eq!(all, ["admin@example.com", ALICE]);
    let customers = AccountFilter { role: Some(Role::CUSTOMER), ..AccountFilter::default() };
    assert_eq!(list(admin.clone(), customers).await.unwrap(), [ALICE]);
    let refused = list(as_actor(&alice), AccountFilter::default()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let refused = house.users.find_account(&as_actor(&alice), alice.id).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden, "one's own account is read as one's profile");
    assert_eq!(house.users.find_account(&admin, alice.id).await.unwrap(), alice);
    assert_eq!(house.users.roles_of(&admin, alice.id).await.unwrap().roles, alice.roles);
}
