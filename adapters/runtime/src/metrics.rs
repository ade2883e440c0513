//! Metrics about the process itself, by the names that Prometheus dashboards expect.
//!
//! They are read when they are scraped, so an unwatched process pays nothing for them.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};
use tokio::runtime::Handle;

/// Registers `process_resident_memory_bytes`, `process_virtual_memory_bytes`, `process_cpu_seconds_total`,
/// `process_open_fds`, `process_max_fds`, `process_threads` and `process_start_time_seconds`.
///
/// What the operating system does not tell is left out. When it tells nothing at all, that is logged once
/// and nothing is registered.
pub fn register_process(registry: &mut Registry) {
    match ProcessCollector::new() {
        Ok(collector) => registry.register_collector(Box::new(collector)),
        Err(error) => tracing::warn!(%error, "process metrics are not available on this system"),
    }
}

/// Registers `tokio_workers`, `tokio_alive_tasks`, `tokio_global_queue_depth` and `tokio_busy_seconds_total` of the runtime
/// in which the metrics are read.
pub fn register_runtime(registry: &mut Registry) {
    registry.register_collector(Box::new(RuntimeCollector));
}

/// Registers `build_info`, always 1, with the program's name and version as labels.
pub fn register_build_info(registry: &mut Registry, service: &str, version: &str) {
    let labels = [("service", service.to_owned()), ("version", version.to_owned())];
    registry.register("build", "What is running", Info::new(labels.to_vec()));
}

#[derive(Debug)]
struct RuntimeCollector;

impl Collector for RuntimeCollector {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let Ok(runtime) = Handle::try_current() else { return Ok(()) };
        let metrics = runtime.metrics();
        let workers = metrics.num_workers();
        for (name, help, value) in [
            ("tokio_workers", "Threads that run tasks", workers),
            ("tokio_alive_tasks", "Tasks that have not ended", metrics.num_alive_tasks()),
            ("tokio_global_queue_depth", "Tasks that wait for a thread", metrics.global_queue_depth()),
        ] {
            let value = u64::try_from(value).unwrap_or(u64::MAX);
            put(&mut encoder, (name, help, None), &ConstGauge::new(value))?;
        }
        let busy: Duration = (0..workers).map(|worker| metrics.worker_total_busy_duration(worker)).sum();
        let help = "Time that the threads have worked on tasks, together";
        put(&mut encoder, ("tokio_busy", help, Some(&Unit::Seconds)), &ConstCounter::new(busy.as_secs_f64()))
    }
}

#[derive(derive_more::Debug)]
struct ProcessCollector {
    pid: Pid,
    #[debug(skip)]
    system: Mutex<System>,
}

impl ProcessCollector {
    fn new() -> Result<Self, sysinfo::Error> {
        Ok(Self { pid: sysinfo::get_current_pid()?, system: Mutex::new(System::new()?) })
    }
}

impl Collector for ProcessCollector {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let mut system = self.system.lock().unwrap_or_else(PoisonError::into_inner);
        let what = ProcessRefreshKind::nothing().with_memory().with_cpu().with_tasks();
        system.refresh_processes_specifics(ProcessesToUpdate::Some(&[self.pid]), true, what);
        let Some(process) = system.process(self.pid) else {
            return Ok(());
        };
        let mut gauge = |name: &str, help: &str, unit: Option<Unit>, value: Option<u64>| match value {
            Some(value) => put(&mut encoder, (name, help, unit.as_ref()), &ConstGauge::new(value)),
            None => Ok(()),
        };
        let count = |count: Option<usize>| count.and_then(|count| u64::try_from(count).ok());
        gauge("process_resident_memory", "Memory in use", Some(Unit::Bytes), Some(process.memory()))?;
        gauge("process_virtual_memory", "Address space", Some(Unit::Bytes), Some(process.virtual_memory()))?;
        gauge("process_open_fds", "Open file descriptors", None, count(process.open_files()))?;
        gauge("process_max_fds", "Most file descriptors", None, count(process.open_files_limit()))?;
        // The main thread is the process itself and not among its tasks.
        gauge("process_threads", "Threads", None, count(process.tasks().map(|tasks| tasks.len() + 1)))?;
        gauge("process_start_time", "Start, since 1970", Some(Unit::Seconds), Some(process.start_time()))?;
        let cpu = ConstCounter::new(Duration::from_millis(process.accumulated_cpu_time()).as_secs_f64());
        put(&mut encoder, ("process_cpu", "CPU time, user and system", Some(&Unit::Seconds)), &cpu)
    }
}

fn put(
    encoder: &mut DescriptorEncoder,
    named: (&str, &str, Option<&Unit>),
    metric: &impl EncodeMetric,
) -> fmt::Result {
    let (name, help, unit) = named;
    metric.encode(encoder.encode_descriptor(name, help, unit, metric.metric_type())?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn scrape(registry: &Registry) -> (String, BTreeMap<String, f64>) {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, registry).unwrap();
        let samples = text.lines().filter(|line| !line.starts_with('#'));
        let values = samples.filter_map(|line| {
            let (name, value) = line.split_once(' ')?;
            Some((name.to_owned(), value.parse().ok()?))
        });
        let values = values.collect();
        (text, values)
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_process_is_measured_at_every_scrape() {
        let mut registry = Registry::default();
        register_process(&mut registry);
        let (_, before) = scrape(&registry);
        assert!(before["process_resident_memory_bytes"] > 1e6);
        assert!(before["process_virtual_memory_bytes"] >= before["process_resident_memory_bytes"]);
        assert!(before["process_start_time_seconds"] > 1.6e9);
        assert!(before["process_max_fds"] >= before["process_open_fds"]);
        assert!(before.contains_key("process_cpu_seconds_total"));

        let (ready, wait) = (std::sync::Barrier::new(9), std::sync::Barrier::new(9));
        let files: Vec<_> = (0..16).map(|_| std::fs::File::open("/dev/null").unwrap()).collect();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    ready.wait();
                    wait.wait();
                });
            }
            ready.wait();
            let (_, during) = scrape(&registry);
            let counted = during["process_threads"];
            wait.wait();
            // These eight, the test's and the main one; other tests may add theirs.
            assert!(counted >= 10.0, "{counted} threads were counted");
            assert!(during["process_open_fds"] >= 16.0);
        });
        drop(files);
    }

    #[tokio::test]
    async fn the_runtime_is_measured() {
        let mut registry = Registry::default();
        register_runtime(&mut registry);
        let (text, values) = scrape(&registry);
        assert!(values["tokio_workers"] >= 1.0, "{text}");
        assert!(values.contains_key("tokio_alive_tasks") && values.contains_key("tokio_global_queue_depth"));
        assert!(values["tokio_busy_seconds_total"] >= 0.0);
    }

    #[test]
    fn the_build_is_named() {
        let mut registry = Registry::default();
        register_build_info(&mut registry, "eop-order", "1.2.3");
        let (text, _) = scrape(&registry);
        assert!(text.contains("build_info{service=\"eop-order\",version=\"1.2.3\"} 1"), "{text}");
    }
}
