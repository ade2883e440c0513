//! Bounds in a document, held to those of the domain: validators take literals and cannot name constants.

use serde_json::json;

use crate::document::Document;

/// Where a bound stands: a schema and its member, or an operation and its parameter; and the word for the bound.
pub type Place<'a> = (&'a str, &'a str, &'a str);

/// Requires each place to have the bound that the domain has.
pub fn hold<'a>(document: &Document, bounds: impl IntoIterator<Item = (Place<'a>, i64)>) {
    for ((of, name, word), expected) in bounds {
        let schema = if of.starts_with(char::is_uppercase) {
            let schema = document.resolve(&json!({ "$ref": format!("#/components/schemas/{of}") }));
            document.resolve(&schema["properties"][name])
        } else {
            let parameter = document.find(of).parameters.iter().find(|one| one.name == name);
            parameter.unwrap_or_else(|| panic!("{of} has no parameter {name}")).schema.clone()
        };
        assert_eq!(schema[word].as_i64(), Some(expected), "{word} of {name} in {of}: {schema}");
    }
}

/// Requires the `limit` of every list to be the domain's.
pub fn hold_pages(document: &Document, most: u16) {
    let lists =
        document.operations().iter().filter(|one| one.parameters_in("query").any(|one| one.name == "cursor"));
    hold(document, lists.map(|one| ((one.id.as_str(), "limit", "maximum"), i64::from(most))));
}
