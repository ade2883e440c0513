//! Every invariant that `ARCHITECTURE.md` claims is tested, by tests that are there; and a few are tested here, because they
//! are about what is not written anywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::{read, root, shown, sources};

/// What `ARCHITECTURE.md` claims, as one line of text without the formatting of the page.
fn claimed() -> String {
    let page = read(&root().join("ARCHITECTURE.md"));
    let (_, rest) = page.split_once("\n## Invariants\n").expect("the page has invariants");
    let (section, _) = rest.split_once("\n## ").expect("another section follows");
    let (_, claims) = section.split_once("\n* ").expect("they are a list");
    words(&claims.replace("\n* ", " "))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A claim, and by which tests of which file it is held.
type Row = (String, Vec<(String, String)>);

/// The rows of `docs/INVARIANTS.md`.
fn rows() -> Vec<Row> {
    let page = read(&root().join("docs/INVARIANTS.md"));
    let lines = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = lines.filter_map(|line| line.split_once(" | "));
    let of_tests = cells.filter(|(claim, tests)| *claim != "claim" && !tests.starts_with("---"));
    of_tests.map(|(claim, tests)| (claim.to_owned(), named(tests))).collect()
}

/// What stands between backticks: files, each followed by tests in it.
fn named(cell: &str) -> Vec<(String, String)> {
    let (mut file, mut tests) = (String::new(), Vec::new());
    for name in cell.split('`').skip(1).step_by(2) {
        if name.contains('/') {
            name.clone_into(&mut file);
        } else {
            tests.push((file.clone(), name.to_owned()));
        }
    }
    tests
}

#[test]
fn every_claim_has_a_row_in_its_own_words() {
    let claimed = claimed();
    let claims: Vec<String> = rows().into_iter().map(|(claim, _)| claim).collect();
    for claim in &claims {
        assert!(claimed.contains(claim), "ARCHITECTURE.md does not say: {claim}");
    }
    let sentences = claimed.split_inclusive(". ").map(|one| one.trim().trim_end_matches('.'));
    let open: Vec<_> = sentences
        .filter(|sentence| !claims.iter().any(|claim| sentence.contains(claim.trim_end_matches('.'))))
        .collect();
    assert_eq!(open, Vec::<&str>::new(), "these claims have no row in docs/INVARIANTS.md");
}

#[test]
fn every_test_that_is_named_is_there() {
    let rows = rows();
    assert!(rows.len() > 20, "only {} claims were found", rows.len());
    // Cases of suites are listed in one file and written in another.
    let suites = ["adapters/contract/src", "apps/contract/src"];
    let listed: String = suites
        .iter()
        .flat_map(|suite| sources(&root().join(suite)))
        .chain(
            ["user", "order", "notification"]
                .iter()
                .flat_map(|app| sources(&root().join("apps").join(app).join("tests"))),
        )
        .map(|path| read(&path))
        .collect();
    let mut texts = BTreeMap::new();
    for (claim, tests) in rows {
        assert!(!tests.is_empty(), "no test is named for: {claim}");
        for (file, test) in tests {
            let text = texts.entry(file.clone()).or_insert_with(|| read(&root().join(&file)));
            let declared = format!("fn {test}");
            let at = text.find(&format!("{declared}(")).or_else(|| text.find(&format!("{declared}<")));
            let at = at.unwrap_or_else(|| panic!("{file} has no test {test}"));
            let before: Vec<_> = text[..at].lines().rev().take(8).collect();
            let is_test = before
                .iter()
                .any(|line| line.contains("test]") || line.contains("::test(") || line.contains("#[case"));
            let runs = is_test || text.matches(&test).count() > 1 || listed.matches(&test).count() > 1;
            assert!(runs, "{file}: {test} is no test, and no case of a suite");
        }
    }
}

#[test]
fn nothing_in_the_core_reads_a_clock_or_makes_an_id_by_itself() {
    let wells =
        ["Utc::now", "Local::now", "SystemTime", "Instant::now", "new_v4", "now_v7", "std::env", "std::fs"];
    let mut found = Vec::new();
    for path in sources(&root().join("core/src")) {
        let text = read(&path);
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code.filter(|line| wells.iter().any(|well| line.contains(well))) {
            found.push(format!("{}: {}", shown(&path), line.trim()));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// What has a life of its own. What it is made of (an address, a line of an order) may have a text form: snapshots use it.
const AGGREGATES: [(&str, &str); 7] = [
    ("order", "Order"),
    ("identity", "Account"),
    ("identity", "Session"),
    ("notification", "Recipient"),
    ("notification", "Notification"),
    ("notification", "Delivery"),
    ("notification", "DeadLetter"),
];

#[test]
fn aggregates_have_no_text_form() {
    for (context, name) in AGGREGATES {
        let model = read(&root().join("core/src").join(context).join("model.rs"));
        let declared = format!("pub struct {name} {{");
        let (before, _) = model.split_once(&declared).unwrap_or_else(|| panic!("no {name} in {context}"));
        let attributes = before.lines().rev().take_while(|line| line.starts_with("#["));
        let traits: BTreeSet<_> = attributes.flat_map(|line| line.split([',', '(', ')', ' '])).collect();
        assert!(traits.contains("Clone"), "{name}: the walk finds what is there");
        assert!(!traits.contains("Serialize") && !traits.contains("Deserialize"), "{name} has a text form");
    }
}

#[test]
fn one_table_gives_kinds_of_errors_their_statuses() {
    let table = "adapters/http/src/problem.rs";
    let (mut found, mut rows) = (Vec::new(), 0);
    for path in sources(&root()).into_iter().filter(|path| !shown(path).starts_with("core/tests")) {
        let text = read(&path);
        for line in text.lines().filter(|line| line.contains("ErrorKind::") && line.contains("StatusCode::"))
        {
            if shown(&path) == table {
                rows += 1;
            } else {
                found.push(format!("{}: {}", shown(&path), line.trim()));
            }
        }
    }
    // Whoever writes an operation chooses no status: the use case says what kind of error it is.
    for app in ["user", "order", "notification", "assembly"] {
        for path in sources(&root().join("apps").join(app).join("src")) {
            let chooses = read(&path).contains("StatusCode");
            found.extend(chooses.then(|| format!("{} chooses a status", shown(&path))));
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(rows, 11, "each kind has a row");
}
