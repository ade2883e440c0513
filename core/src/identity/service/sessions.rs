//! Signing in, refreshing, and ending sessions.

use chrono::Duration;
use serde_json::json;

use super::super::command::{LogIn, Secret};
use super::super::event::{SESSION_OPENED, SESSION_REUSE_DETECTED, SESSION_REVOKED, SessionFact};
use super::super::model::{Account, RevocationReason, Session, TokenStanding};
use super::super::port::{AccessClaims, AccessToken, PasswordCheck};
use super::{IdentityError, IdentityService, IdentityWrite, TRIES};
use crate::kernel::access::Permission;
use crate::kernel::actor::{Actor, Origin, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{CommitError, Version};
use crate::kernel::email::Email;
use crate::kernel::id::SessionId;

/// What a person gets by signing in or refreshing.
#[derive(Clone)]
pub struct Tokens {
    /// For requests.
    pub access: AccessToken,
    /// How long the access token is good.
    pub access_lifetime: Duration,
    /// For the next refresh; good for one exchange.
    pub refresh: String,
    /// When the refresh token stops being good if it is not used.
    pub refresh_until: Timestamp,
    /// The session.
    pub session: SessionId,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokens").field("session", &self.session).finish_non_exhaustive()
    }
}

impl IdentityService {
    /// Signs in. Unknown address, wrong password and locked account get the same answer after the same work.
    ///
    /// # Errors
    /// `BadCredentials`; `TooManyTries` per account and per origin; `Busy` when too many sign in at once.
    pub async fn log_in(&self, command: LogIn) -> Result<Tokens, IdentityError> {
        self.limit_ip(&command.origin).await?;
        let email: Option<Email> = command.email.parse().ok();
        // By account AND origin: nobody can keep the owner out by guessing from elsewhere.
        let from = command.origin.ip.map_or_else(|| "unknown".to_owned(), |ip| ip.to_string());
        let bucket = format!("login:{}:{from}", email.as_ref().map_or("invalid", Email::as_str));
        self.limit(&bucket, self.rules.logins_per_account).await?;
        let found = match &email {
            Some(email) => self.ports.store.find_account_by_email(email).await?,
            None => None,
        };
        let check = self
            .ports
            .hasher
            .verify(&command.password.0, found.as_ref().map(|account| &account.password))
            .await?;
        let now = self.now();
        let (Some(account), PasswordCheck::Matches { outdated }) =
            (found.filter(|one| one.can_sign_in(now)), check)
        else {
            return Err(IdentityError::BadCredentials);
        };
        let tokens = self.open_session(&account, command.origin.clone(), now).await?;
        self.confirm_sign_in(&account, &command, tokens.session).await?;
        if outdated {
            self.rehash(&account, &command.password).await;
        }
        if let Err(error) = self.ports.throttle.clear(&bucket).await {
            tracing::warn!(%error, "the tries of a successful sign-in could not be forgotten; they end with their window");
        }
        Ok(tokens)
    }

