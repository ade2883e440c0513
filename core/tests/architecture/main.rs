//! The rules of the house that the compiler does not know: which crate may depend on which, what a context may name,
//! and how large things may grow.

mod contexts;
mod invariants;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

/// Who may depend on whom in what is shipped. A new crate finds its place here.
const ARROWS: &[(&str, &[&str])] = &[
    ("eop-core", &[]),
    ("eop-runtime", &[]),
    ("eop-migrations", &["eop-core"]),
    ("eop-contract", &["eop-core"]),
    ("eop-memory", &["eop-core"]),
    ("eop-sql", &["eop-core"]),
    ("eop-kafka", &["eop-core"]),
    ("eop-fluvio", &["eop-core"]),
    ("eop-event-log", &["eop-core"]),
    ("eop-channels", &["eop-core"]),
    ("eop-casbin", &["eop-core"]),
    ("eop-credentials", &["eop-core"]),
    ("eop-http", &["eop-core"]),
    (
        "eop-api-contract",
        &["eop-core", "eop-http", "eop-memory", "eop-contract", "eop-assembly", "eop-runtime"],
    ),
    ("eop-assembly", ASSEMBLY),
    ("eop-user", SERVICE),
    ("eop-order", SERVICE),
    ("eop-notification", SERVICE),
    ("eop-platform", PLATFORM),
    ("eop-portal", &["eop-core", "eop-http"]),
    ("eop-bench", &["eop-core", "eop-credentials", "eop-http", "eop-kafka", "eop-sql"]),
];

/// What the services share when they are put together. It knows none of them.
const ASSEMBLY: &[&str] = &[
    "eop-core",
    "eop-http",
    "eop-runtime",
    "eop-migrations",
    "eop-sql",
    "eop-kafka",
    "eop-fluvio",
    "eop-event-log",
    "eop-credentials",
];

/// What a service is wired from. No other service, no fake, no contract suite.
const SERVICE: &[&str] = &[
    "eop-assembly",
    "eop-core",
    "eop-http",
    "eop-runtime",
    "eop-migrations",
    "eop-sql",
    "eop-kafka",
    "eop-fluvio",
    "eop-event-log",
    "eop-channels",
    "eop-casbin",
    "eop-credentials",
];

/// The platform holds the services and what it wires around them.
const PLATFORM: &[&str] = &[
    "eop-portal",
    "eop-user",
    "eop-order",
    "eop-notification",
    "eop-assembly",
    "eop-core",
    "eop-http",
    "eop-runtime",
    "eop-migrations",
    "eop-sql",
    "eop-kafka",
    "eop-fluvio",
    "eop-event-log",
    "eop-channels",
    "eop-casbin",
    "eop-credentials",
];

/// What the tests of a service stand on.
const SERVICE_TESTS: &[&str] = &["eop-api-contract", "eop-contract", "eop-memory"];

/// What tests may need beyond that.
const TEST_ARROWS: &[(&str, &[&str])] = &[
    ("eop-core", &["eop-memory", "eop-contract"]),
    ("eop-contract", &["eop-memory"]),
    ("eop-memory", &["eop-contract"]),
    ("eop-sql", &["eop-contract", "eop-memory", "eop-migrations"]),
    ("eop-kafka", &["eop-contract"]),
    ("eop-fluvio", &["eop-contract"]),
    ("eop-event-log", &["eop-contract"]),
    ("eop-channels", &["eop-contract", "eop-memory"]),
    ("eop-casbin", &["eop-contract"]),
    ("eop-credentials", &["eop-contract"]),
    ("eop-http", &["eop-contract", "eop-memory"]),
    ("eop-assembly", &["eop-contract", "eop-memory"]),
    ("eop-user", SERVICE_TESTS),
    ("eop-order", SERVICE_TESTS),
    ("eop-notification", SERVICE_TESTS),
    ("eop-platform", SERVICE_TESTS),
];

/// Technologies, and the only crates that may name them as a dependency of what is shipped.
const TECHNOLOGIES: &[(&str, &[&str])] = &[
    ("sea-orm", &["eop-sql", "eop-migrations"]),
    ("sea-orm-migration", &["eop-migrations"]),
    ("sqlx", &["eop-sql"]),
    ("poem", WEB),
    ("poem-openapi", WEB),
    ("rdkafka", &["eop-kafka", "eop-bench"]),
    ("fluvio", &["eop-fluvio"]),
    ("redb", &["eop-event-log"]),
    ("lettre", &["eop-channels"]),
    ("casbin", &["eop-casbin"]),
    ("argon2", &["eop-credentials"]),
    ("jsonwebtoken", &["eop-credentials"]),
];

