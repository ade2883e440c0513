//! Exchanging refresh tokens.

use serde_json::json;

use super::super::command::Secret;
use super::super::event::{SESSION_REUSE_DETECTED, SessionFact};
use super::super::model::{Account, RevocationReason, Session, TokenOwner, TokenStanding};
use super::{IdentityError, IdentityService, IdentityWrite, Tokens};
use crate::kernel::actor::{Actor, Origin};
use crate::kernel::commit::{CommitError, retrying_stale};

impl IdentityService {
    /// Exchanges a refresh token for its successor and a new access token.
    ///
    /// The same token again within the grace period gives the same successor, unless that was exchanged too: then it is
    /// refused. Later it ends the session, since somebody else may hold a copy.
    ///
    /// # Errors
    /// `RefreshRefused` when the token is unknown, used or its session has ended; `TooManyTries` when too many were refused
    /// from this network. A good token is never refused for the bad ones of others.
    pub async fn refresh(&self, token: &Secret, origin: &Origin) -> Result<Tokens, IdentityError> {
        match self.exchange(token, origin).await {
            Err(refused @ IdentityError::RefreshRefused) => {
                Err(self.failed("refresh", origin, self.limits.refreshes_per_network, refused).await)
            }
            answer => answer,
        }
    }

    async fn exchange(&self, token: &Secret, origin: &Origin) -> Result<Tokens, IdentityError> {
        let presented = self.ports.secrets.hash(&token.0);
        // `Stale`: the same token was exchanged at this moment. Then it is within its grace now; and where the session is to
        // end because an older token came again, it must end all the same.
        retrying_stale(|| async {
            let found = self.ports.store.find_session_by_token(presented).await?;
            let TokenOwner { session, exchanged_at } = found.ok_or(IdentityError::RefreshRefused)?;
            let account =
                self.ports.store.find_account(session.account).await?.ok_or(IdentityError::RefreshRefused)?;
            let now = self.now();
            if !account.can_sign_in(now) {
                return Err(IdentityError::RefreshRefused);
            }
            let successor = self.ports.secrets.successor(session.id, &token.0);
            match session.judge(presented, exchanged_at, now) {
                TokenStanding::Ended | TokenStanding::Superseded => Err(IdentityError::RefreshRefused),
                TokenStanding::InGrace => {
                    // Nothing is committed here that would notice it: a session that ended before the account was read must
                    // not get a token that looks like one of after its end.
                    let session = self.ports.store.find_session(session.id).await?;
                    let open = session.filter(|session| session.is_open(now));
                    let session = open.ok_or(IdentityError::RefreshRefused)?;
                    Ok(Ok(self.tokens(&account, &session, successor, now)?))
                }
                TokenStanding::Reused => match self.end_reused(&account, &session, origin).await {
                    Ok(()) => Err(IdentityError::RefreshRefused),
                    Err(error) => Ok(Err(error)),
                },
                TokenStanding::Current => {
                    let ip = origin.ip.map(|ip| ip.to_string());
                    let next = session.rotated(self.ports.secrets.hash(&successor), now, ip);
                    let tokens = self.tokens(&account, &next, successor, now)?;
                    let write = IdentityWrite::UpdateSession { session: next, from: session.version };
                    let actor = Actor::becoming(account.id, origin.clone());
                    let draft = self.draft(&actor, now).write(write);
                    let draft = draft.unaudited("a session goes on; its beginning and its end are audited");
                    Ok(self.ports.store.commit(draft.done()).await.map(|()| tokens))
                }
            }
        })
        .await
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
}
