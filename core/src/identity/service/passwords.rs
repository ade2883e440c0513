//! Rules for passwords, and changing one's own.

use serde_json::json;

use super::super::command::{MAX_PASSWORD, MIN_PASSWORD, MIN_STRENGTH, Secret};
use super::super::event::USER_PASSWORD_CHANGED;
use super::super::model::{LinkPurpose, PasswordHash, RevocationReason};
use super::super::port::{HasherBusy, PasswordCheck};
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::kernel::network::Network;
use crate::kernel::text::{has_odd_characters, normal_password, resembles};
use crate::kernel::throttle::Bucket;

impl IdentityService {
    /// Changes the actor's password and ends all other sessions.
    ///
    /// # Errors
    /// `Invalid` when the current password is wrong or the new one is too weak; `TooManyTries`.
    pub async fn change_password(
        &self,
        actor: &Actor,
        current: &Secret,
        password: &Secret,
    ) -> Result<(), IdentityError> {
        let id = self.own_id(actor, Permission::PROFILE_WRITE)?;
        let account = self.find_permitted(actor, Permission::PROFILE_WRITE, id).await?;
        let asker = actor.origin.network();
        let person = [&account.name, account.email.as_str()];
        self.require_good_password(password, &person, "/password", asker).await?;
        let tries = Bucket::new(format!("password:{id}"), self.limits.sign_ins_per_account);
        self.limit(tries.clone()).await?;
        let check = self.compare(current, Some(&account.password), asker).await?;
        if check == PasswordCheck::Differs {
            return Err(IdentityError::field("/current_password", "wrong", "is not your current password"));
        }
        let hash = self.hashed(password, asker).await?;
        let now = self.now();
        let next = account.changed(now, |account| account.password = hash);
        let reason = RevocationReason::PasswordChanged;
        let commit = self
            .draft(actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .write(IdentityWrite::RevokeSessions { account: id, except: actor.session, reason, at: now })
            // A link that somebody else asked for must not undo the change.
            .write(IdentityWrite::WithdrawLinks { account: id, purpose: LinkPurpose::ResetPassword, at: now })
            .tell(USER_PASSWORD_CHANGED, &next)
            .tell_others_ended(&next, actor.session)
            .audit("password.change", id, json!({}))
            .done();
        self.ports.store.commit(commit).await?;
        if let Err(error) = self.ports.throttle.forgive(&[], &[&tries.name]).await {
            tracing::warn!(%error, "the tries before a change of password could not be forgotten; they end with their window");
        }
        Ok(())
    }

    /// The hash of a password in its one form ([`normal_password`]).
    pub(super) async fn hashed(
        &self,
        password: &Secret,
        asker: Option<Network>,
    ) -> Result<PasswordHash, HasherBusy> {
        self.ports.hasher.hash(&normal_password(&password.0), asker).await
    }

    /// Compares a password with a hash: in its one form, and if it was typed in another one also as it was typed, because
    /// hashes were made of that before. How much work that is depends on what was typed alone, and not on whether there is
    /// an account.
    pub(super) async fn compare(
        &self,
        password: &Secret,
        hash: Option<&PasswordHash>,
        asker: Option<Network>,
    ) -> Result<PasswordCheck, HasherBusy> {
        let normal = normal_password(&password.0);
        let check = self.ports.hasher.verify(&normal, hash, asker).await?;
        if check != PasswordCheck::Differs || normal == password.0 {
            return Ok(check);
        }
        Ok(match self.ports.hasher.verify(&password.0, hash, asker).await? {
            PasswordCheck::Matches { .. } => PasswordCheck::Matches { outdated: true },
            PasswordCheck::Differs => PasswordCheck::Differs,
        })
    }

    /// Refuses passwords that are short, long, or easy to guess for somebody who knows the person.
    pub(super) async fn require_good_password(
        &self,
        password: &Secret,
        related: &[&str],
        field: &str,
        asker: Option<Network>,
    ) -> Result<(), IdentityError> {
        let password = normal_password(&password.0);
        let length = password.chars().count();
        if !(MIN_PASSWORD..=MAX_PASSWORD).contains(&length) {
            let message = format!("must have {MIN_PASSWORD} to {MAX_PASSWORD} characters");
            return Err(IdentityError::field(field, "length", message));
        }
        if has_odd_characters(&password) {
            let message = "must not contain control characters, or codes that are no characters yet";
            return Err(IdentityError::field(field, "characters", message));
        }
        if resembles(&password, related) {
            let message = "is too like your name, your address or this platform: add words of another kind";
            return Err(IdentityError::field(field, "similar", message));
        }
        let words: Vec<&str> = related
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .filter(|w| w.len() > 2)
            .collect();
        if self.ports.hasher.strength(&password, &words, asker).await? < MIN_STRENGTH {
            let message = "is easy to guess: use several uncommon words, and not your name or address";
            return Err(IdentityError::field(field, "weak", message));
        }
        Ok(())
    }

    /// Learns what older kinds of password hashes are stored, so that signing in takes the same work for all accounts.
    /// Run at start.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn learn_password_hashes(&self) -> Result<(), IdentityError> {
        if let Some(hash) = self.ports.queries.costliest_bcrypt().await? {
            self.ports.hasher.expect_like(&hash);
        }
        Ok(())
    }
}
