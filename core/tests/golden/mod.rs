//! The shape of published events, kept in files beside this one: what was published once can be read for ever, so a
//! member may be added, but none may go or change.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value};

/// Compares the data of events, by their type, with what `file` keeps of them.
///
/// With `UPDATE=1` in the environment, members that were added are added to the file. What is missing or different is
/// never written: it needs a new version of the event's type.
pub(crate) fn assert_kept(file: &str, current: &Map<String, Value>) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file);
    let kept: Map<String, Value> = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).expect("the golden file is JSON"),
        Err(_) => Map::new(),
    };
    let (kept, current) = (Value::Object(kept), Value::Object(current.clone()));
    let mut lost = Vec::new();
    find_lost("", &kept, &current, &mut lost);
    assert!(
        lost.is_empty(),
        "a breaking change of published events: {lost:#?}\nPublish a new version of the type instead, such as `.v2`."
    );
    if kept == current {
        return;
    }
    assert!(
        std::env::var_os("UPDATE").is_some(),
        "events have members that {} does not know: add them by running this test with UPDATE=1",
        path.display()
    );
    let text = serde_json::to_string_pretty(&current).expect("values are JSON");
    fs::write(&path, text + "\n").expect("the golden file can be written");
}

/// Notes the place of everything in `kept` that `current` lacks or has otherwise.
fn find_lost(place: &str, kept: &Value, current: &Value, lost: &mut Vec<String>) {
    match (kept, current) {
        (Value::Object(kept), Value::Object(current)) => {
            for (name, value) in kept {
                let place = format!("{place}/{name}");
                match current.get(name) {
                    Some(current) => find_lost(&place, value, current, lost),
                    None => lost.push(format!("{place} is gone")),
                }
            }
        }
        (Value::Array(kept), Value::Array(current)) if kept.len() == current.len() => {
            for (index, (kept, current)) in kept.iter().zip(current).enumerate() {
                find_lost(&format!("{place}/{index}"), kept, current, lost);
            }
        }
        (kept, current) if kept == current => {}
        (kept, current) => lost.push(format!("{place} was {kept} and is {current}")),
    }
}

#[test]
fn what_goes_or_changes_is_found_and_what_comes_is_not() {
    let found = |kept: Value, current: Value| {
        let mut lost = Vec::new();
        find_lost("", &kept, &current, &mut lost);
        lost
    };
    let kept = serde_json::json!({ "a": { "b": [1, { "c": null }] } });
    assert_eq!(found(kept.clone(), kept.clone()), Vec::<String>::new());
    let more = serde_json::json!({ "a": { "b": [1, { "c": null, "d": 2 }], "e": 3 }, "f": 4 });
    assert_eq!(found(kept.clone(), more), Vec::<String>::new());
    let gone = serde_json::json!({ "a": { "b": [1, {}] } });
    assert_eq!(found(kept.clone(), gone), ["/a/b/1/c is gone"]);
    let shorter = serde_json::json!({ "a": { "b": [1] } });
    assert_eq!(found(kept.clone(), shorter), [r#"/a/b was [1,{"c":null}] and is [1]"#]);
    let text = serde_json::json!({ "a": { "b": ["1", { "c": null }] } });
    assert_eq!(found(kept, text), [r#"/a/b/0 was 1 and is "1""#]);
}
