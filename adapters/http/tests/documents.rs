//! The documents of the test API have none of the shapes that generators and linters stumble over.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod support;

use eop_http::{About, BuildError, Caller, Service};
use poem_openapi::{OpenApi, payload::PlainText};
use serde_json::{Value, json};
use support::service;

fn documents() -> (Value, Value) {
    let documents = service().documents().unwrap();
    (serde_json::from_str(&documents.v3_0).unwrap(), serde_json::from_str(&documents.v3_1).unwrap())
}

/// Every object of a document, with its pointer.
fn objects<'a>(
    value: &'a Value,
    place: &str,
    visit: &mut dyn FnMut(&str, &'a serde_json::Map<String, Value>),
) {
    match value {
        Value::Object(members) => {
            visit(place, members);
            for (name, member) in members {
                objects(member, &format!("{place}/{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, &format!("{place}/{index}"), visit);
            }
        }
        _ => {}
    }
}

#[test]
fn no_forbidden_shape_is_left() {
    let (v3_0, v3_1) = documents();
    for (version, document) in [("3.0", &v3_0), ("3.1", &v3_1)] {
        objects(document, "", &mut |place, object| {
            let in_properties = place.ends_with("/properties");
            let forbidden: &[&str] = if in_properties {
                &[]
            } else if version == "3.1" {
                &["nullable", "readOnly", "allOf"]
            } else {
                &["readOnly", "$defs"]
            };
            for name in forbidden {
                assert!(!object.contains_key(*name), "{version} {place} has {name}");
            }
            if let Some(parts) = object.get("allOf").and_then(Value::as_array) {
                assert_eq!(parts.len(), 1, "{version} {place}");
            }
            if let Some(Value::String(format)) = object.get("format") {
                assert!(
                    !format.starts_with("uint") && format != "event-stream",
                    "{version} {place}: {format}"
                );
            }
            for name in object.keys() {
                assert!(!name.contains(';'), "{version} {place}: {name}");
            }
            if let Some(Value::String(target)) = object.get("$ref") {
                let pointer = target.strip_prefix('#').unwrap();
                assert!(document.pointer(pointer).is_some(), "{version} {place} refers to {target}");
            }
        });
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for name in schemas.keys() {
            assert!(!name.contains('_') && !name.ends_with("Response") && !name.starts_with("New"), "{name}");
        }
        assert!(schemas.contains_key("OrderPage") && schemas.contains_key("PaymentMethodCard"));
    }
}

#[test]
fn every_operation_says_what_it_needs_and_what_can_happen() {
    let (document, _) = documents();
    let mut count = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            count += 1;
            for name in ["operationId", "summary", "description", "tags", "x-permission"] {
                assert!(operation.get(name).is_some(), "{method} {path} has no {name}");
            }
            let responses = operation["responses"].as_object().unwrap();
            for status in ["400", "500", "503", "4XX", "5XX"] {
                assert!(responses.contains_key(status), "{method} {path} has no {status}");
            }
            assert!(!responses.contains_key("default"));
            let public = operation["x-permission"] == "public";
            assert_eq!(operation.get("security") == Some(&json!([])), public, "{method} {path}");
            assert_eq!(responses.contains_key("401"), !public, "{method} {path}");
        }
    }
    assert_eq!(count, support::PERMISSIONS.len());
    assert_eq!(document["security"], json!([{"bearer": []}]));
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["bearerFormat"], "JWT");

    let place = &document["paths"]["/api/v1/orders"]["post"];
    let headers = place["responses"]["201"]["headers"].as_object().unwrap();
    for name in ["ETag", "Idempotent-Replayed", "Location", "X-Request-Id", "X-Trace-Id"] {
        assert!(headers.contains_key(name), "{name}");
    }
    assert_eq!(place["parameters"][0]["name"], "Idempotency-Key");
    assert_eq!(place["requestBody"]["content"]["application/json"]["example"]["lines"][0]["sku"], "sku-1");
    assert_eq!(document["components"]["schemas"]["PlaceOrderRequest"]["additionalProperties"], false);
    let amend = &document["paths"]["/api/v1/orders/{id}"]["patch"]["responses"];
    assert!(amend.get("412").is_some() && amend.get("428").is_some());
}

