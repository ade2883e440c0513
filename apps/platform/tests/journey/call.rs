//! One request and its answer.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use eop_api_contract::answers::Answers;
use reqwest::header::HeaderMap;
use reqwest::{Client, RequestBuilder};
use serde_json::Value;

use crate::platform::Person;

/// The ports of the instances of a service, which take turns. Clones share whose turn it is.
#[derive(Clone, Debug)]
pub(crate) struct Doors {
    ports: Vec<u16>,
    turn: Arc<AtomicUsize>,
}

impl Doors {
    pub(crate) fn new(ports: impl IntoIterator<Item = u16>) -> Self {
        Self { ports: ports.into_iter().collect(), turn: Arc::default() }
    }

    /// The door of one instance.
    pub(crate) fn only(&self, instance: usize) -> Self {
        Self::new([self.ports[instance]])
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.ports.len()
    }

    pub(crate) fn next(&self) -> u16 {
        self.ports[self.turn.fetch_add(1, Ordering::Relaxed) % self.ports.len()]
    }
}

/// A request that is not sent yet.
pub(crate) struct Call {
    client: Client,
    doors: Doors,
    request: RequestBuilder,
    what: String,
    /// What the documents say of the answer.
    foretold: Option<Arc<Answers>>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    headers: HeaderMap,
    what: String,
}

impl Call {
    /// A request to whichever of the doors has its turn when it is sent.
    pub(crate) fn new(client: &Client, doors: &Doors, request: RequestBuilder, what: String) -> Self {
        Self { client: client.clone(), doors: doors.clone(), request, what, foretold: None }
    }

    /// Whose answer the documents foretell.
    pub(crate) fn foretold_by(self, foretold: Option<Arc<Answers>>) -> Self {
        Self { foretold, ..self }
    }

    /// In somebody's name.
    pub(crate) fn by(mut self, person: &Person) -> Self {
        self.request = self.request.bearer_auth(&person.token);
        self
    }

    pub(crate) fn key(mut self, key: &str) -> Self {
        self.request = self.request.header("Idempotency-Key", key);
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// The same request once more, at another door if there is one.
    pub(crate) fn again(&self) -> Self {
        let request = self.request.try_clone().expect("a request in memory can be copied");
        let (doors, foretold) = (self.doors.clone(), self.foretold.clone());
        Self { client: self.client.clone(), doors, request, what: self.what.clone(), foretold }
    }

    /// Sends it where it may fail.
    pub(crate) async fn send(self) -> Result<Answer, reqwest::Error> {
        let mut request = self.request.build()?;
        request.url_mut().set_port(Some(self.doors.next())).expect("an address has a port");
        let mut response = self.client.execute(request).await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let is_stream = headers.get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let text = if is_stream {
            // What goes on is known by the data of its first event.
            let first = response.chunk().await?.unwrap_or_default();
            let first = String::from_utf8_lossy(&first).into_owned();
            first.lines().find_map(|line| line.strip_prefix("data: ")).unwrap_or_default().to_owned()
        } else {
            response.text().await?
        };
        let body =
            if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap_or(text.into()) };
        Ok(Answer { status, body, headers, what: self.what })
    }

    /// Listens until so many events have come: the id, name and data of each.
    pub(crate) async fn hears(self, count: usize) -> Vec<(String, String, Value)> {
        let what = self.what;
        let mut request = self.request.build().expect("a request can be made");
        request.url_mut().set_port(Some(self.doors.next())).expect("an address has a port");
        let mut response =
            self.client.execute(request).await.unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!(response.status().as_u16(), 200, "{what}");
        let (mut text, mut events) = (String::new(), Vec::new());
        while events.len() < count {
            let chunk =
                response.chunk().await.unwrap_or_else(|error| panic!("{what}: {error:?} after {text}"));
            text +=
                &String::from_utf8_lossy(&chunk.unwrap_or_else(|| panic!("{what}: it ended after {text}")));
            while let Some((event, rest)) = text.split_once("\n\n") {
                let line = |name| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                if let (Some(id), Some(name), Some(data)) = (line("id: "), line("event: "), line("data: ")) {
                    events.push((id, name, serde_json::from_str(&data).expect("data are JSON")));
                }
                text = rest.to_owned();
            }
        }
        events
    }

    /// Sends it, and insists on this status, and on an answer that the documents foretell.
    pub(crate) async fn gets(self, status: u16) -> Answer {
        let (what, foretold) = (self.what.clone(), self.foretold.clone());
        let request = self.request.try_clone().and_then(|request| request.build().ok());
        let answer = self.send().await.unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!(answer.status, status, "{what}: {:#}", answer.body);
        if let (Some(foretold), Some(request)) = (foretold, request)
            && let Some(path) = foretold.template(request.url().path())
        {
            let checked = foretold.check(request.method().as_str(), path, status, &answer.body);
            checked.unwrap_or_else(|fault| panic!("{what}: {fault}"));
        }
        answer
    }

    /// Sends it, and insists on being refused as documented: this status and this code.
    pub(crate) async fn gets_refused(self, status: u16, code: &str) -> Answer {
        let answer = self.gets(status).await;
        assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.what);
        assert_eq!(answer.body["code"], code, "{}: {:#}", answer.what, answer.body);
        answer
    }
}

impl Answer {
    /// The header's text; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are text"))
    }

    /// A text in the body.
    pub(crate) fn text(&self, member: &str) -> String {
        text(&self.body, member)
    }
}

/// A text in a JSON object.
pub(crate) fn text(object: &Value, member: &str) -> String {
    let text = object[member].as_str();
    text.unwrap_or_else(|| panic!("`{member}` is no text in {object:#}")).to_owned()
}

/// The items of a list.
pub(crate) fn items(body: &Value) -> &Vec<Value> {
    body["items"].as_array().unwrap_or_else(|| panic!("no list: {body:#}"))
}

/// One member of each, sorted.
pub(crate) fn sorted<T: Ord + Debug>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort();
    values
}
