//! The contract suite of credentials over the real parts.

use std::sync::Arc;

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

const ISSUER: &str = "https://eop.example";

/// Token ids are of no matter here.
struct OneId;

impl IdGenerator for OneId {
    fn next(&self) -> Uuid {
        Uuid::nil()
    }
}

struct Real {
    master: MasterKey,
    issuer: Arc<Ed25519Issuer>,
}

#[async_trait]
impl CredentialsHarness for Real {
    async fn fresh() -> Self {
        let master = MasterKey::from_bytes([7; 32]);
        let sealer = Arc::new(AeadSealer::new(&master));
        let issuer = Arc::new(Ed25519Issuer::new(IssuerConfig::new(ISSUER), sealer, Arc::new(OneId)));
        Self { master, issuer }
    }

    fn hasher(&self) -> Arc<dyn PasswordHasher> {
        Arc::new(Argon2Hasher::new())
    }

    fn secrets(&self) -> Arc<dyn SecretTokens> {
        Arc::new(RandomTokens::new(&self.master))
    }

    fn sealer(&self) -> Arc<dyn Sealer> {
        Arc::new(AeadSealer::new(&self.master))
    }

    fn issuer(&self) -> Arc<dyn TokenIssuer> {
        self.issuer.clone()
    }

    fn verifier(&self) -> Arc<dyn TokenVerifier> {
        let keys = LocalKeys::new(self.issuer.clone());
        Arc::new(JwksVerifier::new(VerifierConfig::new(ISSUER), Arc::new(keys)))
    }
}

eop_contract::credentials_contract!(Real);
