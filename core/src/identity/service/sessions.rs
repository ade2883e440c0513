//! Seeing and ending sessions.

use serde_json::json;

use super::super::event::{SESSION_REVOKED, SessionFact};
use super::super::model::{RevocationReason, Session};
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::kernel::commit::retrying_stale;
use crate::kernel::id::SessionId;

impl IdentityService {
    /// Ends the actor's own session of this request.
    ///
    /// # Errors
    /// When the store does not answer. A session that has ended already is fine, and nobody needs a permission to leave.
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
        let reason = RevocationReason::RevokedByUser;
        retrying_stale(|| async {
            let account = self.ports.store.find_account(id).await?.ok_or(IdentityError::NotFound)?;
            let now = self.now();
            // The account's next version: by it everybody tells the tokens of the sessions that end from those of later ones.
            let next = account.changed(now, |_| {});
            let commit = self
                .draft(actor, now)
                .write(IdentityWrite::UpdateAccount { account: next.clone(), from: account.version })
                .write(IdentityWrite::RevokeSessions { account: id, except: actor.session, reason, at: now })
                .tell_others_ended(&next, actor.session)
                .audit("session.revoke_others", id, json!({}))
                .done();
            Ok::<_, IdentityError>(self.ports.store.commit(commit).await)
        })
        .await
    }

    pub(super) async fn end_session(
        &self,
        actor: &Actor,
        id: SessionId,
        reason: RevocationReason,
    ) -> Result<(), IdentityError> {
        retrying_stale(|| async {
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
            Ok::<_, IdentityError>(self.ports.store.commit(commit).await)
        })
        .await
    }
}
