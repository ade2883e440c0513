//! One-time links: verifying an address, and choosing a new password.

use serde_json::json;

use super::super::command::{ResetPassword, Secret};
use super::super::event::{LINK_REQUESTED, SESSION_REVOKED, USER_PASSWORD_CHANGED, USER_VERIFIED};
use super::super::model::{Account, AccountState, Link, LinkPurpose, RevocationReason};
use super::{IdentityError, IdentityService, IdentityWrite, TRIES};
use crate::kernel::actor::{Actor, Origin};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::CommitError;
use crate::kernel::email::Email;

impl IdentityService {
    /// Verifies the address of the account that the link was mailed to. A second use of the same link is fine.
    ///
    /// # Errors
    /// `LinkRefused` when it is unknown or too old; `TooManyTries` per address of origin.
    pub async fn verify_email(&self, token: &Secret, origin: Origin) -> Result<(), IdentityError> {
        self.limit_ip(&origin).await?;
        for _ in 0..TRIES {
            let (link, account) = self.find_link(LinkPurpose::VerifyEmail, token).await?;
            if account.verified_at.is_some() {
                return Ok(());
            }
            let now = self.now();
            if !link.is_good(now) {
                return Err(IdentityError::LinkRefused);
            }
            let actor = Actor::becoming(account.id, origin.clone());
            let next = account.changed(now, |account| verify(account, now));
            let commit = self
                .draft(&actor, now)
                .write(IdentityWrite::SpendLink { id: link.id, at: now })
                .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
                .tell(USER_VERIFIED, &next)
                .audit("email.verify", next.id, json!({}))
                .done();
            match self.ports.store.commit(commit).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(IdentityError::Contended)
    }

    /// Mails a new verification link if an account with this address waits for one; the answer is the same if not.
    ///
    /// # Errors
    /// `Invalid` when it is no address; `TooManyTries` per address and per origin.
    pub async fn resend_verification(&self, email: &str, origin: Origin) -> Result<(), IdentityError> {
        self.mail_link(email, LinkPurpose::VerifyEmail, origin, |account| account.verified_at.is_none()).await
    }

    /// Mails a link to choose a new password if there is an account with this address; the answer is the same if not.
    ///
    /// # Errors
    /// `Invalid` when it is no address; `TooManyTries` per address and per origin.
    pub async fn forgot_password(&self, email: &str, origin: Origin) -> Result<(), IdentityError> {
        self.mail_link(email, LinkPurpose::ResetPassword, origin, |_| true).await
    }

    async fn mail_link(
        &self,
        email: &str,
        purpose: LinkPurpose,
        origin: Origin,
        wanted: impl Fn(&Account) -> bool + Send,
    ) -> Result<(), IdentityError> {
        let email: Email = email
            .parse()
            .map_err(|_| IdentityError::field("/email", "email", "must be an e-mail address"))?;
        self.limit_ip(&origin).await?;
        self.limit(&format!("{}:{email}", purpose.as_str()), self.rules.links).await?;
        let found = self.ports.store.find_account_by_email(&email).await?;
        let now = self.now();
        let Some(account) = found.filter(|account| wanted(account)) else {
            return self.note_in_vain("link.request", origin, now).await;
        };
        let actor = Actor::becoming(account.id, origin);
        let (link, fact) = self.new_link(&account, purpose, now);
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::WithdrawLinks { account: account.id, purpose, at: now })
            .write(IdentityWrite::InsertLink(link))
            .tell_link(LINK_REQUESTED, &account, fact)
            .audit("link.request", account.id, json!({ "purpose": purpose.as_str() }))
            .done();
        Ok(self.ports.store.commit(commit).await?)
    }

    /// Sets the password that the person chose by a mailed link, and ends all sessions.
    ///
    /// # Errors
    /// `LinkRefused` when the link is unknown, used or too old; `Invalid` when the password is too weak.
    pub async fn reset_password(&self, command: ResetPassword) -> Result<(), IdentityError> {
        self.limit_ip(&command.origin).await?;
        let (link, account) = self.find_link(LinkPurpose::ResetPassword, &command.token).await?;
        let now = self.now();
        if !link.is_good(now) {
            return Err(IdentityError::LinkRefused);
        }
        self.require_good_password(&command.password, &[&account.name, account.email.as_str()], "/password")?;
        let hash = self.ports.hasher.hash(&command.password.0).await?;
        let actor = Actor::becoming(account.id, command.origin);
        let next = account.changed(now, |account| {
            account.password = hash;
            // Whoever holds the link reads the mailbox: that verifies the address as well.
            verify(account, now);
        });
        let reason = RevocationReason::PasswordChanged;
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::SpendLink { id: link.id, at: now })
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .write(IdentityWrite::RevokeSessions { account: next.id, except: None, reason, at: now })
            .tell(USER_PASSWORD_CHANGED, &next)
            .tell(SESSION_REVOKED, &next)
            .audit("password.reset", next.id, json!({}))
            .done();
        match self.ports.store.commit(commit).await {
            Ok(()) => Ok(()),
            // The same link was used at this moment.
            Err(CommitError::Stale) => Err(IdentityError::LinkRefused),
            Err(error) => Err(error.into()),
        }
    }

    async fn find_link(
        &self,
        purpose: LinkPurpose,
        token: &Secret,
    ) -> Result<(Link, Account), IdentityError> {
        let hash = self.ports.secrets.hash(&token.0);
        let link = self.ports.store.find_link(purpose, hash).await?.ok_or(IdentityError::LinkRefused)?;
        let account = self.ports.store.find_account(link.account).await?.ok_or(IdentityError::LinkRefused)?;
        Ok((link, account))
    }
}

/// Notes that the address of `account` is known to be the person's.
pub(super) fn verify(account: &mut Account, now: Timestamp) {
    account.verified_at.get_or_insert(now);
    if account.state == AccountState::Pending {
        account.state = AccountState::Active;
    }
}
