//! Which access tokens are good no more before their time, as far as this process has heard.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use dashmap::{DashMap, Entry};
use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{BoxFuture, Shared};

use super::super::port::{LONGEST_TOKEN_LIFE, TokenRefused, TokenVerifier, VerifiedToken};
use crate::kernel::actor::Principal;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::id::{SessionId, UserId};

/// Which tokens end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutOff {
    /// Those of a session.
    Session(SessionId),
    /// Those of an account that were issued before its change to a version, because sessions ended or roles changed with it.
    Account {
        /// Whose.
        account: UserId,
        /// The version; tokens that say this one or a later one are good.
        before: Version,
        /// The session that goes on.
        kept: Option<SessionId>,
    },
}

/// A cut-off of an account.
#[derive(Clone, Copy, Debug)]
struct OfAccount {
    before: Version,
    kept: Option<SessionId>,
    at: Timestamp,
}

impl OfAccount {
    fn ends(&self, token: &VerifiedToken) -> bool {
        let is_kept = self.kept.is_some() && self.kept == token.session;
        // A token of a service of before says no version, and says only to the second when it was issued. One that was issued
        // in the second of the change may be of either side of it: it is refreshed once too often.
        let is_before =
            token.account_version.map_or(token.issued_at <= self.at, |version| version < self.before);
        is_before && !is_kept
    }

    /// Whether whatever `other` ends is ended by this one, and for as long.
    fn covers(&self, other: &Self) -> bool {
        let keeps_no_more = self.kept.is_none() || self.kept == other.kept;
        keeps_no_more && self.before >= other.before && self.at >= other.at
    }
}

/// The sessions and accounts whose tokens were cut off. What is looked up with every request costs a lookup or two in
/// memory; each cut-off is kept for as long as a token of before it can live.
///
/// A cut-off may be told again and late: which tokens it ends follows from the version of the account that a token was issued
/// for, and not from when anybody heard of it, nor from the clocks of two machines.
#[derive(Debug, Default)]
pub struct CutOffs {
    sessions: DashMap<SessionId, Timestamp>,
    accounts: DashMap<UserId, Vec<OfAccount>>,
    held: AtomicUsize,
    bell: Bell,
}

impl CutOffs {
    /// Cuts off what came before `at`. Returns whether that is news.
    pub fn cut(&self, what: CutOff, at: Timestamp) -> bool {
        let is_news = match what {
            CutOff::Session(session) => self.cut_session(session, at),
            CutOff::Account { account, before, kept } => {
                self.cut_account(account, OfAccount { before, kept, at })
            }
        };
        if is_news {
            self.bell.ring();
        }
        is_news
    }

    fn cut_session(&self, session: SessionId, at: Timestamp) -> bool {
        match self.sessions.entry(session) {
            // Whichever was heard first: it is kept for as long as the later one asks for.
            Entry::Occupied(mut known) => {
                let latest = at.max(*known.get());
                known.insert(latest);
                false
            }
            Entry::Vacant(none) => {
                none.insert(at);
                self.held.fetch_add(1, Ordering::AcqRel);
                true
            }
        }
    }

    fn cut_account(&self, account: UserId, new: OfAccount) -> bool {
        let mut known = self.accounts.entry(account).or_default();
        if known.iter().any(|one| one.covers(&new)) {
            return false;
        }
        let before = known.len();
        known.retain(|one| !new.covers(one));
        self.held.fetch_add(1, Ordering::AcqRel);
        self.held.fetch_sub(before - known.len(), Ordering::AcqRel);
        known.push(new);
        true
    }

    /// Whether a token that is genuine is still good.
    ///
    /// # Errors
    /// `Ended` when its session has ended, `Superseded` when its account has changed since, as far as that was heard.
    pub fn judge(&self, token: &VerifiedToken) -> Result<(), TokenRefused> {
        if self.held.load(Ordering::Acquire) == 0 {
            return Ok(());
        }
        if let Some(session) = token.session
            && self.sessions.contains_key(&session)
        {
            return Err(TokenRefused::Ended);
        }
        let Principal::User(account) = &token.principal else { return Ok(()) };
        let is_over = self.accounts.get(account).is_some_and(|all| all.iter().any(|one| one.ends(token)));
        if is_over { Err(TokenRefused::Superseded) } else { Ok(()) }
    }

    /// Forgets those before which no token can have been issued that is not over by itself at `now`.
    pub fn forget(&self, now: Timestamp) {
        let is_kept = |at: Timestamp| at + LONGEST_TOKEN_LIFE > now;
        self.sessions.retain(|_, at| {
            let stays = is_kept(*at);
            self.let_go(usize::from(!stays));
            stays
        });
        self.accounts.retain(|_, all| {
            let before = all.len();
            all.retain(|one| is_kept(one.at));
            self.let_go(before - all.len());
            !all.is_empty()
        });
    }

    fn let_go(&self, count: usize) {
        self.held.fetch_sub(count, Ordering::AcqRel);
    }

    /// How many are held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.held.load(Ordering::Relaxed)
    }
}

/// Wakes everybody who waits for the next cut-off: the one who rings drops what they wait for.
#[derive(Debug)]
struct Bell(Mutex<(oneshot::Sender<()>, Shared<oneshot::Receiver<()>>)>);

impl Bell {
    fn pair() -> (oneshot::Sender<()>, Shared<oneshot::Receiver<()>>) {
        let (sender, receiver) = oneshot::channel();
        (sender, receiver.shared())
    }

    fn ring(&self) {
        let next = Self::pair();
        let rung = std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), next);
        drop(rung);
    }

    fn next(&self) -> Shared<oneshot::Receiver<()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.clone()
    }
}

impl Default for Bell {
    fn default() -> Self {
        Self(Mutex::new(Self::pair()))
    }
}

/// Checks tokens as its inner verifier does, and then whether they were cut off: for the services that do not hold the
/// sessions, without a call per request.
#[derive(derive_more::Debug)]
#[debug("CutOffVerifier {{ .. }}")]
pub struct CutOffVerifier {
    offline: Arc<dyn TokenVerifier>,
    cut_offs: Arc<CutOffs>,
}

impl CutOffVerifier {
    /// A verifier that looks `cut_offs` up for what `offline` found to be genuine.
    #[must_use]
    pub fn new(offline: Arc<dyn TokenVerifier>, cut_offs: Arc<CutOffs>) -> Self {
        Self { offline, cut_offs }
    }
}

#[async_trait]
impl TokenVerifier for CutOffVerifier {
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        let token = self.offline.verify(token, now).await?;
        self.cut_offs.judge(&token)?;
        Ok(token)
    }

    fn withdrawn(&self) -> BoxFuture<'static, ()> {
        self.cut_offs.bell.next().map(drop).boxed()
    }

    async fn is_ready(&self) -> bool {
        self.offline.is_ready().await
    }
}
