//! A mail server that follows a script: every step can be answered otherwise, not at all, or by hanging up.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rustls::ServerConfig;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

/// What the server does at a step instead of the usual.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Say(&'static str),
    Silence,
    HangUp,
    /// Hang up the first time, and do as usual afterwards.
    HangUpOnce,
}

/// A mail that the server took, or would have taken had it been asked politely.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) body: Vec<u8>,
    pub(crate) encrypted: bool,
}

/// Protection that the server offers.
#[derive(Clone)]
pub(crate) enum Protection {
    None,
    StartTls(Arc<ServerConfig>),
    Implicit(Arc<ServerConfig>),
}

#[derive(Default)]
struct State {
    script: Mutex<HashMap<&'static str, Reply>>,
    taken: Mutex<Vec<Taken>>,
    heard: Mutex<Vec<String>>,
    connections: AtomicUsize,
}

pub(crate) struct SmtpServer {
    port: u16,
    state: Arc<State>,
    tasks: Mutex<Option<JoinSet<()>>>,
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl SmtpServer {
    pub(crate) async fn start() -> Self {
        Self::protected(Protection::None).await
    }

    pub(crate) async fn protected(protection: Protection) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(State::default());
        let accepting = Arc::clone(&state);
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut conversations = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                accepting.connections.fetch_add(1, Ordering::SeqCst);
                let (state, protection) = (Arc::clone(&accepting), protection.clone());
                conversations.spawn(async move {
                    let encrypted = matches!(protection, Protection::Implicit(_));
                    let stream: Box<dyn Stream> = match &protection {
                        Protection::Implicit(config) => {
                            match TlsAcceptor::from(Arc::clone(config)).accept(stream).await {
                                Ok(stream) => Box::new(stream),
                                Err(_) => return,
                            }
                        }
                        _ => Box::new(stream),
                    };
                    Conversation { state, stream: BufReader::new(stream), protection, encrypted }
                        .hold()
                        .await;
                });
            }
        });
        Self { port, state, tasks: Mutex::new(Some(tasks)) }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// At `step` (`CONNECT`, a command, or `.` for the end of a message) do this from now on.
    pub(crate) fn at(&self, step: &'static str, reply: Reply) {
        self.state.script.lock().insert(step, reply);
    }

    /// Do as usual again.
    pub(crate) fn recover(&self) {
        self.state.script.lock().clear();
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.state.taken.lock().clone()
    }

    /// Every command line that arrived.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.state.heard.lock().clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.state.connections.load(Ordering::SeqCst)
    }

    /// Closes the port and every connection.
    pub(crate) async fn stop(&self) {
        let tasks = self.tasks.lock().take();
        if let Some(mut tasks) = tasks {
            tasks.shutdown().await;
        }
    }
}

struct Conversation {
    state: Arc<State>,
    stream: BufReader<Box<dyn Stream>>,
    protection: Protection,
    encrypted: bool,
}

/// The client is gone, or the script says to hang up.
struct Over;

impl Conversation {
    async fn hold(mut self) {
        if self.answer("CONNECT", "220 test ready").await.is_err() {
            return;
        }
        let mut envelope = (String::new(), String::new());
        while let Ok(line) = self.line().await {
            let word = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
            let outcome = match word.as_str() {
                "EHLO" => self.greet().await,
                "STARTTLS" => self.protect().await,
                "AUTH" => self.answer("AUTH", "235 2.7.0 Welcome").await.map(drop),
                "MAIL" => {
                    envelope.0 = address_in(&line);
                    self.answer("MAIL", "250 2.1.0 OK").await.map(drop)
                }
                "RCPT" => {
                    envelope.1 = address_in(&line);
                    self.answer("RCPT", "250 2.1.5 OK").await.map(drop)
                }
                "DATA" => self.take(&envelope).await,
                "RSET" => self.answer("RSET", "250 2.0.0 OK").await.map(drop),
                "NOOP" => self.answer("NOOP", "250 2.0.0 OK").await.map(drop),
                "QUIT" => Err(Over),
                _ => self.say("502 5.5.2 What?").await,
            };
            if outcome.is_err() {
                return;
            }
        }
    }

    async fn greet(&mut self) -> Result<(), Over> {
        let start_tls = matches!(self.protection, Protection::StartTls(_)) && !self.encrypted;
        let offer = if start_tls { "250-STARTTLS\r\n" } else { "" };
        let usual = format!("250-test\r\n{offer}250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
        self.answer("EHLO", &usual).await.map(drop)
    }

    async fn protect(&mut self) -> Result<(), Over> {
        self.answer("STARTTLS", "220 2.0.0 Go ahead").await?;
        let Protection::StartTls(config) = &self.protection else { return Err(Over) };
        let acceptor = TlsAcceptor::from(Arc::clone(config));
        let (nothing, _) = tokio::io::duplex(1);
        let plain = std::mem::replace(&mut self.stream, BufReader::new(Box::new(nothing)));
        let stream = acceptor.accept(plain.into_inner()).await.map_err(|_| Over)?;
        self.stream = BufReader::new(Box::new(stream));
        self.encrypted = true;
        Ok(())
    }

    async fn take(&mut self, envelope: &(String, String)) -> Result<(), Over> {
        if !self.answer("DATA", "354 Go ahead").await? {
            return Ok(());
        }
        let mut body = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.stream.read_until(b'\n', &mut line).await.map_err(|_| Over)? == 0 {
                return Err(Over);
            }
            if line == b".\r\n" {
                break;
            }
            body.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let refusal =
            matches!(self.state.script.lock().get("."), Some(Reply::Say(text)) if !text.starts_with('2'));
        if !refusal {
            let (from, to) = envelope.clone();
            self.state.taken.lock().push(Taken { from, to, body, encrypted: self.encrypted });
        }
        self.answer(".", "250 2.0.0 Queued as 4711").await.map(drop)
    }

    /// Answers `usual` unless the script says otherwise. Returns whether the answer was the usual one.
    async fn answer(&mut self, step: &str, usual: &str) -> Result<bool, Over> {
        let reply = self.state.script.lock().get(step).cloned();
        match reply {
            None => self.say(usual).await.map(|()| true),
            Some(Reply::Say(text)) => self.say(text).await.map(|()| false),
            Some(Reply::HangUp) => Err(Over),
            Some(Reply::HangUpOnce) => {
                self.state.script.lock().remove(step);
                Err(Over)
            }
            Some(Reply::Silence) => {
                // Until the client gives up.
                let mut rest = Vec::new();
                self.stream.read_to_end(&mut rest).await.ok();
                Err(Over)
            }
        }
    }

    async fn say(&mut self, text: &str) -> Result<(), Over> {
        self.stream.write_all(format!("{text}\r\n").as_bytes()).await.map_err(|_| Over)?;
        self.stream.flush().await.map_err(|_| Over)
    }

    async fn line(&mut self) -> Result<String, Over> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await.map_err(|_| Over)? == 0 {
            return Err(Over);
        }
        self.state.heard.lock().push(line.trim_end().to_owned());
        Ok(line)
    }
}

fn address_in(line: &str) -> String {
    let (_, rest) = line.split_once('<').unwrap();
    rest.split('>').next().unwrap().to_owned()
}
