//! The page of settings is the table of settings.

use std::fs;
use std::path::Path;

use eop_assembly::settings::Settings;
use eop_runtime::config::reference_markdown;

#[test]
fn the_documentation_lists_every_setting() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/SETTINGS.md");
    let kept = fs::read_to_string(&path).expect("the page is there");
    let begin = kept.find("| environment |").expect("the page has the table");
    let table = reference_markdown(Settings::ALL);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{}{table}", &kept[..begin])).expect("the page can be written");
        return;
    }
    assert_eq!(&kept[begin..], table, "docs/SETTINGS.md is stale: run this test with UPDATE=1");
}
