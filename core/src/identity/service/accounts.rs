//! Registering, and one's own profile.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::command::{ChangeProfile, EnsureAccount, Register};
use super::super::event::{LINK_REQUESTED, USER_REGISTERED, USER_ROLES_CHANGED, USER_UPDATED};
use super::super::model::{Account, AccountState, LinkPurpose, PasswordHash};
use super::{IdentityError, IdentityService, IdentityWrite, TRIES, match_version};
use crate::kernel::access::{Permission, Scope};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{CommitError, Name, Version};
use crate::kernel::email::Email;
use crate::kernel::id::UserId;

impl IdentityService {
    /// Registers an account and mails its verification link. The answer and the work are the same when the address is
    /// known already; then nothing changes.
    ///
    /// # Errors
    /// `Invalid` for refused values; `TooManyTries` per address of origin.
    pub async fn register(&self, command: Register) -> Result<(), IdentityError> {
        self.limit_ip(&command.origin).await?;
        let email = command.validate().map_err(IdentityError::Invalid)?;
        self.require_good_password(&command.password, &[&command.name, email.as_str()], "/password")?;
        let password = self.ports.hasher.hash(&command.password.0).await?;
        let now = self.now();
        let mut account = new_account(UserId::next(&*self.ports.ids), command.name, email, password, now);
        account.locale = command.locale.unwrap_or(account.locale);
        account.time_zone = command.time_zone.unwrap_or(account.time_zone);
        let actor = Actor::becoming(account.id, command.origin);
        let (link, fact) = self.new_link(&account, LinkPurpose::VerifyEmail, now);
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::InsertAccount(account.clone()))
            .write(IdentityWrite::InsertLink(link))
            .tell(USER_REGISTERED, &account)
            .tell_link(LINK_REQUESTED, &account, fact)
            .audit("account.register", account.id, json!({ "roles": account.roles }))
            .done();
        match self.ports.store.commit(commit).await {
            Ok(()) | Err(CommitError::Taken(Name::Email)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes sure that an active account with these roles exists: for the first administrator and for demo accounts.
    /// Returns whether it was made now.
    ///
    /// # Errors
    /// `Invalid` for refused values.
    pub async fn ensure_account(&self, command: EnsureAccount) -> Result<bool, IdentityError> {
        let email: Email = command.email.parse().map_err(|error: crate::kernel::email::InvalidEmail| {
            IdentityError::field("/email", "email", error.to_string())
        })?;
        let actor = Actor::system("bootstrap");
        for _ in 0..TRIES {
            let outcome = match self.ports.store.find_account_by_email(&email).await? {
                None => self.insert_active(&actor, &command, email.clone()).await,
                Some(account) if command.roles.is_subset(&account.roles) => return Ok(false),
                Some(account) => self.add_roles(&actor, &account, &command.roles).await,
            };
            match outcome {
                Ok(made) => return Ok(made),
                // Another instance does the same at this moment: look again.
                Err(CommitError::Stale | CommitError::Taken(Name::Email)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(IdentityError::Contended)
    }

    async fn insert_active(
        &self,
        actor: &Actor,
        command: &EnsureAccount,
        email: Email,
    ) -> Result<bool, CommitError> {
        let now = self.now();
        let password = match self.ports.hasher.hash(&command.password.0).await {
            Ok(password) => password,
            Err(busy) => return Err(crate::kernel::error::StoreError::Unavailable(busy.into()).into()),
        };
        let mut account =
            new_account(UserId::next(&*self.ports.ids), command.name.clone(), email, password, now);
        account.state = AccountState::Active;
        account.verified_at = Some(now);
        account.roles.clone_from(&command.roles);
        let mut draft = self
            .draft(actor, now)
            .write(IdentityWrite::InsertAccount(account.clone()))
            .tell(USER_REGISTERED, &account)
            .audit("account.register", account.id, json!({ "roles": account.roles }));
        if account.is_acting_admin() {
            draft = draft
                .write(IdentityWrite::TouchAdmins { from: self.ports.store.admin_roster().await?.version });
        }
        self.ports.store.commit(draft.done()).await.map(|()| true)
    }

    async fn add_roles(
        &self,
        actor: &Actor,
        account: &Account,
        roles: &BTreeSet<Role>,
    ) -> Result<bool, CommitError> {
        let now = self.now();
        let next = account.changed(now, |account| account.roles.extend(roles.iter().cloned()));
        let mut draft = self
            .draft(actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .tell(USER_ROLES_CHANGED, &next)
            .audit("role.assign", next.id, json!({ "before": account.roles, "after": next.roles }));
        if account.is_acting_admin() != next.is_acting_admin() {
            draft = draft
                .write(IdentityWrite::TouchAdmins { from: self.ports.store.admin_roster().await?.version });
        }
        self.ports.store.commit(draft.done()).await.map(|()| false)
    }

    /// The actor's own account.
    ///
    /// # Errors
    /// `Denied` without `profile:read`.
    pub async fn me(&self, actor: &Actor) -> Result<Account, IdentityError> {
        let id = actor.user_id().ok_or(IdentityError::NotFound)?;
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
        command: ChangeProfile,
    ) -> Result<Account, IdentityError> {
        let id = actor.user_id().ok_or(IdentityError::NotFound)?;
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

fn new_account(id: UserId, name: String, email: Email, password: PasswordHash, now: Timestamp) -> Account {
    Account {
        id,
        name,
        email,
        phone: None,
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        password,
        roles: BTreeSet::from([Role::CUSTOMER]),
        state: AccountState::Pending,
        verified_at: None,
        version: Version::FIRST,
        created_at: now,
        updated_at: now,
    }
}
