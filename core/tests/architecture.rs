//! The rules of the house that the compiler does not know: which crate may depend on which, what a context may name,
//! and how large things may grow.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

/// The bounded contexts of the core.
const CONTEXTS: [&str; 3] = ["identity", "notification", "order"];
/// The files of each of them.
const CONTEXT_FILES: [&str; 6] = ["command", "error", "event", "model", "port", "service"];

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
    ("eop-api-contract", &["eop-core", "eop-http", "eop-memory", "eop-contract"]),
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

/// The files below `directory`, in order, that end in `.rs`. What cargo builds into is left out.
fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("a directory entry").path();
            let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && name != "node_modules" && !name.starts_with('.') {
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

#[test]
fn every_context_has_the_same_six_files() {
    for context in CONTEXTS {
        let directory = root().join("core/src").join(context);
        let mut files = BTreeSet::new();
        for entry in fs::read_dir(&directory).expect("the directory of a context") {
            let path = entry.expect("a directory entry").path();
            let stem = path.file_stem().expect("an entry has a name").to_string_lossy().into_owned();
            if path.is_dir() {
                assert!(
                    CONTEXT_FILES.contains(&stem.as_str()),
                    "{} belongs to none of the six",
                    shown(&path)
                );
            } else {
                files.insert(stem);
            }
        }
        let expected: BTreeSet<String> =
            CONTEXT_FILES.iter().chain(&["mod"]).map(ToString::to_string).collect();
        assert_eq!(files, expected, "{context}");
    }
}

#[test]
fn a_context_names_another_one_only_through_its_events() {
    let mut found = Vec::new();
    let mut lawful = 0;
    for owner in CONTEXTS.into_iter().chain(["kernel"]) {
        for path in sources(&root().join("core/src").join(owner)) {
            let text = read(&path);
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for (line, other) in code.flat_map(|line| CONTEXTS.map(|other| (line, other))) {
                match named(line, owner, other) {
                    Some(true) if owner != "kernel" => lawful += 1,
                    Some(_) => found.push(format!("{}: {}", shown(&path), line.trim())),
                    None => {}
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(lawful > 0, "the notification context reads the events of the others");
}

#[test]
fn use_cases_make_commits_of_drafts_alone() {
    let (mut found, mut drafts) = (Vec::new(), 0);
    for context in CONTEXTS {
        for path in sources(&root().join("core/src").join(context)) {
            let text = read(&path);
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                // A commit that is put together by hand says nothing of who did it, nor of what comes of a repetition.
                if ["Commit::of(", "Commit {", "Commit::<"].iter().any(|made| line.contains(made)) {
                    found.push(format!("{}: {}", shown(&path), line.trim()));
                }
                drafts += usize::from(line.contains("Draft::of("));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(drafts > 5, "only {drafts} drafts were found");
}

#[test]
fn only_the_relay_publishes() {
    let (mut found, mut relays) = (Vec::new(), 0);
    for path in sources(&root().join("core/src")) {
        let is_theirs = path.ends_with("kernel/bus.rs") || path.ends_with("kernel/relay.rs");
        if !is_theirs && read(&path).contains("EventPublisher") {
            found.push(shown(&path));
        }
    }
    // What opens the bus hands its publisher out; whoever wires a service gives it to the relay and to nobody else.
    let of_services = sources(&root().join("apps")).into_iter().filter(|path| {
        path.components().any(|part| part.as_os_str() == "src") && !path.ends_with("assembly/src/bus.rs")
    });
    for path in of_services {
        for line in read(&path).lines().filter(|line| line.contains("bus.publisher()")) {
            if line.contains("relay::spawn(") {
                relays += 1;
            } else {
                found.push(format!("{}: {}", shown(&path), line.trim()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(relays, 3, "each service has a relay");
}

/// Whether `line`, in the module `owner`, names the context `other`; if it does, whether only through its events.
fn named(line: &str, owner: &str, other: &str) -> Option<bool> {
    if line.contains("use crate::{") {
        // Such a list would hide what is named from this test.
        return Some(false);
    }
    if owner == other {
        return None;
    }
    let path = |start: &str| format!("{start}::{other}");
    let names = |path: &str| {
        line.match_indices(path).any(|(at, found)| {
            !line[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
        })
    };
    if names(&path("super")) {
        return Some(false);
    }
    names(&path("crate")).then(|| {
        line.match_indices(&path("crate")).all(|(at, found)| {
            let rest = &line[at + found.len()..];
            rest.strip_prefix("::event").is_some_and(|rest| rest.starts_with([':', ';', ' ', ',']))
        })
    })
}

#[test]
fn the_rule_about_contexts_sees_what_it_should() {
    let verdicts = [
        ("use crate::identity::event as identity;", Some(true)),
        ("use crate::identity::event::{USER_LOCKED, USER_UNLOCKED};", Some(true)),
        ("use crate::identity::event;", Some(true)),
        ("use crate::identity::events;", Some(false)),
        ("use crate::identity::model::Account;", Some(false)),
        ("use crate::identity;", Some(false)),
        ("let account: super::super::identity::model::Account = ();", Some(false)),
        ("use crate::{identity, kernel};", Some(false)),
        ("use crate::kernel::id::UserId;", None),
        ("use crate::identity_of_things;", None),
    ];
    for (line, verdict) in verdicts {
        assert_eq!(named(line, "order", "identity"), verdict, "{line}");
    }
    assert_eq!(named("use crate::identity::model::Account;", "identity", "identity"), None);
}

#[test]
fn ports_are_small() {
    let mut counted = 0;
    for path in sources(&root().join("core/src")) {
        for (name, methods) in traits(&read(&path)) {
            counted += 1;
            assert!(methods <= 8, "{}: {name} has {methods} methods; split it", shown(&path));
        }
    }
    assert!(counted > 15, "only {counted} traits were found");
}

/// The traits declared in `text`, with the number of their methods.
fn traits(text: &str) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut within = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("pub trait ") {
            let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            found.push((name.to_owned(), 0));
            within = true;
        } else if line == "}" {
            within = false;
        } else if within && let Some((_, methods)) = found.last_mut() {
            // A method of a trait at the top level is indented once.
            let is_method = line.starts_with("    fn ") || line.starts_with("    async fn ");
            *methods += usize::from(is_method);
        }
    }
    found
}

#[test]
fn files_stay_small() {
    let mut found = Vec::new();
    for path in sources(&root()) {
        let lines = read(&path).lines().count();
        let starts_a_service = path.starts_with(root().join("apps")) && path.ends_with("src/main.rs");
        let limit = if starts_a_service { 40 } else { 500 };
        if lines > limit {
            found.push(format!("{}: {lines} lines, at most {limit} are allowed", shown(&path)));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

fn is_attribute(line: &str) -> bool {
    line.starts_with("#[") || line.starts_with("#![")
}

#[test]
fn no_test_is_set_aside() {
    let set_aside =
        |line: &str| is_attribute(line) && (line.contains("[ignore") || line.contains(", ignore"));
    assert_eq!(lines_where(set_aside), Vec::<String>::new());
}

#[test]
fn no_lint_is_silenced_without_being_expected() {
    let silences = |line: &str| is_attribute(line) && (line.contains("[allow(") || line.contains(", allow("));
    assert_eq!(lines_where(silences), Vec::<String>::new());
}

#[test]
fn nothing_is_left_to_be_written() {
    let marks =
        [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("// TO", "DO"), concat!("FIX", "ME")];
    assert_eq!(lines_where(|line| marks.iter().any(|mark| line.contains(mark))), Vec::<String>::new());
}
