//! `eop openapi`: the documents of the services.
//!
//! They are the checked-in ones; the tests of each service fail when these differ from what its code describes.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use super::serve::ServiceName;
use crate::out;

#[derive(Debug, Args)]
pub(crate) struct OpenapiArgs {
    /// Which service
    service: ServiceName,
    /// Print the OpenAPI 3.1 form, for people and checks, instead of 3.0.3 for client generators
    #[arg(long = "3.1")]
    v3_1: bool,
    /// Print the events that the service publishes, as `AsyncAPI` 3.0, instead of its operations
    #[arg(long, conflicts_with = "v3_1")]
    events: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OpenapiArgs {
    pub(super) fn run(self) -> Result<()> {
        let text = if self.events { events(self.service) } else { document(self.service, self.v3_1) };
        let Some(file) = self.output else {
            out::text(text);
            return Ok(());
        };
        std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
    }
}

fn document(service: ServiceName, v3_1: bool) -> &'static str {
    match (service, v3_1) {
        (ServiceName::User, false) => include_str!("../../../../openapi/user.json"),
        (ServiceName::User, true) => include_str!("../../../../openapi/user.3.1.json"),
        (ServiceName::Order, false) => include_str!("../../../../openapi/order.json"),
        (ServiceName::Order, true) => include_str!("../../../../openapi/order.3.1.json"),
        (ServiceName::Notification, false) => include_str!("../../../../openapi/notification.json"),
        (ServiceName::Notification, true) => include_str!("../../../../openapi/notification.3.1.json"),
    }
}

fn events(service: ServiceName) -> &'static str {
    match service {
        ServiceName::User => include_str!("../../../../openapi/events/user.json"),
        ServiceName::Order => include_str!("../../../../openapi/events/order.json"),
        ServiceName::Notification => include_str!("../../../../openapi/events/notification.json"),
    }
}