/// The crates that speak HTTP to the outside.
const WEB: &[&str] = &[
    "eop-http",
    "eop-api-contract",
    "eop-assembly",
    "eop-user",
    "eop-order",
    "eop-notification",
    "eop-platform",
    "eop-portal",
];

static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .exec()
        .expect("cargo describes the workspace")
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the core lies in the workspace").to_owned()
}

fn members() -> Vec<&'static Package> {
    METADATA.workspace_packages()
}

/// The direct dependencies of `package`: of what is shipped, or of its tests only.
fn dependencies(package: &Package, tests: bool) -> BTreeSet<&str> {
    let of_tests = |kind| kind == DependencyKind::Development;
    package.dependencies.iter().filter(|one| of_tests(one.kind) == tests).map(|one| &*one.name).collect()
}

fn is_ours(name: &str) -> bool {
    members().iter().any(|package| package.name.as_str() == name)
}

fn table(rows: &'static [(&str, &[&str])]) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    rows.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect()
}

/// The arrows that are drawn but not in `rows`.
fn forbidden(rows: &'static [(&str, &[&str])], tests: bool) -> Vec<String> {
    let allowed = table(rows);
    let nothing = BTreeSet::new();
    let mut found = Vec::new();
    for package in members() {
        let allowed = allowed.get(package.name.as_str()).unwrap_or(&nothing);
        for to in dependencies(package, tests).into_iter().filter(|to| is_ours(to) && !allowed.contains(to)) {
            found.push(format!("{} -> {to}", package.name));
        }
    }
    found
}

/// What is not ours to judge: what builds write, and the clients, which are workspaces of their own and partly generated.
const OTHERS: [&str; 3] = ["target", "node_modules", "sdk"];

/// The files below `directory`, in order, that end in `.rs`, without those of [`OTHERS`].
fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("a directory entry").path();
            let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
            if path.is_dir() && !OTHERS.contains(&name.as_str()) && !name.starts_with('.') {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The lines of all our files for which `is_wrong` holds, as `file:line: text`.
fn lines_where(is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for path in sources(&root()) {
        for (index, line) in read(&path).lines().enumerate().filter(|(_, line)| is_wrong(line.trim())) {
            found.push(format!("{}:{}: {}", shown(&path), index + 1, line.trim()));
        }
    }
    found
}

#[test]
fn every_crate_has_its_place_among_the_arrows() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(from, _)| *from).collect();
    let there: BTreeSet<&str> = members().iter().map(|package| package.name.as_str()).collect();
    assert_eq!(there, known);
}

#[test]
fn crates_depend_only_on_whom_they_may() {
    assert_eq!(forbidden(ARROWS, false), Vec::<String>::new());
    assert_eq!(forbidden(TEST_ARROWS, true), Vec::<String>::new());
}

#[test]
fn each_technology_stays_in_its_adapter() {
    let mut found = Vec::new();
    for (technology, allowed) in TECHNOLOGIES {
        for package in members() {
            let uses = dependencies(package, false).contains(technology);
            if uses && !allowed.contains(&package.name.as_str()) {
                found.push(format!("{} -> {technology}", package.name));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_that_does_io_is_anywhere_below_the_core() {
    let below = below("eop-core");
    assert!(below.contains("serde") && below.contains("uuid"), "the walk finds what is there: {below:?}");
    let banned =
        ["tokio", "sea-orm", "sqlx", "poem", "hyper", "reqwest", "rdkafka", "opentelemetry", "casbin"];
    let found: Vec<&String> = below.iter().filter(|name| banned.contains(&name.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_fake_and_no_suite_is_shipped() {
    for program in ["eop-platform", "eop-user", "eop-order", "eop-notification", "eop-migrations"] {
        let below = below(program);
        for test_only in ["eop-memory", "eop-contract", "eop-api-contract", "rstest", "proptest"] {
            assert!(!below.contains(test_only), "{program} ships {test_only}");
        }
    }
}

/// The names of all crates that `name` needs, directly or not, in what is shipped.
fn below(name: &str) -> BTreeSet<String> {
    let graph = METADATA.resolve.as_ref().expect("cargo resolves the dependencies");
    let nodes: BTreeMap<&PackageId, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    let start = members().into_iter().find(|package| package.name.as_str() == name).expect("a member");
    let mut seen = BTreeSet::from([&start.id]);
    let mut waiting = vec![&start.id];
    while let Some(id) = waiting.pop() {
        let shipped = nodes[id]
            .deps
            .iter()
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        waiting.extend(shipped.map(|dependency| &dependency.pkg).filter(|id| seen.insert(id)));
    }
    seen.into_iter().map(|id| METADATA[id].name.to_string()).filter(|found| found != name).collect()
}
