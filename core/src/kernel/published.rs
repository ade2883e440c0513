//! What a context publishes: its types of events, and the shape of what each of them says.
//!
//! The shape is derived from the types that the events are written with, by `schemars`, as their text is by `serde`: a
//! description beside the code would be a second home of the same fact. Nobody outside of this module sees that crate.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::event::Topic;

/// A type of event.
#[derive(Clone, Copy, Debug)]
pub struct EventType {
    /// Its versioned name, such as `order.created.v1`. What a topic of dead letters holds has the name of what it was before.
    pub name: &'static str,
    /// What it tells, in a sentence.
    pub summary: &'static str,
    /// Where it is published.
    pub topic: Topic,
    /// The shape of its data.
    pub(crate) data: fn(&mut SchemaGenerator) -> Schema,
}

/// The shapes of events as JSON Schema, draft 7, which `AsyncAPI` takes as it is.
#[derive(Clone, Debug)]
pub struct EventSchemas {
    /// By the name of the type: the schema of its data.
    pub data: BTreeMap<&'static str, Value>,
    /// The schemas that those refer to, by name.
    pub shared: Map<String, Value>,
}

/// The shapes of what events of `types` say. Those that others refer to are found below `place`, such as
/// `/components/schemas`.
#[must_use]
pub fn schemas_of(types: &[EventType], place: &'static str) -> EventSchemas {
    let settings = SchemaSettings::draft07().for_serialize().with(|settings| {
        settings.definitions_path = place.into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let data = types.iter().map(|one| (one.name, (one.data)(&mut generator).to_value())).collect();
    EventSchemas { data, shared: generator.take_definitions(true) }
}

/// Declares the types of events of a context, by topic and by what their data is: a constant with the name of each, and the
/// list of all.
macro_rules! events {
    ($(#[doc = $about:literal])+ $list:ident {
        $(on $topic:ident with $data:ty {
            $($(#[doc = $doc:literal])+ $constant:ident = $name:literal,)+
        })+
    }) => {
        $($($(#[doc = $doc])+ pub const $constant: &str = $name;)+)+

        $(#[doc = $about])+
        pub const $list: &[$crate::kernel::published::EventType] = &[$($(
            $crate::kernel::published::EventType {
                name: $name,
                summary: concat!($($doc),+),
                topic: $crate::kernel::event::Topic::$topic,
                data: |generator| generator.subschema_for::<$data>(),
            }
        ),+),+];
    };
}

pub(crate) use events;
