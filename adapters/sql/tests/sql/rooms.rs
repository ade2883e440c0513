//! The rooms of this crate, the modules of its first level, form no ring: each can be understood by itself and what it
//! stands on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let inside = entries.map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    inside.flatten().collect()
}

/// The rooms that the code of a file names, without its tests.
fn named(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mentions = lines.flat_map(|line| line.split("crate::").skip(1));
    let names = mentions.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn no_room_stands_on_one_that_stands_on_it() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&sources) {
        let inside = file.strip_prefix(&sources).unwrap().iter().next().unwrap();
        let room = Path::new(inside).file_stem().unwrap().to_str().unwrap().to_owned();
        if room != "lib" {
            rooms.entry(room).or_default().extend(named(&fs::read_to_string(&file).unwrap()));
        }
    }
    assert!(rooms["engine"].contains("change") && rooms["database"].contains("committer"), "{rooms:?}");
    // Takes away what stands on nothing that is left, until nothing is, or a ring.
    while !rooms.is_empty() {
        let names: BTreeSet<String> = rooms.keys().cloned().collect();
        let stands =
            |room: &str, on: &BTreeSet<String>| on.iter().any(|one| one != room && names.contains(one));
        let before = rooms.len();
        rooms.retain(|room, on| stands(room, on));
        assert!(rooms.len() < before, "a ring among {rooms:#?}");
    }
}
