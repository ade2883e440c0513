use super::*;

/// The document of a service with one type of event, whose data are those of `thing`.
fn document(thing: &Value) -> Value {
    json!({
        "channels": { "things.v1": {
            "address": "things.v1",
            "messages": { "thing.made.v1": { "$ref": "#/components/messages/thing.made.v1" } },
        } },
        "components": {
            "messages": { "thing.made.v1": {
                "payload": { "$ref": "#/components/schemas/Thing" },
                "headers": { "type": "object", "properties": { "ce_id": { "type": "string", "format": "uuid" } } },
            } },
            "schemas": {
                "Thing": thing,
                "Part": {
                    "type": "object",
                    "properties": { "name": { "type": "string" }, "inner": { "$ref": "#/components/schemas/Part" } },
                    "required": ["name"],
                },
            },
        },
    })
}

fn thing() -> Value {
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "string", "format": "uuid" },
            "state": { "type": "string", "enum": ["NEW", "OLD"] },
            "amount": { "type": "integer", "minimum": 0, "maximum": 100 },
            "note": { "type": ["string", "null"] },
            "part": { "anyOf": [{ "$ref": "#/components/schemas/Part" }, { "type": "null" }] },
            "parts": { "type": "array", "minItems": 1, "items": { "$ref": "#/components/schemas/Part" } },
            "labels": { "type": "object", "additionalProperties": true },
        },
        "required": ["id", "state", "note"],
    })
}

/// What is found when what lies at `place` of the thing is set to `value`, or is taken away where that is null.
fn found(place: &str, value: Value) -> Vec<String> {
    changed(&format!("/components/schemas/Thing{place}"), value)
}

fn changed(place: &str, value: Value) -> Vec<String> {
    let kept = document(&thing());
    let mut now = kept.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    let parent = now.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    if value.is_null() {
        assert!(parent.remove(name).is_some(), "{place} was there");
    } else {
        parent.insert(name.to_owned(), value);
    }
    breaks(&kept, &now)
}

#[test]
fn what_stays_and_what_only_grows_is_let_through() {
    let kept = document(&thing());
    assert_eq!(breaks(&kept, &kept), Vec::<String>::new());
    let nothing = Vec::<String>::new();
    assert_eq!(found("/properties/more", json!({ "type": "string" })), nothing, "a member comes");
    assert_eq!(found("/properties/state/enum", json!(["OLD", "NEW", "HELD"])), nothing, "a word comes");
    assert_eq!(found("/properties/amount/maximum", json!(1000)), nothing, "a bound rises");
    assert_eq!(found("/properties/amount/minimum", json!(-1)), nothing, "a bound falls");
    assert_eq!(found("/properties/amount/maximum", Value::Null), nothing, "a bound goes");
    assert_eq!(found("/properties/id/description", json!("Which one.")), nothing, "it is explained");
    assert_eq!(found("/required", json!(["note", "state", "id"])), nothing, "it is said in another order");
}

#[test]
fn a_member_never_goes() {
    assert_eq!(found("/properties/amount", Value::Null), ["thing.made.v1/payload: amount is gone"]);
    let inner = changed("/components/schemas/Part/properties/inner", Value::Null);
    assert!(inner.contains(&"thing.made.v1/payload/parts/*: inner is gone".to_owned()), "{inner:?}");
    assert!(
        inner.contains(&"thing.made.v1/payload/part: one of its forms is gone or narrower".to_owned()),
        "{inner:?}"
    );
}

#[test]
fn a_type_never_changes() {
    let was = |place: &str, from: &str, to: &str| {
        vec![format!("thing.made.v1/payload/{place}: its type was {from} and is {to}")]
    };
    assert_eq!(found("/properties/amount/type", json!("number")), was("amount", "\"integer\"", "\"number\""));
    assert_eq!(
        found("/properties/note/type", json!("string")),
        was("note", "[\"string\",\"null\"]", "\"string\"")
    );
    let may_be_null = json!(["string", "null"]);
    assert_eq!(found("/properties/id/type", may_be_null), was("id", "\"string\"", "[\"string\",\"null\"]"));
    assert_eq!(found("/properties/id/format", json!("date")).len(), 1);
    assert_eq!(found("/properties/id/pattern", json!("^0")).len(), 1);
    assert!(
        !found("/properties/part", json!({ "$ref": "#/components/schemas/Part" })).is_empty(),
        "it is never null"
    );
    let more = json!([{ "$ref": "#/components/schemas/Part" }, { "type": "null" }, { "type": "string" }]);
    assert_eq!(found("/properties/part/anyOf", more).len(), 1);
}

#[test]
fn words_and_bounds_are_never_fewer() {
    let gone = ["thing.made.v1/payload/state: the word \"OLD\" is gone"];
    assert_eq!(found("/properties/state/enum", json!(["NEW"])), gone);
    assert_eq!(found("/properties/state/enum", Value::Null).len(), 1, "any word");
    assert_eq!(found("/properties/note/enum", json!(["a", null])).len(), 1, "some words");
    let narrower = ["thing.made.v1/payload/amount: its maximum is narrower: 99"];
    assert_eq!(found("/properties/amount/maximum", json!(99)), narrower);
    assert_eq!(found("/properties/amount/minimum", json!(1)).len(), 1);
    assert_eq!(found("/properties/parts/minItems", json!(2)).len(), 1);
    assert_eq!(found("/properties/parts/maxItems", json!(7)).len(), 1, "there was none");
    assert_eq!(found("/properties/labels/additionalProperties", json!(false)).len(), 1);
}

#[test]
fn what_must_be_there_neither_grows_nor_shrinks() {
    let more = "thing.made.v1/payload: \"amount\" must be there, and what was published before may lack it";
    assert_eq!(found("/required", json!(["id", "state", "note", "amount"])), [more]);
    let fewer = "thing.made.v1/payload: \"note\" need not be there any more";
    assert_eq!(found("/required", json!(["id", "state"])), [fewer]);
}

#[test]
fn no_type_and_no_topic_goes_and_headers_are_promised_too() {
    assert_eq!(changed("/channels/things.v1", Value::Null), ["things.v1: the topic is gone"]);
    let message = changed("/channels/things.v1/messages/thing.made.v1", Value::Null);
    assert_eq!(message, ["things.v1: thing.made.v1 is gone"]);
    let header = changed("/components/messages/thing.made.v1/headers/properties/ce_id", Value::Null);
    assert_eq!(header, ["thing.made.v1/headers: ce_id is gone"]);
}
