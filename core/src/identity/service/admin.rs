//! What administrators do to accounts.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::command::{Lock, SetRoles};
use super::super::event::{USER_LOCKED, USER_ROLES_CHANGED, USER_UNLOCKED};
use super::super::model::{Account, AccountState, RevocationReason};
use super::super::port::AccountFilter;
use super::ground::{Ground, require_grantable, require_no_gain};
use super::{Draft, IdentityError, IdentityService, IdentityWrite, match_version};
use crate::kernel::access::{AccessPolicy, Permission};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::to_stored_precision;
use crate::kernel::commit::retrying_stale;
use crate::kernel::draft::Said;
use crate::kernel::error::FieldError;
use crate::kernel::id::UserId;
use crate::kernel::page::{Direction, Page, PageRequest};

/// An account after a change, and what follows from that; nothing where it stays as it is.
type Changed<'a> = Option<(Account, Draft<'a, Said>)>;

impl IdentityService {
    /// Accounts that match.
    ///
    /// # Errors
    /// `Denied` without `user:read` over all accounts.
    pub async fn list_accounts(
        &self,
        actor: &Actor,
        filter: &AccountFilter,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Account>, IdentityError> {
        actor.require_any(&*self.ports.access, Permission::USER_READ)?;
        Ok(self.ports.queries.list_accounts(filter, direction, page).await?)
    }

    /// One account.
    ///
    /// # Errors
    /// `Denied` without `user:read`; `NotFound`.
    pub async fn find_account(&self, actor: &Actor, id: UserId) -> Result<Account, IdentityError> {
        self.find_permitted(actor, Permission::USER_READ, id).await
    }

    /// One account, to read its roles.
    ///
    /// # Errors
    /// `Denied` without `role:read`; `NotFound`.
    pub async fn roles_of(&self, actor: &Actor, id: UserId) -> Result<Account, IdentityError> {
        self.find_permitted(actor, Permission::ROLE_READ, id).await
    }

    /// Gives an account exactly these roles.
    ///
    /// # Errors
    /// `CannotGrant` when a new role grants what the actor lacks; `LastAdmin` when nobody would administer any more;
    /// `Invalid` for unknown roles; `VersionMismatch` by `If-Match`.
    pub async fn set_roles(&self, actor: &Actor, command: &SetRoles) -> Result<Account, IdentityError> {
        self.change_account(
            actor,
            (Permission::ROLE_ASSIGN, "role.assign"),
            command.user,
            |account, draft, policy| {
                // Only whoever may assign roles learns which ones there are.
                let roles = known_roles(policy, &command.roles)?;
                match_version(command.if_match, account.version)?;
                for role in roles.difference(&account.roles) {
                    require_grantable(policy, actor, role)?;
                }
                let next = account.changed(draft.now, |account| account.roles.clone_from(&roles));
                require_no_gain(policy, actor, (&account.acting_roles(), &next.acting_roles()))?;
                let detail = json!({ "before": account.roles, "after": next.roles });
                let draft = draft.tell(USER_ROLES_CHANGED, &next).audit("role.assign", next.id, detail);
                Ok(Some((next, draft)))
            },
        )
        .await
    }

    /// Keeps an account from signing in, and ends its sessions.
    ///
    /// # Errors
    /// `LastAdmin` when nobody would administer any more; `Invalid` when `until` is in the past.
    pub async fn lock(&self, actor: &Actor, command: &Lock) -> Result<Account, IdentityError> {
        self.change_account(
            actor,
            (Permission::USER_WRITE, "account.lock"),
            command.user,
            |account, draft, _| {
                let until = command.until.map(to_stored_precision);
                if until.is_some_and(|until| until <= draft.now) {
                    return Err(IdentityError::field("/until", "in_past", "must be in the future"));
                }
                let now = draft.now;
                let next = account.changed(now, |account| account.state = AccountState::Locked { until });
                let reason = RevocationReason::AccountLocked;
                let draft = draft
                    .write(IdentityWrite::RevokeSessions { account: next.id, except: None, reason, at: now })
                    .tell(USER_LOCKED, &next)
                    .tell_others_ended(&next, None)
                    .audit("account.lock", next.id, json!({ "until": until }));
                Ok(Some((next, draft)))
            },
        )
        .await
    }

    /// Lets a locked account sign in again. An account that is not locked stays as it is.
    ///
    /// # Errors
    /// `Denied` without `user:write`; `NotFound`.
    pub async fn unlock(&self, actor: &Actor, user: UserId) -> Result<Account, IdentityError> {
        self.change_account(actor, (Permission::USER_WRITE, "account.unlock"), user, |account, draft, _| {
            if !matches!(account.state, AccountState::Locked { .. }) {
                return Ok(None);
            }
            let state =
                if account.verified_at.is_some() { AccountState::Active } else { AccountState::Pending };
            let next = account.changed(draft.now, |account| account.state = state);
            let draft = draft.tell(USER_UNLOCKED, &next).audit("account.unlock", next.id, json!({}));
            Ok(Some((next, draft)))
        })
        .await
    }

    /// Loads, decides by `change` and the policy on file, and commits, with the guard that the last administrator stays.
    async fn change_account(
        &self,
        actor: &Actor,
        (permission, action): (Permission, &'static str),
        user: UserId,
        change: impl for<'d> Fn(&Account, Draft<'d>, &dyn AccessPolicy) -> Result<Changed<'d>, IdentityError>
        + Send
        + Sync,
    ) -> Result<Account, IdentityError> {
        if let Err(denied) = actor.require_any(&*self.ports.access, permission) {
            self.audit_denied(actor, action, user).await;
            return Err(denied.into());
        }
        retrying_stale(|| async {
            let Ground { roster, policy, .. } = self.ground().await?;
            let account = self.ports.store.find_account(user).await?.ok_or(IdentityError::NotFound)?;
            let Some((next, mut draft)) = change(&account, self.draft(actor, self.now()), &*policy)? else {
                return Ok(Ok(account));
            };
            if account.is_acting_admin() {
                self.require_an_admin(&roster, &*policy, Some(&next)).await?;
            }
            // Whoever decides on a role at the same moment must know who has it.
            if account.is_acting_admin() != next.is_acting_admin() || account.roles != next.roles {
                draft = draft.write(IdentityWrite::TouchAdmins { from: roster.version });
            }
            draft =
                draft.write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version });
            Ok(self.ports.store.commit(draft.done()).await.map(|()| next))
        })
        .await
    }

    /// Notes in the audit log that `actor` was refused.
    async fn audit_denied(&self, actor: &Actor, action: &'static str, user: UserId) {
        let entry = AuditEntry::denied(&*self.ports.ids, self.now(), actor, action, format!("user:{user}"));
        self.refusals.note(entry, |commit| self.ports.store.commit(commit)).await;
    }
}

fn known_roles(policy: &dyn AccessPolicy, names: &[String]) -> Result<BTreeSet<Role>, IdentityError> {
    let known = policy.roles();
    let mut refused = Vec::new();
    let mut roles = BTreeSet::new();
    for (index, name) in names.iter().enumerate() {
        match known.iter().find(|role| role.as_str() == name && role.is_for_people()) {
            Some(role) => drop(roles.insert(role.clone())),
            None => refused.push(FieldError {
                field: format!("/roles/{index}"),
                code: "unknown",
                message: format!("there is no role of this name; there are {}", role_names(&known)),
            }),
        }
    }
    if refused.is_empty() { Ok(roles) } else { Err(IdentityError::Invalid(refused)) }
}

fn role_names(roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().filter(|role| role.is_for_people()).map(Role::as_str).collect();
    names.join(", ")
}
