//! The contract suite of everything that keeps secrets.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use eop_contract::credentials::CredentialsHarness;
use eop_core::identity::port::{PasswordHasher, SecretTokens, TokenIssuer, TokenVerifier};
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::sealed::Sealer;
use eop_credentials::{
    AeadSealer, Argon2Hasher, Ed25519Issuer, IssuerConfig, JwksVerifier, LocalKeys, MasterKey, RandomTokens,
    VerifierConfig,
};
use uuid::Uuid;

const ISSUER: &str = "https://id.example.test";

struct CountingIds(AtomicU64);

impl IdGenerator for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(self.0.fetch_add(1, Ordering::Relaxed).into())
    }
}

struct Credentials {
    hasher: Arc<Argon2Hasher>,
    secrets: Arc<RandomTokens>,
    sealer: Arc<AeadSealer>,
    issuer: Arc<Ed25519Issuer>,
}

#[async_trait]
impl CredentialsHarness for Credentials {
    async fn fresh() -> Self {
        let master = MasterKey::from_bytes([7; 32]);
        let sealer = Arc::new(AeadSealer::new(&master));
        let sealing = Arc::clone(&sealer) as Arc<dyn Sealer>;
        let ids = Arc::new(CountingIds(AtomicU64::new(1)));
        Self {
            hasher: Arc::new(Argon2Hasher::new()),
            secrets: Arc::new(RandomTokens::new(&master)),
            sealer,
            issuer: Arc::new(Ed25519Issuer::new(IssuerConfig::new(ISSUER), sealing, ids)),
        }
    }

    fn hasher(&self) -> Arc<dyn PasswordHasher> {
        Arc::clone(&self.hasher) as Arc<dyn PasswordHasher>
    }

    fn secrets(&self) -> Arc<dyn SecretTokens> {
        Arc::clone(&self.secrets) as Arc<dyn SecretTokens>
    }

    fn sealer(&self) -> Arc<dyn Sealer> {
        Arc::clone(&self.sealer) as Arc<dyn Sealer>
    }

    fn issuer(&self) -> Arc<dyn TokenIssuer> {
        Arc::clone(&self.issuer) as Arc<dyn TokenIssuer>
    }

    fn verifier(&self) -> Arc<dyn TokenVerifier> {
        let keys = LocalKeys::new(self.issuer());
        Arc::new(JwksVerifier::new(VerifierConfig::new(ISSUER), Arc::new(keys)))
    }
}

eop_contract::credentials_contract!(Credentials);
