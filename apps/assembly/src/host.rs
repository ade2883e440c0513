//! What a process gives to the services in it.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use eop_core::kernel::clock::Clock;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::trace::Spans;
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_http::{App, Connections, HttpOptions, Metrics, SharedRegistry};
use eop_runtime::kept::Kept;
use eop_runtime::lifecycle::Lifecycle;
use eop_runtime::metrics::{register_build_info, register_process, register_runtime};
use eop_runtime::pulse::Pulses;
use eop_runtime::worker::{Progress, Worker};
use prometheus_client::registry::Registry;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::console::{self, Memory};
use crate::settings::HttpConfig;
use crate::spans::OtelSpans;

/// Open requests get this long to finish when the process stops.
const GRACE: Duration = Duration::from_secs(8);

/// A process and what its services share. Clones share everything.
#[derive(Clone, derive_more::Debug)]
#[debug("Host {{ .. }}")]
pub struct Host {
    /// Start and stop of everything that runs.
    pub lifecycle: Arc<Lifecycle>,
    /// The HTTP metrics, and the registry that `/metrics` prints.
    pub metrics: Metrics,
    /// The clock of the process.
    pub clock: Arc<dyn Clock>,
    /// The ids of the process.
    pub ids: Arc<dyn IdGenerator>,
    /// What tells this instance from others of its service, whenever it is started: a process that comes back takes its own
    /// work up at once.
    pub instance: Arc<str>,
    /// How far the background loops are.
    pub pulses: Pulses,
    /// What the process remembers of its own work, if it does.
    pub memory: Option<Memory>,
    registry: SharedRegistry,
    /// The metrics that several services have, one of each type.
    shared: Arc<Mutex<HashMap<TypeId, Box<dyn Any + Send>>>>,
    /// The connections of all its listeners, within the limits of the first one: the settings are the process's.
    connections: Arc<OnceLock<Connections>>,
}

impl Host {
    /// A host called `name` in its build information.
    #[must_use]
    pub fn new(name: &str, version: &str) -> Self {
        let registry: SharedRegistry = Arc::new(Mutex::new(Registry::default()));
        let pulses = Pulses::default();
        {
            let mut registry = lock(&registry);
            register_process(&mut registry);
            register_runtime(&mut registry);
            register_build_info(&mut registry, name, version);
            registry.register_collector(Box::new(pulses.clone()));
        }
        Self {
            lifecycle: Arc::new(Lifecycle::new()),
            metrics: Metrics::new(Arc::clone(&registry)),
            clock: Arc::new(SystemClock),
            ids: Arc::new(UuidV7Ids),
            instance: Arc::from(name),
            pulses,
            memory: None,
            registry,
            shared: Arc::default(),
            connections: Arc::default(),
        }
    }

    /// The same host as the instance of this name.
    #[must_use]
    pub fn named(self, instance: &str) -> Self {
        Self { instance: Arc::from(instance), ..self }
    }

    /// The same host, which remembers its work from now on if there is something to keep it in.
    #[must_use]
    pub fn remembering(self, kept: Option<Kept>) -> Self {
        let Some(kept) = kept else { return self };
        let memory = Memory::new(kept, &self.metrics, Arc::clone(&self.clock));
        let host = Self { metrics: memory.metrics(), memory: Some(memory.clone()), ..self };
        console::spawn(&host, memory);
        host
    }

    /// Spans of `service` that continue the trace of an event.
    #[must_use]
    pub fn spans(&self, service: &'static str) -> Arc<dyn Spans> {
        Arc::new(OtelSpans { service })
    }

    /// Registers metrics that only this service has: each carries the label `service`.
    pub fn register(&self, service: &str, register: impl FnOnce(&mut Registry)) {
        let mut registry = lock(&self.registry);
        register(registry.sub_registry_with_label(("service".into(), service.to_owned().into())));
    }

    /// Metrics that several services have. Whoever comes first registers them for the whole process: a page of metrics has
    /// each family once (`OpenMetrics` 1.0, section "Metric family"), with a series for each service.
    pub fn shared<T: Clone + Send + 'static>(&self, register: impl FnOnce(&mut Registry) -> T) -> T {
        let mut shared = lock(&self.shared);
        let known = shared.get(&TypeId::of::<T>()).and_then(|known| known.downcast_ref::<T>());
        if let Some(known) = known {
            return known.clone();
        }
        let made = register(&mut lock(&self.registry));
        shared.insert(TypeId::of::<T>(), Box::new(made.clone()));
        made
    }

    /// A background loop of `service` that sweeps at this interval. Its progress is a metric, and readiness asks for it.
    #[must_use]
    pub fn worker(&self, service: &str, name: &str, idle: Duration) -> Worker {
        Worker::new(format!("{service} {name}"), idle).with_pulse(self.pulses.of(service, name))
    }

    /// Runs `task` at this interval until the process stops, in a loop like any other.
    pub fn every<S, F, E>(&self, service: &str, name: &str, interval: Duration, mut task: S)
    where
        S: FnMut() -> F + Send + 'static,
        F: Future<Output = Result<(), E>> + Send,
        E: std::fmt::Display + Send,
    {
        let worker = self.worker(service, name, interval);
        let shutdown = self.lifecycle.shutdown_token();
        self.lifecycle.spawn(worker.name.clone(), async move {
            worker
                .run(shutdown, Arc::new(Notify::new()), || {
                    let done = task();
                    async move { done.await.map(|()| Progress::Idle) }
                })
                .await;
            Ok::<_, std::convert::Infallible>(())
        });
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

/// A panic while metrics are registered leaves what can still be used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The limits of the HTTP edge as the settings say.
#[must_use]
pub fn http_options(config: &HttpConfig) -> HttpOptions {
    HttpOptions {
        public_url: config.public_url.clone(),
        max_body_bytes: config.max_body_bytes,
        request_timeout_ms: config.request_timeout_ms,
        max_in_flight: config.max_in_flight,
        max_streams: config.max_streams,
        max_streams_per_account: config.max_streams_per_account,
        cors_origins: config.cors_origins.clone(),
        trusted_proxies: config.trusted_proxies,
        has_ops_apart: config.ops_addr.is_some(),
        max_connections: config.max_connections,
        max_connections_per_address: config.max_connections_per_address,
        ..HttpOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use eop_runtime::config::ConfigSources;

    use super::*;
    use crate::settings::{DatabaseConfig, Settings};

    #[test]
    fn what_holds_without_settings_is_what_the_settings_say_by_default() {
        let settings = Settings::load(&ConfigSources::default()).unwrap();
        assert_eq!(http_options(&settings.http), HttpOptions::default());
        let url = "sqlite://x.db";
        let config = DatabaseConfig { url: Some(url.into()), ..settings.database };
        assert_eq!(crate::database::settings(&config).unwrap(), eop_sql::SqlSettings::new(url));
    }
}
