//! Files that are compared with what the code says now, and rewritten with `UPDATE=1`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use eop_http::Documents;
use serde_json::Value;

use crate::document::Document;
use crate::events::breaks;

/// Compares the checked-in documents of `service` with what its code describes.
pub fn documents(service: &str, described: &Documents) {
    file(&workspace().join(format!("openapi/{service}.json")), &described.v3_0);
    file(&workspace().join(format!("openapi/{service}.3.1.json")), &described.v3_1);
    if let Some(text) = &described.events {
        events(&workspace().join(format!("openapi/events/{service}.json")), text);
    }
}

/// Compares the checked-in document of events with what the code says now. `UPDATE=1` writes only what breaks no promise
/// of what was published.
fn events(path: &Path, text: &str) {
    // A service that published nothing before has promised nothing.
    if let Ok(kept) = fs::read_to_string(path) {
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("a document is JSON");
        let broken = breaks(&read(&kept), &read(text));
        assert!(
            broken.is_empty(),
            "{} promised what the code would break:\n  {}\nPublish a new version of the type instead, such as `.v2`, \
             beside this one.",
            path.display(),
            broken.join("\n  "),
        );
    }
    file(path, text);
}

/// Compares a file with `text`; with `UPDATE=1` in the environment writes it instead.
pub fn file(path: &Path, text: &str) {
    if is_updating() {
        fs::write(path, text).unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if kept == text {
        return;
    }
    let place = kept.lines().zip(text.lines()).position(|(kept, new)| kept != new);
    let line = place.unwrap_or_else(|| kept.lines().count().min(text.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    panic!(
        "{} is stale from line {} on:\n  it says      {}\n  the code says {}\nIf that is meant, run the test again with UPDATE=1 and look at the difference.",
        path.display(),
        line + 1,
        at(&kept),
        at(text),
    );
}

/// Compares the section under `heading` of a document in the repository with `text`, up to the next heading; with
/// `UPDATE=1` writes it instead.
pub fn section(document: &str, heading: &str, text: &str) {
    let path = workspace().join(document);
    let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{document}: {error}"));
    let title = format!("# {heading}\n");
    let begin =
        kept.find(&title).unwrap_or_else(|| panic!("{document} has no section {heading}")) + title.len();
    let end = kept[begin..].find("\n#").map_or(kept.len(), |length| begin + length);
    file(&path, &format!("{}\n{text}{}", &kept[..begin], &kept[end..]));
}

/// Requires one file in `folder` for each operation, and no other. With `UPDATE=1` other tests are just writing them.
pub fn one_per_operation(folder: &str, document: &Document) {
    if is_updating() {
        return;
    }
    let files = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let name = |path: PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let there: BTreeSet<String> = files.map(|file| name(file.expect("an entry").path())).collect();
    let wanted: BTreeSet<String> =
        document.operations().iter().map(|operation| operation.id.clone()).collect();
    assert_eq!(there, wanted, "{folder} has one exchange per operation");
}

fn is_updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
