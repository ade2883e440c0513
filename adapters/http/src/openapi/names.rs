//! Names of schemas: `Page_Order` becomes `OrderPage`, `PaymentMethod_Card` becomes `PaymentMethodCard`, and
//! `OrderResponse` becomes `Order`, since class names of clients come from here and some generators use `…Response`
//! for themselves.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::walk::{SCHEMAS, each_reference};

/// Renames schemas and everything that refers to them.
pub(super) fn rename(document: &mut Value, broken: &mut Vec<String>) {
    let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas").map(Value::take) else {
        return;
    };
    let names: BTreeMap<String, String> = schemas.keys().map(|name| (name.clone(), readable(name))).collect();
    let mut renamed = Map::new();
    for (name, schema) in schemas {
        let new = &names[&name];
        if renamed.insert(new.clone(), schema).is_some() {
            broken.push(format!(
                "two schemas are called {new}: rename one of them with #[oai(rename = \"…\")]"
            ));
        }
    }
    document["components"]["schemas"] = Value::Object(renamed);
    each_reference(document, &mut |target| {
        if let Some(new) = target.strip_prefix(SCHEMAS).and_then(|name| names.get(name)) {
            *target = format!("{SCHEMAS}{new}");
        }
    });
}

fn readable(name: &str) -> String {
    let mut parts = name.split('_').map(singular);
    match parts.next() {
        Some("Page") => parts.collect::<String>() + "Page",
        Some(first) => std::iter::once(first).chain(parts).collect(),
        None => String::new(),
    }
}

/// The name of one part without the suffix of Rust's answer types.
fn singular(part: &str) -> &str {
    match part.strip_suffix("Response") {
        Some("") | None => part,
        Some(stem) => stem,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_are_readable() {
        for (raw, name) in [
            ("Page_OrderResponse", "OrderPage"),
            ("PaymentMethod_Card", "PaymentMethodCard"),
            ("OrderResponse", "Order"),
            ("Response", "Response"),
            ("Problem", "Problem"),
        ] {
            assert_eq!(readable(raw), name);
        }
    }

    #[test]
    fn references_follow_and_clashes_are_named() {
        let mut document = json!({
            "components": {"schemas": {"Page_Order": {"items": {"$ref": "#/components/schemas/OrderResponse"}}, "OrderResponse": {}}},
            "discriminator": {"mapping": {"a": "#/components/schemas/OrderResponse"}},
        });
        let mut broken = Vec::new();
        rename(&mut document, &mut broken);
        assert_eq!(
            document.pointer("/components/schemas/OrderPage/items/$ref"),
            Some(&json!("#/components/schemas/Order"))
        );
        assert_eq!(document.pointer("/discriminator/mapping/a"), Some(&json!("#/components/schemas/Order")));
        assert!(broken.is_empty());

        let mut clash = json!({"components": {"schemas": {"Order": {}, "OrderResponse": {}}}});
        rename(&mut clash, &mut broken);
        assert_eq!(broken.len(), 1);
    }
}
