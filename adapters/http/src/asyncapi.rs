//! The document of what a service publishes, `AsyncAPI` 3.0, made from the types of its events.

use std::collections::BTreeMap;

use eop_core::kernel::event::Topic;
use eop_core::kernel::published::{EventType, schemas_of};
use serde_json::{Map, Value, json};

/// Where the document is served.
pub(crate) const PATH: &str = "/asyncapi.json";
/// Where the schemas are in it.
const SCHEMAS: &str = "/components/schemas";
/// The version of the description of Kafka's part.
const KAFKA: &str = "0.5.0";

const ABOUT: &str = "Facts that other systems may read. A type of event is a promise: within its version members are only \
    added, and sets of words, such as those of a status, only grow. Pass over members that you do not know, and decide \
    what you do about a word that you do not know. An event may come more than once, and late: its `ce_id` says which it \
    is, its `ce_sequence` which version of the thing it tells of, and both are in the order of the versions along one key.";

/// The document of a service of this title, which publishes events of `types`.
pub(crate) fn document(title: &str, version: &str, types: &[EventType]) -> Value {
    let schemas = schemas_of(types, SCHEMAS);
    let mut shared = schemas.shared;
    shared.insert("CloudEvent".to_owned(), cloud_event());
    let mut messages = Map::new();
    let mut topics: BTreeMap<&str, (Topic, Vec<&str>)> = BTreeMap::new();
    for one in types {
        messages.insert(one.name.to_owned(), message(one, &schemas.data[one.name]));
        topics.entry(one.topic.as_str()).or_insert((one.topic, Vec::new())).1.push(one.name);
    }
    let (mut channels, mut operations) = (Map::new(), Map::new());
    for (address, (topic, names)) in topics {
        channels.insert(address.to_owned(), channel(topic, &names));
        operations.insert(format!("publish.{address}"), operation(address, &names));
    }
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": format!("{title}: events"),
            "version": version,
            "description": ABOUT,
            "license": { "name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0" },
        },
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": { "messages": messages, "schemas": shared },
    })
}

fn channel(topic: Topic, names: &[&str]) -> Value {
    let to_message = |name: &&str| ((*name).to_owned(), reference(&["components", "messages", name]));
    json!({
        "address": topic.as_str(),
        "description": about(topic),
        "messages": names.iter().map(to_message).collect::<Map<_, _>>(),
    })
}

fn about(topic: Topic) -> &'static str {
    match topic {
        Topic::Orders => "Changes of orders. The key is the id of the order.",
        Topic::Identity => {
            "Changes of accounts and their sessions. The key is the id of the account; the latest event of each is kept, \
             so that whoever starts late learns of everybody."
        }
        Topic::Notifications => "What became of deliveries. The key is the id of the notification.",
        Topic::OrdersDeadLetters | Topic::IdentityDeadLetters => {
            "Events that could not be processed, for operators. The key is that of the event."
        }
    }
}

fn operation(address: &str, names: &[&str]) -> Value {
    let to_message = |name: &&str| reference(&["channels", address, "messages", name]);
    json!({
        "action": "send",
        "channel": reference(&["channels", address]),
        "messages": names.iter().map(to_message).collect::<Vec<_>>(),
    })
}

fn message(one: &EventType, data: &Value) -> Value {
    let kind = if one.topic.is_of_dead_letters() {
        json!({ "description": "The type of the event, or `unreadable` where it is none.", "type": "string" })
    } else {
        json!({ "type": "string", "const": one.name })
    };
    let headers = json!({
        "allOf": [reference(&["components", "schemas", "CloudEvent"])],
        "type": "object",
        "properties": { "ce_source": { "type": "string", "const": one.topic.source() }, "ce_type": kind },
    });
    json!({
        "name": one.name,
        "summary": one.summary.trim(),
        "contentType": "application/json",
        "headers": headers,
        "payload": data,
        "bindings": { "kafka": { "key": { "type": "string", "format": "uuid" }, "bindingVersion": KAFKA } },
    })
}

/// The headers of every event: those of `CloudEvents` 1.0 in Kafka's binary mode, and the trace.
fn cloud_event() -> Value {
    let text = |about: &str| json!({ "description": about, "type": "string" });
    let formatted =
        |about: &str, format: &str| json!({ "description": about, "type": "string", "format": format });
    json!({
        "description": "The headers of an event: CloudEvents 1.0, binary mode.",
        "type": "object",
        "properties": {
            "ce_specversion": { "type": "string", "const": "1.0" },
            "ce_id": formatted("Which event this is. One that comes again has the same.", "uuid"),
            "ce_source": text("The service that published it."),
            "ce_type": text("The versioned type."),
            "ce_subject": formatted("What it is about; the same as the key.", "uuid"),
            "ce_time": formatted("When it happened.", "date-time"),
            "ce_sequence": {
                "description": "The version of the thing after the change, in digits.",
                "type": "string",
                "pattern": "^[0-9]+$",
            },
            "content-type": { "type": "string", "const": "application/json" },
            "traceparent": text("The trace that it is part of, by W3C Trace Context."),
        },
        "required": [
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence", "content-type",
        ],
    })
}

fn reference(place: &[&str]) -> Value {
    json!({ "$ref": format!("#/{}", place.join("/")) })
}
