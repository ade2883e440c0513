//! Requests by operation id.

use eop_http::App;
use poem::Endpoint;
use poem::Request;
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::Value;

use crate::document::{Document, Operation};
use crate::people::Caller;
use crate::reply::Reply;

/// An id of the right form that nothing has.
pub const NO_ID: &str = "019cb6f1-0000-7000-8000-ffffffffffff";

/// A name of the right form that nothing has.
pub const NO_NAME: &str = "nobody-has-this";

/// Whether what a path parameter of this schema holds is a name, and no id.
#[must_use]
pub fn is_name(schema: &Value) -> bool {
    schema["pattern"].as_str().is_some_and(|pattern| pattern.starts_with("^[a-z]"))
}

/// A service to call.
#[derive(Clone, Debug)]
pub struct Api {
    app: App,
    document: Document,
}

impl Api {
    /// The interface of `app`.
    #[must_use]
    pub fn of(app: App) -> Self {
        Self { document: Document::of(&app), app }
    }

    /// What the service says of itself.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// A request for an operation. Path parameters that are not given name nothing that exists.
    pub fn call(&self, operation: &str) -> Call<'_> {
        self.call_of(self.document.find(operation))
    }

    /// A request for `operation`.
    pub fn call_of<'a>(&'a self, operation: &'a Operation) -> Call<'a> {
        Call { operation: Some(operation), ..self.at(operation.method.clone(), &operation.path) }
    }

    /// A request beside the document.
    pub fn at(&self, method: Method, path: &str) -> Call<'_> {
        Call {
            api: self,
            operation: None,
            method,
            path: path.to_owned(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Vec::new(),
        }
    }
}

/// A request in the making.
#[derive(Clone, Debug)]
#[must_use = "a request has to be sent"]
pub struct Call<'a> {
    api: &'a Api,
    operation: Option<&'a Operation>,
    method: Method,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Call<'_> {
    /// By somebody who is not anonymous.
    pub fn sent_by(self, caller: &Caller) -> Self {
        self.by(caller.token())
    }

    /// With this access token.
    pub fn by(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// About the thing with this id: the value of the only path parameter, as it stands in the URL.
    pub fn on(mut self, id: impl std::fmt::Display) -> Self {
        if let (Some(from), Some(to)) = (self.path.find('{'), self.path.find('}')) {
            self.path.replace_range(from..=to, &id.to_string());
        }
        self
    }

    /// With this query, as it stands in the URL.
    pub fn query(mut self, query: &str) -> Self {
        query.clone_into(&mut self.query);
        self
    }

    /// With one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("the name of a header");
        self.headers.append(name, HeaderValue::from_bytes(value.as_bytes()).expect("the value of a header"));
        self
    }

    /// With this JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// With the body that the document gives as an example.
    pub fn example(self) -> Self {
        let example = self.operation.and_then(|operation| operation.example.as_ref());
        let example = example.cloned().expect("the operation has an example");
        self.json(&example)
    }

    /// With this body, of this type.
    pub fn body(self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self.header("content-type", content_type) }
    }

    /// With this body, which says nothing of its type.
    pub fn untyped(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends it and checks that the document foretells the answer.
    pub async fn send(self) -> Reply {
        let (document, operation) = (&self.api.document, self.operation);
        let unsent = operation.into_iter().flat_map(|one| one.parameters_in("header"));
        let unsent = unsent.filter(|one| one.is_required && !self.headers.contains_key(&one.name));
        let unsent: Vec<String> = unsent.map(|one| one.name.clone()).collect();
        let reply = self.send_unchecked().await;
        reply.assert_foretold();
        if let Some(one) = operation {
            let foretold =
                document.answers().check(one.method.as_str(), &one.path, reply.status(), &reply.json());
            foretold.unwrap_or_else(|fault| panic!("{reply}: {fault}"));
            assert!(unsent.is_empty() || reply.status() >= 400, "{reply}: it does without {unsent:?}");
            let needs = one.parameters_in("header").any(|one| one.name == "If-Match" && one.is_required);
            assert!(reply.status() != 428 || needs, "{reply}: If-Match is documented as optional");
        }
        reply
    }

    async fn send_unchecked(self) -> Reply {
        let path = self.on_nothing();
        let (api, operation) = (path.api, path.operation);
        let question = if path.query.is_empty() { String::new() } else { format!("?{}", path.query) };
        let line = format!("{} {}{question}", path.method, path.path);
        let mut request =
            Request::builder().method(path.method.clone()).uri_str(format!("{}{question}", path.path));
        for (name, value) in &path.headers {
            request = request.header(name, value);
        }
        let request = request.body(path.body.clone());
        let response = api.app.call(request).await.unwrap_or_else(|error| panic!("{line}: {error}"));
        let asked = String::from_utf8_lossy(&path.body).into_owned();
        Reply::read(operation.cloned(), line, asked, response).await
    }

    /// Names something that does not exist where nothing was named.
    fn on_nothing(self) -> Self {
        let schema = self.operation.and_then(|operation| operation.parameters_in("path").next());
        let schema = schema.map(|parameter| &parameter.schema);
        let nothing = match schema {
            Some(schema) if schema["type"] == "integer" => "987654321",
            Some(schema) if is_name(schema) => NO_NAME,
            _ => NO_ID,
        };
        self.on(nothing)
    }
}
