//! The notification service over fakes, at a fixed time.

use std::sync::Arc;

use eop_casbin::CasbinPolicy;
use eop_contract::fixture::at_s;
use eop_core::notification::service::{NotificationPorts, NotificationService};
use eop_http::{App, Cursors};
use eop_memory::{
    FixedClock, MemoryInbox, MemoryMailbox, MemoryNotifications, PlainTokens, SequentialIds,
};
use eop_notification::api::{UseCases, api};

/// The notification service over fakes.
pub(crate) struct World {
    app: App,
}

impl World {
    /// A service that nothing happened to.
    pub(crate) fn new() -> Self {
        let database = Arc::new(MemoryNotifications::new());
        let clock = Arc::new(FixedClock::at(at_s(0)));
        let ports = NotificationPorts {
            store: database.clone(),
            queries: database,
            inbox: Arc::new(MemoryInbox::default()),
            mailbox: Some(Arc::new(MemoryMailbox::default())),
            access: Arc::new(CasbinPolicy::built_in().unwrap()),
            clock: clock.clone(),
            ids: Arc::new(SequentialIds::new()),
        };
        let use_cases = UseCases {
            notifications: Arc::new(NotificationService::new(ports)),
            cursors: Cursors::new(b"notification cursors"),
        };
        let service = api(&use_cases).verifier(Arc::new(PlainTokens::new())).clock(clock);
        Self { app: service.ids(Arc::new(SequentialIds::new())).build().unwrap() }
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }
}
