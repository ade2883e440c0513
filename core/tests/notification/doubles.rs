//! Ports with a script: a bus, a provider, templates and a store that do what a test tells them.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::actor::Role;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received, Unreadable};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::{DeadLetterId, DeliveryId, NotificationId, UserId};
use eop_core::notification::model::{
    Attempt, Channel, DeadLetter, Delivery, Kind, Notification, Recipient,
};
use eop_core::notification::port::{
    NotificationChannel, NotificationQueries, NotificationStore, NotificationWrite, Outgoing, Rendered,
    SendOutcome, TemplateError, Templates,
};
use parking_lot::Mutex;
use serde_json::Value;
