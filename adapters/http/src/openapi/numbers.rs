//! Numbers: whole bounds without a fraction, and only formats that every client language knows.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value, json};

use super::walk::each_schema;

static WHOLE_BOUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"("(?:minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)"\s*:\s*-?[0-9]+)\.0([,}\s])"#,
    )
    .expect("the pattern is fixed")
});

/// `raw` with whole bounds written as whole numbers: a reader of numbers with a fraction may be off by one at 2^53 - 1.
pub(super) fn with_whole_bounds(raw: &str) -> Cow<'_, str> {
    WHOLE_BOUND.replace_all(raw, "$1$2")
}

/// Tidies the numbers of every schema.
pub(super) fn tidy(document: &mut Value) {
    each_schema(document, &mut |schema| {
        for name in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] {
            if let Some(bound) = schema.get_mut(name) {
                whole(bound);
            }
        }
        unsigned(schema);
        decimal(schema);
    });
}

/// `200.0` becomes `200`.
fn whole(bound: &mut Value) {
    let number = bound.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 1e18);
    if let Some(number) = number.and_then(|number| format!("{number:.0}").parse::<i64>().ok()) {
        *bound = number.into();
    }
}

/// Java has no unsigned integers: the bounds say what the format would.
fn unsigned(schema: &mut Map<String, Value>) {
    let (format, maximum) = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => ("int32", Some(255_i64)),
        Some("uint16") => ("int32", Some(65_535)),
        Some("uint32") => ("int64", Some(4_294_967_295)),
        Some("uint64") => ("int64", None),
        _ => return,
    };
    schema.insert("format".to_owned(), format.into());
    schema.entry("minimum").or_insert_with(|| json!(0));
    if let Some(maximum) = maximum {
        schema.entry("maximum").or_insert_with(|| json!(maximum));
    }
}

/// A decimal travels as text; the format would make Java send a number.
fn decimal(schema: &mut Map<String, Value>) {
    if schema.get("format").and_then(Value::as_str) == Some("decimal") {
        schema.remove("format");
        schema.entry("pattern").or_insert_with(|| json!(r"^-?[0-9]+(\.[0-9]+)?$"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_bound_is_read_exactly() {
        let raw = r#"{"maximum": 9007199254740991.0,"minimum":-9007199254740991.0, "about": "\"maximum\": 1.0, 2.0"}"#;
        let read: Value = serde_json::from_str(&with_whole_bounds(raw)).unwrap();
        let about = r#""maximum": 1.0, 2.0"#;
        let exact = json!({"maximum": 9_007_199_254_740_991_i64, "minimum": -9_007_199_254_740_991_i64, "about": about});
        assert_eq!(read, exact);
    }

    #[test]
    fn bounds_and_formats_are_plain() {
        let mut document = json!({"components": {"schemas": {
            "A": {"type": "integer", "minimum": 1.0, "maximum": 200.0},
            "B": {"type": "integer", "format": "uint32"},
            "C": {"type": "string", "format": "decimal"},
            "D": {"type": "number", "minimum": 0.5}}}});
        tidy(&mut document);
        let text = document["components"]["schemas"].to_string();
        assert_eq!(
            document["components"]["schemas"]["A"],
            json!({"type": "integer", "minimum": 1, "maximum": 200})
        );
        assert_eq!(
            document["components"]["schemas"]["B"],
            json!({"type": "integer", "format": "int64", "minimum": 0, "maximum": 4_294_967_295_u32})
        );
        assert!(document["components"]["schemas"]["C"]["pattern"].is_string());
        assert!(text.contains("0.5") && !text.contains("200.0"), "{text}");
    }
}