#[test]
fn null_and_event_streams_are_typed_where_the_version_can() {
    let (v3_0, v3_1) = documents();
    let order = |document: &Value| document["components"]["schemas"]["Order"].clone();
    assert_eq!(order(&v3_0)["properties"]["note"]["nullable"], true);
    assert_eq!(order(&v3_1)["properties"]["note"]["type"], json!(["string", "null"]));
    assert_eq!(order(&v3_1)["properties"]["payment"]["anyOf"][1], json!({"type": "null"}));
    let nothing = json!({"type": "object", "nullable": true, "enum": [null]});
    assert_eq!(order(&v3_0)["properties"]["payment"]["anyOf"][1], nothing);
    assert!(order(&v3_0)["required"].as_array().unwrap().contains(&json!("note")));
    let stream = |document: &Value| {
        document["paths"]["/api/v1/orders/stream"]["get"]["responses"]["200"]["content"]["text/event-stream"]
            ["schema"]
            .clone()
    };
    assert_eq!(stream(&v3_0)["type"], "string");
    assert_eq!(stream(&v3_1)["properties"]["data"]["contentSchema"]["$ref"], "#/components/schemas/Order");
}

#[test]
fn documents_are_the_same_bytes_each_time() {
    let (first, second) = (service().documents().unwrap(), service().documents().unwrap());
    assert_eq!(first, second);
    assert!(first.v3_0.starts_with("{\n  \"components\"") && first.v3_0.ends_with("}\n"));
    assert_eq!(service().build().unwrap().documents(), &first);
}

struct Careless;

#[expect(clippy::unused_async, reason = "operations are async whether or not they wait")]
#[OpenApi]
impl Careless {
    #[oai(path = "/a", method = "get")]
    async fn a(&self) -> PlainText<String> {
        PlainText(String::new())
    }
}

#[test]
fn an_api_that_breaks_the_rules_is_refused_with_all_of_them() {
    let about = About { title: "X", version: "1", description: "" };
    let service = Service::new("x", about, Careless, &[("b", "order:read")]);
    let Err(BuildError::Interface(error)) = service.build() else { panic!("it was built") };
    let text = error.to_string();
    for part in ["no permission", "names b", "no operationId", "no summary", "no tags"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let made_up = Service::new("x", about, Closed, &[("openIt", "order:expire")]);
    let Err(BuildError::Interface(error)) = made_up.build() else { panic!("it was built") };
    assert!(error.to_string().contains("order:expire, which no role can have"), "{error}");
}

#[test]
fn a_service_that_needs_permissions_needs_who_knows_them() {
    let about = About { title: "X", version: "1", description: "" };
    let service = Service::new("x", about, Closed, &[("openIt", "order:read")]);
    let service = service.verifier(std::sync::Arc::new(support::Tokens::default()));
    assert!(matches!(service.build(), Err(BuildError::NoPolicy(name)) if name == "x"));
}

struct Closed;

#[expect(clippy::unused_async, reason = "operations are async whether or not they wait")]
#[OpenApi(tag = "support::Tag::Faults")]
impl Closed {
    /// Open it
    #[oai(path = "/thing", method = "get", operation_id = "openIt")]
    async fn open(&self, _caller: Caller) -> PlainText<String> {
        PlainText("open".to_owned())
    }
}

struct Reading;
struct Writing;

#[expect(clippy::unused_async, reason = "operations are async whether or not they wait")]
#[OpenApi(tag = "support::Tag::Faults")]
impl Reading {
    /// Read it
    #[oai(path = "/thing", method = "get", operation_id = "readIt")]
    async fn read(&self) -> PlainText<String> {
        PlainText("read".to_owned())
    }
}

#[expect(clippy::unused_async, reason = "operations are async whether or not they wait")]
#[OpenApi(tag = "support::Tag::Faults")]
impl Writing {
    /// Write it
    #[oai(path = "/thing", method = "post", operation_id = "writeIt")]
    async fn write(&self) -> PlainText<String> {
        PlainText("written".to_owned())
    }
}

#[tokio::test]
async fn the_methods_of_a_path_may_come_from_several_places() {
    let about = About { title: "X", version: "1", description: "" };
    let permissions = &[("readIt", "public"), ("writeIt", "public")];
    let app = Service::new("x", about, (Reading, Writing), permissions).build().unwrap();
    let document: Value = serde_json::from_str(&app.documents().v3_1).unwrap();
    let methods: Vec<_> = document["paths"]["/thing"].as_object().unwrap().keys().collect();
    assert_eq!(methods, ["get", "post"]);
    let client = poem::test::TestClient::new(app);
    client.get("/thing").send().await.assert_text("read").await;
    client.post("/thing").send().await.assert_text("written").await;
}
