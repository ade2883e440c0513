//! A message as mail: multipart/alternative, with the headers that say what it is.

use std::time::SystemTime;

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::email::Email;
use eop_core::notification::port::Outgoing;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use crate::one_line;

/// Tells filters and vacation responders that no person wrote this (RFC 3834).
const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");
/// What the mail is about, for filters and for tracing it.
const KIND: HeaderName = HeaderName::new_from_ascii_str("X-Eop-Kind");

/// A mail, ready for the wire.
pub(super) struct Mail {
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) text: String,
}

impl Mail {
    /// The mail for `message`, sent by `from` at `now`.
    ///
    /// # Errors
    /// What is wrong with it: it will never be a mail.
    pub(super) fn compose(message: &Outgoing, from: &Mailbox, now: Timestamp) -> Result<Self, String> {
        let to = address(&message.recipient.email)?;
        // Names and subjects hold what people typed. Without line breaks there is nothing that could begin a header.
        let name = Some(one_line(&message.recipient.name)).filter(|name| !name.is_empty());
        let mail = Message::builder()
            .from(from.clone())
            .to(Mailbox::new(name, to.clone()))
            .subject(one_line(&message.content.subject))
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{}@{}>", message.delivery, from.email.domain())))
            .raw_header(HeaderValue::new(AUTO_SUBMITTED, "auto-generated".to_owned()))
            .raw_header(HeaderValue::new(KIND, message.kind.as_str().to_owned()))
            .multipart(MultiPart::alternative_plain_html(
                message.content.text.clone(),
                message.content.html.clone(),
            ))
            .map_err(|fault| format!("no mail can be made of it: {fault}"))?;
        let text = String::from_utf8(mail.formatted())
            .map_err(|fault| format!("no mail can be made of it: {fault}"))?;
        Ok(Self { from: from.email.clone(), to, text })
    }

    /// Whether an address has characters that only a server with SMTPUTF8 (RFC 6531) takes.
    pub(super) fn needs_utf8(&self) -> bool {
        [&self.from, &self.to].into_iter().any(|address| !AsRef::<str>::as_ref(address).is_ascii())
    }
}

/// The address as identity has it, with its domain in ASCII, which every server understands. One that is none by today's
/// rules is not turned into another.
fn address(email: &Email) -> Result<Address, String> {
    let (local, domain) = email.mailbox().map_err(|fault| format!("the address: {fault}"))?;
    Address::new(local, domain).map_err(|fault| format!("the address: {fault}"))
}
