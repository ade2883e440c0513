//! Prints the generated part of the SDK.
//!
//! Usage: eop-sdk-gen DOCUMENT

use std::error::Error;

use progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle};
use serde_json::Value;

/// What a service checks anyway. The generator makes a type of its own of each text that has one of these.
const CHECKED_BY_THE_SERVICE: &[&str] = &["pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"];

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: eop-sdk-gen DOCUMENT")?;
    let mut document: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    simplify(&mut document);
    for item in document["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut()) {
        let Some(item) = item.as_object_mut() else { continue };
        // The stream is read by hand, with what it takes to go on after a lost connection.
        item.retain(|_, operation| !operation["responses"].to_string().contains("text/event-stream"));
        for operation in item.values_mut() {
            if let Some(responses) = operation["responses"].as_object_mut() {
                // What is no success becomes an error in one place, whatever it holds.
                responses.retain(|status, _| status.starts_with('2'));
                for response in responses.values_mut() {
                    response.as_object_mut().and_then(|response| response.remove("headers"));
                }
            }
        }
    }
    let sorts = sorts(&document);
    let document: openapiv3::OpenAPI = serde_json::from_value(document)?;
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_tag(TagStyle::Merged)
        .with_hooks(HooksMode::Expected)
        .with_derive("PartialEq")
        .with_inner_type("std::sync::Arc<crate::transport::Transport>".parse()?);
    let tokens = Generator::new(&settings).generate_tokens(&document)?;
    let mut code = prettyplease::unparse(&syn::parse2(tokens)?);
    for (made, better) in sorts {
        code = code.replace(&format!("{made},"), &format!("{better},")).replace(&format!("::{made} "), &format!("::{better} "));
        code = code.replace(&format!("::{made})"), &format!("::{better})"));
    }
    println!("// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.\n\n{code}");
    Ok(())
}

/// Orders of lists: the generator makes `XcreatedXat` of `-created_at`, and `CreatedXat` of `created_at` beside it.
fn sorts(document: &Value) -> Vec<(String, String)> {
    let schemas = document["components"]["schemas"].as_object().into_iter().flat_map(|schemas| schemas.values());
    let lists = schemas.filter_map(|schema| schema["enum"].as_array()).map(|values| values.iter().filter_map(Value::as_str));
    let sorts = lists.filter(|values| values.clone().any(|value| value.starts_with('-')));
    let mut names: Vec<_> = sorts
        .flatten()
        .map(|value| {
            let (plain, way) = value.strip_prefix('-').map_or((value, ""), |plain| (plain, "Descending"));
            (capital(&value.replace(['-', '_'], "X")), plain.split('_').map(capital).collect::<String>() + way)
        })
        .filter(|(made, better)| made != better)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn simplify(node: &mut Value) {
    match node {
        Value::Object(members) => {
            // A reference that may be null, which the documents write as 3.0 has to.
            let is_null = |one: &Value| one["nullable"] == true;
            let forms = members.get("anyOf").and_then(Value::as_array);
            if let Some([reference, null]) = forms.map(Vec::as_slice)
                && is_null(null)
            {
                let reference = Value::from(vec![reference.clone()]);
                members.remove("anyOf");
                members.insert("allOf".into(), reference);
                members.insert("nullable".into(), true.into());
            }
            // Members of a schema's `properties` may have such names too; those hold objects.
            members.retain(|name, value| !CHECKED_BY_THE_SERVICE.contains(&name.as_str()) || value.is_object());
            members.values_mut().for_each(simplify);
        }
        Value::Array(items) => items.iter_mut().for_each(simplify),
        _ => {}
    }
}
