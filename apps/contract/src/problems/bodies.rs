//! Bodies that cannot be read, and bodies with one refused value each.

use serde_json::{Value, json};

use super::{Asking, sample};
use crate::client::{Api, Call};
use crate::document::{Document, Operation};

/// More than the largest body that a service takes.
pub(crate) const TOO_LARGE: usize = 1024 * 1024 + 1;

fn with_bodies(api: &Api) -> impl Iterator<Item = (&Operation, &Value)> {
    api.document().operations().iter().filter_map(|one| Some((one, one.body.as_ref()?)))
}

fn bare<'a>(api: &'a Api, operation: &'a Operation, asking: &Asking) -> Call<'a> {
    let call = api.call_of(operation).sent_by(&asking.admin);
    if operation.parameters.iter().any(|one| one.name == "If-Match") {
        call.header("if-match", "\"1\"")
    } else {
        call
    }
}

/// Bodies that are not JSON, of another type, or too large.
pub async fn bad_bodies(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    for (operation, schema) in with_bodies(api) {
        let body = sample::full(api.document(), schema, operation.example.as_ref()).to_string();
        let half = &body[..body.len() / 2];
        let trailing = format!("{body} x");
        let malformed: [&[u8]; 8] = [
            b"",
            b"{",
            half.as_bytes(),
            trailing.as_bytes(),
            b"{\"a\": NaN}",
            b"{'a': 1}",
            b"\xff\xfe{}",
            deep.as_bytes(),
        ];
        if operation.may_lack_body {
            let reply = bare(api, operation, asking).send().await;
            assert!(![400, 415].contains(&reply.status()), "{reply}");
            count += 1;
        }
        for text in malformed {
            if text.is_empty() && operation.may_lack_body {
                continue;
            }
            let reply = bare(api, operation, asking).body("application/json", text).send().await;
            drop(reply.refused(400, "request.malformed_body"));
            count += 1;
        }
        for kind in [
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/jsonp",
            "json",
        ] {
            let reply = bare(api, operation, asking).body(kind, body.as_str()).send().await;
            let reply = reply.refused(415, "request.unsupported_media_type");
            assert_eq!(reply.header("accept"), Some("application/json"), "{reply}");
            count += 1;
        }
        let untyped = bare(api, operation, asking).untyped(body.as_str()).send().await;
        drop(untyped.refused(415, "request.unsupported_media_type"));
        let large = " ".repeat(TOO_LARGE);
        let large = bare(api, operation, asking).body("application/json", large).send().await;
        drop(large.refused(413, "request.body_too_large"));
        for text in ["null", "[]", "5", "true", "\"text\""] {
            let reply = bare(api, operation, asking).body("application/json", text).send().await;
            let reply = reply.refused(422, "request.invalid_body");
            assert_eq!(reply.refused_values(), [" type"], "{reply}");
            count += 1;
        }
        let charset = bare(api, operation, asking).body("application/json; charset=utf-8", "{}").send().await;
        assert!(![400, 415].contains(&charset.status()), "{charset}");
        count += 3;
    }
    count
}

/// Members that are missing, unknown, of another type or out of bounds: each is named in the answer.
pub async fn bad_values(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    for (operation, schema) in with_bodies(api) {
        let body = sample::full(api.document(), schema, operation.example.as_ref());
        let mut walk = Walk { document: api.document(), body: &body, cases: Vec::new() };
        walk.value(schema, "");
        assert!(!walk.cases.is_empty(), "{}: no way to spoil {body}", operation.id);
        for (place, spoilt) in walk.cases {
            let reply = bare(api, operation, asking).json(&spoilt).send().await;
            let reply = reply.refused(422, "request.invalid_body");
            let refused = reply.refused_values();
            let is_named = |one: &String| one.starts_with(&format!("{place} "));
            assert!(refused.iter().any(is_named), "{place} is not named: {reply}");
            count += 1;
        }
    }
    count
}

