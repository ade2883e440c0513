//! Password hashing: slow on purpose, so it runs beside the executor and only as often at once as there are cores.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::available_parallelism;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, Version};
use async_trait::async_trait;
use eop_core::identity::model::PasswordHash;
use eop_core::identity::port::{HasherBusy, PasswordCheck, PasswordHasher};
use eop_core::kernel::network::Network;
use secrecy::{ExposeSecret, SecretString};

use crate::comparison::{Comparison, bcrypt_cost};
use crate::strength;
use crate::turns::Turns;

/// How long a sign-in waits for its turn before it is turned away.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// Hashes with Argon2id (RFC 9106) at 19 MiB, two passes and one lane, as OWASP recommends.
///
/// Hashes that bcrypt made are still checked, and are reported as outdated, as are Argon2 hashes of another cost. Once
/// there is one of bcrypt, every comparison that fails costs as much as one with it, so that its time tells nobody which
/// accounts have such a hash.
#[derive(Debug)]
pub struct Argon2Hasher {
    argon2: Arc<Argon2<'static>>,
    turns: Turns,
    /// The highest cost of a bcrypt hash that is known to be stored; 0 where there is none.
    bcrypt_cost: AtomicU32,
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
        Self {
            argon2: Arc::new(argon2),
            turns: Turns::new(at_once, longest_wait),
            bcrypt_cost: AtomicU32::new(0),
        }
    }

    /// How many wait for their turn to have a password hashed or compared.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.turns.waiting()
    }

    /// Does `work` beside the executor once it is the turn of `asker`.
    async fn in_turn<T, W>(&self, asker: Option<Network>, work: W) -> Result<T, HasherBusy>
    where
        T: Send + 'static,
        W: FnOnce(&Argon2<'static>) -> T + Send + 'static,
    {
        let turn = self.turns.take(asker).await?;
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
    async fn hash(&self, password: &str, asker: Option<Network>) -> Result<PasswordHash, HasherBusy> {
        let password = SecretString::from(password);
        self.in_turn(asker, move |argon2| {
            let hash: phc::PasswordHash = argon2
                .hash_password(password.expose_secret().as_bytes())
                .expect("any text can be hashed while there are memory and random bytes");
            PasswordHash(hash.to_string())
        })
        .await
    }

    async fn verify(
        &self,
        password: &str,
        hash: Option<&PasswordHash>,
        asker: Option<Network>,
    ) -> Result<PasswordCheck, HasherBusy> {
        if let Some(hash) = hash {
            self.expect_like(hash);
        }
        let costliest = self.bcrypt_cost.load(Ordering::Relaxed);
        let password = SecretString::from(password);
        let hash = hash.map(|hash| SecretString::from(hash.0.as_str()));
        self.in_turn(asker, move |argon2| {
            let hash = hash.as_ref().map(SecretString::expose_secret);
            Comparison::new(argon2, password.expose_secret().as_bytes(), costliest).with(hash)
        })
        .await
    }

    fn expect_like(&self, hash: &PasswordHash) {
        if let Some(cost) = bcrypt_cost(&hash.0) {
            self.bcrypt_cost.fetch_max(cost, Ordering::Relaxed);
        }
    }

    async fn strength(
        &self,
        password: &str,
        related: &[&str],
        asker: Option<Network>,
    ) -> Result<u8, HasherBusy> {
        let password = SecretString::from(password);
        let related: Vec<String> = related.iter().map(|word| (*word).to_owned()).collect();
        self.in_turn(asker, move |_| strength::score(password.expose_secret(), &related)).await
    }
}
