//! One-time links: verifying an address, and choosing a new password.

use serde_json::json;

use super::super::command::{ResetPassword, Secret};
use super::super::event::{LINK_REQUESTED, USER_PASSWORD_CHANGED, USER_VERIFIED};
use super::super::model::{Account, AccountState, Link, LinkPurpose, RevocationReason};
use super::limits::{of_address, of_asker};
use super::{Draft, IdentityError, IdentityService, IdentityWrite};
use crate::kernel::actor::{Actor, Origin};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{CommitError, retrying_stale};
use crate::kernel::email::{Email, InvalidEmail};
use crate::kernel::throttle::Bucket;

impl IdentityService {
    /// Verifies the address of the account that the link was mailed to, with the name and password of the registration that
    /// it was mailed for. A second use of the same link is fine. Whatever was before it ends: other links, and sessions.
    ///
    /// # Errors
    /// `LinkRefused` when it is unknown, too old, or of a registration that a newer one replaced; `TooManyTries` when too
    /// many were refused from this network.
    pub async fn verify_email(&self, token: &Secret, origin: Origin) -> Result<(), IdentityError> {
        let answer = self.follow_verification(token, &origin).await;
        self.count_refused_link(answer, &origin).await
    }

    async fn follow_verification(&self, token: &Secret, origin: &Origin) -> Result<(), IdentityError> {
        retrying_stale(|| async {
            let (link, account) = self.find_link(LinkPurpose::VerifyEmail, token).await?;
            if account.verified_at.is_some() {
                return Ok(Ok(()));
            }
            let now = self.now();
            if !link.is_good(now) {
                return Err(IdentityError::LinkRefused);
            }
            let actor = Actor::becoming(account.id, origin.clone());
            let next = account.changed(now, |account| verify(account, now));
            let draft = self
                .draft(&actor, now)
                .write(IdentityWrite::SpendLink { id: link.id, at: now })
                .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
                .end_what_was_before(&next, LinkPurpose::VerifyEmail, RevocationReason::PasswordChanged)
                .tell(USER_VERIFIED, &next)
                .tell_others_ended(&next, None)
                .audit("email.verify", next.id, json!({}));
            let commit = draft.touch_admins(&*self.ports.store, &account, &next).await?.done();
            Ok::<_, IdentityError>(self.ports.store.commit(commit).await)
        })
        .await
    }

    /// Mails a further verification link if an account with this address waits for one; the answer is the same if not. The
    /// links before it stay good.
    ///
    /// # Errors
    /// `Invalid` when it is no address; `TooManyTries` per network, per address and network, and per address and day.
    pub async fn resend_verification(&self, email: &str, origin: Origin) -> Result<(), IdentityError> {
        self.mail_link(email, LinkPurpose::VerifyEmail, origin, |account| account.verified_at.is_none()).await
    }

