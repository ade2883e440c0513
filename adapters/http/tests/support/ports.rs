//! Ports that need nothing from outside.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use eop_core::identity::port::{TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::id::{IdGenerator, UserId};
use futures::FutureExt;
use futures::future::BoxFuture;
use uuid::Uuid;

/// Ids 1, 2, 3, …
#[derive(Debug, Default)]
pub(crate) struct CountingIds(AtomicU64);

impl IdGenerator for CountingIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(0x0192_f0c1_8a2b_7000_8000_0000_0000_0000 | u128::from(number))
    }
}

/// Always the same instant.
#[derive(Debug)]
pub(crate) struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        DateTime::<Utc>::from_timestamp(1_767_225_600, 0).unwrap()
    }
}

/// Grants everything to everybody but `dave`, who has no role.
#[derive(Debug)]
pub(crate) struct Everything;

impl AccessPolicy for Everything {
    fn allows(&self, roles: &[Role], _permission: Permission, _scope: Scope) -> bool {
        !roles.is_empty()
    }

    fn roles(&self) -> Vec<Role> {
        vec![Role::CUSTOMER]
    }
}

/// Knows the tokens `alice`, `bob` and `carol`, `dave`, who has no role, and `brief` and `fleeting`, which are good once; of
/// the end of the last one it hears after three seconds.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    is_over: AtomicBool,
    hears: AtomicBool,
}

fn good(number: u128, now: Timestamp) -> VerifiedToken {
    VerifiedToken {
        principal: Principal::User(UserId(Uuid::from_u128(number))),
        roles: vec![Role::CUSTOMER],
        session: None,
        account_version: None,
        issued_at: now,
        expires_at: now + chrono::TimeDelta::minutes(10),
    }
}

#[async_trait]
impl TokenVerifier for Tokens {
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        match token {
            "alice" => Ok(good(1, now)),
            "bob" => Ok(good(2, now)),
            "carol" => Ok(good(3, now)),
            "dave" => Ok(VerifiedToken { roles: Vec::new(), ..good(5, now) }),
            "brief" if !self.is_over.swap(true, Ordering::Relaxed) => Ok(good(4, now)),
            "fleeting" if !self.hears.swap(true, Ordering::Relaxed) => Ok(good(6, now)),
            "old" => Err(TokenRefused::Expired),
            "offline" => Err(TokenRefused::Unavailable),
            "revoked" | "brief" | "fleeting" => Err(TokenRefused::Ended),
            "unchecked" => Err(TokenRefused::Unchecked),
            _ => Err(TokenRefused::Invalid),
        }
    }

    fn withdrawn(&self) -> BoxFuture<'static, ()> {
        if self.hears.load(Ordering::Relaxed) {
            tokio::time::sleep(Duration::from_secs(3)).boxed()
        } else {
            futures::future::pending().boxed()
        }
    }

    async fn is_ready(&self) -> bool {
        true
    }
}
