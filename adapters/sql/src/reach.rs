//! The way to a `PostgreSQL` server: where it is looked for, when it is tried again, and which connections are trusted.
//!
//! An address may name several servers of which one writes, and a name may move from one to another. So the address is
//! resolved anew for each connection, every address is tried within its part of the time, and where there is a choice, one
//! that only reads is passed over. What fails is tried again after a pause that grows, with jitter, and by few at a time,
//! so that a server that comes back does not meet a storm.
//!
//! A network can also fall silent without closing anything. Nothing tells this side, so every answer has a limit
//! ([`in_time`]). The driver keeps its sockets to itself; therefore the system's keepalive and user timeout are asked for
//! where they can be, at the server's end of the session ([`session`]): they free the locks of a client that is gone.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use parking_lot::Mutex;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection, Executor, Row};
use tokio::net::lookup_host;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until, timeout};

use crate::settings::SqlSettings;

/// A connection that was not used for this long is asked whether it is still there before anything is trusted to it.
pub(crate) const TRUSTED_FOR: Duration = Duration::from_secs(5);
/// How long the answer to that question may take: it costs the server nothing.
pub(crate) const PING_LIMIT: Duration = Duration::from_secs(2);
/// The longest that a connection may take to be made, however long a query may wait for one.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// How much longer than the server works on a statement its answer may be under way.
const ANSWER_MARGIN: Duration = Duration::from_secs(2);
/// Connections that are made at the same time.
const TURNS: usize = 2;
/// The pause after a first failure; it doubles up to the longest.
const PAUSE_MIN: Duration = Duration::from_millis(50);
const PAUSE_MAX: Duration = Duration::from_secs(1);

/// How long a statement may go without an answer: the server gives it up before.
pub(crate) fn answer_limit(settings: &SqlSettings) -> Duration {
    settings.statement_timeout + ANSWER_MARGIN
}

/// The answer of `work`, or that the connection was lost when there is none within `limit`.
///
/// # Errors
/// Those of `work`, or an input/output error of the kind `TimedOut`.
pub(crate) async fn in_time<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    let silent =
        || io::Error::new(io::ErrorKind::TimedOut, format!("the database did not answer within {limit:?}"));
    timeout(limit, work).await.unwrap_or_else(|_| Err(sqlx::Error::Io(silent())))
}

/// Which connections may still be used: those that were made in the current epoch. When one of them turns out to be lost
/// or read-only, its epoch ends, since the others go the same way.
#[derive(Debug, Default)]
pub(crate) struct Trust(AtomicU64);

impl Trust {
    pub(crate) fn epoch(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Ends `epoch`, once.
    pub(crate) fn end(&self, epoch: u64) {
        // When it has ended already, somebody else was faster.
        let _ = self.0.compare_exchange(epoch, epoch + 1, Ordering::AcqRel, Ordering::Acquire);
    }
}

/// What everybody who connects to a server knows of it.
#[derive(Debug)]
struct Reach {
    trust: Trust,
    turns: Semaphore,
    streak: Mutex<Streak>,
    /// The host of the address that answered last, and which it was.
    found: AtomicUsize,
    last: Mutex<Option<(String, u16)>>,
    jitter: RandomState,
}

/// Attempts in a row that failed.
#[derive(Debug, Default)]
struct Streak {
    failures: u32,
    not_before: Option<Instant>,
}

impl Reach {
    /// Waits until the server may be tried again.
    async fn pause(&self) {
        let not_before = self.streak.lock().not_before;
        if let Some(not_before) = not_before {
            sleep_until(not_before).await;
        }
    }

    fn failed(&self) {
        let mut hasher = self.jitter.build_hasher();
        let mut streak = self.streak.lock();
        hasher.write_u32(streak.failures);
        streak.not_before = Some(Instant::now() + pause(streak.failures, hasher.finish()));
        streak.failures = streak.failures.saturating_add(1);
    }

    fn succeeded(&self) {
        *self.streak.lock() = Streak::default();
    }
}

/// The pause after a failure that follows `failures` others: between half of it and all of it.
fn pause(failures: u32, random: u64) -> Duration {
    let factor = 2_u32.checked_pow(failures).unwrap_or(u32::MAX);
    let whole = PAUSE_MIN.saturating_mul(factor).min(PAUSE_MAX);
    let part = u32::try_from(random % 512).unwrap_or_default();
    whole / 2 + whole * part / 1024
}

/// An attempt that counts as failed unless it is said to have succeeded, also when its caller goes away.
struct Attempt<'a>(Option<&'a Reach>);

