//! Mail over SMTP.
//!
//! The conversation is led command by command rather than as one call, because a lost connection means different things
//! at different places: before `DATA` was answered the server cannot have the mail, afterwards nobody knows.

mod config;
mod connection;
mod message;
mod outcome;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Clock;
use eop_core::notification::model::Channel;
use eop_core::notification::port::{NotificationChannel, Outgoing, SendOutcome};
use parking_lot::Mutex;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};

pub use config::{BadSmtpUrl, SmtpConfig, SmtpLimits, SmtpTls};

use connection::Connection;
use message::Mail;
use outcome::{Failure, accepted};

/// Sends mail through a mail server, over a few connections that are kept open for a while.
///
/// The Message-ID is the delivery's id, so that a server or reader that looks at it can drop a second copy.
#[derive(derive_more::Debug)]
pub struct SmtpChannel {
    config: SmtpConfig,
    #[debug(skip)]
    clock: Arc<dyn Clock>,
    #[debug(skip)]
    turns: Semaphore,
    #[debug(skip)]
    idle: Mutex<Vec<Idle>>,
    /// Whether the server took part in the last conversation, whatever it said.
    #[debug(skip)]
    is_reached: AtomicBool,
}

/// A connection that waits for its next mail.
struct Idle {
    connection: Connection,
    since: Instant,
}

impl SmtpChannel {
    /// Mail goes to the server of `config`, dated by `clock`. Nothing is connected yet.
    #[must_use]
    pub fn new(config: SmtpConfig, clock: Arc<dyn Clock>) -> Self {
        let turns = Semaphore::new(config.limits.connections.max(1));
        Self { config, clock, turns, idle: Mutex::new(Vec::new()), is_reached: AtomicBool::new(true) }
    }

    /// The most recently used of the open connections; those that waited too long are closed.
    fn take_idle(&self) -> Option<Connection> {
        let mut idle = self.idle.lock();
        idle.retain(|one| one.since.elapsed() < self.config.limits.idle);
        idle.pop().map(|one| one.connection)
    }

    fn keep(&self, connection: Connection) {
        self.idle.lock().push(Idle { connection, since: Instant::now() });
    }

    /// The right to use one connection.
    async fn turn(&self) -> Result<SemaphorePermit<'_>, Failure> {
        let limits = &self.config.limits;
        match timeout(limits.connect, self.turns.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(Failure::silent("waiting for a free connection", limits.connect)),
        }
    }

    /// Announces `mail` on an open connection, or on a new one if there is none that still works.
    async fn announce(&self, mail: &Mail) -> Result<Connection, SendOutcome> {
        let limit = self.config.limits.announce;
        if let Some(mut connection) = self.take_idle() {
            match connection.announce(mail, limit).await {
                Ok(()) => return Ok(connection),
                // The server closed it in the meantime. Nothing was handed over, so another connection may try.
                Err(failure) if failure.is_loss() => {}
                Err(failure) => return Err(self.refused(connection, failure).await.while_announcing()),
            }
        }
        let mut connection = Connection::open(&self.config).await.map_err(Failure::while_connecting)?;
        match connection.announce(mail, limit).await {
            Ok(()) => Ok(connection),
            Err(failure) => Err(self.refused(connection, failure).await.while_announcing()),
        }
    }

    /// Keeps the connection for the next mail, if it outlived the refusal of this one.
    async fn refused(&self, mut connection: Connection, failure: Failure) -> Failure {
        if !failure.is_loss() && connection.reset(self.config.limits.announce).await {
            self.keep(connection);
        }
        failure
    }
}

#[async_trait]
impl NotificationChannel for SmtpChannel {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn provider(&self) -> &str {
        self.config.name.as_deref().unwrap_or("smtp")
    }

    fn deduplicates(&self) -> bool {
        self.config.deduplicates
    }

    fn longest_hand_over(&self) -> Duration {
        self.config.limits.longest()
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        let mail = match Mail::compose(message, &self.config.from, self.clock.now()) {
            Ok(mail) => mail,
            Err(detail) => return SendOutcome::Permanent { code: None, detail },
        };
        let _turn = match self.turn().await {
            Ok(turn) => turn,
            Err(failure) => return failure.while_connecting(),
        };
        let announced = self.announce(&mail).await;
        let has_answered = matches!(
            &announced,
            Ok(_)
                | Err(SendOutcome::Temporary { code: Some(_), .. }
                    | SendOutcome::Permanent { code: Some(_), .. })
        );
        self.is_reached.store(has_answered, Ordering::Relaxed);
        let mut connection = match announced {
            Ok(connection) => connection,
            Err(outcome) => return outcome,
        };
        match connection.hand_over(&mail, self.config.limits.data).await {
            Ok(answer) => {
                self.keep(connection);
                accepted(&answer)
            }
            Err(failure) => self.refused(connection, failure).await.while_handing_over(),
        }
    }

    async fn is_available(&self) -> bool {
        // Mail goes first: while every connection is at work, the last one tells whether there is somebody at the other
        // end.
        let Ok(_turn) = self.turns.try_acquire() else { return self.is_reached.load(Ordering::Relaxed) };
        if let Some(mut connection) = self.take_idle()
            && connection.is_alive(self.config.limits.announce).await
        {
            self.keep(connection);
            return true;
        }
        match Connection::open(&self.config).await {
            Ok(connection) => {
                self.keep(connection);
                true
            }
            Err(_) => false,
        }
    }
}
