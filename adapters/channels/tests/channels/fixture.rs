//! Prepared values.

use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use eop_channels::{SmtpChannel, SmtpConfig, SmtpLimits};
use eop_core::kernel::clock::{Clock, Timestamp};

pub(crate) const FROM: &str = "Order desk <orders@shop.example.test>";

/// 31 January 2026, 10:05:00 UTC.
#[derive(Debug)]
pub(crate) struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        DateTime::from_timestamp(1_769_853_900, 0).unwrap()
    }
}

/// Short enough that a test can wait for the end of each.
pub(crate) fn limits() -> SmtpLimits {
    SmtpLimits {
        connections: 4,
        idle: Duration::from_secs(30),
        connect: Duration::from_secs(2),
        announce: Duration::from_millis(500),
        data: Duration::from_millis(500),
    }
}

pub(crate) fn config(url: &str) -> SmtpConfig {
    SmtpConfig::from_url(url, FROM).unwrap().limited(limits())
}

pub(crate) fn channel(config: SmtpConfig) -> SmtpChannel {
    SmtpChannel::new(config, Arc::new(FixedClock))
}
