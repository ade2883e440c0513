//! The user service over fakes, at a fixed time.

use std::sync::Arc;

use eop_casbin::CasbinPolicy;
use eop_contract::fixture::at_s;
use eop_core::identity::service::{IdentityPorts, IdentityRules, IdentityService};
use eop_http::{App, Cursors};
use eop_memory::{
    FixedClock, MemoryIdentity, MemoryThrottle, PlainHasher, PlainSealer, PlainSecrets, PlainTokens,
    SequentialIds,
};
use eop_user::api::{UseCases, api};

/// The user service over fakes.
pub(crate) struct World {
    app: App,
}

impl World {
    /// A service without accounts.
    pub(crate) fn new() -> Self {
        let database = Arc::new(MemoryIdentity::new());
        let clock = Arc::new(FixedClock::at(at_s(0)));
        let tokens = Arc::new(PlainTokens::new());
        let ports = IdentityPorts {
            store: database.clone(),
            queries: database,
            access: Arc::new(CasbinPolicy::built_in().unwrap()),
            hasher: Arc::new(PlainHasher),
            secrets: Arc::new(PlainSecrets::default()),
            issuer: tokens.clone(),
            sealer: Arc::new(PlainSealer),
            throttle: Arc::new(MemoryThrottle::default()),
            clock: clock.clone(),
            ids: Arc::new(SequentialIds::new()),
        };
        let use_cases = UseCases {
            identity: Arc::new(IdentityService::new(ports, IdentityRules::default())),
            cursors: Cursors::new(b"user cursors"),
            secure_cookies: true,
        };
        let service = api(&use_cases).verifier(tokens).clock(clock);
        Self { app: service.ids(Arc::new(SequentialIds::new())).build().unwrap() }
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }
}
