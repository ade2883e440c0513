//! Registering: the same answer, after the same work, whatever is known of the address.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::command::Register;
use super::super::event::{LINK_REQUESTED, LinkFact, USER_REGISTERED, USER_UPDATED};
use super::super::model::{Account, AccountState, LinkPurpose, PasswordHash};
use super::limits::of_asker;
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::actor::{Actor, Origin, Role};
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Commit, CommitError, Name, Version};
use crate::kernel::email::Email;
use crate::kernel::id::UserId;

impl IdentityService {
    /// Registers an account and mails its verification link.
    ///
    /// An address that waits to be verified is registered anew: name and password are replaced, and only the link that is
    /// mailed now decides. The owner of an address that has an account is told so, with a link to choose a new password.
    /// The answer and the work are the same in all three cases: one read, one hash, one commit.
    ///
    /// # Errors
    /// `Invalid` for refused values; `TooManyTries` per network, per address and network, and per address and day.
    pub async fn register(&self, mut command: Register) -> Result<(), IdentityError> {
        if let Some(limit) = self.limits.registrations_per_network {
            self.limit_network("register", &command.origin, limit).await?;
        }
        let email = command.validate(self.limits.smtputf8).map_err(IdentityError::Invalid)?;
        let asker = command.origin.network();
        let person = [&command.name, email.as_str()];
        self.require_good_password(&command.password, &person, "/password", asker).await?;
        let found = self.ports.store.find_account_by_email(&email).await?;
        let tries = of_asker("register", Some(&email), &command.origin, self.limits.registrations_per_asker);
        self.limit_asker(tries, self.mails_to(&email), found.as_ref(), &command.origin).await?;
        let password = self.hashed(&command.password, asker).await?;
        let now = self.now();
        let origin = command.origin.clone();
        let commit = match found {
            None => self.first_registration(command, email, password, now),
            Some(account) if account.verified_at.is_none() => {
                self.further_registration(&account, command, password, now)
            }
            Some(account) => self.registration_in_vain(&account, command.origin, now),
        };
        match self.ports.store.commit(commit).await {
            Ok(()) => Ok(()),
            // Somebody else registered the address at this moment: theirs is the newer one.
            Err(CommitError::Taken(Name::Email) | CommitError::Stale) => {
                self.note_in_vain("account.register", origin, now).await
            }
            Err(error) => Err(error.into()),
        }
    }

    fn first_registration(
        &self,
        command: Register,
        email: Email,
        password: PasswordHash,
        now: Timestamp,
    ) -> Commit<IdentityWrite> {
        let mut account = new_account(UserId::next(&*self.ports.ids), command.name, email, password, now);
        account.locale = command.locale.unwrap_or(account.locale);
        account.time_zone = command.time_zone.unwrap_or(account.time_zone);
        let actor = Actor::becoming(account.id, command.origin);
        let (link, fact) = self.new_link(&account, LinkPurpose::VerifyEmail, now);
        self.draft(&actor, now)
            .write(IdentityWrite::InsertAccount(account.clone()))
            .write(IdentityWrite::InsertLink(link))
            .tell(USER_REGISTERED, &account)
            .tell_link(LINK_REQUESTED, &account, fact)
            .audit("account.register", account.id, json!({ "roles": account.roles }))
            .done()
    }

    fn further_registration(
        &self,
        account: &Account,
        command: Register,
        password: PasswordHash,
        now: Timestamp,
    ) -> Commit<IdentityWrite> {
        let next = account.changed(now, |account| {
            account.name = command.name;
            account.password = password;
            account.locale = command.locale.unwrap_or_else(|| account.locale.clone());
            account.time_zone = command.time_zone.unwrap_or_else(|| account.time_zone.clone());
        });
        let actor = Actor::becoming(next.id, command.origin);
        let purpose = LinkPurpose::VerifyEmail;
        let (link, fact) = self.new_link(&next, purpose, now);
        self.draft(&actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .write(IdentityWrite::WithdrawLinks { account: next.id, purpose, at: now })
            .write(IdentityWrite::InsertLink(link))
            .tell(USER_UPDATED, &next)
            .tell_link(LINK_REQUESTED, &next, fact)
            .audit("account.register_again", next.id, json!({ "version": next.version }))
            .done()
    }

    fn registration_in_vain(
        &self,
        account: &Account,
        origin: Origin,
        now: Timestamp,
    ) -> Commit<IdentityWrite> {
        let actor = Actor { origin, ..Actor::system("public") };
        let (link, fact) = self.new_link(account, LinkPurpose::ResetPassword, now);
        let fact = LinkFact { registered_again: true, ..fact };
        self.draft(&actor, now)
            .write(IdentityWrite::InsertLink(link))
            .tell_link(LINK_REQUESTED, account, fact)
            .audit("account.register_in_vain", account.id, json!({}))
            .done()
    }

    /// Notes in the audit log that a public request led to nothing: also so that it takes as long as one that did, and
    /// its time tells nobody which addresses are known.
    pub(super) async fn note_in_vain(
        &self,
        action: &'static str,
        origin: Origin,
        now: Timestamp,
    ) -> Result<(), IdentityError> {
        let actor = Actor { origin, ..Actor::system("public") };
        let entry = AuditEntry::denied(&*self.ports.ids, now, &actor, action, "user:unknown".to_owned());
        let draft = self.draft(&actor, now).with(|commit| commit.audit(entry));
        Ok(self.ports.store.commit(draft.done()).await?)
    }
}

/// An account that waits for its address to be verified.
pub(super) fn new_account(
    id: UserId,
    name: String,
    email: Email,
    password: PasswordHash,
    now: Timestamp,
) -> Account {
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
