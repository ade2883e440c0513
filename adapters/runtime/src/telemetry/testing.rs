//! Log lines kept in memory.

use std::io;
use std::sync::{Arc, Mutex};

use opentelemetry_sdk::trace::SdkTracerProvider;
use serde_json::Value;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;

use crate::config::{LogConfig, LogFormat};

/// Where the lines of a test go. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// Captures the events of this thread as JSON until the guard is dropped.
    pub(crate) fn capture(&self) -> DefaultGuard {
        self.capture_as("info", LogFormat::Json, &SdkTracerProvider::builder().build())
    }

    pub(crate) fn capture_as(
        &self,
        filter: &str,
        format: LogFormat,
        provider: &SdkTracerProvider,
    ) -> DefaultGuard {
        let log = LogConfig { filter: filter.to_owned(), format };
        let lines = super::lines("eop-test", &log, self.clone()).unwrap();
        tracing::subscriber::set_default(super::subscriber("eop-test", vec![lines], provider))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    pub(crate) fn json(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