/// The examples of the document are acceptable as they stand, whatever becomes of them.
pub async fn examples(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    for (operation, _) in with_bodies(api) {
        assert!(operation.example.is_some(), "{} has no example", operation.id);
        let reply = bare(api, operation, asking).example().send().await;
        let code = reply.code();
        assert!(!code.starts_with("request."), "{reply}");
        count += 1;
    }
    count
}

/// Every way to spoil one value of a body, with the place of the value.
struct Walk<'a> {
    document: &'a Document,
    body: &'a Value,
    cases: Vec<(String, Value)>,
}

impl Walk<'_> {
    /// The body with another value at `place`.
    fn replace(&mut self, place: &str, value: Value) {
        let mut spoilt = self.body.clone();
        *spoilt.pointer_mut(place).expect("the place is in the body") = value;
        self.cases.push((place.to_owned(), spoilt));
    }

    fn value(&mut self, schema: &Value, place: &str) {
        let may_be_null = sample::is(&self.document.resolve(schema), "null") || schema["anyOf"].is_array();
        let schema = sample::plain(self.document, schema);
        let kinds = ["string", "integer", "boolean", "array", "object"];
        let of_kind = [json!("text"), json!(7), json!(true), json!([]), json!({})];
        // The whole body of another type is a case of its own.
        if !place.is_empty() {
            for (_, wrong) in kinds.iter().zip(of_kind).filter(|(kind, _)| !sample::is(&schema, kind)) {
                self.replace(place, wrong);
            }
            if !may_be_null {
                self.replace(place, Value::Null);
            }
        }
        if sample::is(&schema, "string") {
            self.text(&schema, place);
        }
        if sample::is(&schema, "integer") {
            self.number(&schema, place);
        }
        if schema["properties"].is_object() {
            self.object(&schema, place);
        }
        if sample::is(&schema, "array") {
            self.array(&schema, place);
        }
    }

    fn text(&mut self, schema: &Value, place: &str) {
        if schema["enum"].is_array() {
            return self.replace(place, json!("nonsense"));
        }
        self.replace(place, json!("a\0b"));
        let length = |name: &str| schema[name].as_u64().and_then(|length| usize::try_from(length).ok());
        if let Some(least) = length("minLength").filter(|least| *least > 0) {
            self.replace(place, json!("a".repeat(least - 1)));
        }
        if let Some(most) = length("maxLength") {
            self.replace(place, json!("ä".repeat(most + 1)));
        }
        if schema["pattern"].is_string() || schema["format"].is_string() {
            self.replace(place, json!("plain nonsense!"));
        }
    }

    fn number(&mut self, schema: &Value, place: &str) {
        for name in ["minimum", "maximum"] {
            if let Some(bound) = schema[name].as_i64() {
                self.replace(place, json!(if name == "minimum" { bound - 1 } else { bound + 1 }));
            }
        }
        for huge in ["9223372036854775808", "-9223372036854775809", "99999999999999999999999", "1e300", "0.5"]
        {
            self.replace(place, serde_json::from_str(huge).expect("a number"));
        }
    }

    fn object(&mut self, schema: &Value, place: &str) {
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let mut spoilt = self.body.clone();
            let object = spoilt.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
            object.remove(name);
            self.cases.push((format!("{place}/{name}"), spoilt));
        }
        let mut spoilt = self.body.clone();
        spoilt.pointer_mut(place).expect("an object")["no_such_member"] = json!(1);
        self.cases.push((format!("{place}/no_such_member"), spoilt));
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            self.value(schema, &format!("{place}/{name}"));
        }
    }

    fn array(&mut self, schema: &Value, place: &str) {
        let first = self.body.pointer(&format!("{place}/0")).cloned();
        if schema["minItems"].as_u64().is_some_and(|least| least > 0) {
            self.replace(place, json!([]));
        }
        if let (Some(most), Some(first)) = (schema["maxItems"].as_u64(), &first) {
            self.replace(place, Value::Array((0..=most).map(|_| first.clone()).collect()));
        }
        if first.is_some() {
            self.value(&schema["items"], &format!("{place}/0"));
        }
    }
}
