//! The HTTP interface of the notification service: one module per resource, each with its own types.

mod dead_letters;
mod deliveries;
pub mod examples;
mod inbox;
mod mailbox;
mod notifications;
mod providers;
mod stream;

use std::sync::Arc;

use eop_assembly::audit::{self, AuditApi};
use eop_assembly::console::{self, SystemApi, Telemetry};
use eop_assembly::outbox::{self, OutboxApi};
use eop_core::kernel::console::Console;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::trail::AuditTrail;
use eop_core::notification::event as notification_events;
use eop_core::notification::service::NotificationService;
use eop_http::{About, Cursors, Service};
use poem_openapi::Tags;

use self::dead_letters::DeadLettersApi;
use self::deliveries::DeliveriesApi;
use self::inbox::InboxApi;
use self::mailbox::MailboxApi;
use self::notifications::NotificationsApi;
use self::providers::ProvidersApi;
use self::stream::InboxStreamApi;
use crate::watch::InboxWatch;

/// What the interface calls.
#[derive(Clone, Debug)]
pub struct UseCases {
    /// Notifications and deliveries.
    pub notifications: Arc<NotificationService>,
    /// The outbox, for operators.
    pub pipeline: Arc<Pipeline>,
    /// Who did what.
    pub audit: Arc<AuditTrail>,
    /// What the service remembers of its own work, for operators.
    pub console: Arc<Console<Telemetry>>,
    /// The cursors of lists.
    pub cursors: Cursors,
    /// Those who watch their inboxes.
    pub watch: InboxWatch,
}

/// What the service is.
const ABOUT: About = About {
    title: "Notification service",
    version: env!("CARGO_PKG_VERSION"),
    description: "Tells people what happened, and operators how that went.",
};

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] = &[
    ("listMyInbox", "inbox:read"),
    ("countMyUnread", "inbox:read"),
    ("watchMyInbox", "inbox:read"),
    ("markMyInboxItemRead", "inbox:write"),
    ("archiveMyInboxItem", "inbox:write"),
    ("markMyInboxRead", "inbox:write"),
    ("listNotifications", "notification:read"),
    ("getNotification", "notification:read"),
    ("listDeliveryAttempts", "notification:read"),
    ("resendDelivery", "notification:resend"),
    ("cancelDelivery", "notification:resend"),
    ("listDeadLetters", "dead_letter:read"),
    ("getDeadLetter", "dead_letter:read"),
    ("replayDeadLetter", "dead_letter:replay"),
    ("discardDeadLetter", "dead_letter:replay"),
    ("listProviders", "provider:read"),
    ("listMails", "mailbox:read"),
    ("getMail", "mailbox:read"),
];

#[derive(Tags)]
enum Tag {
    /// One's own inbox.
    Inbox,
    /// What was sent to whom, and how it went.
    Notifications,
    /// Messages that could not be processed.
    DeadLetters,
    /// Who hands messages over, and how that goes.
    Providers,
    /// Mail of the embedded mode, which goes nowhere else.
    Mailbox,
}

/// The parts of the interface.
type Apis = (
    InboxApi,
    InboxStreamApi,
    NotificationsApi,
    DeliveriesApi,
    DeadLettersApi,
    ProvidersApi,
    MailboxApi,
    OutboxApi,
    AuditApi,
    SystemApi,
);

/// The API over these use cases.
#[must_use]
pub fn api(use_cases: &UseCases) -> Service<Apis> {
    let UseCases { notifications, pipeline, audit, console, cursors, watch } = use_cases.clone();
    let apis = (
        InboxApi { notifications: Arc::clone(&notifications), cursors: cursors.clone() },
        InboxStreamApi { notifications: Arc::clone(&notifications), watch },
        NotificationsApi { notifications: Arc::clone(&notifications), cursors: cursors.clone() },
        DeliveriesApi { notifications: Arc::clone(&notifications) },
        DeadLettersApi { notifications: Arc::clone(&notifications), cursors: cursors.clone() },
        ProvidersApi { notifications: Arc::clone(&notifications) },
        MailboxApi { notifications, cursors: cursors.clone() },
        OutboxApi::new(pipeline, cursors.clone()),
        AuditApi::new(audit, cursors),
        SystemApi::new(console),
    );
    // Only the embedded mode has a mailbox.
    let service = Service::new("notification", ABOUT, apis, PERMISSIONS)
        .publishes(notification_events::PUBLISHED)
        .error("listMails", "404");
    console::on(audit::on(outbox::on(examples::on(service))))
}
