//! For how many days things are kept; 0 keeps them for ever.

use eop_runtime::config::{Check, Faults, Key};

eop_runtime::section! {
    /// For how many days things are kept; 0 keeps them for ever.
    #[derive(Copy)]
    pub struct RetentionConfig in "retention" {
        /// Days after their end for which sessions are kept; 0 keeps them.
        pub sessions_days: u32 = Key::of("EOP_RETENTION_SESSIONS_DAYS")
            .default(|| "90".to_owned())
            .expects("days"),
        /// Days for which refresh tokens are known, to notice one that comes back; 0 keeps them with their
        /// session.
        pub refresh_tokens_days: u32 = Key::of("EOP_RETENTION_REFRESH_TOKENS_DAYS")
            .default(|| "31".to_owned())
            .expects("days, at least 8, or 0")
            .check(Check::ZeroOrAtLeast(8, "would forget tokens that are still good")),
        /// Days for which one-time links are kept after they expired; 0 keeps them.
        pub links_days: u32 = Key::of("EOP_RETENTION_LINKS_DAYS")
            .default(|| "30".to_owned())
            .expects("days"),
        /// Days for which notifications are kept with their deliveries and attempts; 0 keeps them.
        pub notifications_days: u32 = Key::of("EOP_RETENTION_NOTIFICATIONS_DAYS")
            .default(|| "365".to_owned())
            .expects("days, at least those of EOP_RETENTION_ONCE_KEYS_DAYS, or 0"),
        /// Days for which attempts to deliver are kept; 0 keeps them with their notification.
        pub attempts_days: u32 = Key::of("EOP_RETENTION_ATTEMPTS_DAYS")
            .default(|| "90".to_owned())
            .expects("days, at least 7, or 0")
            .check(Check::ZeroOrAtLeast(
                7,
                "would forget attempts of deliveries that are still under way",
            )),
        /// Days for which the mailbox of the embedded mode keeps mails; 0 keeps them.
        pub mails_days: u32 = Key::of("EOP_RETENTION_MAILS_DAYS")
            .default(|| "30".to_owned())
            .expects("days"),
        /// Days for which people's inboxes keep items, read or not; 0 keeps them.
        pub inbox_items_days: u32 = Key::of("EOP_RETENTION_INBOX_ITEMS_DAYS")
            .default(|| "365".to_owned())
            .expects("days"),
        /// Days for which dead letters are kept after an operator decided; 0 keeps them.
        pub dead_letters_days: u32 = Key::of("EOP_RETENTION_DEAD_LETTERS_DAYS")
            .default(|| "365".to_owned())
            .expects("days"),
        /// Days for which events wait for a version of the service that understands them; 0 keeps them.
        pub deferred_events_days: u32 = Key::of("EOP_RETENTION_DEFERRED_EVENTS_DAYS")
            .default(|| "365".to_owned())
            .expects("days, at least 7, or 0")
            .check(Check::ZeroOrAtLeast(
                7,
                "would forget events while the version that understands them is still being rolled out",
            )),
        /// Days for which the audit log is kept; 0 keeps it.
        pub audit_days: u32 = Key::of("EOP_RETENTION_AUDIT_DAYS")
            .default(|| "1095".to_owned())
            .expects("days"),
        /// Days for which idempotency keys and seen events are known: a repetition after that takes effect
        /// again; 0 keeps them.
        pub once_keys_days: u32 = Key::of("EOP_RETENTION_ONCE_KEYS_DAYS")
            .default(|| "7".to_owned())
            .expects("days"),
        /// Days for which counts of tries are kept; 0 keeps them.
        pub throttles_days: u32 = Key::of("EOP_RETENTION_THROTTLES_DAYS")
            .default(|| "2".to_owned())
            .expects("days, at least 2, or 0")
            .check(Check::ZeroOrAtLeast(2, "would forget tries that still count")),
    }
}

impl RetentionConfig {
    pub(super) fn check(&self, faults: &mut Faults) {
        let (notifications, once_keys) = (self.notifications_days, self.once_keys_days);
        faults.unless(
            notifications == 0 || once_keys == 0 || notifications >= once_keys,
            "EOP_RETENTION_NOTIFICATIONS_DAYS",
            "would forget what an event led to before the event itself, which could then tell it again",
        );
    }
}