impl Attempt<'_> {
    fn succeeded(mut self) {
        if let Some(reach) = self.0.take() {
            reach.succeeded();
        }
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        if let Some(reach) = self.0.take() {
            reach.failed();
        }
    }
}

/// Makes connections to a server. Clones share what they learn of it.
#[derive(Clone, derive_more::Debug)]
pub(crate) struct Connector {
    /// One for each host of the address.
    #[debug(skip)]
    hosts: Vec<PgConnectOptions>,
    limit: Duration,
    reach: Arc<Reach>,
}

impl Connector {
    /// A connector to the address of `settings`.
    ///
    /// # Errors
    /// When the address cannot be read.
    pub(crate) fn new(settings: &SqlSettings) -> Result<Self, sqlx::Error> {
        let hosts = one_per_host(&settings.url).into_iter().map(|url| Ok(session(url.parse()?, settings)));
        Ok(Self {
            hosts: hosts.collect::<Result<_, sqlx::Error>>()?,
            limit: settings.acquire_timeout.min(CONNECT_LIMIT),
            reach: Arc::new(Reach {
                trust: Trust::default(),
                turns: Semaphore::new(TURNS),
                streak: Mutex::default(),
                found: AtomicUsize::new(0),
                last: Mutex::default(),
                jitter: RandomState::new(),
            }),
        })
    }

