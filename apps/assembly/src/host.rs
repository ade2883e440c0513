//! What a process gives to the services in it.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use eop_core::kernel::clock::Clock;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::trace::Spans;
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_http::{App, Connections, HttpOptions, Metrics, SharedRegistry};
use eop_runtime::config::HttpConfig;
use eop_runtime::lifecycle::Lifecycle;
use eop_runtime::metrics::{register_build_info, register_process};
use prometheus_client::registry::Registry;
use tokio::net::TcpListener;

use crate::spans::OtelSpans;

/// Open requests get this long to finish when the process stops.
const GRACE: Duration = Duration::from_secs(8);

/// A process and what its services share. Clones share everything.
#[derive(Clone)]
pub struct Host {
    /// Start and stop of everything that runs.
    pub lifecycle: Arc<Lifecycle>,
    /// The HTTP metrics, and the registry that `/metrics` prints.
    pub metrics: Metrics,
    /// The clock of the process.
    pub clock: Arc<dyn Clock>,
    /// The ids of the process.
    pub ids: Arc<dyn IdGenerator>,
    /// Spans that continue the trace of an event.
    pub spans: Arc<dyn Spans>,
    registry: SharedRegistry,
    /// The connections of all its listeners, within the limits of the first one: the settings are the process's.
    connections: Arc<OnceLock<Connections>>,
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host").finish_non_exhaustive()
    }
}

impl Host {
    /// A host called `name` in its build information.
    #[must_use]
    pub fn new(name: &str, version: &str) -> Self {
        let registry: SharedRegistry = Arc::new(Mutex::new(Registry::default()));
        {
            let mut registry = registry.lock().unwrap_or_else(PoisonError::into_inner);
            register_process(&mut registry);
            register_build_info(&mut registry, name, version);
        }
        Self {
            lifecycle: Arc::new(Lifecycle::new()),
            metrics: Metrics::new(Arc::clone(&registry)),
            clock: Arc::new(SystemClock),
            ids: Arc::new(UuidV7Ids),
            spans: Arc::new(OtelSpans),
            registry,
            connections: Arc::default(),
        }
    }

    /// Registers metrics of one service: each carries the label `service`.
    pub fn register(&self, service: &str, register: impl FnOnce(&mut Registry)) {
        let mut registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        register(registry.sub_registry_with_label(("service".into(), service.to_owned().into())));
    }

    /// Serves `app` on `listener` until the process stops.
    pub fn serve(&self, name: &str, listener: TcpListener, app: App) {
        let shutdown = self.lifecycle.shutdown_token();
        let connections = self
            .connections
            .get_or_init(|| Connections::new(app.connections(), self.metrics.clone()))
            .clone();
        self.lifecycle.spawn(format!("{name} http"), async move {
            eop_http::server::serve(listener, app, &connections, shutdown.cancelled_owned(), GRACE).await
        });
    }
}

/// The limits of the HTTP edge as the settings say.
#[must_use]
pub fn http_options(config: &HttpConfig) -> HttpOptions {
    HttpOptions {
        public_url: config.public_url.clone(),
        max_body_bytes: config.max_body_bytes,
        request_timeout_ms: config.request_timeout_ms,
        max_in_flight: config.max_in_flight,
        cors_origins: config.cors_origins.clone(),
        trusted_proxies: config.trusted_proxies,
        has_ops_apart: config.ops_addr.is_some(),
        max_connections: config.max_connections,
        max_connections_per_address: config.max_connections_per_address,
        ..HttpOptions::default()
    }
}
