//! What a context of the core may name, and who may do what only one may.

use std::collections::BTreeSet;
use std::fs;

use crate::{read, root, shown, sources};

/// The bounded contexts of the core.
const CONTEXTS: [&str; 3] = ["identity", "notification", "order"];
/// The files of each of them.
const CONTEXT_FILES: [&str; 6] = ["command", "error", "event", "model", "port", "service"];

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
