//! Media types: without `; charset=utf-8`, which generators and linters do not recognise; event streams as text.

use serde_json::{Map, Value, json};

use super::Version;
use super::walk::{each_response, members, operations};
use crate::stream::EVENT_STREAM;

/// Strips the parameters of every media type.
pub(super) fn strip_charset(document: &mut Value) {
    let strip = |content: &mut Value| {
        if let Some(types) = content.as_object_mut() {
            *types = std::mem::take(types)
                .into_iter()
                .map(|(name, media)| (name.split(';').next().unwrap_or_default().trim().to_owned(), media))
                .collect::<Map<_, _>>();
        }
    };
    for (_, _, operation) in operations(document) {
        if let Some(content) = operation.get_mut("requestBody").and_then(|body| body.get_mut("content")) {
            strip(content);
        }
    }
    each_response(document, &mut |_, response| {
        if let Some(content) = response.get_mut("content") {
            strip(content);
        }
    });
}

/// poem prints an event stream as an array, which makes clients read the stream as JSON. 3.0 can only say "text" and
/// name the event beside it; 3.1 describes one event and what its data holds.
pub(super) fn type_event_streams(document: &mut Value, version: Version) {
    each_response(document, &mut |_, response| {
        for (name, media) in members(response.get_mut("content")) {
            let Some(event) = media.pointer("/schema/items").filter(|_| name == EVENT_STREAM).cloned() else {
                continue;
            };
            media["schema"] = match version {
                Version::V3_0 => json!({"type": "string", "x-event-schema": event}),
                Version::V3_1 => json!({
                    "type": "object",
                    "required": ["data"],
                    "properties": {
                        "data": {
                            "type": "string",
                            "contentMediaType": "application/json",
                            "contentSchema": event,
                        },
                    },
                }),
            };
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Value {
        json!({"paths": {"/stream": {"get": {"responses": {"200": {"content": {
            "text/event-stream": {"schema": {"type": "array", "format": "event-stream", "items": {"$ref": "#/components/schemas/E"}}},
            "application/json; charset=utf-8": {"schema": {}}}}}}}}})
    }

    #[test]
    fn types_lose_their_charset_and_streams_their_array() {
        for (version, pointer) in [
            (Version::V3_0, "/schema/x-event-schema"),
            (Version::V3_1, "/schema/properties/data/contentSchema"),
        ] {
            let mut document = document();
            strip_charset(&mut document);
            type_event_streams(&mut document, version);
            let content = &document["paths"]["/stream"]["get"]["responses"]["200"]["content"];
            assert!(content.get("application/json").is_some());
            let stream = &content["text/event-stream"];
            assert_eq!(stream.pointer(pointer), Some(&json!({"$ref": "#/components/schemas/E"})));
            assert_ne!(stream["schema"]["type"], "array");
        }
    }
}
