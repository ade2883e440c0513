//! How mail leaves.

use eop_runtime::config::{Check, ConfigError, Key, SecretUrl, required};
use secrecy::{ExposeSecret, SecretString};

use super::Settings;

eop_runtime::section! {
    /// How mail leaves.
    pub struct MailConfig in "mail" {
        /// Mail server.
        pub smtp_url: Option<SecretUrl> = Key::of("EOP_SMTP_URL")
            .expects("smtp://user:password@host:587?tls=required or smtps://user:password@host:465")
            .check(Check::Scheme(&["smtp", "smtps"])),
        /// Mail servers that are asked in this order when the ones before do not take a mail; like `EOP_SMTP_URL`, separated
        /// by blanks. `name=` and `per_second=` in an address say what operators see it as, and how many mails it is given
        /// in a second.
        pub smtp_backup_urls: Option<SecretString> = Key::of("EOP_SMTP_BACKUP_URLS")
            .expects("addresses such as smtp://user:password@host:587?name=backup&per_second=20"),
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
    /// The addresses of all mail servers, in the order in which they are asked; none where mail stays here. They may hold
    /// passwords.
    #[must_use]
    pub fn servers(&self) -> Vec<&str> {
        let backups = self.smtp_backup_urls.as_ref().map(ExposeSecret::expose_secret);
        let first = self.smtp_url.as_ref().map(SecretUrl::expose);
        // Without a first one there is nothing to back up.
        let backups = backups.filter(|_| first.is_some()).into_iter().flat_map(str::split_whitespace);
        first.into_iter().chain(backups).collect()
    }

    /// The mail server.
    ///
    /// # Errors
    /// When `EOP_SMTP_URL` is not set.
    pub fn required_smtp_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.smtp_url.as_ref(), Settings::ALL, "EOP_SMTP_URL")
    }
}
