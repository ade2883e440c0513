//! Access tokens of many people, as the user service signs them.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use eop_core::identity::port::{AccessClaims, IdentityStore, TokenIssuer};
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::{SessionId, UserId};
use eop_credentials::{AeadSealer, Ed25519Issuer, IssuerConfig, MasterKey};
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_sql::{Database, SqlIdentity, SqlSettings};

/// The master key of the services that are measured.
pub(crate) const MASTER_KEY: &str = "YSBrZXkgZm9yIG1lYXN1cmVzLCBhbmQgbm8gbW9yZSE=";

/// Signs tokens with the key of a running user service, so that nobody has to hash a password for each.
#[derive(derive_more::Debug)]
#[debug("People {{ .. }}")]
pub(crate) struct People {
    issuer: Ed25519Issuer,
}

impl People {
    /// With the signing key in the database at `url`, for tokens of `issuer`.
    pub(crate) async fn of(url: &str, issuer: &str) -> Result<Self> {
        let database = Database::connect(&SqlSettings::new(url)).await?;
        let keys = SqlIdentity::new(&database).signing_keys().await?;
        database.close().await;
        let master: MasterKey = MASTER_KEY.parse().context("the master key is one")?;
        let issuer = Ed25519Issuer::new(
            IssuerConfig::new(issuer),
            Arc::new(AeadSealer::new(&master)),
            Arc::new(UuidV7Ids),
        );
        issuer.install(&keys)?;
        Ok(Self { issuer })
    }

    /// A token of somebody with this role, whom nobody knows.
    pub(crate) fn token(&self, role: Role) -> Result<String> {
        self.token_of(UserId::next(&UuidV7Ids), role)
    }

    /// A token of this account with this role.
    pub(crate) fn token_of(&self, subject: UserId, role: Role) -> Result<String> {
        let claims = AccessClaims {
            subject,
            session: SessionId::next(&UuidV7Ids),
            account_version: Version::FIRST,
            roles: vec![role],
            issued_at: SystemClock.now(),
        };
        Ok(self.issuer.issue(&claims)?.token)
    }

    /// A file with the tokens of so many customers, one a line. Gives who they are.
    pub(crate) fn customers(&self, count: usize, file: &Path) -> Result<Vec<UserId>> {
        let people: Vec<UserId> = (0..count).map(|_| UserId::next(&UuidV7Ids)).collect();
        let tokens: Result<Vec<String>> =
            people.iter().map(|id| self.token_of(*id, Role::CUSTOMER)).collect();
        std::fs::write(file, tokens?.join("\n"))
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(people)
    }
}
