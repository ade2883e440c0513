//! Accounts that the platform itself makes sure of, and one's own profile.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::command::{ChangeProfile, EnsureAccount};
use super::super::event::{
    USER_PASSWORD_CHANGED, USER_REGISTERED, USER_ROLES_CHANGED, USER_UPDATED, USER_VERIFIED,
};
use super::super::model::{Account, LinkPurpose, PasswordHash, RevocationReason};
use super::links::verify;
use super::registration::new_account;
use super::{IdentityError, IdentityService, IdentityWrite, match_version};
use crate::kernel::access::{Permission, Scope};
use crate::kernel::actor::Actor;
use crate::kernel::commit::{CommitError, Name, retrying_stale};
use crate::kernel::email::Email;
use crate::kernel::error::StoreError;
use crate::kernel::id::UserId;

impl IdentityService {
    /// Makes sure that an active account with these roles exists: for the first administrator and for demo accounts.
    /// Returns whether it was made now.
    ///
    /// An account whose address nobody has verified may have been registered by a stranger: it gets the given password,
    /// and the sessions it has are ended.
    ///
    /// # Errors
    /// `Invalid` for refused values.
    pub async fn ensure_account(&self, command: EnsureAccount) -> Result<bool, IdentityError> {
        let email: Email = command.email.parse().map_err(|error: crate::kernel::email::InvalidEmail| {
            IdentityError::field("/email", "email", error.to_string())
        })?;
        let person = [&command.name, email.as_str()];
        self.require_good_password(&command.password, &person, "/password", None).await?;
        let actor = Actor::system("bootstrap");
        retrying_stale(|| async {
            let outcome = match self.ports.store.find_account_by_email(&email).await? {
                None => self.insert_active(&actor, &command, email.clone()).await.map(|()| true),
                Some(account) if is_as_wanted(&account, &command) => return Ok(Ok(false)),
                Some(account) => self.complete(&actor, &account, &command).await.map(|()| false),
            };
            Ok::<_, IdentityError>(outcome.map_err(|error| match error {
                // Another instance does the same at this moment: look again.
                CommitError::Taken(Name::Email) => CommitError::Stale,
                other => other,
            }))
        })
        .await
    }

    async fn insert_active(
        &self,
        actor: &Actor,
        command: &EnsureAccount,
        email: Email,
    ) -> Result<(), CommitError> {
        let now = self.now();
        let password = self.hash_given(command).await?;
        let mut account =
            new_account(UserId::next(&*self.ports.ids), command.name.clone(), email, password, now);
        verify(&mut account, now);
        account.roles.clone_from(&command.roles);
        let nobody = Account { roles: BTreeSet::new(), ..account.clone() };
        let draft = self
            .draft(actor, now)
            .write(IdentityWrite::InsertAccount(account.clone()))
            .tell(USER_REGISTERED, &account)
            .audit("account.register", account.id, json!({ "roles": account.roles }))
            .touch_admins(&*self.ports.store, &nobody, &account)
            .await?;
        self.ports.store.commit(draft.done()).await
    }

    async fn complete(
        &self,
        actor: &Actor,
        account: &Account,
        command: &EnsureAccount,
    ) -> Result<(), CommitError> {
        let now = self.now();
        let password = match account.verified_at {
            Some(_) => None,
            None => Some(self.hash_given(command).await?),
        };
        let is_taken_over = password.is_some();
        let next = account.changed(now, |account| {
            account.roles.extend(command.roles.iter().cloned());
            if let Some(password) = password {
                account.password = password;
                verify(account, now);
            }
        });
        let detail = json!({ "before": account.roles, "after": next.roles });
        let draft = self
            .draft(actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version });
        let draft = if is_taken_over {
            let reason = RevocationReason::PasswordChanged;
            let draft = draft
                .end_what_was_before(&next, LinkPurpose::VerifyEmail, reason)
                .tell(USER_VERIFIED, &next)
                .tell(USER_PASSWORD_CHANGED, &next)
                .tell_others_ended(&next, None)
                .audit("account.take_over", next.id, json!({}));
            if next.roles == account.roles {
                draft
            } else {
                draft.tell(USER_ROLES_CHANGED, &next).audit_too("role.assign", next.id, detail)
            }
        } else {
            draft.tell(USER_ROLES_CHANGED, &next).audit("role.assign", next.id, detail)
        };
        let draft = draft.touch_admins(&*self.ports.store, account, &next).await?;
        self.ports.store.commit(draft.done()).await
    }

    async fn hash_given(&self, command: &EnsureAccount) -> Result<PasswordHash, StoreError> {
        self.hashed(&command.password, None).await.map_err(|busy| StoreError::Unavailable(busy.into()))
    }

    /// The actor's own account.
    ///
    /// # Errors
    /// `Denied` without `profile:read`.
    pub async fn me(&self, actor: &Actor) -> Result<Account, IdentityError> {
        let id = self.own_id(actor, Permission::PROFILE_READ)?;
        self.find_permitted(actor, Permission::PROFILE_READ, id).await
    }

    /// What the actor may do, and how far each permission reaches.
    ///
    /// # Errors
    /// `Denied` without `profile:read`.
    pub fn my_permissions(&self, actor: &Actor) -> Result<Vec<(Permission, Scope)>, IdentityError> {
        let policy = &*self.ports.access;
        actor.reach(policy, Permission::PROFILE_READ)?;
        let granted = Permission::ALL.iter().filter_map(|one| Some((*one, actor.reach(policy, *one).ok()?)));
        Ok(granted.collect())
    }

    /// Changes the actor's own profile.
    ///
    /// # Errors
    /// `VersionRequired` and `VersionMismatch` by `If-Match`; `Invalid` for refused values.
    pub async fn change_profile(
        &self,
        actor: &Actor,
        mut command: ChangeProfile,
    ) -> Result<Account, IdentityError> {
        let id = self.own_id(actor, Permission::PROFILE_WRITE)?;
        let account = self.find_permitted(actor, Permission::PROFILE_WRITE, id).await?;
        command.validate().map_err(IdentityError::Invalid)?;
        if command.if_match.is_none() {
            return Err(IdentityError::VersionRequired);
        }
        match_version(command.if_match, account.version)?;
        let now = self.now();
        let next = account.changed(now, |account| {
            account.name = command.name.unwrap_or_else(|| account.name.clone());
            account.phone = command.phone.unwrap_or_else(|| account.phone.clone());
            account.locale = command.locale.unwrap_or_else(|| account.locale.clone());
            account.time_zone = command.time_zone.unwrap_or_else(|| account.time_zone.clone());
        });
        let Account { version, updated_at, .. } = account;
        if (Account { version, updated_at, ..next.clone() }) == account {
            return Ok(account);
        }
        let commit = self
            .draft(actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .tell(USER_UPDATED, &next)
            .audit("profile.change", next.id, json!({ "version": next.version }))
            .done();
        match self.ports.store.commit(commit).await {
            Ok(()) => Ok(next),
            Err(CommitError::Stale) => {
                let current =
                    self.ports.store.find_account(id).await?.ok_or(IdentityError::NotFound)?.version;
                Err(IdentityError::VersionMismatch { current })
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn is_as_wanted(account: &Account, command: &EnsureAccount) -> bool {
    account.verified_at.is_some() && command.roles.is_subset(&account.roles)
}
