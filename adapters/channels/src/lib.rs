//! The ways to reach people, and the texts that reach them.
//!
//! [`SmtpChannel`] hands mail to a mail server, [`MailboxChannel`] keeps it where the embedded mode can show it, and
//! [`InAppChannel`] puts a notice into the inbox within the product. [`FileTemplates`] turns what happened into a
//! subject, a text and an HTML page.

#![deny(missing_docs)]

mod email;
mod in_app;
mod mailbox;
mod templates;

pub use email::{BadSmtpUrl, SmtpChannel, SmtpConfig, SmtpLimits, SmtpTls};
pub use in_app::InAppChannel;
pub use mailbox::MailboxChannel;
pub use templates::FileTemplates;

/// Characters of a provider's answer that are kept.
const EXCERPT: usize = 500;

/// The beginning of `text`, as one line.
fn excerpt(text: &str) -> String {
    one_line(text).chars().take(EXCERPT).collect()
}

/// `text` without line breaks and other control characters.
fn one_line(text: &str) -> String {
    let printable = text.replace(char::is_control, " ");
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}