    /// The same with a further setting of each session.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.hosts = self.hosts.into_iter().map(|host| host.options([(name, value)])).collect();
        self
    }

    /// Which connections may still be used.
    pub(crate) fn trust(&self) -> &Trust {
        &self.reach.trust
    }

    /// Which of the hosts of the address answered last.
    pub(crate) fn found(&self) -> usize {
        self.reach.found.load(Ordering::Relaxed)
    }

    /// How to connect to where the last connection was made.
    pub(crate) fn last(&self) -> PgConnectOptions {
        let options = self.hosts[self.found()].clone();
        match &*self.reach.last.lock() {
            Some((host, port)) => options.host(host).port(*port),
            None => options,
        }
    }

    /// Makes a connection, when it is this caller's turn.
    ///
    /// # Errors
    /// `PoolTimedOut` when none is made in time, or why none can be made.
    pub(crate) async fn connect(&self) -> Result<PgConnection, sqlx::Error> {
        let connecting = async {
            let _turn = self.reach.turns.acquire().await.map_err(|_| sqlx::Error::PoolClosed)?;
            self.reach.pause().await;
            let attempt = Attempt(Some(&self.reach));
            let connection = self.try_each().await?;
            attempt.succeeded();
            Ok(connection)
        };
        timeout(self.limit, connecting).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
    }

    /// The first of the addresses that answers and, where there are several, writes.
    async fn try_each(&self) -> Result<PgConnection, sqlx::Error> {
        let addresses = self.addresses().await;
        let (several, mut failure) = (addresses.len() > 1, sqlx::Error::PoolTimedOut);
        let limit = self.limit / u32::try_from(addresses.len()).unwrap_or(u32::MAX);
        for (host, options) in addresses {
            let connecting = async {
                let mut connection = options.connect().await?;
                if several {
                    must_write(&mut connection, &options).await?;
                }
                Ok(connection)
            };
            match in_time(limit, connecting).await {
                Ok(connection) => {
                    self.reach.found.store(host, Ordering::Relaxed);
                    *self.reach.last.lock() = Some((options.get_host().to_owned(), options.get_port()));
                    return Ok(connection);
                }
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// Every address of every host, the one that answered last at first.
    async fn addresses(&self) -> Vec<(usize, PgConnectOptions)> {
        let mut addresses = Vec::with_capacity(self.hosts.len());
        for (number, host) in self.hosts.iter().enumerate() {
            addresses
                .extend(resolved(host, self.limit / 2).await.into_iter().map(|options| (number, options)));
        }
        let last = self.reach.last.lock().clone();
        let is_last = |options: &PgConnectOptions| {
            last.as_ref()
                .is_some_and(|(host, port)| options.get_host() == host && options.get_port() == *port)
        };
        addresses.sort_by_key(|(_, options)| !is_last(options));
        addresses
    }
}

/// The addresses behind a name, if there are several. With TLS the name is what the server shows its certificate for, so
/// that the system goes through its addresses; list the hosts where that takes too long.
async fn resolved(host: &PgConnectOptions, limit: Duration) -> Vec<PgConnectOptions> {
    let by_name =
        matches!(host.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull);
    if by_name || host.get_socket().is_some() {
        return vec![host.clone()];
    }
    let found = timeout(limit, lookup_host((host.get_host(), host.get_port()))).await;
    let found: Vec<String> = match found {
        Ok(Ok(found)) => found.map(|address| address.ip().to_string()).collect(),
        // The attempt itself meets the same and says it.
        _ => Vec::new(),
    };
    if found.len() < 2 { vec![host.clone()] } else { found.iter().map(|ip| host.clone().host(ip)).collect() }
}

async fn must_write(connection: &mut PgConnection, options: &PgConnectOptions) -> Result<(), sqlx::Error> {
    let row = connection.fetch_one("SHOW transaction_read_only").await?;
    if row.try_get::<String, _>(0)? == "off" {
        return Ok(());
    }
    let reason = format!("{}:{} only reads, as a standby does", options.get_host(), options.get_port());
    Err(sqlx::Error::Io(io::Error::other(reason)))
}

/// What every session says at its beginning.
fn session(options: PgConnectOptions, settings: &SqlSettings) -> PgConnectOptions {
    let timeout = settings.statement_timeout.as_millis().to_string();
    options.disable_statement_logging().application_name("eop").options([
        ("statement_timeout", timeout.as_str()),
        ("timezone", "UTC"),
        // A client that is gone without a word is noticed within half a minute, and what it held is let go.
        ("tcp_keepalives_idle", "10"),
        ("tcp_keepalives_interval", "5"),
        ("tcp_keepalives_count", "3"),
        ("tcp_user_timeout", "25000"),
    ])
}

/// One address for each host of `url`, which may name several, separated by commas, as `libpq` takes them.
pub(crate) fn one_per_host(url: &str) -> Vec<String> {
    let begin = url.find("://").map_or(0, |at| at + 3);
    let end = url[begin..].find(['/', '?']).map_or(url.len(), |length| begin + length);
    let hosts = url[begin..end].rfind('@').map_or(begin, |at| begin + at + 1);
    url[hosts..end].split(',').map(|host| format!("{}{host}{}", &url[..hosts], &url[end..])).collect()
}

/// Whether a kept connection is still there.
pub(crate) async fn answers(connection: &mut impl Connection) -> bool {
    in_time(PING_LIMIT, connection.ping()).await.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_name_several_hosts() {
        assert_eq!(
            one_per_host("postgres://eop:a,b@one:5433,two/orders?sslmode=disable"),
            [
                "postgres://eop:a,b@one:5433/orders?sslmode=disable",
                "postgres://eop:a,b@two/orders?sslmode=disable"
            ]
        );
        assert_eq!(one_per_host("postgres://one/orders"), ["postgres://one/orders"]);
        assert_eq!(one_per_host("postgres://[::1]:5432,one"), ["postgres://[::1]:5432", "postgres://one"]);
    }

    #[test]
    fn pauses_double_up_to_a_second_and_are_spread() {
        for failures in [0, 1, 2, 4, 5, 40, u32::MAX] {
            let whole = PAUSE_MIN.saturating_mul(2_u32.saturating_pow(failures)).min(PAUSE_MAX);
            for random in [0, 255, 511, u64::MAX] {
                let pause = pause(failures, random);
                assert!(whole / 2 <= pause && pause < whole, "{failures} {random}: {pause:?} of {whole:?}");
            }
            assert_ne!(pause(failures, 0), pause(failures, 511));
        }
    }

    #[test]
    fn an_epoch_ends_once() {
        let trust = Trust::default();
        trust.end(0);
        trust.end(0);
        assert_eq!(trust.epoch(), 1, "both connections were of the epoch that ended");
    }

    #[tokio::test]
    async fn a_server_that_refuses_is_tried_ever_more_seldom() {
        let settings = SqlSettings::new("postgres://nobody@127.0.0.1:1/x?sslmode=disable");
        let connector = Connector::new(&settings).unwrap();
        let begun = Instant::now();
        for _ in 0..6 {
            connector.connect().await.unwrap_err();
        }
        // Between the six: 50, 100, 200, 400 and 800 ms, and half of that at least.
        let took = begun.elapsed();
        assert!(took > Duration::from_millis(775), "{took:?}");
    }
}
