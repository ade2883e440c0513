//! Writes a sorted table of the files that `npm run build` left in `apps/portal/dist`, with their bytes.
//!
//! A folder that holds nothing makes an empty table: the platform can be built without Node.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write as _;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

fn main() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-env-changed=EOP_REQUIRE_PORTAL");
    let mut found = Vec::new();
    walk(&dist, &mut found);
    found.sort();
    let is_built = found.iter().any(|file| file.ends_with("index.html"));
    let is_required = std::env::var_os("EOP_REQUIRE_PORTAL").is_some_and(|value| value == "1");
    assert!(
        is_built || !is_required,
        "EOP_REQUIRE_PORTAL=1, but apps/portal/dist holds no page: run `npm ci && npm run build` in apps/portal"
    );

    let mut table = String::from("&[\n");
    for file in &found {
        let path = file.strip_prefix(&dist).expect("it lies below").to_string_lossy().replace('\\', "/");
        let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut hasher = DefaultHasher::new();
        hasher.write(&bytes);
        let _ = writeln!(
            table,
            "Asset {{ path: {path:?}, tag: \"W/\\\"{:016x}\\\"\", plain: {}, br: {}, gz: {} }},",
            hasher.finish(),
            include(file),
            optional(&encoded(file, "br")),
            optional(&encoded(file, "gz")),
        );
    }
    table.push(']');
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("table.rs");
    fs::write(out, table).expect("the table can be written");
}

/// The files below `folder` that are served under their own name.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_encoding = path.extension().is_some_and(|end| end == "br" || end == "gz");
        if path.is_dir() {
            walk(&path, found);
        } else if !hidden && !is_encoding {
            found.push(path);
        }
    }
}

fn encoded(file: &Path, encoding: &str) -> PathBuf {
    PathBuf::from(format!("{}.{encoding}", file.display()))
}

fn include(file: &Path) -> String {
    let file = file.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    format!("include_bytes!({:?})", file.display().to_string())
}

fn optional(file: &Path) -> String {
    if file.exists() { format!("Some({})", include(file)) } else { "None".to_owned() }
}
