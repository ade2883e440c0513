//! Schemas and shared parts that nothing refers to any more are dropped, so that a change shows only where it matters.

use std::collections::BTreeSet;

use serde_json::Value;

use super::walk::each_reference;

/// Drops unused schemas, responses and headers, and what only they used.
pub(super) fn drop_unused(document: &mut Value) {
    loop {
        let mut used = BTreeSet::new();
        each_reference(document, &mut |target| {
            used.insert(target.clone());
        });
        let mut dropped = false;
        for kind in ["schemas", "responses", "headers"] {
            if let Some(parts) =
                document.pointer_mut(&format!("/components/{kind}")).and_then(Value::as_object_mut)
            {
                let before = parts.len();
                parts.retain(|name, _| used.contains(&format!("#/components/{kind}/{name}")));
                dropped |= parts.len() < before;
            }
        }
        if !dropped {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_only_the_unused_use_goes_with_it() {
        let mut document = json!({
            "paths": {"/a": {"$ref": "#/components/schemas/A"}},
            "components": {"schemas": {
                "A": {"$ref": "#/components/schemas/B"}, "B": {},
                "C": {"$ref": "#/components/schemas/D"}, "D": {}}}});
        drop_unused(&mut document);
        let names: Vec<_> = document["components"]["schemas"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["A", "B"]);
    }
}
