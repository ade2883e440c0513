//! Rules for passwords, and changing one's own.

use serde_json::json;

use super::super::command::{MAX_PASSWORD, MIN_PASSWORD, MIN_STRENGTH, Secret};
use super::super::event::{SESSION_REVOKED, USER_PASSWORD_CHANGED};
use super::super::model::RevocationReason;
use super::super::port::PasswordCheck;
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::access::Permission;
use crate::kernel::actor::{Actor, Origin};

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
        self.limit(&format!("password:{id}"), self.rules.logins_per_account).await?;
        self.require_good_password(password, &[&account.name, account.email.as_str()], "/password")?;
        if self.ports.hasher.verify(&current.0, Some(&account.password)).await? == PasswordCheck::Differs {
            return Err(IdentityError::field("/current_password", "wrong", "is not your current password"));
        }
        let hash = self.ports.hasher.hash(&password.0).await?;
        let now = self.now();
        let next = account.changed(now, |account| account.password = hash);
        let reason = RevocationReason::PasswordChanged;
        let commit = self
            .draft(actor, now)
            .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
            .write(IdentityWrite::RevokeSessions { account: id, except: actor.session, reason, at: now })
            .tell(USER_PASSWORD_CHANGED, &next)
            .tell(SESSION_REVOKED, &next)
            .audit("password.change", id, json!({}))
            .done();
        Ok(self.ports.store.commit(commit).await?)
    }

    /// Refuses passwords that are short, long, or easy to guess for somebody who knows the person.
    pub(super) fn require_good_password(
        &self,
        password: &Secret,
        related: &[&str],
        field: &str,
    ) -> Result<(), IdentityError> {
        let length = password.0.chars().count();
        if !(MIN_PASSWORD..=MAX_PASSWORD).contains(&length) {
            let message = format!("must have {MIN_PASSWORD} to {MAX_PASSWORD} characters");
            return Err(IdentityError::field(field, "length", message));
        }
        let words: Vec<&str> = related
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .filter(|w| w.len() > 2)
            .collect();
        if self.ports.hasher.strength(&password.0, &words) < MIN_STRENGTH {
            let message = "is easy to guess: use several uncommon words, and not your name or address";
            return Err(IdentityError::field(field, "weak", message));
        }
        Ok(())
    }

    /// Limits public requests per address of origin.
    pub(super) async fn limit_ip(&self, origin: &Origin) -> Result<(), IdentityError> {
        match origin.ip {
            Some(ip) => self.limit(&format!("ip:{ip}"), self.rules.requests_per_ip).await,
            None => Ok(()),
        }
    }
}
