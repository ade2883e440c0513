//! Which mail server, how it is spoken to, and who the mail is from.

use std::borrow::Cow;
use std::time::Duration;

use lettre::message::Mailbox;
use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use thiserror::Error;
use url::Url;

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpTls {
    /// TLS from the first byte (`smtps://`).
    Implicit,
    /// STARTTLS, or nothing is sent.
    Required,
    /// STARTTLS where the server offers it. A password is not sent without it.
    Opportunistic,
    /// None: for a server on the same machine or in a protected network.
    None,
}

/// How many connections, and how long each step may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmtpLimits {
    /// Connections at the same time.
    pub connections: usize,
    /// For how long an unused connection is kept.
    pub idle: Duration,
    /// From looking up the server's address until it has accepted the credentials; also the wait for a free connection.
    pub connect: Duration,
    /// For announcing a message: sender, recipient and the word that it comes now.
    pub announce: Duration,
    /// For the answer to the message.
    pub data: Duration,
}

impl SmtpLimits {
    /// For a message with which everything goes as slowly as it may: the wait for a connection, an open one that turns out
    /// to be closed, another one, the answer, and the reset after a refusal.
    #[must_use]
    pub fn longest(&self) -> Duration {
        self.connect * 2 + self.announce * 3 + self.data
    }
}

impl Default for SmtpLimits {
    /// Sixteen connections kept for 30 seconds; 10, 15 and 30 seconds for the steps.
    fn default() -> Self {
        Self {
            connections: 16,
            idle: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            announce: Duration::from_secs(15),
            data: Duration::from_secs(30),
        }
    }
}

/// A mail server and the sender's address.
#[derive(Clone, derive_more::Debug)]
pub struct SmtpConfig {
    pub(super) name: Option<String>,
    pub(super) per_second: Option<u16>,
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: SmtpTls,
    #[debug("{:?}", credentials.as_ref().map(|(user, _)| user))]
    pub(super) credentials: Option<(String, SecretString)>,
    pub(super) from: Mailbox,
    pub(super) deduplicates: bool,
    #[debug(skip)]
    pub(super) authority: Option<Vec<u8>>,
    pub(super) limits: SmtpLimits,
}

/// The address of a mail server or of the sender cannot be used. Credentials are not repeated.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadSmtpUrl {
    /// It is not a URL with a host.
    #[error("the mail server's address is not like smtp://user:password@host:587?tls=required")]
    Shape,
    /// The scheme is another one.
    #[error("the mail server's address begins with `{0}`: write smtp:// or smtps://")]
    Scheme(String),
    /// A user without a password, or the other way round.
    #[error("the mail server's address needs both a user and a password, or neither")]
    Credentials,
    /// A setting after the `?` is not known, or its value is not.
    #[error(
        "the mail server's address has `{0}`: known are tls=required|opportunistic|none (smtp:// only), deduplicates=true|false, name= with small letters, digits and hyphens, and per_second= with a number from 1 to 1000"
    )]
    Setting(String),
    /// The sender is no address.
    #[error("`{0}` is no sender: write like `Order desk <orders@example.com>`")]
    From(String),
}

impl SmtpConfig {
    /// Reads `smtp://user:password@host:587?tls=required` or `smtps://user:password@host:465`, and the sender such as
    /// `Order desk <orders@example.com>`.
    ///
    /// User and password are percent-encoded, or both absent. `tls` is `required` unless it says `opportunistic` or `none`.
    /// `deduplicates=true` says that the server drops a second message with the same Message-ID. `name` is what operators see
    /// with attempts, and `per_second` the most messages that the server is given in a second.
    ///
    /// # Errors
    /// [`BadSmtpUrl`] says what is wrong.
    pub fn from_url(url: &str, from: &str) -> Result<Self, BadSmtpUrl> {
        let url = Url::parse(url).map_err(|_| BadSmtpUrl::Shape)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(BadSmtpUrl::Shape)?;
        let (mut tls, standard_port) = match url.scheme() {
            "smtp" => (SmtpTls::Required, 587),
            "smtps" => (SmtpTls::Implicit, 465),
            other => return Err(BadSmtpUrl::Scheme(other.to_owned())),
        };
        let (mut deduplicates, mut given_name, mut per_second) = (false, None, None);
        for (name, value) in url.query_pairs() {
            match (&*name, &*value) {
                ("tls", "required") if tls != SmtpTls::Implicit => tls = SmtpTls::Required,
                ("tls", "opportunistic") if tls != SmtpTls::Implicit => tls = SmtpTls::Opportunistic,
                ("tls", "none") if tls != SmtpTls::Implicit => tls = SmtpTls::None,
                ("deduplicates", "true") => deduplicates = true,
                ("deduplicates", "false") => deduplicates = false,
                ("name", value) if is_name(value) => given_name = Some(value.to_owned()),
                ("per_second", value) if rate(value).is_some() => per_second = rate(value),
                _ => return Err(BadSmtpUrl::Setting(format!("{name}={value}"))),
            }
        }
        Ok(Self {
            name: given_name,
            per_second,
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(standard_port),
            tls,
            credentials: credentials(&url)?,
            from: from.parse().map_err(|_| BadSmtpUrl::From(from.to_owned()))?,
            deduplicates,
            authority: None,
            limits: SmtpLimits::default(),
        })
    }

