//! How mail leaves.

use eop_runtime::config::{Check, ConfigError, Key, SecretUrl, required};

use super::Settings;

eop_runtime::section! {
    /// How mail leaves.
    pub struct MailConfig in "mail" {
        /// Mail server.
        pub smtp_url: Option<SecretUrl> = Key::of("EOP_SMTP_URL")
            .expects("smtp://user:password@host:587?tls=required or smtps://user:password@host:465")
            .check(Check::Scheme(&["smtp", "smtps"])),
        /// Sender of mails.
        pub from: String = Key::of("EOP_MAIL_FROM")
            .default(|| "Enterprise Order Platform <no-reply@localhost>".to_owned())
            .expects("an address such as Orders <orders@example.com>")
            .check(Check::By(|from| (!from.contains('@')).then(|| "has no @".to_owned()))),
        /// Whether the mail server takes addresses with a name outside ASCII (SMTPUTF8); otherwise they cannot be
        /// registered. No by default, yes where mail stays in the mailbox of `eop dev`.
        pub smtputf8: Option<bool> =
            Key::of("EOP_SMTPUTF8").expects("true or false; set it for the user service"),
    }
}

impl MailConfig {
    /// The mail server.
    ///
    /// # Errors
    /// When `EOP_SMTP_URL` is not set.
    pub fn required_smtp_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.smtp_url.as_ref(), Settings::ALL, "EOP_SMTP_URL")
    }
}
