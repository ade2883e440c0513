//! What every document says about itself, unless the service says it.

use serde_json::{Value, json};

/// Adds licence, contact and a word on the conventions.
pub(super) fn complete(document: &mut Value) {
    let Some(info) = document.get_mut("info").and_then(Value::as_object_mut) else { return };
    info.entry("license").or_insert_with(
        || json!({"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"}),
    );
    info.entry("contact").or_insert_with(|| json!({"name": "Enterprise Order Platform"}));
    info.entry("description").or_insert_with(|| {
        "Errors are `application/problem+json` with a stable `code`. Lists have pages with `limit` and `cursor`. \
         A POST with `Idempotency-Key` is safe to repeat; a change with `If-Match` does not overwrite a newer version."
            .into()
    });
}
