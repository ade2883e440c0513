//! Password hashing: slow on purpose, so it runs beside the executor and only as often at once as there are cores.

use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{
    ARGON2ID_IDENT, Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
};
use async_trait::async_trait;
use eop_core::identity::model::PasswordHash;
use eop_core::identity::port::{HasherBusy, PasswordCheck, PasswordHasher};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

/// How long a sign-in waits for its turn before it is turned away.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// The shortest part of a name or address that counts as a word of its own.
const SHORTEST_WORD: usize = 3;

/// Hashes with Argon2id (RFC 9106) at 19 MiB, two passes and one lane, as OWASP recommends.
///
/// Hashes that bcrypt made are still checked, and are reported as outdated, as are Argon2 hashes of another cost.
#[derive(Debug)]
pub struct Argon2Hasher {
    argon2: Arc<Argon2<'static>>,
    turns: Arc<Semaphore>,
    longest_wait: Duration,
}

impl Default for Argon2Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Argon2Hasher {
    /// As many hashes at once as there are cores; others wait for up to three seconds.
    #[must_use]
    pub fn new() -> Self {
        Self::bounded(available_parallelism().map_or(1, usize::from), LONGEST_WAIT)
    }

    /// `at_once` hashes at once, which take 19 MiB each; others wait for up to `longest_wait`.
    ///
    /// # Panics
    /// Never: the cost is within what Argon2 can do.
    #[must_use]
    pub fn bounded(at_once: usize, longest_wait: Duration) -> Self {
        let params = Params::new(19 * 1024, 2, 1, None).expect("the cost is within Argon2's limits");
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Self { argon2: Arc::new(argon2), turns: Arc::new(Semaphore::new(at_once)), longest_wait }
    }

    /// Does `work` beside the executor once it is its turn.
    async fn in_turn<T, W>(&self, work: W) -> Result<T, HasherBusy>
    where
        T: Send + 'static,
        W: FnOnce(&Argon2<'static>) -> T + Send + 'static,
    {
        let turn = tokio::time::timeout(self.longest_wait, Arc::clone(&self.turns).acquire_owned());
        let turn = turn.await.map_err(|_| HasherBusy)?.map_err(|_| HasherBusy)?;
        let argon2 = Arc::clone(&self.argon2);
        let working = tokio::task::spawn_blocking(move || {
            // Held by the work, not by the caller: a caller that goes away does not let in one more.
            let _turn = turn;
            work(&argon2)
        });
        working.await.map_err(|fault| {
            tracing::error!(error = %fault, "hashing a password was cut off");
            HasherBusy
        })
    }
}

#[async_trait]
impl PasswordHasher for Argon2Hasher {
    async fn hash(&self, password: &str) -> Result<PasswordHash, HasherBusy> {
        let password = SecretString::from(password);
        self.in_turn(move |argon2| {
            let hash: phc::PasswordHash = argon2
                .hash_password(password.expose_secret().as_bytes())
                .expect("any text can be hashed while there are memory and random bytes");
            PasswordHash(hash.to_string())
        })
        .await
    }

    async fn verify(&self, password: &str, hash: Option<&PasswordHash>) -> Result<PasswordCheck, HasherBusy> {
        let password = SecretString::from(password);
        let hash = hash.map(|hash| SecretString::from(hash.0.as_str()));
        self.in_turn(move |argon2| {
            let hash = hash.as_ref().map(SecretString::expose_secret);
            compare(argon2, password.expose_secret().as_bytes(), hash)
        })
        .await
    }

    fn strength(&self, password: &str, related: &[&str]) -> u8 {
        // A guesser tries the parts of a name and an address, not only the whole of it.
        let parts = related.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let parts = parts.filter(|part| part.chars().count() >= SHORTEST_WORD);
        let words: Vec<&str> = related.iter().copied().chain(parts).collect();
        zxcvbn::zxcvbn(password, &words).score().into()
    }
}

/// Compares `password` with `hash`, whoever made it.
fn compare(argon2: &Argon2<'_>, password: &[u8], hash: Option<&str>) -> PasswordCheck {
    match hash {
        None => wasted_work(argon2, password),
        Some(hash) if ["$2a$", "$2b$", "$2y$"].iter().any(|kind| hash.starts_with(kind)) => {
            match bcrypt::verify(password, hash) {
                Ok(true) => PasswordCheck::Matches { outdated: true },
                Ok(false) => PasswordCheck::Differs,
                Err(fault) => unreadable(argon2, password, &fault),
            }
        }
        Some(hash) => match phc::PasswordHash::new(hash) {
            Ok(hash) => match argon2.verify_password(password, &hash) {
                Ok(()) => PasswordCheck::Matches { outdated: is_outdated(argon2, &hash) },
                Err(argon2::password_hash::Error::PasswordInvalid) => PasswordCheck::Differs,
                Err(fault) => unreadable(argon2, password, &fault),
            },
            Err(fault) => unreadable(argon2, password, &fault),
        },
    }
}

/// Takes as long as a comparison, so that an unknown account answers like a known one.
fn wasted_work(argon2: &Argon2<'_>, password: &[u8]) -> PasswordCheck {
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    if let Err(fault) = argon2.hash_password_into(password, &[0; 16], &mut output) {
        tracing::error!(error = %fault, "hashing a password failed");
    }
    PasswordCheck::Differs
}

/// A stored hash that makes no sense: nobody can sign in with it, and the operator hears of it.
fn unreadable(argon2: &Argon2<'_>, password: &[u8], fault: &dyn std::fmt::Display) -> PasswordCheck {
    tracing::error!(error = %fault, "a stored password hash cannot be read");
    wasted_work(argon2, password)
}

/// Whether a hash was made by another algorithm or at another cost than today's.
fn is_outdated(argon2: &Argon2<'_>, hash: &phc::PasswordHash) -> bool {
    let today = argon2.params();
    let same_cost = Params::try_from(hash).is_ok_and(|params| {
        (params.m_cost(), params.t_cost(), params.p_cost())
            == (today.m_cost(), today.t_cost(), today.p_cost())
    });
    hash.algorithm != ARGON2ID_IDENT || hash.version != Some(Version::V0x13.into()) || !same_cost
}
