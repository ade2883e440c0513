//! Published events against what is said of them, by a validator that is not ours.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use eop_core::kernel::event::Event;
use eop_core::kernel::published::{EventType, schemas_of};
use serde_json::{Map, Value, json};

/// What is said of events: by their types, or by the document of the service that publishes them.
#[derive(derive_more::Debug)]
#[debug("Events {{ .. }}")]
pub struct Events {
    document: Value,
    /// What was needed before, by its place: a schema takes long to be made ready.
    ready: Mutex<HashMap<String, (Schemas, SchemaIndex)>>,
}

impl Events {
    /// What these types say, as the part of a document that says it.
    #[must_use]
    pub fn of(types: &[EventType]) -> Self {
        let schemas = schemas_of(types, "/components/schemas");
        let (mut channels, mut messages) = (json!({}), Map::new());
        for one in types {
            channels[one.topic.as_str()]["messages"][one.name] = json!({});
            messages.insert(one.name.to_owned(), json!({ "payload": schemas.data[one.name] }));
        }
        let components = json!({ "messages": messages, "schemas": schemas.shared });
        Self::saying(json!({ "channels": channels, "components": components }))
    }

    /// What an `AsyncAPI` document says.
    #[must_use]
    pub fn documented(document: &str) -> Self {
        Self::saying(serde_json::from_str(document).expect("a document is JSON"))
    }

    fn saying(mut document: Value) -> Self {
        close(&mut document["components"]);
        Self { document, ready: Mutex::default() }
    }

    /// Holds an event to it.
    ///
    /// # Errors
    /// What is wrong, with its place.
    pub fn check(&self, event: &Event) -> Result<(), String> {
        let (topic, kind) = (event.topic.as_str(), event.kind.as_str());
        let wrong = |fault: &str| format!("{kind} on {topic}: {fault}: {}", event.data.as_json());
        let there = self.document["channels"][topic]["messages"].as_object();
        let there = there.ok_or_else(|| wrong("nothing is said of the topic"))?;
        // What is set aside keeps the type that it had.
        let set_aside = event.topic.is_of_dead_letters().then(|| there.keys().next()).flatten();
        let name = set_aside.or_else(|| there.get_key_value(kind).map(|(name, _)| name));
        let name = name.ok_or_else(|| wrong("nothing is said of the type"))?;
        let data: Value = event.data.read().map_err(|fault| wrong(&fault.to_string()))?;
        let address = format!("https://documents.test/events.json#/components/messages/{name}/payload");
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let (schemas, index) = ready.entry(address).or_insert_with_key(|address| self.compiled(address));
        schemas.validate(&data, *index).map_err(|fault| wrong(&format!("{fault:#}")))
    }

    /// Holds all of them to it.
    pub fn assert_described<'a>(&self, events: impl IntoIterator<Item = &'a Event>) {
        let faults: Vec<String> = events.into_iter().filter_map(|event| self.check(event).err()).collect();
        assert!(faults.is_empty(), "these events are not as they are described:\n{}", faults.join("\n"));
    }

    /// Holds whatever `told` gives at the end of the test to it.
    #[must_use]
    pub fn hold(&'static self, told: impl Fn() -> Vec<Event> + Send + Sync + 'static) -> Held {
        Held { said: self, told: Box::new(told) }
    }

    fn compiled(&self, address: &str) -> (Schemas, SchemaIndex) {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V7);
        compiler.enable_format_assertions();
        compiler.add_resource(address, self.document.clone()).expect("the address is one");
        let mut schemas = Schemas::new();
        let index = compiler.compile(address, &mut schemas);
        let index = index.unwrap_or_else(|error| panic!("{address} is no schema: {error:#}"));
        (schemas, index)
    }
}

/// Looks, when it is dropped, whether all events were as they are described.
#[derive(derive_more::Debug)]
#[debug("Held {{ .. }}")]
pub struct Held {
    said: &'static Events,
    told: Box<dyn Fn() -> Vec<Event> + Send + Sync>,
}

impl Drop for Held {
    fn drop(&mut self) {
        // A test that has failed already says why.
        if !std::thread::panicking() {
            self.said.assert_described(&(self.told)());
        }
    }
}

/// A reader passes over members that it does not know, but nobody publishes what is not written down: each object that names
/// its members has these and no others.
fn close(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            if members.get("properties").is_some_and(Value::is_object) && members.contains_key("type") {
                members.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
