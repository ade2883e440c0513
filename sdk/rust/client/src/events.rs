//! Server-sent events, as they come.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderValue;
use reqwest::{Method, Request, Response, Url};
use tokio::time::{sleep, timeout};

use crate::error::{Error, Kind};
use crate::transport::{Transport, Way};
use crate::types::InboxEvent;

/// How long an event stream may say nothing; a comment comes every 15 s.
const SILENCE: Duration = Duration::from_secs(45);
/// Kinds that this version does not know are passed over: a later platform may send them.
const KNOWN: [&str; 2] = ["item", "unread"];

/// An event, and where to go on after it.
#[derive(Clone, Debug)]
pub struct WithId {
    /// For [`crate::Platform::watch_my_inbox`].
    pub id: Option<String>,
    /// What happened.
    pub event: InboxEvent,
}

/// What happens in one's inbox, as it happens.
pub struct InboxEvents {
    transport: Arc<Transport>,
    connection: Option<Response>,
    is_new: bool,
    parser: Parser,
    ready: VecDeque<WithId>,
    failures: u32,
}

impl InboxEvents {
    pub(crate) fn new(transport: Arc<Transport>, last_id: Option<String>) -> Self {
        let parser = Parser { last_id, ..Parser::default() };
        Self { transport, connection: None, is_new: true, parser, ready: VecDeque::new(), failures: 0 }
    }

    /// The next event. It waits as long as nothing happens.
    ///
    /// # Errors
    /// One that will not pass: that the session is over, or that the roles do not grant it.
    pub async fn next(&mut self) -> Result<WithId, Error> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                self.failures = 0;
                return Ok(event);
            }
            let Some(connection) = &mut self.connection else {
                self.connect().await?;
                continue;
            };
            match timeout(SILENCE, connection.chunk()).await {
                Ok(Ok(Some(piece))) => self.parser.feed(&piece, &mut self.ready)?,
                // The end, a fault of the network, or silence: what has no blank line after it was not sent whole.
                _ => self.connection = None,
            }
        }
    }

    async fn connect(&mut self) -> Result<(), Error> {
        if !self.is_new {
            sleep(self.parser.pause * 2_u32.pow(self.failures.min(5))).await;
        }
        self.is_new = false;
        self.parser.forget();
        match self.transport.exchange(self.request()?, Way::Stream).await {
            Ok(response) => self.connection = Some(response),
            Err(error) => match error.kind() {
                None | Some(Kind::RateLimited | Kind::ServerFault) => self.failures += 1,
                Some(_) => return Err(error),
            },
        }
        Ok(())
    }

    fn request(&self) -> Result<Request, Error> {
        let url = "http://eop/services/notification/api/v1/me/inbox/stream";
        let mut request = Request::new(Method::GET, Url::parse(url).expect("an address made of constants"));
        request.headers_mut().insert("accept", HeaderValue::from_static("text/event-stream"));
        if let Some(id) = &self.parser.last_id {
            let value = HeaderValue::from_str(id).map_err(|_| Error::Request("the id of the event is no header".into()))?;
            request.headers_mut().insert("last-event-id", value);
        }
        Ok(request)
    }
}

/// Makes events of pieces as the network cuts them.
struct Parser {
    rest: Vec<u8>,
    id: Option<String>,
    data: Option<String>,
    last_id: Option<String>,
    pause: Duration,
}

impl Default for Parser {
    fn default() -> Self {
        Self { rest: Vec::new(), id: None, data: None, last_id: None, pause: Duration::from_secs(1) }
    }
}

impl Parser {
    fn forget(&mut self) {
        self.rest.clear();
        (self.id, self.data) = (None, None);
    }

    fn feed(&mut self, piece: &[u8], ready: &mut VecDeque<WithId>) -> Result<(), Error> {
        self.rest.extend_from_slice(piece);
        // The services end lines by \n; \r\n is taken too.
        while let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches(['\r', '\n']);
            if line.is_empty() {
                ready.extend(self.event()?);
            } else {
                self.take(line);
            }
        }
        Ok(())
    }

    fn take(&mut self, line: &str) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "data" => match &mut self.data {
                Some(data) => data.extend(["\n", value]),
                None => self.data = Some(value.to_owned()),
            },
            "id" => self.id = Some(value.to_owned()),
            "retry" => self.pause = value.parse().map_or(self.pause, Duration::from_millis),
            _ => {}
        }
    }

    fn event(&mut self) -> Result<Option<WithId>, Error> {
        let Some(data) = self.data.take() else { return Ok(None) };
        if self.id.is_some() {
            self.last_id.clone_from(&self.id);
        }
        let read = |fault: serde_json::Error| Error::Undocumented(fault.to_string());
        let value: serde_json::Value = serde_json::from_str(&data).map_err(read)?;
        if !value["type"].as_str().is_some_and(|kind| KNOWN.contains(&kind)) {
            return Ok(None);
        }
        let event = serde_json::from_value(value).map_err(read)?;
        Ok(Some(WithId { id: self.last_id.clone(), event }))
    }
}