    /// Trusts certificates of this authority too (PEM), besides the public ones.
    #[must_use]
    pub fn trusting(mut self, authority: impl Into<Vec<u8>>) -> Self {
        self.authority = Some(authority.into());
        self
    }

    /// Called so, if its address gives it no other name.
    #[must_use]
    pub fn or_named(mut self, name: &str) -> Self {
        self.name.get_or_insert_with(|| name.to_owned());
        self
    }

    /// The most messages that the server is given in a second, if its address says so.
    #[must_use]
    pub fn per_second(&self) -> Option<u16> {
        self.per_second
    }

    /// With other limits.
    #[must_use]
    pub fn limited(mut self, limits: SmtpLimits) -> Self {
        self.limits = limits;
        self
    }
}

/// Whether a provider can be called so: the name is a label of metrics, and part of what operators type.
fn is_name(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn rate(text: &str) -> Option<u16> {
    text.parse().ok().filter(|rate| (1..=1000).contains(rate))
}

fn credentials(url: &Url) -> Result<Option<(String, SecretString)>, BadSmtpUrl> {
    let decoded = |text: &str| {
        let bytes = percent_decode_str(text).decode_utf8();
        bytes.map(Cow::into_owned).map_err(|_| BadSmtpUrl::Credentials)
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => Err(BadSmtpUrl::Credentials),
        (user, Some(password)) => Ok(Some((decoded(user)?, decoded(password)?.into()))),
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    const FROM: &str = "Order desk <orders@example.com>";

    #[test]
    fn an_address_is_read_with_its_settings() {
        let url = "smtp://shop%40example.com:p%40ss+w%3Ard%25@mail.example.com:2525?tls=opportunistic&deduplicates=true";
        let config = SmtpConfig::from_url(url, FROM).unwrap();
        let (user, password) = config.credentials.as_ref().unwrap();
        assert_eq!((config.host.as_str(), config.port), ("mail.example.com", 2525));
        assert_eq!((user.as_str(), password.expose_secret()), ("shop@example.com", "p@ss+w:rd%"));
        assert_eq!((config.tls, config.deduplicates), (SmtpTls::Opportunistic, true));
        assert_eq!(config.from.to_string(), FROM);
        let printed = format!("{config:?}");
        assert!(!printed.contains("p@ss") && printed.contains("mail.example.com"), "{printed}");
    }

    #[test]
    fn protection_and_port_follow_from_the_scheme() {
        for (url, tls, port) in [
            ("smtp://h", SmtpTls::Required, 587),
            ("smtp://h?tls=required", SmtpTls::Required, 587),
            ("smtp://h:25?tls=none", SmtpTls::None, 25),
            ("smtps://h", SmtpTls::Implicit, 465),
            ("smtps://[::1]:4650", SmtpTls::Implicit, 4650),
        ] {
            let config = SmtpConfig::from_url(url, "a@example.com").unwrap();
            assert_eq!((config.tls, config.port, config.deduplicates), (tls, port, false), "{url}");
        }
        assert_eq!(SmtpConfig::from_url("smtps://[::1]", FROM).unwrap().host, "::1");
    }

    #[test]
    fn a_server_has_the_name_and_the_rate_of_its_address() {
        let config =
            SmtpConfig::from_url("smtp://h?name=backup-2&per_second=15", FROM).unwrap().or_named("smtp-2");
        assert_eq!((config.name.as_deref(), config.per_second()), (Some("backup-2"), Some(15)));
        let config = SmtpConfig::from_url("smtp://h", FROM).unwrap().or_named("smtp-2");
        assert_eq!((config.name.as_deref(), config.per_second()), (Some("smtp-2"), None));
    }

    #[test]
    fn what_cannot_be_used_is_named_without_the_password() {
        for (url, problem) in [
            ("", BadSmtpUrl::Shape),
            ("mail.example.com:587", BadSmtpUrl::Shape),
            ("smtp://", BadSmtpUrl::Shape),
            ("http://h", BadSmtpUrl::Scheme("http".to_owned())),
            ("smtp://user@h", BadSmtpUrl::Credentials),
            ("smtp://:secret@h", BadSmtpUrl::Credentials),
            ("smtp://u:secret@h?name=Back+up", BadSmtpUrl::Setting("name=Back up".to_owned())),
            ("smtp://u:secret@h?per_second=0", BadSmtpUrl::Setting("per_second=0".to_owned())),
            ("smtp://u:secret@h?tls=yes", BadSmtpUrl::Setting("tls=yes".to_owned())),
            ("smtps://u:secret@h?tls=none", BadSmtpUrl::Setting("tls=none".to_owned())),
            ("smtp://u:secret@h?starttls=true", BadSmtpUrl::Setting("starttls=true".to_owned())),
        ] {
            let refused = SmtpConfig::from_url(url, FROM).unwrap_err();
            assert_eq!(refused, problem, "{url}");
            assert!(!refused.to_string().contains("secret"), "{refused}");
        }
        for from in ["", "Order desk", "orders@", "a@example.com\r\nBcc: b@example.com"] {
            let refused = SmtpConfig::from_url("smtp://h", from).unwrap_err();
            assert_eq!(refused, BadSmtpUrl::From(from.to_owned()));
        }
    }
}
