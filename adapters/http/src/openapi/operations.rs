//! Operations: security stated once, permissions, descriptions, and the rules that each one keeps.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::walk::{each_response, operations};

/// Fills empty descriptions: of an operation from its summary, of a response from its status.
pub(super) fn complete(document: &mut Value) {
    for (_, _, operation) in operations(document) {
        if operation.get("description").is_none()
            && let Some(summary) = operation.get("summary").cloned()
        {
            operation.insert("description".to_owned(), summary);
        }
    }
    each_response(document, &mut |status, response| {
        let empty = response.get("description").and_then(Value::as_str).is_none_or(str::is_empty);
        if empty && !response.contains_key("$ref") {
            response.insert("description".to_owned(), for_status(status).into());
        }
    });
}

fn for_status(status: &str) -> &'static str {
    match status {
        "200" => "Done.",
        "201" => "Created.",
        "202" => "Accepted.",
        "204" => "Done; there is nothing to say.",
        "207" => "Each part has its own outcome.",
        _ => "The answer.",
    }
}

/// States `security` once for the document; operations that differ say so, public ones with an empty list.
pub(super) fn secure(document: &mut Value) {
    let global = json!([{"bearer": []}]);
    for (_, _, operation) in operations(document) {
        match operation.get("security") {
            None => {
                operation.insert("security".to_owned(), json!([]));
            }
            Some(security) if *security == global => {
                operation.remove("security");
            }
            Some(_) => {}
        }
    }
    document["security"] = global;
}

/// Writes `x-permission` from the table, which must name every operation and no other.
pub(super) fn permit(document: &mut Value, permissions: &[(&str, &str)], broken: &mut Vec<String>) {
    let mut unused: BTreeSet<&str> = permissions.iter().map(|(id, _)| *id).collect();
    for (path, method, operation) in operations(document) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        unused.remove(id.as_str());
        let Some((_, permission)) = permissions.iter().find(|(other, _)| *other == id) else {
            broken.push(format!(
                "{method} {path} ({id}) has no permission: add it to the table of permissions"
            ));
            continue;
        };
        // Without an own `security` the global bearer token is required.
        let takes_token = !operation.contains_key("security");
        if takes_token != permission.contains(':') {
            broken.push(format!(
                "{method} {path} ({id}) has the permission {permission}, but {} a bearer token",
                if takes_token { "takes" } else { "does not take" }
            ));
        }
        operation.insert("x-permission".to_owned(), (*permission).into());
    }
    broken.extend(
        unused.into_iter().map(|id| format!("the table of permissions names {id}, which no operation has")),
    );
}

/// Every operation has an id (method names must not follow paths), a tag and a summary.
pub(super) fn require(document: &Value, broken: &mut Vec<String>) {
    let mut document = document.clone();
    for (path, method, operation) in operations(&mut document) {
        for name in ["operationId", "summary", "tags"] {
            if operation.get(name).is_none() {
                broken.push(format!("{method} {path} has no {name}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Value {
        json!({"paths": {"/o": {
            "get": {"operationId": "list", "summary": "List", "tags": ["O"], "security": [{"bearer": []}], "responses": {"200": {"description": ""}}},
            "post": {"operationId": "place", "responses": {}}}}})
    }

    #[test]
    fn security_is_stated_once_and_the_public_say_so() {
        let mut document = document();
        secure(&mut document);
        complete(&mut document);
        assert_eq!(document["security"], json!([{"bearer": []}]));
        assert!(document["paths"]["/o"]["get"].get("security").is_none());
        assert_eq!(document["paths"]["/o"]["post"]["security"], json!([]));
        assert_eq!(document["paths"]["/o"]["get"]["description"], "List");
        assert_eq!(document["paths"]["/o"]["get"]["responses"]["200"]["description"], "Done.");
    }

    #[test]
    fn every_missing_thing_is_listed() {
        let mut document = document();
        secure(&mut document);
        let mut broken = Vec::new();
        permit(&mut document, &[("list", "public"), ("gone", "order:read")], &mut broken);
        require(&document, &mut broken);
        assert_eq!(broken.len(), 5, "{broken:#?}");
        assert!(broken[0].contains("list") && broken[0].contains("takes a bearer token"));
        assert!(broken[1].contains("place") && broken[1].contains("no permission"));
        assert!(broken[2].contains("gone"));
    }
}
