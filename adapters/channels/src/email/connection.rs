//! Conversations with the mail server, command by command, so that each failure is known by its place.

use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use secrecy::ExposeSecret;
use tokio::time::timeout;

use super::config::{SmtpConfig, SmtpTls};
use super::message::Mail;
use super::outcome::Failure;

/// The ways to log in, the safest first that lettre has.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// An open connection, past greeting and login.
pub(super) struct Connection {
    inner: AsyncSmtpConnection,
}

impl Connection {
    /// Connects, protects the connection and logs in, as configured.
    pub(super) async fn open(config: &SmtpConfig) -> Result<Self, Failure> {
        let opened = timeout(config.limits.connect, Self::greet(config)).await;
        opened.unwrap_or_else(|_| Err(Failure::silent("the connection", config.limits.connect)))
    }

    async fn greet(config: &SmtpConfig) -> Result<Self, Failure> {
        let name = ClientId::default();
        let lost = |fault: Error| Failure::at("connecting", &fault);
        let implicit = if config.tls == SmtpTls::Implicit { Some(trust(config)?) } else { None };
        let server = (config.host.as_str(), config.port);
        let mut inner =
            AsyncSmtpConnection::connect_tokio1(server, None, &name, implicit, None).await.map_err(lost)?;
        let can_protect = inner.can_starttls();
        match config.tls {
            SmtpTls::Required if !can_protect => {
                return Err(Failure::setting("the server offers no STARTTLS, and the settings require it"));
            }
            SmtpTls::Required | SmtpTls::Opportunistic if can_protect => {
                inner.starttls(trust(config)?, &name).await.map_err(lost)?;
            }
            _ => {}
        }
        if let Some((user, password)) = &config.credentials {
            if config.tls == SmtpTls::Opportunistic && !inner.is_encrypted() {
                return Err(Failure::setting(
                    "the server offers no STARTTLS, and the password is not sent without it unless tls=none",
                ));
            }
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            inner.auth(&MECHANISMS, &credentials).await.map_err(|fault| Failure::at("logging in", &fault))?;
        }
        Ok(Self { inner })
    }

    /// Announces `mail`. Until this has succeeded, the server cannot have taken it.
    pub(super) async fn announce(&mut self, mail: &Mail, limit: Duration) -> Result<(), Failure> {
        let mut parameters = Vec::new();
        if mail.needs_utf8() {
            if !self.inner.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Failure::refused(
                    "the mail server takes no addresses with characters outside ASCII",
                ));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !mail.text.is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let sender = MailFrom::new(Some(mail.from.clone()), parameters);
        let announcing = async {
            self.command("MAIL", sender).await?;
            self.command("RCPT", Rcpt::new(mail.to.clone(), Vec::new())).await?;
            self.command("DATA", Data).await
        };
        match timeout(limit, announcing).await {
            Ok(answer) => answer.map(drop),
            Err(_) => Err(Failure::silent("announcing the message", limit)),
        }
    }

    /// Hands the announced `mail` over. A failure without a reply tells nothing of whether the server took it.
    pub(super) async fn hand_over(&mut self, mail: &Mail, limit: Duration) -> Result<Response, Failure> {
        match timeout(limit, self.inner.command(Content(&mail.text))).await {
            Ok(answer) => answer.map_err(|fault| Failure::at("the message", &fault)),
            Err(_) => Err(Failure::silent("the message", limit)),
        }
    }

    /// Clears the way for the next mail after a refusal. Returns whether the connection can be used further.
    pub(super) async fn reset(&mut self, limit: Duration) -> bool {
        timeout(limit, self.command("RSET", "RSET\r\n")).await.is_ok_and(|answer| answer.is_ok())
    }

    /// Whether the server answers.
    pub(super) async fn is_alive(&mut self, limit: Duration) -> bool {
        timeout(limit, self.command("NOOP", "NOOP\r\n")).await.is_ok_and(|answer| answer.is_ok())
    }

    async fn command(
        &mut self,
        name: &'static str,
        command: impl std::fmt::Display,
    ) -> Result<Response, Failure> {
        self.inner.command(command).await.map_err(|fault| Failure::at(name, &fault))
    }
}

/// The content of a mail as it travels: a line that begins with a dot gets another one, and a lone dot ends it (RFC 5321,
/// 4.5.2).
///
/// In one piece. lettre's own way of sending it writes the end by itself, and that second write waits some 40 ms until the
/// server's system has acknowledged the first (Nagle's algorithm against delayed acknowledgements, RFC 9293, 3.7.4).
struct Content<'a>(&'a str);

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = if self.0.starts_with('.') { "." } else { "" };
        let last = if self.0.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" };
        write!(f, "{first}{}{last}", self.0.replace("\r\n.", "\r\n.."))
    }
}

/// Whose certificates are trusted.
fn trust(config: &SmtpConfig) -> Result<TlsParameters, Failure> {
    let mut parameters = TlsParameters::builder(config.host.clone());
    if let Some(authority) = &config.authority {
        let authority = Certificate::from_pem(authority).map_err(|fault| Failure::at("trusting", &fault))?;
        parameters = parameters.add_root_certificate(authority);
    }
    parameters.build().map_err(|fault| Failure::at("trusting", &fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_never_ends_before_its_end() {
        let cases = [
            ("Hello\r\n", "Hello\r\n.\r\n"),
            ("Hello", "Hello\r\n.\r\n"),
            ("", "\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"),
            ("a\r\n.\r\n.\r\n..b\r\n", "a\r\n..\r\n..\r\n...b\r\n.\r\n"),
            ("a. b.\r\nc", "a. b.\r\nc\r\n.\r\n"),
        ];
        for (text, sent) in cases {
            assert_eq!(Content(text).to_string(), sent);
        }
    }
}
