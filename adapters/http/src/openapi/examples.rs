//! Examples of requests: bodies, and the things that paths name. Swagger UI fills them in, the contract tests of each
//! service send the bodies, and a test of the platform sends all of them to one that runs with its demo data.

use serde_json::{Map, Value};

use super::walk::operations;

/// Adds the examples, by operation id, of JSON bodies and of the one parameter in the path. Each body and each path has
/// one.
pub(super) fn add(
    document: &mut Value,
    bodies: &[(&str, Value)],
    things: &[(&str, Value)],
    broken: &mut Vec<String>,
) {
    let mut unused: Vec<&str> = bodies.iter().chain(things).map(|(id, _)| *id).collect();
    for (path, method, operation) in operations(document) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let given = |examples: &[(&str, Value)]| {
            examples.iter().find(|(other, _)| *other == id).map(|(_, example)| example.clone())
        };
        unused.retain(|other| *other != id);
        let (body, parameter) = places(operation);
        for (place, example, what) in [(body, given(bodies), "body"), (parameter, given(things), "path")] {
            match (place, example) {
                (Some(place), Some(example)) => {
                    place.insert("example".to_owned(), example);
                }
                (Some(_), None) => {
                    broken.push(format!("{method} {path} ({id}) has no example for its {what}"));
                }
                (None, Some(_)) => broken.push(format!("{id} has no {what}, but an example for it")),
                (None, None) => {}
            }
        }
    }
    broken
        .extend(unused.into_iter().map(|id| format!("there is an example for {id}, which is no operation")));
}

type Place<'a> = Option<&'a mut Map<String, Value>>;

/// The JSON body of an operation, and the parameter in its path.
fn places(operation: &mut Map<String, Value>) -> (Place<'_>, Place<'_>) {
    let (mut body, mut parameter) = (None, None);
    for (name, member) in operation.iter_mut() {
        match name.as_str() {
            "requestBody" => {
                body = member.pointer_mut("/content/application~1json").and_then(Value::as_object_mut);
            }
            "parameters" => {
                let all = member.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut);
                parameter = all.into_iter().find(|one| one.get("in").is_some_and(|place| place == "path"));
            }
            _ => {}
        }
    }
    (body, parameter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bodies_and_paths_have_examples_and_nothing_else_has() {
        let mut document = json!({"paths": {
            "/o": {"post": {"operationId": "place", "requestBody": {"content": {"application/json": {}}}}},
            "/o/{id}": {
                "get": {"operationId": "read", "parameters": [{"in": "header"}, {"in": "path", "name": "id"}]},
                "delete": {"operationId": "drop", "parameters": [{"in": "path", "name": "id"}]}}}});
        let bodies = [("place", json!({"a": 1})), ("read", json!({})), ("gone", json!({}))];
        let mut broken = Vec::new();
        add(&mut document, &bodies, &[("read", json!(7))], &mut broken);
        assert_eq!(
            document["paths"]["/o"]["post"]["requestBody"]["content"]["application/json"]["example"],
            json!({"a": 1})
        );
        assert_eq!(document["paths"]["/o/{id}"]["get"]["parameters"][1]["example"], json!(7));
        assert_eq!(broken.len(), 3, "{broken:#?}");
        for (part, place) in
            [("drop", "no example for its path"), ("read", "no body"), ("gone", "no operation")]
        {
            assert!(broken.iter().any(|one| one.contains(part) && one.contains(place)), "{broken:#?}");
        }
    }
}
