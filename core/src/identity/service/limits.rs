//! How often something may be tried: per network of origin, per account, and per both.
//!
//! What costs a guess counts before it is tried, and is taken back when it was none. What nobody can guess, such as a
//! refresh token, counts only when it failed: a flood of bad ones keeps no good one out.

use std::time::Duration;

use super::super::model::Account;
use super::{IdentityError, IdentityService};
use crate::kernel::actor::Origin;
use crate::kernel::email::Email;
use crate::kernel::id::UserId;
use crate::kernel::network::Network;
use crate::kernel::throttle::{Bucket, Limit, Tally};

/// The limits of identity. Networks are those of [`Network`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentityLimits {
    /// Failed sign-ins from one network, to any account.
    pub sign_ins_per_network: Limit,
    /// Failed sign-ins to one account from one network; fewer than those of all strangers in the same time.
    pub sign_ins_per_account: Limit,
    /// Failed sign-ins to one account from all networks together that its owner never signed in from.
    pub sign_ins_of_strangers: Limit,
    /// Refused refresh tokens from one network.
    pub refreshes_per_network: Limit,
    /// Refused links from one network.
    pub links_per_network: Limit,
    /// Links asked for from one network, for any account.
    pub mails_per_network: Limit,
    /// Links of one purpose asked for one address from one network.
    pub mails_per_asker: Limit,
    /// Links asked for one address, whoever asks, except its owner from where they have signed in.
    pub mails_per_address: Limit,
    /// Registrations from one network; `None` for no limit.
    pub registrations_per_network: Option<Limit>,
    /// Registrations of one address from one network.
    pub registrations_per_asker: Limit,
    /// Whether mail gets to addresses with a name outside ASCII, which needs a mail server with SMTPUTF8 (RFC 6531).
    /// Otherwise they are refused at registration, because their owners could never verify them.
    pub smtputf8: bool,
    /// For how long a key signs before the next one does; `None` to change it by hand only.
    pub key_lifetime: Option<Duration>,
}

impl Default for IdentityLimits {
    fn default() -> Self {
        let per = |max, window| Limit { max, window };
        Self {
            sign_ins_per_network: per(300, Duration::from_mins(5)),
            sign_ins_per_account: per(20, Duration::from_mins(15)),
            sign_ins_of_strangers: per(100, Duration::from_hours(1)),
            refreshes_per_network: per(300, Duration::from_mins(5)),
            links_per_network: per(60, Duration::from_mins(5)),
            mails_per_network: per(30, Duration::from_mins(10)),
            mails_per_asker: per(1, Duration::from_mins(1)),
            mails_per_address: per(10, Duration::from_hours(24)),
            registrations_per_network: Some(per(100, Duration::from_hours(1))),
            registrations_per_asker: per(5, Duration::from_mins(10)),
            smtputf8: false,
            key_lifetime: Some(Duration::from_hours(30 * 24)),
        }
    }
}

/// So many of the newest sessions tell where an account is signed in to from.
pub(super) const REMEMBERED: u16 = 50;

/// A network in the name of a bucket.
fn named(network: Option<Network>) -> String {
    network.map_or_else(|| "unknown".to_owned(), |network| network.to_string())
}

/// The bucket of `what` for one network; none where the network is not known, so that not all of them share one.
pub(super) fn of_network(what: &str, origin: &Origin, limit: Limit) -> Option<Bucket> {
    origin.network().map(|network| Bucket::new(format!("{what}@{network}"), limit))
}

/// The bucket of `what` for one address from one network.
pub(super) fn of_asker(what: &str, email: Option<&Email>, origin: &Origin, limit: Limit) -> Bucket {
    let email = email.map_or("invalid", Email::as_str);
    Bucket::new(format!("{what}:{email}@{}", named(origin.network())), limit)
}

/// The bucket of `what` for one address, wherever it is asked from.
pub(super) fn of_address(what: &str, email: Option<&Email>, limit: Limit) -> Bucket {
    Bucket::new(format!("{what}:{}", email.map_or("invalid", Email::as_str)), limit)
}

impl IdentityService {
    /// Counts a try and refuses when there were too many.
    pub(super) async fn limit(&self, bucket: Bucket) -> Result<(), IdentityError> {
        let tallies = self.ports.throttle.hit(&[bucket], self.now()).await?;
        tallies.iter().try_for_each(within)
    }

    /// Counts a request from `origin`, where its network is known.
    pub(super) async fn limit_network(
        &self,
        what: &str,
        origin: &Origin,
        limit: Limit,
    ) -> Result<(), IdentityError> {
        match of_network(what, origin, limit) {
            Some(bucket) => self.limit(bucket).await,
            None => Ok(()),
        }
    }

    /// Counts a failure from `origin` that nobody can guess their way out of, and gives the error to answer with: `error`,
    /// or that there were too many.
    pub(super) async fn failed(
        &self,
        what: &str,
        origin: &Origin,
        limit: Limit,
        error: IdentityError,
    ) -> IdentityError {
        self.limit_network(what, origin, limit).await.err().unwrap_or(error)
    }

    /// Counts a try at an address: in the bucket of who asks, and in the one that all askers share. The latter does not
    /// hold up whoever asks from where the account was signed in to before. The same work is done whether or not there
    /// is an account.
    pub(super) async fn limit_asker(
        &self,
        asker: Bucket,
        shared: Bucket,
        account: Option<&Account>,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let shared_name = shared.name.clone();
        let tallies = self.ports.throttle.hit(&[asker, shared], self.now()).await?;
        let [asker, shared] = tallies.as_slice() else { return Err(IdentityError::Contended) };
        if asker.is_over() {
            // What is refused was no try: one network alone must not use up what all have together.
            self.ports.throttle.forgive(&[&shared_name], &[]).await?;
            return Err(IdentityError::TooManyTries(*asker));
        }
        if shared.is_over() && !self.is_known_at(account, origin).await? {
            return Err(IdentityError::TooManyTries(*shared));
        }
        Ok(())
    }

    /// Whether `account` was signed in to from the network of `origin` not long ago.
    async fn is_known_at(&self, account: Option<&Account>, origin: &Origin) -> Result<bool, IdentityError> {
        let id = account.map_or(UserId(uuid::Uuid::nil()), |account| account.id);
        let recent = self.ports.queries.recent_sign_ins(id, REMEMBERED).await?;
        let network = origin.network();
        let networks = recent.iter().filter_map(|one| one.ip.as_deref()?.parse().ok().map(Network::of));
        Ok(network.is_some() && networks.into_iter().any(|known| Some(known) == network))
    }
}

fn within(tally: &Tally) -> Result<(), IdentityError> {
    if tally.is_over() { Err(IdentityError::TooManyTries(*tally)) } else { Ok(()) }
}