    /// Mails a link to choose a new password if there is an account with this address; the answer is the same if not. The
    /// links before it stay good until one is used, so that nobody can take an owner's link away by asking for another.
    ///
    /// # Errors
    /// `Invalid` when it is no address; `TooManyTries` per network, per address and network, and per address and day.
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
        let address: Email = email
            .parse()
            .map_err(|error: InvalidEmail| IdentityError::field("/email", "email", error.to_string()))?;
        self.limit_network("mail", &origin, self.limits.mails_per_network).await?;
        let found = self.find_by_address(email).await?;
        let asker = of_asker(purpose.as_str(), Some(&address), &origin, self.limits.mails_per_asker);
        self.limit_asker(asker, self.mails_to(&address), found.as_ref(), &origin).await?;
        let now = self.now();
        let Some(account) = found.filter(|account| wanted(account)) else {
            return self.note_in_vain("link.request", origin, now).await;
        };
        let actor = Actor::becoming(account.id, origin);
        let (link, fact) = self.new_link(&account, purpose, now);
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::InsertLink(link))
            .tell_link(LINK_REQUESTED, &account, fact)
            .audit("link.request", account.id, json!({ "purpose": purpose.as_str() }))
            .done();
        Ok(self.ports.store.commit(commit).await?)
    }

    /// What counts the mails to an address, whatever they are about and whoever asked for them.
    pub(super) fn mails_to(&self, email: &Email) -> Bucket {
        of_address("mails", Some(email), self.limits.mails_per_address)
    }

    /// Sets the password that the person chose by a mailed link, and ends all sessions and all other links.
    ///
    /// # Errors
    /// `LinkRefused` when the link is unknown, used or too old; `Invalid` when the password is too weak; `TooManyTries`
    /// when too many links were refused from this network.
    pub async fn reset_password(&self, command: ResetPassword) -> Result<(), IdentityError> {
        let origin = command.origin.clone();
        let answer = self.follow_reset(command).await;
        self.count_refused_link(answer, &origin).await
    }

    async fn follow_reset(&self, command: ResetPassword) -> Result<(), IdentityError> {
        let (link, account) = self.find_link(LinkPurpose::ResetPassword, &command.token).await?;
        let now = self.now();
        if !link.is_good(now) {
            return Err(IdentityError::LinkRefused);
        }
        let asker = command.origin.network();
        let person = [&account.name, account.email.as_str()];
        self.require_good_password(&command.password, &person, "/password", asker).await?;
        let hash = self.hashed(&command.password, asker).await?;
        let actor = Actor::becoming(account.id, command.origin);
        let next = account.changed(now, |account| {
            account.password = hash;
            // Whoever holds the link reads the mailbox: that verifies the address as well.
            verify(account, now);
        });
        let reason = RevocationReason::PasswordChanged;
        let draft = self
            .draft(&actor, now)
            .write(IdentityWrite::SpendLink { id: link.id, at: now })
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .end_what_was_before(&next, LinkPurpose::ResetPassword, reason)
            .write(IdentityWrite::WithdrawLinks {
                account: next.id,
                purpose: LinkPurpose::VerifyEmail,
                at: now,
            })
            .tell(USER_PASSWORD_CHANGED, &next)
            .tell_others_ended(&next, None)
            .audit("password.reset", next.id, json!({}));
        let commit = draft.touch_admins(&*self.ports.store, &account, &next).await?.done();
        match self.ports.store.commit(commit).await {
            Ok(()) => {}
            // The same link was used at this moment.
            Err(CommitError::Stale) => return Err(IdentityError::LinkRefused),
            Err(error) => return Err(error.into()),
        }
        // Whoever guessed at the old password has no say in when its owner signs in with the new one.
        let strangers = of_address("login", Some(&account.email), self.limits.sign_ins_of_strangers);
        if let Err(error) = self.ports.throttle.forgive(&[], &[&strangers.name]).await {
            tracing::warn!(%error, "the tries before a new password could not be forgotten; they end with their window");
        }
        Ok(())
    }

    /// Counts a link that was refused: nobody guesses one, but asking costs.
    async fn count_refused_link(
        &self,
        answer: Result<(), IdentityError>,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        match answer {
            Err(refused @ IdentityError::LinkRefused) => {
                Err(self.failed("link", origin, self.limits.links_per_network, refused).await)
            }
            answer => answer,
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

impl<Audit> Draft<'_, Audit> {
    /// With the end of all sessions of `account`, and of its other links of this purpose.
    pub(super) fn end_what_was_before(
        self,
        account: &Account,
        purpose: LinkPurpose,
        reason: RevocationReason,
    ) -> Self {
        let at = self.now;
        self.write(IdentityWrite::WithdrawLinks { account: account.id, purpose, at })
            .write(IdentityWrite::RevokeSessions { account: account.id, except: None, reason, at })
    }
}

/// Notes that the address of `account` is known to be the person's.
pub(super) fn verify(account: &mut Account, now: Timestamp) {
    account.verified_at.get_or_insert(now);
    if account.state == AccountState::Pending {
        account.state = AccountState::Active;
    }
}