    async fn open_session(
        &self,
        account: &Account,
        origin: Origin,
        now: Timestamp,
    ) -> Result<Tokens, IdentityError> {
        let known = self.ports.queries.list_sessions(account.id).await?;
        let refresh = self.ports.secrets.generate();
        let session = Session {
            id: SessionId::next(&*self.ports.ids),
            account: account.id,
            current: self.ports.secrets.hash(&refresh),
            previous: None,
            device: origin.user_agent.as_ref().map(|device| device.chars().take(300).collect()),
            ip: origin.ip.map(|ip| ip.to_string()),
            created_at: now,
            last_seen_at: now,
            idle_until: now + Session::IDLE,
            expires_at: now + Session::LIFETIME,
            revoked: None,
            version: Version::FIRST,
        };
        // The first sign-in of all is no news to the person who just registered.
        let new_device = !known.is_empty() && known.iter().all(|one| one.device != session.device);
        let tokens = self.tokens(account, &session, refresh, now)?;
        let actor = Actor::becoming(account.id, origin);
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::InsertSession(session.clone()))
            .tell_session(SESSION_OPENED, account, SessionFact::opened(&session, new_device))
            .audit("session.open", account.id, json!({ "session": session.id }))
            .done();
        self.ports.store.commit(commit).await?;
        Ok(tokens)
    }

    /// Ends `session` again if a new password or a lock came while the old password was being compared: that change ended
    /// the sessions it could see, and this one was not among them.
    async fn confirm_sign_in(
        &self,
        seen: &Account,
        command: &LogIn,
        session: SessionId,
    ) -> Result<(), IdentityError> {
        let account = self.ports.store.find_account(seen.id).await?.ok_or(IdentityError::BadCredentials)?;
        let reason = if !account.can_sign_in(self.now()) {
            RevocationReason::AccountLocked
        } else if account.password != seen.password
            && self.ports.hasher.verify(&command.password.0, Some(&account.password)).await?
                == PasswordCheck::Differs
        {
            RevocationReason::PasswordChanged
        } else {
            return Ok(());
        };
        let actor = Actor::becoming(seen.id, command.origin.clone());
        match self.end_session(&actor, session, reason).await {
            Ok(()) | Err(IdentityError::NotFound) => Err(IdentityError::BadCredentials),
            Err(error) => Err(error),
        }
    }

    fn tokens(
        &self,
        account: &Account,
        session: &Session,
        refresh: String,
        now: Timestamp,
    ) -> Result<Tokens, IdentityError> {
        let mut roles: Vec<Role> = account.roles.iter().cloned().collect();
        if self.rules.require_verified_email && account.verified_at.is_none() {
            roles.push(Role::UNVERIFIED);
        }
        let claims = AccessClaims { subject: account.id, session: session.id, roles, issued_at: now };
        let access = self.ports.issuer.issue(&claims)?;
        let access_lifetime = access.expires_at - now;
        Ok(Tokens {
            access,
            access_lifetime,
            refresh,
            refresh_until: session.idle_until,
            session: session.id,
        })
    }

    /// Hashes the password anew at the present cost. Failing to do so is no reason to refuse the sign-in.
    async fn rehash(&self, account: &Account, password: &Secret) {
        let Ok(hash) = self.ports.hasher.hash(&password.0).await else { return };
        let now = self.now();
        let actor = Actor::system("rehash");
        let next = account.changed(now, |account| account.password = hash);
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::UpdateAccount { account: next, from: account.version })
            .audit("password.rehash", account.id, json!({}))
            .done();
        if let Err(error) = self.ports.store.commit(commit).await {
            tracing::warn!(%error, "an outdated password hash could not be replaced; the next sign-in tries again");
        }
    }

    /// Exchanges a refresh token for its successor and a new access token.
    ///
    /// The same token again within the grace period gives the same successor; later it ends the session, since somebody
    /// else may hold a copy.
    ///
    /// # Errors
    /// `RefreshRefused` when the token is unknown, used or its session has ended.
    pub async fn refresh(&self, token: &Secret, origin: &Origin) -> Result<Tokens, IdentityError> {
        self.limit_ip(origin).await?;
        let presented = self.ports.secrets.hash(&token.0);
        for _ in 0..TRIES {
            let found = self.ports.store.find_session_by_token(presented).await?;
            let session = found.ok_or(IdentityError::RefreshRefused)?;
            let account =
                self.ports.store.find_account(session.account).await?.ok_or(IdentityError::RefreshRefused)?;
            let now = self.now();
            if !account.can_sign_in(now) {
                return Err(IdentityError::RefreshRefused);
            }
            let successor = self.ports.secrets.successor(session.id, &token.0);
            match session.judge(presented, now) {
                TokenStanding::Ended => return Err(IdentityError::RefreshRefused),
                TokenStanding::InGrace => return self.tokens(&account, &session, successor, now),
                TokenStanding::Reused => match self.end_reused(&account, &session, origin).await {
                    Ok(()) => return Err(IdentityError::RefreshRefused),
                    // The newest token was exchanged at this moment: the session must end all the same.
                    Err(CommitError::Stale) => {}
                    Err(error) => return Err(error.into()),
                },
                TokenStanding::Current => {
                    let ip = origin.ip.map(|ip| ip.to_string());
                    let next = session.rotated(self.ports.secrets.hash(&successor), now, ip);
                    let tokens = self.tokens(&account, &next, successor, now)?;
                    let write = IdentityWrite::UpdateSession { session: next, from: session.version };
                    let actor = Actor::becoming(account.id, origin.clone());
                    match self.ports.store.commit(self.draft(&actor, now).write(write).done()).await {
                        Ok(()) => return Ok(tokens),
                        // The same token was exchanged at this moment: then it is within its grace now.
                        Err(CommitError::Stale) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
        Err(IdentityError::Contended)
    }

    async fn end_reused(
        &self,
        account: &Account,
        session: &Session,
        origin: &Origin,
    ) -> Result<(), CommitError> {
        let now = self.now();
        let actor = Actor::becoming(account.id, origin.clone());
        let reason = RevocationReason::TokenReused;
        let commit = self
            .draft(&actor, now)
            .write(IdentityWrite::UpdateSession {
                session: session.revoked(reason, now),
                from: session.version,
            })
            .tell_session(SESSION_REUSE_DETECTED, account, SessionFact::ended(session, reason))
            .audit("session.reuse", account.id, json!({ "session": session.id }))
            .done();
        self.ports.store.commit(commit).await
    }

    /// Ends the actor's own session of this request.
    ///
    /// # Errors
    /// When the store does not answer. A session that has ended already is fine.
    pub async fn log_out(&self, actor: &Actor) -> Result<(), IdentityError> {
        match actor.session {
            Some(session) => match self.end_session(actor, session, RevocationReason::LoggedOut).await {
                Ok(()) | Err(IdentityError::NotFound) => Ok(()),
                Err(error) => Err(error),
            },
            None => Ok(()),
        }
    }

    /// The actor's open sessions, newest first.
    ///
    /// # Errors
    /// `Denied` without `session:read`.
    pub async fn my_sessions(&self, actor: &Actor) -> Result<Vec<Session>, IdentityError> {
        let id = self.own_id(actor, Permission::SESSION_READ)?;
        let now = self.now();
        let sessions = self.ports.queries.list_sessions(id).await?;
        Ok(sessions.into_iter().filter(|session| session.is_open(now)).collect())
    }

    /// Ends one of the actor's own sessions.
    ///
    /// # Errors
    /// `NotFound` unless it is an open session of the actor.
    pub async fn revoke_session(&self, actor: &Actor, session: SessionId) -> Result<(), IdentityError> {
        actor.reach(&*self.ports.access, Permission::SESSION_REVOKE)?;
        self.end_session(actor, session, RevocationReason::RevokedByUser).await
    }

    /// Ends all of the actor's sessions but the one of this request.
    ///
    /// # Errors
    /// `Denied` without `session:revoke`.
    pub async fn revoke_other_sessions(&self, actor: &Actor) -> Result<(), IdentityError> {
        let id = self.own_id(actor, Permission::SESSION_REVOKE)?;
        let account = self.ports.store.find_account(id).await?.ok_or(IdentityError::NotFound)?;
        let now = self.now();
        let reason = RevocationReason::RevokedByUser;
        let commit = self
            .draft(actor, now)
            .write(IdentityWrite::RevokeSessions { account: id, except: actor.session, reason, at: now })
            .tell(SESSION_REVOKED, &account)
            .audit("session.revoke_others", id, json!({}))
            .done();
        Ok(self.ports.store.commit(commit).await?)
    }

    async fn end_session(
        &self,
        actor: &Actor,
        id: SessionId,
        reason: RevocationReason,
    ) -> Result<(), IdentityError> {
        for _ in 0..TRIES {
            let now = self.now();
            let found = self.ports.store.find_session(id).await?;
            let mine =
                found.filter(|session| Some(session.account) == actor.user_id() && session.is_open(now));
            let session = mine.ok_or(IdentityError::NotFound)?;
            let account =
                self.ports.store.find_account(session.account).await?.ok_or(IdentityError::NotFound)?;
            let commit = self
                .draft(actor, now)
                .write(IdentityWrite::UpdateSession {
                    session: session.revoked(reason, now),
                    from: session.version,
                })
                .tell_session(SESSION_REVOKED, &account, SessionFact::ended(&session, reason))
                .audit("session.revoke", account.id, json!({ "session": id, "reason": reason.as_str() }))
                .done();
            match self.ports.store.commit(commit).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(IdentityError::Contended)
    }
}
