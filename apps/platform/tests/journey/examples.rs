//! Every example of the documents, sent as it stands to a platform with its demo data, as somebody would from Swagger UI.

use reqwest::Method;
use serde_json::{Value, json};

use crate::embedded::Embedded;
use crate::platform::{Platform, SOON, Service};
use crate::wait::eventually;

/// What ends sessions or changes the password that the others sign in with, in this order after the others.
const LAST: [&str; 4] = ["revokeMySession", "revokeMyOtherSessions", "changeMyPassword", "logOut"];

/// What is about an event that is parked. The demo has such in the outbox of the orders only.
const PARKED: [&str; 2] = ["releaseOutboxMessage", "skipOutboxMessage"];

/// What only a service can ask for: its secret follows from the master key of a deployment, so that no document has it.
const OF_SERVICES: [&str; 1] = ["issueServiceToken"];

/// An operation with what the document gives as its examples.
#[derive(Clone, Debug)]
struct Example {
    id: String,
    service: Service,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Value>,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_works_as_it_stands() {
    let mut embedded = Embedded::start_with(&[], &[], &["parked events"]).await;
    let platform = &embedded.platform;
    let mut examples = Vec::new();
    for service in Service::ALL {
        let document = platform.get(service, "/openapi-3.1.json").gets(200).await.body;
        examples.extend(examples_of(service, &document));
    }
    assert!(examples.len() >= 50, "{}", examples.len());
    let find =
        |id: &str| examples.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("no {id}")).clone();

    // The demo data come after the platform is ready, and what follows from them a moment later.
    let signed_in = send(platform, &find("logIn"), "").await;
    let token = signed_in.1["access_token"].as_str().expect("a token").to_owned();
    for id in ["getUser", "getMail", "markMyInboxItemRead"] {
        let example = find(id);
        eventually(&format!("what {id} is about is there"), SOON, async || {
            match send(platform, &example, &token).await {
                (status, _) if status < 300 => Ok(()),
                (status, body) => Err(format!("{status} {body}")),
            }
        })
        .await;
    }

    let (last, first): (Vec<_>, Vec<_>) = examples.iter().partition(|one| LAST.contains(&&*one.id));
    let last = LAST.iter().filter_map(|id| last.iter().find(|one| one.id == *id).copied());
    for example in first.into_iter().chain(last) {
        let (status, body) = send(platform, example, &token).await;
        if PARKED.contains(&&*example.id) && example.service != Service::Order {
            assert_eq!((status, &body["code"]), (404, &json!("outbox.not_parked")), "{}", example.id);
            continue;
        }
        if OF_SERVICES.contains(&&*example.id) {
            assert_eq!((status, &body["code"]), (415, &json!("request.unsupported_media_type")));
            continue;
        }
        assert!((200..300).contains(&status), "{} is answered with {status}: {body:#}", example.id);
    }
    // The faults of the examples were all that was the matter.
    platform.is_ready(Service::Order).await;
    embedded.process.must_be_well();
}

async fn send(platform: &Platform, example: &Example, token: &str) -> (u16, Value) {
    let mut call = platform.call(example.method.clone(), example.service, &example.path);
    if !token.is_empty() {
        call = call.header("authorization", &format!("Bearer {token}"));
    }
    for (name, value) in &example.headers {
        call = call.header(name, value);
    }
    let call = match &example.body {
        Some(body) => call.json(body),
        None => call,
    };
    let answer = call.send().await.unwrap_or_else(|error| panic!("{example:?}: {error:?}"));
    platform.foretold(example.service, &example.method, &example.path, answer.status, &answer.body);
    (answer.status, answer.body)
}

fn examples_of(service: Service, document: &Value) -> Vec<Example> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().expect("there are paths") {
        for (method, operation) in item.as_object().expect("a path has operations") {
            let parameters: Vec<&Value> = operation["parameters"].as_array().into_iter().flatten().collect();
            let mut path = path.clone();
            let mut headers = Vec::new();
            for parameter in parameters {
                let name = parameter["name"].as_str().expect("a parameter has a name");
                let Some(example) = parameter.get("example") else {
                    assert_ne!(parameter["required"], json!(true), "{path}: {name} has no example");
                    continue;
                };
                let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
                match parameter["in"].as_str() {
                    Some("path") => path = path.replace(&format!("{{{name}}}"), &text),
                    Some("header") => headers.push((name.to_owned(), text)),
                    other => panic!("{name}: an example in {other:?}"),
                }
            }
            found.push(Example {
                id: operation["operationId"].as_str().expect("an operation has an id").to_owned(),
                service,
                method: method.to_uppercase().parse().expect("a method"),
                path,
                headers,
                body: operation.pointer("/requestBody/content/application~1json/example").cloned(),
            });
        }
    }
    found
}
