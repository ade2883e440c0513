//! Signing in: a proof of who it is, then a session.

use chrono::Duration;
use serde_json::json;

use super::super::command::{LogIn, Secret};
use super::super::event::{SESSION_OPENED, SessionFact};
use super::super::model::{Account, RevocationReason, Session};
use super::super::port::{AccessClaims, AccessToken, PasswordCheck};
use super::limits::{REMEMBERED, of_address, of_asker, of_network};
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::actor::{Actor, Origin};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::id::SessionId;
use crate::kernel::throttle::Bucket;

/// What a person gets by signing in or refreshing.
#[derive(Clone, derive_more::Debug)]
pub struct Tokens {
    /// For requests.
    #[debug(skip)]
    pub access: AccessToken,
    /// How long the access token is good.
    #[debug(skip)]
    pub access_lifetime: Duration,
    /// For the next refresh; good for one exchange.
    #[debug(skip)]
    pub refresh: String,
    /// When the refresh token stops being good if it is not used.
    #[debug(skip)]
    pub refresh_until: Timestamp,
    /// The session.
    pub session: SessionId,
}

/// Somebody who knows the password of an account: all that is needed for a session, unless more is asked of them.
struct Proven {
    account: Account,
    /// The hash is of an older kind or cost.
    outdated: bool,
}

/// What failed sign-ins count in.
struct Tries {
    network: Option<Bucket>,
    asker: Bucket,
    strangers: Bucket,
}

impl IdentityService {
    /// Signs in. Unknown address, wrong password, an address that is not verified and a locked account get the same answer
    /// after the same work.
    ///
    /// # Errors
    /// `BadCredentials`; `TooManyTries` per network, per account and network, and per account for networks that its owner
    /// never signed in from; `Busy` when too many sign in at once.
    pub async fn log_in(&self, command: LogIn) -> Result<Tokens, IdentityError> {
        let email: Option<Email> = command.email.parse().ok();
        let tries = self.tries(email.as_ref(), &command.origin);
        let Proven { account, outdated } = self.prove(&command, &tries).await?;
        let tokens = self.open_session(&account, command.origin.clone(), self.now()).await?;
        self.confirm_sign_in(&account, &command, tokens.session).await?;
        if outdated {
            self.rehash(&account, &command.password, &command.origin).await;
        }
        self.forgive(&tries).await;
        Ok(tokens)
    }

    fn tries(&self, email: Option<&Email>, origin: &Origin) -> Tries {
        let limits = &self.limits;
        Tries {
            network: of_network("login", origin, limits.sign_ins_per_network),
            // By account AND network: nobody can keep the owner out by guessing from elsewhere.
            asker: of_asker("login", email, origin, limits.sign_ins_per_account),
            strangers: of_address("login", email, limits.sign_ins_of_strangers),
        }
    }

    /// The account whose password the person knows.
    async fn prove(&self, command: &LogIn, tries: &Tries) -> Result<Proven, IdentityError> {
        if let Some(network) = &tries.network {
            // Alone and first, so that a network that is refused leaves no rows about accounts.
            self.limit(network.clone()).await?;
        }
        let found = self.find_by_address(&command.email).await?;
        self.limit_asker(tries.asker.clone(), tries.strangers.clone(), found.as_ref(), &command.origin)
            .await?;
        let hash = found.as_ref().map(|account| &account.password);
        let check = self.compare(&command.password, hash, command.origin.network()).await?;
        match (found.filter(|one| one.can_sign_in(self.now())), check) {
            (Some(account), PasswordCheck::Matches { outdated }) => Ok(Proven { account, outdated }),
            _ => Err(IdentityError::BadCredentials),
        }
    }

    /// Takes back what a successful sign-in counted, and forgets the failures from here before it.
    async fn forgive(&self, tries: &Tries) {
        let once: Vec<&str> =
            tries.network.iter().chain([&tries.strangers]).map(|bucket| bucket.name.as_str()).collect();
        if let Err(error) = self.ports.throttle.forgive(&once, &[&tries.asker.name]).await {
            tracing::warn!(%error, "the tries of a successful sign-in could not be forgotten; they end with their window");
        }
    }

    async fn open_session(
        &self,
        account: &Account,
        origin: Origin,
        now: Timestamp,
    ) -> Result<Tokens, IdentityError> {
        let known = self.ports.queries.recent_sign_ins(account.id, REMEMBERED).await?;
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
        let asker = command.origin.network();
        let reason = if !account.can_sign_in(self.now()) {
            RevocationReason::AccountLocked
        } else if account.password != seen.password
            && self.compare(&command.password, Some(&account.password), asker).await?
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

    /// The tokens of `session`, of which `refresh` is the newest for refreshing.
    pub(super) fn tokens(
        &self,
        account: &Account,
        session: &Session,
        refresh: String,
        now: Timestamp,
    ) -> Result<Tokens, IdentityError> {
        let claims = AccessClaims {
            subject: account.id,
            session: session.id,
            account_version: account.version,
            roles: account.acting_roles(),
            issued_at: now,
        };
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
    async fn rehash(&self, account: &Account, password: &Secret, origin: &Origin) {
        let Ok(hash) = self.hashed(password, origin.network()).await else { return };
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
}
