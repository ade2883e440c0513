//! What the metrics of several services have in common.

use prometheus_client::encoding::EncodeLabelSet;

/// The service that a series is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Of {
    service: String,
}

impl Of {
    pub(crate) fn service(name: &str) -> Self {
        Self { service: name.to_owned() }
    }
}
